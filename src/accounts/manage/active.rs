//! Letting an account sign in, or no longer.

use super::{account_to_change, not_oneself};
use crate::accounts::rights::keep_a_superuser;
use crate::accounts::{Accounts, Actor, EventKind};
use crate::context::Context;
use crate::db::{Conn, Id, User, one_time_passwords, sessions, users};
use crate::error::{Code, Error, Result};
use serde_json::Value;

impl Accounts {
    /// Lets the account sign in, or no longer; the latter ends all its sessions, and its open codes are dead. What is so
    /// already stays so, and is not noted.
    ///
    /// # Errors
    /// [`Code::NotFound`]; [`Code::Forbidden`] for the last active superuser, for oneself, and for staff and the account of
    /// a superuser; [`Error::Stale`].
    pub fn set_active(&self, cx: &Context<'_>, actor: Actor<'_>, id: Id, active: bool) -> Result<User> {
        self.demand_fresh_actor(cx, actor)?;
        cx.db.write(|conn| {
            let user = account_to_change(conn, actor, id)?;
            self.switch_active(cx, conn, actor, &user, active)?;
            users::get(conn, id)?.ok_or(Error::Refused(Code::NotFound))
        })
    }

    /// The same, as part of a transaction.
    pub(super) fn switch_active(
        &self,
        cx: &Context<'_>,
        conn: &mut Conn,
        actor: Actor<'_>,
        user: &User,
        active: bool,
    ) -> Result<()> {
        if !active {
            not_oneself(actor, user)?;
            keep_a_superuser(conn, user)?;
            sessions::delete_all(conn, user.id)?;
            one_time_passwords::kill_all(conn, user.id)?;
        }
        if user.is_active == active {
            return Ok(());
        }
        users::set_active(conn, user.id, active)?;
        let kind = if active { EventKind::Activated } else { EventKind::Deactivated };
        self.note(cx, conn, Some(user.id), kind, actor.signs(Value::Null))
    }
}
