//! Failures in a row: the waits they bring, whose they are, and the browser that strangers cannot shut out.

mod browsers;
mod curve;
mod subjects;

use crate::house::House;
use crate::people::{PASSWORD, WRONG};
use crate::visitor::{Outcome, Visitor};
use std::time::Duration;

/// The identifiers of alice, in every spelling that is hers.
pub const SPELLINGS: [(&str, &str); 9] = [
    ("username", "alice"),
    ("username", "ALICE"),
    ("username", "ａｌｉｃｅ"),
    ("email", "alice@example.org"),
    ("email", "ALICE@EXAMPLE.ORG"),
    ("phone", "+4915123456789"),
    ("phone", "+49 (0)1512 345-6789"),
    ("identifier", "Alice"),
    ("identifier", "+49 1512 345 6789"),
];

pub fn try_with(visitor: &Visitor<'_>, name: &str, value: &str, password: &str) -> Outcome {
    visitor.login(&[(name, value), ("password", password)])
}

/// A wrong password that is looked at.
#[track_caller]
pub fn fail(visitor: &Visitor<'_>, name: &str, value: &str) {
    let (hashes, outcome) = visitor.house.hashes_of(|| try_with(visitor, name, value, WRONG));
    outcome.refused(&["# invalid_credentials"]);
    assert_eq!(hashes, 1, "{name} {value}");
}

/// Right or wrong, nothing is looked at: one hash less, nothing counted, and so many seconds to wait.
#[track_caller]
pub fn waits(visitor: &Visitor<'_>, name: &str, value: &str, seconds: u64) {
    let house = visitor.house;
    let rows = snapshot(house);
    for password in [WRONG, PASSWORD, WRONG] {
        let (hashes, outcome) = house.hashes_of(|| try_with(visitor, name, value, password));
        let outcome = outcome.refused(&["# throttled"]);
        assert_eq!((outcome.reply.status, outcome.retry_after(), hashes), (429, Some(seconds), 0), "{name} {value}");
    }
    assert_eq!(snapshot(house), rows, "what waits changes nothing");
}

/// What is in the table, as far as numbers tell.
pub fn snapshot(house: &House) -> [i64; 3] {
    [
        house.count("SELECT count(*) FROM login_failures"),
        house.count("SELECT CAST(coalesce(sum(failures), 0) AS BIGINT) FROM login_failures"),
        house.count("SELECT count(*) FROM sessions"),
    ]
}

/// The highest count there is.
pub fn highest(house: &House) -> i64 {
    house.count("SELECT coalesce(max(failures), 0) FROM login_failures")
}

pub fn seconds(n: u64) -> Duration {
    Duration::from_secs(n)
}
