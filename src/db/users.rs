//! The `users` table: the account row, how one is made, found and changed. Knows normalised values only.

use super::address_undos;
use super::conn::{Conn, MultiBackend};
use super::schema::users;
use super::types::{Id, Json, Time};
use crate::error::{Error, Result};
use crate::identifiers::{Email, Identifier, Phone, Username};
use diesel::prelude::*;
use serde::{Deserialize, Serialize};
use std::fmt;

/// An account as it stands in the database.
#[derive(Clone, PartialEq, Queryable, Selectable, Serialize, Deserialize)]
#[diesel(table_name = users, check_for_backend(MultiBackend))]
pub struct User {
    /// Its key, for ever.
    pub id: Id,
    /// As typed, after NFKC.
    pub username: Option<String>,
    /// `NFKC_Casefold` of the username.
    pub username_canonical: Option<String>,
    /// Local part as typed, domain in IDNA.
    pub email: Option<String>,
    /// What the email address is unique by.
    pub email_canonical: Option<String>,
    /// When somebody proved to receive messages there.
    pub email_verified_at: Option<Time>,
    /// E.164.
    pub phone: Option<String>,
    /// When somebody proved to receive messages there.
    pub phone_verified_at: Option<Time>,
    /// In Django's encoded form, or an unusable one. Never leaves through serde.
    #[serde(skip)]
    pub password: String,
    /// Given name, or empty.
    pub first_name: String,
    /// Family name, or empty.
    pub last_name: String,
    /// The fields of a registration form that have no column.
    pub profile: Json,
    /// False: may not sign in, and has no session.
    pub is_active: bool,
    /// May use the admin pages.
    pub is_staff: bool,
    /// May do everything there.
    pub is_superuser: bool,
    /// When the account was made.
    pub date_joined: Time,
    /// When somebody last signed in.
    pub last_login: Option<Time>,
    /// Through which address, `email` or `phone`, the password was last reset; until the signed-in owner confirms the
    /// other one, that may not.
    pub reset_by: Option<String>,
    /// When the account is to be removed, because its owner asked for it.
    pub delete_at: Option<Time>,
    /// The tag of the language its owner is spoken to in; none: that of the request.
    pub language: Option<String>,
}

/// Everything but the password hash.
impl fmt::Debug for User {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("User").field("id", &self.id).finish_non_exhaustive()
    }
}

impl User {
    /// Whether `identifier` is this account's.
    #[must_use]
    pub fn answers_to(&self, identifier: &Identifier) -> bool {
        let own = match identifier {
            Identifier::Username(_) => &self.username_canonical,
            Identifier::Email(_) => &self.email_canonical,
            Identifier::Phone(_) => &self.phone,
        };
        own.as_deref() == Some(identifier.canonical())
    }

    /// What to call the account: its username, else its email address, else its phone number.
    #[must_use]
    pub fn display_name(&self) -> &str {
        [&self.username, &self.email, &self.phone].into_iter().flatten().next().map_or("", String::as_str)
    }
}

/// An account about to be made.
#[derive(Clone, Debug, Default)]
pub struct NewUser {
    /// At least one of the three identifiers is there.
    pub username: Option<Username>,
    /// See [`User::email`].
    pub email: Option<Email>,
    /// See [`User::phone`].
    pub phone: Option<Phone>,
    /// Given name, or empty.
    pub first_name: String,
    /// Family name, or empty.
    pub last_name: String,
    /// Everything else the form asked for.
    pub profile: Json,
    /// May use the admin pages.
    pub is_staff: bool,
    /// May do everything there.
    pub is_superuser: bool,
    /// See [`User::language`].
    pub language: Option<String>,
}

impl NewUser {
    /// The identifiers given.
    pub fn identifiers(&self) -> impl Iterator<Item = Identifier> + '_ {
        let username = self.username.clone().map(Identifier::Username);
        let email = self.email.clone().map(Identifier::Email);
        let phone = self.phone.clone().map(Identifier::Phone);
        [username, email, phone].into_iter().flatten()
    }
}

/// Makes an account with an encoded password.
///
/// # Errors
/// [`crate::error::Error::Invalid`] with `taken` when an identifier belongs to another account.
pub fn insert(conn: &mut Conn, id: Id, new: &NewUser, password: &str, now: Time) -> Result<User> {
    let username = new.username.as_ref();
    let email = new.email.as_ref();
    diesel::insert_into(users::table)
        .values((
            users::id.eq(id),
            (
                users::username.eq(username.map(Username::as_str)),
                users::username_canonical.eq(username.map(Username::canonical)),
                users::username_skeleton.eq(username.map(Username::skeleton)),
                users::username_shown_skeleton.eq(username.map(Username::shown_skeleton)),
                users::email.eq(email.map(Email::as_str)),
                users::email_canonical.eq(email.map(Email::canonical)),
                users::phone.eq(new.phone.as_ref().map(Phone::as_str)),
            ),
            users::password.eq(password),
            users::first_name.eq(&new.first_name),
            users::last_name.eq(&new.last_name),
            users::profile.eq(&new.profile),
            users::is_staff.eq(new.is_staff),
            users::is_superuser.eq(new.is_superuser),
            users::date_joined.eq(now),
            users::language.eq(&new.language),
        ))
        .execute(conn)?;
    get(conn, id)?.ok_or_else(|| Error::internal("an account vanished in the transaction that made it"))
}

/// The account that has this identifier.
///
/// # Errors
/// When the database is away.
pub fn find(conn: &mut Conn, identifier: &Identifier) -> Result<Option<User>> {
    let all = users::table.select(User::as_select());
    let canonical = identifier.canonical();
    Ok(match identifier {
        Identifier::Username(_) => all.filter(users::username_canonical.eq(canonical)).get_result(conn),
        Identifier::Email(_) => all.filter(users::email_canonical.eq(canonical)).get_result(conn),
        Identifier::Phone(_) => all.filter(users::phone.eq(canonical)).get_result(conn),
    }
    .optional()?)
}

/// The account with this key.
///
/// # Errors
/// When the database is away.
pub fn get(conn: &mut Conn, id: Id) -> Result<Option<User>> {
    Ok(users::table.find(id).select(User::as_select()).get_result(conn).optional()?)
}

/// The account with this key, which nobody else changes until the transaction is over.
///
/// # Errors
/// When the database is away.
pub fn lock(conn: &mut Conn, id: Id) -> Result<Option<User>> {
    // An update that changes nothing holds the row on PostgreSQL; on SQLite the whole transaction does.
    diesel::update(users::table.find(id)).set(users::is_active.eq(users::is_active)).execute(conn)?;
    get(conn, id)
}

/// Which of the identifiers of `new` another account has, by field name. A username clashes by its
/// canonical form and by both of its skeletons (UTS #39). An address that its account may still get back is that account's.
///
/// # Errors
/// When the database is away.
pub fn clashes(conn: &mut Conn, new: &NewUser, now: Time) -> Result<Vec<&'static str>> {
    use diesel::dsl::{exists, select};
    let mut found = Vec::new();
    if let Some(username) = &new.username {
        let same = users::table.filter(
            users::username_canonical
                .eq(username.canonical())
                .or(users::username_skeleton.eq(username.skeleton()))
                .or(users::username_shown_skeleton.eq(username.shown_skeleton())),
        );
        if select(exists(same)).get_result(conn)? {
            found.push("username");
        }
    }
    if let Some(email) = &new.email {
        let same = users::table.filter(users::email_canonical.eq(email.canonical()));
        if select(exists(same)).get_result(conn)? || address_undos::keeps(conn, "email", email.canonical(), None, now)?
        {
            found.push("email");
        }
    }
    if let Some(phone) = &new.phone {
        let same = users::table.filter(users::phone.eq(phone.as_str()));
        if select(exists(same)).get_result(conn)? || address_undos::keeps(conn, "phone", phone.as_str(), None, now)? {
            found.push("phone");
        }
    }
    Ok(found)
}

/// Notes a login, and stores `rehashed` in place of the password that was just proved. Does nothing
/// and says `None` when the account was deactivated, deleted or given another password meanwhile.
///
/// # Errors
/// When the database is away.
pub fn note_login(conn: &mut Conn, id: Id, proved: &str, rehashed: Option<&str>, now: Time) -> Result<Option<User>> {
    let still =
        users::table.filter(users::id.eq(id)).filter(users::is_active.eq(true)).filter(users::password.eq(proved));
    let now_proved = users::password.eq(rehashed.unwrap_or(proved));
    if diesel::update(still).set((users::last_login.eq(now), now_proved)).execute(conn)? == 0 {
        return Ok(None);
    }
    get(conn, id)
}

/// Notes a login that no password was asked for. Until the transaction ends nothing else changes the account. Does
/// nothing and says `None` when it was deactivated or deleted.
///
/// # Errors
/// When the database is away.
pub fn note_login_without_password(conn: &mut Conn, id: Id, now: Time) -> Result<Option<User>> {
    let still = users::table.filter(users::id.eq(id)).filter(users::is_active.eq(true));
    if diesel::update(still).set(users::last_login.eq(now)).execute(conn)? == 0 {
        return Ok(None);
    }
    get(conn, id)
}

/// Replaces the encoded password.
///
/// # Errors
/// When the database is away.
pub fn set_password(conn: &mut Conn, id: Id, password: &str) -> Result<bool> {
    Ok(diesel::update(users::table.find(id)).set(users::password.eq(password)).execute(conn)? == 1)
}

/// Lets the account sign in, or no longer.
///
/// # Errors
/// When the database is away.
pub fn set_active(conn: &mut Conn, id: Id, active: bool) -> Result<bool> {
    Ok(diesel::update(users::table.find(id)).set(users::is_active.eq(active)).execute(conn)? == 1)
}

/// Removes the account and all that hangs on it.
///
/// # Errors
/// When the database is away.
pub fn delete(conn: &mut Conn, id: Id) -> Result<bool> {
    Ok(diesel::delete(users::table.find(id)).execute(conn)? == 1)
}

/// A page of accounts, oldest first, after the one with the key `after`.
///
/// # Errors
/// When the database is away.
pub fn page(conn: &mut Conn, after: Option<Id>, limit: i64) -> Result<Vec<User>> {
    let mut query = users::table.select(User::as_select()).order(users::id).limit(limit).into_boxed();
    if let Some(after) = after {
        query = query.filter(users::id.gt(after));
    }
    Ok(query.load(conn)?)
}
