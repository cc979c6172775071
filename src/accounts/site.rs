//! The site at a glance, for those who administer it: how many there are of what, and what needs doing. Changes nothing.

use super::Accounts;
use crate::context::Context;
use crate::db::figures;
use crate::db::sessions::SessionKind;
use crate::error::Result;

/// The site at a glance.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Site {
    /// All accounts.
    pub accounts: i64,
    /// Of those, with an address that was proved.
    pub verified: i64,
    /// Of those, that may administer.
    pub staff: i64,
    /// Sessions that are alive.
    pub sessions: i64,
    /// Messages that were not tried yet.
    pub waiting: i64,
    /// Messages that are to be tried again.
    pub failed: i64,
    /// Messages that were given up.
    pub dead: i64,
}

impl Accounts {
    /// How many there are of what.
    ///
    /// # Errors
    /// When the database is away.
    pub fn site(&self, cx: &Context<'_>) -> Result<Site> {
        let began = cx.now.before(self.settings.sessions.absolute_timeout);
        cx.db.read(|conn| {
            let mut sessions = 0;
            for kind in [SessionKind::Remembered, SessionKind::Browser, SessionKind::Bearer] {
                sessions += figures::sessions(conn, kind, began, cx.now.before(self.idle_timeout(kind)))?;
            }
            let [waiting, failed, dead] = figures::messages(conn)?;
            Ok(Site {
                accounts: figures::accounts(conn)?,
                verified: figures::verified(conn)?,
                staff: figures::staff(conn)?,
                sessions,
                waiting,
                failed,
                dead,
            })
        })
    }
}
