//! The `profile_keys` of many accounts at once: as they go out with their accounts, and as they come back in. Knows no
//! field's type, and not what is done about a clash.

use super::conn::Conn;
use super::schema::profile_keys;
use super::types::Id;
use crate::error::Result;
use diesel::prelude::*;
use std::collections::{BTreeMap, HashMap, HashSet};

/// Most rows in one statement.
const AT_ONCE: usize = 1_000;

/// What the unique fields of one account's profile are unique by: SHA-256 of the value, by the name of the field.
pub type Keys = BTreeMap<String, Vec<u8>>;

/// The keys of these accounts.
///
/// # Errors
/// When the database is away.
pub fn of(conn: &mut Conn, ids: &[Id]) -> Result<HashMap<Id, Keys>> {
    let mut found: HashMap<Id, Keys> = HashMap::new();
    for part in ids.chunks(AT_ONCE) {
        let rows: Vec<(Id, String, Vec<u8>)> = crate::on_either!(conn, raw => profile_keys::table
            .filter(profile_keys::user_id.eq_any(part))
            .select((profile_keys::user_id, profile_keys::field, profile_keys::value_hash))
            .load(raw))?;
        for (id, field, hash) in rows {
            found.entry(id).or_default().insert(field, hash);
        }
    }
    Ok(found)
}

/// Which of these values of unique fields an account has already.
///
/// # Errors
/// When the database is away.
pub fn taken(conn: &mut Conn, wanted: &[(String, Vec<u8>)]) -> Result<HashSet<(String, Vec<u8>)>> {
    let mut found = HashSet::new();
    for part in wanted.chunks(AT_ONCE) {
        let hashes: Vec<&[u8]> = part.iter().map(|(_, hash)| hash.as_slice()).collect();
        let rows: Vec<(String, Vec<u8>)> = crate::on_either!(conn, raw => profile_keys::table
            .filter(profile_keys::value_hash.eq_any(hashes))
            .select((profile_keys::field, profile_keys::value_hash))
            .load(raw))?;
        found.extend(rows);
    }
    Ok(found)
}

/// Writes the keys of accounts that have none yet.
///
/// # Errors
/// When another account has a value, or the database is away.
pub fn insert<'a>(conn: &mut Conn, all: impl Iterator<Item = (Id, &'a Keys)>) -> Result<()> {
    let rows: Vec<_> = all
        .flat_map(|(id, keys)| keys.iter().map(move |(field, hash)| (id, field, hash)))
        .map(|(id, field, hash)| {
            (profile_keys::user_id.eq(id), profile_keys::field.eq(field), profile_keys::value_hash.eq(hash))
        })
        .collect();
    for part in rows.chunks(AT_ONCE) {
        let part = part.to_vec();
        crate::on_either!(conn, raw => diesel::insert_into(profile_keys::table).values(part).execute(raw))?;
    }
    Ok(())
}
