//! The `outbox` table: messages waiting, sent and dead. Knows a letter as sealed bytes and nothing of what it says.

mod backlog;
mod message;

use super::conn::Conn;
use super::schema::outbox;
use super::types::{Id, Time};
use crate::error::Result;
use diesel::prelude::*;

pub use backlog::{Backlog, abandon, backlog};
pub use message::Message;

/// A lease on messages: whose, and until when.
#[derive(Clone, Copy, Debug)]
pub struct Lease {
    /// Who sends them.
    pub owner: Id,
    /// When others may.
    pub until: Time,
}

/// What was removed: when it was sent, or given up.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Gone {
    /// When a server took each of these.
    pub sent: Vec<Time>,
    /// When each of these was given up.
    pub dead: Vec<Time>,
}

/// Puts a message into the outbox.
///
/// # Errors
/// When the database is away.
pub fn insert(conn: &mut Conn, message: &Message) -> Result<()> {
    diesel::insert_into(outbox::table).values(message).execute(conn)?;
    Ok(())
}

/// Whether a message of this way is due, to somebody who holds `held` already. Takes nothing and locks nothing.
///
/// # Errors
/// When the database is away.
pub fn is_any_due(conn: &mut Conn, channel: &str, now: Time, held: &[Id]) -> Result<bool> {
    let due = outbox::table
        .filter(outbox::sent_at.is_null())
        .filter(outbox::dead_at.is_null())
        .filter(outbox::channel.eq(channel))
        .filter(outbox::due_at.le(now))
        .filter(outbox::leased_until.is_null().or(outbox::leased_until.le(now)))
        .filter(outbox::id.ne_all(held));
    Ok(diesel::select(diesel::dsl::exists(due)).get_result(conn)?)
}

/// Takes up to `limit` messages of one way that are due and that nobody holds, the caller's own `held` ones included; the
/// try counts from now on. Processes that ask at the same instant get different ones.
///
/// # Errors
/// When the database is away.
pub fn claim(conn: &mut Conn, channel: &str, now: Time, lease: Lease, held: &[Id], limit: i64) -> Result<Vec<Message>> {
    let due = outbox::table
        .filter(outbox::sent_at.is_null())
        .filter(outbox::dead_at.is_null())
        .filter(outbox::channel.eq(channel))
        .filter(outbox::due_at.le(now))
        .filter(outbox::leased_until.is_null().or(outbox::leased_until.le(now)))
        .filter(outbox::id.ne_all(held))
        .order(outbox::due_at)
        .limit(limit)
        .select(outbox::id);
    // SQLite holds the write lock since the transaction began; PostgreSQL passes over rows that others hold.
    let ids: Vec<Id> = match conn {
        Conn::Sqlite(raw) => due.load(raw)?,
        Conn::Postgres(raw) => due.for_update().skip_locked().load(raw)?,
    };
    if ids.is_empty() {
        return Ok(Vec::new());
    }
    let own = outbox::table.filter(outbox::id.eq_any(&ids));
    diesel::update(own)
        .set((
            outbox::lease_owner.eq(lease.owner),
            outbox::leased_until.eq(lease.until),
            outbox::tries.eq(outbox::tries + 1),
        ))
        .execute(conn)?;
    Ok(outbox::table.filter(outbox::id.eq_any(&ids)).order(outbox::id).select(Message::as_select()).load(conn)?)
}

/// Prolongs a lease on those of `ids` that are still the owner's and unsent, and says how many they are.
///
/// # Errors
/// When the database is away.
pub fn renew(conn: &mut Conn, lease: Lease, ids: &[Id]) -> Result<usize> {
    let own = outbox::table
        .filter(outbox::id.eq_any(ids))
        .filter(outbox::lease_owner.eq(lease.owner))
        .filter(outbox::sent_at.is_null())
        .filter(outbox::dead_at.is_null());
    Ok(diesel::update(own).set(outbox::leased_until.eq(lease.until)).execute(conn)?)
}

/// Until when a message that is unsent is the owner's; nothing when it is not.
///
/// # Errors
/// When the database is away.
pub fn leased_until(conn: &mut Conn, id: Id, owner: Id) -> Result<Option<Time>> {
    let own = outbox::table
        .find(id)
        .filter(outbox::lease_owner.eq(owner))
        .filter(outbox::sent_at.is_null())
        .filter(outbox::dead_at.is_null());
    Ok(own.select(outbox::leased_until).first(conn).optional()?.flatten())
}

/// Gives back what the owner holds of `ids` and did not send; the try does not count.
///
/// # Errors
/// When the database is away.
pub fn release(conn: &mut Conn, owner: Id, ids: &[Id]) -> Result<usize> {
    let own = outbox::table
        .filter(outbox::id.eq_any(ids))
        .filter(outbox::lease_owner.eq(owner))
        .filter(outbox::sent_at.is_null())
        .filter(outbox::dead_at.is_null());
    Ok(diesel::update(own)
        .set((
            outbox::leased_until.eq(None::<Time>),
            outbox::lease_owner.eq(None::<Id>),
            outbox::tries.eq(outbox::tries - 1),
        ))
        .execute(conn)?)
}

/// A server took the message, whoever holds it by now: what it says is erased.
///
/// # Errors
/// When the database is away.
pub fn mark_sent(conn: &mut Conn, id: Id, now: Time) -> Result<()> {
    diesel::update(outbox::table.find(id))
        .set((
            outbox::sent_at.eq(now),
            outbox::dead_at.eq(None::<Time>),
            outbox::letter.eq(None::<Vec<u8>>),
            outbox::last_error.eq(None::<String>),
            outbox::leased_until.eq(None::<Time>),
            outbox::lease_owner.eq(None::<Id>),
        ))
        .execute(conn)?;
    Ok(())
}

/// The owner gives the message up: what it says is erased.
///
/// # Errors
/// When the database is away.
pub fn mark_dead(conn: &mut Conn, id: Id, owner: Id, why: &str, now: Time) -> Result<()> {
    diesel::update(outbox::table.find(id).filter(outbox::lease_owner.eq(owner)))
        .set((
            outbox::dead_at.eq(now),
            outbox::letter.eq(None::<Vec<u8>>),
            outbox::last_error.eq(why),
            outbox::leased_until.eq(None::<Time>),
            outbox::lease_owner.eq(None::<Id>),
        ))
        .execute(conn)?;
    Ok(())
}

/// The owner lets go of the message, which is to be tried again.
///
/// # Errors
/// When the database is away.
pub fn put_off(conn: &mut Conn, id: Id, owner: Id, why: &str, due: Time) -> Result<()> {
    diesel::update(outbox::table.find(id).filter(outbox::lease_owner.eq(owner)))
        .set((
            outbox::due_at.eq(due),
            outbox::last_error.eq(why),
            outbox::leased_until.eq(None::<Time>),
            outbox::lease_owner.eq(None::<Id>),
        ))
        .execute(conn)?;
    Ok(())
}

/// Makes everything that waits and that nobody is sending due now, or only what was put off after a try; with all its
/// tries before it. Says how much that is. What is dead has nothing left to send.
///
/// # Errors
/// When the database is away.
pub fn retry(conn: &mut Conn, now: Time, only_put_off: bool) -> Result<usize> {
    let waiting = outbox::table
        .filter(outbox::sent_at.is_null())
        .filter(outbox::dead_at.is_null())
        .filter(outbox::for_nobody.eq(false))
        .filter(outbox::leased_until.is_null().or(outbox::leased_until.le(now)));
    let afresh = (
        outbox::due_at.eq(now),
        outbox::tries.eq(0),
        outbox::leased_until.eq(None::<Time>),
        outbox::lease_owner.eq(None::<Id>),
    );
    if only_put_off {
        let put_off = waiting.filter(outbox::last_error.is_not_null()).filter(outbox::due_at.gt(now));
        return Ok(diesel::update(put_off).set(afresh).execute(conn)?);
    }
    Ok(diesel::update(waiting).set(afresh).execute(conn)?)
}

/// A page of messages, latest first, before the one with the key `before`.
///
/// # Errors
/// When the database is away.
pub fn page(conn: &mut Conn, before: Option<Id>, limit: i64) -> Result<Vec<Message>> {
    let to_somebody = outbox::table.filter(outbox::for_nobody.eq(false));
    let mut query = to_somebody.select(Message::as_select()).order(outbox::id.desc()).limit(limit).into_boxed();
    if let Some(before) = before {
        query = query.filter(outbox::id.lt(before));
    }
    Ok(query.load(conn)?)
}

/// Removes a message that nobody is to get.
///
/// # Errors
/// When the database is away.
pub fn remove(conn: &mut Conn, id: Id) -> Result<()> {
    diesel::delete(outbox::table.find(id)).execute(conn)?;
    Ok(())
}

/// Removes what was sent or given up before `before`, and says when each was.
///
/// # Errors
/// When the database is away.
pub fn prune(conn: &mut Conn, before: Time) -> Result<Gone> {
    let sent = diesel::delete(outbox::table.filter(outbox::sent_at.lt(before)));
    let sent = sent.returning(outbox::sent_at).get_results::<Option<Time>>(conn)?;
    let dead = diesel::delete(outbox::table.filter(outbox::dead_at.lt(before)));
    let dead = dead.returning(outbox::dead_at).get_results::<Option<Time>>(conn)?;
    Ok(Gone { sent: sent.into_iter().flatten().collect(), dead: dead.into_iter().flatten().collect() })
}

/// The messages about an account, latest first.
///
/// # Errors
/// When the database is away.
pub fn of_user(conn: &mut Conn, user_id: Id) -> Result<Vec<Message>> {
    let own = outbox::table.filter(outbox::user_id.eq(user_id)).filter(outbox::for_nobody.eq(false));
    Ok(own.select(Message::as_select()).order(outbox::id.desc()).load(conn)?)
}

/// Takes every message about an account back, sent or not.
///
/// # Errors
/// When the database is away.
pub fn remove_of_user(conn: &mut Conn, user_id: Id) -> Result<()> {
    diesel::delete(outbox::table.filter(outbox::user_id.eq(user_id))).execute(conn)?;
    Ok(())
}

/// How many messages to somebody are to be sent.
///
/// # Errors
/// When the database is away.
pub fn waiting(conn: &mut Conn) -> Result<i64> {
    let waiting = outbox::table.filter(outbox::sent_at.is_null()).filter(outbox::dead_at.is_null());
    Ok(waiting.filter(outbox::for_nobody.eq(false)).count().get_result(conn)?)
}
