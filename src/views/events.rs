//! `/account/events`, and an event in words wherever one is shown.

use super::device;
use super::draw::{Content, reply};
use super::page::Page;
use crate::accounts::EventKind;
use crate::app::App;
use crate::db::Time;
use crate::db::account_events::AccountEvent;
use crate::error::Result;
use crate::languages::{ago, moment};
use crate::phrase::Phrase;
use crate::web::{Paging, client, signed_in};
use actix_web::http::StatusCode;
use actix_web::{HttpRequest, HttpResponse, web};
use serde_json::{Value, json};

/// `GET /account/events`
pub async fn show(request: HttpRequest, app: web::Data<App>) -> Result<HttpResponse, Page> {
    draw(&request, &app).await.map_err(|error| Page::error(&request, error))
}

async fn draw(request: &HttpRequest, app: &web::Data<App>) -> Result<HttpResponse> {
    let who = signed_in(request, app).await?;
    let paging = Paging::of_query(request.query_string())?;
    let asked = who.clone();
    let page = app
        .run(client(request, app.settings()), move |accounts, cx| {
            accounts.list_events(cx, &asked, paging.cursor, paging.limit)
        })
        .await?;
    let content = Content {
        title: Phrase::new("events-title"),
        intro: Phrase::new("events-intro"),
        who: Some(&who),
        view: json!({
            "events": page.items.iter().map(|event| draw_event(event, app.now())).collect::<Vec<_>>(),
            "latest": paging.cursor.is_none(),
            "older": page.next.map(|next| format!("/account/events?limit={}&cursor={next}", paging.limit)),
        }),
        ..Content::default()
    };
    reply(request, StatusCode::OK, "events.html", &content)
}

/// An event as templates want it.
pub(super) fn draw_event(event: &AccountEvent, now: Time) -> Value {
    json!({
        "words": EventKind::from_slug(&event.kind).map_or_else(|| Phrase::verbatim(event.kind.clone()), EventKind::words),
        "at": event.at,
        "at_words": moment(event.at.timestamp()),
        "ago": ago(now.since(event.at)),
        "device": device::in_words(&event.user_agent),
        "ip": event.ip,
    })
}
