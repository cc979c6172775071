//! All that is kept of an account, for its owner to take along. Leaves out what is nobody's to read: hashes and keys.

use super::{Accounts, EventKind, SignedIn};
use crate::context::Context;
use crate::db::account_events::{self, AccountEvent};
use crate::db::outbox::{self, Message};
use crate::db::pending_changes::{self, PendingChange};
use crate::db::sessions::{self, Session};
use crate::db::{Conn, Id, User, users};
use crate::error::{Code, Error, Result};
use crate::passwords::is_usable;
use serde_json::Value;

/// Rows read at once.
const AT_ONCE: i64 = 500;

/// All that is kept of an account.
#[derive(Clone, Debug)]
pub struct AccountExport {
    /// The account.
    pub user: User,
    /// Whether it has a password; what that is, nobody knows.
    pub has_password: bool,
    /// Where it is signed in.
    pub sessions: Vec<Session>,
    /// What happened to it, latest first.
    pub events: Vec<AccountEvent>,
    /// Addresses it is to change to.
    pub pending: Vec<PendingChange>,
    /// Messages sent and to be sent to it; what they say is not kept.
    pub messages: Vec<Message>,
}

impl Accounts {
    /// All that is kept of the account of whoever is signed in, as it stands at one instant.
    ///
    /// # Errors
    /// [`Error::Stale`] when the session proved itself too long ago.
    pub fn export_account(&self, cx: &Context<'_>, who: &SignedIn) -> Result<AccountExport> {
        self.demand_fresh(cx, who)?;
        let id = who.user.id;
        cx.db.write(|conn| {
            // Holds the account still meanwhile: nothing of it changes without its row.
            let user = users::lock(conn, id)?.ok_or(Error::Refused(Code::Unauthenticated))?;
            self.note(cx, conn, Some(id), EventKind::Exported, Value::Null)?;
            let sessions = all(conn, |conn, before| sessions::page(conn, id, before, AT_ONCE), |row| row.id)?;
            Ok(AccountExport {
                has_password: is_usable(&user.password),
                sessions: self.with_last_uses(cx, sessions)?,
                events: all(conn, |conn, before| account_events::page(conn, id, before, AT_ONCE), |row| row.id)?,
                pending: pending_changes::of_user(conn, id)?,
                messages: outbox::of_user(conn, id)?,
                user,
            })
        })
    }
}

/// Every row of a list that is read in pages.
fn all<T>(
    conn: &mut Conn,
    page: impl Fn(&mut Conn, Option<Id>) -> Result<Vec<T>>,
    key: impl Fn(&T) -> Id,
) -> Result<Vec<T>> {
    let mut rows: Vec<T> = Vec::new();
    loop {
        let next = page(conn, rows.last().map(&key))?;
        let last = next.len() < usize::try_from(AT_ONCE).unwrap_or(usize::MAX);
        rows.extend(next);
        if last {
            return Ok(rows);
        }
    }
}
