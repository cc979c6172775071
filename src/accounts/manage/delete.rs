//! The end of an account, at once.

use super::{account_to_change, not_oneself};
use crate::accounts::rights::keep_a_superuser;
use crate::accounts::{Accounts, Actor, EventKind};
use crate::context::Context;
use crate::db::{Id, outbox, users};
use crate::error::{Code, Error, Result};
use crate::limits::Subject;
use serde_json::json;

impl Accounts {
    /// Removes the account and all that hangs on it. That it was there, and who removed it, stays in the log.
    ///
    /// # Errors
    /// [`Code::NotFound`]; [`Code::Forbidden`] for the last active superuser, for oneself, and for staff and the account of
    /// a superuser; [`Error::Stale`].
    pub fn delete_user(&self, cx: &Context<'_>, actor: Actor<'_>, id: Id) -> Result<()> {
        self.demand_fresh_actor(cx, actor)?;
        cx.db.write(|conn| {
            let user = account_to_change(conn, actor, id)?;
            not_oneself(actor, &user)?;
            keep_a_superuser(conn, &user)?;
            self.failures.forget(conn, &Subject::Account(id))?;
            // What was still to be sent is of no use to anybody.
            outbox::remove_of_user(conn, id)?;
            if !users::delete(conn, id)? {
                return Err(Error::Refused(Code::NotFound));
            }
            self.tell_deleted(cx, conn, id)?;
            // Of nobody: what is of an account goes with it.
            let detail = actor.signs(json!({"account": id}));
            self.note(cx, conn, None, EventKind::DeletedByAdmin, detail)
        })
    }
}
