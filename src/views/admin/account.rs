//! `{admin.path}/accounts/{id}`: all there is to know of an account, and the way to everything that can be done to it.

use super::accounts::states;
use super::acts::Act;
use super::id_of;
use crate::accounts::{AccountRecord, Actor, Admin};
use crate::app::App;
use crate::db::account_events::AccountEvent;
use crate::db::sessions::Session;
use crate::db::{Id, Time, User};
use crate::error::Result;
use crate::languages::{ago, moment};
use crate::phrase::Phrase;
use crate::views::draw::{Content, reply};
use crate::views::page::Page;
use crate::views::{device, events};
use crate::web::{Paging, client};
use actix_web::http::StatusCode;
use actix_web::web::{Data, Path, ReqData};
use actix_web::{HttpRequest, HttpResponse};
use serde_json::{Value, json};

/// The page.
pub async fn show(
    request: HttpRequest,
    app: Data<App>,
    admin: ReqData<Admin>,
    id: Path<String>,
) -> Result<HttpResponse, Page> {
    draw(&request, &app, &admin, &id).await.map_err(|error| Page::error(&request, error))
}

async fn draw(request: &HttpRequest, app: &App, admin: &Admin, id: &str) -> Result<HttpResponse> {
    let record = record(request, app, admin, id).await?;
    let user = &record.user;
    let at = address(app, user.id);
    let acts = Act::ALL.iter().filter(|act| act.fits(&record));
    let acts: Vec<Value> = acts.map(|act| act.link(&at)).collect();
    let content = Content {
        title: Phrase::verbatim(user.display_name().to_owned()),
        notice: notice(request.query_string()),
        who: Some(admin.who()),
        view: json!({
            "at": at,
            "account": facts(app, user),
            "states": states(user),
            "has_password": record.has_password,
            "pending": record.pending.iter().map(|change| &change.address).collect::<Vec<_>>(),
            "codes": record.codes.iter().map(code).collect::<Vec<_>>(),
            "sessions": record.sessions.items.iter().map(|one| session(one, admin, app.now())).collect::<Vec<_>>(),
            "events": record.events.iter().map(|one| event(one, app)).collect::<Vec<_>>(),
            "may_change": record.may_change,
            "acts": acts,
        }),
        ..Content::default()
    };
    reply(request, StatusCode::OK, "admin/account.html", &content)
}

/// What was done on the page before this one.
fn notice(query: &str) -> Phrase {
    match query {
        "created" => Phrase::new("admin-account-created"),
        "edited" => Phrase::new("admin-account-edited"),
        query => Act::ALL.iter().find(|act| act.name() == query).map(|act| act.done()).unwrap_or_default(),
    }
}

/// The record of the account in a path.
pub(super) async fn record(request: &HttpRequest, app: &App, admin: &Admin, id: &str) -> Result<AccountRecord> {
    let (id, admin) = (id_of(id)?, admin.clone());
    let work = move |accounts: &crate::accounts::Accounts, cx: &mut crate::context::Context<'_>| {
        accounts.account_record(cx, Actor::Admin(&admin), id)
    };
    app.run(client(request, app.settings()), work).await
}

/// Where the page of an account is.
pub(super) fn address(app: &App, id: Id) -> String {
    format!("{}/accounts/{id}", app.settings().admin.path)
}

/// An instant in words.
fn in_words(at: Time) -> Phrase {
    moment(at.timestamp())
}

fn facts(app: &App, user: &User) -> Value {
    let form = app.accounts().profile_form(app.region());
    let label = |name: &str| form.fields().iter().find(|field| field.name == name).map(|field| json!(field.label));
    let profile = user.profile.0.iter().map(|(name, value)| {
        let shown = match value {
            Value::String(text) => Phrase::verbatim(text.clone()),
            Value::Bool(true) => Phrase::new("admin-yes"),
            Value::Bool(false) => Phrase::new("admin-no"),
            other => Phrase::verbatim(other.to_string()),
        };
        json!({"label": label(name).unwrap_or_else(|| json!(name)), "value": shown})
    });
    json!({
        "id": user.id,
        "username": user.username,
        "email": user.email,
        "email_verified": user.email_verified_at.map(in_words),
        "phone": user.phone,
        "phone_verified": user.phone_verified_at.map(in_words),
        "full_name": format!("{} {}", user.first_name, user.last_name).trim(),
        "profile": profile.collect::<Vec<_>>(),
        "joined": in_words(user.date_joined),
        "last_login": user.last_login.map(in_words),
        "delete_at": user.delete_at.map(in_words),
        "reset_by": user.reset_by,
    })
}

fn code(code: &crate::accounts::OpenCode) -> Value {
    let purpose = match code.purpose.as_str() {
        "verify" => "admin-tokens-verify",
        "reset" => "admin-tokens-reset",
        "login" => "admin-tokens-login",
        _ => "admin-tokens-change",
    };
    let channel = if code.channel == "email" { "admin-tokens-email" } else { "admin-tokens-phone" };
    json!({
        "purpose": Phrase::new(purpose),
        "channel": Phrase::new(channel),
        "issued": in_words(code.issued_at),
        "expires": in_words(code.expires_at),
        "tries": code.tries,
    })
}

/// A session as templates want it.
pub(super) fn session(session: &Session, admin: &Admin, now: Time) -> Value {
    json!({
        "id": session.id,
        "device": device::in_words(&session.user_agent),
        "ip": session.ip,
        "begun": in_words(session.created_at),
        "used": ago(now.since(session.last_used_at)),
        "current": session.id == admin.who().session.id,
    })
}

/// An event with who did it, where that was not the owner.
fn event(event: &AccountEvent, app: &App) -> Value {
    let mut drawn = events::draw_event(event, app.now());
    let by = event.detail.0.get("by").and_then(Value::as_str).unwrap_or_default();
    let admin = by.parse::<Id>().ok().map(|id| address(app, id));
    drawn["by"] = json!(admin);
    drawn["by_shell"] = json!(by == "shell");
    drawn
}

/// `…/events`: all that happened to the account.
pub async fn events(
    request: HttpRequest,
    app: Data<App>,
    admin: ReqData<Admin>,
    id: Path<String>,
) -> Result<HttpResponse, Page> {
    let drawn = async {
        let (id, paging) = (id_of(&id)?, Paging::of_query(request.query_string())?);
        let work = move |accounts: &crate::accounts::Accounts, cx: &mut crate::context::Context<'_>| {
            Ok((accounts.account(cx, id)?, accounts.account_events(cx, id, paging.cursor, paging.limit)?))
        };
        let (user, page) = app.run(client(&request, app.settings()), work).await?;
        let at = address(&app, id);
        let content = Content {
            title: Phrase::new("events-title"),
            who: Some(admin.who()),
            view: json!({
                "at": at,
                "name": user.display_name(),
                "events": page.items.iter().map(|one| event(one, &app)).collect::<Vec<_>>(),
                "first": paging.cursor.map(|_| format!("{at}/events")),
                "next": page.next.map(|next| paging.further(&format!("{at}/events"), "", &next.to_string())),
            }),
            ..Content::default()
        };
        reply(&request, StatusCode::OK, "admin/account_events.html", &content)
    };
    drawn.await.map_err(|error| Page::error(&request, error))
}
