//! The `sessions` table: who is signed in, from where, since when. Knows hashes of keys, never the keys.

use super::conn::{Conn, MultiBackend};
use super::schema::{sessions, users};
use super::types::{Id, Time};
use super::users::User;
use crate::error::Result;
use diesel::deserialize::{self, FromSql, FromSqlRow};
use diesel::expression::AsExpression;
use diesel::prelude::*;
use diesel::serialize::{self, Output, ToSql};
use diesel::sql_types::Text;
use serde::{Deserialize, Serialize};

/// How a session is carried, which decides how long it may lie idle.
#[derive(Clone, Copy, Debug, PartialEq, Eq, FromSqlRow, AsExpression, Serialize, Deserialize)]
#[diesel(sql_type = Text)]
pub enum SessionKind {
    /// A cookie that outlives the browser.
    Remembered,
    /// A cookie that ends with the browser.
    Browser,
    /// Access and refresh tokens.
    Bearer,
}

impl SessionKind {
    /// Every kind.
    pub const ALL: [Self; 3] = [Self::Remembered, Self::Browser, Self::Bearer];

    const NAMES: [(Self, &'static str); 3] =
        [(Self::Remembered, "remembered"), (Self::Browser, "browser"), (Self::Bearer, "bearer")];

    fn name(self) -> &'static str {
        Self::NAMES.iter().find(|(kind, _)| *kind == self).map_or("", |(_, name)| name)
    }
}

impl<DB: diesel::backend::Backend> FromSql<Text, DB> for SessionKind
where
    String: FromSql<Text, DB>,
{
    fn from_sql(value: DB::RawValue<'_>) -> deserialize::Result<Self> {
        let text = String::from_sql(value)?;
        let found = Self::NAMES.iter().find(|(_, name)| *name == text);
        found.map(|(kind, _)| *kind).ok_or_else(|| format!("no kind of session: {text}").into())
    }
}

impl<DB: diesel::backend::Backend> ToSql<Text, DB> for SessionKind
where
    str: ToSql<Text, DB>,
{
    fn to_sql<'b>(&'b self, out: &mut Output<'b, '_, DB>) -> serialize::Result {
        ToSql::<Text, DB>::to_sql(self.name(), out)
    }
}

/// One sign-in, alive as long as its row is there and its times allow.
#[derive(Clone, Debug, PartialEq, Eq, Queryable, Selectable, Insertable, Serialize, Deserialize)]
#[diesel(table_name = sessions, check_for_backend(MultiBackend))]
pub struct Session {
    /// Its key.
    pub id: Id,
    /// Whose it is.
    pub user_id: Id,
    /// How it is carried.
    pub kind: SessionKind,
    /// SHA-256 of the cookie's value; none for bearer sessions.
    #[serde(skip)]
    pub key_hash: Option<Vec<u8>>,
    /// When it began.
    pub created_at: Time,
    /// When it was last used, give or take a minute.
    pub last_used_at: Time,
    /// Where it began.
    pub ip: String,
    /// What the client called itself, cut to 512 characters.
    pub user_agent: String,
    /// When a password or a code was last proved in it.
    pub proved_at: Time,
    /// When the admin pages were last used, give or take some seconds.
    pub admin_used_at: Option<Time>,
}

/// Begins a session.
///
/// # Errors
/// When the database is away.
pub fn insert(conn: &mut Conn, session: &Session) -> Result<()> {
    diesel::insert_into(sessions::table).values(session).execute(conn)?;
    Ok(())
}

/// The session with this hash, and its account if that is active. One query, made on every request.
///
/// # Errors
/// When the database is away.
pub fn find_by_key(conn: &mut Conn, key_hash: &[u8]) -> Result<Option<(Session, User)>> {
    Ok(sessions::table
        .inner_join(users::table)
        .filter(sessions::key_hash.eq(key_hash))
        .filter(users::is_active.eq(true))
        .select((Session::as_select(), User::as_select()))
        .get_result(conn)
        .optional()?)
}

/// The session with this id, and its account if that is active.
///
/// # Errors
/// When the database is away.
pub fn find(conn: &mut Conn, id: Id) -> Result<Option<(Session, User)>> {
    Ok(sessions::table
        .inner_join(users::table)
        .filter(sessions::id.eq(id))
        .filter(users::is_active.eq(true))
        .select((Session::as_select(), User::as_select()))
        .get_result(conn)
        .optional()?)
}

/// Notes that the session was used, and says whether it is there. One that has ended meanwhile stays ended.
///
/// # Errors
/// When the database is away.
pub fn touch(conn: &mut Conn, id: Id, now: Time) -> Result<bool> {
    Ok(diesel::update(sessions::table.find(id)).set(sessions::last_used_at.eq(now)).execute(conn)? == 1)
}

/// Ends a session and everything that hangs on it.
///
/// # Errors
/// When the database is away.
pub fn delete(conn: &mut Conn, id: Id) -> Result<bool> {
    Ok(diesel::delete(sessions::table.find(id)).execute(conn)? == 1)
}

/// Ends the session with this hash.
///
/// # Errors
/// When the database is away.
pub fn delete_by_key(conn: &mut Conn, key_hash: &[u8]) -> Result<bool> {
    let own = sessions::table.filter(sessions::key_hash.eq(key_hash));
    Ok(diesel::delete(own).execute(conn)? == 1)
}

/// Ends all sessions of an account.
///
/// # Errors
/// When the database is away.
pub fn delete_all(conn: &mut Conn, user_id: Id) -> Result<usize> {
    Ok(diesel::delete(sessions::table.filter(sessions::user_id.eq(user_id))).execute(conn)?)
}

/// Ends all sessions of an account but one, and says how many.
///
/// # Errors
/// When the database is away.
pub fn delete_others(conn: &mut Conn, user_id: Id, kept: Id) -> Result<usize> {
    let others = sessions::table.filter(sessions::user_id.eq(user_id)).filter(sessions::id.ne(kept));
    Ok(diesel::delete(others).execute(conn)?)
}

/// Ends a session of this account.
///
/// # Errors
/// When the database is away.
pub fn delete_own(conn: &mut Conn, user_id: Id, id: Id) -> Result<bool> {
    let own = sessions::table.filter(sessions::user_id.eq(user_id)).filter(sessions::id.eq(id));
    Ok(diesel::delete(own).execute(conn)? == 1)
}

/// A page of an account's sessions, latest begun first, before the one with the key `before`.
///
/// # Errors
/// When the database is away.
pub fn page(conn: &mut Conn, user_id: Id, before: Option<Id>, limit: i64) -> Result<Vec<Session>> {
    let own = sessions::table.filter(sessions::user_id.eq(user_id)).select(Session::as_select());
    let mut query = own.order(sessions::id.desc()).limit(limit).into_boxed();
    if let Some(before) = before {
        query = query.filter(sessions::id.lt(before));
    }
    Ok(query.load(conn)?)
}

/// Notes that a password was proved in the session.
///
/// # Errors
/// When the database is away.
pub fn note_proof(conn: &mut Conn, id: Id, now: Time) -> Result<bool> {
    Ok(diesel::update(sessions::table.find(id)).set(sessions::proved_at.eq(now)).execute(conn)? == 1)
}

/// Notes that the admin pages were used, and says whether the session is there. One that has ended meanwhile stays ended.
///
/// # Errors
/// When the database is away.
pub fn touch_admin(conn: &mut Conn, id: Id, now: Time) -> Result<bool> {
    Ok(diesel::update(sessions::table.find(id)).set(sessions::admin_used_at.eq(now)).execute(conn)? == 1)
}

/// Gives a session another key, so that whoever has only the old one is out.
///
/// # Errors
/// When the database is away.
pub fn rekey(conn: &mut Conn, id: Id, key_hash: &[u8]) -> Result<bool> {
    let own = sessions::table.find(id).filter(sessions::key_hash.is_not_null());
    Ok(diesel::update(own).set(sessions::key_hash.eq(key_hash)).execute(conn)? == 1)
}

/// Sessions of one kind whose rows say that they were last used before `before`, in the order of their keys, after the
/// one with the key `after`.
///
/// # Errors
/// When the database is away.
pub fn unused(conn: &mut Conn, kind: SessionKind, before: Time, after: Option<Id>, limit: i64) -> Result<Vec<Session>> {
    let old = sessions::table.filter(sessions::kind.eq(kind)).filter(sessions::last_used_at.le(before));
    let mut query = old.select(Session::as_select()).order(sessions::id).limit(limit).into_boxed();
    if let Some(after) = after {
        query = query.filter(sessions::id.gt(after));
    }
    Ok(query.load(conn)?)
}

/// Ends those of these sessions whose rows still say that they were last used before `before`.
///
/// # Errors
/// When the database is away.
pub fn delete_unused(conn: &mut Conn, ids: &[Id], before: Time) -> Result<usize> {
    let old = sessions::table.filter(sessions::id.eq_any(ids)).filter(sessions::last_used_at.le(before));
    Ok(diesel::delete(old).execute(conn)?)
}

/// Removes sessions that began before `created`, or of one kind last used before `idle`.
///
/// # Errors
/// When the database is away.
pub fn prune(conn: &mut Conn, created: Time, idle: &[(SessionKind, Time)]) -> Result<usize> {
    let mut gone = diesel::delete(sessions::table.filter(sessions::created_at.le(created))).execute(conn)?;
    for (kind, before) in idle {
        let old = sessions::table.filter(sessions::kind.eq(kind)).filter(sessions::last_used_at.le(before));
        gone += diesel::delete(old).execute(conn)?;
    }
    Ok(gone)
}
