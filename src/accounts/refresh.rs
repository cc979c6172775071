//! A new pair of tokens for a refresh token. One that was spent before ends its session: somebody holds a copy, and
//! nobody can tell whether that is the one who asks or the other (RFC 9700, 4.14.2).

use super::{Accounts, TokenPair};
use crate::context::Context;
use crate::db::refresh_tokens::Spending;
use crate::db::{refresh_tokens, sessions};
use crate::error::{Code, Error, Result};
use crate::tokens::Opaque;

impl Accounts {
    /// Rotates a refresh token.
    ///
    /// # Errors
    /// [`Code::InvalidToken`] for anything that is not a living, unspent token of a living session.
    pub fn refresh(&self, cx: &Context<'_>, token: &str) -> Result<TokenPair> {
        let token = Opaque::parse(token).ok_or(Error::Refused(Code::InvalidToken))?;
        // A refusal must not undo what it found: that a token was spent, or that a session has to end.
        let pair = cx.db.write(|conn| match refresh_tokens::spend(conn, &token.hash(), cx.now)? {
            Spending::Unknown => Ok(None),
            Spending::Again { session } => sessions::delete(conn, session).map(|_| None),
            Spending::Good { session, issued } => {
                let alive = sessions::find(conn, session)?.filter(|(session, _)| {
                    self.is_alive(session, cx.now) && cx.now < issued.after(self.settings.tokens.refresh_ttl)
                });
                let Some((session, user)) = alive else { return Ok(None) };
                sessions::touch(conn, session.id, cx.now)?;
                self.issue_tokens(cx, conn, user.id, session.id).map(Some)
            }
        })?;
        pair.ok_or(Error::Refused(Code::InvalidToken))
    }
}
