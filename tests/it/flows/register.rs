//! Registering: what is made of it, what comes back, and what the settings change.

pub mod forms;
mod identifiers;
mod quietly;
mod refusals;

use crate::house::{House, on_every_database, through_every_door};
use crate::people::PASSWORD;
use crate::visitor::{Door, Outcome};
use serde_json::{Value, json};
use std::collections::BTreeSet;

/// Refused for exactly these reasons, in any order.
#[track_caller]
pub fn refused_for(outcome: Outcome, mistakes: &[&str]) -> Outcome {
    assert!(!outcome.is_done(), "should have been refused: {outcome:?}");
    let mut found = outcome.mistakes.clone();
    found.sort();
    let mut expected = mistakes.to_vec();
    expected.sort_unstable();
    assert_eq!(found, expected, "{}", outcome.reply.body);
    outcome
}

/// How many rows there are of what a registration makes: accounts, sessions, refresh tokens.
pub fn rows(house: &House) -> [i64; 3] {
    ["users", "sessions", "refresh_tokens"].map(|table| house.count(&format!("SELECT count(*) FROM {table}")))
}

pub fn keys(value: &Value) -> BTreeSet<&str> {
    value.as_object().expect("an object").keys().map(String::as_str).collect()
}

#[test]
fn one_identifier_of_any_kind_is_enough_and_so_are_all_three() {
    let people: [&[(&str, &str)]; 4] = [
        &[("username", "carol")],
        &[("email", "dave@example.org")],
        &[("phone", "+4915123456781")],
        &[("username", "erin"), ("email", "erin@example.org"), ("phone", "+4915123456782")],
    ];
    through_every_door("", |house, first| {
        for (count, fields) in people.iter().enumerate() {
            let visitor = house.visitor(first.door);
            let mut sent = fields.to_vec();
            sent.push(("password", PASSWORD));
            let outcome = visitor.register(&sent).done();
            let expected = if first.door == Door::Pages { 303 } else { 201 };
            assert_eq!(outcome.reply.status, expected);
            let me = visitor.me().expect("a new account is signed in");
            for name in ["username", "email", "phone"] {
                let sent = fields.iter().find(|(n, _)| *n == name).map(|(_, value)| *value);
                assert_eq!(me[name].as_str(), sent, "{name}");
            }
            assert_eq!(rows(house)[0], i64::try_from(count).unwrap() + 1);
            for (name, value) in *fields {
                house.visitor(first.door).login(&[(name, value), ("password", PASSWORD)]).done();
            }
        }
    });
}

#[test]
fn the_reply_has_the_account_and_its_tokens_to_the_letter() {
    on_every_database("", |house| {
        let visitor = house.visitor(Door::Bearer);
        let outcome = visitor.register(&[("email", "Carol@Example.org"), ("password", PASSWORD)]).done();
        assert_eq!(outcome.reply.status, 201);
        assert_eq!(outcome.reply.header("content-type"), Some("application/json"));
        assert_eq!(outcome.reply.header("cache-control"), Some("no-store"));
        assert_eq!(outcome.reply.cookies().count(), 0);
        let body = outcome.reply.json();
        let members = ["user", "access_token", "refresh_token", "token_type", "expires_in"];
        assert_eq!(keys(&body), BTreeSet::from(members));
        assert_eq!(body["token_type"], "Bearer");
        assert_eq!(body["expires_in"], 300);
        let user = &body["user"];
        assert_eq!(keys(user), BTreeSet::from(USER));
        assert_eq!(user["username"], Value::Null);
        assert_eq!(user["email"], "Carol@example.org");
        assert_eq!(user["email_verified"], false);
        assert_eq!(user["email_verified_at"], Value::Null);
        for absent in ["phone", "phone_verified", "phone_verified_at"] {
            assert_eq!(user[absent], Value::Null, "{absent}");
        }
        assert_eq!((&user["first_name"], &user["last_name"]), (&json!(""), &json!("")));
        assert_eq!(user["profile"], json!({}));
        assert_eq!(user["is_staff"], false);
        for time in ["date_joined", "last_login"] {
            let text = user[time].as_str().unwrap();
            assert!(text.ends_with('Z'), "{time} {text}");
            assert_eq!(text.parse::<jiff::Timestamp>().unwrap(), "2026-11-22T10:00:00Z".parse().unwrap());
        }
        let id: uuid::Uuid = user["id"].as_str().unwrap().parse().unwrap();
        assert_eq!(id.get_version_num(), 7);
        assert_eq!(visitor.me().as_ref(), Some(user), "/me is the bare user");
        assert!(!outcome.reply.body.contains("password"));
    });
}

const USER: [&str; 14] = [
    "id",
    "username",
    "email",
    "email_verified",
    "email_verified_at",
    "phone",
    "phone_verified",
    "phone_verified_at",
    "first_name",
    "last_name",
    "profile",
    "is_staff",
    "date_joined",
    "last_login",
];

#[test]
fn asked_for_a_cookie_the_reply_has_the_account_alone() {
    on_every_database("", |house| {
        let visitor = house.visitor(Door::Cookie);
        let outcome = visitor.register(&[("phone", "+4915123456789"), ("password", PASSWORD)]).done();
        assert_eq!(outcome.reply.status, 201);
        assert_eq!(keys(&outcome.reply.json()), BTreeSet::from(["user"]));
        assert_eq!(outcome.reply.json()["user"]["phone_verified"], false);
        assert_eq!(outcome.reply.json()["user"]["email_verified"], Value::Null);
        assert!(outcome.reply.cookies().any(|cookie| cookie.starts_with("countersign=")));
        assert!(visitor.me().is_some());
        assert_eq!(rows(house), [1, 1, 0]);
    });
}

#[test]
fn a_closed_registration_refuses_at_every_door_and_costs_nothing() {
    through_every_door("[registration]\nopen = false", |house, visitor| {
        let submissions: [&[(&str, &str)]; 2] = [&[("username", "carol"), ("password", PASSWORD)], &[]];
        for fields in submissions {
            let (hashes, outcome) = house.hashes_of(|| visitor.register(fields));
            assert_eq!(outcome.reply.status, 403);
            if visitor.door != Door::Pages {
                assert_eq!(outcome.mistakes, ["# registration_closed"]);
                assert_eq!(outcome.reply.header("content-type"), Some("application/problem+json"));
            }
            assert_eq!(hashes, 0);
            assert_eq!(rows(house), [0, 0, 0]);
            assert_eq!(visitor.me(), None);
        }
        assert_eq!(visitor.get("/register").status, 403);
        assert!(!visitor.get("/login").body.contains("\"/register"), "no link leads there");
    });
}

#[test]
fn without_login_after_the_account_is_made_and_nobody_is_signed_in() {
    through_every_door("[registration]\nlogin_after = false", |house, visitor| {
        let outcome = visitor.register(&[("username", "carol"), ("password", PASSWORD)]).done();
        if visitor.door == Door::Pages {
            assert_eq!(outcome.reply.status, 303);
            assert_eq!(outcome.reply.header("location"), Some("/login"));
        } else {
            assert_eq!(outcome.reply.status, 201);
            assert_eq!(keys(&outcome.reply.json()), BTreeSet::from(["user"]));
            assert_eq!(outcome.reply.json()["user"]["last_login"], Value::Null);
        }
        assert_eq!(outcome.reply.cookies().count(), 0);
        assert_eq!(rows(house), [1, 0, 0]);
        assert_eq!(visitor.me(), None);
        visitor.login(&[("username", "carol"), ("password", PASSWORD)]).done();
    });
}

#[test]
fn next_is_carried_through_registration_and_only_to_this_site() {
    on_every_database("", |house| {
        let browser = || house.visitor(Door::Pages);
        let page = browser().get("/register?next=%2Faccount%3Fa%3D1").body;
        assert!(page.contains(r#"name="next" value="&#x2F;account?a=1""#) || page.contains(r#"value="/account?a=1""#));
        assert!(page.contains("/login?next=%2Faccount%3Fa%3D1"), "the way to the login page keeps it: {page}");

        let refused = browser().register(&[("username", "9"), ("password", PASSWORD), ("next", "/account?a=1")]);
        let refused = refused.refused(&["username invalid"]);
        assert!(refused.reply.body.contains("account?a=1"), "a refused form keeps it");

        let done = browser().register(&[("username", "carol"), ("password", PASSWORD), ("next", "/account?a=1")]);
        assert_eq!(done.done().reply.header("location"), Some("/account?a=1"));

        for (n, evil) in ["//evil", "/\\evil", "/\t/evil", "https://evil", "javascript:1", ""].iter().enumerate() {
            let name = format!("dave{n}");
            let done = browser().register(&[("username", &name), ("password", PASSWORD), ("next", evil)]).done();
            assert_eq!(done.reply.header("location"), Some("/account"), "{evil}");
        }
    });
    on_every_database("[registration]\nlogin_after = false", |house| {
        let fields = [("username", "carol"), ("password", PASSWORD), ("next", "/account?a=1")];
        let done = house.visitor(Door::Pages).register(&fields).done();
        assert_eq!(done.reply.header("location"), Some("/login?next=%2Faccount%3Fa%3D1"));
    });
}

#[test]
fn the_api_takes_a_confirmation_or_none_and_pages_always_ask() {
    on_every_database("", |house| {
        let confirmations = [json!({}), json!({"password_confirm": PASSWORD}), json!({"password_confirm": null})];
        for (n, mut body) in confirmations.into_iter().enumerate() {
            body["username"] = json!(format!("carol{n}"));
            body["password"] = json!(PASSWORD);
            house.visitor(Door::Bearer).submit_json("register", &body).done();
        }
        let browser = house.visitor(Door::Pages);
        assert!(browser.get("/register").body.contains(r#"name="password_confirm""#));
        let (hashes, outcome) =
            house.hashes_of(|| browser.submit("register", &[("username", "dave"), ("password", PASSWORD)]));
        outcome.refused(&["password_confirm required"]);
        assert_eq!(hashes, 0);
        assert_eq!(rows(house)[0], 3);
    });
}

#[test]
fn a_password_is_kept_exactly_as_it_was_sent() {
    let odd = [
        "  two bees, two spaces  ",
        "naïve bees \u{65}\u{301}",
        "bees\tand\nwasps",
        "a %2B + & = bee",
        "🐝 bees 🐝 wasps",
        "a mark \u{FFFD} of doubt",
    ];
    through_every_door("", |house, first| {
        for (n, password) in odd.iter().enumerate() {
            let name = format!("carol{n}");
            house.visitor(first.door).register(&[("username", &name), ("password", password)]).done();
            for door in Door::ALL {
                house.visitor(door).login(&[("username", &name), ("password", password)]).done();
            }
            let trimmed = password.trim();
            if trimmed != *password {
                let outcome = house.visitor(first.door).login(&[("username", &name), ("password", trimmed)]);
                outcome.refused(&["# invalid_credentials"]);
            }
        }
    });
}
