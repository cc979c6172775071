//! Proving a number and resetting a password through a remote service, at every door.

use super::service::Twilio;
use super::{
    MINUTE, NEW, PHONE, WRONG, ask_reset, carol, on_every_database, proved, resend, reset, sent, settled, verify,
};
use crate::house::{House, databases};
use crate::people::PASSWORD;
use crate::visitor::Door;
use countersign::accounts::Actor;
use countersign::delivery::Message;
use serde_json::json;

/// Through each door on each database.
fn through_every_door(test: impl Fn(&House, &Twilio, Door)) {
    for door in Door::ALL {
        on_every_database("", |house, twilio| test(house, twilio, door));
    }
}

#[test]
fn a_number_is_proved_by_the_code_that_the_service_has_sent() {
    through_every_door(|house, twilio, door| {
        let dora = house.visitor(door);
        dora.register(&[("phone", PHONE), ("password", PASSWORD)]).done();
        let code = sent(house, twilio, PHONE);
        let by_us = house.app.delivery().inbox().list();
        assert!(!by_us.iter().any(|kept| matches!(kept.message, Message::Sms(_))), "we send nothing beside it");
        dora.submit("verify/phone", &[("code", WRONG)]).refused(&["code invalid_code"]);
        assert_eq!(dora.me().unwrap()["phone_verified"], false);
        house.later(std::time::Duration::from_secs(1));
        let spaced = format!("{} {}", &code[..3], &code[3..]);
        dora.submit("verify/phone", &[("code", &spaced)]).done();
        assert_eq!(dora.me().unwrap()["phone_verified"], true);
        assert_eq!(twilio.statuses(PHONE), ["approved"]);
        // It is spent, for whoever shows it again.
        verify(house, PHONE, &code).refused(&["code invalid_code"]);
        assert_eq!(house.count("SELECT count(*) FROM one_time_passwords"), 0);
        assert_eq!(house.count("SELECT count(*) FROM login_failures WHERE failures > 0"), 0);
    });
}

#[test]
fn the_code_is_nowhere_in_the_database() {
    on_every_database("", |house, twilio| {
        carol(house);
        let code = sent(house, twilio, PHONE);
        ask_wrong_password(house, twilio, &code);
        for column in ["address", "purpose", "verifier", "remote_id"] {
            let sql = format!("SELECT count(*) FROM one_time_passwords WHERE {column} LIKE '%{code}%'");
            assert_eq!(house.count(&sql), 0, "{column}");
        }
    });
}

/// A right code with a password that is refused.
fn ask_wrong_password(house: &House, twilio: &Twilio, before: &str) {
    house.later(MINUTE);
    ask_reset(house, PHONE);
    let code = sent(house, twilio, PHONE);
    assert_ne!(code, before);
    reset(house, PHONE, &code, "short")
        .refused(&["new_password password_too_short", "new_password password_too_common"]);
}

#[test]
fn a_refused_password_does_not_spend_the_code() {
    on_every_database("", |house, twilio| {
        carol(house);
        house.later(MINUTE);
        ask_reset(house, PHONE);
        let code = sent(house, twilio, PHONE);
        let tell = |password: &str| reset(house, PHONE, &code, password);
        tell("123456789012").refused(&["new_password password_similar", "new_password password_numeric"]);
        let asked = twilio.checks();
        tell("short").refused(&["new_password password_too_short", "new_password password_too_common"]);
        // The service says right only once; what it said is remembered here, and as strictly.
        reset(house, PHONE, WRONG, NEW).refused(&["code invalid_code"]);
        assert_eq!(tell(NEW).retry_after(), Some(1));
        house.later(std::time::Duration::from_secs(1));
        assert_eq!(tell(NEW).done().reply.status, 204);
        assert_eq!(twilio.checks(), asked);
        tell("another good sentence").refused(&["code invalid_code"]);
        let signs_in = |password| house.visitor(Door::Bearer).login(&[("phone", PHONE), ("password", password)]);
        assert!(signs_in(NEW).is_done() && !signs_in(PASSWORD).is_done());
        assert_eq!(proved(house), 1, "and the number is proved");
    });
}

#[test]
fn a_password_is_reset_through_the_pages_too() {
    on_every_database("", |house, twilio| {
        carol(house);
        house.later(MINUTE);
        let pages = house.visitor(Door::Pages);
        pages.post_form("/password/reset", &[("identifier", "carol")]).done();
        let code = sent(house, twilio, PHONE);
        let fields = [("identifier", "carol"), ("code", &code), ("new_password", NEW), ("new_password_confirm", NEW)];
        pages.post_form("/password/reset/done", &fields).done();
        pages.login(&[("identifier", "carol"), ("password", NEW)]).done();
    });
}

#[test]
fn a_code_is_good_for_the_purpose_it_was_asked_for_and_no_other() {
    on_every_database("", |house, twilio| {
        carol(house);
        let to_verify = sent(house, twilio, PHONE);
        // Nothing was asked for there.
        reset(house, PHONE, &to_verify, NEW).refused(&["code invalid_code"]);
        house.later(MINUTE);
        ask_reset(house, PHONE);
        let to_reset = sent(house, twilio, PHONE);
        assert_ne!(to_verify, to_reset, "the service would send the code that it has under way");
        assert_eq!(twilio.statuses(PHONE), ["canceled", "pending"]);
        let checks = twilio.checks();
        for code in [&to_verify, &to_reset] {
            verify(house, PHONE, code).refused(&["code invalid_code"]);
            house.later(MINUTE);
        }
        assert_eq!(twilio.checks(), checks, "the one it was asked for last is the only one to ask about");
        reset(house, PHONE, &to_verify, NEW).refused(&["code invalid_code"]);
        house.later(MINUTE);
        assert_eq!(proved(house), 0);
        reset(house, PHONE, &to_reset, NEW).done();
    });
}

#[test]
fn asking_again_kills_the_code_before() {
    on_every_database("", |house, twilio| {
        carol(house);
        let first = sent(house, twilio, PHONE);
        house.later(MINUTE);
        resend(house, PHONE);
        let second = sent(house, twilio, PHONE);
        assert_ne!(first, second);
        verify(house, PHONE, &first).refused(&["code invalid_code"]);
        house.later(MINUTE);
        verify(house, PHONE, &second).done();
    });
}

#[test]
fn what_kills_a_code_of_ours_kills_one_of_theirs() {
    type Deed = fn(&House);
    let deeds: [(&str, Deed); 3] = [
        ("verified by hand", |house| {
            act(house, |accounts, cx, user| accounts.verify_by_hand(cx, Actor::Shell, user.id, false, true).map(drop))
        }),
        ("a new password", |house| act(house, |accounts, cx, user| accounts.set_password(cx, user, &NEW.into()))),
        ("deleted", |house| act(house, |accounts, cx, user| accounts.delete_user(cx, Actor::Shell, user.id))),
    ];
    for (name, deed) in deeds {
        on_every_database("", |house, twilio| {
            carol(house);
            house.later(MINUTE);
            ask_reset(house, PHONE);
            let code = sent(house, twilio, PHONE);
            let checks = twilio.checks();
            deed(house);
            let outcome = reset(house, PHONE, &code, "another good sentence");
            assert_eq!(outcome.mistakes, ["code invalid_code"], "{name}");
            assert_eq!(twilio.checks(), checks, "{name}");
        });
    }
}

type Work = fn(
    &countersign::accounts::Accounts,
    &countersign::context::Context<'_>,
    &countersign::db::User,
) -> countersign::error::Result<()>;

fn act(house: &House, work: Work) {
    house.work(|accounts, cx| match accounts.find_user(cx, PHONE, None)? {
        countersign::accounts::Named::Found(user) => work(accounts, cx, &user),
        _ => panic!("there is no carol"),
    });
}

#[test]
fn email_and_the_budget_are_as_they_were() {
    on_every_database("[sms]\ndaily_budget = 1\n[otp]\nmax_per_hour = 100", |house, twilio| {
        carol(house);
        settled(house);
        assert_eq!(twilio.starts(), 1);
        house.later(MINUTE);
        resend(house, PHONE);
        let two = "+4915123456780";
        house.visitor(Door::Bearer).register(&[("phone", two), ("password", PASSWORD)]).done();
        settled(house);
        assert_eq!((twilio.starts(), house.posted()), (1, 1), "the budget of the day is spent");
        let dave = house.visitor(Door::Bearer);
        dave.register(&[("username", "dave"), ("email", "dave@example.org"), ("password", PASSWORD)]).done();
        dave.post_json("/api/v1/verify/email/resend", &json!({})).done();
        let code = house.received(countersign::delivery::MessageKind::VerifyEmail, "dave@example.org", 0).code.unwrap();
        dave.submit("verify/email", &[("code", &code)]).done();
        assert_eq!(twilio.asked().len(), 1);
    });
}

#[test]
fn codes_of_ours_stay_good_when_the_settings_turn_to_a_service_and_theirs_are_good_for_nothing_when_they_turn_back() {
    for database in databases() {
        let twilio = Twilio::start();
        let own = House::build(database, "[verification]\nphone = \"optional\"");
        carol(&own);
        let code = own.received(countersign::delivery::MessageKind::VerifyPhone, PHONE, 0).code.unwrap();
        let settings = "[verification]\nphone = \"optional\"\n[phone]\nverifier = \"twilio\"";
        let remote = own.twin_with(&own.url, settings, |plugins| {
            plugins.phone_verifiers.register("twilio", std::sync::Arc::new(twilio.remote()));
        });
        verify(&remote, PHONE, WRONG).refused(&["code invalid_code"]);
        own.later(MINUTE);
        verify(&remote, PHONE, &code).done();
        ask_reset(&remote, PHONE);
        let theirs = sent(&remote, &twilio, PHONE);
        let checks = twilio.checks();
        reset(&own, PHONE, &theirs, NEW).refused(&["code invalid_code"]);
        assert_eq!((twilio.checks(), own.count("SELECT failures FROM login_failures")), (checks, 1));
    }
}
