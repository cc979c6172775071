//! What the fields of a declaration ask of one another.

use super::super::field::Field;
use super::super::kind::Kind;
use super::Surroundings;
use crate::phrase::Phrase;
use crate::settings::{Mistake, Placed, PlacedValue, nearest};

/// Notes what is wrong with the form as a whole.
pub(super) fn check(
    key: &str,
    body: &Placed,
    declared: &[Placed],
    fields: &[Option<Field>],
    around: &Surroundings<'_>,
    mistakes: &mut Vec<Mistake>,
) {
    let names: Vec<Option<&str>> = declared.iter().map(name_of).collect();
    for (at, placed) in declared.iter().enumerate() {
        if names[at].is_some() && names[..at].contains(&names[at]) {
            let key = format!("{key}.fields.{}", names[at].unwrap_or_default());
            mistakes.push(placed.about(&key, "is in the form twice", "Keep one of the two."));
        }
    }
    let known: Vec<&Field> = fields.iter().flatten().collect();
    let has = |name: &str| names.contains(&Some(name));
    if !["username", "email", "phone"].into_iter().any(has) {
        let offer = if around.rules.phones { "username, email or phone" } else { "username or email" };
        let remedy = format!("Add a field named {offer}.");
        mistakes.push(body.about(key, "asks for no identifier", remedy));
    }
    let password = known.iter().find(|field| matches!(field.kind, Kind::NewPassword { .. }));
    if !has("password") && !around.by_code {
        let remedy = r#"Add { name = "password" }, or set login.by_code = true."#;
        mistakes.push(body.about(key, "asks for no password, and nobody could sign in without one", remedy));
    } else if around.by_code && password.is_none_or(|field| !field.required) && !has("email") && !has("phone") {
        let remedy = "Add a field named email or phone, or require the password.";
        mistakes.push(body.about(key, "asks for no address that a code to sign in could go to", remedy));
    }
    for (placed, name) in declared.iter().zip(&names) {
        let Some(field) = known.iter().find(|field| Some(&*field.name) == *name) else { continue };
        other_field(key, placed, field, &names, &known, mistakes);
    }
    groups(key, declared, fields, &names, mistakes);
}

fn name_of(placed: &Placed) -> Option<&str> {
    match &entry(placed, "name")?.value {
        PlacedValue::Text(name) => Some(name),
        _ => None,
    }
}

fn entry<'a>(placed: &'a Placed, name: &str) -> Option<&'a Placed> {
    let PlacedValue::Table(entries) = &placed.value else { return None };
    entries.iter().find(|(known, _)| known == name).map(|(_, value)| value)
}

/// `required_unless` names a field of the form that may be absent.
fn other_field(
    key: &str,
    placed: &Placed,
    field: &Field,
    names: &[Option<&str>],
    known: &[&Field],
    mistakes: &mut Vec<Mistake>,
) {
    let Some(other) = field.required_unless.as_deref() else { return };
    let Some(value) = entry(placed, "required_unless") else { return };
    let key = format!("{key}.fields.{}.required_unless", field.name);
    if other == field.name {
        mistakes.push(value.mistake(&key, "is the field itself", "Name another field, or write required = true."));
    } else if !names.contains(&Some(other)) {
        let all: Vec<&str> = names.iter().flatten().copied().filter(|name| *name != field.name).collect();
        let near = nearest(other, all.iter().copied()).map(|near| format!(" Did you mean \"{near}\"?"));
        let remedy = format!("The other fields are {}.{}", all.join(", "), near.unwrap_or_default());
        mistakes.push(value.mistake(&key, "is not a field of this form", remedy));
    } else if known.iter().any(|known| known.name == other && (known.is_required() || known.is_password())) {
        let remedy = "It is always there, so this field is never required: leave required_unless out.";
        mistakes.push(value.mistake(&key, "is a field that is required itself", remedy));
    }
}

/// The fields of a group stand together.
fn groups(
    key: &str,
    declared: &[Placed],
    fields: &[Option<Field>],
    names: &[Option<&str>],
    mistakes: &mut Vec<Mistake>,
) {
    let mut closed: Vec<&Phrase> = Vec::new();
    let none = &Phrase::NONE;
    let mut open = none;
    for field in fields.iter().flatten() {
        let group = field.group.as_ref().unwrap_or(none);
        if group == open {
            continue;
        }
        if closed.contains(&group)
            && let Some(value) = declared
                .iter()
                .zip(names)
                .find(|(_, name)| **name == Some(&*field.name))
                .and_then(|(d, _)| entry(d, "group"))
        {
            let key = format!("{key}.fields.{}.group", field.name);
            mistakes.push(value.mistake(
                &key,
                "was left already: its fields do not stand together",
                "Put them next to each other.",
            ));
        }
        if !open.is_empty() {
            closed.push(open);
        }
        open = group;
    }
}
