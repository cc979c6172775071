//! An address that its account never proved, taken off it by whoever proves it: on pages of its own words, without a
//! password that nothing needs.

use super::{EMAIL, NEW, PHONE, ask, prove, signs_in};
use crate::house::{House, on_every_database};
use crate::people::PASSWORD;
use crate::visitor::{Door, Outcome, Visitor};
use countersign::delivery::MessageKind::{EmailChanged, PhoneChanged, ReleaseAddress, ResetPassword};
use serde_json::json;
use std::time::Duration;

const RELEASED: &str = "/password/reset/complete?released";
const BUTTON: &str = "Take this address off that account";

/// The phone is proved, the email address is not: what comes to the latter.
fn asked(house: &House) -> crate::mail::Received {
    prove(house, false, true);
    ask(house, &json!({"identifier": EMAIL})).done();
    house.received(ReleaseAddress, EMAIL, 0)
}

fn emails(house: &House) -> i64 {
    house.count("SELECT count(*) FROM users WHERE email IS NOT NULL")
}

fn types(visitor: &Visitor<'_>, identifier: &str, code: &str, more: &[(&str, &str)]) -> Outcome {
    let fields = [&[("identifier", identifier), ("code", code)], more].concat();
    visitor.post_form("/password/reset/done", &fields)
}

#[test]
fn the_link_leads_to_a_page_about_the_address_and_its_button_takes_it_off() {
    on_every_database("", |house| {
        let link = asked(house).link.unwrap();
        let browser = house.visitor(Door::Pages);
        for method in ["HEAD", "GET"] {
            let page = browser.send(method, &link, &[], b"");
            assert_eq!(page.status, 200);
            if method == "GET" {
                for words in [BUTTON, EMAIL, "Is this account not yours?"] {
                    assert!(page.body.contains(words), "{words}: {}", page.body);
                }
                assert!(!page.body.contains("type=\"password\"") && !page.body.contains(PHONE), "{}", page.body);
            }
        }
        assert_eq!((emails(house), house.posted()), (1, 1), "looking changes nothing");
        let done = browser.post_form(&link, &[]).done();
        assert_eq!(done.reply.header("location"), Some(RELEASED));
        let told = browser.get(RELEASED).body;
        assert!(told.contains("taken off") && told.contains("href=\"/register\""), "{told}");
        assert_eq!(emails(house), 0);
        assert!(signs_in(house, PASSWORD), "the password is as it was");
        assert!(house.received(EmailChanged, PHONE, 0).text.contains("taken out of an account"));
        assert_eq!(
            (browser.get(&link).status, browser.post_form(&link, &[]).reply.status),
            (422, 422),
            "it works once"
        );
        house.visitor(Door::Bearer).register(&[("email", EMAIL), ("password", NEW)]).done();
    });
}

#[test]
fn a_typed_code_that_releases_needs_no_password() {
    on_every_database("", |house| {
        let code = asked(house).code.unwrap();
        let browser = house.visitor(Door::Pages);
        assert!(browser.get("/password/reset/done").body.contains("leave the passwords empty"));
        // Boxes that were left empty are sent empty.
        let empty = [("new_password", ""), ("new_password_confirm", "")];
        let done = types(&browser, EMAIL, &code, &empty).done();
        assert_eq!(done.reply.header("location"), Some(RELEASED));
        assert_eq!(emails(house), 0);
        assert!(signs_in(house, PASSWORD));
    });
}

#[test]
fn a_password_typed_in_vain_is_no_mistake_and_is_not_set() {
    on_every_database("", |house| {
        let code = asked(house).code.unwrap();
        let browser = house.visitor(Door::Pages);
        let both = [("new_password", NEW), ("new_password_confirm", NEW)];
        let done = types(&browser, EMAIL, &code, &both).done();
        assert_eq!(done.reply.header("location"), Some(RELEASED));
        assert!(signs_in(house, PASSWORD) && !signs_in(house, NEW));
    });
}

#[test]
fn a_right_code_for_a_password_asks_for_it_and_is_not_spent() {
    on_every_database("", |house| {
        prove(house, true, false);
        ask(house, &json!({"identifier": EMAIL})).done();
        let code = house.received(ResetPassword, EMAIL, 0).code.unwrap();
        let browser = house.visitor(Door::Pages);
        let posted = house.posted();
        for _ in 0..2 {
            let refused = types(&browser, EMAIL, &code, &[]).refused(&["new_password required"]);
            assert!(!refused.reply.body.contains(&code) && refused.reply.body.contains(EMAIL), "the code is not kept");
        }
        types(&browser, EMAIL, &code, &[("new_password", NEW)]).refused(&["new_password_confirm required"]);
        assert_eq!(house.posted(), posted);
        assert!(signs_in(house, PASSWORD));
        types(&browser, EMAIL, &code, &[("new_password", NEW), ("new_password_confirm", NEW)]).done();
        assert!(signs_in(house, NEW));
    });
}

#[test]
fn without_a_password_the_page_tells_no_more_about_anybody() {
    on_every_database("", |house| {
        asked(house);
        let browser = house.visitor(Door::Pages);
        let mut bodies = Vec::new();
        // One with an open code, one of nobody; each first wrong, then not looked at.
        for identifier in [EMAIL, "nobody@example.org"] {
            let open = browser.post_form("/password/reset", &[("identifier", "nobody@example.org")]);
            assert!(open.is_done());
            let wrong = types(&browser, identifier, "XXXXXXXX", &[]).refused(&["code invalid_code"]);
            bodies.push(wrong.reply.body.replace(identifier, ""));
            let soon = types(&browser, identifier, "XXXXXXXX", &[]);
            assert_eq!((soon.reply.status, soon.retry_after()), (429, Some(1)), "{identifier}");
        }
        assert_eq!(bodies[0], bodies[1]);
        // What is missing is told before anything is looked at.
        types(&browser, EMAIL, "", &[]).refused(&["code required"]);
        types(&browser, "", "XXXXXXXX", &[]).refused(&["identifier required"]);
        assert_eq!(emails(house), 1);
    });
}

#[test]
fn wrong_codes_without_a_password_kill_the_code_as_any_others_do() {
    on_every_database("", |house| {
        let code = asked(house).code.unwrap();
        let browser = house.visitor(Door::Pages);
        for _ in 0..5 {
            types(&browser, EMAIL, "XXXXXXXX", &[]).refused(&["code invalid_code"]);
            house.later(Duration::from_secs(20));
        }
        types(&browser, EMAIL, &code, &[]).refused(&["code invalid_code"]);
        assert_eq!(emails(house), 1);
    });
}

#[test]
fn a_number_is_released_by_its_code_alone() {
    on_every_database("", |house| {
        prove(house, true, false);
        ask(house, &json!({"identifier": PHONE})).done();
        let code = house.received(ReleaseAddress, PHONE, 0).code.unwrap();
        let browser = house.visitor(Door::Pages);
        types(&browser, PHONE, &code, &[]).done();
        assert_eq!(house.count("SELECT count(*) FROM users WHERE phone IS NULL"), 1);
        let told = house.received(PhoneChanged, EMAIL, 0).text;
        assert!(told.replace('\n', " ").contains("It was taken out of your account"), "{told}");
        types(&browser, PHONE, &code, &[]).refused(&["code invalid_code"]);
    });
}

#[test]
fn a_link_is_looked_at_as_it_is_good_now() {
    on_every_database("", |house| {
        let link = asked(house).link.unwrap();
        let browser = house.visitor(Door::Pages);
        let (head, secret) = link.rsplit_once('/').unwrap();
        let guess = format!("{head}/{}", secret.chars().rev().collect::<String>());
        for path in [guess.as_str(), "/password/reset/0193a1c2-0000-7000-8000-000000000000/AAAA"] {
            let reply = browser.get(path);
            assert!(matches!(reply.status, 404 | 422) && !reply.body.contains(EMAIL), "{path}: {}", reply.status);
        }
        assert_eq!(browser.get(&link).status, 200, "guesses at a link do it no harm");
        // Meanwhile the owner has proved the address: the link that would have released it is dead.
        house.sql("UPDATE users SET email_verified_at = date_joined, phone_verified_at = NULL");
        let page = browser.get(&link).body;
        assert!(page.contains("type=\"password\"") && !page.contains(BUTTON), "{page}");
        browser.post_form(&link, &[]).refused(&["new_password required", "new_password_confirm required"]);
        house.later(Duration::from_secs(15 * 60));
        assert_eq!(browser.get(&link).status, 422, "expired");
        assert_eq!(emails(house), 1);
    });
}
