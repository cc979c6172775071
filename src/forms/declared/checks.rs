//! The rules of one field that its value must keep: lengths, a pattern, bounds, choices, each no weaker than the core's.

use super::super::checks::{Checks, Choice, Pattern};
use super::super::field::Field;
use super::super::kind::{Kind, NAME_LENGTH, ProfileType};
use super::super::value;
use super::field::LABEL;
use super::table::Table;
use crate::identifiers::IdentifierKind;
use crate::settings::{Placed, PlacedValue};
use serde_json::{Value, json};

/// Most characters that any text of a profile may have.
const TEXT: usize = 10_000;
/// Most choices of a select.
const CHOICES: usize = 500;

/// What the rules of one field come to.
pub(super) fn read(field: &Field, table: &mut Table<'_, '_>) -> Checks {
    let most = match field.kind {
        Kind::Identifier(IdentifierKind::Username) | Kind::Name => Some(NAME_LENGTH),
        Kind::Identifier(IdentifierKind::Email) | Kind::Profile(ProfileType::Email) => Some(254),
        Kind::Identifier(IdentifierKind::Phone) => Some(16),
        Kind::Profile(ProfileType::Tel) => Some(40),
        _ => None,
    };
    let mut checks = Checks { min_length: table.count("min_length", TEXT), ..Checks::default() };
    checks.max_length = table.count("max_length", TEXT);
    if let (Some(own), Some(most)) = (checks.max_length, most)
        && own > most
    {
        let remedy = format!("At most {most} work.");
        table.refuse("max_length", "is weaker than the program's own rule", remedy);
    }
    let most = checks.max_length.or(most).or(field.max_length());
    if let (Some(min), Some(max)) = (checks.min_length, most)
        && min > max
    {
        table.refuse(
            "min_length",
            format!("is more than the {max} characters that the field may have"),
            "Lower it, or raise max_length.",
        );
    }
    if let Some(source) = table.text("pattern") {
        match Pattern::new(source) {
            Ok(pattern) => checks.pattern = Some(pattern),
            Err(reason) => {
                let remedy = "Look-around and references back are not known. In TOML, '…' leaves backslashes alone.";
                table.refuse("pattern", format!("is no regular expression: {reason}"), remedy);
            }
        }
    }
    checks.unique = table.flag("unique").unwrap_or(false);
    if matches!(field.kind, Kind::Identifier(_)) {
        if table.flag("unique") == Some(false) {
            table.refuse(
                "unique",
                "is weaker than the program's own rule",
                "Identifiers are unique: leave unique out.",
            );
        }
        checks.unique = false;
    }
    checks.must_be_true = table.flag("must_be_true").unwrap_or(false);
    if let Some(kind) = field.profile_type() {
        checks.min = bound(kind, "min", table);
        checks.max = bound(kind, "max", table);
        let crossed = match (&checks.min, &checks.max) {
            (Some(Value::String(min)), Some(Value::String(max))) => min > max,
            (Some(min), Some(max)) => min.as_f64() > max.as_f64(),
            _ => false,
        };
        if crossed {
            table.refuse("min", "is more than max", "Nothing could be entered: write the lesser one as min.");
        }
        if kind == ProfileType::Select {
            checks.choices = choices(table);
        }
    }
    checks
}

fn bound(kind: ProfileType, name: &str, table: &mut Table<'_, '_>) -> Option<Value> {
    let value = as_json(table.get(name)?);
    let works = match (kind, &value) {
        (ProfileType::Number, value) => value.is_number(),
        (ProfileType::Date, value) => value.as_str().and_then(value::date).is_some(),
        // Of the other types it is no rule, and that is told already.
        _ => return None,
    };
    if works {
        return Some(value);
    }
    let (problem, remedy) = match kind {
        ProfileType::Number => ("is not a number", "Write it without quotes."),
        _ => ("is not a date", "Write it as in \"2026-11-22\"."),
    };
    table.refuse(name, problem, remedy);
    None
}

fn choices(table: &mut Table<'_, '_>) -> Vec<Choice> {
    const REMEDY: &str = r#"Write them as in choices = ["red", { value = "blue", label = "Sky blue" }]."#;
    let all = match table.get("choices").map(|placed| &placed.value) {
        Some(PlacedValue::List(all)) if !all.is_empty() && all.len() <= CHOICES => all,
        None => {
            table.refuse("name", "is a select without choices", REMEDY);
            return Vec::new();
        }
        Some(PlacedValue::List(all)) if all.is_empty() => {
            table.refuse("choices", "offers nothing", REMEDY);
            return Vec::new();
        }
        Some(_) => {
            table.refuse("choices", format!("is not a list of 1 to {CHOICES} choices"), REMEDY);
            return Vec::new();
        }
    };
    let mut choices: Vec<Choice> = Vec::new();
    for placed in all {
        let (value, label) = match &placed.value {
            PlacedValue::Table(entries) => {
                let of = |name: &str| entries.iter().find(|(known, _)| known == name).map(|(_, value)| value);
                let known = entries.iter().all(|(name, _)| matches!(name.as_str(), "value" | "label"));
                let (Some(value), true) = (of("value"), known) else {
                    table.refuse_at(
                        "choices",
                        placed,
                        "has a choice that is not { value = \"…\", label = \"…\" }",
                        REMEDY,
                    );
                    continue;
                };
                (value, of("label"))
            }
            _ => (placed, None),
        };
        let Some(words) = table.words_of("choices", label.unwrap_or(value), LABEL) else { continue };
        let PlacedValue::Text(text) = &value.value else {
            table.refuse_at("choices", value, "is not a text in quotes", REMEDY);
            continue;
        };
        if text.trim() != text || text.is_empty() || value::has_control(text, false) {
            table.refuse_at("choices", value, "is no value for a choice", "Leave spaces around it out.");
        } else if choices.iter().any(|known| known.value == *text) {
            table.refuse_at("choices", value, "is among the choices twice", "Keep the first.");
        } else {
            choices.push(Choice { value: text.clone(), label: words });
        }
    }
    choices
}

/// The value as JSON; nothing for a list or a table.
pub(super) fn as_json(placed: &Placed) -> Value {
    match &placed.value {
        PlacedValue::Text(text) | PlacedValue::Moment(text) => json!(text),
        PlacedValue::Flag(flag) => json!(flag),
        PlacedValue::Whole(number) => json!(number),
        PlacedValue::Real(number) => json!(number),
        PlacedValue::List(_) | PlacedValue::Table(_) => Value::Null,
    }
}
