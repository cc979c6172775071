//! `/account`

use super::draw::{Content, reply, see_other};
use super::events;
use super::page::Page;
use crate::accounts::{Overview, SignedIn};
use crate::api::user_json;
use crate::app::App;
use crate::db::{Time, User};
use crate::error::Result;
use crate::languages::{day, moment};
use crate::phrase::Phrase;
use crate::web::{client, signed_in};
use actix_web::http::StatusCode;
use actix_web::{HttpRequest, HttpResponse, web};
use serde_json::{Value, json};

/// The query of the page one comes to after changing the password.
pub(super) const PASSWORD_CHANGED: &str = "password";

/// The account at a glance.
pub async fn show(request: HttpRequest, app: web::Data<App>) -> Result<HttpResponse, Page> {
    draw(&request, &app).await.map_err(|error| Page::error(&request, error))
}

/// `/`: nothing of its own, only the way on.
pub async fn home() -> HttpResponse {
    see_other("/account")
}

async fn draw(request: &HttpRequest, app: &web::Data<App>) -> Result<HttpResponse> {
    let who = signed_in(request, app).await?;
    let asked = who.clone();
    let seen = app.run(client(request, app.settings()), move |accounts, cx| accounts.overview(cx, &asked)).await?;
    let phones = app.settings().phone_authentication_active;
    let pending = |kind: &str| seen.pending.iter().find(|change| change.kind == kind).map(|change| &change.address);
    let content = Content {
        title: Phrase::new("account-title"),
        notice: match request.query_string() {
            PASSWORD_CHANGED => Phrase::new("account-password-changed"),
            _ => Phrase::NONE,
        },
        who: Some(&who),
        view: json!({
            "todo": todo(&seen, phones),
            "pending_email": pending("email"),
            "pending_phone": pending("phone"),
            "has_password": seen.has_password,
            "places": seen.sessions,
            "events": seen.events.iter().map(|event| events::draw_event(event, app.now())).collect::<Vec<_>>(),
        }),
        ..Content::default()
    };
    reply(request, StatusCode::OK, "account.html", &content)
}

/// The account of whoever is signed in, as every template is given it.
pub(super) fn drawn(who: &SignedIn, say: &dyn Fn(&Phrase) -> String) -> Value {
    let mut all = user_json(&who.user);
    all["date_joined_words"] = json!(say(&moment(who.user.date_joined.timestamp())));
    all["last_login_words"] = json!(who.user.last_login.map(|at| say(&moment(at.timestamp()))));
    all
}

/// What needs doing, the most pressing first.
fn todo(seen: &Overview, phones: bool) -> Vec<Value> {
    let user = &seen.user;
    let item = |what: &str, title: Phrase, text: Phrase, href: &str| {
        let action = Phrase::new(format!("todo-{what}-action"));
        json!({"title": title, "text": text, "href": href, "action": action})
    };
    let mut all = Vec::new();
    if let Some(at) = user.delete_at {
        let text = Phrase::new("todo-deletion-text").with("date", day(at.timestamp()));
        all.push(item("deletion", Phrase::new("todo-deletion"), text, "/account/delete"));
    }
    all.extend(address(user, "email", user.email.as_ref(), user.email_verified_at));
    if phones {
        all.extend(address(user, "phone", user.phone.as_ref(), user.phone_verified_at));
    }
    for change in seen.pending.iter().filter(|change| phones || change.kind != "phone") {
        let (id, path) = match change.kind.as_str() {
            "email" => ("todo-confirm-email", "/account/email/confirm"),
            _ => ("todo-confirm-phone", "/account/phone/confirm"),
        };
        let text = Phrase::new("todo-confirm-text").with("address", change.address.clone());
        all.push(item("confirm", Phrase::new(id), text, path));
    }
    if !seen.has_password {
        let (title, text) = (Phrase::new("todo-password"), Phrase::new("todo-password-text"));
        all.push(item("password", title, text, "/account/password"));
    }
    all
}

/// An address that is there and not proved: `path` is `email` or `phone`.
fn address(user: &User, path: &str, own: Option<&String>, proved_at: Option<Time>) -> Option<Value> {
    let own = own.filter(|_| proved_at.is_none())?;
    let again = user.reset_by.as_deref().is_some_and(|by| by != path);
    let what = if again { "verify-again" } else { "verify" };
    let text = Phrase::new(format!("todo-{what}-text")).with("address", own.clone());
    let (title, action) = (Phrase::new(format!("todo-{what}-{path}")), Phrase::new(format!("todo-{what}-action")));
    Some(json!({"title": title, "text": text, "href": format!("/verify/{path}"), "action": action}))
}
