//! `{admin.path}/events`: what happened on the whole site.

use super::list::{List, Rows, account, time};
use crate::accounts::{Admin, EventKind};
use crate::app::App;
use crate::db::account_events::AccountEvent;
use crate::db::{Id, Time};
use crate::error::Result;
use crate::forms::{Filters, administer};
use crate::phrase::Phrase;
use crate::views::device;
use crate::views::page::Page;
use crate::web::{Listing, client};
use actix_web::web::{Data, ReqData};
use actix_web::{HttpRequest, HttpResponse};
use serde_json::{Value, json};
use std::collections::BTreeMap;

/// `GET …/events`
pub async fn show(request: HttpRequest, app: Data<App>, admin: ReqData<Admin>) -> Result<HttpResponse, Page> {
    let filters = administer::events(EventKind::ALL.iter().map(|kind| (kind.slug(), kind.words())));
    let list = List {
        title: Phrase::new("admin-events-title"),
        intro: Phrase::new("admin-events-intro"),
        notice: Phrase::NONE,
        path: "/events",
        template: "admin/events.html",
        filters: &filters,
    };
    let found = find(&request, &app, &filters).await;
    list.page(&request, &app, &admin, found, None).map_err(|error| Page::error(&request, error))
}

async fn find(request: &HttpRequest, app: &App, filters: &Filters) -> Result<Rows> {
    let listing = Listing::of_query(request.query_string(), filters)?;
    let (asked, region) = (listing.clone(), app.region());
    let (page, names) = app
        .run(client(request, app.settings()), move |accounts, cx| {
            let paging = asked.paging;
            let page = accounts.search_events(cx, &asked.narrowed, region, paging.cursor, paging.limit)?;
            let ids: Vec<Id> = page.items.iter().flat_map(|event| [event.user_id, by(event)]).flatten().collect();
            let names = accounts.names(cx, &ids)?;
            Ok((page, names))
        })
        .await?;
    Ok(Rows::of(&listing, &page, |event| row(app, event, &names, app.now())))
}

/// Which administrator did it, if one did.
fn by(event: &AccountEvent) -> Option<Id> {
    event.detail.0.get("by").and_then(Value::as_str).and_then(|by| by.parse().ok())
}

/// What is told of an event, as texts: fields of a form by their labels, where the form in use has them still.
fn told(app: &App, name: &str, value: &Value) -> Vec<Value> {
    let all = value.as_array().map_or_else(|| vec![value], |all| all.iter().collect());
    let plain = |value: &Value| value.as_str().map_or_else(|| value.to_string(), str::to_owned);
    let form = (name == "fields").then(|| app.accounts().profile_form(app.region()));
    let fields = form.as_ref().map_or(&[][..], |form| form.fields());
    let label = |text: &str| fields.iter().find(|field| field.name == text).map(|field| json!(field.label));
    all.into_iter().map(plain).map(|text| label(&text).unwrap_or_else(|| json!(text))).collect()
}

fn row(app: &App, event: &AccountEvent, names: &BTreeMap<Id, String>, now: Time) -> Value {
    let by = by(event);
    let more = event.detail.0.iter().filter(|(name, _)| by.is_none() || *name != "by");
    let more: Vec<Value> =
        more.map(|(name, value)| json!({"name": name.replace('_', " "), "values": told(app, name, value)})).collect();
    json!({
        "id": event.id,
        "kind": event.kind,
        "words": EventKind::from_slug(&event.kind).map_or_else(|| Phrase::verbatim(event.kind.clone()), EventKind::words),
        "time": time(event.at, now),
        "account": account(app, names, event.user_id),
        "by": account(app, names, by),
        "ip": event.ip,
        "device": device::in_words(&event.user_agent),
        "more": more,
    })
}
