//! What the pages about accounts are given to show, as a sample: with everything there can be, or with as little.

use serde_json::{Value, json};

const AT: &str = "/admin/accounts/0193a1c2-0000-7000-8000-000000000000";
const ID: &str = "0193a1c2-0000-7000-8000-000000000000";
const TIME: &str = "2026-11-22T10:00:00Z";

fn some(full: bool, one: &Value) -> Value {
    if full { json!([one]) } else { json!([]) }
}

fn state() -> Value {
    json!({"text": "Inactive", "tone": "bad"})
}

/// The list of accounts.
pub(super) fn accounts(full: bool) -> Value {
    let row = json!({
        "id": ID, "name": "ada", "full_name": "Ada Lovelace", "email": full.then_some("ada@example.org"),
        "email_verified": !full, "phone": full.then_some("+4915123456789"), "phone_verified": full,
        "states": some(full, &state()), "joined": TIME, "joined_words": "22 November 2026", "last_login": full.then_some(TIME),
        "last_login_words": full.then_some("22 November 2026"),
    });
    json!({
        "accounts": some(full, &row), "refused": false, "narrowed": full, "new": AT, "at": AT, "first": full.then_some(AT),
        "next": full.then_some(AT),
    })
}

/// One account.
pub(super) fn account(full: bool) -> Value {
    let act = json!({"href": AT, "label": "Delete", "what": "All is gone.", "grave": full});
    let code = json!({"purpose": "Sign in", "channel": "Email", "issued": "now", "expires": "soon", "tries": 1});
    let text = |text: &'static str| full.then_some(text);
    json!({
        "at": AT, "states": some(full, &state()), "has_password": full, "pending": some(full, &json!("new@example.org")),
        "codes": some(full, &code), "sessions": some(full, &session(full)), "events": some(full, &event(full)),
        "may_change": full, "acts": some(full, &act),
        "account": {
            "id": ID, "username": text("ada"), "email": text("ada@example.org"), "email_verified": text("22 November 2026"),
            "phone": text("+4915123456789"), "phone_verified": null, "full_name": text("Ada Lovelace").unwrap_or_default(),
            "profile": some(full, &json!({"label": "Team", "value": "red"})), "joined": "22 November 2026",
            "last_login": text("22 November 2026"), "delete_at": text("22 December 2026"), "reset_by": text("email"),
        },
    })
}

fn session(full: bool) -> Value {
    json!({
        "id": ID, "device": "Firefox on Linux", "ip": "192.0.2.7", "begun": "22 November 2026", "used": "just now",
        "current": full,
    })
}

fn event(full: bool) -> Value {
    json!({
        "words": "Signed in", "at": TIME, "at_words": "22 November 2026", "ago": "just now", "device": "Firefox on Linux",
        "ip": "192.0.2.7", "by": full.then_some(AT), "by_shell": !full,
    })
}

/// A page of the sessions or the events of one account.
pub(super) fn list(full: bool) -> Value {
    json!({
        "at": AT, "name": "ada", "may_change": full, "sessions": some(full, &session(full)),
        "events": some(full, &event(full)), "first": full.then_some(AT), "next": full.then_some(AT),
    })
}
