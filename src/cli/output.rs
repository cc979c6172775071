//! How a command ends badly, in words for the person at the shell.

use crate::error::Error;
use crate::languages::in_english;
use crate::settings::{Mistake, Mistakes};
use std::fmt::Write as _;
use std::io::{Write, stdout};

/// A command that was not done.
#[derive(Debug)]
pub struct Failure {
    /// 1: refused or failed; 2: wrong usage.
    pub exit: u8,
    /// What to say, or nothing when it was said already.
    pub message: String,
}

impl Failure {
    /// Refused or failed.
    pub fn refused(message: impl Into<String>) -> Self {
        Self { exit: 1, message: message.into() }
    }

    /// Used wrongly.
    pub fn usage(message: impl Into<String>) -> Self {
        Self { exit: 2, message: message.into() }
    }
}

impl From<Error> for Failure {
    fn from(error: Error) -> Self {
        Self::refused(match error {
            Error::Invalid(errors) => errors.0.iter().fold(String::new(), |mut all, e| {
                // Writing to a String cannot fail.
                let _ = writeln!(
                    all,
                    "{}{}",
                    e.field.as_deref().map(|f| format!("{f}: ")).unwrap_or_default(),
                    in_english(&e.detail)
                );
                all
            }),
            Error::Unavailable(cause) => format!("The database cannot be used: {cause}"),
            Error::Internal(cause) => cause,
            other => in_english(&other.code().words()),
        })
    }
}

impl From<Mistakes> for Failure {
    fn from(mistakes: Mistakes) -> Self {
        Self::refused(mistakes.to_string())
    }
}

impl From<Mistake> for Failure {
    fn from(mistake: Mistake) -> Self {
        Self::refused(mistake.to_string())
    }
}

impl From<std::io::Error> for Failure {
    fn from(cause: std::io::Error) -> Self {
        Self::refused(cause.to_string())
    }
}

/// Prints a line. A reader that has seen enough (`… | head`) is an end, not a fault.
pub fn say(line: &str) -> Result<(), Failure> {
    match writeln!(stdout(), "{line}") {
        Err(cause) if cause.kind() == std::io::ErrorKind::BrokenPipe => {
            Err(Failure { exit: 0, message: String::new() })
        }
        other => Ok(other?),
    }
}
