//! The `one_time_passwords` table: one row for each address and purpose that has a code under way. Knows hashes of codes
//! and of links, never the codes.

use super::conn::{Conn, MultiBackend};
use super::schema::one_time_passwords;
use super::types::{Id, Time};
use crate::error::Result;
use diesel::prelude::*;

/// A code under way.
#[derive(Clone, Debug, PartialEq, Eq, Queryable, Selectable, Insertable)]
#[diesel(table_name = one_time_passwords, check_for_backend(MultiBackend))]
pub struct OneTimePassword {
    /// Its key; also the public part of the link.
    pub id: Id,
    /// Which address and purpose, a keyed hash.
    pub subject: Vec<u8>,
    /// Whose it is; none where the address names no account.
    pub user_id: Option<Id>,
    /// `email` or `phone`.
    pub kind: String,
    /// Where it was sent, in canonical form.
    pub address: String,
    /// `verify`, `reset`, `login` or `change`.
    pub purpose: String,
    /// A keyed hash of the code; of nothing where a remote service knows the code.
    pub code_hash: Vec<u8>,
    /// SHA-256 of the link's secret; email only.
    pub link_hash: Option<Vec<u8>>,
    /// Wrong codes tried against this one.
    pub tries: i64,
    /// When it was made.
    pub issued_at: Time,
    /// From this instant on it is good for nothing.
    pub expires_at: Time,
    /// The remote service that checks the code; none where it is our own.
    pub verifier: Option<String>,
    /// What that service calls it, once it has sent one.
    pub remote_id: Option<String>,
}

/// Stores a new code; the one before it, for the same subject, is gone.
///
/// # Errors
/// When the database is away.
pub fn replace(conn: &mut Conn, new: &OneTimePassword) -> Result<()> {
    kill_subject(conn, &new.subject)?;
    diesel::insert_into(one_time_passwords::table).values(new).execute(conn)?;
    Ok(())
}

/// The code under way for a subject.
///
/// # Errors
/// When the database is away.
pub fn find(conn: &mut Conn, subject: &[u8]) -> Result<Option<OneTimePassword>> {
    let own = one_time_passwords::table.filter(one_time_passwords::subject.eq(subject));
    Ok(own.select(OneTimePassword::as_select()).get_result(conn).optional()?)
}

/// The code with this key.
///
/// # Errors
/// When the database is away.
pub fn get(conn: &mut Conn, id: Id) -> Result<Option<OneTimePassword>> {
    let own = one_time_passwords::table.find(id).select(OneTimePassword::as_select());
    Ok(own.get_result(conn).optional()?)
}

/// Notes a wrong try.
///
/// # Errors
/// When the database is away.
pub fn note_wrong(conn: &mut Conn, id: Id) -> Result<()> {
    let one_more = one_time_passwords::tries.eq(one_time_passwords::tries + 1);
    diesel::update(one_time_passwords::table.find(id)).set(one_more).execute(conn)?;
    Ok(())
}

/// Takes a try back that was counted before anybody looked at it.
///
/// # Errors
/// When the database is away.
pub fn take_back(conn: &mut Conn, id: Id) -> Result<()> {
    let counted = one_time_passwords::table.find(id).filter(one_time_passwords::tries.gt(0));
    let one_less = one_time_passwords::tries.eq(one_time_passwords::tries - 1);
    diesel::update(counted).set(one_less).execute(conn)?;
    Ok(())
}

/// What a remote service calls the codes that it has under way for an address.
///
/// # Errors
/// When the database is away.
pub fn remote_ids(conn: &mut Conn, verifier: &str, address: &str) -> Result<Vec<String>> {
    let ids: Vec<Option<String>> = one_time_passwords::table
        .filter(one_time_passwords::address.eq(address))
        .filter(one_time_passwords::verifier.eq(verifier))
        .filter(one_time_passwords::remote_id.is_not_null())
        .select(one_time_passwords::remote_id)
        .load(conn)?;
    Ok(ids.into_iter().flatten().collect())
}

/// Every code that a remote service is to send, or has sent, to the address that this one is for; itself first, the others
/// latest first. Nothing when this one is gone.
///
/// # Errors
/// When the database is away.
pub fn remote(conn: &mut Conn, id: Id) -> Result<Vec<OneTimePassword>> {
    let Some(own) = get(conn, id)?.filter(|own| own.verifier.is_some()) else { return Ok(Vec::new()) };
    let others = one_time_passwords::table
        .filter(one_time_passwords::address.eq(&own.address))
        .filter(one_time_passwords::verifier.eq(&own.verifier))
        .filter(one_time_passwords::id.ne(id))
        .order(one_time_passwords::issued_at.desc())
        .select(OneTimePassword::as_select())
        .load(conn)?;
    Ok(std::iter::once(own).chain(others).collect())
}

/// Notes what a remote service calls this code; without a name there is nothing to ask it about.
///
/// # Errors
/// When the database is away.
pub fn set_remote_id(conn: &mut Conn, id: Id, remote_id: Option<&str>) -> Result<()> {
    let own = one_time_passwords::table.find(id).filter(one_time_passwords::verifier.is_not_null());
    diesel::update(own).set(one_time_passwords::remote_id.eq(remote_id)).execute(conn)?;
    Ok(())
}

/// A remote service has found a code right, which it does only once: from now on the code is checked here. `false` when
/// it was killed meanwhile, or sent anew.
///
/// # Errors
/// When the database is away.
pub fn take_over(conn: &mut Conn, id: Id, remote_id: &str, code_hash: &[u8]) -> Result<bool> {
    let own = one_time_passwords::table.find(id).filter(one_time_passwords::remote_id.eq(remote_id));
    let set = (
        one_time_passwords::code_hash.eq(code_hash),
        one_time_passwords::verifier.eq(None::<String>),
        one_time_passwords::remote_id.eq(None::<String>),
    );
    Ok(diesel::update(own).set(set).execute(conn)? == 1)
}

/// The codes of an account that are good for something, latest first.
///
/// # Errors
/// When the database is away.
pub fn open(conn: &mut Conn, user_id: Id, now: Time) -> Result<Vec<OneTimePassword>> {
    let own = one_time_passwords::table
        .filter(one_time_passwords::user_id.eq(user_id))
        .filter(one_time_passwords::expires_at.gt(now));
    Ok(own.select(OneTimePassword::as_select()).order(one_time_passwords::issued_at.desc()).load(conn)?)
}

/// Spends a code: of any number that do at the same instant, one is told `true`.
///
/// # Errors
/// When the database is away.
pub fn spend(conn: &mut Conn, id: Id, now: Time) -> Result<bool> {
    let good = one_time_passwords::table.find(id).filter(one_time_passwords::expires_at.gt(now));
    Ok(diesel::delete(good).execute(conn)? == 1)
}

/// Kills the code of a subject.
///
/// # Errors
/// When the database is away.
pub fn kill_subject(conn: &mut Conn, subject: &[u8]) -> Result<()> {
    let own = one_time_passwords::table.filter(one_time_passwords::subject.eq(subject));
    diesel::delete(own).execute(conn)?;
    Ok(())
}

/// Kills every code of an account: after its password was changed.
///
/// # Errors
/// When the database is away.
pub fn kill_all(conn: &mut Conn, user_id: Id) -> Result<()> {
    let own = one_time_passwords::table.filter(one_time_passwords::user_id.eq(user_id));
    diesel::delete(own).execute(conn)?;
    Ok(())
}

/// Kills every code of an account for one address: after it was proved, changed or removed.
///
/// # Errors
/// When the database is away.
pub fn kill_address(conn: &mut Conn, user_id: Id, kind: &str, address: &str) -> Result<()> {
    let own = one_time_passwords::table
        .filter(one_time_passwords::user_id.eq(user_id))
        .filter(one_time_passwords::kind.eq(kind))
        .filter(one_time_passwords::address.eq(address));
    diesel::delete(own).execute(conn)?;
    Ok(())
}

/// Forgets codes that expired before `before`.
///
/// # Errors
/// When the database is away.
pub fn prune(conn: &mut Conn, before: Time) -> Result<usize> {
    let old = one_time_passwords::table.filter(one_time_passwords::expires_at.lt(before));
    Ok(diesel::delete(old).execute(conn)?)
}
