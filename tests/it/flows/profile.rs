//! What an account says of itself: only what is sent is touched.

mod fields;

use crate::house::{House, on_every_database, through_every_door};
use crate::people::{PASSWORD, alice, bob, person};
use crate::visitor::{Door, Outcome, Visitor};
use serde_json::{Value, json};

fn enter(visitor: &Visitor<'_>, identifier: &str) {
    visitor.login(&[("identifier", identifier), ("password", PASSWORD)]).done();
}

fn patch(visitor: &Visitor<'_>, body: &Value) -> Outcome {
    visitor.call("PATCH", "/api/v1/me", body)
}

/// The same change by this visitor's door: a page sends what is to be removed as an empty box.
fn change(visitor: &Visitor<'_>, body: &Value) -> Outcome {
    if visitor.door != Door::Pages {
        return patch(visitor, body);
    }
    let text = |value: &Value| value.as_str().unwrap_or_default().to_owned();
    let all: Vec<(String, String)> =
        body.as_object().unwrap().iter().map(|(name, value)| (name.clone(), text(value))).collect();
    let fields: Vec<(&str, &str)> = all.iter().map(|(name, value)| (name.as_str(), value.as_str())).collect();
    visitor.post_form("/account/profile", &fields)
}

fn changes(house: &House) -> i64 {
    house.count("SELECT count(*) FROM account_events WHERE kind = 'profile_changed'")
}

#[test]
fn only_what_is_sent_is_touched() {
    through_every_door("", |house, visitor| {
        alice(house);
        enter(visitor, "alice");
        let before = visitor.me().unwrap();
        change(visitor, &json!({"first_name": " Alice ", "last_name": "Liddell"})).done();
        let mut wanted = before.clone();
        wanted["first_name"] = json!("Alice");
        wanted["last_name"] = json!("Liddell");
        assert_eq!(visitor.me().unwrap(), wanted);
        change(visitor, &json!({"username": "Ａlice.L"})).done();
        wanted["username"] = json!("Alice.L");
        assert_eq!(visitor.me().unwrap(), wanted);
        change(visitor, &json!({"last_name": null})).done();
        wanted["last_name"] = json!("");
        assert_eq!(visitor.me().unwrap(), wanted);
        assert_eq!(changes(house), 3);
        assert_eq!(
            house.count("SELECT count(*) FROM account_events WHERE CAST(detail AS TEXT) LIKE '%first_name%last_name%'"),
            1
        );
        change(visitor, &json!({"first_name": "Alice", "username": "Alice.L"})).done();
        change(visitor, &json!({})).done();
        assert_eq!(changes(house), 3, "nothing changed, nothing to tell");
        change(visitor, &json!({"username": null})).done();
        assert_eq!(visitor.username(), None);
        let stranger = house.visitor(Door::Bearer);
        stranger.login(&[("identifier", "Alice.L"), ("password", PASSWORD)]).refused(&["# invalid_credentials"]);
        person(house, Some("alice.l"), None, None);
        stranger.login(&[("identifier", "ALICE.L"), ("password", PASSWORD)]).done();
    });
}

#[test]
fn the_reply_is_the_account() {
    on_every_database("", |house| {
        alice(house);
        for door in [Door::Bearer, Door::Cookie] {
            let visitor = house.visitor(door);
            enter(&visitor, "alice@example.org");
            let reply = patch(&visitor, &json!({"first_name": "Al", "username": "al"})).done().reply;
            assert_eq!((reply.status, reply.json()), (200, visitor.me().unwrap()));
        }
    });
}

#[test]
fn what_cannot_be_is_refused_alike_and_changes_nothing() {
    through_every_door("", |house, visitor| {
        alice(house);
        bob(house);
        enter(visitor, "alice");
        let before = visitor.me().unwrap();
        let long = "x".repeat(151);
        let cases = [
            (json!({"username": "bob"}), vec!["username taken"]),
            (json!({"username": "BOB"}), vec!["username taken"]),
            (json!({"username": "b\u{43e}b"}), vec!["username taken"]),
            (json!({"username": "9lives", "first_name": "ok"}), vec!["username invalid"]),
            (json!({"first_name": long, "last_name": "a\u{7}b"}), vec!["first_name too_long", "last_name invalid"]),
            (json!({"first_name": "a\nb"}), vec!["first_name invalid"]),
            (json!({"first_name": "ok", "is_staff": "true"}), vec!["is_staff unknown_field"]),
            (json!({"id": "1", "email": "x@example.org"}), vec!["id unknown_field", "email unknown_field"]),
        ];
        for (body, mistakes) in cases {
            let outcome = change(visitor, &body);
            assert_eq!(outcome.reply.status, 422, "{body}");
            let codes = |all: &[String]| {
                let mut all: Vec<String> = all.iter().map(|m| m.rsplit(' ').next().unwrap().to_owned()).collect();
                all.sort();
                all
            };
            let wanted: Vec<String> = mistakes.iter().map(|m| (*m).to_owned()).collect();
            assert_eq!(codes(&outcome.mistakes), codes(&wanted), "{body}");
            if visitor.door != Door::Pages {
                let mut found = outcome.mistakes.clone();
                let mut wanted = wanted;
                found.sort();
                wanted.sort();
                assert_eq!(found, wanted);
            }
        }
        assert_eq!(visitor.me().unwrap(), before);
        assert_eq!((changes(house), house.posted()), (0, 0));
    });
}

#[test]
fn what_only_programs_send_is_refused_too() {
    on_every_database("", |house| {
        alice(house);
        let visitor = house.visitor(Door::Bearer);
        enter(&visitor, "alice");
        let before = visitor.me().unwrap();
        for (body, mistake) in [
            (json!({"username": ""}), "username blank"),
            (json!({"first_name": ""}), "first_name blank"),
            (json!({"first_name": 5}), "first_name invalid"),
            (json!({"username": ["x"]}), "username invalid"),
            (json!({"email_verified_at": null}), "email_verified_at unknown_field"),
            (json!({"profile": {}}), "profile unknown_field"),
            (json!({"password": PASSWORD}), "password unknown_field"),
            (json!({"is_active": false}), "is_active unknown_field"),
        ] {
            patch(&visitor, &body).refused(&[mistake]);
        }
        let reply = visitor.send("PATCH", "/api/v1/me", &[("content-type", "application/json")], b"[]");
        assert_eq!((reply.status, reply.json()["code"].as_str()), (400, Some("malformed")));
        assert_eq!(visitor.send("PATCH", "/api/v1/me", &[], b"").status, 200, "nothing sent, nothing changed");
        assert_eq!(visitor.me().unwrap(), before);
        assert_eq!(house.visitor(Door::Bearer).call("PATCH", "/api/v1/me", &json!({})).reply.status, 401);
    });
}

#[test]
fn the_only_identifier_stays() {
    through_every_door("", |house, visitor| {
        person(house, Some("carol"), None, None);
        enter(visitor, "carol");
        let outcome = change(visitor, &json!({"username": null, "first_name": "Carol"}));
        assert_eq!(outcome.reply.status, 422);
        let mistake = if visitor.door == Door::Pages { "username no_identifier" } else { "# no_identifier" };
        outcome.refused(&[mistake]);
        assert_eq!(visitor.username().as_deref(), Some("carol"));
        assert_eq!(visitor.me().unwrap()["first_name"], "");
    });
}

#[test]
fn the_page_shows_what_there_is_and_says_what_was_done() {
    on_every_database("", |house| {
        alice(house);
        let visitor = house.visitor(Door::Pages);
        assert_eq!(visitor.get("/account/profile").header("location"), Some("/login?next=%2Faccount%2Fprofile"));
        enter(&visitor, "alice");
        let reply =
            visitor.post_form("/account/profile", &[("username", "alice"), ("first_name", "A\"<b>")]).done().reply;
        assert_eq!(reply.header("location"), Some("/account/profile?saved"));
        let page = visitor.get("/account/profile?saved").body;
        assert!(page.contains("Your profile is saved.") && page.contains("value=\"alice\""), "{page}");
        assert!(page.contains("A&quot;&lt;b&gt;"), "{page}");
        assert!(!visitor.get("/account/profile").body.contains("is saved"));
    });
}
