//! Signing out.

use super::{Accounts, EventKind, SignedIn};
use crate::context::Context;
use crate::db::sessions;
use crate::error::Result;
use crate::tokens::Opaque;
use serde_json::Value;

impl Accounts {
    /// Ends a session, and with it its cookie, its refresh tokens and its access tokens, at once.
    ///
    /// # Errors
    /// When the database is away.
    pub fn logout(&self, cx: &Context<'_>, who: &SignedIn) -> Result<()> {
        cx.db.write(|conn| {
            if sessions::delete(conn, who.session.id)? {
                self.note(cx, conn, Some(who.user.id), EventKind::Logout, Value::Null)?;
            }
            Ok(())
        })?;
        self.forget_last_use(cx, who.session.id);
        Ok(())
    }

    /// Ends the session that a browser carried before it got a new one.
    ///
    /// # Errors
    /// When the database is away.
    pub fn end_by_key(&self, cx: &Context<'_>, key: &Opaque) -> Result<()> {
        cx.db.write(|conn| sessions::delete_by_key(conn, &key.hash())).map(|_| ())
    }
}
