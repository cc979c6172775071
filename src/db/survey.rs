//! Questions about all rows at once, for whoever looks the installation over. Changes nothing, and knows no rule.

use super::conn::{Conn, MultiBackend};
use super::schema::{outbox, users};
use super::types::{Id, Time, UtcTimestamp};
use super::users::User;
use crate::error::Result;
use crate::identifiers::IdentifierKind;
use diesel::prelude::*;

/// So many messages are named.
const EXAMPLES: i64 = 3;

/// An account with the forms that only the database compares.
#[derive(Clone, Debug, Queryable, Selectable)]
#[diesel(table_name = users, check_for_backend(MultiBackend))]
pub struct Surveyed {
    /// The account.
    #[diesel(embed)]
    pub user: User,
    /// The skeleton of the canonical username.
    pub username_skeleton: Option<String>,
    /// The skeleton of the username as shown.
    pub username_shown_skeleton: Option<String>,
}

/// How many accounts there are.
#[derive(Clone, Copy, Debug)]
pub struct People {
    /// All of them.
    pub accounts: i64,
    /// Those that may sign in and do everything.
    pub superusers: i64,
}

/// Messages that did not leave, by what became of them.
#[derive(Clone, Debug)]
pub struct Stuck {
    /// Given up.
    pub dead: Waiting,
    /// Tried in vain, to be tried again.
    pub failing: Waiting,
    /// Due long ago, and tried by nobody.
    pub waiting: Waiting,
}

/// Some messages.
#[derive(Clone, Debug)]
pub struct Waiting {
    /// How many.
    pub count: u64,
    /// A few of them: what they are about and where they go, masked.
    pub examples: Vec<String>,
    /// Why the latest of them failed.
    pub reason: Option<String>,
}

/// A page of accounts, oldest first, after the one with the key `after`.
///
/// # Errors
/// When the database is away.
pub fn page(conn: &mut Conn, after: Option<Id>, limit: i64) -> Result<Vec<Surveyed>> {
    let mut query = users::table.select(Surveyed::as_select()).order(users::id).limit(limit).into_boxed();
    if let Some(after) = after {
        query = query.filter(users::id.gt(after));
    }
    Ok(query.load(conn)?)
}

/// What time the database says it is.
///
/// # Errors
/// When it is away.
pub fn clock(conn: &mut Conn) -> Result<Time> {
    use diesel::dsl::{select, sql};
    let now = match conn {
        Conn::Sqlite(_) => "strftime('%Y-%m-%dT%H:%M:%fZ', 'now')",
        Conn::Postgres(_) => "clock_timestamp()",
    };
    Ok(select(sql::<UtcTimestamp>(now)).get_result(conn)?)
}

/// How many accounts there are, and how many may do everything.
///
/// # Errors
/// When the database is away.
pub fn people(conn: &mut Conn) -> Result<People> {
    let superusers = users::table.filter(users::is_superuser.eq(true)).filter(users::is_active.eq(true));
    Ok(People { accounts: users::table.count().get_result(conn)?, superusers: superusers.count().get_result(conn)? })
}

/// Whether an account other than `but` is unique by one of these forms of an identifier; of a username they are the
/// canonical one and the two skeletons.
///
/// # Errors
/// When the database is away.
pub fn is_held(conn: &mut Conn, kind: IdentifierKind, forms: &[String], but: Id) -> Result<bool> {
    use diesel::dsl::{exists, select};
    let others = users::table.filter(users::id.ne(but));
    let form = |at: usize| forms.get(at).map(String::as_str).unwrap_or_default();
    Ok(match kind {
        IdentifierKind::Username => select(exists(
            others.filter(
                users::username_canonical
                    .eq(form(0))
                    .or(users::username_skeleton.eq(form(1)))
                    .or(users::username_shown_skeleton.eq(form(2))),
            ),
        ))
        .get_result(conn),
        IdentifierKind::Email => select(exists(others.filter(users::email_canonical.eq(form(0))))).get_result(conn),
        IdentifierKind::Phone => select(exists(others.filter(users::phone.eq(form(0))))).get_result(conn),
    }?)
}

/// The messages of one way that did not leave; `long_ago` is when those were due that should have been tried by now.
///
/// # Errors
/// When the database is away.
pub fn stuck(conn: &mut Conn, channel: &str, long_ago: Time) -> Result<Stuck> {
    macro_rules! waiting {
        ($($filter:expr),+) => {{
            let some = outbox::table.filter(outbox::for_nobody.eq(false)).filter(outbox::channel.eq(channel))$(.filter($filter))+;
            let count: i64 = some.count().get_result(conn)?;
            let latest: Vec<(String, String, Option<String>)> = some
                .order(outbox::id.desc())
                .limit(EXAMPLES)
                .select((outbox::kind, outbox::destination, outbox::last_error))
                .load(conn)?;
            Waiting {
                count: u64::try_from(count).unwrap_or_default(),
                reason: latest.first().and_then(|(_, _, reason)| reason.clone()),
                examples: latest.into_iter().map(|(kind, to, _)| format!("{kind} to {to}")).collect(),
            }
        }};
    }
    Ok(Stuck {
        dead: waiting!(outbox::dead_at.is_not_null()),
        failing: waiting!(
            outbox::sent_at.is_null(),
            outbox::dead_at.is_null(),
            outbox::last_error.is_not_null(),
            outbox::tries.gt(0)
        ),
        waiting: waiting!(
            outbox::sent_at.is_null(),
            outbox::dead_at.is_null(),
            outbox::last_error.is_null(),
            outbox::leased_until.is_null(),
            outbox::due_at.le(long_ago)
        ),
    })
}
