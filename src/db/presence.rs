//! Whether an account is there and stays there for a while: what is written about it beside it must not outlive it. Changes
//! nothing.

use super::conn::Conn;
use super::schema::users;
use super::types::Id;
use crate::error::Result;
use diesel::prelude::*;

/// This account, if it is there; until the transaction ends nobody removes it. For nobody the database is asked as well: an
/// answer must not take longer for somebody.
///
/// # Errors
/// When the database is away.
pub fn hold(conn: &mut Conn, id: Option<Id>) -> Result<Option<Id>> {
    let own = users::table.filter(users::id.nullable().eq(id)).select(users::id);
    Ok(match conn {
        // The transaction holds all of it.
        Conn::Sqlite(raw) => own.first(raw).optional()?,
        Conn::Postgres(raw) => own.for_key_share().first(raw).optional()?,
    })
}
