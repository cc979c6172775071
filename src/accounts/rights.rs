//! What those who administer may do to whose account, in one place. Knows no verb and changes nothing.
//!
//! Staff do everything to accounts that are not a superuser's, but make nobody staff or superuser; superusers do
//! everything to everybody. Nobody takes the last superuser away: not staff, not the shell, not its owner.

use super::Admin;
use crate::db::{Conn, User, staff, users};
use crate::error::{Code, Error, Result};
use serde_json::{Value, json};

/// Who does something to an account as an administrator.
#[derive(Clone, Copy, Debug)]
pub enum Actor<'a> {
    /// The command line: whoever can use it has the database anyway.
    Shell,
    /// Somebody who was let in to administer.
    Admin(&'a Admin),
}

impl Actor<'_> {
    /// Refuses what staff may not do to this account.
    ///
    /// # Errors
    /// [`Code::Forbidden`] for staff and the account of a superuser.
    pub fn may_change(self, user: &User) -> Result<()> {
        if user.is_superuser { self.may_grant() } else { Ok(()) }
    }

    /// Refuses to make somebody staff or superuser, or to end that, unless it is a superuser who does.
    ///
    /// # Errors
    /// [`Code::Forbidden`] for staff.
    pub fn may_grant(self) -> Result<()> {
        match self {
            Self::Admin(admin) if !admin.user().is_superuser => Err(Error::Refused(Code::Forbidden)),
            _ => Ok(()),
        }
    }

    /// What an event says of an act of theirs: `detail`, and `by` the id of who did it, or `shell`.
    #[must_use]
    pub fn signs(self, detail: Value) -> Value {
        let mut all = if detail.is_object() { detail } else { json!({}) };
        all["by"] = match self {
            Self::Shell => json!("shell"),
            Self::Admin(admin) => json!(admin.user().id),
        };
        all
    }
}

/// Refuses what would leave the site without anyone who may administer all of it: in the transaction that would take
/// this account's rights, activity or existence. Superusers wait for each other here, so that of two who take each
/// other's rights one is the last.
///
/// # Errors
/// [`Code::Forbidden`] for the last active superuser.
pub(super) fn keep_a_superuser(conn: &mut Conn, user: &User) -> Result<()> {
    staff::lock_superusers(conn)?;
    let Some(now) = users::get(conn, user.id)? else { return Ok(()) };
    let last = now.is_superuser && now.is_active && staff::other_active_superusers(conn, now.id)? == 0;
    if last { Err(Error::Refused(Code::Forbidden)) } else { Ok(()) }
}
