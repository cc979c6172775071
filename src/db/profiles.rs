//! The columns of `users` that their owner may change without further ado: the username, the names, the profile. Knows
//! normalised values only.

use super::conn::Conn;
use super::schema::users;
use super::types::{Id, Json, Time};
use crate::error::Result;
use crate::identifiers::Username;
use diesel::dsl::{exists, select};
use diesel::prelude::*;

/// Whether another account than `own` has this username, by its canonical form or by either of its skeletons (UTS #39).
///
/// # Errors
/// When the database is away.
pub fn has_username(conn: &mut Conn, username: &Username, own: Id) -> Result<bool> {
    let same = users::table.filter(users::id.ne(own)).filter(
        users::username_canonical
            .eq(username.canonical())
            .or(users::username_skeleton.eq(username.skeleton()))
            .or(users::username_shown_skeleton.eq(username.shown_skeleton())),
    );
    Ok(select(exists(same)).get_result(conn)?)
}

/// Sets the username, or takes it away.
///
/// # Errors
/// [`crate::error::Error::Invalid`] with `taken` when it belongs to another account meanwhile.
pub fn set_username(conn: &mut Conn, id: Id, username: Option<&Username>) -> Result<()> {
    let set = (
        users::username.eq(username.map(Username::as_str)),
        users::username_canonical.eq(username.map(Username::canonical)),
        users::username_skeleton.eq(username.map(Username::skeleton)),
        users::username_shown_skeleton.eq(username.map(Username::shown_skeleton)),
    );
    diesel::update(users::table.find(id)).set(set).execute(conn)?;
    Ok(())
}

/// Sets the names and the profile.
///
/// # Errors
/// When the database is away.
pub fn set_details(conn: &mut Conn, id: Id, first_name: &str, last_name: &str, profile: &Json) -> Result<()> {
    let set = (users::first_name.eq(first_name), users::last_name.eq(last_name), users::profile.eq(profile));
    diesel::update(users::table.find(id)).set(set).execute(conn)?;
    Ok(())
}

/// When the account is to be removed; none lets it stay.
///
/// # Errors
/// When the database is away.
pub fn set_delete_at(conn: &mut Conn, id: Id, at: Option<Time>) -> Result<()> {
    diesel::update(users::table.find(id)).set(users::delete_at.eq(at)).execute(conn)?;
    Ok(())
}

/// Removes the accounts whose time to come back is over, and says how many.
///
/// # Errors
/// When the database is away.
pub fn delete_due(conn: &mut Conn, now: Time) -> Result<Vec<Id>> {
    Ok(diesel::delete(users::table.filter(users::delete_at.le(now))).returning(users::id).get_results(conn)?)
}

/// The language that its owner is spoken to in.
///
/// # Errors
/// When the database is away.
pub fn set_language(conn: &mut Conn, id: Id, tag: &str) -> Result<()> {
    diesel::update(users::table.find(id)).set(users::language.eq(tag)).execute(conn)?;
    Ok(())
}
