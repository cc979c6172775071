//! An owner who deletes the account: nothing of it stays but what the settings say; and who takes its data along before.

use crate::house::{Database, House, on_every_database, through_every_door};
use crate::people::{PASSWORD, WRONG, alice, bob};
use crate::visitor::{Door, Outcome, Visitor};
use countersign::delivery::MessageKind;
use serde_json::json;
use std::time::Duration;

const GRACE: &str = "account.deletion_grace = \"14d\"";

fn delete(visitor: &Visitor<'_>, password: &str) -> Outcome {
    match visitor.door {
        Door::Pages => visitor.post_form("/account/delete", &[("password", password)]),
        _ => visitor.call("DELETE", "/api/v1/me", &json!({"password": password})),
    }
}

fn enter<'h>(house: &'h House, door: Door) -> Visitor<'h> {
    let visitor = house.visitor(door);
    visitor.login(&[("identifier", "alice"), ("password", PASSWORD)]).done();
    visitor
}

fn prove(house: &House) {
    house.sql("UPDATE users SET email_verified_at = date_joined, phone_verified_at = date_joined");
}

/// Every table that has a column for an account, and the column.
const WHOSE: [(&str, &str); 9] = [
    ("users", "id"),
    ("sessions", "user_id"),
    ("account_events", "user_id"),
    ("one_time_passwords", "user_id"),
    ("pending_changes", "user_id"),
    ("address_undos", "user_id"),
    ("profile_keys", "user_id"),
    ("outbox", "user_id"),
    ("imported_accounts", "user_id"),
];

#[test]
fn nothing_is_left_of_a_deleted_account_and_its_proved_addresses_are_told() {
    through_every_door("", |house, first| {
        let user = alice(house);
        let other = bob(house);
        prove(house);
        let elsewhere = enter(house, Door::Cookie);
        let visitor = enter(house, first.door);
        house.visitor(Door::Bearer).submit("password/reset", &[("identifier", "alice@example.org")]).done();
        house.received(MessageKind::ResetPassword, "alice@example.org", 0);
        let (hashes, outcome) = house.hashes_of(|| delete(&visitor, PASSWORD));
        assert_eq!(hashes, 1);
        let outcome = outcome.done();
        assert_eq!(outcome.reply.status, if visitor.door == Door::Pages { 303 } else { 204 });
        house.received(MessageKind::AccountDeleted, "alice@example.org", 0);
        house.received(MessageKind::AccountDeleted, "+4915123456789", 0);
        for (table, column) in WHOSE {
            let id = user.id.to_string();
            let of = |id: &str| match house.database {
                Database::Sqlite => format!("SELECT count(*) FROM {table} WHERE {column} = x'{}'", id.replace('-', "")),
                Database::Postgres => format!("SELECT count(*) FROM {table} WHERE {column} = '{id}'"),
            };
            assert_eq!(house.count(&of(&id)), 0, "{table}");
            assert!(table != "users" || house.count(&of(&other.id.to_string())) == 1, "bob stays");
        }
        for gone in [&visitor, &elsewhere] {
            assert_eq!(gone.me(), None);
        }
        visitor.login(&[("identifier", "alice"), ("password", PASSWORD)]).refused(&["# invalid_credentials"]);
        // The name and the addresses are free.
        alice(house);
    });
}

#[test]
fn without_the_right_password_nothing_goes() {
    through_every_door("", |house, first| {
        alice(house);
        prove(house);
        let visitor = enter(house, first.door);
        delete(&visitor, WRONG).refused(&["password invalid_credentials"]);
        delete(&visitor, "").refused(if visitor.door == Door::Pages {
            &["password required"]
        } else {
            &["password blank"]
        });
        if visitor.door != Door::Pages {
            visitor.call("DELETE", "/api/v1/me", &json!({})).refused(&["password required"]);
            visitor.call("DELETE", "/api/v1/me", &json!({"password": 1})).refused(&["password invalid"]);
            visitor
                .call("DELETE", "/api/v1/me", &json!({"password": PASSWORD, "sure": true}))
                .refused(&["sure unknown_field"]);
        }
        assert!(visitor.me().is_some());
        assert_eq!(house.posted(), 0);
        // One counter with every other door.
        for _ in 0..4 {
            delete(&visitor, WRONG);
        }
        assert_eq!(delete(&visitor, PASSWORD).reply.status, 429);
        assert_eq!(house.count("SELECT count(*) FROM users"), 1);
        assert_eq!(house.count("SELECT count(*) FROM account_events WHERE kind = 'reauthentication_failed'"), 5);
    });
}

#[test]
fn a_stranger_deletes_nobody_and_neither_does_another_site() {
    on_every_database("", |house| {
        alice(house);
        for door in Door::ALL {
            let stranger = house.visitor(door);
            let status = delete(&stranger, PASSWORD).reply.status;
            assert_eq!(status, if door == Door::Pages { 303 } else { 401 });
        }
        let visitor = enter(house, Door::Pages);
        let headers = [("sec-fetch-site", "cross-site"), ("content-type", "application/x-www-form-urlencoded")];
        let body = format!("password={}", PASSWORD.replace(' ', "+"));
        assert_eq!(visitor.send("POST", "/account/delete", &headers, body.as_bytes()).status, 403);
        assert_eq!(visitor.get("/account/delete").status, 200);
        assert_eq!(house.count("SELECT count(*) FROM users"), 1);
    });
}

#[test]
fn the_last_superuser_stays() {
    through_every_door("", |house, first| {
        alice(house);
        house.sql("UPDATE users SET is_staff = true, is_superuser = true");
        let visitor = enter(house, first.door);
        assert_eq!(delete(&visitor, PASSWORD).reply.status, 403);
        assert!(visitor.me().is_some(), "and is signed in still");
    });
}

#[test]
fn in_the_time_of_grace_the_owner_can_come_back_and_after_it_nobody_can() {
    through_every_door(GRACE, |house, first| {
        alice(house);
        prove(house);
        let visitor = enter(house, first.door);
        delete(&visitor, PASSWORD).done();
        house.received(MessageKind::DeletionRequested, "alice@example.org", 0);
        assert_eq!(visitor.me(), None, "signed out everywhere");
        house.later(Duration::from_hours(24));
        let visitor = enter(house, first.door);
        match visitor.door {
            Door::Pages => {
                assert!(visitor.get("/account").body.contains("going to be deleted"));
                assert!(visitor.get("/account/delete").body.contains("Keep my account"));
                visitor.post_form("/account/delete/cancel", &[]).done();
            }
            _ => {
                let kept = visitor.post_json("/api/v1/me/delete/cancel", &json!({})).done();
                assert_eq!(kept.reply.json()["user"]["username"], "alice");
            }
        }
        house.later(Duration::from_hours(24 * 20));
        house.work(|accounts, cx| accounts.prune(cx));
        let visitor = enter(house, first.door);
        delete(&visitor, PASSWORD).done();
        let prune = || house.work(|accounts, cx| accounts.prune(cx)).accounts;
        house.later(Duration::from_secs(14 * 24 * 3600 - 1));
        assert_eq!(prune(), 0);
        house.later(Duration::from_secs(1));
        assert_eq!(prune(), 1);
        assert_eq!(house.count("SELECT count(*) FROM users"), 0);
        assert_eq!(house.count("SELECT count(*) FROM account_events WHERE user_id IS NOT NULL"), 0);
    });
}

#[test]
fn an_owner_takes_everything_along_but_no_secret() {
    through_every_door("", |house, first| {
        alice(house);
        prove(house);
        let visitor = enter(house, first.door);
        let take = |visitor: &Visitor<'_>| match visitor.door {
            Door::Pages => visitor.post_form("/account/export", &[]).reply,
            _ => visitor.get("/api/v1/me/export"),
        };
        let reply = take(&visitor);
        assert_eq!(reply.status, 200);
        assert!(reply.header("content-disposition").unwrap().starts_with("attachment"));
        assert_eq!(reply.header("cache-control"), Some("no-store"));
        let all = reply.json();
        assert_eq!(all["account"]["email"], "alice@example.org");
        assert_eq!(all["account"]["has_password"], true);
        assert_eq!(all["sessions"].as_array().unwrap().len(), 1);
        let mut kinds: Vec<&str> =
            all["events"].as_array().unwrap().iter().map(|one| one["kind"].as_str().unwrap()).collect();
        // All three are of one instant.
        kinds.sort_unstable();
        assert_eq!(kinds, ["created_by_admin", "exported", "login"]);
        assert!(!reply.body.contains("$2b$") && !reply.body.contains("bcrypt"), "{}", reply.body);
        // Some while later it asks for the password once more.
        house.later(Duration::from_mins(16));
        let token = visitor.tokens.lock().unwrap().as_ref().map(|(_, refresh)| refresh.clone());
        if let Some(token) = token {
            visitor.post_json("/api/v1/token/refresh", &json!({"refresh_token": token})).done();
        }
        let late = take(&visitor);
        assert_eq!(late.status, if visitor.door == Door::Pages { 303 } else { 403 });
        assert!(!late.body.contains("alice@example.org"));
        assert_eq!(take(&house.visitor(visitor.door)).status, if visitor.door == Door::Pages { 303 } else { 401 });
    });
}
