//! The account page: what needs doing first, the state of everything at a glance, and the way to every part.

use crate::house::{Database, House, on_every_database};
use crate::people::{PASSWORD, alice, person};
use crate::visitor::{Door, Visitor};
use countersign::db::pending_changes::{self, PendingChange};

fn enter(house: &House) -> Visitor<'_> {
    let visitor = house.visitor(Door::Pages);
    visitor.login(&[("identifier", "alice"), ("password", PASSWORD)]).done();
    visitor
}

/// The headings of what needs doing, in order.
fn todo(page: &str) -> Vec<&str> {
    let Some((_, rest)) = page.split_once("class=\"todo\"") else { return Vec::new() };
    let (box_, _) = rest.split_once("</section>").unwrap();
    box_.split("<h3>").skip(1).map(|part| part.split("</h3>").next().unwrap()).collect()
}

#[test]
fn what_needs_doing_stands_on_top() {
    on_every_database("", |house| {
        let user = alice(house);
        let visitor = enter(house);
        assert_eq!(todo(&visitor.get("/account").body), ["Verify your email address", "Verify your phone number"]);
        house.sql("UPDATE users SET email_verified_at = date_joined");
        assert_eq!(todo(&visitor.get("/account").body), ["Verify your phone number"]);
        house.sql("UPDATE users SET phone_verified_at = date_joined");
        let page = visitor.get("/account").body;
        assert_eq!(todo(&page), [""; 0]);
        assert_eq!(page.matches("Verified</span>").count(), 2);

        house.sql("UPDATE users SET phone_verified_at = NULL, reset_by = 'email'");
        assert_eq!(todo(&visitor.get("/account").body), ["Confirm your phone number again"]);
        house.sql("UPDATE users SET phone_verified_at = date_joined, reset_by = NULL");

        house.work(|_, cx| {
            let new = || "new@example.org".to_owned();
            let waiting = PendingChange {
                user_id: user.id,
                kind: "email".into(),
                address: new(),
                canonical: new(),
                asked_at: cx.now,
            };
            cx.db.write(|conn| pending_changes::replace(conn, &waiting))
        });
        house.sql("UPDATE users SET password = '!none', delete_at = date_joined");
        let page = visitor.get("/account").body;
        let all = ["This account is going to be deleted", "Confirm your new email address", "Set a password"];
        assert_eq!(todo(&page), all);
        assert!(page.contains("Waits for its code: <bdi dir=\"ltr\">new@example.org</bdi>"), "{page}");
        assert!(page.contains("22 November 2026"), "the day of the deletion");
    });
}

#[test]
fn every_part_is_one_step_away() {
    let house = House::build(Database::Sqlite, "");
    alice(&house);
    let visitor = enter(&house);
    let page = visitor.get("/account").body;
    for part in ["profile", "email", "phone", "password", "sessions", "events", "export", "delete"] {
        assert!(page.contains(&format!("href=\"/account/{part}\"")), "{part}");
    }
    assert!(page.contains("Signed in") && page.contains("An app or script"), "what happened last");
    assert_eq!(page.matches("aria-current=\"page\"").count(), 1);
    let password = visitor.get("/account/password").body;
    assert!(password.contains("href=\"/account/password\" aria-current=\"page\""));
    assert!(!visitor.get("/verify/email").body.contains("class=\"rooms\""));
}

#[test]
fn without_phones_there_is_no_word_of_them() {
    let house = House::build(Database::Sqlite, "phone_authentication_active = false");
    person(&house, Some("alice"), Some("alice@example.org"), None);
    let page = enter(&house).get("/account").body;
    assert!(!page.contains("hone"), "{page}");
}

#[test]
fn shut_out_is_out_of_every_part_at_once() {
    on_every_database("", |house| {
        alice(house);
        let (pages, bearer) = (enter(house), house.visitor(Door::Bearer));
        bearer.login(&[("identifier", "alice"), ("password", PASSWORD)]).done();
        house.sql("UPDATE users SET is_active = FALSE");
        for path in ["", "/profile", "/password", "/sessions", "/confirm"] {
            let reply = pages.get(&format!("/account{path}"));
            assert_eq!(reply.status, 303, "{path}");
            assert!(reply.header("location").unwrap().starts_with("/login"), "{path}");
        }
        for (method, path) in [
            ("GET", ""),
            ("PATCH", ""),
            ("POST", "/password"),
            ("POST", "/reauthenticate"),
            ("GET", "/sessions"),
            ("DELETE", "/sessions"),
            ("DELETE", "/sessions/0199f000-0000-7000-8000-000000000000"),
        ] {
            let reply = bearer.send(method, &format!("/api/v1/me{path}"), &[], b"");
            assert_eq!(
                (reply.status, reply.json()["code"].as_str()),
                (401, Some("unauthenticated")),
                "{method} {path}"
            );
        }
    });
}
