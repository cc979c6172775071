//! The `pending_changes` table: the address an account is to change to, until it is proved. Knows no code.

use super::conn::{Conn, MultiBackend};
use super::schema::pending_changes;
use super::types::{Id, Time};
use crate::error::Result;
use diesel::prelude::*;

/// A change that waits for its proof.
#[derive(Clone, Debug, PartialEq, Eq, Queryable, Selectable, Insertable)]
#[diesel(table_name = pending_changes, check_for_backend(MultiBackend))]
pub struct PendingChange {
    /// Whose.
    pub user_id: Id,
    /// `email` or `phone`.
    pub kind: String,
    /// The new address, as it is to be stored.
    pub address: String,
    /// What it is unique by.
    pub canonical: String,
    /// When it was asked for.
    pub asked_at: Time,
}

/// Stores a change; the one before it, of the same kind, is gone.
///
/// # Errors
/// When the database is away.
pub fn replace(conn: &mut Conn, new: &PendingChange) -> Result<()> {
    delete(conn, new.user_id, &new.kind)?;
    diesel::insert_into(pending_changes::table).values(new).execute(conn)?;
    Ok(())
}

/// The change of this kind that waits.
///
/// # Errors
/// When the database is away.
pub fn find(conn: &mut Conn, user_id: Id, kind: &str) -> Result<Option<PendingChange>> {
    let own = pending_changes::table.find((user_id, kind)).select(PendingChange::as_select());
    Ok(own.get_result(conn).optional()?)
}

/// Every change of an account that waits.
///
/// # Errors
/// When the database is away.
pub fn of_user(conn: &mut Conn, user_id: Id) -> Result<Vec<PendingChange>> {
    let own = pending_changes::table.filter(pending_changes::user_id.eq(user_id));
    Ok(own.select(PendingChange::as_select()).order(pending_changes::kind).load(conn)?)
}

/// Gives a change up, and says whether there was one.
///
/// # Errors
/// When the database is away.
pub fn delete(conn: &mut Conn, user_id: Id, kind: &str) -> Result<bool> {
    Ok(diesel::delete(pending_changes::table.find((user_id, kind))).execute(conn)? == 1)
}

/// Gives up every change of an account.
///
/// # Errors
/// When the database is away.
pub fn delete_all(conn: &mut Conn, user_id: Id) -> Result<usize> {
    Ok(diesel::delete(pending_changes::table.filter(pending_changes::user_id.eq(user_id))).execute(conn)?)
}

/// Forgets changes asked for before `before`.
///
/// # Errors
/// When the database is away.
pub fn prune(conn: &mut Conn, before: Time) -> Result<usize> {
    Ok(diesel::delete(pending_changes::table.filter(pending_changes::asked_at.lt(before))).execute(conn)?)
}
