//! Proving that an address is one's own.

mod pages;

use crate::house::{House, on_every_database, through_every_door};
use crate::people::{PASSWORD, alice};
use crate::visitor::{Door, Outcome, Visitor};
use countersign::delivery::MessageKind::{VerifyEmail, VerifyPhone};
use serde_json::json;
use std::time::Duration;

const OPTIONAL: &str = "[verification]\nemail = \"optional\"\nphone = \"optional\"";
const MANDATORY: &str = "[verification]\nemail = \"mandatory\"\nphone = \"optional\"";
const EMAIL: &str = "carol@example.org";
const PHONE: &str = "+4915123456789";
/// Of the right length and letters, and as good as never right.
const WRONG: &str = "BBBBBBBB";

/// Carol registers with both addresses, by a door of her own.
fn carol<'h>(house: &'h House, door: Door) -> Visitor<'h> {
    let carol = house.visitor(door);
    carol.register(&[("username", "carol"), ("email", EMAIL), ("phone", PHONE), ("password", PASSWORD)]).done();
    carol
}

/// Sends a code as somebody who is not signed in.
fn stranger_tries(house: &House, kind: &str, address: &str, code: &str) -> Outcome {
    house.visitor(Door::Bearer).post_json(&format!("/api/v1/verify/{kind}"), &json!({kind: address, "code": code}))
}

#[test]
fn a_code_to_each_address_proves_it_for_whoever_is_signed_in() {
    through_every_door(OPTIONAL, |house, visitor| {
        let carol = carol(house, visitor.door);
        let email = house.received(VerifyEmail, EMAIL, 0).code.unwrap();
        let phone = house.received(VerifyPhone, PHONE, 0).code.unwrap();
        // In other case, with spaces and dashes.
        carol.submit("verify/email", &[("code", &format!("{}-{}", &email[..4].to_lowercase(), &email[4..]))]).done();
        assert_eq!(carol.me().unwrap()["email_verified"], true);
        assert_eq!(carol.me().unwrap()["phone_verified"], false);
        carol.submit("verify/phone", &[("code", &format!(" {} {}", &phone[..3], &phone[3..]))]).done();
        assert_eq!(carol.me().unwrap()["phone_verified"], true);
        let again = carol.submit("verify/email", &[("code", &email)]);
        if visitor.door == Door::Pages {
            assert_eq!(again.reply.header("location"), Some("/account"));
        } else {
            assert_eq!(again.reply.status, 409, "{again:?}");
            again.refused(&["# already_verified"]);
        }
    });
}

#[test]
fn a_code_proves_the_address_without_a_login_and_signs_nobody_in() {
    on_every_database(OPTIONAL, |house| {
        let carol = carol(house, Door::Bearer);
        let code = house.received(VerifyEmail, EMAIL, 0).code.unwrap();
        let proved = stranger_tries(house, "email", "CAROL@example.org", &code).done();
        assert_eq!((proved.reply.status, proved.reply.body.as_str()), (204, ""));
        assert_eq!(proved.reply.cookies().count(), 0);
        assert_eq!(carol.me().unwrap()["email_verified"], true);
        stranger_tries(house, "email", EMAIL, &code).refused(&["code invalid_code"]);
    });
}

#[test]
fn looking_at_the_link_changes_nothing_and_pressing_its_button_works_once() {
    on_every_database(OPTIONAL, |house| {
        let carol = carol(house, Door::Pages);
        let link = house.received(VerifyEmail, EMAIL, 0).link.unwrap();
        let scanner = house.visitor(Door::Pages);
        for _ in 0..3 {
            let page = scanner.get(&link);
            assert_eq!(page.status, 200);
            assert!(page.body.contains("<button"), "{}", page.body);
            assert_eq!(scanner.send("HEAD", &link, &[], b"").status, 200);
        }
        assert_eq!(carol.me().unwrap()["email_verified"], false);
        let pressed = scanner.post_form(&link, &[]).done();
        assert_eq!(pressed.reply.header("location"), Some("/verify/email/complete"));
        assert_eq!(carol.me().unwrap()["email_verified"], true);
        assert_eq!(scanner.me(), None, "a link signs nobody in");
        let again = scanner.post_form(&link, &[]);
        assert_eq!(again.reply.status, 422);
        let code = house.received(VerifyEmail, EMAIL, 0).code.unwrap();
        stranger_tries(house, "email", EMAIL, &code).refused(&["code invalid_code"]);
    });
}

#[test]
fn after_the_nth_wrong_code_nothing_is_looked_at_for_as_many_seconds_as_double_each_time() {
    on_every_database(OPTIONAL, |house| {
        carol(house, Door::Bearer);
        let code = house.received(VerifyEmail, EMAIL, 0).code.unwrap();
        for wait in [1, 2, 4, 8] {
            stranger_tries(house, "email", EMAIL, WRONG).refused(&["code invalid_code"]);
            let throttled = stranger_tries(house, "email", EMAIL, &code);
            assert_eq!((throttled.reply.status, throttled.retry_after()), (429, Some(wait)), "the right one too");
            house.later(Duration::from_micros(wait * 1_000_000 - 1));
            assert_eq!(stranger_tries(house, "email", EMAIL, WRONG).reply.status, 429, "and it does not count");
            house.later(Duration::from_micros(1));
        }
        stranger_tries(house, "email", EMAIL, &code).done();
    });
}

#[test]
fn a_new_code_does_not_clear_the_failures() {
    on_every_database(
        &format!("{OPTIONAL}\n[otp]\nresend_interval = \"1s\"\nmax_per_hour = 100\nmax_per_day = 100"),
        |house| {
            carol(house, Door::Bearer);
            let asker = house.visitor(Door::Bearer);
            for (nth, wait) in [1_u64, 2, 4, 8, 16, 32, 64].into_iter().enumerate() {
                stranger_tries(house, "email", EMAIL, WRONG).refused(&["code invalid_code"]);
                house.later(Duration::from_secs(1));
                asker.post_json("/api/v1/verify/email/resend", &json!({"email": EMAIL})).done();
                let fresh = house.received(VerifyEmail, EMAIL, nth + 1).code.unwrap();
                if wait > 1 {
                    let throttled = stranger_tries(house, "email", EMAIL, &fresh);
                    assert_eq!((throttled.reply.status, throttled.retry_after()), (429, Some(wait - 1)));
                }
                house.later(Duration::from_secs(wait - 1));
            }
        },
    );
}

#[test]
fn after_max_attempts_the_code_is_dead_and_the_link_is_not() {
    on_every_database(&format!("{OPTIONAL}\n[otp]\nmax_attempts = 3"), |house| {
        let carol = carol(house, Door::Bearer);
        let received = house.received(VerifyEmail, EMAIL, 0);
        for _ in 0..3 {
            stranger_tries(house, "email", EMAIL, WRONG).refused(&["code invalid_code"]);
            house.later(Duration::from_secs(60));
        }
        let failures = house.count("SELECT max(failures) FROM login_failures");
        let dead = stranger_tries(house, "email", EMAIL, &received.code.unwrap());
        dead.refused(&["code invalid_code"]);
        assert_eq!(house.count("SELECT max(failures) FROM login_failures"), failures, "a dead code counts no try");
        house.visitor(Door::Pages).post_form(&received.link.unwrap(), &[]).done();
        assert_eq!(carol.me().unwrap()["email_verified"], true);
    });
}

#[test]
fn a_code_is_good_up_to_its_last_instant_and_not_at_it() {
    on_every_database(OPTIONAL, |house| {
        carol(house, Door::Bearer);
        let code = house.received(VerifyEmail, EMAIL, 0);
        house.later(Duration::from_micros(15 * 60 * 1_000_000));
        stranger_tries(house, "email", EMAIL, &code.code.clone().unwrap()).refused(&["code invalid_code"]);
        assert_eq!(house.count("SELECT max(failures) FROM login_failures"), 1, "an expired one is a try");
        assert_eq!(house.visitor(Door::Pages).post_form(&code.link.unwrap(), &[]).reply.status, 422);
    });
    on_every_database(OPTIONAL, |house| {
        carol(house, Door::Bearer);
        let code = house.received(VerifyPhone, PHONE, 0).code.unwrap();
        house.later(Duration::from_micros(10 * 60 * 1_000_000 - 1));
        stranger_tries(house, "phone", PHONE, &code).done();
    });
}

#[test]
fn where_it_is_mandatory_nobody_signs_in_before_the_address_is_proved() {
    through_every_door(MANDATORY, |house, visitor| {
        let outcome = visitor.register(&[("username", "carol"), ("email", EMAIL), ("password", PASSWORD)]).done();
        assert_eq!(visitor.me(), None, "{outcome:?}");
        assert_eq!(house.count("SELECT count(*) FROM sessions"), 0);
        if visitor.door == Door::Pages {
            assert_eq!(outcome.reply.header("location"), Some("/verify/email"));
        } else {
            assert_eq!(outcome.reply.status, 201);
            let body = outcome.reply.json();
            assert_eq!(body.as_object().unwrap().keys().collect::<Vec<_>>(), ["user"]);
        }
        let refused = visitor.login(&[("identifier", "carol"), ("password", PASSWORD)]);
        assert_eq!(refused.reply.status, 403);
        refused.refused(&["# unverified"]);
        let wrong = visitor.login(&[("identifier", "carol"), ("password", "the wasps wake early")]);
        wrong.refused(&["# invalid_credentials"]);
        let code = house.received(VerifyEmail, EMAIL, 0).code.unwrap();
        visitor.submit("verify/email", &[("email", EMAIL), ("code", &code)]).done();
        visitor.login(&[("identifier", "carol"), ("password", PASSWORD)]).done();
        assert_eq!(visitor.username().as_deref(), Some("carol"));
    });
}

#[test]
fn asking_again_tells_a_stranger_nothing_and_its_owner_where_it_went() {
    on_every_database(OPTIONAL, |house| {
        let carol = carol(house, Door::Bearer);
        let stranger = house.visitor(Door::Bearer);
        let ask = |address: &str| stranger.post_json("/api/v1/verify/email/resend", &json!({"email": address})).reply;
        let known = ask(EMAIL);
        for address in ["nobody@example.org", "no address", "dave@example.org"] {
            let reply = ask(address);
            assert_eq!((reply.status, &reply.body), (known.status, &known.body), "{address}");
        }
        assert_eq!(known.status, 202);
        assert_eq!(house.posted(), 2, "too soon after registration, so nothing more was sent");
        let early = carol.post_json("/api/v1/verify/email/resend", &json!({}));
        assert_eq!((early.reply.status, early.retry_after()), (429, Some(60)));
        house.later(Duration::from_secs(60));
        let asked = carol.post_json("/api/v1/verify/email/resend", &json!({})).done();
        assert_eq!(asked.reply.status, 202);
        assert_eq!(asked.reply.json()["destination"], "ca***@ex*****.***");
        let (first, second) = (house.received(VerifyEmail, EMAIL, 0), house.received(VerifyEmail, EMAIL, 1));
        stranger_tries(house, "email", EMAIL, &first.code.unwrap()).refused(&["code invalid_code"]);
        house.later(Duration::from_secs(1));
        stranger_tries(house, "email", EMAIL, &second.code.unwrap()).done();
    });
}

#[test]
fn of_fifty_who_send_the_right_code_at_one_instant_one_succeeds() {
    on_every_database(OPTIONAL, |house| {
        carol(house, Door::Bearer);
        let code = house.received(VerifyEmail, EMAIL, 0).code.unwrap();
        let replies: Vec<u16> = std::thread::scope(|scope| {
            let each = |_| scope.spawn(|| stranger_tries(house, "email", EMAIL, &code).reply.status);
            let all: Vec<_> = (0..50).map(each).collect();
            all.into_iter().map(|thread| thread.join().unwrap()).collect()
        });
        assert_eq!(replies.iter().filter(|status| **status == 204).count(), 1, "{replies:?}");
        assert!(replies.iter().all(|status| [204, 422, 429].contains(status)), "{replies:?}");
    });
}

#[test]
fn of_thirty_wrong_codes_at_one_instant_no_more_are_looked_at_than_max_attempts() {
    on_every_database(OPTIONAL, |house| {
        carol(house, Door::Bearer);
        house.received(VerifyEmail, EMAIL, 0);
        std::thread::scope(|scope| {
            for _ in 0..30 {
                scope.spawn(|| assert!(!stranger_tries(house, "email", EMAIL, WRONG).is_done()));
            }
        });
        let tries = house.count("SELECT max(tries) FROM one_time_passwords");
        assert!((1..=5).contains(&tries), "{tries}");
    });
}

#[test]
fn nothing_is_asked_of_accounts_that_have_no_such_address_or_of_sites_without_phones() {
    on_every_database(&format!("phone_authentication_active = false\n{OPTIONAL}"), |house| {
        alice(house);
        let visitor = house.visitor(Door::Bearer);
        for path in ["/api/v1/verify/phone", "/api/v1/verify/phone/resend", "/verify/phone"] {
            assert_eq!(visitor.post_json(path, &json!({"code": "123456"})).reply.status, 404, "{path}");
        }
        assert_eq!(visitor.post_json("/api/v1/verify/email", &json!({"code": WRONG})).reply.status, 401);
    });
}
