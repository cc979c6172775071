//! The `outbox` as those who administer go through it: a page of messages in one state, one of them by its key, and how
//! many were sent or given up when. Never reads what a message says.

use super::conn::{Conn, MultiBackend};
use super::schema::outbox;
use super::types::{Id, Time};
use crate::error::Result;
use diesel::prelude::*;

/// How it stands with a message.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum State {
    /// It was not tried yet.
    Waiting,
    /// It was tried, and will be again.
    Failed,
    /// A server took it.
    Sent,
    /// It was given up.
    Dead,
}

impl State {
    /// Every state.
    pub const ALL: [Self; 4] = [Self::Waiting, Self::Failed, Self::Sent, Self::Dead];

    /// The state of this name.
    #[must_use]
    pub fn named(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|state| state.as_str() == name)
    }

    /// The name that programs compare.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Waiting => "waiting",
            Self::Failed => "failed",
            Self::Sent => "sent",
            Self::Dead => "dead",
        }
    }
}

/// A message without what it says.
#[derive(Clone, Debug, PartialEq, Eq, Queryable, Selectable)]
#[diesel(table_name = outbox, check_for_backend(MultiBackend))]
pub struct Envelope {
    /// Its key.
    pub id: Id,
    /// Whose it is about, while that account is there.
    pub user_id: Option<Id>,
    /// What it is about.
    pub kind: String,
    /// By which way it leaves.
    pub channel: String,
    /// Where it goes, masked.
    pub destination: String,
    /// When it was written.
    pub created_at: Time,
    /// When to try next.
    pub due_at: Time,
    /// From then on it is of no use to anyone.
    pub expires_at: Option<Time>,
    /// How often it was tried.
    pub tries: i64,
    /// When a server took it.
    pub sent_at: Option<Time>,
    /// When it was given up.
    pub dead_at: Option<Time>,
    /// Why the last try failed.
    pub last_error: Option<String>,
}

impl Envelope {
    /// How it stands with it.
    #[must_use]
    pub fn state(&self) -> State {
        match (self.sent_at, self.dead_at, &self.last_error) {
            (Some(_), ..) => State::Sent,
            (_, Some(_), _) => State::Dead,
            (.., Some(_)) => State::Failed,
            _ => State::Waiting,
        }
    }
}

/// A page of messages to somebody, in one state or in any, latest first, before the one with the key `before`.
///
/// # Errors
/// When the database is away.
pub fn page(conn: &mut Conn, state: Option<State>, before: Option<Id>, limit: i64) -> Result<Vec<Envelope>> {
    let to_somebody = outbox::table.filter(outbox::for_nobody.eq(false)).select(Envelope::as_select());
    let mut query = to_somebody.order(outbox::id.desc()).limit(limit).into_boxed();
    if let Some(before) = before {
        query = query.filter(outbox::id.lt(before));
    }
    let open = outbox::sent_at.is_null().and(outbox::dead_at.is_null());
    query = match state {
        None => query,
        Some(State::Waiting) => query.filter(open).filter(outbox::last_error.is_null()),
        Some(State::Failed) => query.filter(open).filter(outbox::last_error.is_not_null()),
        Some(State::Sent) => query.filter(outbox::sent_at.is_not_null()),
        Some(State::Dead) => query.filter(outbox::dead_at.is_not_null()),
    };
    Ok(query.load(conn)?)
}

/// The message to somebody that has this key.
///
/// # Errors
/// When the database is away.
pub fn get(conn: &mut Conn, id: Id) -> Result<Option<Envelope>> {
    let own = outbox::table.find(id).filter(outbox::for_nobody.eq(false));
    Ok(own.select(Envelope::as_select()).get_result(conn).optional()?)
}

/// Makes one message due now, with all its tries before it, unless somebody is sending it.
///
/// # Errors
/// When the database is away.
pub fn retry(conn: &mut Conn, id: Id, now: Time) -> Result<()> {
    let own = outbox::table
        .find(id)
        .filter(outbox::sent_at.is_null())
        .filter(outbox::dead_at.is_null())
        .filter(outbox::leased_until.is_null().or(outbox::leased_until.le(now)));
    diesel::update(own).set((outbox::due_at.eq(now), outbox::tries.eq(0))).execute(conn)?;
    Ok(())
}

/// How many messages were sent, and how many given up, from `from` on and before `to`.
///
/// # Errors
/// When the database is away.
pub fn counts(conn: &mut Conn, from: Time, to: Time) -> Result<(i64, i64)> {
    let sent = outbox::table.filter(outbox::sent_at.is_not_null());
    let sent = sent.filter(outbox::sent_at.ge(from)).filter(outbox::sent_at.lt(to)).count().get_result(conn)?;
    let dead = outbox::table.filter(outbox::dead_at.is_not_null());
    let dead = dead.filter(outbox::dead_at.ge(from)).filter(outbox::dead_at.lt(to)).count().get_result(conn)?;
    Ok((sent, dead))
}
