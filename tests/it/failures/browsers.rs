//! The browser that has signed in before: strangers cannot shut it out, and its mark is worth nothing else.

use super::{fail, seconds, try_with, waits};
use crate::house::{House, on_every_database};
use crate::people::{PASSWORD, alice, bob};
use crate::visitor::{Door, Visitor};

const BROWSERS: [Door; 2] = [Door::Pages, Door::Cookie];
const MARK: &str = "countersign_known";

/// A browser in which `name` has signed in and out again.
fn known<'h>(house: &'h House, door: Door, name: &str) -> Visitor<'h> {
    let browser = house.visitor(door);
    try_with(&browser, "username", name, PASSWORD).done();
    assert!(browser.logout().is_done());
    assert_eq!(browser.me(), None);
    browser
}

fn mark(browser: &Visitor<'_>) -> String {
    browser.cookies.lock().unwrap().get(MARK).unwrap().clone()
}

/// A browser that carries this mark.
fn marked<'h>(house: &'h House, mark: &str) -> Visitor<'h> {
    let browser = house.visitor(Door::Cookie);
    browser.cookies.lock().unwrap().insert(MARK.into(), mark.into());
    browser
}

/// Strangers use up the count of alice.
fn exhaust(house: &House) {
    let stranger = house.visitor(Door::Bearer);
    for _ in 0..5 {
        fail(&stranger, "email", "alice@example.org");
    }
    waits(&stranger, "username", "alice", 30);
}

#[test]
fn strangers_cannot_shut_out_a_browser_that_has_signed_in_before() {
    for door in BROWSERS {
        on_every_database("", |house| {
            alice(house);
            let own = known(house, door, "alice");
            exhaust(house);
            try_with(&own, "username", "alice", PASSWORD).done();
            assert_eq!(own.username().as_deref(), Some("alice"));
            // And what its owner does right is no help to the strangers.
            waits(&house.visitor(Door::Bearer), "username", "alice", 30);
            waits(&house.visitor(door), "username", "alice", 30);
        });
    }
}

#[test]
fn registration_makes_a_browser_known_too() {
    on_every_database("", |house| {
        let own = house.visitor(Door::Pages);
        own.register(&[("username", "alice"), ("email", "alice@example.org"), ("password", PASSWORD)]).done();
        own.logout().done();
        exhaust(house);
        try_with(&own, "email", "alice@example.org", PASSWORD).done();
    });
}

#[test]
fn the_failures_of_a_known_browser_are_its_own() {
    for door in BROWSERS {
        on_every_database("", |house| {
            alice(house);
            let (own, other) = (known(house, door, "alice"), known(house, door, "alice"));
            for _ in 0..5 {
                fail(&own, "username", "alice");
            }
            waits(&own, "phone", "+4915123456789", 30);
            // Neither another known browser nor a stranger waits for it.
            try_with(&other, "username", "alice", PASSWORD).done();
            try_with(&house.visitor(Door::Bearer), "username", "alice", PASSWORD).done();
            waits(&own, "username", "alice", 30);
            house.later(seconds(30));
            fail(&own, "username", "alice");
            waits(&own, "username", "alice", 60);
        });
    }
}

#[test]
fn a_mark_says_nothing_about_another_account() {
    on_every_database("", |house| {
        alice(house);
        bob(house);
        let of_bob = known(house, Door::Cookie, "bob");
        exhaust(house);
        waits(&of_bob, "username", "alice", 30);
    });
}

#[test]
fn a_browser_can_be_known_to_several_accounts() {
    on_every_database("", |house| {
        alice(house);
        bob(house);
        let shared = known(house, Door::Pages, "alice");
        try_with(&shared, "username", "bob", PASSWORD).done();
        shared.logout().done();
        exhaust(house);
        try_with(&shared, "username", "alice", PASSWORD).done();
    });
}

#[test]
fn a_mark_that_is_not_whole_is_worth_nothing() {
    on_every_database("", |house| {
        alice(house);
        bob(house);
        let real = mark(&known(house, Door::Cookie, "alice"));
        let of_bob = mark(&known(house, Door::Cookie, "bob"));
        exhaust(house);
        let mut flipped = real.clone().into_bytes();
        flipped[3] = if flipped[3] == b'A' { b'B' } else { b'A' };
        let forged = [
            String::new(),
            "x".into(),
            "A".repeat(64),
            real[..real.len() - 1].into(),
            real[1..].into(),
            real[..22].into(),
            format!("{real}A"),
            String::from_utf8(flipped).unwrap(),
            // The browser of one, the proof of the other.
            format!("{}{}", &real[..22], &of_bob[22..]),
            format!("{}{}", &of_bob[..22], &real[22..]),
            format!("{of_bob}.{of_bob}"),
            "A".repeat(3000),
        ];
        for mark in &forged {
            waits(&marked(house, mark), "username", "alice", 30);
        }
        // The real one, to see that it is the mark that counts.
        try_with(&marked(house, &real), "username", "alice", PASSWORD).done();
        try_with(&marked(house, &format!("{of_bob}.{real}")), "username", "alice", PASSWORD).done();
    });
}

#[test]
fn the_mark_of_another_installation_is_worth_nothing() {
    let house = House::build(crate::house::Database::Sqlite, "");
    alice(&house);
    let other = house.twin(&house.url, "secret_keys = [\"another key for tests, long enough too: 8f3Kq2\"]");
    let foreign = mark(&known(&other, Door::Cookie, "alice"));
    exhaust(&house);
    waits(&marked(&house, &foreign), "username", "alice", 30);
}

/// A mark is no key: it lets nobody in, and signed out it stays good.
#[test]
fn a_mark_lets_nobody_in() {
    on_every_database("", |house| {
        alice(house);
        let own = known(house, Door::Cookie, "alice");
        assert_eq!(own.me(), None);
        fail(&own, "username", "alice");
    });
}

#[test]
fn a_retired_key_still_knows_its_browsers() {
    let first = "a key for tests, long enough to be one: 8f3Kq2";
    let house = House::build(crate::house::Database::Sqlite, "");
    alice(&house);
    let own = mark(&known(&house, Door::Cookie, "alice"));
    let rotated = format!("secret_keys = [\"another key for tests, long enough too: 8f3Kq2\", \"{first}\"]");
    let later = house.twin(&house.url, &rotated);
    exhaust(&later);
    try_with(&marked(&later, &own), "username", "alice", PASSWORD).done();
}
