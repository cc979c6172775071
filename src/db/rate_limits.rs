//! The `rate_limits` table: one sliding window for each key, when `limits.store = "database"`.

use super::conn::{Conn, MultiBackend};
use super::schema::rate_limits;
use super::types::Time;
use crate::error::Result;
use diesel::prelude::*;

/// How much of a limit one key has used.
#[derive(Clone, Debug, PartialEq, Eq, Queryable, Selectable)]
#[diesel(table_name = rate_limits, check_for_backend(MultiBackend))]
pub struct Used {
    /// Which limit, of whom.
    pub key: String,
    /// When the present window began.
    pub window_start: Time,
    /// Uses in the present window.
    pub current: i64,
    /// Uses in the window before.
    pub previous: i64,
}

/// The row of `key`, locked until the transaction ends; made when it is not there.
///
/// # Errors
/// When the database is away.
pub fn lock(conn: &mut Conn, key: &str, now: Time) -> Result<Used> {
    use rate_limits::dsl;
    Ok(crate::on_either!(conn, raw => diesel::insert_into(dsl::rate_limits)
        .values((dsl::key.eq(key), dsl::window_start.eq(now), dsl::current.eq(0_i64), dsl::previous.eq(0_i64)))
        .on_conflict(dsl::key)
        .do_update()
        .set(dsl::key.eq(key))
        .returning(dsl::rate_limits::all_columns())
        .get_result(raw))?)
}

/// Writes back what [`lock`] gave.
///
/// # Errors
/// When the database is away.
pub fn store(conn: &mut Conn, row: &Used) -> Result<()> {
    diesel::update(rate_limits::table.find(&row.key))
        .set((
            rate_limits::window_start.eq(row.window_start),
            rate_limits::current.eq(row.current),
            rate_limits::previous.eq(row.previous),
        ))
        .execute(conn)?;
    Ok(())
}

/// Forgets windows that began before `before`.
///
/// # Errors
/// When the database is away.
pub fn prune(conn: &mut Conn, before: Time) -> Result<usize> {
    Ok(diesel::delete(rate_limits::table.filter(rate_limits::window_start.lt(before))).execute(conn)?)
}
