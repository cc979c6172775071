//! What a person who signs in is told, and what only the administrator is told beside it.

use super::super::Accounts;
use super::{LoginState, Subject};
use crate::backends::Said;
use crate::context::Context;
use crate::error::Code;
use crate::passwords::is_usable;
use serde::Serialize;

/// What a person is told who signs in with this identifier alone, from a network that may ask and a browser that the account
/// does not know.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Answers {
    /// To the right password.
    pub right_password: Answer,
    /// To a wrong one.
    pub wrong_password: Answer,
}

/// One answer of `POST /api/v1/login`. The page says the same: 303 for 200, else the form again, at 429 or 422.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Answer {
    /// The status.
    pub status: u16,
    /// The code of a refusal.
    pub code: Option<&'static str>,
    /// Why it is refused: for the administrator alone.
    pub reason: Option<Reason>,
}

/// Why a login is refused. People are told less.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Reason {
    /// The text is empty.
    Blank,
    /// There were too many failures.
    Throttled,
    /// The text breaks the rules of its kind.
    NotAnIdentifier,
    /// No account is found by it.
    NoAccount,
    /// There is an account, and no backend of the chain takes what names it.
    NoBackend,
    /// A backend denies.
    Denied,
    /// The account is inactive.
    Inactive,
    /// The account has no password.
    NoPassword,
    /// The account's password is kept in a form that is not read.
    UnreadablePassword,
    /// The account has proved nothing, and known addresses are hidden.
    Hidden,
    /// An address has to be proved first.
    Unverified,
    /// The password is wrong.
    WrongPassword,
}

impl Reason {
    /// The name that programs compare, as it is serialised.
    #[must_use]
    pub fn slug(self) -> &'static str {
        match self {
            Self::Blank => "blank",
            Self::Throttled => "throttled",
            Self::NotAnIdentifier => "not_an_identifier",
            Self::NoAccount => "no_account",
            Self::NoBackend => "no_backend",
            Self::Denied => "denied",
            Self::Inactive => "inactive",
            Self::NoPassword => "no_password",
            Self::UnreadablePassword => "unreadable_password",
            Self::Hidden => "hidden",
            Self::Unverified => "unverified",
            Self::WrongPassword => "wrong_password",
        }
    }

    /// What the person is told instead.
    fn told(self) -> (u16, Code) {
        match self {
            Self::Blank => (422, Code::Blank),
            Self::Throttled => (429, Code::Throttled),
            Self::Unverified => (403, Code::Unverified),
            _ => (401, Code::InvalidCredentials),
        }
    }
}

impl Answer {
    fn refused(reason: Reason) -> Self {
        let (status, code) = reason.told();
        Self { status, code: Some(code.slug()), reason: Some(reason) }
    }
}

impl Accounts {
    /// What a person is told, by what holds now.
    pub(super) fn answers(
        &self,
        cx: &Context<'_>,
        subject: &Subject<'_>,
        said: &[(&str, Said)],
        login: &LoginState,
    ) -> Answers {
        let before =
            if subject.text.is_empty() { Some(Reason::Blank) } else { login.waits_until.map(|_| Reason::Throttled) };
        if let Some(reason) = before {
            return Answers { right_password: Answer::refused(reason), wrong_password: Answer::refused(reason) };
        }
        let right = self.refusal(cx, subject, said);
        // Where no password is right, a wrong one is refused for the same reason.
        let wrong = right.filter(|reason| !matches!(reason, Reason::Hidden | Reason::Unverified));
        Answers {
            right_password: right.map_or(Answer { status: 200, code: None, reason: None }, Answer::refused),
            wrong_password: Answer::refused(wrong.unwrap_or(Reason::WrongPassword)),
        }
    }

    /// Why the right password is refused, if it is.
    fn refusal(&self, cx: &Context<'_>, subject: &Subject<'_>, said: &[(&str, Said)]) -> Option<Reason> {
        if subject.identifier.is_none() {
            return Some(Reason::NotAnIdentifier);
        }
        let Some(user) = &subject.user else {
            let denied = said.iter().any(|(_, said)| matches!(said, Said::Denies(_)));
            return Some(if denied { Reason::Denied } else { Reason::NoAccount });
        };
        let decisive = said.iter().find(|(_, said)| !matches!(said, Said::Passes(_)));
        match decisive.map(|(_, said)| said) {
            _ if !user.is_active => Some(Reason::Inactive),
            Some(Said::Denies(_)) => Some(Reason::Denied),
            // What a backend of one's own accepts need not be a password of ours.
            Some(Said::IfRight(found)) if found.id != user.id => Some(Reason::NoBackend),
            Some(Said::IfRight(found)) if is_usable(&found.password) && !cx.hashes.understands(&found.password) => {
                Some(Reason::UnreadablePassword)
            }
            Some(Said::IfRight(_)) if self.is_hidden(user) => Some(Reason::Hidden),
            Some(Said::IfRight(_)) => self.first_to_verify(user).map(|_| Reason::Unverified),
            _ if !is_usable(&user.password) => Some(Reason::NoPassword),
            _ => Some(Reason::NoBackend),
        }
    }
}
