//! `/account`

use super::draw::{Content, day, in_words, reply, see_other};
use super::events;
use super::page::Page;
use crate::accounts::{Overview, SignedIn};
use crate::api::user_json;
use crate::app::App;
use crate::db::{Time, User};
use crate::error::Result;
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
        title: "Your account".into(),
        notice: match request.query_string() {
            PASSWORD_CHANGED => "Your password is changed. Everywhere else you are signed out.".into(),
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
pub(super) fn drawn(who: &SignedIn) -> Value {
    let mut all = user_json(&who.user);
    all["date_joined_words"] = json!(in_words(who.user.date_joined));
    all["last_login_words"] = json!(who.user.last_login.map(in_words));
    all
}

/// What needs doing, the most pressing first.
fn todo(seen: &Overview, phones: bool) -> Vec<Value> {
    let user = &seen.user;
    let item = |title: &str, text: String, href: &str, action: &str| json!({"title": title, "text": text, "href": href, "action": action});
    let mut all = Vec::new();
    if let Some(at) = user.delete_at {
        let text = format!("On {} nothing will be left of it. Until then you can keep it.", day(at));
        all.push(item("This account is going to be deleted", text, "/account/delete", "Look at it"));
    }
    all.extend(address(
        user,
        Address { name: "email address", path: "email", own: user.email.as_deref(), proved_at: user.email_verified_at },
    ));
    if phones {
        all.extend(address(
            user,
            Address {
                name: "phone number",
                path: "phone",
                own: user.phone.as_deref(),
                proved_at: user.phone_verified_at,
            },
        ));
    }
    for change in seen.pending.iter().filter(|change| phones || change.kind != "phone") {
        let (title, path) = match change.kind.as_str() {
            "email" => ("Confirm your new email address", "/account/email/confirm"),
            _ => ("Confirm your new phone number", "/account/phone/confirm"),
        };
        let text = format!("We sent a code to {}. Until you type it, the old one stays.", change.address);
        all.push(item(title, text, path, "Type the code"));
    }
    if !seen.has_password {
        let text = "Until you do, you sign in with a code alone.".to_owned();
        all.push(item("Set a password", text, "/account/password", "Set a password"));
    }
    all
}

#[derive(Clone, Copy)]
struct Address<'a> {
    name: &'static str,
    path: &'static str,
    own: Option<&'a str>,
    proved_at: Option<Time>,
}

/// An address that is there and not proved.
fn address(user: &User, address: Address<'_>) -> Option<Value> {
    let Address { name, path, own, proved_at } = address;
    let own = own.filter(|_| proved_at.is_none())?;
    let again = user.reset_by.as_deref().is_some_and(|by| by != path);
    let (title, text) = if again {
        (
            format!("Confirm your {name} again"),
            format!(
                "Your password was reset through another address. Until you confirm {own}, it cannot help you back in."
            ),
        )
    } else {
        (format!("Verify your {name}"), format!("Then {own} can help you back in when you forget your password."))
    };
    let action = if again { "Confirm it" } else { "Verify it" };
    Some(json!({"title": title, "text": text, "href": format!("/verify/{path}"), "action": action}))
}
