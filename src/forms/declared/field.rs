//! One field of a declaration: which rules it may have by its type, and what they come to. Knows none of its neighbours.

use super::super::field::Field;
use super::super::kind::{Kind, ProfileType};
use super::super::register::Rules;
use super::super::value;
use super::table::Table;
use super::{checks, names};
use crate::identifiers::IdentifierKind;
use crate::languages::in_english;
use crate::phrase::Phrase;
use crate::settings::nearest;

/// Most characters of a label, a heading or a choice.
pub(super) const LABEL: usize = 200;
/// Most characters of a line of help.
const HELP: usize = 500;

/// What may be said of any field.
const COMMON: [&str; 8] = ["name", "type", "label", "help", "required", "required_unless", "group", "autocomplete"];

/// Each further rule, and the fields that can have it.
const RULES: [(&str, &[&str]); 11] = [
    ("min_length", &["text", "email", "tel", "url", "textarea", "identifier", "name", "password"]),
    ("max_length", &["text", "email", "tel", "url", "textarea", "identifier", "name"]),
    ("pattern", &["text", "email", "tel", "url", "textarea", "identifier", "name"]),
    ("unique", &["text", "email", "tel", "url", "number", "date", "identifier"]),
    ("min", &["number", "date"]),
    ("max", &["number", "date"]),
    ("choices", &["select"]),
    ("must_be_true", &["checkbox"]),
    ("default", &["text", "email", "tel", "url", "number", "date", "textarea", "select", "checkbox"]),
    ("confirm", &["password"]),
    ("placeholder", &[]),
];

/// The HTML autofill tokens that a registration form has a use for.
const AUTOFILL: [&str; 34] = [
    "off",
    "name",
    "honorific-prefix",
    "given-name",
    "additional-name",
    "family-name",
    "honorific-suffix",
    "nickname",
    "organization-title",
    "organization",
    "street-address",
    "address-line1",
    "address-line2",
    "address-line3",
    "address-level1",
    "address-level2",
    "address-level3",
    "address-level4",
    "country",
    "country-name",
    "postal-code",
    "language",
    "bday",
    "bday-day",
    "bday-month",
    "bday-year",
    "sex",
    "url",
    "photo",
    "tel",
    "tel-national",
    "email",
    "impp",
    "username",
];

/// A field, and whether a second entry of it is asked for.
pub(super) fn read(name: &str, table: &mut Table<'_, '_>, rules: &Rules, by_code: bool) -> Option<(Field, bool)> {
    let kind = kind(name, table, rules)?;
    let sort = sort_of(kind);
    only_its_rules(sort, table);
    let mut field = start(name, kind);
    if let Some(label) = table.words("label", LABEL) {
        field.label = label;
    }
    if let Some(help) = table.words("help", HELP) {
        field.help = help;
    }
    field.group = table.words("group", LABEL);
    field.required = table.flag("required").unwrap_or(false);
    field.required_unless = table.text("required_unless").map(str::to_owned);
    if field.required && field.required_unless.is_some() {
        table.refuse("required_unless", "says nothing beside required = true", "Keep one of the two.");
    }
    if let Some(token) = table.text("autocomplete") {
        if AUTOFILL.contains(&token) {
            field.autofill = Some(token.to_owned().into());
        } else {
            let near = nearest(token, AUTOFILL)
                .map_or_else(|| format!("Known: {}.", AUTOFILL.join(", ")), |near| format!("Did you mean \"{near}\"?"));
            table.refuse("autocomplete", "is no autofill token for a registration form", near);
        }
    }
    if sort == "password" {
        return Some(password(field, table, rules, by_code));
    }
    field.checks = checks::read(&field, table);
    if field.checks.must_be_true && table.get("default").is_some() {
        table.refuse("default", "would tick for people what they have to tick themselves", "Leave default out.");
    } else if field.checks.unique && table.get("default").is_some() {
        table.refuse("default", "cannot be unique: everybody would have it", "Leave default or unique out.");
    } else if let Some(default) = table.get("default") {
        match value::check(&field, &checks::as_json(default)) {
            Ok(value) => field.default = Some(value),
            Err((_, words)) => table.refuse("default", "breaks the field's own rules", in_english(&words)),
        }
    }
    Some((field, false))
}

fn start(name: &str, kind: Kind) -> Field {
    match (kind, name) {
        (Kind::Identifier(kind), _) => Field::identifier(kind),
        (Kind::Name, "first_name") => Field::first_name(),
        (Kind::Name, _) => Field::last_name(),
        (Kind::NewPassword { .. }, _) => Field::new("password", Phrase::new("field-password"), kind),
        _ => Field::new(name.to_owned(), Phrase::verbatim(names::as_label(name)), kind),
    }
}

/// What the field takes: known names have a kind of their own.
fn kind(name: &str, table: &mut Table<'_, '_>, rules: &Rules) -> Option<Kind> {
    let known = match name {
        "username" => Some((Kind::Identifier(IdentifierKind::Username), "text")),
        "email" => Some((Kind::Identifier(IdentifierKind::Email), "email")),
        "phone" => Some((Kind::Identifier(IdentifierKind::Phone), "tel")),
        "first_name" | "last_name" => Some((Kind::Name, "text")),
        "password" => {
            let policy = &rules.policy;
            Some((Kind::NewPassword { min_length: policy.min_length, max_bytes: policy.max_bytes }, "password"))
        }
        _ => None,
    };
    if name == "phone" && !rules.phones {
        let remedy = "Leave the field out, or set phone_authentication_active = true.";
        table.refuse("name", "is asked for while phone_authentication_active is false", remedy);
        return None;
    }
    let written = match table.get("type") {
        Some(_) => Some(table.text("type")?),
        None => None,
    };
    if let Some((kind, own)) = known {
        if written.is_some_and(|written| written != own) {
            table.refuse("type", format!("is not the type of `{name}`, which has its own"), "Leave type out.");
        }
        return Some(kind);
    }
    let all: Vec<&str> = ProfileType::ALL.iter().map(|kind| kind.as_str()).collect();
    let written = written.unwrap_or("text");
    let found = ProfileType::ALL.iter().find(|kind| kind.as_str() == written);
    if found.is_none() {
        let near = nearest(written, all.iter().copied()).map(|near| format!(" Did you mean \"{near}\"?"));
        let remedy = format!("Known: {}.{}", all.join(", "), near.unwrap_or_default());
        table.refuse("type", "is not a known type of field", remedy);
    }
    found.copied().map(Kind::Profile)
}

/// What a field is, as the rules are listed by it.
fn sort_of(kind: Kind) -> &'static str {
    match kind {
        Kind::Profile(kind) => kind.as_str(),
        Kind::Identifier(_) => "identifier",
        Kind::NewPassword { .. } => "password",
        _ => "name",
    }
}

fn only_its_rules(sort: &'static str, table: &mut Table<'_, '_>) {
    let here = |name: &str| {
        !matches!(
            (sort, name),
            ("password" | "checkbox", "required_unless" | "autocomplete") | ("identifier", "autocomplete")
        )
    };
    let own = RULES.iter().filter(|(_, sorts)| sorts.contains(&sort)).map(|(name, _)| *name);
    let known: Vec<&str> = COMMON.into_iter().filter(|name| here(name)).chain(own).collect();
    table.only(&known, |name| {
        if name == "placeholder" {
            let remedy = "Use help: it stays in sight while people type.";
            return Some(("is not among the rules, on purpose".to_owned(), remedy.to_owned()));
        }
        let (_, sorts) = RULES.iter().find(|(rule, _)| *rule == name)?;
        let words: Vec<String> = sorts.iter().map(|sort| in_words(sort)).collect();
        let remedy = format!("It is a rule of {}. Here these work: {}.", words.join(", "), known.join(", "));
        Some((format!("is not a rule of {}", in_words(sort)), remedy))
    });
}

fn in_words(sort: &str) -> String {
    match sort {
        "identifier" => "username, email and phone".to_owned(),
        "name" => "first_name and last_name".to_owned(),
        "password" => "password".to_owned(),
        kind => format!("fields of type {kind}"),
    }
}

fn password(mut field: Field, table: &mut Table<'_, '_>, rules: &Rules, by_code: bool) -> (Field, bool) {
    let policy = &rules.policy;
    // The password's own rule is that it must be there; only where codes can take its place may that be otherwise.
    field.required = table.flag("required") != Some(false);
    if !field.required && !by_code {
        let remedy = "Leave required out, or set login.by_code = true.";
        table.refuse(
            "required",
            "is weaker than the program's own rule: nobody could sign in without a password",
            remedy,
        );
    }
    let mut fewest = policy.min_length;
    if let Some(own) = table.count("min_length", policy.max_bytes) {
        if own < fewest {
            let remedy = format!("passwords.min_length is {fewest}: write that or more, or leave min_length out.");
            table.refuse("min_length", "is weaker than the program's own rule", remedy);
        }
        fewest = fewest.max(own);
    }
    field.kind = Kind::NewPassword { min_length: fewest, max_bytes: policy.max_bytes };
    if field.help.is_empty() {
        field = field.help(super::super::register::password_help(fewest));
    }
    (field, table.flag("confirm").unwrap_or(false))
}
