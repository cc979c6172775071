//! Accounts found among many: those in some state, newest first, and those of which an identifier begins with a text, in the
//! order of the identifiers. A page costs the same among a thousand accounts and among a million; where what is looked
//! for is rare, a page may be short, and says from where to look on. Knows canonical forms only.

use super::conn::{Conn, MultiBackend};
use super::schema::users;
use super::types::{Id, Time};
use super::users::User;
use crate::error::Result;
use crate::identifiers::{IdentifierKind, after};
use diesel::dsl::{AsSelect, IntoBoxed, Select, not};
use diesel::prelude::*;

/// So many accounts are looked at for one page, where no index knows which of them are wanted.
const LOOKED_AT: i64 = 5_000;
/// So many times a search goes on by itself where its pages stay short.
const ROUNDS: u32 = 4;

/// In which state accounts are to be.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Filters {
    /// They may sign in, or may not.
    pub active: Option<bool>,
    /// They may administer, or may not.
    pub staff: Option<bool>,
    /// They may do everything there, or may not.
    pub superuser: Option<bool>,
    /// They have proved an address, or have not.
    pub verified: Option<bool>,
    /// They were made then or later.
    pub joined_since: Option<Time>,
    /// They last signed in then or later.
    pub last_login_since: Option<Time>,
    /// They last signed in before, or never did.
    pub last_login_before: Option<Time>,
}

impl Filters {
    /// Whether a page may have to look at many accounts to find few. Those who administer are few, and every other state has
    /// an index for its rarer side; but no index is for two states at once.
    fn may_be_rare(self) -> bool {
        if self.staff == Some(true) || self.superuser == Some(true) {
            return false;
        }
        let plain = [
            self.active == Some(true),
            self.staff.is_some(),
            self.superuser.is_some(),
            self.last_login_since.is_some(),
            self.last_login_before.is_some(),
        ];
        let indexed = [self.active == Some(false), self.verified.is_some()];
        let count = |of: &[bool]| of.iter().filter(|is| **is).count();
        count(&plain) > 0 || count(&indexed) > 1
    }
}

/// A page of accounts.
#[derive(Debug)]
pub struct Page<K> {
    /// Those found, in order.
    pub users: Vec<User>,
    /// What the next page comes after; none on the last.
    pub next: Option<K>,
}

/// Those found in one stretch, each with the identifier it was found by, and up to where was looked.
type Round = (Vec<(String, User)>, Option<String>);

type Accounts<'a> = IntoBoxed<'a, Select<users::table, AsSelect<User, MultiBackend>>, MultiBackend>;

/// The accounts in these states.
fn narrowed<'a>(filters: Filters) -> Accounts<'a> {
    let mut query = users::table.select(User::as_select()).into_boxed();
    // Without parameters, as the indexes have them: or SQLite would not see that an index is for them.
    query = match filters.active {
        Some(true) => query.filter(users::is_active),
        Some(false) => query.filter(not(users::is_active)),
        None => query,
    };
    query = match filters.staff {
        Some(true) => query.filter(users::is_staff),
        Some(false) => query.filter(not(users::is_staff)),
        None => query,
    };
    query = match filters.superuser {
        Some(true) => query.filter(users::is_superuser),
        Some(false) => query.filter(not(users::is_superuser)),
        None => query,
    };
    query = match filters.verified {
        Some(true) => query.filter(users::email_verified_at.is_not_null().or(users::phone_verified_at.is_not_null())),
        Some(false) => query.filter(users::email_verified_at.is_null().and(users::phone_verified_at.is_null())),
        None => query,
    };
    if let Some(since) = filters.joined_since {
        query = query.filter(users::id.ge(Id::first_at(since)));
    }
    if let Some(since) = filters.last_login_since {
        query = query.filter(users::last_login.ge(since));
    }
    if let Some(before) = filters.last_login_before {
        query = query.filter(users::last_login.is_null().or(users::last_login.lt(before)));
    }
    query
}

/// A page of the accounts in these states, newest first, after the one with the key `after`.
///
/// # Errors
/// When the database is away.
pub fn newest(conn: &mut Conn, filters: Filters, after: Option<Id>, limit: usize) -> Result<Page<Id>> {
    let mut query = narrowed(filters).order(users::id.desc()).limit(one_more(limit));
    let mut last_looked_at = None;
    if let Some(after) = after {
        query = query.filter(users::id.lt(after));
    }
    if filters.may_be_rare() {
        let mut ids = users::table.select(users::id).order(users::id.desc()).offset(LOOKED_AT).limit(1).into_boxed();
        if let Some(after) = after {
            ids = ids.filter(users::id.lt(after));
        }
        last_looked_at = ids.get_result(conn).optional()?;
    }
    // What was made before the time asked for is not looked at.
    last_looked_at = last_looked_at.filter(|id| filters.joined_since.is_none_or(|since| *id >= Id::first_at(since)));
    if let Some(last) = last_looked_at {
        query = query.filter(users::id.ge(last));
    }
    let mut found: Vec<User> = query.load(conn)?;
    let more = found.len() > limit;
    found.truncate(limit);
    let next = if more { found.last().map(|user| user.id) } else { last_looked_at };
    Ok(Page { users: found, next })
}

/// A page of the accounts in these states of which an identifier begins with one of `beginnings`, in the order of the
/// identifiers, after the one that is `after`. An account that is found by several of its own stands where the first of
/// them does.
///
/// # Errors
/// When the database is away.
pub fn beginning(
    conn: &mut Conn,
    beginnings: &[(IdentifierKind, String)],
    filters: Filters,
    after: Option<String>,
    limit: usize,
) -> Result<Page<String>> {
    let mut found: Vec<(String, User)> = Vec::new();
    let mut from = after;
    let mut next = None;
    for _ in 0..ROUNDS {
        let (some, looked_until) = round(conn, beginnings, filters, from.as_deref(), limit)?;
        found.extend(some);
        next.clone_from(&looked_until);
        from = looked_until;
        if found.len() > limit || from.is_none() {
            break;
        }
    }
    if found.len() > limit {
        found.truncate(limit);
        next = found.last().map(|(key, _)| key.clone());
    }
    Ok(Page { users: found.into_iter().map(|(_, user)| user).collect(), next })
}

/// A stretch of each kind of identifier, laid into one order, up to where all of them were looked at; none says to the end.
fn round(
    conn: &mut Conn,
    beginnings: &[(IdentifierKind, String)],
    filters: Filters,
    from: Option<&str>,
    limit: usize,
) -> Result<Round> {
    let mut until: Option<String> = None;
    let mut all: Vec<(String, User)> = Vec::new();
    for (kind, beginning) in beginnings {
        let mut end = None;
        if filters != Filters::default() {
            end = last_of_stretch(conn, *kind, beginning, from)?;
        }
        let some = stretch(conn, *kind, beginning, filters, (from, end.as_deref()), one_more(limit))?;
        if some.len() > limit {
            end = some.last().and_then(|user| own(user, *kind)).map(str::to_owned);
        }
        until = [until, end].into_iter().flatten().min();
        all.extend(some.into_iter().filter_map(|user| Some((own(&user, *kind)?.to_owned(), user))));
    }
    let is_first = |key: &str, user: &User| {
        let keys = beginnings
            .iter()
            .filter_map(|(kind, beginning)| own(user, *kind).filter(|own| own.starts_with(beginning.as_str())));
        keys.min() == Some(key)
    };
    all.retain(|(key, user)| until.as_ref().is_none_or(|until| key <= until) && is_first(key, user));
    all.sort_by(|(one, _), (other, _)| one.cmp(other));
    Ok((all, until))
}

fn own(user: &User, kind: IdentifierKind) -> Option<&str> {
    match kind {
        IdentifierKind::Username => user.username_canonical.as_deref(),
        IdentifierKind::Email => user.email_canonical.as_deref(),
        IdentifierKind::Phone => user.phone.as_deref(),
    }
}

/// The same for each of the three columns: what begins so, after `from` and up to `until`, in order.
macro_rules! in_range {
    ($query:expr, $column:expr, $beginning:expr, $from:expr, $until:expr) => {{
        let mut query = $query.filter($column.ge($beginning.to_owned())).order($column);
        if let Some(end) = after($beginning) {
            query = query.filter($column.lt(end));
        }
        if let Some(from) = $from {
            query = query.filter($column.gt(from.to_owned()));
        }
        if let Some(until) = $until {
            query = query.filter($column.le(until.to_owned()));
        }
        query
    }};
}

fn stretch(
    conn: &mut Conn,
    kind: IdentifierKind,
    beginning: &str,
    filters: Filters,
    (from, until): (Option<&str>, Option<&str>),
    limit: i64,
) -> Result<Vec<User>> {
    let query = narrowed(filters).limit(limit);
    Ok(match kind {
        IdentifierKind::Username => in_range!(query, users::username_canonical, beginning, from, until).load(conn)?,
        IdentifierKind::Email => in_range!(query, users::email_canonical, beginning, from, until).load(conn)?,
        IdentifierKind::Phone => in_range!(query, users::phone, beginning, from, until).load(conn)?,
    })
}

/// Up to where a page looks, if that is not the end.
fn last_of_stretch(
    conn: &mut Conn,
    kind: IdentifierKind,
    beginning: &str,
    from: Option<&str>,
) -> Result<Option<String>> {
    macro_rules! key {
        ($column:expr) => {{
            let keys = users::table.select($column).offset(LOOKED_AT).limit(1).into_boxed();
            in_range!(keys, $column, beginning, from, None::<&str>).get_result::<Option<String>>(conn).optional()?
        }};
    }
    Ok(match kind {
        IdentifierKind::Username => key!(users::username_canonical),
        IdentifierKind::Email => key!(users::email_canonical),
        IdentifierKind::Phone => key!(users::phone),
    }
    .flatten())
}

fn one_more(limit: usize) -> i64 {
    i64::try_from(limit).unwrap_or(i64::MAX).saturating_add(1)
}
