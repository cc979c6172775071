//! The same bad submission is refused for the same reasons at every door.

use crate::house::{House, on_every_database};
use crate::people::{PASSWORD, WRONG, alice, bob};
use crate::visitor::{Door, Outcome};
use countersign::accounts::Actor;

type Fields = &'static [(&'static str, &'static str)];

/// Submissions that some rule refuses, whichever way they come.
const REGISTRATIONS: &[Fields] = &[
    &[],
    &[("username", "carol")],
    &[("email", "carol@example.org")],
    &[("password", PASSWORD)],
    &[("password", "short")],
    &[("password", "12345678")],
    &[("username", "alice"), ("password", PASSWORD)],
    &[("username", "ALICE"), ("password", "short")],
    &[("username", "al\u{456}ce"), ("password", PASSWORD)],
    &[("email", "ALICE@example.org"), ("password", PASSWORD)],
    &[("phone", "+49 1512 345 67 89"), ("password", PASSWORD)],
    &[("username", "alice"), ("email", "alice@example.org"), ("phone", "+4915123456789"), ("password", "1234567")],
    &[("username", "alice"), ("email", "no address"), ("phone", "no number"), ("password", "password")],
    &[("username", "alice"), ("email", "bob@example.org"), ("password", PASSWORD)],
    &[("username", "9"), ("password", PASSWORD)],
    &[("username", ".dot"), ("password", PASSWORD)],
    &[("username", "carol\u{202e}"), ("password", PASSWORD)],
    &[("username", "<script>"), ("password", PASSWORD)],
    &[("username", "car\nol"), ("password", PASSWORD)],
    &[("username", "car\0ol"), ("password", PASSWORD)],
    &[("email", "@example.org"), ("password", PASSWORD)],
    &[("email", "carol@"), ("password", PASSWORD)],
    &[("email", "carol@@example.org"), ("password", PASSWORD)],
    &[("email", "carol@exa mple.org"), ("password", PASSWORD)],
    &[("email", "carol@127.0.0.1"), ("password", PASSWORD)],
    &[("email", "\u{fc}@example.org"), ("password", PASSWORD)],
    &[("email", "   "), ("password", PASSWORD)],
    &[("phone", "   "), ("password", PASSWORD)],
    &[("username", "   "), ("password", PASSWORD)],
    &[("phone", "+1"), ("password", PASSWORD)],
    &[("phone", "110"), ("password", PASSWORD)],
    &[("phone", "+49 1512 3456789 x7"), ("password", PASSWORD)],
    &[("phone", "1-800-FLOWERS"), ("password", PASSWORD)],
    &[("username", "carol"), ("password", "carol")],
    &[("username", "carolina.krause"), ("password", "carolina.krause")],
    &[("email", "carolina.krause@example.org"), ("password", "Carolina.Krause1")],
    &[("username", "carol"), ("password", "        ")],
    &[("username", "carol"), ("password", "a\0b\0c\0d\0e\0f")],
    &[("username", "carol"), ("password", PASSWORD), ("password_confirm", WRONG)],
    &[("username", "carol"), ("password", "short"), ("password_confirm", WRONG)],
    &[("username", "carol"), ("password", PASSWORD), ("password_confirm", " the bees sleep until noon")],
    &[("username", "carol"), ("password", PASSWORD), ("is_staff", "true")],
    &[("username", "carol"), ("password", PASSWORD), ("id", "1"), ("is_superuser", "on")],
    &[("identifier", "carol"), ("password", PASSWORD)],
    &[("name", "carol")],
    &[("username", "alice"), ("password", "short"), ("is_staff", "true")],
];

const LOGINS: &[Fields] = &[
    &[],
    &[("identifier", "alice")],
    &[("username", "alice")],
    &[("password", PASSWORD)],
    &[("identifier", "alice"), ("password", WRONG)],
    &[("identifier", "nobody"), ("password", PASSWORD)],
    &[("identifier", "  "), ("password", PASSWORD)],
    &[("identifier", "\0"), ("password", PASSWORD)],
    &[("identifier", "alice@"), ("password", PASSWORD)],
    &[("identifier", "%"), ("password", PASSWORD)],
    &[("identifier", "' OR 1=1 --"), ("password", PASSWORD)],
    &[("identifier", "alice\0"), ("password", PASSWORD)],
    &[("identifier", "alice"), ("password", " ")],
    &[("identifier", "alice"), ("password", "\0")],
    &[("identifier", "alice"), ("username", "alice"), ("password", PASSWORD)],
    &[("identifier", "alice"), ("phone", "x")],
    &[("username", "alice"), ("email", "bob@example.org"), ("password", PASSWORD)],
    &[("username", "alice@example.org"), ("password", PASSWORD)],
    &[("email", "alice"), ("password", PASSWORD)],
    &[("phone", "alice"), ("password", PASSWORD)],
    &[("username", "alice"), ("password", PASSWORD), ("password_confirm", PASSWORD)],
    &[("username", "alice"), ("password", PASSWORD), ("is_staff", "true")],
    &[("login", "alice"), ("password", PASSWORD)],
    &[("login", "alice")],
];

/// Submissions of each step of a sign-in by code.
const CODE_REQUESTS: &[Fields] = &[
    &[],
    &[("channel", "email")],
    &[("identifier", "alice"), ("channel", "pigeon")],
    &[("identifier", "alice"), ("channel", "EMAIL")],
    &[("identifier", "alice"), ("password", PASSWORD)],
    &[("identifier", "alice"), ("code", "BCDFGHJK")],
    &[("email", "alice@example.org")],
    &[("identifier", "alice"), ("is_staff", "true")],
];

const CODES: &[Fields] = &[
    &[],
    &[("identifier", "alice")],
    &[("code", "BCDFGHJK")],
    &[("identifier", "alice"), ("code", "BCDFGHJK")],
    &[("identifier", "nobody"), ("code", "BCDFGHJK")],
    &[("identifier", "alice@"), ("code", "BCDFGHJK")],
    &[("identifier", "\0"), ("code", "\0")],
    &[("identifier", "alice"), ("code", " - ")],
    &[("identifier", "alice"), ("code", "' OR 1=1 --")],
    &[("identifier", "alice"), ("code", "BCDFGHJK"), ("channel", "email")],
    &[("identifier", "alice"), ("code", "BCDFGHJK"), ("password", PASSWORD)],
    &[("email", "alice@example.org"), ("code", "BCDFGHJK")],
    &[("identifier", "alice"), ("code", "BCDFGHJK"), ("is_staff", "true")],
];

/// The codes alone, sorted: where a page shows a mistake differs, what it is must not.
fn codes(outcome: &Outcome) -> Vec<String> {
    let code = |mistake: &String| mistake.rsplit_once(' ').unwrap().1.to_owned();
    let mut all: Vec<String> = outcome.mistakes.iter().map(code).collect();
    all.sort();
    all
}

/// Sends every submission by every door and compares; nothing may come of any.
fn alike(house: &House, form: &str, submissions: &[Fields]) {
    let rows = || ["users", "sessions"].map(|table| house.count(&format!("SELECT count(*) FROM {table}")));
    let before = rows();
    for fields in submissions {
        let refusals = Door::ALL.map(|door| {
            house.sql("DELETE FROM login_failures");
            let visitor = house.visitor(door);
            let submit = || if form == "register" { visitor.register(fields) } else { visitor.submit(form, fields) };
            let (hashes, outcome) = house.hashes_of(submit);
            assert!(!outcome.is_done(), "{door:?} {fields:?}: {outcome:?}");
            assert!((400..500).contains(&outcome.reply.status), "{door:?} {fields:?}: {outcome:?}");
            assert!(!outcome.mistakes.is_empty(), "{door:?} {fields:?}");
            // A page says 422 where the API says 401 (RFC 9110 wants a challenge with every 401).
            let status = if outcome.reply.status == 401 { 422 } else { outcome.reply.status };
            let failures = house.count("SELECT count(*) FROM login_failures");
            (status, codes(&outcome), hashes, failures)
        });
        assert_eq!(refusals[0], refusals[1], "pages and tokens: {fields:?}");
        assert_eq!(refusals[1], refusals[2], "tokens and cookie: {fields:?}");
        assert_eq!(refusals[0].2, u64::from(refusals[0].1 == ["invalid_credentials"]), "hashes: {fields:?}");
        assert_eq!(rows(), before, "{fields:?}");
    }
}

#[test]
fn a_bad_registration_is_refused_alike_at_every_door() {
    on_every_database("", |house| {
        alice(house);
        bob(house);
        alike(house, "register", REGISTRATIONS);
    });
}

#[test]
fn a_bad_login_is_refused_alike_at_every_door() {
    on_every_database("", |house| {
        alice(house);
        bob(house);
        alike(house, "login", LOGINS);
    });
}

#[test]
fn a_bad_step_of_a_sign_in_by_code_is_refused_alike_at_every_door() {
    on_every_database("[login]\nby_code = true", |house| {
        let alice = alice(house);
        house.work(|accounts, cx| accounts.verify_by_hand(cx, Actor::Shell, alice.id, true, true));
        house.visitor(Door::Bearer).submit("login/code", &[("identifier", "alice")]).done();
        alike(house, "login/code", CODE_REQUESTS);
        alike(house, "login/code/confirm", CODES);
        assert_eq!(house.posted(), 1);
    });
}

#[test]
fn with_a_region_and_a_form_of_one_field_they_are_refused_alike_too() {
    on_every_database("register_form = 'register_phone'\n[phone]\ndefault_region = 'DE'", |house| {
        alice(house);
        bob(house);
        alike(house, "register", REGISTRATIONS);
        alike(house, "login", LOGINS);
    });
    on_every_database("phone_authentication_active = false\nauthentication_backends = ['email']", |house| {
        alice(house);
        bob(house);
        alike(house, "register", REGISTRATIONS);
        alike(house, "login", LOGINS);
    });
}

#[test]
fn a_closed_registration_and_a_busy_account_are_refused_alike() {
    on_every_database("[registration]\nopen = false", |house| {
        let statuses = Door::ALL.map(|door| house.visitor(door).register(REGISTRATIONS[1]).reply.status);
        assert_eq!(statuses, [403; 3]);
    });
    on_every_database("", |house| {
        alice(house);
        for n in 0..5 {
            let door = Door::ALL[n % 3];
            house
                .visitor(door)
                .login(&[("identifier", "alice"), ("password", WRONG)])
                .refused(&["# invalid_credentials"]);
        }
        for door in Door::ALL {
            let login = || house.visitor(door).login(&[("email", "alice@example.org"), ("password", PASSWORD)]);
            let (hashes, outcome) = house.hashes_of(login);
            assert_eq!((outcome.reply.status, outcome.retry_after(), hashes), (429, Some(30), 0));
            outcome.refused(&["# throttled"]);
        }
    });
}

/// Changes of an address that some rule refuses, by somebody who is signed in.
const CHANGES: &[Fields] = &[
    &[],
    &[("password", PASSWORD)],
    &[("new_email", "carol@example.org")],
    &[("new_email", ""), ("password", "")],
    &[("new_email", "carol@example.org"), ("password", WRONG)],
    &[("new_email", "carol@example.org"), ("password", "\0")],
    &[("new_email", "alice@example.org"), ("password", WRONG)],
    &[("new_email", "alice@example.org"), ("password", PASSWORD)],
    &[("new_email", "ALICE@EXAMPLE.org"), ("password", PASSWORD)],
    &[("new_email", "bob@example.org"), ("password", PASSWORD)],
    &[("new_email", "  bob@example.org "), ("password", PASSWORD)],
    &[("new_email", "car\nol@example.org"), ("password", PASSWORD)],
    &[("new_email", "a@example.org, b@example.org"), ("password", PASSWORD)],
    &[("new_email", "+4915123456788"), ("password", PASSWORD)],
    &[("new_phone", "+4915123456788"), ("password", PASSWORD)],
    &[("email", "carol@example.org"), ("password", PASSWORD)],
    &[("new_email", "carol@example.org"), ("password", PASSWORD), ("email_verified_at", "2026-11-22T10:00:00Z")],
    &[("new_email", "carol@example.org"), ("password", PASSWORD), ("id", "1")],
    &[("code", "BCDFGHJK")],
];

#[test]
fn a_bad_change_of_address_is_refused_alike_at_every_door() {
    on_every_database("", |house| {
        alice(house);
        bob(house);
        let visitors = Door::ALL.map(|door| house.visitor(door));
        for visitor in &visitors {
            visitor.login(&[("identifier", "alice"), ("password", PASSWORD)]).done();
        }
        let tables = ["users", "pending_changes", "one_time_passwords", "outbox", "sendings"];
        let rows = || tables.map(|table| house.count(&format!("SELECT count(*) FROM {table}")));
        let before = rows();
        for fields in CHANGES {
            let refusals = visitors.each_ref().map(|visitor| {
                house.sql("DELETE FROM login_failures");
                let (hashes, outcome) = house.hashes_of(|| match visitor.door {
                    Door::Pages => visitor.post_form("/account/email", fields),
                    _ => visitor.submit("me/email", fields),
                });
                assert_eq!(outcome.reply.status, 422, "{fields:?}: {outcome:?}");
                let failures = house.count("SELECT count(*) FROM login_failures WHERE failures > 0");
                // What a page says of an empty box, a program is told of a blank member.
                let codes: Vec<_> = codes(&outcome).iter().map(|code| code.replace("blank", "required")).collect();
                (codes, hashes, failures)
            });
            assert_eq!(refusals[0], refusals[1], "pages and tokens: {fields:?}");
            assert_eq!(refusals[1], refusals[2], "tokens and cookie: {fields:?}");
            assert_eq!(rows(), before, "{fields:?}");
        }
    });
}
