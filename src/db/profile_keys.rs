//! The `profile_keys` table: what the unique fields of profiles are unique by. Knows no field's type: a key is a hash of
//! the value in its one spelling.

use super::conn::Conn;
use super::errors::taken;
use super::schema::profile_keys;
use super::types::Id;
use crate::error::{Code, Error, FormErrors, Result};
use diesel::dsl::{exists, select};
use diesel::prelude::*;
use diesel::result::{DatabaseErrorKind, Error as DieselError};

/// The key of one unique field of a profile.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ProfileKey {
    /// The name of the field.
    pub field: String,
    /// SHA-256 of the value in its one spelling; none when the account has no value there.
    pub hash: Option<Vec<u8>>,
}

/// Which of the fields have a value that another account than `own` has.
///
/// # Errors
/// When the database is away.
pub fn clashes(conn: &mut Conn, keys: &[ProfileKey], own: Option<Id>) -> Result<Vec<String>> {
    let mut found = Vec::new();
    for ProfileKey { field, hash } in keys {
        let Some(hash) = hash else { continue };
        let same = profile_keys::table.filter(profile_keys::field.eq(field)).filter(profile_keys::value_hash.eq(hash));
        let theirs = match own {
            Some(id) => select(exists(same.filter(profile_keys::user_id.ne(id)))).get_result(conn)?,
            None => select(exists(same)).get_result(conn)?,
        };
        if theirs {
            found.push(field.clone());
        }
    }
    Ok(found)
}

/// Sets the keys of these fields of an account, and leaves those of its other fields. For use in a transaction.
///
/// # Errors
/// [`Error::Invalid`] with `taken` at the field when another account has the value; when the database is away.
pub fn set(conn: &mut Conn, id: Id, keys: &[ProfileKey]) -> Result<()> {
    let mut keys: Vec<&ProfileKey> = keys.iter().collect();
    // In one order, so that two accounts never wait for each other.
    keys.sort_by_key(|key| &key.field);
    for ProfileKey { field, hash } in keys {
        let own = profile_keys::table.filter(profile_keys::user_id.eq(id)).filter(profile_keys::field.eq(field));
        diesel::delete(own).execute(conn)?;
        let Some(hash) = hash else { continue };
        let row = (profile_keys::field.eq(field), profile_keys::value_hash.eq(hash), profile_keys::user_id.eq(id));
        match diesel::insert_into(profile_keys::table).values(row).execute(conn) {
            Err(DieselError::DatabaseError(DatabaseErrorKind::UniqueViolation, _)) => {
                let mut errors = FormErrors::default();
                errors.say(field.clone(), Code::Taken, taken(field));
                return Err(Error::Invalid(errors));
            }
            done => _ = done?,
        }
    }
    Ok(())
}
