//! How an address stands: its codes under way, its waits, and how much may still be sent there. Changes and locks nothing.

use super::issue::{DAY, HOUR};
use super::{OneTimePasswords, Purpose, Target};
use crate::context::Context;
use crate::db::{Conn, Time, login_failures, one_time_passwords, sendings};
use crate::error::Result;
use std::time::Duration;

/// How codes for one address and one purpose stand.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Standing {
    /// Until when the code under way is good, if there is one that can still be right.
    pub open_until: Option<Time>,
    /// How often it may still be wrong.
    pub tries_left: i64,
    /// Wrong codes in a row.
    pub failures: i64,
    /// Until when nothing is looked at.
    pub waits_until: Option<Time>,
}

/// How much may still be sent to one destination.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Room {
    /// How long until the next may be sent; zero is now.
    pub wait: Duration,
    /// How many may be sent in the hour that began with the earliest that counts.
    pub left_in_hour: usize,
    /// The same for a day.
    pub left_in_day: usize,
}

impl OneTimePasswords {
    /// How codes for this address and purpose stand.
    ///
    /// # Errors
    /// When the database is away.
    pub fn standing(&self, cx: &Context<'_>, conn: &mut Conn, target: &Target, purpose: Purpose) -> Result<Standing> {
        let subject = self.subject(target, purpose);
        let failures = login_failures::peek(conn, std::slice::from_ref(&subject))?.into_iter().next();
        let open = one_time_passwords::find(conn, &subject)?
            .filter(|row| row.tries < self.rules.max_attempts && cx.now < row.expires_at && row.user_id.is_some());
        Ok(Standing {
            open_until: open.as_ref().map(|row| row.expires_at),
            tries_left: open.map_or(0, |row| self.rules.max_attempts - row.tries),
            failures: failures.as_ref().map_or(0, |row| row.failures),
            waits_until: failures.and_then(|row| row.blocked_until).filter(|until| *until > cx.now),
        })
    }

    /// How much may still be sent to this address.
    ///
    /// # Errors
    /// When the database is away.
    pub fn room(&self, cx: &Context<'_>, conn: &mut Conn, target: &Target) -> Result<Room> {
        let (destination, account) = (self.destination(target), self.account(target));
        let wait = self.sending_wait(cx, conn, target, &destination, &account)?;
        let day = cx.now.before(DAY);
        let both = [sendings::since(conn, &destination, day)?, sendings::since(conn, &account, day)?];
        let hour = cx.now.before(HOUR);
        let late = |sent: &Vec<Time>| sent.iter().filter(|at| **at > hour).count();
        let most = |count: &dyn Fn(&Vec<Time>) -> usize| both.iter().map(count).max().unwrap_or_default();
        Ok(Room {
            wait,
            left_in_hour: self.rules.max_per_hour.saturating_sub(most(&late)),
            left_in_day: self.rules.max_per_day.saturating_sub(most(&Vec::len)),
        })
    }
}
