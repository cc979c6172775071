//! An account at a glance, for its owner: what stands on it, what waits, what happened last. Changes nothing.

use super::{Accounts, SignedIn};
use crate::context::Context;
use crate::db::account_events::{self, AccountEvent};
use crate::db::pending_changes::{self, PendingChange};
use crate::db::{User, users};
use crate::error::{Code, Error, Result};
use crate::passwords::is_usable;

/// Of so many events the latest are shown.
const EVENTS: i64 = 5;
/// More sessions than this are "many".
const SESSIONS: u32 = 100;

/// An account at a glance.
#[derive(Clone, Debug)]
pub struct Overview {
    /// The account as it is now.
    pub user: User,
    /// Whether it has a password.
    pub has_password: bool,
    /// Addresses it is to change to, once they are proved.
    pub pending: Vec<PendingChange>,
    /// At how many places it is signed in.
    pub sessions: usize,
    /// What happened last, latest first.
    pub events: Vec<AccountEvent>,
}

impl Accounts {
    /// The account of whoever is signed in.
    ///
    /// # Errors
    /// When the database is away.
    pub fn overview(&self, cx: &Context<'_>, who: &SignedIn) -> Result<Overview> {
        let id = who.user.id;
        cx.db.read(|conn| {
            let user = users::get(conn, id)?.ok_or(Error::Refused(Code::Unauthenticated))?;
            Ok(Overview {
                has_password: is_usable(&user.password),
                user,
                pending: pending_changes::of_user(conn, id)?,
                sessions: self.living_sessions(cx, conn, id, None, SESSIONS)?.items.len(),
                events: account_events::page(conn, id, None, EVENTS)?,
            })
        })
    }
}
