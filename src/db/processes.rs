//! The `processes` table: which processes serve this database, and under which settings. Knows nothing of what a setting means.

use super::conn::{Conn, MultiBackend};
use super::schema::processes;
use super::types::{Id, Json, Time};
use crate::error::Result;
use diesel::prelude::*;

/// A process that serves.
#[derive(Clone, Debug, PartialEq, Queryable, Selectable, Insertable)]
#[diesel(table_name = processes, check_for_backend(MultiBackend))]
pub struct Process {
    /// Its key, drawn at its start.
    pub id: Id,
    /// Its number on its machine.
    pub pid: i64,
    /// The version of the program.
    pub version: String,
    /// When it began to serve.
    pub started_at: Time,
    /// When it last read its settings.
    pub loaded_at: Time,
    /// When it last said that it was alive.
    pub seen_at: Time,
    /// What holds in it, without a secret.
    pub settings: Json,
}

/// Notes a process in place of what was known of it.
///
/// # Errors
/// When the database is away.
pub fn put(conn: &mut Conn, process: &Process) -> Result<()> {
    remove(conn, process.id)?;
    diesel::insert_into(processes::table).values(process).execute(conn)?;
    Ok(())
}

/// Notes that a process was alive at `at`. Whether it was known is the answer.
///
/// # Errors
/// When the database is away.
pub fn touch(conn: &mut Conn, id: Id, at: Time) -> Result<bool> {
    let touched = diesel::update(processes::table.filter(processes::id.eq(id))).set(processes::seen_at.eq(at));
    Ok(touched.execute(conn)? > 0)
}

/// Forgets a process.
///
/// # Errors
/// When the database is away.
pub fn remove(conn: &mut Conn, id: Id) -> Result<()> {
    diesel::delete(processes::table.filter(processes::id.eq(id))).execute(conn)?;
    Ok(())
}

/// Those that were alive after `since`, in the order of their starts.
///
/// # Errors
/// When the database is away.
pub fn seen_since(conn: &mut Conn, since: Time) -> Result<Vec<Process>> {
    let alive = processes::table.filter(processes::seen_at.gt(since)).order(processes::id);
    Ok(alive.select(Process::as_select()).load(conn)?)
}

/// Forgets those that were not alive after `before`.
///
/// # Errors
/// When the database is away.
pub fn prune(conn: &mut Conn, before: Time) -> Result<usize> {
    Ok(diesel::delete(processes::table.filter(processes::seen_at.lt(before))).execute(conn)?)
}
