//! The `outbox` table: messages waiting, sent and dead. Knows a letter as sealed bytes and nothing of what it says.

use super::conn::{Conn, MultiBackend};
use super::schema::outbox;
use super::types::{Id, Time};
use crate::error::Result;
use diesel::prelude::*;

/// A message.
#[derive(Clone, Debug, PartialEq, Eq, Queryable, Selectable, Insertable)]
#[diesel(table_name = outbox, check_for_backend(MultiBackend))]
pub struct Message {
    /// Its key, and what its Message-ID is made of.
    pub id: Id,
    /// Whose it is about, while that account is there.
    pub user_id: Option<Id>,
    /// What it is about.
    pub kind: String,
    /// Where it goes, masked.
    pub destination: String,
    /// The sealed letter; gone once sent or dead.
    pub letter: Option<Vec<u8>>,
    /// When it was written.
    pub created_at: Time,
    /// From then on it is of no use to anyone.
    pub expires_at: Option<Time>,
    /// When to try next. A message being sent is not due until its lease is over.
    pub due_at: Time,
    /// How often it was tried.
    pub tries: i64,
    /// When a server took it.
    pub sent_at: Option<Time>,
    /// When it was given up.
    pub dead_at: Option<Time>,
    /// Why the last try failed.
    pub last_error: Option<String>,
}

/// Puts a message into the outbox.
///
/// # Errors
/// When the database is away.
pub fn insert(conn: &mut Conn, message: &Message) -> Result<()> {
    diesel::insert_into(outbox::table).values(message).execute(conn)?;
    Ok(())
}

/// Takes up to `limit` messages that are due, for whoever asks alone until `until`; the try counts from now on. Processes
/// that ask at the same instant get different ones.
///
/// # Errors
/// When the database is away.
pub fn claim(conn: &mut Conn, now: Time, until: Time, limit: i64) -> Result<Vec<Message>> {
    let due = outbox::table
        .filter(outbox::sent_at.is_null())
        .filter(outbox::dead_at.is_null())
        .filter(outbox::due_at.le(now))
        .order(outbox::due_at)
        .limit(limit)
        .select(outbox::id);
    // SQLite holds the write lock since the transaction began; PostgreSQL passes over rows that others hold.
    let ids: Vec<Id> = match conn {
        Conn::Sqlite(raw) => due.load(raw)?,
        Conn::Postgres(raw) => due.for_update().skip_locked().load(raw)?,
    };
    let own = outbox::table.filter(outbox::id.eq_any(&ids));
    diesel::update(own).set((outbox::due_at.eq(until), outbox::tries.eq(outbox::tries + 1))).execute(conn)?;
    Ok(outbox::table.filter(outbox::id.eq_any(&ids)).order(outbox::id).select(Message::as_select()).load(conn)?)
}

/// A server took the message: what it says is erased.
///
/// # Errors
/// When the database is away.
pub fn mark_sent(conn: &mut Conn, id: Id, now: Time) -> Result<()> {
    diesel::update(outbox::table.find(id))
        .set((outbox::sent_at.eq(now), outbox::letter.eq(None::<Vec<u8>>), outbox::last_error.eq(None::<String>)))
        .execute(conn)?;
    Ok(())
}

/// The message is given up: what it says is erased.
///
/// # Errors
/// When the database is away.
pub fn mark_dead(conn: &mut Conn, id: Id, why: &str, now: Time) -> Result<()> {
    diesel::update(outbox::table.find(id))
        .set((outbox::dead_at.eq(now), outbox::letter.eq(None::<Vec<u8>>), outbox::last_error.eq(why)))
        .execute(conn)?;
    Ok(())
}

/// The message is to be tried again.
///
/// # Errors
/// When the database is away.
pub fn put_off(conn: &mut Conn, id: Id, why: &str, due: Time) -> Result<()> {
    let set = (outbox::due_at.eq(due), outbox::last_error.eq(why));
    diesel::update(outbox::table.find(id)).set(set).execute(conn)?;
    Ok(())
}

/// Makes everything that waits due now, and says how much that is. What is dead has nothing left to send.
///
/// # Errors
/// When the database is away.
pub fn retry(conn: &mut Conn, now: Time) -> Result<usize> {
    let waiting = outbox::table.filter(outbox::sent_at.is_null()).filter(outbox::dead_at.is_null());
    Ok(diesel::update(waiting).set(outbox::due_at.eq(now)).execute(conn)?)
}

/// A page of messages, latest first, before the one with the key `before`.
///
/// # Errors
/// When the database is away.
pub fn page(conn: &mut Conn, before: Option<Id>, limit: i64) -> Result<Vec<Message>> {
    let mut query = outbox::table.select(Message::as_select()).order(outbox::id.desc()).limit(limit).into_boxed();
    if let Some(before) = before {
        query = query.filter(outbox::id.lt(before));
    }
    Ok(query.load(conn)?)
}

/// Takes a message back.
///
/// # Errors
/// When the database is away.
pub fn remove(conn: &mut Conn, id: Id) -> Result<()> {
    diesel::delete(outbox::table.find(id)).execute(conn)?;
    Ok(())
}

/// Removes what was sent or given up before `before`.
///
/// # Errors
/// When the database is away.
pub fn prune(conn: &mut Conn, before: Time) -> Result<usize> {
    let sent = diesel::delete(outbox::table.filter(outbox::sent_at.lt(before))).execute(conn)?;
    let dead = diesel::delete(outbox::table.filter(outbox::dead_at.lt(before))).execute(conn)?;
    Ok(sent + dead)
}
