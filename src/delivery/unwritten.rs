//! Why a letter could not be put into words; knows no letter.

use crate::error::Error;
use crate::settings::{Mistake, Mistakes};

/// Why a letter has no words.
pub(super) enum Unwritten {
    /// A template is broken.
    Template(Vec<Mistake>),
    /// The letter itself cannot be written.
    Letter(Error),
}

impl From<Error> for Unwritten {
    fn from(error: Error) -> Self {
        Self::Letter(error)
    }
}

impl From<Vec<Mistake>> for Unwritten {
    fn from(mistakes: Vec<Mistake>) -> Self {
        Self::Template(mistakes)
    }
}

impl From<Unwritten> for Error {
    fn from(unwritten: Unwritten) -> Self {
        match unwritten {
            Unwritten::Template(mistakes) => Self::internal(Mistakes(mistakes)),
            Unwritten::Letter(error) => error,
        }
    }
}
