//! An account deleted while everything else is done to it: no fault, no orphan, and nobody else's account touched.

use super::at_once;
use crate::house::{Database, House, databases};
use crate::people::{PASSWORD, WRONG, alice, bob};
use crate::visitor::{Door, Visitor};
use countersign::delivery::MessageKind::{ResetPassword, VerifyEmail};
use serde_json::json;

const NEW: &str = "the hornets never sleep at all";
const ROUNDS: usize = 6;

fn signed_in<'h>(house: &'h House, door: Door) -> Visitor<'h> {
    let visitor = house.visitor(door);
    visitor.login(&[("username", "alice"), ("password", PASSWORD)]).done();
    visitor
}

/// Everything that its owner, or a stranger, can do about the account at the same time; its status.
fn something(house: &House, visitor: &Visitor<'_>, [refresh, code, reset]: [&str; 3], n: usize) -> u16 {
    let post = |path: &str, body: serde_json::Value| visitor.post_json(&format!("/api/v1/{path}"), &body).reply.status;
    let stranger = house.visitor(Door::Bearer);
    let anyone =
        |path: &str, body: serde_json::Value| stranger.post_json(&format!("/api/v1/{path}"), &body).reply.status;
    match n {
        0 => stranger.login(&[("username", "alice"), ("password", PASSWORD)]).reply.status,
        1 => stranger.login(&[("email", "alice@example.org"), ("password", WRONG)]).reply.status,
        2 => post("me/email", json!({"new_email": "new@example.net", "password": PASSWORD})),
        3 => post("me/phone", json!({"new_phone": "+4915123456777", "password": PASSWORD})),
        4 => visitor.call("PATCH", "/api/v1/me", &json!({"first_name": "Alice", "username": "alina"})).reply.status,
        5 => anyone("password/reset", json!({"identifier": "alice@example.org"})),
        6 => anyone(
            "password/reset/confirm",
            json!({"identifier": "alice@example.org", "code": reset, "new_password": NEW}),
        ),
        7 => anyone("verify/email/resend", json!({"email": "alice@example.org"})),
        8 => post("verify/phone/resend", json!({})),
        9 => post("verify/email", json!({"code": code})),
        10 => anyone("token/refresh", json!({"refresh_token": refresh})),
        11 => visitor.send("DELETE", "/api/v1/me/sessions", &[], b"").status,
        12 => visitor.logout().reply.status,
        13 => post("me/reauthenticate", json!({"password": WRONG})),
        14 => visitor.get("/api/v1/me/export").status,
        15 => anyone("login/code", json!({"identifier": "alice@example.org"})),
        16 => {
            let body = json!({"password": PASSWORD}).to_string();
            visitor.send("DELETE", "/api/v1/me/phone", &[("content-type", "application/json")], body.as_bytes()).status
        }
        17 => visitor.get("/api/v1/me/events").status,
        18 => {
            house.work(|accounts, cx| {
                // As `user deactivate` and `user activate` do; the account may be gone by then.
                let Some(user) = accounts.list_users(cx, None, 9)?.into_iter().find(|user| user.email.is_some()) else {
                    return Ok(());
                };
                match accounts.set_active(cx, countersign::accounts::Actor::Shell, user.id, true) {
                    Err(countersign::error::Error::Refused(_)) | Ok(_) => Ok(()),
                    Err(other) => Err(other),
                }
            });
            200
        }
        _ => post("me/password", json!({"current_password": PASSWORD, "new_password": NEW})),
    }
}

/// Rows of an account that is not there.
fn orphans(house: &House) -> i64 {
    let of = |table: &str| {
        format!("(SELECT count(*) FROM {table} WHERE user_id IS NOT NULL AND user_id NOT IN (SELECT id FROM users))")
    };
    let tables = [
        "sessions",
        "one_time_passwords",
        "outbox",
        "account_events",
        "pending_changes",
        "address_undos",
        "profile_keys",
        "imported_accounts",
    ];
    let tokens = "(SELECT count(*) FROM refresh_tokens WHERE session_id NOT IN (SELECT id FROM sessions))";
    house.count(&format!("SELECT {} + {tokens}", tables.map(of).join(" + ")))
}

#[test]
fn an_account_that_is_deleted_during_everything_else_leaves_no_fault_and_no_orphan() {
    const DEEDS: usize = 20;
    /// These end the session that deletes: they may come first.
    const WILD: [usize; 3] = [6, 11, 19];
    for database in databases() {
        for round in 0..ROUNDS {
            let house = House::build(
                database,
                "[login]\nby_code = true\n[limits]\nlogin_failures_per_account = 1000\n[verification]\nemail = \"optional\"\nphone = \"optional\"",
            );
            alice(&house);
            let other = bob(&house);
            let visitors: Vec<Visitor<'_>> =
                (0..4).map(|n| signed_in(&house, [Door::Bearer, Door::Cookie][n % 2])).collect();
            let refresh = visitors[0].tokens.lock().unwrap().as_ref().unwrap().1.clone();
            let owner = signed_in(&house, Door::Bearer);
            visitors[0].post_json("/api/v1/verify/email/resend", &json!({})).done();
            let code = house.received(VerifyEmail, "alice@example.org", 0).code.unwrap();
            house.later(std::time::Duration::from_secs(60));
            owner.submit("password/reset", &[("identifier", "alice@example.org")]).done();
            let reset = house.received(ResetPassword, "alice@example.org", 0).code.unwrap();
            let gentle = round % 2 == 0;
            let replies = at_once(DEEDS * 2 + 1, |n| match n {
                0 => owner.call("DELETE", "/api/v1/me", &json!({"password": PASSWORD})).reply.status,
                n => {
                    let deed = (n + round) % DEEDS;
                    let deed = if gentle && WILD.contains(&deed) { 1 } else { deed };
                    something(&house, &visitors[n % 4], [&refresh, &code, &reset], deed)
                }
            });
            assert!(replies.iter().all(|status| (200..500).contains(status)), "{database:?} {replies:?}");
            assert_eq!(orphans(&house), 0, "{database:?} {replies:?}");
            let left = house.count("SELECT count(*) FROM users");
            let gone = replies[0] == 204;
            assert_eq!(left, if gone { 1 } else { 2 }, "{database:?} {replies:?}");
            assert!(gone || !gentle, "{database:?} {replies:?}");
            if gone {
                let his = match database {
                    Database::Sqlite => format!("x'{}'", other.id.to_string().replace('-', "")),
                    Database::Postgres => format!("'{}'", other.id),
                };
                for table in ["sessions", "one_time_passwords", "pending_changes", "account_events"] {
                    let sql = format!("SELECT count(*) FROM {table} WHERE user_id IS NOT NULL AND user_id <> {his}");
                    assert_eq!(house.count(&sql), 0, "{database:?} {table} {replies:?}");
                }
                for visitor in visitors.iter().chain([&owner]) {
                    assert_eq!(visitor.me(), None);
                }
            }
        }
    }
}
