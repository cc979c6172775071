//! A form's fields as a JSON Schema: what the same fields check is what the document says of them. Knows no call.

use crate::forms::{Field, Kind, ProfileType};
use crate::identifiers::IdentifierKind;
use crate::languages::in_english;
use serde_json::{Map, Value, json};

/// Greatest whole number that every program reads from JSON without loss (RFC 8259, 6).
const GREATEST: i64 = 9_007_199_254_740_991;
/// Most characters of a code with any spaces and dashes in it.
const CODE_LENGTH: usize = 256;
/// Most characters of a phone number that is no identifier.
const TEL_LENGTH: usize = 40;

/// A schema that the document knows by name.
#[must_use]
pub fn named(name: &str) -> Value {
    json!({"$ref": format!("#/components/schemas/{name}")})
}

/// An object of these fields, and of no others.
#[must_use]
pub fn of_fields(fields: &[Field]) -> Value {
    let properties: Map<String, Value> =
        fields.iter().map(|field| (field.name.clone().into_owned(), of_field(field))).collect();
    let required: Vec<&str> = fields.iter().filter(|field| must_be_sent(field)).map(|field| &*field.name).collect();
    let mut all = json!({"type": "object", "properties": properties});
    if !required.is_empty() {
        all["required"] = json!(required);
    }
    all["additionalProperties"] = json!(false);
    all
}

/// The same for a change: nothing has to be there, and nothing comes by itself.
#[must_use]
pub fn of_change(fields: &[Field]) -> Value {
    let mut all = of_fields(fields);
    if let Some(all) = all.as_object_mut() {
        all.shift_remove("required");
    }
    for field in all["properties"].as_object_mut().into_iter().flat_map(|fields| fields.values_mut()) {
        if let Some(field) = field.as_object_mut() {
            field.shift_remove("default");
        }
    }
    all
}

/// Whether there is a yes or no anywhere in a schema.
#[must_use]
pub fn has_flag(schema: &Value) -> bool {
    match schema {
        Value::Object(all) => is_flag(all) || all.values().any(has_flag),
        Value::Array(all) => all.iter().any(has_flag),
        _ => false,
    }
}

fn is_flag(schema: &Map<String, Value>) -> bool {
    match schema.get("type") {
        Some(Value::String(name)) => name == "boolean",
        Some(Value::Array(names)) => names.iter().any(|name| name == "boolean"),
        _ => false,
    }
}

/// A body as a form has it, where a yes or no is one of a few words, as in [`crate::forms::Input::flag`].
#[must_use]
pub fn as_form(schema: &Value) -> Value {
    match schema {
        Value::Object(all) if is_flag(all) => {
            let yes = ["true", "on", "1"];
            let no = if all.get("const").is_some() { &[][..] } else { &["false", "off", "0", ""] };
            let words: Vec<&str> = yes.iter().chain(no).copied().collect();
            let mut form = json!({"type": "string", "enum": words});
            if let Some(title) = all.get("title") {
                form["title"] = title.clone();
            }
            form
        }
        Value::Object(all) => all.iter().map(|(name, schema)| (name.clone(), as_form(schema))).collect(),
        Value::Array(all) => all.iter().map(as_form).collect(),
        other => other.clone(),
    }
}

/// What a field takes in a query, where an empty one is absent, and what people are told of it.
#[must_use]
pub fn of_parameter(field: &Field) -> (String, Value) {
    let mut schema = of_kind(field);
    if let Some(schema) = schema.as_object_mut() {
        schema.shift_remove("minLength");
        if let Some(choices) = schema.get_mut("enum").and_then(Value::as_array_mut) {
            choices.push(json!(""));
        }
    }
    if schema.get("format").is_some() {
        schema = json!({"anyOf": [schema, {"type": "string", "const": ""}]});
    }
    let words = if field.help.is_empty() { &field.label } else { &field.help };
    (format!("{}.", in_english(words).trim_end_matches('.')), schema)
}

/// A registration form: as [`of_fields`], but of its identifiers at least one must be there.
#[must_use]
pub fn of_registration(fields: &[Field]) -> Value {
    let mut all = of_fields(fields);
    let asked: Vec<&Field> = fields.iter().filter(|field| field.identifier_kind().is_some()).collect();
    let mut choices = Vec::new();
    if !asked.iter().any(|field| field.required) {
        let names: Vec<&str> = asked.iter().map(|field| &*field.name).collect();
        choices.push(one_of_these(&names));
    }
    for field in fields {
        if let Some(other) = &field.required_unless {
            choices.push(one_of_these(&[&field.name, other]));
        }
    }
    if !choices.is_empty() {
        all["allOf"] = json!(choices);
    }
    all
}

/// At least one of these is there, and null is not there.
#[must_use]
pub fn one_of_these(names: &[&str]) -> Value {
    let there = |name: &&str| json!({"required": [name], "properties": {*name: {"not": {"type": "null"}}}});
    json!({"anyOf": names.iter().map(there).collect::<Vec<_>>()})
}

/// A program that leaves out a field with a default gets the default.
fn must_be_sent(field: &Field) -> bool {
    field.is_required() && field.default.is_none()
}

/// What one field takes. Null is absent, so whatever need not be there may be null.
#[must_use]
pub fn of_field(field: &Field) -> Value {
    let mut all = of_kind(field);
    all["title"] = json!(in_english(&field.label));
    let notes = notes(field);
    if !notes.is_empty() {
        all["description"] = json!(notes);
    }
    if let Some(default) = &field.default {
        all["default"] = default.clone();
    }
    if field.checks.unique {
        all["x-unique"] = json!(true);
    }
    if !must_be_sent(field) {
        all["type"] = json!([all["type"], "null"]);
        if let Some(Value::Array(choices)) = all.get_mut("enum") {
            choices.push(Value::Null);
        }
        if let Some(only) = all.as_object_mut().and_then(|all| all.remove("const")) {
            all["enum"] = json!([only, null]);
        }
    }
    all
}

fn of_kind(field: &Field) -> Value {
    let checks = &field.checks;
    let mut all = json!({"type": "string", "minLength": 1});
    if let Some(max) = field.max_length() {
        all["maxLength"] = json!(max);
    }
    match field.kind {
        Kind::Identifier(IdentifierKind::Email) | Kind::Profile(ProfileType::Email) => all["format"] = json!("email"),
        Kind::Profile(ProfileType::Url) => all["format"] = json!("uri"),
        Kind::Password | Kind::PasswordAgain => all["format"] = json!("password"),
        Kind::NewPassword { min_length, max_bytes } => {
            all["format"] = json!("password");
            all["minLength"] = json!(min_length.max(1));
            all["maxLength"] = json!(max_bytes);
        }
        Kind::Code { .. } => all["maxLength"] = json!(CODE_LENGTH),
        Kind::Profile(ProfileType::Tel) => all["maxLength"] = json!(checks.max_length.unwrap_or(TEL_LENGTH)),
        Kind::Profile(ProfileType::Date) => all = json!({"type": "string", "format": "date"}),
        Kind::Checkbox | Kind::Profile(ProfileType::Checkbox) => {
            all = json!({"type": "boolean"});
            if checks.must_be_true {
                all["const"] = json!(true);
            }
        }
        Kind::Channel | Kind::Profile(ProfileType::Select) => {
            let choices = field.choices();
            let values: Vec<&str> = choices.iter().map(|choice| choice.value.as_str()).collect();
            all = json!({"type": "string", "enum": values});
        }
        Kind::Profile(ProfileType::Number) => {
            let bound = |own: &Option<Value>, last: i64| own.clone().unwrap_or_else(|| json!(last));
            all = json!({
                "type": "number", "minimum": bound(&checks.min, -GREATEST), "maximum": bound(&checks.max, GREATEST),
            });
        }
        Kind::Identifier(_) | Kind::AnyIdentifier | Kind::Name | Kind::Profile(_) => {}
    }
    if let Some(min) = checks.min_length {
        all["minLength"] = json!(min.max(1));
    }
    if let Some(pattern) = &checks.pattern {
        all["pattern"] = json!(whole(pattern.as_str()));
    }
    all
}

/// A pattern that is searched for, as JSON Schema does, from one that has to match the whole.
fn whole(pattern: &str) -> String {
    let anchored = pattern.starts_with('^') && pattern.ends_with('$') && !pattern.ends_with("\\$");
    if anchored && !pattern.contains('|') { pattern.to_owned() } else { format!("^(?:{pattern})$") }
}

/// What people are told of the field, and what no keyword says.
fn notes(field: &Field) -> String {
    let mut notes = Vec::new();
    if !field.help.is_empty() {
        notes.push(in_english(&field.help));
    }
    match field.kind {
        Kind::NewPassword { max_bytes, .. } => notes.push(format!("At most {max_bytes} bytes, taken exactly as sent.")),
        Kind::Password => notes.push("Taken exactly as sent.".to_owned()),
        Kind::PasswordAgain => notes.push("May be left out; compared where it is sent.".to_owned()),
        Kind::Code { .. } => notes.push("Letters in any case; spaces and dashes are ignored.".to_owned()),
        Kind::Profile(ProfileType::Date) => {
            let bound = |bound: &Option<Value>| bound.as_ref().and_then(Value::as_str).map(str::to_owned);
            notes.extend(bound(&field.checks.min).map(|min| format!("Not before {min}.")));
            notes.extend(bound(&field.checks.max).map(|max| format!("Not after {max}.")));
        }
        _ => {}
    }
    if let Some(other) = &field.required_unless {
        notes.push(format!("This or `{other}` must be there."));
    }
    if field.checks.unique {
        notes.push("No two accounts have the same.".to_owned());
    }
    notes.join(" ")
}
