//! The arithmetic of one limit: a sliding window kept as two counters. Pure.

use crate::db::Time;
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
        let passed = now.since(self.start).as_secs_f64();
        let whole = per.as_secs_f64();
        let allowed = f64::from(count);
        let fading = to_f64(self.previous) * (1.0 - passed / whole).max(0.0);
        if fading + to_f64(self.current) + 1.0 <= allowed {
            self.current += 1;
            return Ok(());
        }
        // A use fits once what is fading has faded enough; with the present window full, only in the next one.
        let (from_start, fading) =
            if self.current >= i64::from(count) { (whole, to_f64(self.current)) } else { (0.0, to_f64(self.previous)) };
        let room = if from_start > 0.0 { allowed - 1.0 } else { allowed - 1.0 - to_f64(self.current) };
        let until = from_start + whole * (1.0 - room.max(0.0) / fading.max(1.0)).max(0.0);
        Err(Duration::from_secs_f64((until - passed).max(0.001)))
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

/// Counters stay far below 2^53.
#[allow(clippy::cast_precision_loss, reason = "counters stay far below 2^53")]
fn to_f64(count: i64) -> f64 {
    count as f64
}
