//! `GET /me/export`

use super::account::user_json;
use super::problem::Problem;
use crate::accounts::AccountExport;
use crate::app::App;
use crate::web::{client, freshly_signed_in};
use actix_web::http::header;
use actix_web::{HttpRequest, HttpResponse, web};
use serde_json::{Value, json};

/// All that is kept of whoever is signed in.
pub async fn show(request: HttpRequest, app: web::Data<App>) -> Result<HttpResponse, Problem> {
    let who = freshly_signed_in(&request, &app).await?;
    let client = client(&request, app.settings());
    let all = app.run(client, move |accounts, cx| accounts.export_account(cx, &who)).await?;
    Ok(as_file(&all))
}

/// The export as a file to be kept: also what the page gives.
#[must_use]
pub fn as_file(all: &AccountExport) -> HttpResponse {
    HttpResponse::Ok()
        .insert_header((header::CACHE_CONTROL, "no-store"))
        .insert_header((header::CONTENT_DISPOSITION, "attachment; filename=\"account.json\""))
        .json(written(all))
}

fn written(all: &AccountExport) -> Value {
    let mut account = user_json(&all.user);
    account["has_password"] = json!(all.has_password);
    account["is_active"] = json!(all.user.is_active);
    account["is_superuser"] = json!(all.user.is_superuser);
    account["delete_at"] = json!(all.user.delete_at);
    let sessions = all.sessions.iter().map(|one| {
        json!({
            "id": one.id, "kind": one.kind, "created_at": one.created_at, "last_used_at": one.last_used_at,
            "proved_at": one.proved_at, "ip": one.ip, "user_agent": one.user_agent,
        })
    });
    let events = all.events.iter().map(|one| {
        json!({
            "id": one.id, "kind": one.kind, "at": one.at, "ip": one.ip, "user_agent": one.user_agent,
            "detail": one.detail.0, "request": one.request,
        })
    });
    let pending =
        all.pending.iter().map(|one| json!({"kind": one.kind, "address": one.address, "asked_at": one.asked_at}));
    let messages = all.messages.iter().map(|one| {
        json!({
            "id": one.id, "kind": one.kind, "destination": one.destination, "created_at": one.created_at,
            "sent_at": one.sent_at, "given_up_at": one.dead_at,
        })
    });
    json!({
        "account": account,
        "sessions": sessions.collect::<Vec<_>>(),
        "events": events.collect::<Vec<_>>(),
        "pending_changes": pending.collect::<Vec<_>>(),
        "messages": messages.collect::<Vec<_>>(),
    })
}
