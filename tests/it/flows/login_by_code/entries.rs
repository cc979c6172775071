//! What a code opens, for whom, and what kind of session it is.

use super::{EMAIL, ON, PHONE, alice_with, ask, code, confirm, left};
use crate::flows::login_by_code::WRONG;
use crate::house::{Database, House, on_every_database, through_every_door};
use crate::people::{self, PASSWORD};
use crate::visitor::Door;
use countersign::accounts::Actor;
use countersign::db::users::NewUser;
use countersign::delivery::MessageKind::{LoginCode, ResetPassword};
use countersign::identifiers::Email;
use serde_json::json;
use std::time::Duration;

#[test]
fn a_code_to_a_proved_address_signs_in_at_every_door_by_every_identifier() {
    for (identifier, channel, to) in [
        (EMAIL, "", EMAIL),
        ("Alice@EXAMPLE.org", "phone", EMAIL),
        ("+49 1512 345 6789", "", PHONE),
        (PHONE, "email", PHONE),
        ("alice", "", EMAIL),
        ("ALICE", "email", EMAIL),
        ("alice", "phone", PHONE),
    ] {
        through_every_door(ON, |house, visitor| {
            alice_with(house, true, true);
            let mut fields = vec![("identifier", identifier)];
            if !channel.is_empty() {
                fields.push(("channel", channel));
            }
            let asked = visitor.submit("login/code", &fields).done();
            let expected = if visitor.door == Door::Pages { 303 } else { 202 };
            assert_eq!((asked.reply.status, asked.reply.cookies().count()), (expected, 0));
            let code = house.received(LoginCode, to, 0).code.unwrap();
            assert_eq!(house.posted(), 1, "and nowhere else");
            let (hashes, done) = house.hashes_of(|| confirm(visitor, identifier, &code).done());
            assert_eq!((hashes, visitor.username().as_deref()), (0, Some("alice")));
            assert_eq!(left(house)[..3], [1, i64::from(visitor.door == Door::Bearer), 1]);
            if visitor.door != Door::Pages {
                let body = done.reply.json();
                assert_eq!(done.reply.status, 200);
                assert_eq!(
                    (&body["user"]["username"], body["user"]["last_login"].is_string()),
                    (&json!("alice"), true)
                );
                assert_eq!(body["access_token"].is_string(), visitor.door == Door::Bearer);
            }
            let again = house.visitor(visitor.door);
            confirm(&again, identifier, &code).refused(&["code invalid_code"]);
            assert_eq!(again.me(), None);
        });
    }
}

#[test]
fn it_is_a_session_as_after_a_password_with_the_same_body_and_the_same_cookies() {
    on_every_database(ON, |house| {
        alice_with(house, true, true);
        for door in [Door::Bearer, Door::Cookie] {
            let by_password = house.visitor(door);
            let first = by_password.login(&[("identifier", "alice"), ("password", PASSWORD)]).done().reply;
            let by_code = house.visitor(door);
            let second =
                confirm(&by_code, EMAIL, &code(&by_code, EMAIL, EMAIL, usize::from(door == Door::Cookie))).done();
            let members = |body: serde_json::Value| {
                let names = |value: &serde_json::Value| value.as_object().unwrap().keys().cloned().collect::<Vec<_>>();
                (names(&body), names(&body["user"]))
            };
            assert_eq!(members(first.json()), members(second.reply.json()));
            let shapes = |reply: &crate::visitor::Reply| {
                let shape = |cookie: &str| {
                    let (pair, attributes) = cookie.split_once(';').unwrap();
                    format!("{};{attributes}", pair.split_once('=').unwrap().0)
                };
                let mut all: Vec<String> = reply.cookies().map(shape).collect();
                all.sort();
                all
            };
            assert_eq!(shapes(&first), shapes(&second.reply));
            assert_eq!(shapes(&first).len(), if door == Door::Cookie { 2 } else { 0 });
            by_code.logout().done();
            assert_eq!((by_code.me(), by_password.username().as_deref()), (None, Some("alice")));
            house.later(Duration::from_secs(60));
        }
    });
}

#[test]
fn remember_me_is_false_unless_sent_and_the_box_is_there_only_where_the_settings_offer_it() {
    for door in [Door::Pages, Door::Cookie] {
        let house = House::build(Database::Sqlite, ON);
        alice_with(&house, true, false);
        for (nth, remember) in [false, true].into_iter().enumerate() {
            let visitor = house.visitor(door);
            let code = code(&visitor, EMAIL, EMAIL, nth);
            let done = match (door, remember) {
                (_, false) => confirm(&visitor, EMAIL, &code),
                (Door::Pages, true) => visitor
                    .submit("login/code/confirm", &[("identifier", EMAIL), ("code", &code), ("remember_me", "true")]),
                _ => visitor.submit_json(
                    "login/code/confirm",
                    &json!({"identifier": EMAIL, "code": code, "remember_me": true}),
                ),
            };
            let session = done.done().reply.cookies().find(|c| c.starts_with("countersign=")).unwrap().to_owned();
            assert_eq!(session.contains("Max-Age="), remember, "{session}");
            assert!(session.contains("HttpOnly") && session.contains("SameSite=Lax") && session.contains("Path=/"));
            house.later(Duration::from_secs(60));
        }
        assert!(house.visitor(Door::Pages).get("/login/code/confirm").body.contains("name=\"remember_me\""));
    }
    let house = House::build(Database::Sqlite, &format!("{ON}\nremember_me = false"));
    alice_with(&house, true, false);
    let pages = house.visitor(Door::Pages);
    assert!(!pages.get("/login/code/confirm").body.contains("remember_me"));
    let code = code(&pages, EMAIL, EMAIL, 0);
    let all = [("identifier", EMAIL), ("code", &code), ("remember_me", "true")];
    let done = pages.submit("login/code/confirm", &all).done();
    assert!(!done.reply.cookies().any(|c| c.starts_with("countersign=") && c.contains("Max-Age=")));
}

#[test]
fn an_account_without_a_password_signs_in_so() {
    through_every_door(ON, |house, visitor| {
        let new = NewUser { email: Some(Email::parse(EMAIL).unwrap()), ..NewUser::default() };
        house.work(|accounts, cx| {
            let user = accounts.create_user(cx, new, None)?;
            accounts.verify_by_hand(cx, Actor::Shell, user.id, true, false)
        });
        let code = code(visitor, EMAIL, EMAIL, 0);
        confirm(visitor, EMAIL, &code).done();
        assert_eq!(visitor.me().unwrap()["email"], EMAIL);
    });
}

#[test]
fn failures_of_the_password_neither_stand_in_the_way_nor_are_cleared() {
    through_every_door(ON, |house, visitor| {
        alice_with(house, true, false);
        let guesser = house.visitor(Door::Bearer);
        for _ in 0..5 {
            guesser.login(&[("identifier", "alice"), ("password", people::WRONG)]).refused(&["# invalid_credentials"]);
        }
        let right = [("identifier", "alice"), ("password", PASSWORD)];
        assert_eq!(guesser.login(&right).reply.status, 429);
        // Nor do wrong codes count against the password.
        let code = code(visitor, EMAIL, EMAIL, 0);
        confirm(visitor, EMAIL, WRONG).refused(&["code invalid_code"]);
        house.later(Duration::from_secs(1));
        confirm(visitor, EMAIL, &code).done();
        assert_eq!(guesser.login(&right).retry_after(), Some(29));
        house.later(Duration::from_secs(29));
        guesser.login(&right).done();
    });
}

#[test]
fn after_a_reset_the_other_address_opens_nothing_until_the_signed_in_owner_confirms_it() {
    on_every_database(&format!("{ON}\n[verification]\nphone = \"optional\""), |house| {
        alice_with(house, true, true);
        let stranger = house.visitor(Door::Bearer);
        let open = code(&stranger, PHONE, PHONE, 0);
        let new = "the moles dig in the evening";
        stranger.submit("password/reset", &[("identifier", EMAIL)]).done();
        let reset = house.received(ResetPassword, EMAIL, 0).code.unwrap();
        let all = [("identifier", EMAIL), ("code", &reset), ("new_password", new)];
        stranger.submit("password/reset/confirm", &all).done();
        confirm(&stranger, PHONE, &open).refused(&["code invalid_code"]);
        house.later(Duration::from_secs(60));
        let before = left(house);
        for by_phone in [json!({"identifier": PHONE}), json!({"identifier": "alice", "channel": "phone"})] {
            stranger.submit_json("login/code", &by_phone).done();
            if by_phone["channel"].is_null() {
                assert_eq!(left(house), before, "nothing is sent to the phone");
            }
        }
        // The wish for the phone is none that can be met: it went to the address that opens the account.
        let code_of_email = house.received(LoginCode, EMAIL, 0).code.unwrap();
        let owner = house.visitor(Door::Cookie);
        confirm(&owner, "alice", &code_of_email).done();
        house.later(Duration::from_secs(60));
        owner.submit("verify/phone/resend", &[]).done();
        let proof = house.received(countersign::delivery::MessageKind::VerifyPhone, PHONE, 0).code.unwrap();
        owner.submit("verify/phone", &[("code", &proof)]).done();
        house.later(Duration::from_secs(60));
        let code = code(&stranger, PHONE, PHONE, 1);
        confirm(&stranger, PHONE, &code).done();
        assert_eq!(ask(&stranger, PHONE).reply.status, 202);
    });
}

#[test]
fn what_happened_is_noted_for_the_owner_and_without_the_code() {
    on_every_database(&format!("{ON}\n[verification]\nphone = \"mandatory\""), |house| {
        let alice = alice_with(house, true, false);
        let visitor = house.visitor(Door::Bearer);
        let events = |kind: &str, detail: &str| {
            house.count(&format!(
                "SELECT count(*) FROM account_events e JOIN users u ON u.id = e.user_id \
                 WHERE e.kind = '{kind}' AND CAST(e.detail AS text) LIKE '%{detail}%'"
            ))
        };
        let first = code(&visitor, EMAIL, EMAIL, 0);
        assert_eq!(events("code_requested", "login"), 1);
        confirm(&visitor, EMAIL, WRONG).refused(&["code invalid_code"]);
        assert_eq!(events("code_refused", "login"), 1);
        house.later(Duration::from_secs(1));
        confirm(&visitor, EMAIL, &first).refused(&["# unverified"]);
        assert_eq!((events("login_unverified", ""), events("login", "code")), (1, 0));
        house.work(|accounts, cx| accounts.verify_by_hand(cx, Actor::Shell, alice.id, true, true));
        house.later(Duration::from_secs(60));
        let second = code(&visitor, EMAIL, EMAIL, 1);
        confirm(&visitor, EMAIL, &second).done();
        assert_eq!((events("login_unverified", ""), events("login", "code")), (1, 1));
        let holds = |code: &str| {
            house.count(&format!("SELECT count(*) FROM account_events WHERE CAST(detail AS text) LIKE '%{code}%'"))
        };
        assert_eq!(holds(&first) + holds(&second), 0);
        // Of nobody too, so that an answer does not take longer for somebody.
        ask(&visitor, "nobody@example.org").done();
        assert_eq!(house.count("SELECT count(*) FROM account_events WHERE user_id IS NULL"), 1);
    });
}
