//! Forms of one's own: declared in the settings without code, and as Rust types.

mod club;
mod declarations;
mod documents;
mod extensions;
mod extensions_apart;
mod profile;
mod typed;
mod types;

use crate::visitor::{Door, Outcome, Visitor};
use serde_json::{Value, json};

/// The form of the contract, word for word.
pub const CLUB: &str = r#"
register_form = "member"
[forms.member]
title = "Join the club"
fields = [
  { name = "email", required = true },
  { name = "phone", required = false },
  { name = "first_name", max_length = 50 },
  { name = "membership_number", label = "Membership number", type = "text", pattern = "^[A-Z]{2}[0-9]{6}$", unique = true },
  { name = "team", type = "select", choices = ["red", "blue"] },
  { name = "terms", type = "checkbox", label = "I accept the terms", must_be_true = true },
  { name = "password", confirm = true },
]
"#;

/// Sends these values to a form by the door of the visitor: as they are, or as a browser writes them.
pub fn send(visitor: &Visitor<'_>, path: &str, values: &Value) -> Outcome {
    if visitor.door != Door::Pages {
        return visitor.submit_json(path, values);
    }
    let mut fields: Vec<(String, String)> = Vec::new();
    for (name, value) in values.as_object().unwrap() {
        match value {
            Value::String(text) => fields.push((name.clone(), text.clone())),
            Value::Bool(true) => fields.push((name.clone(), "true".into())),
            Value::Bool(false) | Value::Null => {}
            other => fields.push((name.clone(), other.to_string())),
        }
    }
    let fields: Vec<(&str, &str)> = fields.iter().map(|(name, value)| (name.as_str(), value.as_str())).collect();
    visitor.post_form(&format!("/{path}"), &fields)
}

/// `all` with the members of `more` in place of its own; null takes one away.
pub fn with(mut all: Value, more: Value) -> Value {
    for (name, value) in more.as_object().unwrap() {
        match value {
            Value::Null => _ = all.as_object_mut().unwrap().remove(name),
            value => all[name] = value.clone(),
        }
    }
    all
}

/// Somebody who fills everything in rightly.
pub fn member() -> Value {
    json!({
        "email": "carol@example.org", "first_name": "Carol", "membership_number": "AB123456", "team": "blue",
        "terms": true, "password": crate::people::PASSWORD, "password_confirm": crate::people::PASSWORD,
    })
}
