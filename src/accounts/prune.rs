//! Forgetting what has ended: sessions and their tokens, failures and windows too old to matter.

use super::{Accounts, messages};
use crate::context::Context;
use crate::db::sessions::SessionKind;
use crate::db::{
    account_events, address_undos, one_time_passwords, pending_changes, processes, profiles, rate_limits,
    refresh_tokens, sendings, sessions, tallies,
};
use crate::error::Result;
use std::time::Duration;

/// How much was forgotten.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Pruned {
    /// Sessions past their time.
    pub sessions: usize,
    /// Refresh tokens past theirs.
    pub tokens: usize,
    /// Accounts whose owners wanted them deleted, and whose time to come back is over.
    pub accounts: usize,
    /// What happened to accounts too long ago.
    pub events: usize,
    /// Messages sent or given up a week ago.
    pub messages: usize,
    /// Failures and windows past theirs.
    pub counters: usize,
}

impl Accounts {
    /// Removes what no decision can depend on any more.
    ///
    /// # Errors
    /// When the database is away.
    pub fn prune(&self, cx: &Context<'_>) -> Result<Pruned> {
        let mut idle = SessionKind::ALL.map(|kind| (kind, cx.now.before(self.idle_timeout(kind)))).to_vec();
        let mut unused = 0;
        if self.last_uses.is_some() {
            // What their rows say of their last use is not the last word.
            idle.clear();
            match self.prune_unused(cx) {
                Ok(count) => unused = count,
                Err(cause) => tracing::warn!(%cause, "sessions that have lain idle could not be removed"),
            }
        }
        let created = cx.now.before(self.settings.sessions.absolute_timeout);
        cx.db.write(|conn| {
            let sessions = unused + sessions::prune(conn, created, &idle)?;
            let before = cx.now.before(self.settings.tokens.refresh_ttl);
            let tokens = refresh_tokens::prune(conn, before)?;
            let failures = self.failures.prune(conn, cx.now)?;
            // What limits look back on, and a week of messages for whoever asks what became of one.
            let counted = cx.now.before(Duration::from_hours(48));
            sendings::prune(conn, counted)?;
            one_time_passwords::prune(conn, counted)?;
            address_undos::prune(conn, cx.now)?;
            // Its code has expired long before.
            pending_changes::prune(conn, counted)?;
            processes::prune(conn, cx.now.before(Duration::from_hours(24)))?;
            let gone = profiles::delete_due(conn, cx.now)?;
            for id in &gone {
                self.tell_deleted(cx, conn, *id)?;
            }
            self.abandon_notifications(cx, conn)?;
            let accounts = gone.len();
            let events = account_events::prune(conn, cx.now.before(self.settings.account.keep_events))?;
            let messages = messages::forget(conn, cx.now.before(Duration::from_hours(24 * 7)))?;
            // The longest that anybody looks back on.
            tallies::prune(conn, cx.now.before(Duration::from_hours(24 * 31)))?;
            let windows = rate_limits::prune(conn, cx.now.before(self.rates.longest()))?;
            Ok(Pruned { sessions, tokens, accounts, events, messages, counters: failures + windows })
        })
    }
}
