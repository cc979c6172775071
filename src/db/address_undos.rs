//! The `address_undos` table: addresses that accounts had, each with the hash of the link that gets it back. While one
//! is open, nobody else can take its address. Knows nothing of who may change what.

use super::conn::{Conn, MultiBackend};
use super::schema::address_undos;
use super::types::{Id, Time};
use crate::error::Result;
use diesel::prelude::*;

/// A way back.
#[derive(Clone, Debug, PartialEq, Eq, Queryable, Selectable, Insertable)]
#[diesel(table_name = address_undos, check_for_backend(MultiBackend))]
pub struct AddressUndo {
    /// Its key; also the public part of the link.
    pub id: Id,
    /// Whose.
    pub user_id: Id,
    /// `email` or `phone`.
    pub kind: String,
    /// The address the account had, as it was stored.
    pub address: String,
    /// What it is unique by.
    pub canonical: String,
    /// When it was proved: one that never was has no way back.
    pub verified_at: Time,
    /// SHA-256 of the link's secret.
    pub link_hash: Vec<u8>,
    /// When the address was taken off.
    pub made_at: Time,
    /// From this instant on the link is good for nothing.
    pub expires_at: Time,
}

/// Keeps a way back.
///
/// # Errors
/// When the database is away.
pub fn insert(conn: &mut Conn, undo: &AddressUndo) -> Result<()> {
    diesel::insert_into(address_undos::table).values(undo).execute(conn)?;
    Ok(())
}

/// The way back with this key.
///
/// # Errors
/// When the database is away.
pub fn get(conn: &mut Conn, id: Id) -> Result<Option<AddressUndo>> {
    Ok(address_undos::table.find(id).select(AddressUndo::as_select()).get_result(conn).optional()?)
}

/// Takes the way back with this key, and every later one of the same account and kind: what they lead back to came
/// after it. Of any number that do at the same instant, one is told `true`.
///
/// # Errors
/// When the database is away.
pub fn take(conn: &mut Conn, undo: &AddressUndo, now: Time) -> Result<bool> {
    let good = address_undos::table.find(undo.id).filter(address_undos::expires_at.gt(now));
    let taken = diesel::delete(good).execute(conn)? == 1;
    let later = address_undos::table
        .filter(address_undos::user_id.eq(undo.user_id))
        .filter(address_undos::kind.eq(&undo.kind))
        .filter(address_undos::id.gt(undo.id));
    diesel::delete(later).execute(conn)?;
    Ok(taken)
}

/// Whether this address waits for an account other than `but` to get it back.
///
/// # Errors
/// When the database is away.
pub fn keeps(conn: &mut Conn, kind: &str, canonical: &str, but: Option<Id>, now: Time) -> Result<bool> {
    Ok(kept(conn, kind, canonical, but, now)?.is_some())
}

/// For which account other than `but` this address waits, and how it was stored.
///
/// # Errors
/// When the database is away.
pub fn kept(conn: &mut Conn, kind: &str, canonical: &str, but: Option<Id>, now: Time) -> Result<Option<(Id, String)>> {
    let open: Vec<(Id, String)> = address_undos::table
        .filter(address_undos::kind.eq(kind))
        .filter(address_undos::canonical.eq(canonical))
        .filter(address_undos::expires_at.gt(now))
        .select((address_undos::user_id, address_undos::address))
        .load(conn)?;
    Ok(open.into_iter().find(|(whose, _)| Some(*whose) != but))
}

/// Gives up the ways back of an account to one address: it has it again.
///
/// # Errors
/// When the database is away.
pub fn delete_address(conn: &mut Conn, user_id: Id, kind: &str, canonical: &str) -> Result<()> {
    let own = address_undos::table
        .filter(address_undos::user_id.eq(user_id))
        .filter(address_undos::kind.eq(kind))
        .filter(address_undos::canonical.eq(canonical));
    diesel::delete(own).execute(conn)?;
    Ok(())
}

/// Gives up every way back of an account.
///
/// # Errors
/// When the database is away.
pub fn delete_all(conn: &mut Conn, user_id: Id) -> Result<usize> {
    Ok(diesel::delete(address_undos::table.filter(address_undos::user_id.eq(user_id))).execute(conn)?)
}

/// Forgets ways back that ended before `before`.
///
/// # Errors
/// When the database is away.
pub fn prune(conn: &mut Conn, before: Time) -> Result<usize> {
    Ok(diesel::delete(address_undos::table.filter(address_undos::expires_at.lt(before))).execute(conn)?)
}
