//! What the answers of the API are made of, as schemas with names. Says of each what `account.rs`, `answer.rs`,
//! `problem.rs` and the lists write; the tests hold every answer against it.

use super::components_admin as admin;
use super::components_explain as explain;
use super::fields::named;
use crate::accounts::EventKind;
use crate::error::Code;
use crate::settings::Settings;
use serde_json::{Value, json};

/// Every schema of an answer, by its name.
#[must_use]
pub fn schemas() -> Vec<(&'static str, Value)> {
    let mut all = problem();
    all.extend(accounts());
    all.extend(lists());
    all.extend(forms());
    all.extend(admin::schemas());
    all.extend(explain::schemas());
    all.push(("AccountExport", export()));
    all.push((
        "Document",
        json!({"type": "object", "description": "An OpenAPI document.", "additionalProperties": true}),
    ));
    all
}

/// An object that always has all of these members.
pub(super) fn object(words: &str, properties: Value) -> Value {
    let Value::Object(properties) = properties else { return json!(false) };
    let names: Vec<&String> = properties.keys().collect();
    json!({"type": "object", "description": words, "required": names, "properties": properties})
}

pub(super) fn text() -> Value {
    json!({"type": "string"})
}

pub(super) fn text_or_null() -> Value {
    json!({"type": ["string", "null"]})
}

fn flag_or_null(words: &str) -> Value {
    json!({"type": ["boolean", "null"], "description": words})
}

pub(super) fn id() -> Value {
    json!({"type": "string", "format": "uuid", "description": "A UUIDv7: later ones are greater."})
}

pub(super) fn time() -> Value {
    json!({"type": "string", "format": "date-time", "description": "In UTC."})
}

pub(super) fn time_or_null() -> Value {
    json!({"type": ["string", "null"], "format": "date-time"})
}

fn problem() -> Vec<(&'static str, Value)> {
    let codes: Vec<&str> = Code::ALL.iter().map(|code| code.slug()).collect();
    let mut problem = object(
        "A refusal (RFC 9457). Compare `code`; `detail` is for people.",
        json!({
            "type": {"type": "string", "const": "about:blank"},
            "title": {"type": "string", "description": "The status in words."},
            "status": {"type": "integer", "minimum": 400, "maximum": 599},
            "code": named("Code"),
            "detail": text(),
        }),
    );
    problem["properties"]["errors"] = json!({
        "type": "array", "minItems": 1, "items": named("Mistake"),
        "description": "Every mistake in what was sent, together. With several of them `code` is `invalid`.",
    });
    problem["example"] = super::example::problem();
    vec![
        ("Code", json!({"type": "string", "enum": codes, "description": "A stable name for one kind of refusal."})),
        ("Problem", problem),
        (
            "Mistake",
            object(
                "One mistake in what was sent.",
                json!({
                    "pointer": {"type": "string", "description": "A JSON pointer to the member, `#` for the whole."},
                    "code": named("Code"),
                    "detail": text(),
                }),
            ),
        ),
    ]
}

/// The members of an account.
pub(super) fn user() -> Value {
    let verified = "Null where there is no such address.";
    json!({
        "id": id(), "username": text_or_null(),
        "email": text_or_null(), "email_verified": flag_or_null(verified), "email_verified_at": time_or_null(),
        "phone": {"type": ["string", "null"], "description": "E.164."},
        "phone_verified": flag_or_null(verified), "phone_verified_at": time_or_null(),
        "first_name": text(), "last_name": text(),
        "profile": {"type": "object", "additionalProperties": true,
                    "description": "What the registration form asked for beyond the above."},
        "is_staff": {"type": "boolean"}, "date_joined": time(), "last_login": time_or_null(),
    })
}

fn accounts() -> Vec<(&'static str, Value)> {
    let tokens = json!({
        "access_token": {"type": "string", "description": "To be sent as `Authorization: Bearer …`."},
        "refresh_token": {"type": "string", "description": "Good once, at `/token/refresh`."},
        "token_type": {"type": "string", "const": "Bearer"},
        "expires_in": {"type": "integer", "minimum": 0, "description": "Seconds until the access token expires."},
    });
    let mut signed_in =
        object("The account, and its tokens unless a cookie carries the session.", json!({"user": named("User")}));
    if let (Some(all), Some(tokens)) = (signed_in["properties"].as_object_mut(), tokens.as_object()) {
        all.extend(tokens.clone());
    }
    let on_its_way = json!({
        "detail": text(), "destination": {"type": "string", "description": "Where it went, masked."},
    });
    let mut sent = object("A code is on its way.", on_its_way);
    sent["required"] = json!(["detail"]);
    vec![
        ("User", object("An account.", user())),
        ("UserReply", object("The account as it is now.", json!({"user": named("User")}))),
        ("SignedIn", signed_in),
        ("Tokens", object("A pair of tokens (RFC 6749, 5.1).", tokens)),
        ("Detail", object("Words for people.", json!({"detail": text()}))),
        ("OnItsWay", sent),
    ]
}

/// Every kind of event, by its name.
fn kinds() -> Vec<&'static str> {
    EventKind::ALL.iter().map(|kind| kind.slug()).collect()
}

/// The members of an event.
pub(super) fn event() -> Value {
    json!({
        "id": id(), "kind": {"type": "string", "enum": kinds()}, "at": time(), "ip": text(), "user_agent": text(),
        "detail": {"type": "object", "additionalProperties": true},
    })
}

fn lists() -> Vec<(&'static str, Value)> {
    let session = json!({
        "id": id(), "created_at": time(), "last_used_at": time(), "expires_at": time(), "ip": text(),
        "user_agent": text(), "current": {"type": "boolean", "description": "Whether it is the one that asks."},
    });
    let types: Vec<String> =
        kinds().iter().map(|kind| format!("account.{kind}")).chain(["webhook.test".into()]).collect();
    let notification = json!({
        "type": {"type": "string", "enum": types}, "timestamp": time(),
        "data": {"type": "object", "additionalProperties": true,
                 "description": "The event, as `Event`, with `account_id`: whose it is, or null."},
    });
    vec![
        ("Notification", object("Something that happened, as webhooks are told.", notification)),
        ("Session", object("One sign-in that has not ended.", session)),
        ("Event", object("Something that happened to the account.", event())),
    ]
}

fn forms() -> Vec<(&'static str, Value)> {
    let texts = json!({"type": "array", "items": text()});
    let mut field = object(
        "One field of a form, with its rules.",
        json!({"name": text(), "type": text(), "label": text(), "required": {"type": "boolean"}}),
    );
    let rules = json!({
        "help": text(), "autocomplete": text(), "min_length": {"type": "integer"}, "max_length": {"type": "integer"},
        "max_bytes": {"type": "integer"}, "choices": texts,
        "choice_labels": {"type": "object", "additionalProperties": text()},
        "pattern": {"type": "string", "description": "What the whole value has to match."},
        "min": {"type": ["number", "string"]}, "max": {"type": ["number", "string"]},
        "must_be_true": {"type": "boolean"}, "unique": {"type": "boolean"}, "required_unless": text(),
        "default": {"type": ["string", "number", "boolean"]}, "group": text(),
        "instead": {"type": "array", "items": named("FormField"), "description": "Fields that may be sent in place of it."},
    });
    if let (Some(all), Some(rules)) = (field["properties"].as_object_mut(), rules.as_object()) {
        all.extend(rules.clone());
    }
    let mut form = object(
        "What a form asks for.",
        json!({"name": text(), "title": text(), "fields": {"type": "array", "items": named("FormField")}}),
    );
    form["properties"]["by_code"] = json!({"type": "boolean", "description": "Whether `/login/code` is there too."});
    vec![("Form", form), ("FormField", field)]
}

fn export() -> Value {
    let list = |properties: Value| json!({"type": "array", "items": object("", properties)});
    let mut account = user();
    let more = json!({
        "has_password": {"type": "boolean"}, "is_active": {"type": "boolean"}, "is_superuser": {"type": "boolean"},
        "delete_at": time_or_null(),
    });
    if let (Some(all), Some(more)) = (account.as_object_mut(), more.as_object()) {
        all.extend(more.clone());
    }
    let mut events = event();
    events["request"] =
        json!({"type": ["string", "null"], "description": "In which request: the id that its answer carried."});
    object(
        "All that is kept of an account.",
        json!({
            "account": object("The account.", account),
            "sessions": list(json!({
                "id": id(), "kind": text(), "created_at": time(), "last_used_at": time(), "proved_at": time(),
                "ip": text(), "user_agent": text(),
            })),
            "events": list(events),
            "pending_changes": list(json!({"kind": text(), "address": text(), "asked_at": time()})),
            "messages": list(json!({
                "id": id(), "kind": text(), "destination": text(), "created_at": time(),
                "sent_at": time_or_null(), "given_up_at": time_or_null(),
            })),
        }),
    )
}

/// What the program tells other programs, where the settings declare them (Standard Webhooks).
#[must_use]
pub fn webhooks() -> Value {
    let header = |name: &str, words: &str| json!({"name": name, "in": "header", "required": true, "description": words, "schema": {"type": "string"}});
    json!({"account": {"post": {
        "operationId": "accountEvent",
        "summary": "Something happened to an account",
        "description": "Sent to every `[webhooks.NAME]` of the settings that wants events of the kind.",
        "parameters": [
            header("webhook-id", "The id of the event: act on each once."),
            header("webhook-timestamp", "When this try was made, in seconds since 1970."),
            header("webhook-signature", "`v1,` and the HMAC-SHA256 of `id.timestamp.body` in base64; several with a space between."),
        ],
        "requestBody": {"required": true, "content": {"application/json": {"schema": named("Notification")}}},
        "responses": {
            "2XX": {"description": "It arrived."},
            "410": {"description": "Nothing more of this event is wanted."},
            "default": {"description": "It is tried again later."},
        },
    }}})
}

/// Headers of refusals that more than one call has.
#[must_use]
pub fn headers() -> Value {
    json!({
        "Retry-After": {
            "description": "Seconds until it is worth asking again.", "required": true,
            "schema": {"type": "integer", "minimum": 1},
        },
        "WWW-Authenticate": {"description": "How to sign in: `Bearer`.", "required": true, "schema": {"type": "string"}},
    })
}

/// How whoever calls says who they are.
#[must_use]
pub fn security(settings: &Settings) -> Value {
    json!({
        "bearer": {
            "type": "http", "scheme": "bearer", "bearerFormat": "JWT",
            "description": "The access token of a sign-in.",
        },
        "session": {
            "type": "apiKey", "in": "cookie", "name": settings.sessions.cookie_name,
            "description": "The session cookie of a browser (`?session=cookie`, or the pages). What changes something has to \
                come from a page of this site then: browsers say so in `Sec-Fetch-Site` and `Origin` by themselves.",
        },
    })
}
