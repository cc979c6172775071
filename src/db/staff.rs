//! Those of the `users` who administer: few among many, found by indexes of their own. Knows nothing of what they may do.

use super::conn::Conn;
use super::schema::users;
use super::types::Id;
use crate::error::Result;
use diesel::prelude::*;

/// Superusers, whom nobody else changes until the transaction is over.
///
/// # Errors
/// When the database is away.
pub fn lock_superusers(conn: &mut Conn) -> Result<()> {
    let all = users::table.filter(users::is_superuser);
    diesel::update(all).set(users::is_superuser.eq(users::is_superuser)).execute(conn)?;
    Ok(())
}

/// How many other accounts could still administer the site without this one, for longer than their owners' last days.
///
/// # Errors
/// When the database is away.
pub fn other_active_superusers(conn: &mut Conn, id: Id) -> Result<i64> {
    Ok(users::table
        .filter(users::is_superuser)
        .filter(users::is_active)
        .filter(users::delete_at.is_null())
        .filter(users::id.ne(id))
        .count()
        .get_result(conn)?)
}

/// What an account may do in the admin pages.
///
/// # Errors
/// When the database is away.
pub fn set_rights(conn: &mut Conn, id: Id, is_staff: bool, is_superuser: bool) -> Result<()> {
    let set = (users::is_staff.eq(is_staff), users::is_superuser.eq(is_superuser));
    diesel::update(users::table.find(id)).set(set).execute(conn)?;
    Ok(())
}
