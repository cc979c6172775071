//! Ids, times and documents in a form that SQLite and PostgreSQL both keep without loss; knows no table.

use super::conn::{MultiBackend, MultiRawValue};
use crate::ambient::{Random, random_bytes};
use diesel::deserialize::{self, FromSql, FromSqlRow};
use diesel::expression::AsExpression;
use diesel::pg::{Pg, PgValue};
use diesel::serialize::{self, IsNull, Output, ToSql};
use diesel::sql_types::{Binary, SqlType, Text};
use diesel::sqlite::{Sqlite, SqliteValue};
use jiff::{Timestamp, Unit};
use serde::{Deserialize, Serialize};
use std::fmt;
use std::io::Write;
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

/// Microseconds between 1970 and 2000, where PostgreSQL begins to count.
const PG_EPOCH: i64 = 946_684_800_000_000;

impl ToSql<UtcTimestamp, Pg> for Time {
    fn to_sql<'b>(&'b self, out: &mut Output<'b, '_, Pg>) -> serialize::Result {
        out.write_all(&(self.0.as_microsecond() - PG_EPOCH).to_be_bytes())?;
        Ok(IsNull::No)
    }
}

impl FromSql<UtcTimestamp, Pg> for Time {
    fn from_sql(value: PgValue<'_>) -> deserialize::Result<Self> {
        let micros = i64::from_be_bytes(value.as_bytes().try_into()?);
        Ok(Self(Timestamp::from_microsecond(micros.saturating_add(PG_EPOCH))?))
    }
}

impl ToSql<UtcTimestamp, Sqlite> for Time {
    fn to_sql<'b>(&'b self, out: &mut Output<'b, '_, Sqlite>) -> serialize::Result {
        out.set_value(format!("{:.6}", self.0));
        Ok(IsNull::No)
    }
}

impl FromSql<UtcTimestamp, Sqlite> for Time {
    fn from_sql(value: SqliteValue<'_, '_, '_>) -> deserialize::Result<Self> {
        Ok(Self(<String as FromSql<Text, Sqlite>>::from_sql(value)?.parse()?))
    }
}

impl ToSql<Uuid7, Pg> for Id {
    fn to_sql<'b>(&'b self, out: &mut Output<'b, '_, Pg>) -> serialize::Result {
        out.write_all(self.0.as_bytes())?;
        Ok(IsNull::No)
    }
}

impl FromSql<Uuid7, Pg> for Id {
    fn from_sql(value: PgValue<'_>) -> deserialize::Result<Self> {
        Ok(Self(Uuid::from_slice(value.as_bytes())?))
    }
}

impl ToSql<Uuid7, Sqlite> for Id {
    fn to_sql<'b>(&'b self, out: &mut Output<'b, '_, Sqlite>) -> serialize::Result {
        out.set_value(self.0.as_bytes().as_slice());
        Ok(IsNull::No)
    }
}

impl FromSql<Uuid7, Sqlite> for Id {
    fn from_sql(value: SqliteValue<'_, '_, '_>) -> deserialize::Result<Self> {
        Ok(Self(Uuid::from_slice(&<Vec<u8> as FromSql<Binary, Sqlite>>::from_sql(value)?)?))
    }
}

impl ToSql<Document, Pg> for Json {
    fn to_sql<'b>(&'b self, out: &mut Output<'b, '_, Pg>) -> serialize::Result {
        out.write_all(&[1])?; // the one version of jsonb's binary form
        serde_json::to_writer(out, &self.0)?;
        Ok(IsNull::No)
    }
}

impl FromSql<Document, Pg> for Json {
    fn from_sql(value: PgValue<'_>) -> deserialize::Result<Self> {
        match value.as_bytes() {
            [1, text @ ..] => Ok(Self(serde_json::from_slice(text)?)),
            _ => Err("jsonb in a form of another version".into()),
        }
    }
}

impl ToSql<Document, Sqlite> for Json {
    fn to_sql<'b>(&'b self, out: &mut Output<'b, '_, Sqlite>) -> serialize::Result {
        out.set_value(serde_json::to_string(&self.0)?);
        Ok(IsNull::No)
    }
}

impl FromSql<Document, Sqlite> for Json {
    fn from_sql(value: SqliteValue<'_, '_, '_>) -> deserialize::Result<Self> {
        Ok(Self(serde_json::from_str(&<String as FromSql<Text, Sqlite>>::from_sql(value)?)?))
    }
}

/// What a portable type needs to be used on the connection that is either.
macro_rules! portable {
    ($($sql:ident as $rust:ident),*) => {$(
        impl diesel::sql_types::HasSqlType<$sql> for MultiBackend {
            fn metadata(lookup: &mut Self::MetadataLookup) -> Self::TypeMetadata {
                Self::lookup_sql_type::<$sql>(lookup)
            }
        }
        impl FromSql<$sql, MultiBackend> for $rust {
            fn from_sql(value: MultiRawValue<'_>) -> deserialize::Result<Self> {
                value.from_sql::<Self, $sql>()
            }
        }
        impl ToSql<$sql, MultiBackend> for $rust {
            fn to_sql<'b>(&'b self, out: &mut Output<'b, '_, MultiBackend>) -> serialize::Result {
                out.set_value(($sql, self));
                Ok(IsNull::No)
            }
        }
    )*};
}
portable!(UtcTimestamp as Time, Uuid7 as Id, Document as Json);

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
