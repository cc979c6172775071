//! How many there are: accounts, sessions, messages. Each by an index of its own, so that a million accounts are counted
//! in a moment. Changes nothing.

use super::conn::Conn;
use super::schema::{outbox, sessions, users};
use super::sessions::SessionKind;
use super::types::Time;
use crate::error::Result;
use diesel::prelude::*;

/// All accounts.
///
/// # Errors
/// When the database is away.
pub fn accounts(conn: &mut Conn) -> Result<i64> {
    Ok(users::table.count().get_result(conn)?)
}

/// Accounts that have proved an address.
///
/// # Errors
/// When the database is away.
pub fn verified(conn: &mut Conn) -> Result<i64> {
    let proved = users::email_verified_at.is_not_null().or(users::phone_verified_at.is_not_null());
    Ok(users::table.filter(proved).count().get_result(conn)?)
}

/// Accounts that may administer.
///
/// # Errors
/// When the database is away.
pub fn staff(conn: &mut Conn) -> Result<i64> {
    Ok(users::table.filter(users::is_staff).count().get_result(conn)?)
}

/// Sessions of one kind that began after `created` and were last used after `used`.
///
/// # Errors
/// When the database is away.
pub fn sessions(conn: &mut Conn, kind: SessionKind, created: Time, used: Time) -> Result<i64> {
    let living = sessions::table
        .filter(sessions::kind.eq(kind))
        .filter(sessions::last_used_at.gt(used))
        .filter(sessions::created_at.gt(created));
    Ok(living.count().get_result(conn)?)
}

/// Messages that wait and were not tried, that wait after a failure, and that were given up.
///
/// # Errors
/// When the database is away.
pub fn messages(conn: &mut Conn) -> Result<[i64; 3]> {
    let open = || {
        let unsent = outbox::table.filter(outbox::sent_at.is_null()).filter(outbox::dead_at.is_null());
        unsent.filter(outbox::for_nobody.eq(false))
    };
    let waiting = open().filter(outbox::last_error.is_null()).count().get_result(conn)?;
    let failed = open().filter(outbox::last_error.is_not_null()).count().get_result(conn)?;
    let dead = outbox::table.filter(outbox::dead_at.is_not_null()).count().get_result(conn)?;
    Ok([waiting, failed, dead])
}
