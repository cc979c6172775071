//! What a Rust type says of the values of a form: serde reads it, validator checks it, and their mistakes become ours. Knows
//! no form and no account.

use super::field::Field;
use crate::error::{Code, FormErrors};
use crate::phrase::Phrase;
use serde::de::DeserializeOwned;
use serde::de::value::MapDeserializer;
use serde_json::{Map, Value};
use std::cell::RefCell;
use validator::{Validate, ValidationError, ValidationErrors, ValidationErrorsKind};

/// The values as `T`, or nothing, and every mistake in them.
pub(super) fn typed<T: DeserializeOwned + Validate>(
    values: Map<String, Value>,
    fields: &[Field],
    errors: &mut FormErrors,
) -> Option<T> {
    let typed: T = match read(values) {
        Ok(typed) => typed,
        Err((field, code)) => {
            note(fields, errors, &field, code, code.words());
            return None;
        }
    };
    if let Err(found) = typed.validate() {
        note_all(fields, &found, errors);
    }
    Some(typed)
}

/// The values as `T`, or the field that does not fit.
fn read<T: DeserializeOwned>(values: Map<String, Value>) -> Result<T, (String, Code)> {
    // serde does not say which member an error is about, but it is the one that was read last.
    let last = RefCell::new(String::new());
    let noted = values.into_iter().inspect(|(name, _)| last.borrow_mut().clone_from(name));
    T::deserialize(MapDeserializer::<_, serde_json::Error>::new(noted)).map_err(|error| {
        let words = error.to_string();
        match words.split_once("missing field `").and_then(|(_, rest)| rest.split_once('`')) {
            Some((name, _)) => (name.to_owned(), Code::Required),
            None => (last.take(), Code::Invalid),
        }
    })
}

/// Notes a mistake at a field; what is no field of the form is the whole form's.
fn note(fields: &[Field], errors: &mut FormErrors, field: &str, code: Code, detail: Phrase) {
    if fields.iter().any(|known| known.name == field) {
        errors.say(field.to_owned(), code, detail);
    } else {
        errors.whole(code, detail);
    }
}

/// Notes what validator found, in the order of the fields.
fn note_all(fields: &[Field], found: &ValidationErrors, errors: &mut FormErrors) {
    let place = |name: &str| fields.iter().position(|field| field.name == name).unwrap_or(usize::MAX);
    let mut all: Vec<(&str, &ValidationErrorsKind)> =
        found.errors().iter().map(|(name, kind)| (name.as_ref(), kind)).collect();
    all.sort_by_key(|(name, _)| (place(name), *name));
    for (name, kind) in all {
        match kind {
            ValidationErrorsKind::Field(each) => {
                for error in each {
                    let (code, detail) = in_our_words(error);
                    note(fields, errors, name, code, detail);
                }
            }
            _ => note(fields, errors, name, Code::Invalid, Code::Invalid.words()),
        }
    }
}

/// A mistake of validator as one of ours. A message of its own is what the person reads.
fn in_our_words(error: &ValidationError) -> (Code, Phrase) {
    let number = |name: &str| error.params.get(name).and_then(Value::as_f64);
    let length = || {
        error.params.get("value").map(|value| match value {
            Value::String(text) => text.chars().count(),
            Value::Array(all) => all.len(),
            _ => 0,
        })
    };
    let bounds = |what: &'static str| {
        let (id, min, max) = match (number("min"), number("max"), number("equal")) {
            (Some(min), Some(max), _) => ("forms-range", min, max),
            (Some(min), None, _) => ("forms-least", min, 0.0),
            (None, Some(max), _) => ("forms-most", 0.0, max),
            (None, None, equal) => ("forms-exactly", equal.unwrap_or(0.0), 0.0),
        };
        Phrase::new(id).with("what", what).with("min", min.to_string()).with("max", max.to_string())
    };
    let (code, words) = match &*error.code {
        "length" => {
            let least = number("min").or(number("equal")).unwrap_or(0.0);
            #[allow(clippy::cast_precision_loss, reason = "no text is that long")]
            let short = length().is_some_and(|length| (length as f64) < least);
            (if short { Code::TooShort } else { Code::TooLong }, bounds("length"))
        }
        "range" => (Code::Invalid, bounds("number")),
        "required" => (Code::Required, Code::Required.words()),
        "must_match" => (Code::Mismatch, Code::Mismatch.words()),
        own => {
            let of_a_form = [Code::Required, Code::Blank, Code::Invalid, Code::TooShort, Code::TooLong, Code::Taken];
            let code = of_a_form.into_iter().find(|code| code.slug() == own).unwrap_or(Code::Invalid);
            (code, code.words())
        }
    };
    (code, error.message.clone().map_or(words, Phrase::verbatim))
}
