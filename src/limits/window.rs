//! The arithmetic of one limit: a sliding window kept as two counters. Pure.

use crate::db::Time;
use jiff::Timestamp;
use std::fmt;
use std::time::Duration;

/// Uses in the present window, and in the one before, which fades out as the present one goes on.
///
/// Windows begin with a first use, not at the full minute: from a standing start exactly `count` uses fit into
/// `per`, and never twice as many around a boundary.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Window {
    /// When the present window began.
    pub start: Time,
    /// Uses in it.
    pub current: i64,
    /// Uses in the one before.
    pub previous: i64,
}

impl Window {
    /// A window without uses.
    #[must_use]
    pub fn new(now: Time) -> Self {
        Self { start: now, current: 0, previous: 0 }
    }

    /// Uses the limit once.
    ///
    /// # Errors
    /// How long to wait until the next use fits; this one is then not counted.
    pub fn take(&mut self, count: u32, per: Duration, now: Time) -> Result<(), Duration> {
        self.advance(per, now);
        // In whole microseconds: rounding must not make the wait that is told fall short.
        let (whole, passed) = (per.as_micros().max(1), now.since(self.start).as_micros());
        let [count, current, previous] =
            [i64::from(count), self.current, self.previous].map(|n| u128::from(n.max(0).unsigned_abs()));
        if previous * whole.saturating_sub(passed) + (current + 1) * whole <= count * whole {
            self.current += 1;
            return Ok(());
        }
        // A use fits once what is fading has faded enough; with the present window full, only in the next one.
        let (from_start, fading, room) = if current >= count {
            (whole, current, count.saturating_sub(1))
        } else {
            (0, previous, count - 1 - current)
        };
        let until = from_start + whole.saturating_sub(room * whole / fading.max(1));
        Err(Duration::from_micros(u64::try_from(until.saturating_sub(passed)).unwrap_or(u64::MAX).max(1)))
    }

    /// Reads what its `Display` has written.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        let mut numbers = text.splitn(3, ' ').map(|number| number.parse().ok());
        let mut next = || numbers.next().flatten();
        let start = Timestamp::from_microsecond(next()?).ok()?.into();
        Some(Self { start, current: next()?, previous: next()? })
    }

    /// Whether nothing is left to remember of it.
    #[must_use]
    pub fn is_over(&self, per: Duration, now: Time) -> bool {
        now.since(self.start) >= per.saturating_mul(2)
    }

    fn advance(&mut self, per: Duration, now: Time) {
        // A clock set back must not leave a window in the future that never ends.
        if self.is_over(per, now) || now < self.start {
            *self = Self::new(now);
        } else if now.since(self.start) >= per {
            *self = Self { start: self.start.after(per), current: 0, previous: self.current };
        }
    }
}

/// Three numbers: the start in microseconds since 1970, uses in the present window and in the one before.
impl fmt::Display for Window {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} {} {}", self.start.timestamp().as_microsecond(), self.current, self.previous)
    }
}
