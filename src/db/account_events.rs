//! The `account_events` table: what happened to an account, in order. Rows are added and in the end forgotten, never
//! changed. Knows nothing of what a kind means.

use super::conn::{Conn, MultiBackend};
use super::schema::account_events;
use super::types::{Id, Json, Time};
use crate::error::Result;
use diesel::prelude::*;

/// Something that happened.
#[derive(Clone, Debug, PartialEq, Queryable, Selectable, Insertable)]
#[diesel(table_name = account_events, check_for_backend(MultiBackend))]
pub struct AccountEvent {
    /// Its key, whose order is that of the events.
    pub id: Id,
    /// To whom; none for a refusal that was about nobody.
    pub user_id: Option<Id>,
    /// What.
    pub kind: String,
    /// When.
    pub at: Time,
    /// From which address.
    pub ip: String,
    /// What the client called itself.
    pub user_agent: String,
    /// What else there is to say; never a secret.
    pub detail: Json,
    /// In which request it happened: the id that its answer carried.
    pub request: Option<String>,
}

/// Adds an event.
///
/// # Errors
/// When the database is away.
pub fn insert(conn: &mut Conn, event: &AccountEvent) -> Result<()> {
    diesel::insert_into(account_events::table).values(event).execute(conn)?;
    Ok(())
}

/// A page of an account's events, latest first, before the one with the key `before`.
///
/// # Errors
/// When the database is away.
pub fn page(conn: &mut Conn, user_id: Id, before: Option<Id>, limit: i64) -> Result<Vec<AccountEvent>> {
    let own = account_events::table.filter(account_events::user_id.eq(user_id)).select(AccountEvent::as_select());
    let mut query = own.order(account_events::id.desc()).limit(limit).into_boxed();
    if let Some(before) = before {
        query = query.filter(account_events::id.lt(before));
    }
    Ok(query.load(conn)?)
}

/// The event with this key.
///
/// # Errors
/// When the database is away.
pub fn find(conn: &mut Conn, id: Id) -> Result<Option<AccountEvent>> {
    Ok(account_events::table.find(id).select(AccountEvent::as_select()).first(conn).optional()?)
}

/// What happened in the request of this id, earliest first.
///
/// # Errors
/// When the database is away.
pub fn of_request(conn: &mut Conn, request: &str) -> Result<Vec<AccountEvent>> {
    let own = account_events::table.filter(account_events::request.eq(request)).select(AccountEvent::as_select());
    Ok(own.order(account_events::id).load(conn)?)
}

/// A page of what happened from `since` on, earliest first, after the one with the key `after`.
///
/// # Errors
/// When the database is away.
pub fn since(conn: &mut Conn, since: Time, after: Option<Id>, limit: i64) -> Result<Vec<AccountEvent>> {
    let late = account_events::table.filter(account_events::at.ge(since)).select(AccountEvent::as_select());
    let mut query = late.order(account_events::id).limit(limit).into_boxed();
    if let Some(after) = after {
        query = query.filter(account_events::id.gt(after));
    }
    Ok(query.load(conn)?)
}

/// Forgets what happened before `before`.
///
/// # Errors
/// When the database is away.
pub fn prune(conn: &mut Conn, before: Time) -> Result<usize> {
    Ok(diesel::delete(account_events::table.filter(account_events::at.lt(before))).execute(conn)?)
}

/// What narrows the events of all accounts down. What is none does not.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Search {
    /// Of this kind.
    pub kind: Option<String>,
    /// Of this account.
    pub user: Option<Id>,
    /// From exactly this address.
    pub ip: Option<String>,
    /// From addresses that begin so.
    pub ip_prefix: Option<String>,
    /// From this instant on.
    pub since: Option<Time>,
    /// Before this instant.
    pub until: Option<Time>,
}

/// A page of the events of all accounts, latest first, before the one with the key `before`.
///
/// # Errors
/// When the database is away.
pub fn search(conn: &mut Conn, search: &Search, before: Option<Id>, limit: i64) -> Result<Vec<AccountEvent>> {
    let all = account_events::table.select(AccountEvent::as_select());
    let mut query = all.order(account_events::id.desc()).limit(limit).into_boxed();
    if let Some(kind) = &search.kind {
        query = query.filter(account_events::kind.eq(kind));
    }
    if let Some(user) = search.user {
        query = query.filter(account_events::user_id.eq(user));
    }
    if let Some(ip) = &search.ip {
        query = query.filter(account_events::ip.eq(ip));
    }
    if let Some(prefix) = &search.ip_prefix {
        query = query.filter(account_events::ip.like(format!("{prefix}%")));
    }
    // Keys are in the order of time, so a span of time is a span of keys.
    if let Some(since) = search.since {
        query = query.filter(account_events::id.ge(Id::earliest(since)));
    }
    let until = search.until.map(Id::earliest);
    if let Some(before) = [before, until].into_iter().flatten().min() {
        query = query.filter(account_events::id.lt(before));
    }
    Ok(query.load(conn)?)
}

/// How many events of each kind there were, from `from` on and before `to`.
///
/// # Errors
/// When the database is away.
pub fn counts(conn: &mut Conn, from: Time, to: Time) -> Result<Vec<(String, i64)>> {
    let some = account_events::table.filter(account_events::at.ge(from)).filter(account_events::at.lt(to));
    Ok(some.group_by(account_events::kind).select((account_events::kind, diesel::dsl::count_star())).load(conn)?)
}
