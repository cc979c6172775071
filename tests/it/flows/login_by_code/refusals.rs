//! What opens nothing, what is told of it, and that nothing comes of it.

use super::{EMAIL, ON, PHONE, WRONG, alice_with, ask, code, confirm, left};
use crate::house::{Database, House, on_every_database, through_every_door};
use crate::people::{PASSWORD, alice, bob, person};
use crate::visitor::{Door, Reply};
use countersign::accounts::Actor;
use countersign::db::addresses;
use countersign::delivery::MessageKind::LoginCode;
use serde_json::json;
use std::time::Duration;

/// What tells replies apart.
fn seen(reply: &Reply) -> (u16, String, Vec<(String, String)>) {
    let headers = reply.headers.iter().filter(|(name, _)| name != "date" && name != "x-request-id");
    let mut headers: Vec<_> = headers.cloned().collect();
    headers.sort();
    (reply.status, reply.body.clone(), headers)
}

#[test]
fn whoever_may_not_is_told_the_same_as_whoever_may_and_nothing_is_sent_or_changed() {
    through_every_door(ON, |house, visitor| {
        alice_with(house, true, true);
        // Proved nothing; proved one of two; inactive; nothing to prove.
        let none = [("none", "none@example.org", "+4915123456701"), ("mail", "mail@example.org", "+4915123456702")];
        for (name, email, phone) in none {
            let user = person(house, Some(name), Some(email), Some(phone));
            house.work(|accounts, cx| accounts.verify_by_hand(cx, Actor::Shell, user.id, name == "mail", false));
        }
        let gone = person(house, Some("gone"), Some("gone@example.org"), Some("+4915123456703"));
        house.work(|accounts, cx| {
            accounts.verify_by_hand(cx, Actor::Shell, gone.id, true, true)?;
            accounts.set_active(cx, Actor::Shell, gone.id, false)
        });
        person(house, Some("bare"), None, None);
        let known = seen(&ask(visitor, EMAIL).done().reply);
        let before = left(house);
        let mut asked = 1;
        for identifier in [
            "none",
            "none@example.org",
            "+4915123456701",
            "+4915123456702",
            "gone",
            "gone@example.org",
            "+4915123456703",
            "bare",
            "nobody",
            "nobody@example.org",
            "+4915123456799",
            "not an @ address",
            "💥",
        ] {
            assert_eq!(seen(&ask(visitor, identifier).done().reply), known, "{identifier}");
            asked += 1;
            let written = |sql: &str| house.count(&format!("SELECT count(*) FROM {sql}"));
            assert_eq!(written("one_time_passwords"), asked, "the same writes: {identifier}");
            assert_eq!(written("account_events WHERE kind = 'code_requested'"), asked, "{identifier}");
            confirm(visitor, identifier, WRONG).refused(&["code invalid_code"]);
            assert_eq!(confirm(visitor, identifier, WRONG).retry_after(), Some(1), "the same curve: {identifier}");
        }
        assert_eq!((left(house), visitor.me()), (before, None));
        assert_eq!(house.count("SELECT count(*) FROM users WHERE is_active"), 4);
    });
}

#[test]
fn a_code_is_refused_when_wrong_throttled_dead_or_expired() {
    through_every_door(ON, |house, visitor| {
        alice_with(house, true, true);
        let first = code(visitor, EMAIL, EMAIL, 0);
        let before = left(house);
        confirm(visitor, EMAIL, WRONG).refused(&["code invalid_code"]);
        let throttled = confirm(visitor, EMAIL, &first);
        assert_eq!((throttled.reply.status, throttled.retry_after()), (429, Some(1)), "the right one too");
        for wait in [1, 2, 4, 8] {
            house.later(Duration::from_secs(wait));
            confirm(visitor, EMAIL, WRONG).refused(&["code invalid_code"]);
        }
        house.later(Duration::from_secs(16));
        confirm(visitor, EMAIL, &first).refused(&["code invalid_code"]);
        assert_eq!((left(house), visitor.me()), (before, None), "five wrong ones and it is dead");
        house.later(Duration::from_secs(60));
        let second = code(visitor, EMAIL, EMAIL, 1);
        confirm(visitor, EMAIL, &first).refused(&["code invalid_code"]);
        house.later(Duration::from_mins(15) - Duration::from_micros(1));
        let late = code(&house.visitor(Door::Bearer), PHONE, PHONE, 0);
        house.later(Duration::from_micros(1));
        confirm(visitor, EMAIL, &second).refused(&["code invalid_code"]);
        // After the seventh wrong one; no new code has cleared the count.
        house.later(Duration::from_secs(64));
        // The code of another address, and that of another account.
        let third = code(visitor, EMAIL, EMAIL, 2);
        confirm(visitor, EMAIL, &late).refused(&["code invalid_code"]);
        let bob = bob(house);
        house.work(|accounts, cx| accounts.verify_by_hand(cx, Actor::Shell, bob.id, true, true));
        confirm(visitor, "bob", &third).refused(&["code invalid_code"]);
        assert_eq!((left(house)[0], visitor.me()), (0, None));
        confirm(visitor, PHONE, &late).done();
    });
}

#[test]
fn a_code_dies_with_the_proof_the_account_and_the_password_it_was_asked_for_under() {
    on_every_database(ON, |house| {
        let alice = alice_with(house, true, true);
        let stranger = house.visitor(Door::Bearer);
        let mut nth = 0;
        let mut open = || {
            house.later(Duration::from_hours(24));
            nth += 1;
            code(&stranger, EMAIL, EMAIL, nth - 1)
        };
        let dead = |code: &str| {
            confirm(&stranger, EMAIL, code).refused(&["code invalid_code"]);
            assert_eq!(left(house)[0], 0);
            house.sql("DELETE FROM login_failures");
        };
        let code = open();
        house.work(|accounts, cx| accounts.set_password(cx, &alice, &"the otters swim upstream".to_owned().into()));
        dead(&code);
        let code = open();
        house.work(|accounts, cx| accounts.set_active(cx, Actor::Shell, alice.id, false));
        dead(&code);
        house.work(|accounts, cx| accounts.set_active(cx, Actor::Shell, alice.id, true));
        let code = open();
        house.sql("UPDATE users SET email_verified_at = NULL");
        dead(&code);
        house.work(|accounts, cx| accounts.verify_by_hand(cx, Actor::Shell, alice.id, true, true));
        dead(&code);
        let code = open();
        house.work(|_, cx| cx.db.write(|conn| addresses::remove_address(conn, alice.id, true)));
        dead(&code);
        // Somebody else has the address now.
        let heir = person(house, Some("heir"), Some(EMAIL), None);
        house.work(|accounts, cx| accounts.verify_by_hand(cx, Actor::Shell, heir.id, true, false));
        dead(&code);
    });
}

#[test]
fn where_another_address_has_to_be_proved_first_a_right_code_says_so_and_is_spent() {
    for (mandatory, proved) in [("phone", EMAIL), ("email", PHONE)] {
        through_every_door(&format!("{ON}\n[verification]\n{mandatory} = \"mandatory\""), |house, visitor| {
            let alice = alice_with(house, proved == EMAIL, proved == PHONE);
            let code = code(visitor, proved, proved, 0);
            let before = left(house);
            confirm(visitor, proved, WRONG).refused(&["code invalid_code"]);
            house.later(Duration::from_secs(1));
            let told = confirm(visitor, proved, &code);
            assert_eq!((told.reply.status, told.reply.cookies().count()), (403, 0));
            assert!(visitor.door != Door::Pages || told.reply.body.contains(&format!("href=\"/verify/{mandatory}\"")));
            told.refused(&["# unverified"]);
            assert_eq!((left(house), visitor.me()), (before, None));
            house.work(|accounts, cx| accounts.verify_by_hand(cx, Actor::Shell, alice.id, true, true));
            confirm(visitor, proved, &code).refused(&["code invalid_code"]);
            house.later(Duration::from_secs(60));
            let second = super::code(visitor, proved, proved, 1);
            confirm(visitor, proved, &second).done();
        });
    }
    let house = House::build(Database::Sqlite, &format!("{ON}\n[verification]\nphone = \"mandatory\""));
    alice_with(&house, true, false);
    let pages = house.visitor(Door::Pages);
    ask(&pages, EMAIL).done();
    let link = house.received(LoginCode, EMAIL, 0).link.unwrap();
    let told = pages.post_form(&link, &[]);
    assert_eq!((told.reply.status, pages.me()), (403, None));
    assert!(told.reply.body.contains("href=\"/verify/phone\"") && told.reply.body.contains("name=\"identifier\""));
    assert_eq!(pages.post_form(&link, &[]).reply.status, 422);
}

#[test]
fn a_bad_form_is_refused_alike_at_every_door_before_anything_is_sent_or_tried() {
    through_every_door(ON, |house, visitor| {
        alice_with(house, true, true);
        let before = left(house);
        visitor.submit("login/code", &[]).refused(&["identifier required"]);
        let odd = [("channel", "pigeon"), ("next_step", "x")];
        let expected = ["identifier required", "channel invalid", "# unknown_field"];
        let told = visitor.submit("login/code", &odd);
        let found: Vec<String> = told.mistakes.iter().map(|m| m.replace("next_step", "#")).collect();
        let sorted = |mut all: Vec<String>| {
            all.sort();
            all
        };
        assert_eq!(sorted(found), sorted(expected.map(str::to_owned).to_vec()));
        let confirm = "login/code/confirm";
        visitor.submit(confirm, &[("identifier", EMAIL)]).refused(&["code required"]);
        visitor.submit(confirm, &[("identifier", EMAIL), ("code", " - ")]).refused(&["code blank"]);
        visitor.submit(confirm, &[]).refused(&["identifier required", "code required"]);
        if visitor.door != Door::Pages {
            for (body, mistakes) in [
                (json!({"identifier": "", "code": null}), vec!["identifier blank", "code required"]),
                (json!({"identifier": 7, "code": []}), vec!["identifier invalid", "code invalid"]),
                (json!({"identifier": EMAIL, "code": "B", "remember_me": "yes"}), vec!["remember_me invalid"]),
                (json!({"identifier": EMAIL, "code": "B", "password": PASSWORD}), vec!["password unknown_field"]),
            ] {
                visitor.submit_json(confirm, &body).refused(&mistakes);
            }
        }
        assert_eq!(left(house), before);
        assert_eq!(
            house.count("SELECT count(*) FROM one_time_passwords") + house.count("SELECT count(*) FROM login_failures"),
            0
        );
    });
}

#[test]
fn a_network_that_asks_too_often_is_told_the_same_and_one_that_tries_too_often_waits() {
    for store in ["memory", "database"] {
        let limits = format!("{ON}\n[limits]\ncode_per_ip = \"2/m\"\nlogin_per_ip = \"2/m\"\nstore = \"{store}\"");
        through_every_door(&limits, |house, visitor| {
            alice_with(house, true, true);
            let first = ask(visitor, "nobody@example.org").done().reply;
            ask(visitor, PHONE).done();
            assert_eq!(seen(&ask(visitor, EMAIL).done().reply), seen(&first));
            assert_eq!(house.posted(), 1, "nothing is sent to the third");
            for _ in 0..2 {
                confirm(visitor, EMAIL, WRONG).refused(&["code invalid_code"]);
            }
            let waits = confirm(visitor, PHONE, &house.received(LoginCode, PHONE, 0).code.unwrap());
            assert!(waits.retry_after().is_some(), "{waits:?}");
            assert_eq!((waits.reply.status, visitor.me()), (429, None));
        });
    }
}

#[test]
fn unless_it_is_switched_on_there_is_nothing_of_it() {
    for settings in ["", "[login]\nby_code = false"] {
        let house = House::build(Database::Sqlite, settings);
        alice(&house);
        for path in ["/login/code", "/login/code/confirm", "/login/code/x/y"] {
            for path in [path.to_owned(), format!("/api/v1{path}")] {
                for method in ["GET", "HEAD", "POST"] {
                    assert_eq!(house.visitor(Door::Pages).send(method, &path, &[], b"").status, 404, "{method} {path}");
                }
            }
        }
        assert!(!house.visitor(Door::Pages).get("/login").body.contains("/login/code"));
        assert_eq!(house.visitor(Door::Bearer).get("/api/v1/forms/login").json().get("by_code"), None);
        assert_eq!(house.posted(), 0);
    }
}

#[test]
fn without_phones_no_code_goes_to_one() {
    through_every_door(&format!("phone_authentication_active = false\n{ON}"), |house, visitor| {
        // From the time when there were phones.
        alice_with(house, true, true);
        ask(visitor, PHONE).done();
        assert_eq!(house.posted(), 0);
        visitor.submit("login/code", &[("identifier", "alice"), ("channel", "phone")]).done();
        confirm(visitor, "alice", &house.received(LoginCode, EMAIL, 0).code.unwrap()).done();
        let page = house.visitor(Door::Pages).get("/login/code").body;
        assert!(!page.contains("phone") && !page.contains("channel"), "{page}");
    });
}
