//! The site at a glance, for those who administer it: how many there are of what, and what needs doing. Changes nothing.

use super::Accounts;
use crate::context::Context;
use crate::db::sessions::SessionKind;
use crate::db::{figures, migrations};
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
    /// Sessions of browsers that are alive.
    pub browsers: i64,
    /// Sessions of programs that are alive, each with one refresh token that is good.
    pub programs: i64,
    /// Messages that were not tried yet.
    pub waiting: i64,
    /// Messages that are to be tried again.
    pub failed: i64,
    /// Messages that were given up.
    pub dead: i64,
    /// Whether the schema of the database is that of this program.
    pub schema_is_current: bool,
}

impl Accounts {
    /// How many there are of what.
    ///
    /// # Errors
    /// When the database is away.
    pub fn site(&self, cx: &Context<'_>) -> Result<Site> {
        let began = cx.now.before(self.settings.sessions.absolute_timeout);
        cx.db.read(|conn| {
            let mut living = |kind| figures::sessions(conn, kind, began, cx.now.before(self.idle_timeout(kind)));
            let browsers = living(SessionKind::Remembered)? + living(SessionKind::Browser)?;
            let programs = living(SessionKind::Bearer)?;
            let [waiting, failed, dead] = figures::messages(conn)?;
            Ok(Site {
                accounts: figures::accounts(conn)?,
                verified: figures::verified(conn)?,
                staff: figures::staff(conn)?,
                browsers,
                programs,
                waiting,
                failed,
                dead,
                schema_is_current: migrations::status(conn)?.is_current(),
            })
        })
    }
}
