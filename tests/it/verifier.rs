//! Codes to phones that a remote service sends and checks: everything that holds for our own codes holds for these.

mod adapter;
mod away;
mod doors;
mod login;
mod order;
mod service;
mod strangers;
mod tries;
mod trust;

use crate::house::{Database, House, databases};
use crate::people::PASSWORD;
use crate::visitor::{Door, Outcome, Visitor};
use serde_json::json;
use service::{Remote, Twilio};
use std::time::Duration;

const PHONE: &str = "+4915123456789";
const NEW: &str = "the moles dig in the evening";
/// A code that the service never sends.
const WRONG: &str = "000000";
const MINUTE: Duration = Duration::from_secs(60);

/// A house that leaves codes to phones to `remote`, and sends one at registration. `more` is put behind it.
fn house_with(database: Database, more: &str, remote: Remote) -> House {
    let settings = format!("[verification]\nphone = \"optional\"\n[phone]\nverifier = \"twilio\"\n{more}");
    House::build_with(database, &settings, |plugins| {
        plugins.phone_verifiers.register("twilio", std::sync::Arc::new(remote));
    })
}

fn house(database: Database, more: &str, twilio: &Twilio) -> House {
    house_with(database, more, twilio.remote())
}

/// Runs `test` on every database, each time with a fresh service.
fn on_every_database(more: &str, test: impl Fn(&House, &Twilio)) {
    for database in databases() {
        eprintln!("on {database:?}");
        let twilio = Twilio::start();
        test(&house(database, more, &twilio), &twilio);
    }
}

/// Carol registers with a name and a number.
fn carol(house: &House) -> Visitor<'_> {
    let carol = house.visitor(Door::Cookie);
    carol.register(&[("username", "carol"), ("phone", PHONE), ("password", PASSWORD)]).done();
    carol
}

fn stranger(house: &House, path: &str, body: &serde_json::Value) -> Outcome {
    house.visitor(Door::Bearer).post_json(&format!("/api/v1/{path}"), body)
}

fn verify(house: &House, phone: &str, code: &str) -> Outcome {
    stranger(house, "verify/phone", &json!({"phone": phone, "code": code}))
}

fn resend(house: &House, phone: &str) -> Outcome {
    stranger(house, "verify/phone/resend", &json!({"phone": phone})).done()
}

fn ask_reset(house: &House, phone: &str) -> Outcome {
    stranger(house, "password/reset", &json!({"identifier": phone})).done()
}

fn reset(house: &House, phone: &str, code: &str, password: &str) -> Outcome {
    stranger(house, "password/reset/confirm", &json!({"identifier": phone, "code": code, "new_password": password}))
}

/// Waits until the postman has nothing left to do, then the code that was sent to `phone` last.
fn sent(house: &House, twilio: &Twilio, phone: &str) -> String {
    settled(house);
    twilio.code(phone)
}

fn settled(house: &House) {
    // Sent and noted are two steps; the second is seen in the database.
    while house.count("SELECT count(*) FROM outbox WHERE sent_at IS NULL AND dead_at IS NULL") > 0 {
        std::thread::yield_now();
    }
}

fn proved(house: &House) -> i64 {
    house.count("SELECT count(*) FROM users WHERE phone_verified_at IS NOT NULL")
}

/// Everything that wrong tries leave behind.
fn counted(house: &House) -> (i64, i64) {
    let sum = |column: &str, table: &str| {
        house.count(&format!("SELECT CAST(coalesce(sum({column}), 0) AS bigint) FROM {table}"))
    };
    (sum("failures", "login_failures"), sum("tries", "one_time_passwords"))
}
