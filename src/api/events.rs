//! `/me/events`

use super::problem::Problem;
use crate::app::App;
use crate::db::account_events::AccountEvent;
use crate::web::{Paging, client, signed_in};
use actix_web::{HttpRequest, HttpResponse, web};
use serde_json::{Value, json};

/// `GET /me/events`
pub async fn list(request: HttpRequest, app: web::Data<App>) -> Result<HttpResponse, Problem> {
    let who = signed_in(&request, &app).await?;
    let paging = Paging::of_query(request.query_string())?;
    let page = app
        .run(client(&request, app.settings()), move |accounts, cx| {
            accounts.list_events(cx, &who, paging.cursor, paging.limit)
        })
        .await?;
    Ok(paging.reply(app.settings(), "/me/events", &page, event_json))
}

/// An event as programs see it.
pub fn event_json(event: &AccountEvent) -> Value {
    json!({
        "id": event.id,
        "kind": event.kind,
        "at": event.at,
        "ip": event.ip,
        "user_agent": event.user_agent,
        "detail": event.detail,
    })
}
