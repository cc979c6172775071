//! The `tallies` table: how many of a thing there were in an hour, for what is not kept itself. Knows no thing.

use super::conn::Conn;
use super::schema::tallies;
use super::types::Time;
use crate::error::Result;
use diesel::prelude::*;
use diesel::upsert::excluded;
use std::collections::BTreeMap;

/// Adds what happened at these instants to the numbers of their hours.
///
/// # Errors
/// When the database is away.
pub fn add(conn: &mut Conn, name: &str, at: &[Time]) -> Result<()> {
    let mut hours: BTreeMap<Time, i64> = BTreeMap::new();
    for time in at {
        *hours.entry(time.hour()).or_default() += 1;
    }
    for (hour, count) in hours {
        let row = (tallies::hour.eq(hour), tallies::name.eq(name), tallies::count.eq(count));
        crate::on_either!(conn, raw => diesel::insert_into(tallies::table)
            .values(row)
            .on_conflict((tallies::hour, tallies::name))
            .do_update()
            .set(tallies::count.eq(tallies::count + excluded(tallies::count)))
            .execute(raw))?;
    }
    Ok(())
}

/// What the hours from `from` on have, each with its number, before `to`.
///
/// # Errors
/// When the database is away.
pub fn between(conn: &mut Conn, name: &str, from: Time, to: Time) -> Result<Vec<(Time, i64)>> {
    let own = tallies::table.filter(tallies::name.eq(name)).filter(tallies::hour.ge(from)).filter(tallies::hour.lt(to));
    Ok(own.select((tallies::hour, tallies::count)).load(conn)?)
}

/// Forgets the hours before `before`.
///
/// # Errors
/// When the database is away.
pub fn prune(conn: &mut Conn, before: Time) -> Result<usize> {
    Ok(diesel::delete(tallies::table.filter(tallies::hour.lt(before))).execute(conn)?)
}
