//! Forgetting what has ended: sessions and their tokens, failures and windows too old to matter.

use super::Accounts;
use crate::context::Context;
use crate::db::sessions::SessionKind;
use crate::db::{rate_limits, refresh_tokens, sessions};
use crate::error::Result;

/// How much was forgotten.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Pruned {
    /// Sessions past their time.
    pub sessions: usize,
    /// Refresh tokens past theirs.
    pub tokens: usize,
    /// Failures and windows past theirs.
    pub counters: usize,
}

impl Accounts {
    /// Removes what no decision can depend on any more.
    ///
    /// # Errors
    /// When the database is away.
    pub fn prune(&self, cx: &Context<'_>) -> Result<Pruned> {
        let kinds = [SessionKind::Remembered, SessionKind::Browser, SessionKind::Bearer];
        let idle = kinds.map(|kind| (kind, cx.now.before(self.idle_timeout(kind))));
        let created = cx.now.before(self.settings.sessions.absolute_timeout);
        cx.db.write(|conn| {
            let sessions = sessions::prune(conn, created, &idle)?;
            let before = cx.now.before(self.settings.tokens.refresh_ttl);
            let tokens = refresh_tokens::prune(conn, before)?;
            let failures = self.failures.prune(conn, cx.now)?;
            let windows = rate_limits::prune(conn, cx.now.before(self.rates.longest()))?;
            Ok(Pruned { sessions, tokens, counters: failures + windows })
        })
    }
}
