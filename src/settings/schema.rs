//! The JSON Schema of `settings.toml`, for editors; says less than the program checks, never more.

use serde_json::{Map, Value, json};

use super::keys::{self, Key, Kind};
use super::table::TABLE;

/// The JSON Schema of `settings.toml`: every key that may be written, with its type, its bounds and what it is for.
#[must_use]
pub fn schema() -> Value {
    let mut root = object();
    for section in keys::sections() {
        let mut properties = Map::new();
        for key in TABLE.iter().filter(|key| key.section == section) {
            properties.insert(key.name.to_owned(), property(key));
            if key.kind.is_secret() {
                let about = format!("A file that holds {}. Instead of it, not beside it.", key.name);
                properties.insert(format!("{}_file", key.name), json!({ "type": "string", "description": about }));
            }
        }
        if !properties.is_empty() {
            place(&mut root, section, properties);
        }
    }
    root["properties"]["forms"] = forms();
    root["properties"]["webhooks"] = webhooks();
    root["$schema"] = json!("https://json-schema.org/draft/2020-12/schema");
    root["title"] = json!("settings.toml of countersign");
    root
}

/// Forms of the administrator's own, by name.
fn forms() -> Value {
    let words =
        json!({ "anyOf": [{ "type": "string" }, { "type": "object", "additionalProperties": { "type": "string" } }] });
    let choice = json!({ "anyOf": [{ "type": "string" }, {
        "type": "object",
        "additionalProperties": false,
        "required": ["value"],
        "properties": { "value": { "type": "string" }, "label": words },
    }] });
    let field = json!({
        "type": "object",
        "additionalProperties": false,
        "required": ["name"],
        "properties": {
            "name": { "type": "string", "pattern": "^[a-z][a-z0-9_]{0,63}$" },
            "type": { "enum": ["text", "email", "tel", "url", "number", "date", "textarea", "select", "checkbox", "password"] },
            "label": words,
            "help": words,
            "group": words,
            "required": { "type": "boolean" },
            "required_unless": { "type": "string" },
            "autocomplete": { "type": "string" },
            "min_length": { "type": "integer", "minimum": 1 },
            "max_length": { "type": "integer", "minimum": 1 },
            "pattern": { "type": "string" },
            "min": {},
            "max": {},
            "choices": { "type": "array", "minItems": 1, "items": choice },
            "must_be_true": { "type": "boolean" },
            "unique": { "type": "boolean" },
            "default": {},
            "confirm": { "type": "boolean" },
        },
    });
    let form = json!({
        "type": "object",
        "additionalProperties": false,
        "required": ["fields"],
        "properties": { "title": words, "intro": words, "fields": { "type": "array", "minItems": 1, "items": field } },
    });
    json!({
        "type": "object",
        "description": "Registration forms declared without code, by name.",
        "additionalProperties": false,
        "patternProperties": { "^[a-z][a-z0-9_-]{0,63}$": form },
    })
}

/// Addresses that are told what happens to accounts, by name.
fn webhooks() -> Value {
    let secret = json!({ "type": "string", "pattern": "^whsec_[A-Za-z0-9+/]+=*$" });
    let webhook = json!({
        "type": "object",
        "additionalProperties": false,
        "required": ["url"],
        "oneOf": [{ "required": ["secret"] }, { "required": ["secret_file"] }],
        "properties": {
            "url": { "type": "string", "pattern": "^https?://" },
            "secret": { "anyOf": [secret, { "type": "array", "minItems": 1, "items": secret }] },
            "secret_file": { "type": "string", "description": "A file that holds the secrets, one a line." },
            "events": { "type": "array", "items": { "type": "string" }, "default": [] },
            "timeout": { "type": "string", "pattern": "^(?=.)([0-9]+m)?([0-9]+s)?$", "default": "15s" },
            "enabled": { "type": "boolean", "default": true },
        },
    });
    json!({
        "type": "object",
        "description": "Addresses that are told what happens to accounts, by name.",
        "additionalProperties": false,
        "patternProperties": { "^[a-z][a-z0-9_-]{0,63}$": webhook },
    })
}

fn object() -> Value {
    json!({ "type": "object", "additionalProperties": false, "properties": {} })
}

/// Puts `properties` where `section` is, making the sections above it.
fn place(root: &mut Value, section: &str, properties: Map<String, Value>) {
    let mut here = root;
    for part in section.split('.').filter(|part| !part.is_empty()) {
        let inner = &mut here["properties"][part];
        if inner.is_null() {
            *inner = object();
        }
        here = inner;
    }
    for (name, property) in properties {
        here["properties"][name] = property;
    }
}

fn property(key: &Key) -> Value {
    let mut property = match key.kind {
        Kind::Flag => json!({ "type": "boolean" }),
        Kind::Auto => json!({ "enum": ["auto", true, false] }),
        Kind::Number(min, max) => json!({ "type": "integer", "minimum": min, "maximum": max }),
        Kind::Time(..) => {
            json!({ "type": "string", "pattern": "^(?=.)([0-9]+d)?([0-9]+h)?([0-9]+m)?([0-9]+s)?$" })
        }
        Kind::Rate => json!({ "type": "string", "pattern": "^[0-9]+/[smhd]$" }),
        Kind::Name(names) => json!({ "enum": names }),
        Kind::Headers => json!({ "type": "object", "additionalProperties": { "type": "string" } }),
        kind if kind.is_list() => json!({ "type": "array", "items": { "type": "string" } }),
        _ => json!({ "type": "string" }),
    };
    property["description"] = json!(key.doc.iter().map(|line| line.trim()).collect::<Vec<_>>().join(" "));
    property["default"] = as_json(key.default);
    property
}

/// A value written in TOML.
fn as_json(text: &str) -> Value {
    let value = text.parse::<toml::Value>().ok();
    value.and_then(|value| serde_json::to_value(value).ok()).unwrap_or(Value::Null)
}
