//! What an administrator asks about: an identifier, or a request. Knows no account.

use super::field::Field;
use super::filled::SmallForm;
use super::input::Input;
use super::kind::{Kind, ProfileType};
use crate::error::{Code, Error, FormErrors, Result};
use crate::phrase::Phrase;

/// What is asked about.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Question {
    /// A username, an email address or a phone number, as typed.
    Identifier(String),
    /// The id of a request.
    Request(String),
}

/// The form: one of its fields is given.
#[must_use]
pub fn form() -> SmallForm {
    let identifier = Field::new("identifier", Phrase::new("field-identifier"), Kind::AnyIdentifier);
    let request = Field::new("request", Phrase::new("explain-request"), Kind::Profile(ProfileType::Text));
    SmallForm { fields: vec![identifier, request.help(Phrase::new("explain-request-help"))] }
}

/// Reads what was asked about.
///
/// # Errors
/// [`Code::Required`] at `identifier` when nothing is; [`Code::Invalid`] at `request` when both are.
pub fn clean(input: &Input) -> Result<Question> {
    let filled = form().clean(input)?;
    match (filled.text("identifier"), filled.text("request").trim()) {
        ("", "") => Err(Error::field("identifier", Code::Required)),
        (identifier, "") => Ok(Question::Identifier(identifier.to_owned())),
        ("", request) => Ok(Question::Request(request.to_owned())),
        _ => Err(refused("explain-one-of-both")),
    }
}

/// The refusal of a request of which nothing was noted.
#[must_use]
pub fn unknown_request() -> Error {
    refused("explain-request-unknown")
}

fn refused(words: &'static str) -> Error {
    let mut errors = FormErrors::default();
    errors.say("request", Code::Invalid, Phrase::new(words));
    Error::Invalid(errors)
}
