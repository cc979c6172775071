//! What is no code at all is refused at its field, and is no try.

use super::{EMAIL, NEW, OPTIONAL, PHONE, ask_reset, carol, stranger, tries};
use crate::house::{House, on_every_database};
use crate::people::PASSWORD;
use crate::visitor::{Door, Outcome};
use countersign::delivery::MessageKind::{ResetPassword, VerifyEmail};
use serde_json::{Map, Value, json};
use std::time::Duration;

/// The body without a code, for every door that takes one.
fn doors() -> [(&'static str, Value); 4] {
    [
        ("verify/email", json!({"email": EMAIL})),
        ("verify/phone", json!({"phone": PHONE})),
        ("password/reset/confirm", json!({"identifier": EMAIL, "new_password": NEW})),
        ("password/reset/confirm", json!({"identifier": PHONE, "new_password": NEW})),
    ]
}

fn open_codes(house: &House) {
    carol(house);
    house.later(Duration::from_secs(60));
    ask_reset(house, EMAIL).done();
    ask_reset(house, PHONE).done();
    assert_eq!(house.count("SELECT count(*) FROM one_time_passwords"), 4);
}

fn with_code(body: &Value, code: Option<Value>) -> Value {
    let mut body: Map<String, Value> = body.as_object().unwrap().clone();
    if let Some(code) = code {
        body.insert("code".into(), code);
    }
    Value::Object(body)
}

#[track_caller]
fn refused_at_code(outcome: &Outcome, about: &str) {
    assert_eq!(outcome.reply.status, 422, "{about}: {outcome:?}");
    assert_eq!(outcome.mistakes.len(), 1, "{about}: {outcome:?}");
    assert!(outcome.mistakes[0].starts_with("code "), "{about}: {:?}", outcome.mistakes);
}

#[test]
fn what_is_no_code_is_refused_at_its_field_and_is_no_try() {
    let long = "B".repeat(10_000);
    let cases = [
        (None, "required"),
        (Some(Value::Null), "required"),
        (Some(json!("")), "blank"),
        (Some(json!("   ")), "blank"),
        (Some(json!(" - \u{2013}\t")), "blank"),
        (Some(json!(123_456)), "invalid"),
        (Some(json!(1.5)), "invalid"),
        (Some(json!(true)), "invalid"),
        (Some(json!([])), "invalid"),
        (Some(json!(["123456"])), "invalid"),
        (Some(json!({"$ne": ""})), "invalid"),
        (Some(json!(long)), "too_long"),
    ];
    on_every_database(OPTIONAL, |house| {
        open_codes(house);
        for (path, body) in doors() {
            for (code, expected) in &cases {
                let outcome = stranger(house, path, &with_code(&body, code.clone()));
                let about = format!("{path} {:.40}", format!("{code:?}"));
                refused_at_code(&outcome, &about);
                assert_eq!(outcome.mistakes, [format!("code {expected}")], "{about}");
                assert!(!outcome.reply.body.contains("BBBB"), "{about}: it is not sent back");
            }
        }
        assert_eq!(tries(house), (0, 0));
        let code = house.received(VerifyEmail, EMAIL, 0).code.unwrap();
        stranger(house, "verify/email", &json!({"email": EMAIL, "code": code})).done();
        let code = house.received(ResetPassword, PHONE, 0).code.unwrap();
        super::reset(house, PHONE, &code).done();
    });
}

#[test]
fn the_pages_refuse_the_same_at_the_same_field() {
    on_every_database(OPTIONAL, |house| {
        open_codes(house);
        let browser = house.visitor(Door::Pages);
        let long = "B".repeat(10_000);
        for code in ["", "   ", "--", &long] {
            for (path, who) in [("/verify/email", ("email", EMAIL)), ("/verify/phone", ("phone", PHONE))] {
                let page = browser.post_form(path, &[who, ("code", code)]);
                refused_at_code(&page, path);
                assert!(!page.reply.body.contains("BBBB"));
            }
            let both = [("new_password", NEW), ("new_password_confirm", NEW)];
            let all = [&[("identifier", EMAIL), ("code", code)], &both[..]].concat();
            refused_at_code(&browser.post_form("/password/reset/done", &all), "reset");
        }
        assert_eq!(tries(house), (0, 0));
    });
}

#[test]
fn a_wrong_code_of_any_length_and_letters_is_wrong_and_is_not_sent_back() {
    on_every_database(&format!("{OPTIONAL}\n[otp]\nmax_attempts = 100"), |house| {
        carol(house);
        let texts =
            ["B", "BBBBBBB", "BBBBBBBBB", "12345678", "💥💥", "ẞẞẞẞ", "{{7*7}}", "' OR 1=1", "<script>", "%%%%____"];
        for (n, text) in (1..).zip(texts) {
            let outcome = stranger(house, "verify/email", &json!({"email": EMAIL, "code": text}));
            assert!(!outcome.reply.body.contains(text) || text == "B", "{text}");
            outcome.refused(&["code invalid_code"]);
            assert_eq!(tries(house), (n, n), "{text}");
            house.later(Duration::from_secs(2048));
        }
        let nul = stranger(house, "verify/email", &json!({"email": EMAIL, "code": "\u{0}\u{0}"}));
        assert_eq!(nul.reply.status, 422, "{nul:?}");
        assert_eq!(house.count("SELECT count(*) FROM users WHERE email_verified_at IS NOT NULL"), 0);
    });
}

#[test]
fn an_empty_code_while_it_waits_is_still_the_mistake_of_whoever_typed_it() {
    on_every_database(OPTIONAL, |house| {
        carol(house);
        super::verify(house, "email", EMAIL, super::WRONG).refused(&["code invalid_code"]);
        super::verify(house, "email", EMAIL, "").refused(&["code blank"]);
        assert_eq!(super::verify(house, "email", EMAIL, super::WRONG).reply.status, 429);
        let signed_in = house.visitor(Door::Cookie);
        signed_in.login(&[("identifier", "carol"), ("password", PASSWORD)]).done();
        assert_eq!(signed_in.submit("verify/email", &[("code", super::WRONG)]).reply.status, 429, "every door");
    });
}
