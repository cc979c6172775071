//! Asks the backends in order and stops at the first that accepts or denies.

use super::{AuthenticationBackend, Credentials, Said, Verdict};
use crate::context::Context;
use crate::db::{Conn, User};
use crate::error::Result;
use crate::identifiers::{Identifier, IdentifierKind};
use std::fmt;
use std::sync::Arc;

/// The backends of `authentication_backends`, in that order.
#[derive(Clone)]
pub struct Chain(Vec<(String, Arc<dyn AuthenticationBackend>)>);

/// What the chain as a whole says.
#[derive(Debug)]
pub enum Outcome {
    /// The account, and the name of the backend that accepted.
    Accepted(Box<User>, String),
    /// The name of the backend that denied.
    Denied(String),
    /// No backend had anything to say.
    Passed,
}

impl Chain {
    /// A chain of these backends.
    #[must_use]
    pub fn new(backends: Vec<(String, Arc<dyn AuthenticationBackend>)>) -> Self {
        Self(backends)
    }

    /// The kinds of identifier that the chain takes, in the order username, email, phone.
    #[must_use]
    pub fn accepts(&self) -> Vec<IdentifierKind> {
        let taken = |kind: &&IdentifierKind| self.0.iter().any(|(_, backend)| backend.accepts().contains(*kind));
        IdentifierKind::ALL.iter().filter(taken).copied().collect()
    }

    /// The backends in order: the name of each, and the kinds of identifier it takes.
    pub fn backends(&self) -> impl Iterator<Item = (&str, &'static [IdentifierKind])> {
        self.0.iter().map(|(name, backend)| (name.as_str(), backend.accepts()))
    }

    /// Asks each backend in turn.
    ///
    /// # Errors
    /// What a backend returns: a backend that cannot answer ends the login, it does not pass.
    pub fn authenticate(&self, cx: &mut Context<'_>, credentials: &Credentials<'_>) -> Result<Outcome> {
        for (name, backend) in &self.0 {
            match backend.authenticate(cx, credentials)? {
                Verdict::Accept(user) => return Ok(Outcome::Accepted(user, name.clone())),
                Verdict::Deny => return Ok(Outcome::Denied(name.clone())),
                Verdict::Pass => {}
            }
        }
        Ok(Outcome::Passed)
    }

    /// What each backend would say to a login with this identifier alone, in order.
    ///
    /// # Errors
    /// What a backend returns.
    pub fn explain(&self, conn: &mut Conn, identifier: &Identifier) -> Result<Vec<(&str, Said)>> {
        self.0.iter().map(|(name, backend)| Ok((name.as_str(), backend.explain(conn, identifier)?))).collect()
    }
}

impl fmt::Debug for Chain {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_list().entries(self.0.iter().map(|(name, _)| name)).finish()
    }
}
