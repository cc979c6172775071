//! How often something is sent: to one destination, for one account, by text message in all, for one client network.

use super::{EMAIL, OPTIONAL, PHONE, ask_reset, carol, resend};
use crate::house::{House, on_every_database};
use crate::people::{PASSWORD, person};
use crate::visitor::{Door, Outcome, Visitor};
use countersign::accounts::Actor;
use serde_json::json;
use std::time::Duration;

const MINUTE: Duration = Duration::from_secs(60);

/// Whoever is signed in asks for another code.
fn again(visitor: &Visitor<'_>, kind: &str) -> Outcome {
    visitor.post_json(&format!("/api/v1/verify/{kind}/resend"), &json!({}))
}

/// Asks and says whether something was posted. Whatever it was, a stranger is told the same.
#[track_caller]
fn posts(house: &House, ask: impl Fn() -> Outcome) -> bool {
    let before = house.posted();
    assert_eq!(ask().done().reply.status, 202);
    house.posted() > before
}

#[track_caller]
fn held_for(outcome: Outcome, span: Duration) {
    assert_eq!((outcome.reply.status, outcome.retry_after()), (429, Some(span.as_secs())), "{outcome:?}");
    outcome.refused(&["# throttled"]);
}

#[test]
fn a_destination_is_held_over_all_purposes_and_to_the_instant() {
    on_every_database(OPTIONAL, |house| {
        let carol = carol(house);
        // What registration sent counts.
        assert!(!posts(house, || ask_reset(house, EMAIL)) && !posts(house, || ask_reset(house, PHONE)));
        held_for(again(&carol, "email"), MINUTE);
        house.later(MINUTE - Duration::from_micros(1));
        assert!(!posts(house, || ask_reset(house, EMAIL)));
        house.later(Duration::from_micros(1));
        assert!(posts(house, || ask_reset(house, EMAIL)));
        held_for(again(&carol, "email"), MINUTE);
        house.later(Duration::from_secs(30));
        held_for(again(&carol, "email"), Duration::from_secs(30));
        assert!(posts(house, || resend(house, "phone", PHONE)), "another destination");
        // A refused one does not lengthen the wait.
        house.later(Duration::from_secs(30));
        assert!(posts(house, || resend(house, "email", EMAIL)));
    });
}

#[test]
fn a_destination_is_held_over_all_accounts() {
    on_every_database(OPTIONAL, |house| {
        carol(house);
        house.work(|accounts, cx| match accounts.find_user(cx, "carol", None)? {
            countersign::accounts::Named::Found(user) => accounts.delete_user(cx, Actor::Shell, user.id),
            _ => panic!("there is no carol"),
        });
        assert_eq!(
            house.posted(),
            0,
            "the messages of an account go with it, what was sent to its address still counts"
        );
        let dave = house.visitor(Door::Bearer);
        dave.register(&[("email", EMAIL), ("password", PASSWORD)]).done();
        assert_eq!(house.posted(), 0, "made all the same, and nothing sent");
        held_for(again(&dave, "email"), MINUTE);
        house.later(MINUTE);
        again(&dave, "email").done();
        assert_eq!(house.posted(), 1);
    });
}

#[test]
fn an_account_is_held_over_its_addresses_for_an_hour_and_for_a_day() {
    on_every_database(&format!("{OPTIONAL}\n[otp]\nmax_per_hour = 3\nmax_per_day = 5"), |house| {
        let carol = carol(house);
        house.later(MINUTE);
        again(&carol, "email").done();
        house.later(MINUTE);
        // Two at registration and one since: three for the account, though two and one for the addresses.
        held_for(again(&carol, "phone"), Duration::from_secs(3600 - 120));
        assert!(!posts(house, || ask_reset(house, PHONE)) && !posts(house, || resend(house, "phone", PHONE)));
        house.later(Duration::from_micros((3600 - 120) * 1_000_000 - 1));
        held_for(again(&carol, "phone"), Duration::from_secs(1));
        house.later(Duration::from_micros(1));
        again(&carol, "phone").done();
        house.later(MINUTE);
        again(&carol, "email").done();
        // Five since registration: the rest of the day is silent, the hours do not matter.
        let mut passed = Duration::from_secs(3660);
        for hours in 1..23 {
            house.later(Duration::from_hours(1));
            passed += Duration::from_hours(1);
            let kind = if hours % 2 == 0 { "email" } else { "phone" };
            held_for(again(&carol, kind), Duration::from_hours(24) - passed);
        }
        house.later(Duration::from_hours(24) - passed);
        again(&carol, "phone").done();
        assert_eq!(house.posted(), 6);
    });
}

#[test]
fn an_address_of_nobody_is_held_as_any_other() {
    on_every_database(OPTIONAL, |house| {
        // Whoever registers it is held by what strangers asked for it.
        assert!(!posts(house, || resend(house, "email", EMAIL)));
        carol(house);
        assert_eq!(house.count("SELECT count(*) FROM outbox WHERE kind = 'verify_email'"), 0);
        assert_eq!(house.count("SELECT count(*) FROM outbox WHERE kind = 'verify_phone'"), 1);
    });
}

fn person_n(house: &House, n: u32) -> (Visitor<'_>, String) {
    let visitor = house.visitor(Door::Bearer);
    let (name, phone) = (format!("user{n}"), format!("+49151234567{n:02}"));
    visitor.register(&[("username", &name), ("phone", &phone), ("password", PASSWORD)]).done();
    (visitor, phone)
}

#[test]
fn with_the_daily_budget_spent_no_text_message_is_sent_and_strangers_are_not_told() {
    on_every_database(&format!("{OPTIONAL}\n[sms]\ndaily_budget = 2"), |house| {
        person_n(house, 1);
        house.later(Duration::from_hours(1));
        person_n(house, 2);
        let (third, phone) = person_n(house, 3);
        assert_eq!(house.posted(), 2, "the account is made, and no message");
        let outcome = again(&third, "phone");
        assert_eq!(outcome.reply.status, 429);
        assert!(outcome.retry_after().is_some_and(|wait| wait >= 1));
        assert!(!posts(house, || resend(house, "phone", &phone)) && !posts(house, || ask_reset(house, &phone)));
        // Email costs nothing.
        let carol = house.visitor(Door::Bearer);
        carol.register(&[("email", EMAIL), ("password", PASSWORD)]).done();
        assert_eq!(house.posted(), 3);
        house.later(Duration::from_hours(23) - Duration::from_micros(1));
        third.login(&[("username", "user3"), ("password", PASSWORD)]).done();
        assert_eq!(again(&third, "phone").reply.status, 429);
        house.later(Duration::from_micros(1));
        again(&third, "phone").done();
        person_n(house, 4);
        assert_eq!(house.posted(), 4, "the second of that day is still one of this");
    });
}

#[test]
fn numbers_of_nobody_do_not_spend_the_budget() {
    on_every_database(&format!("{OPTIONAL}\n[sms]\ndaily_budget = 2"), |house| {
        for n in 10..20 {
            assert!(!posts(house, || resend(house, "phone", &format!("+49151234567{n}"))));
            assert!(!posts(house, || ask_reset(house, &format!("+49151234568{n}"))));
        }
        person_n(house, 1);
        assert_eq!(house.posted(), 1, "nothing was sent before, so nothing is spent");
    });
}

#[test]
fn a_client_network_asks_for_so_many_codes_whoever_they_are_for() {
    on_every_database(&format!("{OPTIONAL}\n[limits]\ncode_per_ip = \"3/m\""), |house| {
        for n in 1..=5 {
            person(house, None, Some(&format!("user{n}@example.org")), None);
        }
        let carol = carol(house);
        let before = house.posted();
        house.later(MINUTE);
        for n in 1..=5 {
            let sent = posts(house, || resend(house, "email", &format!("user{n}@example.org")));
            assert_eq!(sent, n <= 3, "{n}");
        }
        for door in ["email", "phone"] {
            let outcome = again(&carol, door);
            assert_eq!(outcome.reply.status, 429);
            assert!(outcome.retry_after().is_some_and(|wait| (1..=120).contains(&wait)));
            outcome.refused(&["# throttled"]);
        }
        assert_eq!(house.posted(), before + 3);
        house.later(2 * MINUTE);
        again(&carol, "email").done();
    });
}
