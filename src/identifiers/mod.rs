//! The three kinds of names an account can have, as values that are right once they exist; knows nothing of accounts, databases or forms.

mod beginning;
mod email;
mod numbering;
mod phone;
mod text;
mod username;

use crate::error::Code;
use crate::phrase::Phrase;
use std::fmt;

pub use beginning::{after, beginnings};
pub use email::Email;
pub use phone::{Phone, Region};
pub use text::{fallback_key, folded, shape};
pub use username::Username;

/// Which of the three disjoint spaces an identifier belongs to.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum IdentifierKind {
    /// A name of the account's own choice.
    Username,
    /// An email address.
    Email,
    /// A phone number.
    Phone,
}

impl IdentifierKind {
    /// Every kind there is, in the order in which forms ask for them.
    pub const ALL: &'static [IdentifierKind] = &[Self::Username, Self::Email, Self::Phone];

    /// The name of the form field and of the settings value: `username`, `email` or `phone`.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Username => "username",
            Self::Email => "email",
            Self::Phone => "phone",
        }
    }
}

impl fmt::Display for IdentifierKind {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}

/// Why a text is no identifier of the kind it was taken for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Flaw {
    /// [`Code::Blank`], [`Code::TooLong`] or [`Code::Invalid`].
    pub code: Code,
    /// What would have worked, in words for the person; never the refused text itself.
    pub detail: Phrase,
}

impl Flaw {
    pub(crate) fn blank() -> Self {
        Self { code: Code::Blank, detail: Code::Blank.words() }
    }

    pub(crate) fn too_long(id: &'static str) -> Self {
        Self { code: Code::TooLong, detail: Phrase::new(id) }
    }

    pub(crate) fn invalid(id: &'static str) -> Self {
        Self { code: Code::Invalid, detail: Phrase::new(id) }
    }
}

/// An identifier of any kind.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub enum Identifier {
    /// A username.
    Username(Username),
    /// An email address.
    Email(Email),
    /// A phone number.
    Phone(Phone),
}

impl Identifier {
    /// Reads `raw` as an identifier of `kind`; `region` matters to phone numbers only.
    ///
    /// # Errors
    /// A [`Flaw`] when the text breaks the rules of its kind.
    pub fn parse(kind: IdentifierKind, raw: &str, region: Option<Region>) -> Result<Self, Flaw> {
        match kind {
            IdentifierKind::Username => Username::parse(raw).map(Self::Username),
            IdentifierKind::Email => Email::parse(raw).map(Self::Email),
            IdentifierKind::Phone => Phone::parse(raw, region).map(Self::Phone),
        }
    }

    /// Which space it belongs to.
    #[must_use]
    pub fn kind(&self) -> IdentifierKind {
        match self {
            Self::Username(_) => IdentifierKind::Username,
            Self::Email(_) => IdentifierKind::Email,
            Self::Phone(_) => IdentifierKind::Phone,
        }
    }

    /// The form under which it is unique and found.
    #[must_use]
    pub fn canonical(&self) -> &str {
        match self {
            Self::Username(name) => name.canonical(),
            Self::Email(email) => email.canonical(),
            Self::Phone(phone) => phone.as_str(),
        }
    }

    /// The form that is stored, shown and written to.
    #[must_use]
    pub fn as_str(&self) -> &str {
        match self {
            Self::Username(name) => name.as_str(),
            Self::Email(email) => email.as_str(),
            Self::Phone(phone) => phone.as_str(),
        }
    }
}
