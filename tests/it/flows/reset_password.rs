//! Setting a new password without the old one.

mod release;

use crate::house::{House, on_every_database};
use crate::people::{PASSWORD, alice};
use crate::visitor::{Door, Outcome};
use countersign::accounts::Actor;
use countersign::delivery::MessageKind::{self, PasswordChanged, ReleaseAddress, ResetPassword};
use serde_json::json;
use std::time::Duration;

const NEW: &str = "the moles dig in the evening";
const EMAIL: &str = "alice@example.org";
const PHONE: &str = "+4915123456789";

fn prove(house: &House, email: bool, phone: bool) {
    let alice = alice(house);
    house.work(|accounts, cx| accounts.verify_by_hand(cx, Actor::Shell, alice.id, email, phone));
}

fn ask(house: &House, body: &serde_json::Value) -> Outcome {
    house.visitor(Door::Bearer).post_json("/api/v1/password/reset", body)
}

fn confirm(house: &House, identifier: &str, code: &str, password: &str) -> Outcome {
    let body = json!({"identifier": identifier, "code": code, "new_password": password});
    house.visitor(Door::Bearer).post_json("/api/v1/password/reset/confirm", &body)
}

fn signs_in(house: &House, password: &str) -> bool {
    house.visitor(Door::Bearer).login(&[("identifier", "alice"), ("password", password)]).is_done()
}

#[test]
fn a_code_to_a_proved_address_sets_a_new_password_and_ends_every_session() {
    for (identifier, channel, to) in [
        (EMAIL, None, EMAIL),
        ("alice", None, EMAIL),
        ("ALICE", Some("phone"), PHONE),
        ("+49 1512 345 6789", None, PHONE),
        (PHONE, Some("email"), PHONE),
    ] {
        on_every_database("", |house| {
            prove(house, true, true);
            let signed_in = house.visitor(Door::Cookie);
            signed_in.login(&[("identifier", "alice"), ("password", PASSWORD)]).done();
            let mut body = json!({"identifier": identifier});
            if let Some(channel) = channel {
                body["channel"] = json!(channel);
            }
            assert_eq!(ask(house, &body).done().reply.status, 202);
            let code = house.received(ResetPassword, to, 0).code.unwrap();
            let typed = identifier;
            let done = confirm(house, typed, &code, NEW).done();
            assert_eq!((done.reply.status, done.reply.cookies().count()), (204, 0), "nobody is signed in by it");
            assert_eq!(signed_in.me(), None);
            assert!(!signs_in(house, PASSWORD) && signs_in(house, NEW));
            confirm(house, typed, &code, "another good sentence").refused(&["code invalid_code"]);
            assert!(house.received(PasswordChanged, to, 0).code.is_none());
        });
    }
}

#[test]
fn asking_tells_nobody_whether_there_is_such_an_account() {
    on_every_database("", |house| {
        prove(house, true, false);
        let known = ask(house, &json!({"identifier": EMAIL})).reply;
        let posted = house.posted();
        assert_eq!((known.status, posted), (202, 1));
        for identifier in ["nobody@example.org", "nobody", "+4915123456781", "not an @ address", "💥"] {
            let reply = ask(house, &json!({"identifier": identifier})).reply;
            assert_eq!((reply.status, &reply.body), (known.status, &known.body), "{identifier}");
            confirm(house, identifier, "BCDFGHJK", NEW).refused(&["code invalid_code"]);
            assert_eq!(confirm(house, identifier, "BCDFGHJK", NEW).retry_after(), Some(1), "the same curve");
        }
        assert_eq!(house.posted(), posted);
    });
}

#[test]
fn a_refused_password_does_not_spend_the_code() {
    on_every_database("", |house| {
        prove(house, true, false);
        ask(house, &json!({"identifier": EMAIL})).done();
        let code = house.received(ResetPassword, EMAIL, 0).code.unwrap();
        confirm(house, EMAIL, &code, "xq7 vz").refused(&["new_password password_too_short"]);
        confirm(house, EMAIL, &code, "80512930471862").refused(&["new_password password_numeric"]);
        assert!(signs_in(house, PASSWORD));
        confirm(house, EMAIL, &code, NEW).done();
        assert!(signs_in(house, NEW));
    });
}

#[test]
fn the_link_leads_to_a_form_and_works_once() {
    on_every_database("", |house| {
        prove(house, true, false);
        let browser = house.visitor(Door::Pages);
        let asked = browser.post_form("/password/reset", &[("identifier", EMAIL)]).done();
        assert_eq!(asked.reply.header("location"), Some("/password/reset/done"));
        let link = house.received(ResetPassword, EMAIL, 0).link.unwrap();
        assert_eq!(browser.get(&link).status, 200);
        let differ = browser.post_form(&link, &[("new_password", NEW), ("new_password_confirm", "another")]);
        differ.refused(&["new_password_confirm mismatch"]);
        let both = [("new_password", NEW), ("new_password_confirm", NEW)];
        let done = browser.post_form(&link, &both).done();
        assert_eq!(done.reply.header("location"), Some("/password/reset/complete"));
        assert!(signs_in(house, NEW));
        assert!(!browser.post_form(&link, &both).is_done());
        let spent = browser.get(&link);
        assert_eq!(spent.status, 422);
        assert!(spent.body.contains("no longer works") && !spent.body.contains("new_password"), "{}", spent.body);
    });
}

#[test]
fn an_unproved_address_beside_a_proved_one_is_released_instead() {
    on_every_database("", |house| {
        prove(house, false, true);
        ask(house, &json!({"identifier": EMAIL})).done();
        let code = house.received(ReleaseAddress, EMAIL, 0).code.unwrap();
        confirm(house, EMAIL, &code, NEW).done();
        assert!(signs_in(house, PASSWORD), "the password is as it was");
        assert_eq!(house.count("SELECT count(*) FROM users WHERE email IS NULL"), 1);
        let told = house.received(MessageKind::EmailChanged, PHONE, 0);
        assert!(told.code.is_none() && told.text.contains("taken out of an account"), "{}", told.text);
        let newcomer = house.visitor(Door::Bearer);
        newcomer.register(&[("email", EMAIL), ("password", NEW)]).done();
    });
}

#[test]
fn whoever_proves_the_first_address_of_an_account_becomes_its_only_owner() {
    on_every_database("", |house| {
        alice(house);
        ask(house, &json!({"identifier": EMAIL})).done();
        let code = house.received(ResetPassword, EMAIL, 0).code.unwrap();
        confirm(house, EMAIL, &code, NEW).done();
        let owner = house.visitor(Door::Bearer);
        owner.login(&[("identifier", "alice"), ("password", NEW)]).done();
        let me = owner.me().unwrap();
        assert_eq!((&me["email_verified"], &me["phone"]), (&json!(true), &json!(null)));
    });
}

#[test]
fn codes_are_sent_no_more_often_than_the_settings_say() {
    on_every_database("[otp]\nmax_per_hour = 3\nmax_per_day = 4", |house| {
        prove(house, true, false);
        let mut sent = Vec::new();
        for minute in 0..180_u64 {
            let before = house.posted();
            ask(house, &json!({"identifier": if minute % 2 == 0 { EMAIL } else { "alice" }})).done();
            if house.posted() > before {
                sent.push(minute);
            }
            house.later(Duration::from_secs(60));
        }
        assert_eq!(sent, [0, 1, 2, 60], "one a minute, three an hour, four a day");
    });
}

#[test]
fn an_inactive_account_is_not_reset() {
    on_every_database("", |house| {
        prove(house, true, false);
        house.sql("UPDATE users SET is_active = NOT is_active");
        ask(house, &json!({"identifier": EMAIL})).done();
        assert_eq!(house.posted(), 0);
    });
}

#[test]
fn a_code_for_one_purpose_is_nothing_at_another_door() {
    on_every_database("[verification]\nemail = \"optional\"", |house| {
        let carol = house.visitor(Door::Bearer);
        carol.register(&[("username", "carol"), ("email", "carol@example.org"), ("password", PASSWORD)]).done();
        let verify = house.received(MessageKind::VerifyEmail, "carol@example.org", 0).code.unwrap();
        house.later(Duration::from_secs(60));
        ask(house, &json!({"identifier": "carol@example.org"})).done();
        let reset = house.received(ResetPassword, "carol@example.org", 0).code.unwrap();
        confirm(house, "carol@example.org", &verify, NEW).refused(&["code invalid_code"]);
        carol.submit("verify/email", &[("code", &reset)]).refused(&["code invalid_code"]);
        house.later(Duration::from_secs(1));
        carol.submit("verify/email", &[("code", &verify)]).done();
    });
}

#[test]
fn after_a_reset_the_other_address_waits_for_the_signed_in_owner() {
    on_every_database("[verification]\nphone = \"optional\"", |house| {
        prove(house, true, true);
        ask(house, &json!({"identifier": EMAIL})).done();
        confirm(house, EMAIL, &house.received(ResetPassword, EMAIL, 0).code.unwrap(), NEW).done();
        house.later(Duration::from_secs(60));
        // Whoever has the phone can neither reset nor prove it from outside.
        let posted = house.posted();
        let stranger = house.visitor(Door::Bearer);
        stranger.post_json("/api/v1/verify/phone/resend", &json!({"phone": PHONE})).done();
        assert_eq!(house.posted(), posted);
        house.later(Duration::from_secs(60));
        let owner = house.visitor(Door::Bearer);
        owner.login(&[("identifier", "alice"), ("password", NEW)]).done();
        assert_eq!(owner.me().unwrap()["phone_verified"], false);
        owner.post_json("/api/v1/verify/phone/resend", &json!({})).done();
        let code = house.received(MessageKind::VerifyPhone, PHONE, 0).code.unwrap();
        owner.post_json("/api/v1/verify/phone", &json!({"code": code})).done();
        house.later(Duration::from_secs(60));
        ask(house, &json!({"identifier": PHONE})).done();
        house.received(ResetPassword, PHONE, 0);
    });
}
