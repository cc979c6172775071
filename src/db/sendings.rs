//! The `sendings` table: what was sent when, for the limits on sending. Knows hashes of destinations and accounts.

use super::conn::Conn;
use super::schema::sendings;
use super::types::{Id, Time};
use crate::error::Result;
use diesel::prelude::*;

/// Notes one sending.
///
/// # Errors
/// When the database is away.
pub fn insert(conn: &mut Conn, id: Id, subject: &[u8], channel: &str, now: Time) -> Result<()> {
    diesel::insert_into(sendings::table)
        .values((
            sendings::id.eq(id),
            sendings::subject.eq(subject),
            sendings::channel.eq(channel),
            sendings::sent_at.eq(now),
        ))
        .execute(conn)?;
    Ok(())
}

/// The times of what was sent after `since`, latest first.
///
/// # Errors
/// When the database is away.
pub fn since(conn: &mut Conn, subject: &[u8], since: Time) -> Result<Vec<Time>> {
    Ok(sendings::table
        .filter(sendings::subject.eq(subject))
        .filter(sendings::sent_at.gt(since))
        .order(sendings::sent_at.desc())
        .select(sendings::sent_at)
        .load(conn)?)
}

/// How many were sent by a channel after `since`.
///
/// # Errors
/// When the database is away.
pub fn count(conn: &mut Conn, channel: &str, since: Time) -> Result<i64> {
    let sent = sendings::table.filter(sendings::channel.eq(channel)).filter(sendings::sent_at.gt(since));
    Ok(sent.count().get_result(conn)?)
}

/// Forgets what was sent before `before`.
///
/// # Errors
/// When the database is away.
pub fn prune(conn: &mut Conn, before: Time) -> Result<usize> {
    Ok(diesel::delete(sendings::table.filter(sendings::sent_at.lt(before))).execute(conn)?)
}
