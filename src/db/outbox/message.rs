//! One row of the `outbox` table.

use super::super::conn::MultiBackend;
use super::super::schema::outbox;
use super::super::types::{Id, Time};
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
    /// When to try next.
    pub due_at: Time,
    /// How often it was tried.
    pub tries: i64,
    /// When a server took it.
    pub sent_at: Option<Time>,
    /// When it was given up.
    pub dead_at: Option<Time>,
    /// Why the last try failed.
    pub last_error: Option<String>,
    /// Who is sending it.
    pub lease_owner: Option<Id>,
    /// Until when nobody else does.
    pub leased_until: Option<Time>,
    /// By which way it leaves: `email`, `phone` or `webhook:NAME`.
    pub channel: String,
    /// Whether it was written only because a message to somebody would have been.
    pub for_nobody: bool,
}

impl Message {
    /// A message that is due at once, to nobody in particular yet.
    #[must_use]
    pub fn new(id: Id, kind: &str, destination: String, channel: &str, letter: Vec<u8>, now: Time) -> Self {
        Self {
            id,
            user_id: None,
            kind: kind.into(),
            destination,
            letter: Some(letter),
            created_at: now,
            expires_at: None,
            due_at: now,
            tries: 0,
            sent_at: None,
            dead_at: None,
            last_error: None,
            lease_owner: None,
            leased_until: None,
            channel: channel.into(),
            for_nobody: false,
        }
    }
}
