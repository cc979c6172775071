//! Who is signed in: whether the session that a request carries is alive, and whose it is.

use super::Accounts;
use crate::context::Context;
use crate::db::sessions::{self, Session, SessionKind};
use crate::db::{Time, User};
use crate::error::Result;
use crate::tokens::Opaque;
use serde::{Deserialize, Serialize};
use std::time::Duration;

/// A session is noted as used at most this often: reading stays reading.
const TOUCH_EVERY: Duration = Duration::from_mins(1);

/// Somebody who is signed in.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct SignedIn {
    /// By which session.
    pub session: Session,
    /// Who, as of this request. Without the password hash.
    pub user: User,
}

impl Accounts {
    /// The session of a cookie, if it is alive.
    ///
    /// # Errors
    /// When the database is away.
    pub fn resume(&self, cx: &Context<'_>, key: &Opaque) -> Result<Option<SignedIn>> {
        let found = cx.db.read(|conn| sessions::find_by_key(conn, &key.hash()))?;
        self.living(cx, found)
    }

    /// The session of an access token, if both are alive.
    ///
    /// # Errors
    /// When the database is away.
    pub fn resume_bearer(&self, cx: &Context<'_>, token: &str) -> Result<Option<SignedIn>> {
        let Some(claims) = self.access.check(token, cx.now) else { return Ok(None) };
        let found = cx.db.read(|conn| sessions::find(conn, claims.session))?;
        let own = found.filter(|(session, user)| user.id == claims.user && session.kind == SessionKind::Bearer);
        self.living(cx, own)
    }

    fn living(&self, cx: &Context<'_>, found: Option<(Session, User)>) -> Result<Option<SignedIn>> {
        let Some((session, user)) = found else { return Ok(None) };
        let session = self.with_last_use(cx, session)?.filter(|session| self.is_alive(session, cx.now));
        let Some(session) = session else { return Ok(None) };
        let due = cx.now.since(session.last_used_at) >= TOUCH_EVERY;
        if due && !self.note_use(cx, &session)? {
            return Ok(None);
        }
        Ok(Some(SignedIn { session, user }))
    }

    /// Whether a session's times still hold under today's settings. At the instant it ends it has ended.
    pub(super) fn is_alive(&self, session: &Session, now: Time) -> bool {
        now < session.created_at.after(self.settings.sessions.absolute_timeout)
            && now < session.last_used_at.after(self.idle_timeout(session.kind))
    }

    /// How long a session of this kind may lie idle.
    pub(super) fn idle_timeout(&self, kind: SessionKind) -> Duration {
        match kind {
            SessionKind::Remembered => self.settings.sessions.idle_timeout,
            SessionKind::Browser => self.settings.sessions.unremembered_idle_timeout,
            SessionKind::Bearer => self.settings.tokens.refresh_ttl,
        }
    }
}
