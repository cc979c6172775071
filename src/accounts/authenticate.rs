//! Whether credentials are somebody's: the chain, with everything around it that holds for every door that takes a
//! password — one hash for a refusal, one count of failures. Begins no session.

use super::Accounts;
use super::events::EventKind;
use crate::backends::{Credentials, Outcome};
use crate::context::Context;
use crate::db::{User, presence, users};
use crate::error::{Code, Error, Result};
use crate::forms::Claimed;
use crate::identifiers::Identifier;
use crate::limits::{Attempt, Subject};
use secrecy::SecretString;
use serde_json::Value;

/// An account that has proved itself, and the attempt that has to be cleared with what it leads to.
#[derive(Debug)]
pub(super) struct Proved<'a> {
    pub(super) user: User,
    pub(super) attempt: Attempt<'a>,
}

impl Accounts {
    /// The account whose credentials these are, or `None`. Counts as an attempt.
    ///
    /// # Errors
    /// [`Error::Throttled`] while the account, or the identifier that names none, has to wait;
    /// [`Error::Overloaded`] and [`Error::Unavailable`], which count as no attempt.
    pub fn authenticate(
        &self,
        cx: &mut Context<'_>,
        claimed: &[Claimed],
        password: &SecretString,
    ) -> Result<Option<User>> {
        match self.prove(cx, claimed, password) {
            Ok(proved) => {
                cx.db.write(|conn| self.failures.clear(conn, &proved.attempt))?;
                Ok(Some(proved.user))
            }
            Err(Error::Refused(Code::InvalidCredentials)) => Ok(None),
            Err(other) => Err(other),
        }
    }

    /// As [`Accounts::authenticate`], leaving the attempt to be cleared by the transaction of what follows.
    pub(super) fn prove(
        &self,
        cx: &mut Context<'_>,
        claimed: &[Claimed],
        password: &SecretString,
    ) -> Result<Proved<'_>> {
        let found = look_up(cx, claimed)?;
        let subjects: Vec<Subject> =
            claimed.iter().zip(&found).map(|(claim, user)| self.subject(cx, claim, user.as_ref())).collect();
        let attempt = self.failures.begin(cx, &subjects)?;
        match self.decide(cx, claimed, &found, password) {
            Ok(Some(user)) => Ok(Proved { user, attempt }),
            Ok(None) => {
                let whose = the_one_of(&found).map(|user| user.id);
                cx.db.write(|conn| {
                    // It may have been deleted while the hash was computed.
                    let whose = presence::hold(conn, whose)?;
                    self.note(cx, conn, whose, EventKind::LoginFailed, Value::Null)
                })?;
                Err(Error::Refused(Code::InvalidCredentials))
            }
            Err(cause) => {
                self.failures.take_back(cx, &attempt)?;
                Err(cause)
            }
        }
    }

    fn subject(&self, cx: &Context<'_>, claim: &Claimed, user: Option<&User>) -> Subject {
        if let Some(user) = user {
            let browser = cx.client.known_browser.as_deref();
            return match browser.and_then(|cookie| self.known_browsers.recognise(cookie, user.id)) {
                Some(browser) => Subject::Browser(user.id, browser),
                None => Subject::Account(user.id),
            };
        }
        match claim {
            Claimed::Valid(identifier) => Subject::Unknown(identifier.kind(), identifier.canonical().to_owned()),
            Claimed::Impossible { kind, key } => Subject::Unknown(*kind, key.clone()),
        }
    }

    /// Costs exactly one hash when the answer is no, whatever the reason.
    fn decide(
        &self,
        cx: &mut Context<'_>,
        claimed: &[Claimed],
        found: &[Option<User>],
        password: &SecretString,
    ) -> Result<Option<User>> {
        let valid = |claim: &Claimed| match claim {
            Claimed::Valid(identifier) => Some(identifier.clone()),
            Claimed::Impossible { .. } => None,
        };
        let identifiers: Option<Vec<Identifier>> = claimed.iter().map(valid).collect();
        if let Some(identifiers) = identifiers.filter(|_| name_one_account(found)) {
            let credentials = Credentials { identifiers: &identifiers, password };
            if let Outcome::Accepted(user, _) = self.chain.authenticate(cx, &credentials)?
                && user.is_active
                && all_are(found, &user)
            {
                return Ok(Some(*user));
            }
        }
        cx.spend_hash(password)?;
        Ok(None)
    }
}

/// What each identifier names in our own table.
fn look_up(cx: &Context<'_>, claimed: &[Claimed]) -> Result<Vec<Option<User>>> {
    cx.db.read(|conn| {
        let find = |claim: &Claimed| match claim {
            Claimed::Valid(identifier) => users::find(conn, identifier),
            Claimed::Impossible { .. } => Ok(None),
        };
        claimed.iter().map(find).collect()
    })
}

/// The account that a refusal is about: the only one that any identifier names.
fn the_one_of(found: &[Option<User>]) -> Option<&User> {
    let mut named = found.iter().flatten();
    let first = named.next()?;
    named.all(|other| other.id == first.id).then_some(first)
}

/// Several identifiers must all name the same account; a single one may be known to a backend alone.
fn name_one_account(found: &[Option<User>]) -> bool {
    let mut ids = found.iter().map(|user| user.as_ref().map(|user| user.id));
    match ids.next() {
        None => false,
        Some(_) if found.len() == 1 => true,
        Some(first) => first.is_some() && ids.all(|id| id == first),
    }
}

/// Whatever our own table knows of the identifiers is the account that was accepted.
fn all_are(found: &[Option<User>], user: &User) -> bool {
    found.iter().flatten().all(|known| known.id == user.id)
}
