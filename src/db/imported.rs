//! Accounts that come from elsewhere: many at once into `users`, and the `imported_accounts` table that remembers where
//! each came from. Knows values that are right; refuses to know where they were read.

use super::conn::{Conn, MultiBackend};
use super::moved_keys::Keys;
use super::schema::{address_undos, imported_accounts, users};
use super::types::{Id, Json, Time};
use crate::error::Result;
use crate::identifiers::{Email, Phone, Username};
use diesel::prelude::*;
use std::collections::HashMap;
use std::fmt;

/// Most rows in one statement: SQLite takes 32,766 values, and a row has some twenty.
const AT_ONCE: usize = 1_000;

/// An account about to come in, whole.
#[derive(Clone)]
pub struct Arrival {
    /// Its key from now on.
    pub id: Id,
    /// At least one of the three identifiers is there.
    pub username: Option<Username>,
    /// See [`super::User::email`].
    pub email: Option<Email>,
    /// When the email address was proved.
    pub email_verified_at: Option<Time>,
    /// See [`super::User::phone`].
    pub phone: Option<Phone>,
    /// When the phone number was proved.
    pub phone_verified_at: Option<Time>,
    /// In Django's encoded form, or an unusable one.
    pub password: String,
    /// Given name, or empty.
    pub first_name: String,
    /// Family name, or empty.
    pub last_name: String,
    /// Everything that has no column.
    pub profile: Json,
    /// Whether it may sign in.
    pub is_active: bool,
    /// May use the admin pages.
    pub is_staff: bool,
    /// May do everything there.
    pub is_superuser: bool,
    /// When the account was made.
    pub date_joined: Time,
    /// When somebody last signed in.
    pub last_login: Option<Time>,
    /// See [`super::User::reset_by`].
    pub reset_by: Option<String>,
    /// See [`super::User::delete_at`].
    pub delete_at: Option<Time>,
    /// What the unique fields of its profile are unique by.
    pub keys: Keys,
}

/// Never the password.
impl fmt::Debug for Arrival {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Arrival").field("id", &self.id).finish_non_exhaustive()
    }
}

/// What an account is unique by.
#[derive(Clone, Debug, PartialEq, Eq, Queryable, Selectable)]
#[diesel(table_name = users, check_for_backend(MultiBackend))]
pub struct Holder {
    /// As shown.
    pub username: Option<String>,
    /// `NFKC_Casefold` of it.
    pub username_canonical: Option<String>,
    /// Skeleton (UTS #39) of the canonical form.
    pub username_skeleton: Option<String>,
    /// Skeleton of the form as shown.
    pub username_shown_skeleton: Option<String>,
    /// In lower case.
    pub email_canonical: Option<String>,
    /// E.164.
    pub phone: Option<String>,
}

impl Holder {
    /// What somebody with these identifiers is unique by.
    #[must_use]
    pub fn of(username: Option<&Username>, email: Option<&Email>, phone: Option<&Phone>) -> Self {
        Self {
            username: username.map(|name| name.as_str().to_owned()),
            username_canonical: username.map(|name| name.canonical().to_owned()),
            username_skeleton: username.map(Username::skeleton),
            username_shown_skeleton: username.map(Username::shown_skeleton),
            email_canonical: email.map(|email| email.canonical().to_owned()),
            phone: phone.map(|phone| phone.as_str().to_owned()),
        }
    }
}

/// The accounts that share anything with `wanted` that only one may have. An address that its account may still get back
/// is that account's.
///
/// # Errors
/// When the database is away.
pub fn holders(conn: &mut Conn, wanted: &[Holder], now: Time) -> Result<Vec<Holder>> {
    let mut found = Vec::new();
    for part in wanted.chunks(AT_ONCE) {
        macro_rules! by {
            ($column:ident) => {
                let values: Vec<&str> = part.iter().filter_map(|holder| holder.$column.as_deref()).collect();
                if !values.is_empty() {
                    let rows: Vec<Holder> = crate::on_either!(conn, raw => users::table
                        .filter(users::$column.eq_any(values))
                        .select((
                            users::username,
                            users::username_canonical,
                            users::username_skeleton,
                            users::username_shown_skeleton,
                            users::email_canonical,
                            users::phone,
                        ))
                        .load(raw))?;
                    found.extend(rows);
                }
            };
        }
        by!(username_canonical);
        by!(username_skeleton);
        by!(username_shown_skeleton);
        by!(email_canonical);
        by!(phone);
        let addresses: Vec<&str> = part
            .iter()
            .flat_map(|holder| [&holder.email_canonical, &holder.phone])
            .flatten()
            .map(String::as_str)
            .collect();
        let kept: Vec<(String, String)> = crate::on_either!(conn, raw => address_undos::table
            .filter(address_undos::canonical.eq_any(addresses))
            .filter(address_undos::expires_at.gt(now))
            .select((address_undos::kind, address_undos::canonical))
            .load(raw))?;
        found.extend(kept.into_iter().map(|(kind, address)| {
            let (email, phone) = if kind == "email" { (Some(address), None) } else { (None, Some(address)) };
            Holder { email_canonical: email, phone, ..Holder::of(None, None, None) }
        }));
    }
    Ok(found)
}

/// Which of these keys accounts have.
///
/// # Errors
/// When the database is away.
pub fn existing(conn: &mut Conn, ids: &[Id]) -> Result<Vec<Id>> {
    let mut found = Vec::new();
    for part in ids.chunks(AT_ONCE) {
        let rows: Vec<Id> = crate::on_either!(conn, raw => users::table
            .filter(users::id.eq_any(part))
            .select(users::id)
            .load(raw))?;
        found.extend(rows);
    }
    Ok(found)
}

/// Makes accounts, all with one statement where they are not too many.
///
/// # Errors
/// [`crate::error::Error::Invalid`] with `taken` when an identifier belongs to another account.
pub fn insert(conn: &mut Conn, arrivals: &[Arrival]) -> Result<()> {
    for part in arrivals.chunks(AT_ONCE) {
        let rows: Vec<Row<'_>> = part.iter().map(Row::of).collect();
        crate::on_either!(conn, raw => diesel::insert_into(users::table).values(&rows).execute(raw))?;
        super::moved_keys::insert(conn, part.iter().map(|new| (new.id, &new.keys)))?;
    }
    Ok(())
}

/// An account as a row of the table.
#[derive(Insertable)]
#[diesel(table_name = users, treat_none_as_default_value = false)]
struct Row<'a> {
    id: Id,
    username: Option<String>,
    username_canonical: Option<String>,
    username_skeleton: Option<String>,
    username_shown_skeleton: Option<String>,
    email: Option<String>,
    email_canonical: Option<String>,
    email_verified_at: Option<Time>,
    phone: Option<String>,
    phone_verified_at: Option<Time>,
    password: &'a str,
    first_name: &'a str,
    last_name: &'a str,
    profile: &'a Json,
    is_active: bool,
    is_staff: bool,
    is_superuser: bool,
    date_joined: Time,
    last_login: Option<Time>,
    reset_by: Option<String>,
    delete_at: Option<Time>,
}

impl<'a> Row<'a> {
    fn of(new: &'a Arrival) -> Self {
        let (username, email) = (new.username.as_ref(), new.email.as_ref());
        Self {
            id: new.id,
            username: username.map(|name| name.as_str().to_owned()),
            username_canonical: username.map(|name| name.canonical().to_owned()),
            username_skeleton: username.map(Username::skeleton),
            username_shown_skeleton: username.map(Username::shown_skeleton),
            email: email.map(|email| email.as_str().to_owned()),
            email_canonical: email.map(|email| email.canonical().to_owned()),
            email_verified_at: new.email_verified_at,
            phone: new.phone.as_ref().map(|phone| phone.as_str().to_owned()),
            phone_verified_at: new.phone_verified_at,
            password: &new.password,
            first_name: &new.first_name,
            last_name: &new.last_name,
            profile: &new.profile,
            is_active: new.is_active,
            is_staff: new.is_staff,
            is_superuser: new.is_superuser,
            date_joined: new.date_joined,
            last_login: new.last_login,
            reset_by: new.reset_by.clone(),
            delete_at: new.delete_at,
        }
    }
}

/// How many accounts there are.
///
/// # Errors
/// When the database is away.
pub fn count(conn: &mut Conn) -> Result<u64> {
    let count: i64 = users::table.count().get_result(conn)?;
    Ok(u64::try_from(count).unwrap_or_default())
}

/// Where an account came from.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Origin {
    /// Its key there.
    pub source_id: String,
    /// When it was made, as written there.
    pub joined: String,
}

/// Which of these have come from `source` before, and as whom; `None` for an account that was deleted since.
///
/// # Errors
/// When the database is away.
pub fn known(conn: &mut Conn, source: &str, origins: &[Origin]) -> Result<HashMap<Origin, Option<Id>>> {
    let mut found = HashMap::new();
    for part in origins.chunks(AT_ONCE) {
        let keys: Vec<&str> = part.iter().map(|origin| origin.source_id.as_str()).collect();
        let rows: Vec<(String, String, Option<Id>)> = crate::on_either!(conn, raw => imported_accounts::table
            .filter(imported_accounts::source.eq(source))
            .filter(imported_accounts::source_id.eq_any(keys))
            .select((imported_accounts::source_id, imported_accounts::joined, imported_accounts::user_id))
            .load(raw))?;
        found.extend(rows.into_iter().map(|(source_id, joined, id)| (Origin { source_id, joined }, id)));
    }
    Ok(found)
}

/// Remembers that these came from `source`.
///
/// # Errors
/// When the database is away.
pub fn remember(conn: &mut Conn, source: &str, came: &[(Origin, Id)]) -> Result<()> {
    for part in came.chunks(AT_ONCE) {
        let rows: Vec<_> = part
            .iter()
            .map(|(origin, id)| {
                (
                    imported_accounts::source.eq(source),
                    imported_accounts::source_id.eq(&origin.source_id),
                    imported_accounts::joined.eq(&origin.joined),
                    imported_accounts::user_id.eq(*id),
                )
            })
            .collect();
        crate::on_either!(conn, raw => diesel::insert_into(imported_accounts::table).values(&rows).execute(raw))?;
    }
    Ok(())
}
