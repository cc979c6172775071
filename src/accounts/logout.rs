//! Signing out.

use super::Accounts;
use crate::context::Context;
use crate::db::{Id, sessions};
use crate::error::Result;
use crate::tokens::Opaque;

impl Accounts {
    /// Ends a session, and with it its cookie, its refresh tokens and its access tokens, at once.
    ///
    /// # Errors
    /// When the database is away.
    pub fn logout(&self, cx: &Context<'_>, session: Id) -> Result<()> {
        cx.db.write(|conn| sessions::delete(conn, session)).map(|_| ())
    }

    /// Ends the session that a browser carried before it got a new one.
    ///
    /// # Errors
    /// When the database is away.
    pub fn end_by_key(&self, cx: &Context<'_>, key: &Opaque) -> Result<()> {
        cx.db.write(|conn| sessions::delete_by_key(conn, &key.hash())).map(|_| ())
    }
}
