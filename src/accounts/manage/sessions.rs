//! Signing somebody out, from outside.

use super::account_to_change;
use crate::accounts::{Accounts, Actor, EventKind, Listed};
use crate::context::Context;
use crate::db::sessions::{self, Session};
use crate::db::{Id, users};
use crate::error::{Code, Error, Result};
use serde_json::json;

impl Accounts {
    /// A page of the sessions of an account that are alive, latest begun first, after the one with the key `cursor`.
    ///
    /// # Errors
    /// [`Code::NotFound`].
    pub fn account_sessions(
        &self,
        cx: &Context<'_>,
        id: Id,
        cursor: Option<Id>,
        limit: u32,
    ) -> Result<Listed<Session>> {
        cx.db.read(|conn| {
            users::get(conn, id)?.ok_or(Error::Refused(Code::NotFound))?;
            self.living_sessions(cx, conn, id, cursor, limit)
        })
    }

    /// Ends every session of an account, and says how many. Of one's own the present one stays.
    ///
    /// # Errors
    /// [`Code::NotFound`]; [`Code::Forbidden`] for staff and the account of a superuser.
    pub fn end_account_sessions(&self, cx: &Context<'_>, actor: Actor<'_>, id: Id) -> Result<usize> {
        cx.db.write(|conn| {
            let user = account_to_change(conn, actor, id)?;
            let ended = match actor {
                Actor::Admin(admin) => sessions::delete_others(conn, user.id, admin.who().session.id)?,
                Actor::Shell => sessions::delete_all(conn, user.id)?,
            };
            if ended > 0 {
                let detail = actor.signs(json!({"sessions": ended}));
                self.note(cx, conn, Some(id), EventKind::SessionEnded, detail)?;
            }
            Ok(ended)
        })
    }

    /// Ends one session of an account.
    ///
    /// # Errors
    /// [`Code::NotFound`] also when the session is another account's; [`Code::Forbidden`] for staff and the account of a
    /// superuser.
    pub fn end_account_session(&self, cx: &Context<'_>, actor: Actor<'_>, id: Id, session: Id) -> Result<()> {
        cx.db.write(|conn| {
            let user = account_to_change(conn, actor, id)?;
            if !sessions::delete_own(conn, user.id, session)? {
                return Err(Error::Refused(Code::NotFound));
            }
            let detail = actor.signs(json!({"session": session}));
            self.note(cx, conn, Some(id), EventKind::SessionEnded, detail)
        })
    }
}
