//! What has not left by one way.

use super::super::conn::Conn;
use super::super::schema::outbox;
use super::super::types::{Id, Time};
use crate::error::Result;
use diesel::prelude::*;

/// What has not left by one way.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Backlog {
    /// Messages that are to be sent.
    pub waiting: i64,
    /// Messages that were given up, as far as they are still kept.
    pub dead: i64,
}

/// What has not left by this way.
///
/// # Errors
/// When the database is away.
pub fn backlog(conn: &mut Conn, channel: &str) -> Result<Backlog> {
    let own = outbox::table.filter(outbox::channel.eq(channel)).filter(outbox::sent_at.is_null());
    Ok(Backlog {
        waiting: own.filter(outbox::dead_at.is_null()).count().get_result(conn)?,
        dead: own.filter(outbox::dead_at.is_not_null()).count().get_result(conn)?,
    })
}

/// Gives up what has waited since before `before` for a webhook that is none of the ways `known`; what it says is erased.
///
/// # Errors
/// When the database is away.
pub fn abandon(conn: &mut Conn, known: &[String], before: Time, why: &str, now: Time) -> Result<usize> {
    let orphans = outbox::table
        .filter(outbox::sent_at.is_null())
        .filter(outbox::dead_at.is_null())
        .filter(outbox::channel.like("webhook:%"))
        .filter(outbox::channel.ne_all(known))
        .filter(outbox::created_at.lt(before));
    let given_up = (
        outbox::dead_at.eq(now),
        outbox::letter.eq(None::<Vec<u8>>),
        outbox::last_error.eq(why),
        outbox::leased_until.eq(None::<Time>),
        outbox::lease_owner.eq(None::<Id>),
    );
    Ok(diesel::update(orphans).set(given_up).execute(conn)?)
}
