//! Several identifiers in one login, and logins that are no logins.

use crate::flows::register::refused_for;
use crate::house::{on_every_database, through_every_door};
use crate::people::{PASSWORD, WRONG, alice, bob};
use crate::visitor::Door;
use serde_json::json;

#[test]
fn several_identifiers_of_one_account_let_it_in_together() {
    let (u, e, p) = (("username", "alice"), ("email", "alice@example.org"), ("phone", "+4915123456789"));
    through_every_door("", |house, first| {
        alice(house);
        for given in [vec![u, e], vec![u, p], vec![e, p], vec![u, e, p], vec![p, e, u]] {
            let with = |password| given.iter().copied().chain([("password", password)]).collect::<Vec<_>>();
            let (hashes, outcome) = house.hashes_of(|| house.visitor(first.door).login(&with(WRONG)));
            outcome.refused(&["# invalid_credentials"]);
            assert_eq!(hashes, 1, "{given:?}");
            let visitor = house.visitor(first.door);
            visitor.login(&with(PASSWORD)).done();
            assert_eq!(visitor.username().as_deref(), Some("alice"));
        }
    });
}

#[test]
fn identifiers_that_are_not_all_of_one_account_are_refused_for_one_hash() {
    let cases: &[&[(&str, &str)]] = &[
        &[("username", "alice"), ("email", "bob@example.org")],
        &[("username", "bob"), ("email", "alice@example.org")],
        &[("email", "alice@example.org"), ("phone", "+4915123456780")],
        &[("username", "alice"), ("email", "alice@example.org"), ("phone", "+4915123456780")],
        &[("username", "alice"), ("email", "nobody@example.org")],
        &[("username", "nobody"), ("email", "alice@example.org")],
        &[("username", "nobody"), ("email", "nobody@example.org")],
        &[("username", "alice"), ("phone", "+4915123456700")],
        &[("username", "alice"), ("email", "no address")],
        &[("username", "alice"), ("phone", "no number")],
        &[("username", "9 no name"), ("email", "alice@example.org")],
        &[("username", "alice@example.org"), ("email", "alice@example.org")],
    ];
    through_every_door("", |house, visitor| {
        alice(house);
        bob(house);
        for given in cases {
            house.sql("DELETE FROM login_failures");
            let mut fields = given.to_vec();
            fields.push(("password", PASSWORD));
            let (hashes, outcome) = house.hashes_of(|| visitor.login(&fields));
            let outcome = outcome.refused(&["# invalid_credentials"]);
            assert_eq!(outcome.reply.status, if visitor.door == Door::Pages { 422 } else { 401 });
            assert_eq!(hashes, 1, "{given:?}");
            assert_eq!(visitor.me(), None);
        }
        assert_eq!(house.count("SELECT count(*) FROM sessions"), 0);
    });
}

#[test]
fn identifier_stands_alone() {
    through_every_door("", |house, visitor| {
        alice(house);
        let others =
            [("username", "alice"), ("email", "alice@example.org"), ("phone", "+4915123456789"), ("username", "9")];
        for other in others {
            let fields = [("identifier", "alice"), other, ("password", PASSWORD)];
            let (hashes, outcome) = house.hashes_of(|| visitor.login(&fields));
            let outcome = outcome.refused(&["identifier invalid"]);
            assert_eq!((outcome.reply.status, hashes), (422, 0));
        }
        assert_eq!(house.count("SELECT count(*) FROM login_failures"), 0);
        if visitor.door != Door::Pages {
            let body = json!({"identifier": "alice", "username": null, "password": PASSWORD});
            visitor.submit_json("login", &body).done();
        }
    });
}

#[test]
fn what_is_no_login_costs_nothing_and_counts_for_nothing() {
    let cases: &[(&[(&str, &str)], &[&str])] = &[
        (&[("username", "alice")], &["password required"]),
        (&[("username", "alice"), ("password", PASSWORD), ("next_page", "x")], &["next_page unknown_field"]),
        (&[("username", "alice"), ("password", PASSWORD), ("is_staff", "true")], &["is_staff unknown_field"]),
        (&[("username", "alice"), ("is_staff", "true")], &["password required", "is_staff unknown_field"]),
    ];
    through_every_door("", |house, visitor| {
        alice(house);
        let pages = visitor.door == Door::Pages;
        let (hashes, outcome) = house.hashes_of(|| visitor.login(&[]));
        let at = if pages { "identifier" } else { "#" };
        let outcome = refused_for(outcome, &[&format!("{at} no_identifier"), "password required"]);
        assert_eq!((outcome.reply.status, hashes), (422, 0));
        for (fields, mistakes) in cases {
            let (hashes, outcome) = house.hashes_of(|| visitor.login(fields));
            let mistakes: Vec<String> = mistakes
                .iter()
                .map(|mistake| match mistake.split_once(' ') {
                    Some((_, "unknown_field")) if pages => "# unknown_field".to_owned(),
                    _ => (*mistake).to_owned(),
                })
                .collect();
            let outcome = refused_for(outcome, &mistakes.iter().map(String::as_str).collect::<Vec<_>>());
            assert_eq!((outcome.reply.status, hashes), (422, 0), "{fields:?}");
        }
        assert_eq!(house.count("SELECT count(*) FROM login_failures"), 0);
        assert_eq!(house.count("SELECT count(*) FROM sessions"), 0);
    });
}

#[test]
fn members_of_the_wrong_type_are_invalid() {
    on_every_database("", |house| {
        alice(house);
        let visitor = house.visitor(Door::Bearer);
        for wrong in [json!(1), json!(true), json!(["alice"]), json!({"a": "alice"})] {
            for name in ["username", "email", "phone", "identifier", "password"] {
                let mut body = json!({"username": "alice", "password": PASSWORD});
                if name == "identifier" {
                    body.as_object_mut().unwrap().remove("username");
                }
                body[name] = wrong.clone();
                let (hashes, outcome) = house.hashes_of(|| visitor.submit_json("login", &body));
                assert_eq!((outcome.reply.status, hashes), (422, 0));
                outcome.refused(&[&format!("{name} invalid")]);
            }
        }
        assert_eq!(house.count("SELECT count(*) FROM sessions"), 0);
    });
}
