//! Draws a form: its fields with what was sent and what is wrong with it. Never gives a template a password.

use super::draw::words;
use crate::error::{Code, Error, FieldError, FormErrors};
use crate::forms::{Choice, Field, Input, Kind};
use crate::phrase::Phrase;
use serde_json::{Value, json};

/// A form as its template wants it, with what was sent and what is wrong with it.
#[must_use]
pub fn form(
    name: &str,
    action: &str,
    submit: Phrase,
    fields: &[Field],
    input: Option<&Input>,
    error: Option<&Error>,
) -> Value {
    let none = FormErrors::default();
    let (errors, mut whole) = match error {
        Some(Error::Invalid(errors)) => (errors, Vec::new()),
        Some(other) => (&none, vec![json!({"code": other.code().slug(), "detail": words(other)})]),
        None => (&none, Vec::new()),
    };
    let beside_a_field = |e: &FieldError| fields.iter().any(|field| stands_beside(e, field, fields));
    for e in errors.0.iter().filter(|e| !beside_a_field(e)) {
        whole.push(json!({"code": e.code.slug(), "detail": e.detail}));
    }
    let group = |at: usize| fields.get(at).and_then(|field| field.group.as_ref());
    let mut drawn: Vec<Value> = fields.iter().map(|field| draw_field(field, fields, input, errors)).collect();
    for (at, field) in drawn.iter_mut().enumerate() {
        let before = at.checked_sub(1).and_then(group);
        field["opens"] = json!(group(at).filter(|own| Some(*own) != before).cloned().unwrap_or_default());
        field["closes"] = json!(group(at).is_some() && group(at) != group(at + 1));
    }
    let submit = Value::from(submit);
    json!({"name": name, "action": action, "submit": submit, "also": null, "errors": whole, "fields": drawn})
}

/// The same form with a second button, which sends the same boxes elsewhere.
#[must_use]
pub fn with_also(mut form: Value, action: &str, submit: Phrase) -> Value {
    form["also"] = json!({"action": action, "submit": Value::from(submit)});
    form
}

/// A form below another: its boxes have ids of their own.
#[must_use]
pub fn other(title: Phrase, action: &str, submit: Phrase, fields: &[Field]) -> Value {
    let mut all = form("other", action, submit, fields, None, None);
    all["name"] = Value::from(title);
    for field in all["fields"].as_array_mut().into_iter().flatten() {
        let id = field["id"].as_str().map(|id| format!("other_{id}"));
        field["id"] = json!(id);
    }
    all
}

fn draw_field(field: &Field, all: &[Field], input: Option<&Input>, errors: &FormErrors) -> Value {
    let own = errors.0.iter().filter(|e| stands_beside(e, field, all));
    let sent = input.and_then(|input| input.shown(&field.name)).filter(|_| field.may_echo());
    let first = field.default.as_ref().filter(|_| input.is_none());
    let first_text = first.map(|value| value.as_str().map_or_else(|| value.to_string(), str::to_owned));
    let shown = sent.map_or_else(|| first_text.unwrap_or_default(), str::to_owned);
    let ticked = field.input_type() == "checkbox"
        && (first == Some(&Value::Bool(true)) || matches!(sent, Some("on" | "true" | "1")));
    let choice = |choice: &Choice| json!({"value": choice.value, "label": choice.label});
    let choices: Vec<Value> = field.choices().iter().map(choice).collect();
    json!({
        "name": field.name,
        "id": format!("id_{}", field.name),
        "label": field.label,
        "type": field.input_type(),
        "value": shown,
        "checked": ticked,
        // A program may leave the second entry out; a person may not.
        "required": field.is_required() || field.kind == Kind::PasswordAgain,
        "autocomplete": field.autocomplete(),
        "inputmode": field.input_mode(),
        "help": field.help,
        "choices": choices,
        "errors": own.map(|e| json!({"code": e.code.slug(), "detail": e.detail})).collect::<Vec<_>>(),
    })
}

/// Whether a mistake is shown at this field. Without any identifier, the one box for them is where it is missing.
fn stands_beside(e: &FieldError, field: &Field, all: &[Field]) -> bool {
    let only_box = || is_identifier(field) && all.iter().filter(|other| is_identifier(other)).count() == 1;
    e.field.as_deref() == Some(&*field.name) || (e.field.is_none() && e.code == Code::NoIdentifier && only_box())
}

fn is_identifier(field: &Field) -> bool {
    matches!(field.kind, Kind::Identifier(_) | Kind::AnyIdentifier)
}
