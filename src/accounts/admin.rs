//! Who may administer: active staff who have proved who they are not too long ago, and have used the admin pages since.
//! Knows nothing of what they do there.

use super::sign_in::Opens;
use super::{Accounts, Carrier, Entry, SignedIn};
use crate::context::Context;
use crate::db::sessions::{self, Session};
use crate::db::{Time, User};
use crate::error::{Code, Error, Result};
use crate::forms::LoginRequest;
use std::time::Duration;

/// The use of the admin pages is noted at most this often, and counts from then on: idle time may be over that much
/// earlier, never later.
const TOUCH_EVERY: Duration = Duration::from_secs(10);

/// Somebody who has been let in to administer. There is no other way to get one than [`Accounts::admit`].
#[derive(Clone, Debug)]
pub struct Admin(SignedIn);

impl Admin {
    /// By which session, and who.
    #[must_use]
    pub fn who(&self) -> &SignedIn {
        &self.0
    }

    /// The account.
    #[must_use]
    pub fn user(&self) -> &User {
        &self.0.user
    }
}

impl Accounts {
    /// Signs in at the entrance of the admin pages, with a new session that opens them: a key that was there before opens
    /// nothing new.
    ///
    /// # Errors
    /// As [`Accounts::login`]; an account that may not administer is [`Code::InvalidCredentials`] too, and counts as a
    /// failure.
    pub fn login_to_admin(&self, cx: &mut Context<'_>, request: &LoginRequest, carrier: Carrier) -> Result<Entry> {
        self.login_for(cx, request, carrier, Opens::Admin)
    }

    /// Lets somebody who is signed in go on to administer.
    ///
    /// # Errors
    /// [`Code::Forbidden`] for who is not staff; [`Error::Stale`] for a session that was proved too long ago, or has not
    /// been used to administer for too long.
    pub fn admit(&self, cx: &Context<'_>, who: SignedIn) -> Result<Admin> {
        if !who.user.is_staff {
            return Err(Error::Refused(Code::Forbidden));
        }
        let used_at = self.opens_admin(&who.session, cx.now).ok_or(Error::Stale { with_password: true })?;
        let due = cx.now.since(used_at) >= TOUCH_EVERY;
        if due && !cx.db.write(|conn| sessions::touch_admin(conn, who.session.id, cx.now))? {
            return Err(Error::Refused(Code::Unauthenticated));
        }
        Ok(Admin(who))
    }

    /// When a session that still opens the admin pages last used them. At the instant it is over it is over.
    fn opens_admin(&self, session: &Session, now: Time) -> Option<Time> {
        let admin = &self.settings.admin;
        // Wherever the password was given: at either entrance, or to confirm it.
        let proved_at = session.proved_at;
        let used_at = session.admin_used_at.map_or(proved_at, |used_at| used_at.max(proved_at));
        let alive = now < proved_at.after(admin.session_timeout) && now < used_at.after(admin.idle_timeout);
        alive.then_some(used_at)
    }
}
