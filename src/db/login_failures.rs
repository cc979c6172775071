//! The `login_failures` table: how often in a row a password was refused, by the hash of whose it was.

use super::conn::{Conn, MultiBackend};
use super::schema::login_failures;
use super::types::Time;
use crate::error::Result;
use diesel::prelude::*;

/// The failures of one subject.
#[derive(Clone, Debug, PartialEq, Eq, Queryable, Selectable)]
#[diesel(table_name = login_failures, check_for_backend(MultiBackend))]
pub struct Failures {
    /// A keyed hash of whose failures these are.
    pub subject: Vec<u8>,
    /// In a row, without a success between.
    pub failures: i64,
    /// When the last one was.
    pub failed_at: Time,
    /// Until when no password is looked at.
    pub blocked_until: Option<Time>,
}

/// The row of `subject`, locked until the transaction ends; made when it is not there.
///
/// # Errors
/// When the database is away.
pub fn lock(conn: &mut Conn, subject: &[u8], now: Time) -> Result<Failures> {
    use login_failures::dsl;
    Ok(crate::on_either!(conn, raw => diesel::insert_into(dsl::login_failures)
        .values((dsl::subject.eq(subject), dsl::failures.eq(0_i64), dsl::failed_at.eq(now)))
        .on_conflict(dsl::subject)
        .do_update()
        .set(dsl::subject.eq(subject))
        .returning(dsl::login_failures::all_columns())
        .get_result(raw))?)
}

/// Writes back what [`lock`] gave.
///
/// # Errors
/// When the database is away.
pub fn store(conn: &mut Conn, row: &Failures) -> Result<()> {
    diesel::update(login_failures::table.find(&row.subject))
        .set((
            login_failures::failures.eq(row.failures),
            login_failures::failed_at.eq(row.failed_at),
            login_failures::blocked_until.eq(row.blocked_until),
        ))
        .execute(conn)?;
    Ok(())
}

/// The rows of these subjects, without locking or making any.
///
/// # Errors
/// When the database is away.
pub fn peek(conn: &mut Conn, subjects: &[Vec<u8>]) -> Result<Vec<Failures>> {
    Ok(login_failures::table
        .filter(login_failures::subject.eq_any(subjects))
        .select(Failures::as_select())
        .load(conn)?)
}

/// Forgets the failures of `subject`.
///
/// # Errors
/// When the database is away.
pub fn clear(conn: &mut Conn, subject: &[u8]) -> Result<()> {
    diesel::delete(login_failures::table.find(subject)).execute(conn)?;
    Ok(())
}

/// Forgets failures whose last was before `before`.
///
/// # Errors
/// When the database is away.
pub fn prune(conn: &mut Conn, before: Time) -> Result<usize> {
    Ok(diesel::delete(login_failures::table.filter(login_failures::failed_at.lt(before))).execute(conn)?)
}
