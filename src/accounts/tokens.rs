//! The one-time passwords under way, for those who administer the site: whose, what for, how often they were wrong; and
//! ending one. Never knows a code, nor shows a hash of one.

use super::post::masked;
use super::{Accounts, Actor, EventKind, Listed};
use crate::context::Context;
use crate::db::one_time_passwords::{self, OneTimePassword};
use crate::db::{Conn, Id, Time, login_failures, users};
use crate::delivery::Destination;
use crate::error::{Code, Error, Result};
use serde_json::json;

/// A one-time password under way.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OpenToken {
    /// Its key.
    pub id: Id,
    /// Whose it is; none where the address is nobody's, and no code would be right.
    pub user: Option<Id>,
    /// `email` or `phone`.
    pub channel: String,
    /// Where it was sent, masked.
    pub destination: String,
    /// `verify`, `reset`, `login` or `change`.
    pub purpose: String,
    /// When it was made.
    pub issued_at: Time,
    /// From then on it is good for nothing.
    pub expires_at: Time,
    /// Wrong codes tried against it.
    pub attempts: i64,
    /// It was wrong too often, and is good for nothing.
    pub is_dead: bool,
    /// Until when no code is looked at, for this address and purpose.
    pub throttled_until: Option<Time>,
}

impl Accounts {
    /// A page of the one-time passwords that are not over, latest first, before the one with the key `cursor`; those for
    /// one purpose, or by one way, or all.
    ///
    /// # Errors
    /// When the database is away.
    pub fn search_tokens(
        &self,
        cx: &Context<'_>,
        (purpose, channel): (Option<&str>, Option<&str>),
        cursor: Option<Id>,
        limit: u32,
    ) -> Result<Listed<OpenToken>> {
        let one_more = i64::from(limit).saturating_add(1);
        cx.db.read(|conn| {
            let rows = one_time_passwords::open_page(conn, (purpose, channel), cx.now, cursor, one_more)?;
            let listed = Listed::cut(rows, limit, |row| row.id);
            let items = self.drawn(cx, conn, listed.items)?;
            Ok(Listed { items, next: listed.next })
        })
    }

    fn drawn(&self, cx: &Context<'_>, conn: &mut Conn, rows: Vec<OneTimePassword>) -> Result<Vec<OpenToken>> {
        let subjects: Vec<Vec<u8>> = rows.iter().map(|row| row.subject.clone()).collect();
        let waits = login_failures::peek(conn, &subjects)?;
        let until = |row: &OneTimePassword| {
            let own = waits.iter().find(|wait| wait.subject == row.subject);
            own.and_then(|wait| wait.blocked_until).filter(|until| *until > cx.now)
        };
        let most = i64::from(self.settings.otp.max_attempts);
        let drawn = rows.into_iter().map(|row| OpenToken {
            throttled_until: until(&row),
            is_dead: row.tries >= most,
            destination: masked(&match row.kind.as_str() {
                "email" => Destination::Email(row.address),
                _ => Destination::Phone(row.address),
            }),
            id: row.id,
            user: row.user_id,
            channel: row.kind,
            purpose: row.purpose,
            issued_at: row.issued_at,
            expires_at: row.expires_at,
            attempts: row.tries,
        });
        Ok(drawn.collect())
    }

    /// Ends a one-time password: its code and its link are good for nothing from now on.
    ///
    /// # Errors
    /// [`Code::NotFound`]; [`Code::Forbidden`] for staff and one of a superuser.
    pub fn end_token(&self, cx: &Context<'_>, actor: Actor<'_>, id: Id) -> Result<()> {
        cx.db.write(|conn| {
            let row = one_time_passwords::get(conn, id)?.filter(|row| row.expires_at > cx.now);
            let row = row.ok_or(Error::Refused(Code::NotFound))?;
            if let Some(user) = row.user_id {
                let user = users::get(conn, user)?.ok_or(Error::Refused(Code::NotFound))?;
                actor.may_change(&user)?;
            }
            if !one_time_passwords::spend(conn, id, cx.now)? {
                return Err(Error::Refused(Code::NotFound));
            }
            let detail = actor.signs(json!({"purpose": row.purpose, "channel": row.kind}));
            self.note(cx, conn, row.user_id, EventKind::CodeEnded, detail)
        })
    }
}
