//! What kills a code before its time, and what does not.

use super::{EMAIL, NEW, OPTIONAL, PHONE, ask_reset, carol, resend, reset, verify};
use crate::commands::Shell;
use crate::house::{House, on_every_database};
use crate::people::PASSWORD;
use crate::visitor::Door;
use countersign::accounts::Actor;
use countersign::accounts::Named;
use countersign::db::User;
use countersign::delivery::MessageKind::{self, ReleaseAddress, ResetPassword, VerifyEmail, VerifyPhone};
use std::time::Duration;

fn open_codes(house: &House) -> i64 {
    house.count("SELECT count(*) FROM one_time_passwords")
}

fn user(house: &House) -> User {
    house.work(|accounts, cx| match accounts.find_user(cx, "carol", None)? {
        Named::Found(user) => Ok(*user),
        _ => panic!("there is no carol"),
    })
}

fn code(house: &House, kind: MessageKind, to: &str, nth: usize) -> String {
    house.received(kind, to, nth).code.unwrap()
}

/// Carol with a code open to verify and to reset each of her addresses.
fn carol_with_codes(house: &House) -> [String; 4] {
    carol(house);
    house.later(Duration::from_secs(60));
    ask_reset(house, EMAIL).done();
    ask_reset(house, PHONE).done();
    [(VerifyEmail, EMAIL), (VerifyPhone, PHONE), (ResetPassword, EMAIL), (ResetPassword, PHONE)]
        .map(|(kind, to)| code(house, kind, to, 0))
}

#[track_caller]
fn all_are_dead(house: &House, [verify_email, verify_phone, reset_email, reset_phone]: &[String; 4]) {
    assert_eq!(open_codes(house), 0);
    verify(house, "email", EMAIL, verify_email).refused(&["code invalid_code"]);
    verify(house, "phone", PHONE, verify_phone).refused(&["code invalid_code"]);
    reset(house, EMAIL, reset_email).refused(&["code invalid_code"]);
    reset(house, PHONE, reset_phone).refused(&["code invalid_code"]);
    let both = [("new_password", NEW), ("new_password_confirm", NEW)];
    let pages = house.visitor(Door::Pages);
    let link = house.received(VerifyEmail, EMAIL, 0).link.unwrap();
    assert_eq!(pages.post_form(&link, &[]).reply.status, 422);
    let link = house.received(ResetPassword, EMAIL, 0).link.unwrap();
    assert_eq!(pages.post_form(&link, &both).reply.status, 422);
}

#[test]
fn a_password_set_from_the_shell_kills_every_code() {
    on_every_database(OPTIONAL, |house| {
        let codes = carol_with_codes(house);
        assert_eq!(open_codes(house), 4);
        let key = "[\"a key for tests, long enough to be one: 8f3Kq2\"]";
        let shell = Shell::beside(house).with("COUNTERSIGN__SECRET_KEYS", key);
        let ran = shell.feed(&["user", "set-password", "carol", "--password-stdin"], "the otters swim upstream\n");
        ran.ended(0);
        all_are_dead(house, &codes);
        let login = [("identifier", "carol"), ("password", "the otters swim upstream")];
        house.visitor(Door::Bearer).login(&login).done();
    });
}

#[test]
fn a_reset_kills_every_other_code_too() {
    on_every_database(OPTIONAL, |house| {
        let codes = carol_with_codes(house);
        reset(house, EMAIL, &codes[2]).done();
        assert_eq!(open_codes(house), 0);
        house.later(Duration::from_secs(1));
        reset(house, EMAIL, &codes[2]).refused(&["code invalid_code"]);
        verify(house, "phone", PHONE, &codes[1]).refused(&["code invalid_code"]);
        verify(house, "email", EMAIL, &codes[0]).refused(&["code invalid_code"]);
        house.visitor(Door::Bearer).login(&[("identifier", "carol"), ("password", NEW)]).done();
    });
}

#[test]
fn an_address_proved_by_its_link_kills_its_codes_and_not_those_of_the_other() {
    on_every_database(OPTIONAL, |house| {
        let codes = carol_with_codes(house);
        let link = house.received(VerifyEmail, EMAIL, 0).link.unwrap();
        house.visitor(Door::Pages).post_form(&link, &[]).done();
        assert_eq!(open_codes(house), 2);
        verify(house, "email", EMAIL, &codes[0]).refused(&["code invalid_code"]);
        reset(house, EMAIL, &codes[2]).refused(&["code invalid_code"]);
        verify(house, "phone", PHONE, &codes[1]).done();
        assert_eq!(open_codes(house), 0);
        reset(house, PHONE, &codes[3]).refused(&["code invalid_code"]);
        house.visitor(Door::Bearer).login(&[("identifier", "carol"), ("password", PASSWORD)]).done();
    });
}

#[test]
fn an_address_verified_by_an_administrator_kills_its_codes() {
    on_every_database(OPTIONAL, |house| {
        let codes = carol_with_codes(house);
        house.work(|accounts, cx| accounts.verify_by_hand(cx, Actor::Shell, user(house).id, true, false));
        assert_eq!(open_codes(house), 2);
        reset(house, EMAIL, &codes[2]).refused(&["code invalid_code"]);
        let link = house.received(ResetPassword, EMAIL, 0).link.unwrap();
        let both = [("new_password", NEW), ("new_password_confirm", NEW)];
        assert_eq!(house.visitor(Door::Pages).post_form(&link, &both).reply.status, 422);
        house.work(|accounts, cx| accounts.verify_by_hand(cx, Actor::Shell, user(house).id, true, true));
        assert_eq!(open_codes(house), 0);
    });
}

#[test]
fn an_address_that_is_released_takes_its_codes_with_it() {
    on_every_database(OPTIONAL, |house| {
        carol(house);
        let phone = code(house, VerifyPhone, PHONE, 0);
        verify(house, "phone", PHONE, &phone).done();
        house.later(Duration::from_secs(60));
        ask_reset(house, EMAIL).done();
        assert_eq!(open_codes(house), 2);
        let link = house.received(VerifyEmail, EMAIL, 0).link.unwrap();
        reset(house, EMAIL, &code(house, ReleaseAddress, EMAIL, 0)).done();
        assert_eq!(house.count("SELECT count(*) FROM users WHERE email IS NULL"), 1);
        assert_eq!(open_codes(house), 0);
        assert_eq!(house.visitor(Door::Pages).post_form(&link, &[]).reply.status, 422);
    });
}

#[test]
fn asking_again_kills_the_code_and_the_link_before_of_the_same_purpose_alone() {
    on_every_database(OPTIONAL, |house| {
        let codes = carol_with_codes(house);
        house.later(Duration::from_secs(60));
        resend(house, "email", EMAIL).done();
        let fresh = code(house, VerifyEmail, EMAIL, 1);
        assert_eq!(open_codes(house), 4);
        let old = house.received(VerifyEmail, EMAIL, 0).link.unwrap();
        assert_eq!(house.visitor(Door::Pages).post_form(&old, &[]).reply.status, 422);
        verify(house, "email", EMAIL, &codes[0]).refused(&["code invalid_code"]);
        house.later(Duration::from_secs(1));
        verify(house, "email", EMAIL, &fresh).done();
        verify(house, "phone", PHONE, &codes[1]).done();
    });
}

#[test]
fn an_account_that_was_deactivated_proves_and_resets_nothing_with_the_codes_it_has() {
    on_every_database(OPTIONAL, |house| {
        let codes = carol_with_codes(house);
        house.work(|accounts, cx| accounts.set_active(cx, Actor::Shell, user(house).id, false));
        verify(house, "email", EMAIL, &codes[0]).refused(&["code invalid_code"]);
        reset(house, EMAIL, &codes[2]).refused(&["code invalid_code"]);
        let pages = house.visitor(Door::Pages);
        let link = house.received(VerifyEmail, EMAIL, 0).link.unwrap();
        assert_eq!(pages.post_form(&link, &[]).reply.status, 422);
        let link = house.received(ResetPassword, EMAIL, 0).link.unwrap();
        let both = [("new_password", NEW), ("new_password_confirm", NEW)];
        assert_eq!(pages.post_form(&link, &both).reply.status, 422);
        assert_eq!(house.count("SELECT count(*) FROM users WHERE email_verified_at IS NOT NULL"), 0);
    });
}

#[test]
fn looking_at_a_link_changes_nothing_at_all() {
    on_every_database(OPTIONAL, |house| {
        carol_with_codes(house);
        let state = || {
            let tables = ["one_time_passwords", "outbox", "sendings", "sessions", "login_failures"];
            let counts = tables.map(|table| house.count(&format!("SELECT count(*) FROM {table}")));
            let proved = house.count("SELECT count(*) FROM users WHERE email_verified_at IS NOT NULL");
            (counts, proved, super::tries(house))
        };
        house.received(ResetPassword, PHONE, 0);
        let before = state();
        let scanner = house.visitor(Door::Pages);
        for kind in [VerifyEmail, ResetPassword] {
            let link = house.received(kind, EMAIL, 0).link.unwrap();
            for _ in 0..3 {
                for method in ["GET", "HEAD"] {
                    let reply = scanner.send(method, &link, &[], b"");
                    assert_eq!((reply.status, reply.cookies().count()), (200, 0), "{method} {link}");
                }
            }
            // Nor does what a scanner might do besides.
            for method in ["PUT", "PATCH", "DELETE", "OPTIONS"] {
                assert!(scanner.send(method, &link, &[], b"").status >= 400, "{method} {link}");
            }
            let cross = [("sec-fetch-site", "cross-site"), ("content-type", "application/x-www-form-urlencoded")];
            let forged = scanner.send("POST", &link, &cross, b"new_password=x&new_password_confirm=x");
            assert_eq!(forged.status, 403);
        }
        assert_eq!(state(), before);
        let link = house.received(VerifyEmail, EMAIL, 0).link.unwrap();
        scanner.post_form(&link, &[]).done();
    });
}
