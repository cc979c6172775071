//! The `refresh_tokens` table: hashes of refresh tokens, spent or not, each of one session.

use super::conn::Conn;
use super::schema::refresh_tokens;
use super::types::{Id, Time};
use crate::error::Result;
use diesel::prelude::*;

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

/// The session that a token was issued for, spent or not.
///
/// # Errors
/// When the database is away.
pub fn session_of(conn: &mut Conn, hash: &[u8]) -> Result<Option<Id>> {
    let token = refresh_tokens::table.find(hash).select(refresh_tokens::session_id);
    Ok(token.get_result(conn).optional()?)
}

/// Spends a token and says when it was issued; `None` when it was spent before. Of any number that present one at the
/// same instant, one spends it.
///
/// # Errors
/// When the database is away.
pub fn spend(conn: &mut Conn, hash: &[u8], now: Time) -> Result<Option<Time>> {
    let unspent = refresh_tokens::table.find(hash).filter(refresh_tokens::spent_at.is_null());
    Ok(diesel::update(unspent)
        .set(refresh_tokens::spent_at.eq(now))
        .returning(refresh_tokens::created_at)
        .get_result(conn)
        .optional()?)
}

/// Forgets tokens issued before `before`, which are over, spent or not.
///
/// # Errors
/// When the database is away.
pub fn prune(conn: &mut Conn, before: Time) -> Result<usize> {
    Ok(diesel::delete(refresh_tokens::table.filter(refresh_tokens::created_at.le(before))).execute(conn)?)
}
