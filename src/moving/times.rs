//! Instants as other programs write them; knows no clock.

use crate::db::Time;
use jiff::civil::{Date, DateTime};
use jiff::tz::TimeZone;
use jiff::{Timestamp, Zoned};

/// Reads `2023-05-17 08:30:00.123456+00`, with a `T` or without a zone (then it is UTC), or a date alone (its beginning).
/// Nothing outside the years 1 to 9999, which is what both databases and Django can hold.
pub(super) fn read(text: &str) -> Option<Time> {
    let text = text.trim();
    let in_utc = |at: DateTime| at.to_zoned(TimeZone::UTC).ok().map(|at: Zoned| at.timestamp());
    let at: Timestamp =
        text.parse().ok().or_else(|| text.parse::<DateTime>().ok().and_then(in_utc)).or_else(|| {
            text.parse::<Date>().ok().and_then(|day| in_utc(day.to_datetime(jiff::civil::Time::midnight())))
        })?;
    let year = at.to_zoned(TimeZone::UTC).year();
    (1..=9999).contains(&year).then(|| at.into())
}

#[cfg(test)]
mod tests {
    use super::read;

    #[test]
    fn every_way_in_which_django_and_its_databases_write_an_instant_is_read() {
        for (text, meant) in [
            ("2023-05-17 08:30:00", "2023-05-17T08:30:00Z"),
            ("2026-11-22 01:58:20.657468", "2026-11-22T01:58:20.657468Z"),
            ("2023-05-17 08:30:00+00", "2023-05-17T08:30:00Z"),
            ("2023-05-17 08:30:00.5+00", "2023-05-17T08:30:00.5Z"),
            ("2023-05-17T08:30:00.123Z", "2023-05-17T08:30:00.123Z"),
            ("2023-05-17T08:30:00.123+02:00", "2023-05-17T06:30:00.123Z"),
            ("2023-05-17", "2023-05-17T00:00:00Z"),
            ("0001-01-01 00:00:00", "0001-01-01T00:00:00Z"),
        ] {
            assert_eq!(read(text).map(|at| at.to_string()).as_deref(), Some(meant), "{text}");
        }
    }

    #[test]
    fn what_is_no_instant_is_none() {
        for text in
            ["", "infinity", "-infinity", "0000-00-00", "yesterday", "1684312200", "2023-13-01", "-000500-01-01"]
        {
            assert_eq!(read(text), None, "{text}");
        }
    }
}
