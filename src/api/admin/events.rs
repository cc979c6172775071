//! `/admin/events`

use crate::accounts::EventKind;
use crate::api::problem::Problem;
use crate::app::App;
use crate::db::account_events::AccountEvent;
use crate::forms::administer;
use crate::web::{Listing, client};
use actix_web::web::Data;
use actix_web::{HttpRequest, HttpResponse};
use serde_json::{Value, json};

/// `GET /admin/events`
pub async fn list(request: HttpRequest, app: Data<App>) -> Result<HttpResponse, Problem> {
    let filters = administer::events(EventKind::ALL.iter().map(|kind| (kind.slug(), kind.words())));
    let listing = Listing::of_query(request.query_string(), &filters)?;
    let (asked, region) = (listing.clone(), app.region());
    let page = app
        .run(client(&request, app.settings()), move |accounts, cx| {
            accounts.search_events(cx, &asked.narrowed, region, asked.paging.cursor, asked.paging.limit)
        })
        .await?;
    Ok(listing.reply(app.settings(), "/admin/events", &page, draw))
}

fn draw(event: &AccountEvent) -> Value {
    json!({
        "id": event.id,
        "kind": event.kind,
        "account": event.user_id,
        "at": event.at,
        "ip": event.ip,
        "user_agent": event.user_agent,
        "detail": event.detail,
    })
}
