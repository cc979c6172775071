//! Dates and times as phrases: each language writes them in its own order and with its own names of months. All are in
//! UTC, and say so. Knows no zone.

use crate::phrase::Phrase;
use jiff::Timestamp;
use jiff::tz::TimeZone;
use std::time::Duration;

/// "22 November 2026, 10:00 UTC"
#[must_use]
pub fn moment(at: Timestamp) -> Phrase {
    dated("date-moment", at).with("time", at.strftime("%H:%M").to_string())
}

/// "22 November 2026"
#[must_use]
pub fn day(at: Timestamp) -> Phrase {
    dated("date-day", at)
}

fn dated(id: &'static str, at: Timestamp) -> Phrase {
    let date = at.to_zoned(TimeZone::UTC).date();
    let (day, month) = (i64::from(date.day()), i64::from(date.month()));
    // A year is no amount: it is written without marks between its digits.
    Phrase::new(id).with("day", day).with("month", month).with("year", date.year().to_string())
}

/// "3 hours ago": to the unit, since nobody remembers more.
#[must_use]
pub fn ago(past: Duration) -> Phrase {
    let seconds = past.as_secs();
    let (id, count) = match seconds {
        0..=119 => return Phrase::new("ago-just-now"),
        120..=7_199 => ("ago-minutes", seconds / 60),
        7_200..=172_799 => ("ago-hours", seconds / 3_600),
        _ => ("ago-days", seconds / 86_400),
    };
    Phrase::new(id).with("count", count)
}
