//! All there is to know of an account, for those who administer. Changes nothing, and holds no secret.

use crate::accounts::{Accounts, Actor, Listed};
use crate::context::Context;
use crate::db::account_events::{self, AccountEvent};
use crate::db::pending_changes::{self, PendingChange};
use crate::db::sessions::Session;
use crate::db::{Id, Time, User, one_time_passwords, users};
use crate::error::{Code, Error, Result};
use crate::passwords::is_usable;

/// So many of the latest sessions and events are shown.
const LATEST: u32 = 5;

/// An account as those who administer see it.
#[derive(Clone, Debug)]
pub struct AccountRecord {
    /// The account.
    pub user: User,
    /// Whether it has a password.
    pub has_password: bool,
    /// Addresses it is to change to, once they are proved.
    pub pending: Vec<PendingChange>,
    /// Codes that are under way.
    pub codes: Vec<OpenCode>,
    /// Its latest sessions that are alive.
    pub sessions: Listed<Session>,
    /// What happened last, latest first.
    pub events: Vec<AccountEvent>,
    /// Whether it is for whoever looks to change.
    pub may_change: bool,
    /// Whether it is their own.
    pub is_own: bool,
}

/// A code that is under way: what is told of it, which is not what it is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OpenCode {
    /// `email` or `phone`.
    pub channel: String,
    /// What it is good for: `verify`, `reset`, `login` or `change`.
    pub purpose: String,
    /// When it was made.
    pub issued_at: Time,
    /// From this instant on it is good for nothing.
    pub expires_at: Time,
    /// Wrong codes tried against it.
    pub tries: i64,
}

impl Accounts {
    /// The account with this key.
    ///
    /// # Errors
    /// [`Code::NotFound`].
    pub fn account(&self, cx: &Context<'_>, id: Id) -> Result<User> {
        cx.db.read(|conn| users::get(conn, id))?.ok_or(Error::Refused(Code::NotFound))
    }

    /// All there is to know of the account with this key, as `actor` may see it.
    ///
    /// # Errors
    /// [`Code::NotFound`].
    pub fn account_record(&self, cx: &Context<'_>, actor: Actor<'_>, id: Id) -> Result<AccountRecord> {
        cx.db.read(|conn| {
            let user = users::get(conn, id)?.ok_or(Error::Refused(Code::NotFound))?;
            let open = one_time_passwords::open(conn, id, cx.now)?;
            Ok(AccountRecord {
                has_password: is_usable(&user.password),
                pending: pending_changes::of_user(conn, id)?,
                codes: open.into_iter().map(OpenCode::from).collect(),
                sessions: self.living_sessions(cx, conn, id, None, LATEST)?,
                events: account_events::page(conn, id, None, i64::from(LATEST))?,
                may_change: actor.may_change(&user).is_ok(),
                is_own: super::is_oneself(actor, &user),
                user,
            })
        })
    }

    /// A page of what happened to an account: latest first, before the one with the key `cursor`.
    ///
    /// # Errors
    /// [`Code::NotFound`].
    pub fn account_events(
        &self,
        cx: &Context<'_>,
        id: Id,
        cursor: Option<Id>,
        limit: u32,
    ) -> Result<Listed<AccountEvent>> {
        let one_more = i64::from(limit).saturating_add(1);
        let found = cx.db.read(|conn| {
            users::get(conn, id)?.ok_or(Error::Refused(Code::NotFound))?;
            account_events::page(conn, id, cursor, one_more)
        })?;
        Ok(Listed::cut(found, limit, |event| event.id))
    }
}

impl From<one_time_passwords::OneTimePassword> for OpenCode {
    fn from(row: one_time_passwords::OneTimePassword) -> Self {
        Self {
            channel: row.kind,
            purpose: row.purpose,
            issued_at: row.issued_at,
            expires_at: row.expires_at,
            tries: row.tries,
        }
    }
}
