//! The chain of authentication backends: each accepts, passes or denies, in the order of the settings. Refuses to know
//! of failures counted, sessions and requests.

mod chain;
mod model;
mod said;

use crate::context::Context;
use crate::db::{Conn, User};
use crate::error::Result;
use crate::identifiers::{Identifier, IdentifierKind};
use crate::passwords::is_usable;
use secrecy::SecretString;

pub use chain::{Chain, Outcome};
pub use model::{ModelBackend, built_in};
pub use said::{Said, Why};

/// What a login brings: identifiers that are valid each in its kind, and the password exactly as sent.
#[derive(Debug)]
pub struct Credentials<'a> {
    /// May be empty when what was sent could belong to nobody.
    pub identifiers: &'a [Identifier],
    /// The password.
    pub password: &'a SecretString,
}

/// What a backend says of credentials.
#[derive(Debug)]
pub enum Verdict {
    /// These are the credentials of this account. The chain ends.
    Accept(Box<User>),
    /// Nobody may come in with these. The chain ends.
    Deny,
    /// Not mine to say. The next backend is asked.
    Pass,
}

/// Decides whose credentials these are. A built-in one is `accepts` and `find`.
pub trait AuthenticationBackend: Send + Sync {
    /// The kinds of identifier this backend has a use for; what the login page asks for.
    fn accepts(&self) -> &'static [IdentifierKind];

    /// The account an identifier names.
    ///
    /// # Errors
    /// When the database, or whatever else is asked, is away.
    fn find(&self, conn: &mut Conn, identifier: &Identifier) -> Result<Option<User>>;

    /// The verdict. Provided: look up what this backend accepts, check the password of the account found, and pass
    /// when nothing fits.
    ///
    /// # Errors
    /// As [`AuthenticationBackend::find`]; [`crate::error::Error::Overloaded`] when the queue for hashes is full.
    fn authenticate(&self, cx: &mut Context<'_>, credentials: &Credentials<'_>) -> Result<Verdict> {
        for identifier in credentials.identifiers {
            if !self.accepts().contains(&identifier.kind()) {
                continue;
            }
            let Some(user) = cx.db.read(|conn| self.find(conn, identifier))? else { continue };
            if cx.check_password(&user, credentials.password)? {
                return Ok(Verdict::Accept(Box::new(user)));
            }
        }
        Ok(Verdict::Pass)
    }

    /// What [`AuthenticationBackend::authenticate`] would say to a login with this identifier alone, and why: for an
    /// administrator, never for whoever signs in. Provided for backends that do not have an `authenticate` of their own.
    /// Changes nothing, and costs no hash.
    ///
    /// # Errors
    /// As [`AuthenticationBackend::find`].
    fn explain(&self, conn: &mut Conn, identifier: &Identifier) -> Result<Said> {
        if !self.accepts().contains(&identifier.kind()) {
            return Ok(Said::Passes(Why::NoUse));
        }
        Ok(match self.find(conn, identifier)?.map(Box::new) {
            None => Said::Passes(Why::Nobody),
            Some(user) if !user.is_active => Said::Passes(Why::Inactive(user)),
            Some(user) if !is_usable(&user.password) => Said::Passes(Why::NoPassword(user)),
            Some(user) => Said::IfRight(user),
        })
    }
}
