//! Ids, times and documents in a form that SQLite and PostgreSQL both keep without loss; knows no table.

mod wire;

use crate::ambient::{Random, random_bytes};
use diesel::deserialize::FromSqlRow;
use diesel::expression::AsExpression;
use diesel::sql_types::SqlType;
use jiff::{Timestamp, Unit};
use serde::{Deserialize, Serialize};
use std::fmt;
use std::str::FromStr;
use std::time::Duration;
use uuid::Uuid;

/// A point in time: `timestamptz` on PostgreSQL, text of fixed width on SQLite.
#[derive(Debug, Clone, Copy, SqlType, diesel::query_builder::QueryId)]
#[diesel(postgres_type(oid = 1184, array_oid = 1185), sqlite_type(name = "Text"))]
pub struct UtcTimestamp;

/// A UUID: `uuid` on PostgreSQL, 16 bytes on SQLite.
#[derive(Debug, Clone, Copy, SqlType, diesel::query_builder::QueryId)]
#[diesel(postgres_type(oid = 2950, array_oid = 2951), sqlite_type(name = "Binary"))]
pub struct Uuid7;

/// A JSON document: `jsonb` on PostgreSQL, text on SQLite.
#[derive(Debug, Clone, Copy, SqlType, diesel::query_builder::QueryId)]
#[diesel(postgres_type(oid = 3802, array_oid = 3807), sqlite_type(name = "Text"))]
pub struct Document;

/// An instant in UTC, to the microsecond: what PostgreSQL keeps, so that a value read equals the value written.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, FromSqlRow, AsExpression, Serialize, Deserialize)]
#[diesel(sql_type = UtcTimestamp)]
#[serde(transparent)]
pub struct Time(Timestamp);

impl Time {
    /// The instant this long after, at most the end of the calendar.
    #[must_use]
    pub fn after(self, span: Duration) -> Self {
        Self(self.0.checked_add(span).unwrap_or(Timestamp::MAX))
    }

    /// The instant this long before, at least the beginning of the calendar.
    #[must_use]
    pub fn before(self, span: Duration) -> Self {
        Self(self.0.checked_sub(span).unwrap_or(Timestamp::MIN))
    }

    /// How long from `earlier` to this; zero when `earlier` is later.
    #[must_use]
    pub fn since(self, earlier: Self) -> Duration {
        Duration::try_from(self.0.duration_since(earlier.0)).unwrap_or_default()
    }

    /// Seconds since 1970, rounded down, as RFC 7519 counts.
    #[must_use]
    pub fn unix(self) -> i64 {
        self.0.as_second()
    }

    /// The beginning of the hour it is in.
    #[must_use]
    pub fn hour(self) -> Self {
        Self(Timestamp::from_second(self.unix().div_euclid(3600) * 3600).unwrap_or(self.0))
    }

    /// The instant for people and formats that want more than RFC 3339.
    #[must_use]
    pub fn timestamp(self) -> Timestamp {
        self.0
    }
}

impl From<Timestamp> for Time {
    fn from(at: Timestamp) -> Self {
        Self(at.round(Unit::Microsecond).unwrap_or(at))
    }
}

/// RFC 3339 in UTC.
impl fmt::Display for Time {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(&self.0, f)
    }
}

impl fmt::Debug for Time {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(&self.0, f)
    }
}

/// The key of a row: a UUIDv7 (RFC 9562), so that keys sort by age.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, FromSqlRow, AsExpression, Serialize, Deserialize)]
#[diesel(sql_type = Uuid7)]
#[serde(transparent)]
pub struct Id(Uuid);

impl Id {
    /// A new key, made at `now`.
    #[must_use]
    pub fn new(now: Time, random: &dyn Random) -> Self {
        let millis = u64::try_from(now.0.as_millisecond()).unwrap_or_default();
        Self(uuid::Builder::from_unix_timestamp_millis(millis, &random_bytes(random)).into_uuid())
    }

    /// The least key of all that are made at `at`, to the millisecond, or after it.
    #[must_use]
    pub fn first_at(at: Time) -> Self {
        let millis = u64::try_from(at.0.as_millisecond()).unwrap_or_default();
        Self(uuid::Builder::from_unix_timestamp_millis(millis, &[0; 10]).into_uuid())
    }

    /// A new key, the `nth` of one unit of work that began at `now`: such keys sort by the microsecond, and within one unit
    /// by their turn (RFC 9562, 6.2, methods 3 and 1).
    #[must_use]
    pub fn in_turn(now: Time, nth: u8, random: &dyn Random) -> Self {
        let micros = u64::try_from(now.0.as_microsecond()).unwrap_or_default();
        let mut rest: [u8; 10] = random_bytes(random);
        // The builder takes the low 12 bits of the first two bytes and all but the top two of the third.
        let within = u16::try_from(micros % 1000).unwrap_or_default();
        rest[..2].copy_from_slice(&within.to_be_bytes());
        rest[2] = nth >> 2;
        rest[3] = (nth << 6) | (rest[3] >> 2);
        Self(uuid::Builder::from_unix_timestamp_millis(micros / 1000, &rest).into_uuid())
    }

    /// The least key that [`Id::in_turn`] can make at `now`: those made before sort before it.
    #[must_use]
    pub fn earliest(now: Time) -> Self {
        struct Zeros;
        impl Random for Zeros {
            fn fill(&self, bytes: &mut [u8]) {
                bytes.fill(0);
            }
        }
        Self::in_turn(now, 0, &Zeros)
    }

    /// The 16 bytes.
    #[must_use]
    pub fn as_bytes(&self) -> &[u8; 16] {
        self.0.as_bytes()
    }
}

impl FromStr for Id {
    type Err = uuid::Error;
    fn from_str(text: &str) -> Result<Self, Self::Err> {
        Uuid::parse_str(text).map(Self)
    }
}

impl fmt::Display for Id {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(&self.0.hyphenated(), f)
    }
}

impl fmt::Debug for Id {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(self, f)
    }
}

/// A JSON document.
#[derive(Clone, Debug, Default, PartialEq, FromSqlRow, AsExpression, Serialize, Deserialize)]
#[diesel(sql_type = Document)]
#[serde(transparent)]
pub struct Json(pub serde_json::Map<String, serde_json::Value>);

#[cfg(test)]
mod tests {
    use super::{Id, Time};
    use crate::ambient::SystemRandom;
    use std::time::Duration;

    #[test]
    fn keys_made_in_turn_sort_by_the_microsecond_and_then_by_their_turn() {
        let begun: Time = "2026-11-22T10:00:00.999998Z".parse::<jiff::Timestamp>().unwrap().into();
        let moments = (0..4).map(|n| begun.after(Duration::from_micros(n)));
        let keys: Vec<Id> =
            moments.flat_map(|now| (0..=255).map(move |n| Id::in_turn(now, n, &SystemRandom))).collect();
        assert!(keys.is_sorted_by(|one, next| one < next));
        assert!(keys.iter().all(|key| key.0.get_version_num() == 7));
        assert_eq!(keys[0].0.get_timestamp().unwrap().to_unix().0, 1_795_341_600);
        assert!(Id::in_turn(begun, 0, &SystemRandom) != Id::in_turn(begun, 0, &SystemRandom));
    }
}
