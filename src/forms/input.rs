//! What somebody sent, as names and values, whichever way it came; knows no field.

use crate::error::{Code, FormErrors};
use crate::phrase::Phrase;
use secrecy::SecretString;
use std::fmt;

/// Which way an input came. They differ in what an empty value means.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Source {
    /// A JSON object: empty is blank, null is absent, types matter.
    Json,
    /// A form-encoded body sent to the API: empty is blank.
    Form,
    /// A form on a page: empty is absent, since a browser sends every box.
    Page,
}

/// One value sent.
#[derive(Clone, PartialEq, Eq)]
pub enum Value {
    /// JSON's null.
    Null,
    /// A text.
    Text(String),
    /// JSON's true or false.
    Flag(bool),
    /// JSON's number.
    Number(serde_json::Number),
    /// An array or an object: no field of ours takes one.
    Other,
}

/// Never shows a value: any of them may be a password in the wrong box.
impl fmt::Debug for Value {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Null => "null",
            Self::Text(_) => "text",
            Self::Flag(_) => "flag",
            Self::Number(_) => "number",
            Self::Other => "other",
        })
    }
}

/// Everything one submission holds. A name stands in it once.
#[derive(Clone, Debug)]
pub struct Input {
    source: Source,
    members: Vec<(String, Value)>,
    /// What an extension of the form takes of it, and the mistakes in that.
    extension: Option<(Vec<String>, FormErrors)>,
}

impl Input {
    /// An input from its members.
    #[must_use]
    pub fn new(source: Source, members: Vec<(String, Value)>) -> Self {
        Self { source, members, extension: None }
    }

    /// Which way it came.
    #[must_use]
    pub fn source(&self) -> Source {
        self.source
    }

    /// The names sent, in order.
    pub fn names(&self) -> impl Iterator<Item = &str> {
        self.members.iter().map(|(name, _)| name.as_str())
    }

    /// Takes a member out, for what a page sends beside its form.
    pub fn take_text(&mut self, name: &str) -> Option<String> {
        let at = self.members.iter().position(|(n, _)| n == name)?;
        match self.members.remove(at).1 {
            Value::Text(text) => Some(text),
            _ => None,
        }
    }

    /// The members whose names are among `these`, and the others.
    #[must_use]
    pub fn split(&self, these: impl Fn(&str) -> bool) -> (Self, Self) {
        let (own, rest) = self.members.iter().cloned().partition(|(name, _)| these(name));
        (Self::new(self.source, own), Self::new(self.source, rest))
    }

    /// The same with more members, whose names are new.
    #[must_use]
    pub fn with(mut self, more: impl IntoIterator<Item = (String, Value)>) -> Self {
        self.members.extend(more);
        self
    }

    /// A text as it was sent, to show again in a refused form.
    #[must_use]
    pub fn shown(&self, name: &str) -> Option<&str> {
        self.members.iter().find(|(n, _)| n == name).and_then(|(_, value)| match value {
            Value::Text(text) => Some(text.as_str()),
            _ => None,
        })
    }

    /// The text of a field; absent is `None`. Blank and wrong types are noted as mistakes, and `None` too.
    pub fn text(&self, name: &str, errors: &mut FormErrors) -> Option<&str> {
        match self.value(name)? {
            Value::Null => None,
            Value::Text(text) if text.is_empty() => {
                if self.source != Source::Page {
                    errors.add(name.to_owned(), Code::Blank);
                }
                None
            }
            Value::Text(text) => Some(text),
            Value::Flag(_) | Value::Number(_) | Value::Other => {
                errors.say(name.to_owned(), Code::Invalid, Phrase::new("forms-send-text"));
                None
            }
        }
    }

    /// As [`Input::text`], for what must not be printed.
    pub fn secret(&self, name: &str, errors: &mut FormErrors) -> Option<SecretString> {
        self.text(name, errors).map(|text| SecretString::from(text.to_owned()))
    }

    /// Yes or no; absent is no. A form sends `on`, `true` or `1` for yes, and nothing for no.
    pub fn flag(&self, name: &str, errors: &mut FormErrors) -> bool {
        match self.value(name) {
            None | Some(Value::Null) => false,
            Some(Value::Flag(flag)) => *flag,
            Some(Value::Text(text)) if self.source != Source::Json => match text.as_str() {
                "on" | "true" | "1" => true,
                "" | "off" | "false" | "0" => false,
                _ => {
                    errors.say(name.to_owned(), Code::Invalid, Phrase::new("forms-send-flag"));
                    false
                }
            },
            Some(_) => {
                errors.say(name.to_owned(), Code::Invalid, Phrase::new("forms-send-flag"));
                false
            }
        }
    }

    /// Says which members are taken by an extension of the form, and what is wrong with them.
    pub fn extend(&mut self, names: Vec<String>, errors: FormErrors) {
        self.extension = Some((names, errors));
    }

    /// Whether a member is taken by an extension of the form.
    pub(super) fn is_of_extension(&self, name: &str) -> bool {
        self.extension.as_ref().is_some_and(|(names, _)| names.iter().any(|of| of == name))
    }

    /// Notes every member that is not among `known`, nor one of an extension, and the mistakes in those.
    pub fn refuse_others(&self, known: &[&str], errors: &mut FormErrors) {
        errors.0.extend(self.extension.iter().flat_map(|(_, wrong)| wrong.0.iter().cloned()));
        for name in self.names().filter(|name| !known.contains(name) && !self.is_of_extension(name)) {
            errors.add(shortened(name), Code::UnknownField);
        }
    }

    /// What was sent under this name, as it was sent.
    #[must_use]
    pub fn value(&self, name: &str) -> Option<&Value> {
        self.members.iter().find(|(n, _)| n == name).map(|(_, value)| value)
    }
}

/// A name somebody made up is repeated in the answer, but not at any length.
fn shortened(name: &str) -> String {
    name.chars().take(100).collect()
}
