//! The curve: four failures free, then 30 s, doubling to the cap, by the clock and to the microsecond.

use super::{SPELLINGS, fail, highest, seconds, snapshot, try_with, waits};
use crate::house::{House, databases, on_every_database, through_every_door};
use crate::people::{PASSWORD, WRONG, alice, bob};
use crate::visitor::{Door, Visitor};
use countersign::accounts::Actor;
use std::time::Duration;

const MICROSECOND: Duration = Duration::from_micros(1);
const WAITS: [u64; 9] = [30, 60, 120, 240, 480, 960, 1920, 3600, 3600];

/// Whatever is tried, known or not, waits alike.
fn follows_the_curve(visitor: &Visitor<'_>, value: &str) {
    for _ in 0..4 {
        fail(visitor, "identifier", value);
    }
    for wait in WAITS {
        fail(visitor, "identifier", value);
        waits(visitor, "identifier", value, wait);
        visitor.house.later(seconds(wait) - MICROSECOND);
        waits(visitor, "identifier", value, 1);
        visitor.house.later(MICROSECOND);
    }
}

#[test]
fn the_fifth_failure_brings_a_wait_that_doubles_up_to_the_cap() {
    through_every_door("", |house, visitor| {
        alice(house);
        follows_the_curve(visitor, "alice");
        let session = try_with(visitor, "identifier", "alice", PASSWORD).done();
        drop(session);
        assert_eq!(visitor.username().as_deref(), Some("alice"));
    });
}

#[test]
fn an_identifier_that_names_nobody_follows_the_same_curve() {
    for value in ["nobody", "nobody@example.org", "+4915123456799", "no such name at all!", "@"] {
        for database in databases() {
            let house = House::build(database, "");
            follows_the_curve(&house.visitor(Door::Bearer), value);
            assert_eq!(house.count("SELECT count(*) FROM login_failures"), 1, "{value}");
        }
    }
}

#[test]
fn the_limit_and_the_cap_are_those_of_the_settings() {
    on_every_database("[otp]\nmax_wait = \"50s\"\n[limits]\nlogin_failures_per_account = 2", |house| {
        alice(house);
        let visitor = house.visitor(Door::Bearer);
        fail(&visitor, "username", "alice");
        for wait in [30, 50, 50] {
            fail(&visitor, "username", "alice");
            waits(&visitor, "username", "alice", wait);
            house.later(seconds(wait));
        }
    });
}

#[test]
fn a_success_clears_the_failures_and_one_elsewhere_clears_nothing() {
    through_every_door("", |house, visitor| {
        alice(house);
        bob(house);
        for _ in 0..4 {
            fail(visitor, "username", "alice");
        }
        house.visitor(visitor.door).login(&[("username", "bob"), ("password", PASSWORD)]).done();
        assert_eq!(highest(house), 4);
        try_with(&house.visitor(visitor.door), "email", "alice@example.org", PASSWORD).done();
        assert_eq!(house.count("SELECT count(*) FROM login_failures"), 0);
        for _ in 0..5 {
            fail(visitor, "username", "alice");
        }
        waits(visitor, "phone", "+4915123456789", 30);
        house.visitor(visitor.door).login(&[("username", "bob"), ("password", PASSWORD)]).done();
        waits(visitor, "phone", "+4915123456789", 30);
    });
}

/// Counts that a shift, a 32-bit or a 64-bit number could not hold.
#[test]
fn counts_beyond_every_width_wait_for_the_cap() {
    for count in [31_i64, 32, 36, 63, 64, 68, 1 << 31, (1 << 32) + 4, i64::MAX - 1, i64::MAX] {
        on_every_database("", |house| {
            alice(house);
            let visitor = house.visitor(Door::Bearer);
            fail(&visitor, "username", "alice");
            house.sql(&format!("UPDATE login_failures SET failures = {count}"));
            fail(&visitor, "username", "alice");
            assert_eq!(highest(house), count.saturating_add(1));
            waits(&visitor, "email", "alice@example.org", 3600);
            house.later(seconds(3600));
            fail(&visitor, "username", "alice");
            house.later(seconds(3600));
            try_with(&visitor, "username", "alice", PASSWORD).done();
            assert_eq!(house.count("SELECT count(*) FROM login_failures"), 0);
        });
    }
}

#[test]
fn the_count_survives_a_restart_and_is_one_for_all_processes() {
    for database in databases() {
        let house = House::build(database, "");
        alice(&house);
        for _ in 0..3 {
            fail(&house.visitor(Door::Pages), "username", "alice");
        }
        let twin = house.twin(&house.url, "");
        for _ in 0..2 {
            fail(&twin.visitor(Door::Cookie), "email", "alice@example.org");
        }
        for house in [&house, &twin, &house.twin(&house.url, "")] {
            waits(&house.visitor(Door::Bearer), "username", "alice", 30);
        }
    }
}

/// Known and unknown are told apart by nothing: the same statuses, waits, words and headers, failure by failure.
#[test]
fn known_and_unknown_are_told_apart_by_nothing() {
    through_every_door("", |house, visitor| {
        alice(house);
        let inactive = bob(house);
        house.work(|accounts, cx| accounts.set_active(cx, Actor::Shell, inactive.id, false));
        crate::people::person(house, Some("carla"), None, None);
        house.sql("UPDATE users SET password = '!nothing' WHERE username = 'carla'");
        let told = |name: &str| {
            let outcome = try_with(visitor, "identifier", name, WRONG);
            let mut headers = outcome.reply.headers.clone();
            headers.retain(|(name, _)| !["date", "x-request-id", "content-length"].contains(&name.as_str()));
            (outcome.reply.status, headers, outcome.reply.body.replace(name, "NAME"))
        };
        for n in 0..12 {
            let first = told("alice");
            for name in ["bob", "carla", "nobody", "nobody@example.org", "+4915123456700", "not a name"] {
                assert_eq!(told(name), first, "try {n}: {name}");
            }
            house.later(seconds(if n < 6 { 0 } else { 100 }));
        }
    });
}

/// An attempt that was never looked at is none, and makes nobody wait anew.
#[test]
fn an_attempt_that_is_not_looked_at_leaves_everything_as_it_was() {
    use crate::concurrency::slow::Slow;
    for database in databases() {
        let slow = Slow::default();
        let house = slow.house(database);
        alice(&house);
        let visitor = house.visitor(Door::Bearer);
        for before in 0..7_i64 {
            let rows =
                (snapshot(&house), house.count("SELECT count(*) FROM login_failures WHERE blocked_until IS NULL"));
            slow.busy(&house, || {
                let outcome = try_with(&visitor, "username", "alice", PASSWORD).refused(&["# overloaded"]);
                assert_eq!(outcome.reply.status, 503);
                assert!(outcome.retry_after().is_some());
            });
            let after =
                (snapshot(&house), house.count("SELECT count(*) FROM login_failures WHERE blocked_until IS NULL"));
            assert_eq!((highest(&house), after.0[1]), (before, rows.0[1]), "nothing was counted");
            fail(&visitor, SPELLINGS[0].0, SPELLINGS[0].1);
            house.later(seconds(120));
        }
    }
}
