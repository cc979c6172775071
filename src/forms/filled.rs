//! Small forms of a few texts: which must be there, and what was sent. For every form but login and registration, which
//! have rules of their own.

use super::code;
use super::field::Field;
use super::input::{Input, Source};
use super::kind::Kind;
use crate::error::{Code, FormErrors, Result};
use crate::phrase::Phrase;
use secrecy::{ExposeSecret, SecretString};
use std::borrow::Cow;

/// A form of a few fields.
#[derive(Clone, Debug)]
pub struct SmallForm {
    /// Its fields, in order.
    pub fields: Vec<Field>,
}

/// What was sent, by field. Everything is a secret: codes and passwords are among it.
#[derive(Debug)]
pub struct Filled(Vec<(Cow<'static, str>, SecretString)>);

impl SmallForm {
    /// Reads what was sent. A second entry of a password must be the same as the first, if it was sent; on a page it
    /// must have been.
    ///
    /// # Errors
    /// [`crate::error::Error::Invalid`] with every mistake.
    pub fn clean(&self, input: &Input) -> Result<Filled> {
        let mut errors = FormErrors::default();
        let mut filled = Filled(Vec::new());
        for field in &self.fields {
            if field.kind == Kind::Checkbox {
                if input.flag(&field.name, &mut errors) {
                    filled.0.push((field.name.clone(), SecretString::from("true")));
                }
                continue;
            }
            match input.secret(&field.name, &mut errors) {
                Some(value) => {
                    let again = field.kind == Kind::PasswordAgain;
                    if again
                        && filled.new_password().is_some_and(|first| first.expose_secret() != value.expose_secret())
                    {
                        errors.add(field.name.clone(), Code::Mismatch);
                    }
                    if matches!(field.kind, Kind::Code { .. })
                        && let Some(flaw) = code::flaw(value.expose_secret())
                    {
                        errors.add(field.name.clone(), flaw);
                    }
                    if field.kind == Kind::Channel
                        && !field.choices().iter().any(|choice| choice.value == value.expose_secret())
                    {
                        errors.say(field.name.clone(), Code::Invalid, Phrase::new("forms-channel-choice"));
                    }
                    filled.0.push((field.name.clone(), value));
                }
                None if field.required || (field.kind == Kind::PasswordAgain && input.source() == Source::Page) => {
                    field.missing(&mut errors);
                }
                None => {}
            }
        }
        let known: Vec<&str> = self.fields.iter().map(|field| field.name.as_ref()).collect();
        input.refuse_others(&known, &mut errors);
        errors.or(|| filled)
    }
}

impl Filled {
    /// The text of a field; empty when it was not sent.
    #[must_use]
    pub fn text(&self, name: &str) -> &str {
        self.0.iter().find(|(field, _)| *field == name).map_or("", |(_, value)| value.expose_secret())
    }

    /// Whether a box was ticked.
    #[must_use]
    pub fn flag(&self, name: &str) -> bool {
        !self.text(name).is_empty()
    }

    /// The new password, if the form has one.
    #[must_use]
    pub fn new_password(&self) -> Option<&SecretString> {
        self.0.iter().find(|(field, _)| *field == "new_password").map(|(_, value)| value)
    }
}
