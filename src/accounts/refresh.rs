//! A new pair of tokens for a refresh token. One that was spent before ends its session: somebody holds a copy, and
//! nobody can tell whether that is the one who asks or the other (RFC 9700, 4.14.2).

use super::{Accounts, EventKind, TokenPair};
use crate::context::Context;
use crate::db::{refresh_tokens, sessions};
use crate::error::{Code, Error, Result};
use crate::tokens::Opaque;
use serde_json::Value;

impl Accounts {
    /// Rotates a refresh token.
    ///
    /// # Errors
    /// [`Code::InvalidToken`] for anything that is not a living, unspent token of a living session.
    pub fn refresh(&self, cx: &Context<'_>, token: &str) -> Result<TokenPair> {
        let token = Opaque::parse(token).ok_or(Error::Refused(Code::InvalidToken))?;
        // A refusal must not undo what it found: that a token was spent, or that a session has to end.
        let pair = cx.db.write(|conn| {
            let hash = token.hash();
            let Some(session) = refresh_tokens::session_of(conn, &hash)? else { return Ok(None) };
            // Whoever ends a session locks its row first and the tokens after it; so does this.
            let Some((session, user)) = sessions::find(conn, session)? else { return Ok(None) };
            let living = self.with_last_use(cx, session)?.filter(|session| self.is_alive(session, cx.now));
            let Some(session) = living else { return Ok(None) };
            if !self.note_use_within(cx, conn, &session)? {
                return Ok(None);
            }
            let Some(issued) = refresh_tokens::spend(conn, &hash, cx.now)? else {
                sessions::delete(conn, session.id)?;
                self.note(cx, conn, Some(user.id), EventKind::TokenReused, Value::Null)?;
                return Ok(None);
            };
            if cx.now >= issued.after(self.settings.tokens.refresh_ttl) {
                return Ok(None);
            }
            self.issue_tokens(cx, conn, user.id, session.id).map(Some)
        })?;
        pair.ok_or(Error::Refused(Code::InvalidToken))
    }
}
