//! What an explanation is made of, as schemas with names. Says what `accounts/explain/` answers; the tests hold every
//! answer against it.

use super::components::{event, id, object, text, text_or_null, time, time_or_null};
use super::components_admin::{count, flag, id_or_null};
use super::fields::named;
use serde_json::{Value, json};

/// Every schema of an explanation, by its name.
pub(super) fn schemas() -> Vec<(&'static str, Value)> {
    let explained = json!({
        "description": "About an identifier, or about a request.",
        "oneOf": [named("Explanation"), named("ExplainedRequest")],
    });
    vec![
        ("Explained", explained),
        ("Explanation", object("What the program makes of an identifier.", explanation())),
        ("ExplainedRequest", object("What happened in a request.", request())),
        ("AccountState", object("How an account stands.", account())),
        ("LoginAnswer", object("What `POST /api/v1/login` answers.", answer())),
    ]
}

fn list(words: &str, properties: Value) -> Value {
    json!({"type": "array", "items": object(words, properties)})
}

fn or_null(name: &str) -> Value {
    json!({"oneOf": [named(name), {"type": "null"}]})
}

fn explanation() -> Value {
    json!({
        "identifier": {"type": "string", "description": "As it was given."},
        "readings": list("The text, read as one kind of identifier.", reading()),
        "backends": list("What one backend says.", json!({
            "name": text(), "says": {"type": "string", "enum": ["if_right", "passes", "denies"]}, "why": text_or_null(),
        })),
        "taken": flag("Whether registration would say that it is taken."),
        "account": or_null("AccountState"),
        "login": object("Failures and waits of sign-ins.", json!({
            "failures": count(), "limit": count(), "waits_until": time_or_null(), "per_network": text(),
        })),
        "codes": list("How codes for one address and one purpose stand.", json!({
            "to": text(), "purpose": text(), "open_until": time_or_null(), "tries_left": count(), "failures": count(),
            "waits_until": time_or_null(),
        })),
        "sending": list("How much may still be sent to an address.", json!({
            "to": text(), "wait": {"type": "integer", "minimum": 0, "description": "Seconds."},
            "left_in_hour": count(), "left_in_day": count(),
        })),
        "answers": object("What the person is told.", json!({
            "right_password": named("LoginAnswer"), "wrong_password": named("LoginAnswer"),
        })),
        "messages": list("Where one kind of message would go.", json!({
            "asked": text(), "message": text_or_null(), "to": text_or_null(),
            "why_not": {"type": ["string", "null"], "description": "Why none would be sent."},
        })),
    })
}

fn reading() -> Value {
    json!({
        "kind": {"type": "string", "enum": ["username", "email", "phone"]},
        "by_shape": flag("Whether it can be of this kind alone, by its shape."),
        "active": flag("Whether there are identifiers of this kind here."),
        "code": text_or_null(), "rule": {"type": ["string", "null"], "description": "The rule that it breaks."},
        "stored": text_or_null(), "canonical": text_or_null(),
        "skeletons": {"type": ["array", "null"], "items": text(),
                      "description": "What names that look like it have in common (UTS #39)."},
        "region": text_or_null(), "premium": {"type": ["boolean", "null"]},
    })
}

fn account() -> Value {
    let address = object("An address.", json!({"address": text(), "verified_at": time_or_null()}));
    let address = json!({"oneOf": [address, {"type": "null"}]});
    json!({
        "id": id(), "username": text_or_null(), "email": address, "phone": address,
        "is_active": {"type": "boolean"}, "is_staff": {"type": "boolean"}, "is_superuser": {"type": "boolean"},
        "password": object("How its password is kept.", json!({
            "usable": {"type": "boolean"}, "format": text_or_null(), "rehashed_at_login": {"type": "boolean"},
        })),
        "date_joined": time(), "last_login": time_or_null(), "delete_at": time_or_null(),
        "reset_by": {"type": ["string", "null"], "description": "By which address its password was reset, if its owner has \
            not confirmed the other since."},
        "sessions": {"type": "integer", "minimum": 0, "maximum": 100},
        "pending": {"type": "array", "items": text(), "description": "Addresses that it is to change to, masked."},
    })
}

fn answer() -> Value {
    json!({
        "status": {"type": "integer", "enum": [200, 401, 403, 422, 429]}, "code": text_or_null(),
        "reason": {"type": ["string", "null"], "description": "Why it is refused: the person is not told."},
    })
}

fn request() -> Value {
    let mut event = event();
    if let Some(event) = event.as_object_mut() {
        event.remove("id");
        event.insert("account_id".to_owned(), id_or_null("To which account."));
    }
    json!({
        "request": {"type": "string", "description": "Its id."},
        "events": list("What was noted.", event),
        "explanation": or_null("Explanation"),
    })
}
