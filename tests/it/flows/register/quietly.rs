//! `registration.prevent_enumeration`: nothing tells a known address from one that is not, except to whoever receives
//! messages there.

use crate::house::{House, through_every_door};
use crate::people::{PASSWORD, WRONG, alice, person};
use crate::visitor::{Door, Outcome, Visitor};
use countersign::delivery::MessageKind;
use std::time::Duration;

const QUIET: &str = "registration.prevent_enumeration = true\nverification.email = \"mandatory\"\n\
                     verification.phone = \"optional\"\nphone.default_region = \"DE\"\n";

/// The status, the body and the names of the headers: all that somebody sees of an answer but its time.
fn seen(outcome: &Outcome) -> (u16, String, Vec<String>) {
    let mut names: Vec<String> = outcome.reply.headers.iter().map(|(name, _)| name.clone()).collect();
    names.sort();
    (outcome.reply.status, outcome.reply.body.clone(), names)
}

/// The ids of requests and the like.
fn rows(house: &House) -> [i64; 4] {
    ["users", "sessions", "outbox", "account_events"].map(|table| house.count(&format!("SELECT count(*) FROM {table}")))
}

fn prove(house: &House, kind: MessageKind, address: &str, nth: usize) {
    let (form, field) = if address.contains('@') { ("email", "email") } else { ("phone", "phone") };
    let code = house.received(kind, address, nth).code.expect("a code");
    let visitor = house.visitor(Door::Bearer);
    let outcome = visitor.submit(&format!("verify/{form}"), &[(field, address), ("code", &code)]);
    assert_eq!(outcome.reply.status, 204, "{}", outcome.reply.body);
}

#[test]
fn a_known_address_and_a_new_one_are_answered_alike_and_only_the_address_is_told() {
    through_every_door(QUIET, |house, visitor| {
        alice(house);
        let before = rows(house);
        let known = visitor.register(&[("email", "Alice@Example.ORG"), ("password", WRONG)]);
        let between = rows(house);
        let new = visitor.register(&[("email", "carol@example.org"), ("password", PASSWORD)]);
        let after = rows(house);
        assert_eq!(seen(&known), seen(&new));
        assert_eq!(known.reply.status, if visitor.door == Door::Pages { 303 } else { 202 });
        assert!(visitor.me().is_none() && !known.reply.body.contains("token"));
        // One account more, and that is carol's; as many messages either way.
        assert_eq!([between[0] - before[0], after[0] - between[0]], [0, 1]);
        assert_eq!([between[2] - before[2], after[2] - between[2]], [1, 1]);
        house.received(MessageKind::AlreadyRegistered, "alice@example.org", 0);
        prove(house, MessageKind::VerifyEmail, "carol@example.org", 0);
        visitor.login(&[("email", "carol@example.org"), ("password", PASSWORD)]).done();
        house
            .visitor(visitor.door)
            .login(&[("email", "alice@example.org"), ("password", WRONG)])
            .refused(&["# invalid_credentials"]);
        house
            .visitor(visitor.door)
            .login(&[("email", "alice@example.org"), ("password", PASSWORD)])
            .refused(&["# invalid_credentials"]);
    });
}

#[test]
fn the_same_holds_for_a_phone_number_alone() {
    through_every_door(QUIET, |house, visitor| {
        person(house, None, None, Some("+4915123456789"));
        let known = visitor.register(&[("phone", "0151 23456789"), ("password", WRONG)]);
        let new = visitor.register(&[("phone", "0151 23456780"), ("password", PASSWORD)]);
        assert_eq!(seen(&known), seen(&new));
        house.received(MessageKind::AlreadyRegistered, "+4915123456789", 0);
        // Not before it is proved, or the sign-in would tell.
        let early =
            |number: &str| seen(&house.visitor(visitor.door).login(&[("phone", number), ("password", PASSWORD)]));
        assert_eq!(early("+4915123456780").0, early("+4915123456781").0);
        house.later(Duration::from_mins(2));
        prove(house, MessageKind::VerifyPhone, "+4915123456780", 0);
        visitor.login(&[("phone", "+4915123456780"), ("password", PASSWORD)]).done();
    });
}

#[test]
fn signing_in_before_the_proof_tells_nothing_and_counts_as_a_failure() {
    through_every_door(QUIET, |house, visitor| {
        alice(house);
        for email in ["alice@example.org", "carol@example.org"] {
            visitor.register(&[("email", email), ("password", WRONG)]);
        }
        let tries = |email: &str| -> Vec<(u16, Option<u64>)> {
            let one = |_| {
                let outcome = house.visitor(visitor.door).login(&[("email", email), ("password", WRONG)]);
                (outcome.reply.status, outcome.retry_after())
            };
            (0..7).map(one).collect()
        };
        assert_eq!(tries("alice@example.org"), tries("carol@example.org"));
        let (hashes, _) = house.hashes_of(|| {
            house.later(Duration::from_hours(2));
            house.visitor(visitor.door).login(&[("email", "carol@example.org"), ("password", WRONG)])
        });
        assert_eq!(hashes, 1);
    });
}

#[test]
fn a_username_is_taken_afterwards_whether_or_not_the_address_was_known() {
    through_every_door(QUIET, |house, visitor| {
        alice(house);
        visitor.register(&[("username", "carol"), ("email", "carol@example.org"), ("password", PASSWORD)]);
        visitor.register(&[("username", "dave"), ("email", "alice@example.org"), ("password", PASSWORD)]);
        for taken in ["carol", "dave", "alice", "ca\u{0433}ol"] {
            let again = |email: &str| {
                let fields = [("username", taken), ("email", email), ("password", PASSWORD)];
                house.visitor(visitor.door).register(&fields).mistakes
            };
            let told = again("new@example.org");
            assert_eq!(told, again("alice@example.org"), "{taken}");
            assert!(taken == "ca\u{0433}ol" || told == ["username taken"], "{taken}: {told:?}");
        }
        // The name that is kept lets nobody in.
        visitor.login(&[("username", "dave"), ("password", PASSWORD)]).refused(&["# invalid_credentials"]);
        assert!(visitor.me().is_none());
    });
}

#[test]
fn a_number_beside_an_email_address_waits_for_its_proof_and_tells_neither_that_it_was_known_nor_the_address() {
    through_every_door(QUIET, |house, visitor| {
        alice(house);
        let register =
            |email: &str, phone: &str| visitor.register(&[("email", email), ("phone", phone), ("password", PASSWORD)]);
        let known_number = register("carol@example.org", "+4915123456789");
        let new_number = register("dave@example.org", "+4915123456781");
        let known_email = register("alice@example.org", "+4915123456782");
        assert_eq!(seen(&known_number), seen(&new_number));
        assert_eq!(seen(&known_number), seen(&known_email));
        house.received(MessageKind::AlreadyRegistered, "+4915123456789", 0);
        house.received(MessageKind::ChangePhone, "+4915123456781", 0);
        // Who has this number must not learn from silence that the address is known.
        house.received(MessageKind::ChangePhone, "+4915123456782", 0);
        house.later(Duration::from_mins(2));
        for email in ["carol@example.org", "dave@example.org"] {
            prove(house, MessageKind::VerifyEmail, email, 0);
            let owner = house.visitor(visitor.door);
            owner.login(&[("email", email), ("password", PASSWORD)]).done();
            assert!(owner.me().expect("signed in")["phone"].is_null());
        }
        assert_eq!(house.count("SELECT count(*) FROM pending_changes WHERE kind = 'phone'"), 2);
    });
}

#[test]
fn a_code_under_way_outlives_a_second_registration_of_its_address() {
    through_every_door(QUIET, |house, visitor: &Visitor<'_>| {
        let carol = [("email", "carol@example.org"), ("password", PASSWORD)];
        let first = visitor.register(&carol);
        house.later(Duration::from_mins(2));
        assert_eq!(seen(&first), seen(&visitor.register(&carol)));
        house.received(MessageKind::AlreadyRegistered, "carol@example.org", 0);
        prove(house, MessageKind::VerifyEmail, "carol@example.org", 0);
        visitor.login(&carol).done();
        assert_eq!(house.count("SELECT count(*) FROM users"), 1);
    });
}

#[test]
fn without_an_address_there_is_nothing_to_hide() {
    through_every_door(QUIET, |house, visitor| {
        visitor.register(&[("username", "carol"), ("password", PASSWORD)]).done();
        assert_eq!(visitor.username().as_deref(), Some("carol"));
        assert_eq!(house.posted(), 0);
    });
}
