//! Changing an address, undoing that, and removing one.

mod change_email;
mod change_phone;
mod hidden;
mod remove_address;
mod undo;
mod waiting;

use crate::house::House;
use crate::people::PASSWORD;
use crate::visitor::{Door, Outcome, Visitor, mistakes_of_problem};
use countersign::accounts::Actor;
use countersign::db::User;
use countersign::delivery::MessageKind::{ChangeEmail, EmailChanged};
use serde_json::{Map, Value, json};

const OLD: &str = "alice@example.org";
const NEW: &str = "alice@example.net";
const PHONE: &str = "+4915123456789";
const NEW_PHONE: &str = "+4915123456788";
/// Of the right length and letters, and as good as never right.
const WRONG_CODE: &str = "BBBBBBBB";

/// Alice with both addresses proved, signed in by this door.
fn alice(house: &House, door: Door) -> (User, Visitor<'_>) {
    let alice = crate::people::alice(house);
    house.work(|accounts, cx| accounts.verify_by_hand(cx, Actor::Shell, alice.id, true, true));
    let visitor = house.visitor(door);
    visitor.login(&[("identifier", "alice"), ("password", PASSWORD)]).done();
    (alice, visitor)
}

/// Sends a form to what this door has for `what` of the addresses: `email`, `email/confirm`, `phone/remove`, …
fn post(visitor: &Visitor<'_>, what: &str, fields: &[(&str, &str)]) -> Outcome {
    match (visitor.door, what.split_once('/')) {
        (Door::Pages, _) => visitor.post_form(&format!("/account/{what}"), fields),
        (_, Some((kind, "remove"))) => delete(visitor, &format!("/api/v1/me/{kind}"), fields),
        (_, Some((kind, "cancel"))) => delete(visitor, &format!("/api/v1/me/{kind}/pending"), fields),
        _ => visitor.post_json(&format!("/api/v1/me/{what}"), &object(fields)),
    }
}

fn object(fields: &[(&str, &str)]) -> Value {
    let members: Map<String, Value> = fields.iter().map(|(name, value)| ((*name).to_owned(), json!(value))).collect();
    Value::Object(members)
}

fn delete(visitor: &Visitor<'_>, path: &str, fields: &[(&str, &str)]) -> Outcome {
    let body = object(fields).to_string();
    let reply = visitor.send("DELETE", path, &[("content-type", "application/json")], body.as_bytes());
    let mistakes = mistakes_of_problem(&serde_json::from_str(&reply.body).unwrap_or_default());
    Outcome { reply, mistakes }
}

/// Asks for a change of the email address.
fn ask(visitor: &Visitor<'_>, new: &str) -> Outcome {
    post(visitor, "email", &[("new_email", new), ("password", PASSWORD)])
}

/// Changes the email address all the way, and gives the path of the link that the old one was sent.
fn change(house: &House, visitor: &Visitor<'_>, old: &str, new: &str) -> String {
    ask(visitor, new).done();
    let code = house.received(ChangeEmail, new, 0).code.unwrap();
    post(visitor, "email/confirm", &[("code", &code)]).done();
    house.received(EmailChanged, old, 0).link.unwrap()
}

/// The account's email address and whether it is proved, as whoever is signed in sees it.
fn email(visitor: &Visitor<'_>) -> (String, bool) {
    let me = visitor.me().unwrap();
    (me["email"].as_str().unwrap_or_default().to_owned(), me["email_verified"] == true)
}

/// What matters of an account and is not to change by a refusal.
fn state(house: &House) -> Vec<i64> {
    let counts = ["pending_changes", "address_undos", "one_time_passwords", "outbox", "sendings", "users"]
        .map(|table| format!("SELECT count(*) FROM {table}"));
    let mut all: Vec<i64> = counts.iter().map(|sql| house.count(sql)).collect();
    all.push(
        house.count(&format!("SELECT count(*) FROM users WHERE email = '{OLD}' AND email_verified_at IS NOT NULL")),
    );
    all.push(house.count(&format!("SELECT count(*) FROM users WHERE phone = '{PHONE}'")));
    all
}

/// Runs `work`, which is refused and leaves everything as it was.
#[track_caller]
fn refused(house: &House, mistakes: &[&str], status: u16, work: impl FnOnce() -> Outcome) {
    let before = state(house);
    let outcome = work();
    assert_eq!(outcome.reply.status, status, "{}", outcome.reply.body);
    outcome.refused(mistakes);
    assert_eq!(state(house), before);
}

fn events(house: &House, kind: &str) -> i64 {
    house.count(&format!("SELECT count(*) FROM account_events WHERE kind = '{kind}' AND user_id IS NOT NULL"))
}
