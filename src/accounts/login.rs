//! Signing in with a password.

use super::form_work::do_work;
use super::sign_in::Opens;
use super::{Accounts, Carrier, Entry, EventKind};
use crate::context::Context;
use crate::db::{User, users};
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
        self.login_for(cx, request, carrier, Opens::Account)
    }

    /// As [`Accounts::login`], at either entrance. At that of the admin pages whoever may not administer is answered as a
    /// wrong password is, and counted so: nothing there tells who may.
    pub(super) fn login_for(
        &self,
        cx: &mut Context<'_>,
        request: &LoginRequest,
        carrier: Carrier,
        opens: Opens,
    ) -> Result<Entry> {
        let may_enter = |user: &User| opens == Opens::Account || user.is_staff;
        self.rates.take(cx, Action::Login)?;
        // Before the attempt is counted: that no session can begin is nobody's failure.
        self.require_last_uses(cx)?;
        let proved = self.prove(cx, &request.claimed, &request.password)?;
        if !may_enter(&proved.user) {
            let whose = Some(proved.user.id);
            cx.db.write(|conn| self.note(cx, conn, whose, EventKind::LoginFailed, opens.told()))?;
            return Err(Error::Refused(Code::InvalidCredentials));
        }
        let stale = is_usable(&proved.user.password) && cx.hashes.is_stale(&proved.user.password);
        // A full queue is no reason to keep out somebody who is right: the next login will do.
        let rehashed =
            (stale && cx.was_proved(&proved.user)).then(|| cx.hash_password(&request.password).ok()).flatten();
        cx.db
            .write(|conn| {
                let user = users::note_login(conn, proved.user.id, &proved.user.password, rehashed.as_deref(), cx.now)?;
                // Deactivated, deleted or given another password while the hash was computed.
                let user = user.ok_or(Error::Refused(Code::InvalidCredentials))?;
                // To be told that an address was new would be to be told that it was not known.
                if self.is_hidden(&user) || !may_enter(&user) {
                    self.note(cx, conn, Some(user.id), EventKind::LoginFailed, opens.told())?;
                    return Ok(Err(Code::InvalidCredentials));
                }
                self.failures.clear(conn, &proved.attempt)?;
                if self.first_to_verify(&user).is_some() {
                    self.note(cx, conn, Some(user.id), EventKind::LoginUnverified, Value::Null)?;
                    return Ok(Err(Code::Unverified));
                }
                let mut detail = opens.told();
                detail["by"] = json!("password");
                self.note(cx, conn, Some(user.id), EventKind::Login, detail)?;
                do_work(cx, conn, user.id)?;
                self.begin_session(cx, conn, user, carrier).map(Ok)
            })?
            .map_err(Error::Refused)
    }
}
