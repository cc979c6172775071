//! What a backend would say to a login, and why, for an administrator who asks. Knows no password.

use crate::db::User;

/// What a backend would say to a login with one identifier.
#[derive(Clone, Debug)]
pub enum Said {
    /// It accepts this account, if the password is right, and passes if it is not.
    IfRight(Box<User>),
    /// It passes, whatever the password.
    Passes(Why),
    /// It denies, whatever the password. In words of its own: why.
    Denies(String),
}

/// Why a backend passes.
#[derive(Clone, Debug)]
pub enum Why {
    /// It has no use for identifiers of this kind.
    NoUse,
    /// It finds nobody by it.
    Nobody,
    /// It finds this account, which is inactive.
    Inactive(Box<User>),
    /// It finds this account, which has no password.
    NoPassword(Box<User>),
    /// In words of its own.
    Other(String),
}

impl Said {
    /// The account that it finds.
    #[must_use]
    pub fn account(&self) -> Option<&User> {
        match self {
            Self::IfRight(user) | Self::Passes(Why::Inactive(user) | Why::NoPassword(user)) => Some(user),
            Self::Passes(_) | Self::Denies(_) => None,
        }
    }
}
