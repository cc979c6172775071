//! Draws every page with sample data, to tell what is wrong with a template before anybody sees it. Serves nothing.

use super::dev_inbox::sample_messages;
use super::draw::{Asked, Back, Content, context, form, other};
use super::{Engine, admin, api_docs};
use crate::accounts::SignedIn;
use crate::api::document;
use crate::app::App;
use crate::error::{Code, Error, FormErrors};
use crate::forms::{Field, Input, Source, Value, verify};
use crate::phrase::Phrase;
use crate::settings::{Mistake, Mistakes};
use serde_json::json;

/// Everything wrong with the templates of pages, and with those of messages, as they are now.
#[must_use]
pub fn rehearse(app: &App) -> Vec<Mistake> {
    let mut found = app.delivery().stationery().rehearse();
    for name in Engine::pages() {
        let fields = fields(app, &name);
        for who in samples_of_accounts() {
            // The pages of an account are for somebody who is signed in, all others for anybody.
            if who.is_none()
                && (name.starts_with("account")
                    || name.starts_with("admin/")
                    || matches!(name.as_str(), "sessions.html" | "events.html"))
            {
                continue;
            }
            for full in [true, false] {
                let Err(Mistakes(mistakes)) = draw(app, &name, &fields, who.as_ref(), full) else { continue };
                let new = mistakes.into_iter().filter(|mistake| !found.contains(mistake)).collect::<Vec<_>>();
                found.extend(new);
            }
        }
    }
    found
}

/// One page: refused, with everything there can be, or fresh, with as little.
fn draw(app: &App, name: &str, fields: &[Field], who: Option<&SignedIn>, full: bool) -> Result<String, Mistakes> {
    let mut errors = FormErrors::default();
    errors.whole(Code::InvalidCredentials, Code::InvalidCredentials.words());
    for field in fields {
        errors.add(field.name.clone(), Code::Invalid);
    }
    let error = Error::Invalid(errors);
    let sent = fields.iter().map(|field| (field.name.to_string(), Value::Text("a value".into()))).collect();
    let input = Input::new(Source::Page, sent);
    let (input, error) = if full { (Some(&input), Some(&error)) } else { (None, None) };
    let content = Content {
        title: Phrase::verbatim("A title"),
        notice: Phrase::verbatim(if full { "A notice" } else { "" }),
        intro: Phrase::verbatim(if full { "An introduction" } else { "" }),
        who,
        next: if full { "/account" } else { "" },
        form: form("sample", "/sample", Phrase::verbatim("Send"), fields, input, error),
        other: if full {
            other(Phrase::verbatim("Another way"), "/other", Phrase::verbatim("Send"), fields)
        } else {
            json!(null)
        },
        // A page whose point is the way on always has one.
        back: (full || matches!(name, "done.html" | "gone.html"))
            .then(|| Back::new("/login", Phrase::verbatim("Back"))),
        messages: if full && name == "dev_inbox.html" { sample_messages(app) } else { Vec::new() },
        error: json!({"status": 500, "title": "A title", "detail": "A reason", "request_id": if full { "00ff" } else { "" }}),
        address: address(full),
        view: if name.starts_with("admin/") { admin::sample_view(name, full) } else { view(app, name, full) },
        ..Content::default()
    };
    let path = if who.is_some() { "/account" } else { "/" };
    let language = app.settings().languages.default.clone();
    let asked = Asked { path: path.to_owned(), here: path.to_owned(), sent: full, language };
    app.engine().try_draw(name, &context(app, &asked, &content))
}

/// An address as its page shows it.
fn address(full: bool) -> serde_json::Value {
    json!({
        "at": "/account/email", "label": "Email", "value": full.then_some("ada@example.org"), "verified": false,
        "prove": "/verify/email", "verify": "Verify it", "remove": "Remove it",
        "pending": full.then_some("lovelace@example.org"),
    })
}

/// What single pages show beside what all have.
fn view(app: &App, name: &str, full: bool) -> serde_json::Value {
    let some = |one: serde_json::Value| if full { json!([one]) } else { json!([]) };
    let at = "2026-11-22T10:00:00Z";
    let session = json!({
        "id": "0193a1c2-0000-7000-8000-000000000000", "device": "Firefox on Linux", "ip": "192.0.2.7", "app": full,
        "begun": at, "begun_words": "22 November 2026", "used": at, "used_words": "just now", "current": !full,
    });
    let event = json!({
        "words": "Signed in", "at": at, "at_words": "22 November 2026", "ago": "just now", "device": "Firefox on Linux",
        "ip": "192.0.2.7",
    });
    // Much to put together, so only for the page that shows it.
    let api = if full && name == "api_docs.html" {
        api_docs::draw(&document(app), &app.settings().public_url.base)
    } else {
        json!({"groups": [], "schemas": []})
    };
    json!({
        "groups": api["groups"], "schemas": api["schemas"],
        "todo": some(json!({"title": "Something to do", "text": "And why.", "href": "/verify/email", "action": "Do it"})),
        "pending_email": full.then_some("lovelace@example.org"), "pending_phone": null, "has_password": full, "places": 2,
        "sessions": [session], "events": some(event), "others": full, "latest": full,
        "older": full.then_some("/account/sessions?limit=50&cursor=1"),
    })
}

/// The fields of a page as it is used.
fn fields(app: &App, name: &str) -> Vec<Field> {
    let accounts = app.accounts();
    match name {
        "login.html" => accounts.login_form.fields().to_vec(),
        "register.html" => accounts.register_form.fields().to_vec(),
        _ => [verify::reset_password().fields, verify::confirm_reset(app.policy()).fields].concat(),
    }
}

/// Nobody, an account that has everything, and one that has as little as there can be.
fn samples_of_accounts() -> Vec<Option<SignedIn>> {
    let at = "2026-11-22T10:00:00Z";
    let id = "0193a1c2-0000-7000-8000-000000000000";
    let account = |full: bool| {
        let text = |text: &str| if full { json!(text) } else { json!(null) };
        serde_json::from_value(json!({
            "session": {
                "id": id, "user_id": id, "kind": "Browser", "created_at": at, "last_used_at": at, "ip": "192.0.2.7",
                "user_agent": "A browser", "proved_at": at,
            },
            "user": {
                "id": id, "username": "ada", "username_canonical": "ada", "email": text("ada@example.org"),
                "email_canonical": text("ada@example.org"), "email_verified_at": text(at),
                "phone": text("+4915123456789"), "phone_verified_at": null, "first_name": if full { "Ada" } else { "" },
                "last_name": "", "profile": {}, "is_active": true, "is_staff": full, "is_superuser": false,
                "date_joined": at, "last_login": text(at), "reset_by": null,
            },
        }))
    };
    let mut all = vec![None];
    all.extend([true, false].into_iter().filter_map(|full| account(full).ok()).map(Some));
    all
}

#[cfg(test)]
mod tests {
    use super::samples_of_accounts;

    #[test]
    fn there_is_a_sample_of_an_account_with_much_and_with_little() {
        assert_eq!(samples_of_accounts().len(), 3);
    }
}
