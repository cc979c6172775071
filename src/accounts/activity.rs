//! What happened on the site over time, in numbers: registrations, sign-ins, refusals, deliveries. Changes nothing.

use super::search_events::REFUSALS;
use super::{Accounts, EventKind, messages};
use crate::context::Context;
use crate::db::{Conn, Time, account_events, outbox_pages, tallies};
use crate::error::Result;
use std::time::Duration;

const HOUR: Duration = Duration::from_hours(1);

/// How far back.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Span {
    /// 24 hours, by the hour.
    #[default]
    Day,
    /// 7 days, by six hours.
    Week,
    /// 30 days, by the day.
    Month,
}

impl Span {
    /// Every span, the shortest first.
    pub const ALL: [Self; 3] = [Self::Day, Self::Week, Self::Month];

    /// The name in addresses.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Day => "24h",
            Self::Week => "7d",
            Self::Month => "30d",
        }
    }

    /// The span of this name; the shortest for any other.
    #[must_use]
    pub fn named(name: &str) -> Self {
        Self::ALL.into_iter().find(|span| span.as_str() == name).unwrap_or_default()
    }

    /// How many steps, and how long each is.
    #[must_use]
    pub fn steps(self) -> (u32, Duration) {
        match self {
            Self::Day => (24, HOUR),
            Self::Week => (28, HOUR * 6),
            Self::Month => (30, HOUR * 24),
        }
    }
}

/// What happened in one step of time.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Step {
    /// When it began.
    pub from: Time,
    /// Accounts made by registration.
    pub registrations: i64,
    /// Sign-ins.
    pub logins: i64,
    /// Wrong passwords and codes, and sign-ins of who has an address to prove first.
    pub refusals: i64,
    /// Messages that a server took.
    pub sent: i64,
    /// Messages that were given up.
    pub dead: i64,
}

impl Accounts {
    /// What happened in each step of the span up to now, oldest first. Steps begin at whole hours or days of UTC, so the
    /// last one is not over yet. What happened to accounts that are gone is not counted.
    ///
    /// # Errors
    /// When the database is away.
    pub fn activity(&self, cx: &Context<'_>, span: Span) -> Result<Vec<Step>> {
        let (count, length) = span.steps();
        let seconds = i64::try_from(length.as_secs()).unwrap_or(i64::MAX);
        let into = cx.now.unix().rem_euclid(seconds);
        let last = cx.now.hour().before(Duration::from_secs(u64::try_from(into / 3600 * 3600).unwrap_or_default()));
        let steps = (0..count).rev().map(|ago| last.before(length * ago));
        cx.db.read(|conn| steps.map(|from| step(conn, from, from.after(length))).collect())
    }
}

fn step(conn: &mut Conn, from: Time, to: Time) -> Result<Step> {
    let kinds = account_events::counts(conn, from, to)?;
    let of = |wanted: &[EventKind]| {
        let some = kinds.iter().filter(|(kind, _)| wanted.iter().any(|one| one.slug() == kind));
        some.map(|(_, count)| count).sum()
    };
    let (mut sent, mut dead) = outbox_pages::counts(conn, from, to)?;
    for (name, total) in [(messages::SENT, &mut sent), (messages::DEAD, &mut dead)] {
        *total += tallies::between(conn, name, from, to)?.iter().map(|(_, count)| count).sum::<i64>();
    }
    Ok(Step {
        from,
        registrations: of(&[EventKind::Registered]),
        logins: of(&[EventKind::Login]),
        refusals: of(&REFUSALS),
        sent,
        dead,
    })
}
