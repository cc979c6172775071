//! One-time passwords to the letter, by a clock that is set: the waits, the limits on sending, what a code is good for,
//! and where it is written.

mod bodies;
mod curve;
mod dead;
mod doors;
mod limits;
mod secrecy;
mod strangers;

use crate::house::House;
use crate::people::PASSWORD;
use crate::visitor::{Door, Outcome, Visitor};
use serde_json::{Value, json};

const OPTIONAL: &str = "[verification]\nemail = \"optional\"\nphone = \"optional\"";
const EMAIL: &str = "carol@example.org";
const PHONE: &str = "+4915123456789";
const NEW: &str = "the moles dig in the evening";
/// Of the right length and letters, and as good as never right.
const WRONG: &str = "BBBBBBBB";

/// Carol registers with all three identifiers.
fn carol(house: &House) -> Visitor<'_> {
    let carol = house.visitor(Door::Cookie);
    carol.register(&[("username", "carol"), ("email", EMAIL), ("phone", PHONE), ("password", PASSWORD)]).done();
    carol
}

/// Sends JSON as somebody who is not signed in.
fn stranger(house: &House, path: &str, body: &Value) -> Outcome {
    house.visitor(Door::Bearer).post_json(&format!("/api/v1/{path}"), body)
}

/// Somebody tries a code for an address.
fn verify(house: &House, kind: &str, address: &str, code: &str) -> Outcome {
    stranger(house, &format!("verify/{kind}"), &json!({kind: address, "code": code}))
}

/// Somebody asks for another code.
fn resend(house: &House, kind: &str, address: &str) -> Outcome {
    stranger(house, &format!("verify/{kind}/resend"), &json!({kind: address}))
}

/// Somebody asks for a reset.
fn ask_reset(house: &House, identifier: &str) -> Outcome {
    stranger(house, "password/reset", &json!({"identifier": identifier}))
}

/// Somebody tries a code for a reset.
fn reset(house: &House, identifier: &str, code: &str) -> Outcome {
    let body = json!({"identifier": identifier, "code": code, "new_password": NEW});
    stranger(house, "password/reset/confirm", &body)
}

/// Somebody tries to sign in with a code.
fn login(house: &House, identifier: &str, code: &str) -> Outcome {
    stranger(house, "login/code/confirm", &json!({"identifier": identifier, "code": code}))
}

/// Everything that wrong tries leave behind.
fn tries(house: &House) -> (i64, i64) {
    let sum = |column: &str, table: &str| {
        house.count(&format!("SELECT CAST(coalesce(sum({column}), 0) AS bigint) FROM {table}"))
    };
    (sum("failures", "login_failures"), sum("tries", "one_time_passwords"))
}
