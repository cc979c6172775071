//! Signing in.

mod chain;
mod rehash;
mod replies;
mod several;

use crate::house::{House, on_every_database, through_every_door};
use crate::people::{PASSWORD, WRONG, alice, person};
use crate::visitor::{Door, Reply};
use countersign::db::{Id, User, users};
use serde_json::json;

/// The account as it stands now.
pub fn account(house: &House, id: Id) -> User {
    house.work(|_, cx| cx.db.read(|conn| users::get(conn, id))).expect("the account is there")
}

/// The session cookie that a reply sets, with its attributes.
pub fn session_cookie(reply: &Reply) -> Option<&str> {
    reply.cookies().find(|cookie| cookie.starts_with("countersign="))
}

#[test]
fn each_identifier_lets_its_owner_in() {
    through_every_door("", |house, _| {
        alice(house);
        for (name, value) in [
            ("username", "alice"),
            ("email", "alice@example.org"),
            ("phone", "+4915123456789"),
            ("identifier", "alice"),
            ("identifier", "ALICE@Example.ORG"),
            ("identifier", "+49 1512 345 6789"),
        ] {
            for door in crate::visitor::Door::ALL {
                let visitor = house.visitor(door);
                visitor.login(&[(name, value), ("password", PASSWORD)]).done();
                assert_eq!(visitor.username().as_deref(), Some("alice"), "{name} {value}");
            }
        }
    });
}

#[test]
fn a_wrong_password_is_refused_and_signs_nobody_in() {
    through_every_door("", |house, visitor| {
        alice(house);
        let outcome = visitor.login(&[("identifier", "alice"), ("password", WRONG)]);
        let outcome = outcome.refused(&["# invalid_credentials"]);
        let expected = if visitor.door == crate::visitor::Door::Pages { 422 } else { 401 };
        assert_eq!(outcome.reply.status, expected);
        assert!(!outcome.reply.body.contains(WRONG));
        assert_eq!(visitor.me(), None);
        assert_eq!(house.count("SELECT count(*) FROM sessions"), 0);
    });
}

#[test]
fn any_spelling_of_an_identifier_finds_its_account() {
    let spellings = [
        ("username", "Zoëstraße"),
        ("username", "ZOËSTRASSE"),
        ("username", "zoe\u{308}strasse"),
        ("username", "Zoe\u{308}straße"),
        ("username", "ｚｏëｓｔｒａｓｓｅ"),
        ("email", "zoe.b@bücher.example"),
        ("email", "ZOE.B@BÜCHER.EXAMPLE"),
        ("email", " Zoe.B@xn--bcher-kva.example\n"),
        ("email", "zoe.b@bücher。example"),
        ("email", "zoe.b@bu\u{308}cher.example"),
        ("phone", "+4915123456789"),
        ("phone", "+49 (1512) 345-67-89"),
        ("phone", "01512 3456789"),
        ("phone", "0049 1512 3456789"),
        ("phone", "＋４９ １５１２ ３４５６７８９"),
        ("phone", " 01512/345.67.89 "),
    ];
    through_every_door("[phone]\ndefault_region = 'DE'", |house, first| {
        person(house, Some("Zoëstraße"), Some("Zoe.B@bücher.example"), Some("+4915123456789"));
        for (name, value) in spellings {
            for name in [name, "identifier"] {
                let visitor = house.visitor(first.door);
                let outcome = visitor.login(&[(name, value), ("password", PASSWORD)]);
                assert!(outcome.is_done(), "{name} {value:?}: {outcome:?}");
                assert_eq!(visitor.username().as_deref(), Some("Zoëstraße"));
            }
        }
    });
}

#[test]
fn a_look_alike_of_a_username_finds_nobody() {
    through_every_door("", |house, visitor| {
        person(house, Some("paypal"), None, None);
        for name in ["p\u{430}ypal", "paypa1", "paypa", "paypal ", "pay.pal"] {
            let (hashes, outcome) = house.hashes_of(|| visitor.login(&[("username", name), ("password", PASSWORD)]));
            outcome.refused(&["# invalid_credentials"]);
            assert_eq!(hashes, 1, "{name}");
        }
    });
}

#[test]
fn the_reply_of_the_api_has_the_account_and_its_tokens_or_its_cookie() {
    on_every_database("", |house| {
        alice(house);
        let fields = [("identifier", "alice"), ("password", PASSWORD)];
        let reply = house.visitor(Door::Bearer).login(&fields).done().reply;
        assert_eq!((reply.status, reply.cookies().count()), (200, 0));
        assert_eq!(reply.header("cache-control"), Some("no-store"));
        let body = reply.json();
        let members: Vec<&str> = body.as_object().unwrap().keys().map(String::as_str).collect();
        assert_eq!(members, ["user", "access_token", "refresh_token", "token_type", "expires_in"]);
        assert_eq!(body["user"]["username"], "alice");

        let reply = house.visitor(Door::Cookie).login(&fields).done().reply;
        assert_eq!(reply.status, 200);
        assert_eq!(reply.json().as_object().unwrap().len(), 1);
        assert_eq!(reply.json()["user"]["username"], "alice");
        assert!(session_cookie(&reply).is_some());

        let reply = house.visitor(Door::Pages).login(&fields).done().reply;
        assert_eq!((reply.status, reply.header("location")), (303, Some("/account")));
    });
}

#[test]
fn a_login_is_noted_and_a_refused_one_is_not() {
    through_every_door("", |house, visitor| {
        let user = alice(house);
        let before = account(house, user.id);
        visitor.login(&[("identifier", "alice"), ("password", WRONG)]).refused(&["# invalid_credentials"]);
        assert_eq!(account(house, user.id), before);
        house.later(std::time::Duration::from_secs(60));
        visitor.login(&[("identifier", "alice"), ("password", PASSWORD)]).done();
        assert_eq!(visitor.me().unwrap()["last_login"], json!("2026-11-22T10:01:00Z"));
        let after = account(house, user.id);
        assert_eq!(after.password, before.password);
        assert_eq!(house.count("SELECT count(*) FROM sessions"), 1);
    });
}

#[test]
fn signed_in_already_the_pages_lead_on_and_begin_nothing() {
    on_every_database("login_redirect_url = '/welcome'", |house| {
        alice(house);
        let browser = house.visitor(Door::Pages);
        browser.login(&[("identifier", "alice"), ("password", PASSWORD)]).done();
        for path in ["/login", "/register", "/register/register", "/login?next=%2Faccount"] {
            let reply = browser.get(path);
            assert_eq!((reply.status, reply.header("location")), (303, Some("/welcome")), "{path}");
        }
        let before = browser.cookies.lock().unwrap().clone();
        for outcome in [
            browser.login(&[("identifier", "alice"), ("password", PASSWORD)]),
            browser.login(&[("identifier", "alice"), ("password", WRONG)]),
            browser.register(&[("username", "carol"), ("password", PASSWORD)]),
        ] {
            assert_eq!((outcome.reply.status, outcome.reply.header("location")), (303, Some("/welcome")));
        }
        assert_eq!(*browser.cookies.lock().unwrap(), before);
        assert_eq!(house.count("SELECT count(*) FROM sessions"), 1);
        assert_eq!(house.count("SELECT count(*) FROM users"), 1);
        house.sql("DELETE FROM sessions");
        assert_eq!(browser.get("/login").status, 200, "a session that has ended leads nowhere");
    });
}

#[test]
fn next_is_followed_after_a_login_and_only_to_this_site() {
    on_every_database("", |house| {
        alice(house);
        for (next, expected) in [
            ("/account?a=1", "/account?a=1"),
            ("//evil", "/account"),
            ("/\\evil", "/account"),
            ("https://good@evil", "/account"),
            ("javascript:alert(1)", "/account"),
        ] {
            let browser = house.visitor(Door::Pages);
            let wrong = browser.login(&[("identifier", "alice"), ("password", WRONG), ("next", next)]);
            let wrong = wrong.refused(&["# invalid_credentials"]);
            assert_eq!(
                wrong.reply.body.contains(r#"name="next""#),
                expected == next,
                "a refused form keeps it: {next}"
            );
            let done = browser.login(&[("identifier", "alice"), ("password", PASSWORD), ("next", next)]).done();
            assert_eq!(done.reply.header("location"), Some(expected), "{next}");
        }
        let reply = house.visitor(Door::Pages).get("/account?b=2");
        assert_eq!((reply.status, reply.header("location")), (303, Some("/login?next=%2Faccount%3Fb%3D2")));
    });
}

#[test]
fn remember_me_decides_whether_the_cookie_outlives_the_browser() {
    let cases = [(None, false), (Some(false), false), (Some(true), true)];
    on_every_database("", |house| {
        alice(house);
        for (remember, lasting) in cases {
            let mut body = json!({"identifier": "alice", "password": PASSWORD});
            if let Some(remember) = remember {
                body["remember_me"] = json!(remember);
            }
            let reply = house.visitor(Door::Cookie).submit_json("login", &body).done().reply;
            let cookie = session_cookie(&reply).unwrap().to_ascii_lowercase();
            assert_eq!(cookie.contains("max-age=") || cookie.contains("expires="), lasting, "{cookie}");
        }
        for (fields, lasting) in
            [(vec![], false), (vec![("remember_me", "true")], true), (vec![("remember_me", "on")], true)]
        {
            let mut all = vec![("identifier", "alice"), ("password", PASSWORD)];
            all.extend(fields);
            let reply = house.visitor(Door::Pages).login(&all).done().reply;
            let cookie = session_cookie(&reply).unwrap().to_ascii_lowercase();
            assert_eq!(cookie.contains("max-age=") || cookie.contains("expires="), lasting, "{cookie}");
        }
        for wrong in [json!("true"), json!(1), json!([])] {
            let body = json!({"identifier": "alice", "password": PASSWORD, "remember_me": wrong});
            let outcome = house.visitor(Door::Cookie).submit_json("login", &body);
            outcome.refused(&["remember_me invalid"]);
        }
        let reply = house.visitor(Door::Pages).register(&[("username", "carol"), ("password", PASSWORD)]).done().reply;
        assert!(!session_cookie(&reply).unwrap().contains("Max-Age="), "registering remembers nobody");
    });
}
