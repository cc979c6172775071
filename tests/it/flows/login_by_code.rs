//! Signing in with a code sent to a proved address.

mod entries;
mod links;
mod races;
mod refusals;

use crate::house::House;
use crate::people::alice;
use crate::visitor::{Outcome, Visitor};
use countersign::accounts::Actor;
use countersign::db::User;
use countersign::delivery::MessageKind::LoginCode;

const ON: &str = "[login]\nby_code = true";
const EMAIL: &str = "alice@example.org";
const PHONE: &str = "+4915123456789";
/// Of the right length and letters, and as good as never right.
const WRONG: &str = "BBBBBBBB";

/// Alice, with these of her addresses proved.
fn alice_with(house: &House, email: bool, phone: bool) -> User {
    let alice = alice(house);
    house.work(|accounts, cx| accounts.verify_by_hand(cx, Actor::Shell, alice.id, email, phone))
}

fn ask(visitor: &Visitor<'_>, identifier: &str) -> Outcome {
    visitor.submit("login/code", &[("identifier", identifier)])
}

fn confirm(visitor: &Visitor<'_>, identifier: &str, code: &str) -> Outcome {
    visitor.submit("login/code/confirm", &[("identifier", identifier), ("code", code)])
}

/// Asks for a code and reads it where it arrives.
fn code(visitor: &Visitor<'_>, identifier: &str, to: &str, nth: usize) -> String {
    ask(visitor, identifier).done();
    visitor.house.received(LoginCode, to, nth).code.unwrap()
}

/// What a refusal must leave as it was: sessions, sign-ins noted, accounts, messages.
fn left(house: &House) -> [i64; 5] {
    [
        "SELECT count(*) FROM sessions",
        "SELECT count(*) FROM refresh_tokens",
        "SELECT count(*) FROM users WHERE last_login IS NOT NULL",
        "SELECT count(*) FROM users WHERE email_verified_at IS NOT NULL OR phone_verified_at IS NOT NULL",
        "SELECT count(*) FROM outbox WHERE NOT for_nobody",
    ]
    .map(|sql| house.count(sql))
}
