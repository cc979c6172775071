//! What the answers to staff are made of, as schemas with names. Says of each what `api/admin/` writes; the tests hold
//! every answer against it.

use super::components::{event, id, object, text, text_or_null, time, time_or_null, user};
use super::fields::named;
use crate::accounts::Span;
use crate::db::outbox_pages::State;
use crate::otp::{Channel, Purpose};
use serde_json::{Value, json};

/// Every schema of an answer to staff, by its name.
pub(super) fn schemas() -> Vec<(&'static str, Value)> {
    let mut all = site();
    all.extend([
        ("Account", object("An account, as staff see it.", account())),
        ("AccountEvent", object("Something that happened, and to which account.", account_event())),
        ("Message", object("A message that left or is to leave. What it says is not shown.", message())),
        ("OneTimePassword", object("A code that is under way. It is not shown.", one_time_password())),
    ]);
    all
}

pub(super) fn count() -> Value {
    json!({"type": "integer", "minimum": 0})
}

pub(super) fn flag(words: &str) -> Value {
    json!({"type": "boolean", "description": words})
}

pub(super) fn id_or_null(words: &str) -> Value {
    json!({"type": ["string", "null"], "format": "uuid", "description": words})
}

fn list(name: &str) -> Value {
    json!({"type": "array", "items": named(name)})
}

fn channel() -> Value {
    json!({"type": "string", "enum": [Channel::Email.as_str(), Channel::Phone.as_str()]})
}

/// These members, and those.
fn with(mut all: Value, more: Value) -> Value {
    if let (Some(all), Value::Object(more)) = (all.as_object_mut(), more) {
        all.extend(more);
    }
    all
}

fn site() -> Vec<(&'static str, Value)> {
    let spans: Vec<&str> = Span::ALL.iter().map(|span| span.as_str()).collect();
    let site = json!({
        "accounts": count(), "verified": count(), "staff": count(),
        "sessions": object("By who carries them.", json!({"browsers": count(), "programs": count()})),
        "messages": object("By what is to become of them.", json!({"waiting": count(), "failed": count(), "dead": count()})),
        "schema_is_current": flag("Whether every migration has run."),
        "warnings": list("Warning"),
        "span": {"type": "string", "enum": spans, "description": "How far back `activity` goes."},
        "activity": list("Activity"),
    });
    let warning = json!({"key": text(), "problem": text(), "remedy": text()});
    let activity = json!({
        "from": time(), "registrations": count(), "logins": count(), "refusals": count(), "sent": count(),
        "dead": count(),
    });
    vec![
        ("Site", object("The site at a glance.", site)),
        ("Warning", object("Something about the settings that should not stay so.", warning)),
        ("Activity", object("What happened in one step of the time that is looked at.", activity)),
    ]
}

fn account() -> Value {
    let more = json!({
        "is_active": flag("Whether it may sign in."), "is_superuser": {"type": "boolean"},
        "has_usable_password": {"type": "boolean"},
        "delete_at": {"type": ["string", "null"], "format": "date-time",
                      "description": "When it will be deleted, if its owner wants that."},
    });
    with(user(), more)
}

fn account_event() -> Value {
    with(event(), json!({"account": id_or_null("Null for a refusal that was about nobody.")}))
}

fn message() -> Value {
    let states: Vec<&str> = State::ALL.iter().map(|state| state.as_str()).collect();
    json!({
        "id": id(), "kind": {"type": "string", "description": "As in `X-Countersign-Message`."},
        "channel": {"type": "string", "description": "`email`, `phone`, or `webhook`."},
        "destination": {"type": "string", "description": "Masked."},
        "account": id_or_null("Whom it is about, while that account is there."),
        "state": {"type": "string", "enum": states}, "tries": count(), "last_error": text_or_null(),
        "created_at": time(), "due_at": time(), "expires_at": time_or_null(), "sent_at": time_or_null(),
        "dead_at": time_or_null(),
    })
}

fn one_time_password() -> Value {
    let purposes: Vec<&str> = Purpose::ALL.iter().map(|purpose| purpose.as_str()).collect();
    json!({
        "id": id(), "account": id_or_null("Null where the address is nobody's, and no code would be right."),
        "purpose": {"type": "string", "enum": purposes}, "channel": channel(),
        "destination": {"type": "string", "description": "Masked."},
        "issued_at": time(), "expires_at": time(), "attempts": count(),
        "dead": flag("It was wrong too often, and is good for nothing."),
        "throttled_until": time_or_null(),
    })
}
