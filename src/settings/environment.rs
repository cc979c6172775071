//! What somebody wrote in environment variables; knows nothing of the file that they win over.

use toml::Value as Toml;

use super::keys::{self, Key, Kind, Named, PREFIX};
use super::mistakes::{Mistake, nearest};
use super::placed::{FormDeclaration, Placed, PlacedValue};
use super::sources::Origin;
use super::written::{All, Written};

/// Reads the variables that name keys; they win over the file.
pub(super) fn read(variables: Vec<(String, String)>, all: &mut All, mistakes: &mut Vec<Mistake>) {
    let mut variables: Vec<_> = variables.into_iter().filter(|(name, _)| name.starts_with(PREFIX)).collect();
    variables.sort();
    for (variable, text) in variables {
        let path = variable[PREFIX.len()..].to_lowercase().replace("__", ".");
        let exact = Key::variable(&path) == variable;
        let value = match keys::named(&path) {
            Named::Key(key) if exact => from_environment(key.kind, &text),
            Named::File if exact => Toml::String(text),
            Named::Free if exact && path.starts_with("forms.") && path.matches('.').count() == 1 => {
                let name = path["forms.".len()..].to_owned();
                let origin = Origin::Environment { variable };
                let body = text.parse().ok().filter(Toml::is_table).unwrap_or(Toml::String(text));
                all.forms.insert(name.clone(), FormDeclaration { name, body: Placed::all_at(body, &origin) });
                continue;
            }
            Named::Free if path.starts_with("forms.") => {
                let remedy =
                    "A variable holds a whole form: $COUNTERSIGN__FORMS__NAME='{ title = \"…\", fields = […] }'.";
                let mistake = Mistake::new(&path, "is no form", remedy);
                mistakes.push(Mistake { variable: Some(variable), ..mistake });
                continue;
            }
            Named::Free if exact => {
                let rest = path.split_once('.').map_or("", |(_, rest)| rest);
                webhook(rest, &text, &Origin::Environment { variable }, all);
                continue;
            }
            _ => {
                let paths: Vec<String> = keys::all_paths().collect();
                let remedy = nearest(&path, paths.iter().map(String::as_str))
                    .map_or_else(String::new, |path| format!("Did you mean ${}?", Key::variable(path)));
                let mistake = Mistake::new("", "names no key of the settings", remedy);
                mistakes.push(Mistake { key: path, variable: Some(variable), ..mistake });
                continue;
            }
        };
        let written = Written { value, origin: Origin::Environment { variable }, lines: Vec::new() };
        let said = written.value.clone();
        if let Some(before) = all.keys.insert(path.clone(), written)
            && before.value != said
        {
            all.overridden.insert(path, before);
        }
    }
}

/// A webhook, as a table, or one key of it, which is laid over what the file says: `rest` is NAME or `NAME.KEY`.
fn webhook(rest: &str, text: &str, origin: &Origin, all: &mut All) {
    let Some((name, key)) = rest.split_once('.') else {
        let body = text.parse().ok().filter(Toml::is_table).unwrap_or_else(|| Toml::String(text.to_owned()));
        all.webhooks.insert(rest.to_owned(), Placed::all_at(body, origin));
        return;
    };
    let parsed = text.parse().ok().filter(|value: &Toml| value.is_array() || value.is_bool());
    let value = Placed::all_at(parsed.unwrap_or_else(|| Toml::String(text.to_owned())), origin);
    let none = || Placed { value: PlacedValue::Table(Vec::new()), origin: origin.clone() };
    if let PlacedValue::Table(entries) = &mut all.webhooks.entry(name.to_owned()).or_insert_with(none).value {
        entries.retain(|(written, _)| written != key);
        entries.push((key.to_owned(), value));
    }
}

/// The variable's text as the kind of value that its key takes; what cannot be one stays a text, to be refused as such.
fn from_environment(kind: Kind, text: &str) -> Toml {
    let parsed = match kind {
        Kind::Flag | Kind::Auto => text.parse().map(Toml::Boolean).ok(),
        Kind::Number(..) => text.parse().map(Toml::Integer).ok(),
        Kind::Headers => text.parse().ok().filter(Toml::is_table),
        kind if kind.is_list() => text.parse().ok().filter(Toml::is_array),
        _ => None,
    };
    parsed.unwrap_or_else(|| Toml::String(text.to_owned()))
}
