//! Values with the place where somebody wrote them, for declarations whose meaning a higher floor knows: `[forms.NAME]`.

use std::path::Path;

use toml::Value as Toml;

use super::mistakes::Mistake;
use super::secrets::quoted;
use super::sources::Origin;

/// A registration form as somebody declared it, read but not understood.
#[derive(Clone, Debug)]
pub struct FormDeclaration {
    /// The NAME of `[forms.NAME]`.
    pub name: String,
    /// What stands under it.
    pub body: Placed,
}

/// One value, and where it stands.
#[derive(Clone, Debug)]
pub struct Placed {
    /// The value.
    pub value: PlacedValue,
    /// Where it stands.
    pub origin: Origin,
}

/// A value of TOML.
#[derive(Clone, Debug)]
pub enum PlacedValue {
    /// A text in quotes.
    Text(String),
    /// `true` or `false`.
    Flag(bool),
    /// A whole number.
    Whole(i64),
    /// Another number.
    Real(f64),
    /// A date, a time or both, as written.
    Moment(String),
    /// `[ … ]`
    List(Vec<Placed>),
    /// `{ … }` or a section.
    Table(Vec<(String, Placed)>),
}

impl Placed {
    /// A value without places of its own inside: all of it stands at `origin`.
    pub(super) fn all_at(value: Toml, origin: &Origin) -> Self {
        let value = match value {
            Toml::String(text) => PlacedValue::Text(text),
            Toml::Boolean(flag) => PlacedValue::Flag(flag),
            Toml::Integer(number) => PlacedValue::Whole(number),
            Toml::Float(number) => PlacedValue::Real(number),
            Toml::Datetime(moment) => PlacedValue::Moment(moment.to_string()),
            Toml::Array(all) => PlacedValue::List(all.into_iter().map(|value| Self::all_at(value, origin)).collect()),
            Toml::Table(all) => {
                PlacedValue::Table(all.into_iter().map(|(name, value)| (name, Self::all_at(value, origin))).collect())
            }
        };
        Self { value, origin: origin.clone() }
    }

    /// A mistake about this value. `problem` continues a sentence that begins with the value.
    #[must_use]
    pub fn mistake(&self, key: &str, problem: impl Into<String>, remedy: impl Into<String>) -> Mistake {
        let value = self.shown();
        Mistake { value, ..self.about(key, problem, remedy) }
    }

    /// A mistake at this place. `problem` continues a sentence that begins with the key.
    #[must_use]
    pub fn about(&self, key: &str, problem: impl Into<String>, remedy: impl Into<String>) -> Mistake {
        let mut mistake = Mistake::new(key, problem, remedy);
        match &self.origin {
            Origin::Default => {}
            Origin::File { file, line } => {
                mistake.file = Some(file.clone());
                mistake.line = Some(*line);
            }
            Origin::Environment { variable } => mistake.variable = Some(variable.clone()),
        }
        mistake
    }

    /// The value as TOML, unless it is a table or long.
    #[must_use]
    pub fn shown(&self) -> Option<String> {
        let text = match &self.value {
            PlacedValue::Text(text) => quoted(text),
            PlacedValue::Flag(flag) => flag.to_string(),
            PlacedValue::Whole(number) => number.to_string(),
            PlacedValue::Real(number) => number.to_string(),
            PlacedValue::Moment(text) => text.clone(),
            PlacedValue::List(all) => {
                let all: Option<Vec<String>> = all.iter().map(Self::shown).collect();
                format!("[{}]", all?.join(", "))
            }
            PlacedValue::Table(_) => return None,
        };
        (text.chars().count() <= 200).then_some(text)
    }
}

/// Where a line of the settings file is.
pub(super) fn line_of(file: &Path, line: usize) -> Origin {
    Origin::File { file: file.to_owned(), line }
}
