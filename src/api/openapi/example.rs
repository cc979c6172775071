//! Examples: what a form may look like filled in, and what answers look like. Made of the same fields, so that they are
//! always ones that the program takes.

use crate::forms::{Field, Kind, ProfileType};
use crate::identifiers::IdentifierKind;
use crate::phrase::Phrase;
use serde_json::{Map, Value, json};

const ID: &str = "019aac1e-5c00-7000-8000-0123456789ab";
const AT: &str = "2026-11-22T10:00:00Z";
const PASSWORD: &str = "the bees sleep until noon";
const NEW_PASSWORD: &str = "the moles dig in the evening";

/// A form filled in; nothing where it asks for something that nobody can think of.
#[must_use]
pub fn of_fields(fields: &[Field]) -> Option<Value> {
    let mut all = Map::new();
    for field in fields.iter().filter(|field| field.kind != Kind::PasswordAgain) {
        match of_field(field) {
            Some(value) => _ = all.insert(field.name.clone().into_owned(), value),
            None if field.is_required() => return None,
            None => {}
        }
    }
    Some(Value::Object(all))
}

fn of_field(field: &Field) -> Option<Value> {
    if let Some(default) = &field.default {
        return Some(default.clone());
    }
    let value = match field.kind {
        Kind::Identifier(IdentifierKind::Username) | Kind::AnyIdentifier => json!("alice"),
        Kind::Identifier(IdentifierKind::Email) => json!("alice@example.org"),
        Kind::Identifier(IdentifierKind::Phone) | Kind::Profile(ProfileType::Tel) => json!("+4915123456789"),
        Kind::Password => json!(PASSWORD),
        Kind::NewPassword { .. } if field.name == "password" => json!(PASSWORD),
        Kind::NewPassword { .. } => json!(NEW_PASSWORD),
        Kind::PasswordAgain => return None,
        Kind::Code { digits } => json!(if digits { "123456" } else { "BCDF-GHJK" }),
        Kind::Checkbox | Kind::Profile(ProfileType::Checkbox) => json!(true),
        Kind::Name => json!(if field.name == "first_name" { "Alice" } else { "Archer" }),
        Kind::Channel | Kind::Profile(ProfileType::Select) => json!(field.choices().first()?.value),
        Kind::Profile(ProfileType::Number) => {
            field.checks.min.clone().or_else(|| field.checks.max.clone()).unwrap_or_else(|| json!(7))
        }
        Kind::Profile(ProfileType::Date) => {
            field.checks.min.clone().or_else(|| field.checks.max.clone()).unwrap_or_else(|| json!("2001-02-03"))
        }
        Kind::Profile(ProfileType::Email) => json!("alice@example.net"),
        Kind::Profile(ProfileType::Url) => json!("https://example.org/alice"),
        Kind::Profile(ProfileType::Text | ProfileType::Textarea) => {
            json!(
                field
                    .checks
                    .pattern
                    .as_ref()
                    .map_or_else(|| Some("a text".to_owned()), crate::forms::Pattern::sample)?
            )
        }
    };
    let fits = value.as_str().is_none_or(|text| field.checks.text(text, &Phrase::NONE).is_none());
    fits.then_some(value)
}

/// What an answer of this schema looks like.
#[must_use]
pub fn of_reply(name: &str) -> Option<Value> {
    let tokens = json!({
        "access_token": "eyJhbGciOiJFZERTQSJ9.eyJzdWIiOiIwMTlhIn0.c2ln", "refresh_token": "yUu3Vt0nW0aVd1M2bQ",
        "token_type": "Bearer", "expires_in": 300,
    });
    Some(match name {
        "User" => user(),
        "Account" => account(),
        "Account[]" => json!([account()]),
        "UserReply" => json!({"user": user()}),
        "Tokens" => tokens,
        "SignedIn" => {
            let mut all = json!({"user": user()});
            if let (Some(all), Value::Object(tokens)) = (all.as_object_mut(), tokens) {
                all.extend(tokens);
            }
            all
        }
        "Detail" => json!({"detail": "A message is on its way."}),
        "OnItsWay" => json!({"detail": "A code is on its way.", "destination": "al*****@ex*****.***"}),
        "Session[]" => json!([{
            "id": ID, "created_at": AT, "last_used_at": AT, "expires_at": "2026-12-06T10:00:00Z", "ip": "192.0.2.7",
            "user_agent": "Mozilla/5.0", "current": true,
        }]),
        "Event[]" => json!([{
            "id": ID, "kind": "login", "at": AT, "ip": "192.0.2.7", "user_agent": "Mozilla/5.0",
            "detail": {"by": "password"},
        }]),
        _ => return None,
    })
}

fn user() -> Value {
    json!({
        "id": ID, "username": "alice", "email": "alice@example.org", "email_verified": true,
        "email_verified_at": AT, "phone": null, "phone_verified": null, "phone_verified_at": null,
        "first_name": "Alice", "last_name": "Archer", "profile": {}, "is_staff": false, "date_joined": AT,
        "last_login": AT,
    })
}

/// As staff see it.
fn account() -> Value {
    let mut all = user();
    let more = json!({"is_active": true, "is_superuser": false, "has_usable_password": true, "delete_at": null});
    if let (Some(all), Value::Object(more)) = (all.as_object_mut(), more) {
        all.extend(more);
    }
    all
}

/// What a refusal looks like.
#[must_use]
pub fn problem() -> Value {
    json!({
        "type": "about:blank", "title": "Unprocessable Entity", "status": 422, "code": "taken",
        "detail": "Some of this could not be accepted.",
        "errors": [{"pointer": "#/email", "code": "taken", "detail": "A user with that email address already exists."}],
    })
}
