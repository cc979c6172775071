//! Somebody who is signed in proves to be who they are once more, before what matters. Counts failures with every other
//! door that takes the account's password; knows nothing of what follows.

use super::events::EventKind;
use super::{Accounts, Bearing, SignedIn};
use crate::context::Context;
use crate::db::sessions::{self, SessionKind};
use crate::db::{User, presence, users};
use crate::error::{Code, Error, FormErrors, Result};
use crate::limits::{Attempt, Subject};
use crate::passwords::is_usable;
use crate::phrase::Phrase;
use crate::tokens::Opaque;
use secrecy::{ExposeSecret, SecretString};
use serde_json::Value;

/// An account whose owner has just proved to be there, and the attempt that has to be cleared with what it leads to.
#[derive(Debug)]
pub(super) struct Reproved<'a> {
    /// With its password hash, as it is now.
    pub(super) user: User,
    attempt: Option<Attempt<'a>>,
}

impl Accounts {
    /// Proves the password of whoever is signed in. An account without a password proves itself by having signed in
    /// just now, and `password` is then empty.
    ///
    /// # Errors
    /// [`Code::InvalidCredentials`] at `field`; [`Error::Throttled`]; [`Error::Stale`] for an account without a
    /// password that signed in too long ago; [`Code::Required`] at `field` when one is needed and none was sent.
    pub(super) fn reprove(
        &self,
        cx: &mut Context<'_>,
        who: &SignedIn,
        password: &SecretString,
        field: &'static str,
    ) -> Result<Reproved<'_>> {
        let user = cx.db.read(|conn| users::get(conn, who.user.id))?.filter(|user| user.is_active);
        let user = user.ok_or(Error::Refused(Code::Unauthenticated))?;
        if password.expose_secret().is_empty() {
            if is_usable(&user.password) {
                return Err(Error::field(field, Code::Required));
            }
            let fresh = self.is_fresh(cx, who);
            return if fresh {
                Ok(Reproved { user, attempt: None })
            } else {
                Err(Error::Stale { with_password: false })
            };
        }
        let browser = cx.client.known_browser.as_deref();
        let subject = match browser.and_then(|cookie| self.known_browsers.recognise(cookie, user.id)) {
            Some(browser) => Subject::Browser(user.id, browser),
            None => Subject::Account(user.id),
        };
        let attempt = self.failures.begin(cx, &[subject])?;
        match cx.check_password(&user, password) {
            Ok(true) => Ok(Reproved { user, attempt: Some(attempt) }),
            Ok(false) => {
                cx.db.write(|conn| {
                    let whose = presence::hold(conn, Some(user.id))?;
                    self.note(cx, conn, whose, EventKind::ReauthenticationFailed, Value::Null)
                })?;
                let mut errors = FormErrors::default();
                errors.say(field, Code::InvalidCredentials, Phrase::new("password-wrong"));
                Err(Error::Invalid(errors))
            }
            Err(cause) => {
                self.failures.take_back(cx, &attempt)?;
                Err(cause)
            }
        }
    }

    /// Notes the proof, as part of the transaction of what it was asked for. The account as it is now: still active,
    /// still with the password that was proved, its session still alive.
    ///
    /// # Errors
    /// [`Code::Unauthenticated`] when that is not so any more.
    pub(super) fn accept_proof(
        &self,
        cx: &Context<'_>,
        conn: &mut crate::db::Conn,
        who: &SignedIn,
        proved: &Reproved<'_>,
    ) -> Result<User> {
        // The account's row first, as everywhere: whoever signs in meanwhile waits for it, and for nothing that waits for them.
        let user = users::lock(conn, proved.user.id)?;
        if let Some(attempt) = &proved.attempt {
            self.failures.clear(conn, attempt)?;
        }
        let same = user.filter(|user| user.is_active && user.password == proved.user.password);
        let alive = sessions::note_proof(conn, who.session.id, cx.now)?;
        same.filter(|_| alive).ok_or(Error::Refused(Code::Unauthenticated))
    }

    /// Confirms the password for what follows in the next while. A session that a cookie carries gets a new one, which
    /// is returned: whoever has a copy of the old one is not confirmed along with its owner, but out (ASVS 7.2.4).
    ///
    /// # Errors
    /// [`Code::InvalidCredentials`] and [`Code::Required`] at `password`; [`Error::Throttled`]; [`Error::Stale`].
    pub fn reauthenticate(
        &self,
        cx: &mut Context<'_>,
        who: &SignedIn,
        password: &SecretString,
    ) -> Result<Option<Bearing>> {
        let proved = self.reprove(cx, who, password, "password")?;
        cx.db.write(|conn| {
            let user = self.accept_proof(cx, conn, who, &proved)?;
            self.note(cx, conn, Some(user.id), EventKind::Reauthenticated, Value::Null)?;
            if who.session.kind == SessionKind::Bearer {
                return Ok(None);
            }
            let key = Opaque::new(cx.random.as_ref());
            sessions::rekey(conn, who.session.id, &key.hash())?;
            Ok(Some(self.cookie(cx, user.id, key, who.session.kind == SessionKind::Remembered)))
        })
    }

    /// Refuses unless the session has proved itself of late.
    ///
    /// # Errors
    /// [`Error::Stale`], which says whether there is a password to do it with.
    pub fn demand_fresh(&self, cx: &Context<'_>, who: &SignedIn) -> Result<()> {
        if self.is_fresh(cx, who) {
            return Ok(());
        }
        // The account that a session carries is without its password.
        let user = cx.db.read(|conn| users::get(conn, who.user.id))?.ok_or(Error::Refused(Code::Unauthenticated))?;
        Err(Error::Stale { with_password: is_usable(&user.password) })
    }

    /// Whether the session has proved itself so lately that nothing asks again.
    #[must_use]
    pub fn is_fresh(&self, cx: &Context<'_>, who: &SignedIn) -> bool {
        cx.now < who.session.proved_at.after(self.settings.sessions.reauthenticate_after)
    }
}
