//! A new password by whoever knows the old one: it ends everything but the session it was set in.

use crate::house::{House, on_every_store, through_every_door, through_every_door_and_store};
use crate::people::{PASSWORD, WRONG, alice, bob};
use crate::visitor::{Door, Outcome, Visitor};
use countersign::db::pending_changes::{self, PendingChange};
use countersign::delivery::MessageKind;
use serde_json::json;
use std::time::Duration;

const NEW: &str = "the hornets never sleep at all";

fn enter(visitor: &Visitor<'_>) {
    visitor.login(&[("identifier", "alice"), ("password", PASSWORD)]).done();
}

fn change(visitor: &Visitor<'_>, current: &str, new: &str) -> Outcome {
    let fields = [("current_password", current), ("new_password", new), ("new_password_confirm", new)];
    visitor.own("password", "password", &fields)
}

fn prove(house: &House) {
    house.sql("UPDATE users SET email_verified_at = date_joined, phone_verified_at = date_joined");
}

fn refresh(visitor: &Visitor<'_>) -> u16 {
    let token = visitor.tokens.lock().unwrap().as_ref().unwrap().1.clone();
    visitor.post_json("/api/v1/token/refresh", &json!({"refresh_token": token})).reply.status
}

#[test]
fn a_new_password_ends_every_other_session_and_token_and_gives_this_one_in_exchange() {
    through_every_door_and_store("", |house, visitor| {
        let user = alice(house);
        bob(house);
        prove(house);
        let others: Vec<Visitor<'_>> =
            [Door::Pages, Door::Cookie, Door::Bearer, Door::Bearer].map(|door| house.visitor(door)).into();
        others.iter().for_each(enter);
        let bystander = house.visitor(Door::Cookie);
        bystander.login(&[("identifier", "bob"), ("password", PASSWORD)]).done();
        enter(visitor);
        let old = house.visitor(visitor.door);
        old.cookies.lock().unwrap().clone_from(&visitor.cookies.lock().unwrap());
        old.tokens.lock().unwrap().clone_from(&visitor.tokens.lock().unwrap());

        let (hashes, outcome) = house.hashes_of(|| change(visitor, PASSWORD, NEW));
        let outcome = outcome.done();
        assert_eq!(hashes, 2, "the old one looked at, the new one stored");
        match visitor.door {
            Door::Pages => assert_eq!(outcome.reply.header("location"), Some("/account?password")),
            door => {
                let body = outcome.reply.json();
                assert_eq!(body["user"]["id"], user.id.to_string());
                assert_eq!(body["access_token"].is_string(), door == Door::Bearer);
                assert_eq!(body["refresh_token"].is_string(), door == Door::Bearer);
            }
        }
        assert_eq!(visitor.username().as_deref(), Some("alice"), "this one goes on");
        for gone in others.iter().chain([&old]) {
            assert_eq!(gone.me(), None);
            if gone.door == Door::Bearer {
                assert_eq!(refresh(gone), 401);
            }
        }
        if visitor.door == Door::Bearer {
            assert_eq!(refresh(visitor), 200);
        }
        assert_eq!(bystander.username().as_deref(), Some("bob"));
        assert_eq!(house.count("SELECT count(*) FROM sessions"), 2);

        assert_eq!(house.posted(), 2);
        house.received(MessageKind::PasswordChanged, "alice@example.org", 0);
        house.received(MessageKind::PasswordChanged, "+4915123456789", 0);
        assert_eq!(house.count("SELECT count(*) FROM account_events WHERE kind = 'password_changed'"), 1);
        let stranger = house.visitor(Door::Bearer);
        stranger.login(&[("identifier", "alice"), ("password", PASSWORD)]).refused(&["# invalid_credentials"]);
        stranger.login(&[("identifier", "alice"), ("password", NEW)]).done();
    });
}

#[test]
fn the_session_goes_on_as_what_it_was() {
    on_every_store("", |house| {
        alice(house);
        let visitor = house.visitor(Door::Cookie);
        for (remember, kind) in [(true, "remembered"), (false, "browser")] {
            let body = json!({"identifier": "alice", "password": PASSWORD, "remember_me": remember});
            visitor.submit_json("login", &body).done();
            let reply = change(&visitor, PASSWORD, NEW).done().reply;
            let lasts = reply.cookies().find(|cookie| cookie.starts_with("countersign=")).unwrap().contains("Max-Age");
            assert_eq!(lasts, remember);
            let found = house.count(&format!("SELECT count(*) FROM sessions WHERE kind = '{kind}'"));
            assert_eq!((found, house.count("SELECT count(*) FROM sessions")), (1, 1));
            change(&visitor, NEW, PASSWORD).done();
            visitor.logout().done();
        }
    });
}

#[test]
fn every_open_code_and_pending_change_is_dead() {
    through_every_door_and_store("", |house, visitor| {
        let user = alice(house);
        enter(visitor);
        house.visitor(Door::Bearer).submit_json("password/reset", &json!({"identifier": "alice@example.org"})).done();
        house.work(|_, cx| {
            let (kind, address, canonical) = ("email".into(), "new@example.org".into(), "new@example.org".into());
            let waiting = PendingChange { user_id: user.id, kind, address, canonical, asked_at: cx.now };
            cx.db.write(|conn| pending_changes::replace(conn, &waiting))
        });
        let open =
            || ["one_time_passwords", "pending_changes"].map(|t| house.count(&format!("SELECT count(*) FROM {t}")));
        assert_eq!(open(), [1, 1]);
        change(visitor, WRONG, NEW).refused(&["current_password invalid_credentials"]);
        assert_eq!(open(), [1, 1]);
        change(visitor, PASSWORD, NEW).done();
        assert_eq!(open(), [0, 0]);
    });
}

#[test]
fn a_refusal_says_the_same_at_every_door_and_changes_nothing() {
    let fields = |current: &'static str, new: &'static str, again: &'static str| {
        vec![("current_password", current), ("new_password", new), ("new_password_confirm", again)]
    };
    let cases = [
        (vec![], vec!["current_password required", "new_password required"], 0),
        (fields(WRONG, NEW, NEW), vec!["current_password invalid_credentials"], 1),
        (fields(PASSWORD, PASSWORD, PASSWORD), vec!["new_password same_value"], 1),
        (fields(WRONG, NEW, PASSWORD), vec!["new_password_confirm mismatch"], 0),
        (fields(WRONG, "qzvx7w", "qzvx7w"), vec!["new_password password_too_short"], 0),
        (fields(PASSWORD, "password1", "password1"), vec!["new_password password_too_common"], 0),
        (
            fields(PASSWORD, "90817263544", "90817263544"),
            vec!["new_password password_numeric", "new_password password_similar"],
            0,
        ),
        (fields(PASSWORD, "alice@example", "alice@example"), vec!["new_password password_similar"], 0),
        (
            vec![("new_password", "qzvx7w"), ("new_password_confirm", "s")],
            vec!["current_password required", "new_password password_too_short", "new_password_confirm mismatch"],
            0,
        ),
        ([fields(PASSWORD, NEW, NEW), vec![("is_staff", "true")]].concat(), vec!["is_staff unknown_field"], 0),
    ];
    through_every_door_and_store("", |house, visitor| {
        alice(house);
        prove(house);
        enter(visitor);
        let other = house.visitor(Door::Bearer);
        enter(&other);
        for (fields, mistakes, hashes) in &cases {
            house.sql("DELETE FROM login_failures");
            let (cost, outcome) = house.hashes_of(|| visitor.own("password", "password", fields));
            assert_eq!(outcome.reply.status, 422, "{fields:?}");
            let mut found = outcome.mistakes.clone();
            // A page shows what is not about a box of its own above all boxes, and everybody has to type twice there.
            found.retain(|mistake| !(visitor.door == Door::Pages && mistake == "new_password_confirm required"));
            let found: Vec<String> =
                found.into_iter().map(|m| m.replace("# unknown_field", "is_staff unknown_field")).collect();
            let (mut found, mut wanted) = (found, mistakes.iter().map(|m| (*m).to_owned()).collect::<Vec<_>>());
            found.sort();
            wanted.sort();
            assert_eq!(found, wanted, "{fields:?}");
            assert_eq!(cost, *hashes, "{fields:?}");
            for secret in [PASSWORD, WRONG, NEW] {
                assert!(!outcome.reply.body.contains(secret), "{fields:?}");
            }
        }
        assert_eq!((house.posted(), house.count("SELECT count(*) FROM sessions")), (0, 2));
        assert_eq!(house.count("SELECT count(*) FROM account_events WHERE kind = 'password_changed'"), 0);
        assert!(other.me().is_some() && visitor.me().is_some());
        house.visitor(Door::Bearer).login(&[("identifier", "alice"), ("password", PASSWORD)]).done();
    });
}

#[test]
fn wrong_passwords_count_with_those_of_every_other_door() {
    through_every_door_and_store("", |house, visitor| {
        alice(house);
        enter(visitor);
        for _ in 0..2 {
            change(visitor, WRONG, NEW).refused(&["current_password invalid_credentials"]);
            visitor.own("confirm", "reauthenticate", &[("password", WRONG)]);
        }
        let login = json!({"identifier": "alice", "password": WRONG});
        let path = if visitor.door == Door::Bearer { "/api/v1/login" } else { "/api/v1/login?session=cookie" };
        visitor.post_json(path, &login).refused(&["# invalid_credentials"]);
        let (hashes, outcome) = house.hashes_of(|| change(visitor, PASSWORD, NEW));
        assert_eq!((outcome.reply.status, outcome.retry_after(), hashes), (429, Some(30), 0));
        outcome.refused(&["# throttled"]);
        house.later(Duration::from_secs(30));
        change(visitor, PASSWORD, NEW).done();
        assert_eq!(house.count("SELECT count(*) FROM login_failures WHERE failures > 0"), 0, "a success clears them");
    });
}

#[test]
fn an_account_without_a_password_sets_one_if_it_signed_in_just_now() {
    through_every_door("", |house, visitor| {
        alice(house);
        enter(visitor);
        house.sql("UPDATE users SET password = '!none'");
        let fields = [("new_password", NEW), ("new_password_confirm", NEW)];
        house.later(Duration::from_secs(15 * 60));
        if visitor.door == Door::Bearer {
            assert_eq!(refresh(visitor), 200, "that proves nothing");
        }
        let outcome = visitor.own("password", "password", &fields);
        if visitor.door == Door::Pages {
            assert_eq!(outcome.reply.header("location"), Some("/account/confirm?next=%2Faccount%2Fpassword"));
            assert!(visitor.get("/account/confirm").body.contains("sign in again"));
        } else {
            assert_eq!(outcome.reply.status, 403);
            assert!(outcome.reply.body.contains("Sign in again"), "{}", outcome.reply.body);
            outcome.refused(&["# forbidden"]);
        }
        assert_eq!(house.count("SELECT count(*) FROM users WHERE password = '!none'"), 1);
        house.sql("UPDATE sessions SET proved_at = last_used_at");
        let shown = visitor.get("/account/password");
        assert!(visitor.door == Door::Bearer || !shown.body.contains("current_password"), "{shown:?}");
        visitor.own("password", "password", &fields).done();
        assert_eq!(visitor.username().as_deref(), Some("alice"));
        house.visitor(Door::Bearer).login(&[("identifier", "alice"), ("password", NEW)]).done();
    });
}
