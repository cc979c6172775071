//! One value as it was sent becomes a value as it is stored, or a mistake. The same for every door: what a page sends as
//! text and what a program sends as a number become one number.

use super::checks::Wrong;
use super::field::Field;
use super::input::{Input, Source, Value as Given};
use super::kind::ProfileType;
use crate::error::{Code, FormErrors};
use crate::identifiers::{Email, Flaw, Phone, Region};
use crate::phrase::Phrase;
use jiff::civil::Date;
use serde_json::{Number, Value};
use url::Url;

/// Greatest whole number that every program reads from JSON without loss (RFC 8259, 6).
const GREATEST: f64 = 9_007_199_254_740_991.0;

/// What was sent for a field.
#[derive(Debug, PartialEq)]
pub(super) enum Sent {
    /// Not a word of it.
    Absent,
    /// That there is none: null, or an empty box on a page.
    None,
    /// A value that the field takes.
    Value(Value),
    /// Something else; the mistake is noted.
    Wrong,
}

/// Reads a name or a field of the profile.
pub(super) fn read(field: &Field, input: &Input, errors: &mut FormErrors) -> Sent {
    let page = input.source() == Source::Page;
    let typed = input.source() == Source::Json;
    let kind = field.profile_type().unwrap_or(ProfileType::Text);
    let result = match (input.value(&field.name), kind) {
        // A browser sends nothing for a box without its tick.
        (None, ProfileType::Checkbox) if page && field.checks.must_be_true => {
            Err((Code::Required, Phrase::new("forms-tick")))
        }
        (None, ProfileType::Checkbox) if page => Ok(Some(Value::Bool(false))),
        (None, _) => return Sent::Absent,
        (Some(Given::Null), _) => Ok(None),
        (Some(Given::Flag(flag)), ProfileType::Checkbox) => yes_or_no(field, *flag).map(Some),
        (Some(Given::Text(text)), ProfileType::Checkbox) if !typed => match text.as_str() {
            "on" | "true" | "1" => yes_or_no(field, true).map(Some),
            "" | "off" | "false" | "0" => yes_or_no(field, false).map(Some),
            _ => Err((Code::Invalid, Phrase::new("forms-send-flag"))),
        },
        (Some(_), ProfileType::Checkbox) => Err((Code::Invalid, Phrase::new("forms-send-flag"))),
        (Some(Given::Number(number)), ProfileType::Number) => self::number(field, number.as_f64()).map(Some),
        (Some(Given::Text(_)), ProfileType::Number) if typed => Err((Code::Invalid, Phrase::new("forms-send-number"))),
        (Some(Given::Text(text)), _) if text.trim().is_empty() && !has_control(text, true) => {
            if page {
                Ok(None)
            } else {
                Err((Code::Blank, Code::Blank.words()))
            }
        }
        (Some(Given::Text(text)), _) => of_text(field, kind, text).map(Some),
        (Some(_), ProfileType::Number) => Err((Code::Invalid, Phrase::new("forms-send-number"))),
        (Some(_), _) => Err((Code::Invalid, Phrase::new("forms-send-text"))),
    };
    match result {
        Ok(Some(value)) => Sent::Value(value),
        Ok(None) => Sent::None,
        Err((code, detail)) => {
            errors.say(field.name.clone(), code, detail);
            Sent::Wrong
        }
    }
}

/// Whether anything was sent under this name that counts as given.
pub(super) fn is_given(input: &Input, name: &str) -> bool {
    match input.value(name) {
        None | Some(Given::Null | Given::Flag(false)) => false,
        // What is blank where it may not be is a mistake of its own.
        Some(Given::Text(text)) => input.source() != Source::Page || !text.trim().is_empty(),
        Some(_) => true,
    }
}

/// Checks a value that somebody declared, as if a program had sent it.
pub(super) fn check(field: &Field, value: &Value) -> Result<Value, Wrong> {
    match (field.profile_type(), value) {
        (Some(ProfileType::Checkbox), Value::Bool(flag)) => yes_or_no(field, *flag),
        (Some(ProfileType::Checkbox), _) => Err((Code::Invalid, Phrase::new("forms-write-flag"))),
        (Some(ProfileType::Number), value) => number(field, value.as_f64()),
        (Some(kind), Value::String(text)) if !text.trim().is_empty() => of_text(field, kind, text),
        _ => Err((Code::Invalid, Phrase::new("forms-write-text"))),
    }
}

/// What a value is unique by: the same for all its spellings.
pub(super) fn canonical(kind: ProfileType, value: &Value, region: Option<Region>) -> String {
    let text = value.as_str().map_or_else(|| value.to_string(), str::to_owned);
    match kind {
        ProfileType::Email => Email::parse(&text).map_or(text, |email| email.canonical().to_owned()),
        ProfileType::Tel => match Phone::parse(&text, region) {
            Ok(phone) => phone.as_str().to_owned(),
            Err(_) => text.chars().filter(|c| *c == '+' || c.is_ascii_digit()).collect(),
        },
        ProfileType::Url => Url::parse(&text).map_or(text, String::from),
        _ => crate::identifiers::folded(&text),
    }
}

fn yes_or_no(field: &Field, flag: bool) -> Result<Value, Wrong> {
    if field.checks.must_be_true && !flag {
        return Err((Code::Invalid, Phrase::new("forms-ticked")));
    }
    Ok(Value::Bool(flag))
}

fn of_text(field: &Field, kind: ProfileType, raw: &str) -> Result<Value, Wrong> {
    let several_lines = kind == ProfileType::Textarea;
    if has_control(raw, several_lines) {
        let detail = if several_lines { "forms-control" } else { "forms-one-line" };
        return Err((Code::Invalid, Phrase::new(detail)));
    }
    let text = raw.trim();
    if let Some(max) = field.max_length().filter(|max| text.chars().count() > *max) {
        return Err((Code::TooLong, Phrase::new("forms-too-long").with("count", max)));
    }
    let text = match kind {
        ProfileType::Number => return number(field, read_number(text)),
        ProfileType::Date => {
            let date = date(text).ok_or((Code::Invalid, Phrase::new("forms-date")))?;
            return field.checks.date(date).map_or_else(|| Ok(date.into()), Err);
        }
        ProfileType::Select => return field.checks.choice(text).map_or_else(|| Ok(text.into()), Err),
        ProfileType::Email => Email::parse(text).map_err(|Flaw { code, detail }| (code, detail))?.as_str().to_owned(),
        ProfileType::Tel => phone_number(text)?,
        ProfileType::Url => page_address(text)?,
        // Browsers send CR LF, programs LF.
        ProfileType::Textarea => text.replace("\r\n", "\n").replace('\r', "\n"),
        ProfileType::Text | ProfileType::Checkbox => text.to_owned(),
    };
    field.checks.text(&text, &field.help).map_or_else(|| Ok(text.into()), Err)
}

/// Whether a text has what no field keeps: control characters and breaks of line, except, in a field of several lines,
/// those that a keyboard makes.
pub(super) fn has_control(text: &str, several_lines: bool) -> bool {
    text.chars().any(|c| match c {
        '\n' | '\r' | '\t' => !several_lines,
        '\u{2028}' | '\u{2029}' => true,
        c => c.is_control(),
    })
}

fn number(field: &Field, number: Option<f64>) -> Result<Value, Wrong> {
    let number = number.ok_or((Code::Invalid, Phrase::new("forms-number")))?;
    if number.abs() > GREATEST {
        return Err((Code::Invalid, Phrase::new("forms-number-too-large")));
    }
    if let Some(wrong) = field.checks.number(number) {
        return Err(wrong);
    }
    // 3.0 and 3 are one number, and stored as one.
    let whole = Some(number)
        .filter(|number| number.fract() == 0.0)
        .and_then(|number| format!("{number:.0}").parse::<i64>().ok());
    let stored = whole.map(Number::from).or_else(|| Number::from_f64(number));
    stored.map(Value::Number).ok_or((Code::Invalid, Phrase::new("forms-number")))
}

fn read_number(text: &str) -> Option<f64> {
    let plain = text.chars().all(|c| c.is_ascii_digit() || matches!(c, '+' | '-' | '.' | 'e' | 'E'));
    plain.then(|| text.parse().ok()).flatten()
}

/// The date if it is one, in the one form that is taken.
pub(super) fn date(text: &str) -> Option<&str> {
    let shape = text.len() == 10
        && text.bytes().enumerate().all(|(at, b)| if matches!(at, 4 | 7) { b == b'-' } else { b.is_ascii_digit() });
    let year_zero = text.starts_with("0000");
    (shape && !year_zero && text.parse::<Date>().is_ok()).then_some(text)
}

/// A number to be called, as people write such numbers. Whether it is anybody's is not asked.
fn phone_number(text: &str) -> Result<String, Wrong> {
    let digits = text.chars().filter(char::is_ascii_digit).count();
    let plus = text.rfind('+').is_none_or(|at| at == 0);
    let plain = text.chars().all(|c| c.is_ascii_digit() || matches!(c, '+' | ' ' | '-' | '.' | '/' | '(' | ')'));
    if plain && plus && (3..=20).contains(&digits) && text.len() <= 40 {
        return Ok(text.to_owned());
    }
    Err((Code::Invalid, Phrase::new("forms-phone")))
}

fn page_address(text: &str) -> Result<String, Wrong> {
    let wrong = || (Code::Invalid, Phrase::new("forms-url"));
    let url = Url::parse(text).map_err(|_| wrong())?;
    let whole = text.split_once("://").is_some_and(|(_, rest)| !rest.is_empty() && !rest.starts_with('/'));
    let open = matches!(url.scheme(), "http" | "https") && url.username().is_empty() && url.password().is_none();
    if whole && open && !text.contains(['\\', '<', '>', '"']) && !text.chars().any(char::is_whitespace) {
        return Ok(text.to_owned());
    }
    Err(wrong())
}
