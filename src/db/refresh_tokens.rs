//! The `refresh_tokens` table: hashes of refresh tokens, spent or not, each of one session.

use super::conn::Conn;
use super::schema::refresh_tokens;
use super::types::{Id, Time};
use crate::error::Result;
use diesel::prelude::*;

/// What presenting a refresh token comes to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Spending {
    /// It was good, and is spent now.
    Good {
        /// The session it continues.
        session: Id,
        /// When it was issued.
        issued: Time,
    },
    /// It was spent before: somebody holds a copy.
    Again {
        /// The session it belonged to.
        session: Id,
    },
    /// Nobody issued it, or its session is over.
    Unknown,
}

/// Stores a new token's hash.
///
/// # Errors
/// When the database is away, or the session has ended meanwhile.
pub fn insert(conn: &mut Conn, hash: &[u8], session: Id, now: Time) -> Result<()> {
    diesel::insert_into(refresh_tokens::table)
        .values((
            refresh_tokens::token_hash.eq(hash),
            refresh_tokens::session_id.eq(session),
            refresh_tokens::created_at.eq(now),
        ))
        .execute(conn)?;
    Ok(())
}

/// Spends a token. Of any number that present one at the same instant, one finds it good.
///
/// # Errors
/// When the database is away.
pub fn spend(conn: &mut Conn, hash: &[u8], now: Time) -> Result<Spending> {
    let unspent =
        refresh_tokens::table.filter(refresh_tokens::token_hash.eq(hash)).filter(refresh_tokens::spent_at.is_null());
    let good: Option<(Id, Time)> = diesel::update(unspent)
        .set(refresh_tokens::spent_at.eq(now))
        .returning((refresh_tokens::session_id, refresh_tokens::created_at))
        .get_result(conn)
        .optional()?;
    if let Some((session, issued)) = good {
        return Ok(Spending::Good { session, issued });
    }
    let before: Option<Id> = refresh_tokens::table
        .filter(refresh_tokens::token_hash.eq(hash))
        .select(refresh_tokens::session_id)
        .get_result(conn)
        .optional()?;
    Ok(before.map_or(Spending::Unknown, |session| Spending::Again { session }))
}
