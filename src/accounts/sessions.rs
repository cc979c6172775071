//! Where an account is signed in, and ending that from elsewhere.

use super::{Accounts, EventKind, Listed, SignedIn};
use crate::context::Context;
use crate::db::sessions::{self, Session};
use crate::db::{Conn, Id, Time};
use crate::error::{Code, Error, Result};
use serde_json::{Value, json};

/// So many rows are read at once.
const AT_ONCE: i64 = 101;

impl Accounts {
    /// A page of the sessions of whoever is signed in: those that are alive, latest begun first, after the one with the
    /// key `cursor`.
    ///
    /// # Errors
    /// When the database is away.
    pub fn list_sessions(
        &self,
        cx: &Context<'_>,
        who: &SignedIn,
        cursor: Option<Id>,
        limit: u32,
    ) -> Result<Listed<Session>> {
        cx.db.read(|conn| self.living_sessions(cx, conn, who.user.id, cursor, limit))
    }

    pub(super) fn living_sessions(
        &self,
        cx: &Context<'_>,
        conn: &mut Conn,
        user: Id,
        mut cursor: Option<Id>,
        limit: u32,
    ) -> Result<Listed<Session>> {
        let wanted = usize::try_from(limit).unwrap_or(usize::MAX).saturating_add(1);
        let mut found: Vec<Session> = Vec::new();
        loop {
            // Those past their time are still there until they are pruned.
            let some = sessions::page(conn, user, cursor, AT_ONCE)?;
            cursor = some.last().map(|session| session.id);
            found.extend(self.with_last_uses(cx, some)?.into_iter().filter(|session| self.is_alive(session, cx.now)));
            if cursor.is_none() || found.len() >= wanted {
                return Ok(Listed::cut(found, limit, |session| session.id));
            }
        }
    }

    /// When a session ends if it is not used again.
    #[must_use]
    pub fn session_expires_at(&self, session: &Session) -> Time {
        let absolute = session.created_at.after(self.settings.sessions.absolute_timeout);
        absolute.min(session.last_used_at.after(self.idle_timeout(session.kind)))
    }

    /// Ends a session of whoever is signed in. Their present one too: that is signing out.
    ///
    /// # Errors
    /// [`Code::NotFound`] when they have no such session.
    pub fn end_session(&self, cx: &Context<'_>, who: &SignedIn, id: Id) -> Result<()> {
        if id == who.session.id {
            return self.logout(cx, who);
        }
        cx.db.write(|conn| {
            if !sessions::delete_own(conn, who.user.id, id)? {
                return Err(Error::Refused(Code::NotFound));
            }
            self.note(cx, conn, Some(who.user.id), EventKind::SessionEnded, json!({"session": id}))
        })?;
        self.forget_last_use(cx, id);
        Ok(())
    }

    /// Ends every session of whoever is signed in but the present one, and says how many.
    ///
    /// # Errors
    /// When the database is away.
    pub fn end_other_sessions(&self, cx: &Context<'_>, who: &SignedIn) -> Result<usize> {
        cx.db.write(|conn| {
            let ended = sessions::delete_others(conn, who.user.id, who.session.id)?;
            if ended > 0 {
                let detail: Value = json!({"sessions": ended});
                self.note(cx, conn, Some(who.user.id), EventKind::SessionEnded, detail)?;
            }
            Ok(ended)
        })
    }
}
