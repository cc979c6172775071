//! Registration forms declared in the settings, without code: `[forms.NAME]` becomes a form, or every mistake in it with
//! its line and what would work.

mod checks;
mod field;
pub(super) mod names;
mod table;
mod whole;

use super::field::Field;
use super::fields_form::FieldsForm;
use super::kind::Kind;
use super::register::Rules;
use crate::phrase::Phrase;
use crate::settings::{FormDeclaration, Mistake, Placed, PlacedValue};
use table::Table;

/// Most fields of one form.
const MOST_FIELDS: usize = 100;

/// What the declarations are read against.
#[derive(Clone, Debug)]
pub struct Surroundings<'a> {
    /// What the settings say that every form needs.
    pub rules: &'a Rules,
    /// Whether codes can take the place of passwords.
    pub by_code: bool,
    /// Names of the forms that come with the program.
    pub built_in: &'a [String],
    /// Names of the forms registered in code.
    pub in_code: &'a [&'a str],
}

/// Turns declarations into forms.
///
/// # Errors
/// Every mistake in any of them.
pub fn declared(all: &[FormDeclaration], around: &Surroundings<'_>) -> Result<Vec<FieldsForm>, Vec<Mistake>> {
    let mut mistakes = Vec::new();
    let forms = all.iter().filter_map(|declaration| one(declaration, around, &mut mistakes)).collect();
    if mistakes.is_empty() { Ok(forms) } else { Err(mistakes) }
}

fn one(declaration: &FormDeclaration, around: &Surroundings<'_>, mistakes: &mut Vec<Mistake>) -> Option<FieldsForm> {
    let FormDeclaration { name, body } = declaration;
    let key = format!("forms.{}", name.escape_debug());
    if let Some((problem, remedy)) = names::of_form(name, around.built_in, around.in_code) {
        mistakes.push(body.about(&key, problem, remedy));
    }
    let PlacedValue::Table(entries) = &body.value else {
        mistakes.push(body.about(&key, "is not a form", format!("Write [{key}], and title and fields beneath.")));
        return None;
    };
    let mut table = Table::new(key.clone(), entries, mistakes);
    table.only(&["title", "intro", "fields"], |_| None);
    let title = table.words("title", field::LABEL).unwrap_or_else(|| Phrase::new("register-title"));
    let intro = table.words("intro", 500);
    let declared = match table.get("fields").map(|fields| &fields.value) {
        Some(PlacedValue::List(all)) if !all.is_empty() && all.len() <= MOST_FIELDS => all,
        None => {
            mistakes.push(body.about(
                &key,
                "has no fields",
                r#"Write fields = [{ name = "email" }, { name = "password" }]."#,
            ));
            return None;
        }
        Some(_) => {
            table.refuse(
                "fields",
                format!("is not a list of 1 to {MOST_FIELDS} fields"),
                r#"A field is { name = "email", required = true }."#,
            );
            return None;
        }
    };
    let fields = fields(&key, declared, around, mistakes);
    whole::check(&key, body, declared, &fields, around, mistakes);
    Some(FieldsForm::new(name.clone(), title, intro, fields.into_iter().flatten().collect(), around.rules))
}

/// The fields, in order; none in the place of one that could not be read.
fn fields(
    key: &str,
    declared: &[Placed],
    around: &Surroundings<'_>,
    mistakes: &mut Vec<Mistake>,
) -> Vec<Option<Field>> {
    let mut fields: Vec<Option<Field>> = Vec::new();
    let mut again = None;
    for (at, placed) in declared.iter().enumerate() {
        let key = format!("{key}.fields");
        let PlacedValue::Table(entries) = &placed.value else {
            mistakes.push(placed.mistake(&key, "is not a field", r#"Write { name = "…" }."#));
            fields.push(None);
            continue;
        };
        let mut table = Table::new(format!("{key}[{at}]"), entries, mistakes);
        let Some(name) = table.text("name") else {
            if table.get("name").is_none() {
                mistakes.push(placed.about(&format!("{key}[{at}]"), "has no name", r#"Write { name = "…", … }."#));
            }
            fields.push(None);
            continue;
        };
        if let Some((problem, remedy)) = names::of_field(name) {
            table.refuse("name", problem, remedy);
            fields.push(None);
            continue;
        }
        table.key = format!("{key}.{name}");
        let read = field::read(name, &mut table, around.rules, around.by_code);
        if let Some((field, true)) = &read {
            let second = Field::new("password_confirm", Phrase::new("field-password-again"), Kind::PasswordAgain);
            again = Some((at, Field { group: field.group.clone(), ..second }));
        }
        fields.push(read.map(|(field, _)| field));
    }
    if let Some((at, field)) = again {
        fields.insert(at + 1, Some(field));
    }
    fields
}
