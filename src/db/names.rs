//! What accounts of the `users` are called, many at once: for lists that speak of them.

use super::conn::Conn;
use super::schema::users;
use super::types::Id;
use crate::error::Result;
use diesel::prelude::*;
use std::collections::BTreeMap;

/// What each of these accounts is called: by its username, else its email address, else its phone number. One that is not
/// there is left out.
///
/// # Errors
/// When the database is away.
pub fn of(conn: &mut Conn, ids: &[Id]) -> Result<BTreeMap<Id, String>> {
    type Row = (Id, Option<String>, Option<String>, Option<String>);
    let named = users::table.filter(users::id.eq_any(ids));
    let rows: Vec<Row> = named.select((users::id, users::username, users::email, users::phone)).load(conn)?;
    let name = |(id, username, email, phone): Row| Some((id, username.or(email).or(phone)?));
    Ok(rows.into_iter().filter_map(name).collect())
}
