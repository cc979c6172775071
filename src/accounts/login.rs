//! Signing in with a password.

use super::{Accounts, Carrier, Entry, EventKind};
use crate::context::Context;
use crate::db::users;
use crate::error::{Code, Error, Result};
use crate::forms::LoginRequest;
use crate::limits::Action;
use crate::passwords::is_usable;
use serde_json::{Value, json};

impl Accounts {
    /// Signs in. A hash made under weaker settings than today's is replaced on the way.
    ///
    /// # Errors
    /// [`Error::Throttled`]; [`Code::InvalidCredentials`] for every other reason that lies with the credentials;
    /// [`Code::Unverified`] when they are right and an address has to be proved first.
    pub fn login(&self, cx: &mut Context<'_>, request: &LoginRequest, carrier: Carrier) -> Result<Entry> {
        self.rates.take(cx, Action::Login)?;
        let proved = self.prove(cx, &request.claimed, &request.password)?;
        let stale = is_usable(&proved.user.password) && cx.hashes.is_stale(&proved.user.password);
        // A full queue is no reason to keep out somebody who is right: the next login will do.
        let rehashed =
            (stale && cx.was_proved(&proved.user)).then(|| cx.hash_password(&request.password).ok()).flatten();
        cx.db
            .write(|conn| {
                let user = users::note_login(conn, proved.user.id, &proved.user.password, rehashed.as_deref(), cx.now)?;
                // Deactivated, deleted or given another password while the hash was computed.
                let user = user.ok_or(Error::Refused(Code::InvalidCredentials))?;
                if self.is_hidden(&user) {
                    // To be told that an address was new would be to be told that it was not known.
                    self.note(cx, conn, Some(user.id), EventKind::LoginFailed, Value::Null)?;
                    return Ok(Err(Code::InvalidCredentials));
                }
                self.failures.clear(conn, &proved.attempt)?;
                if self.first_to_verify(&user).is_some() {
                    self.note(cx, conn, Some(user.id), EventKind::LoginUnverified, Value::Null)?;
                    return Ok(Err(Code::Unverified));
                }
                self.note(cx, conn, Some(user.id), EventKind::Login, json!({"by": "password"}))?;
                self.begin_session(cx, conn, user, carrier).map(Ok)
            })?
            .map_err(Error::Refused)
    }
}
