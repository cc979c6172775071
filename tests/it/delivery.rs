//! Messages as people and programs receive them: their words, their headers, and every way they leave.

#[path = "delivery/gateway.rs"]
mod gateway;
#[path = "delivery/server.rs"]
pub mod server;
#[path = "delivery/smtp.rs"]
mod smtp;
#[path = "delivery/transports.rs"]
mod transports;
#[path = "delivery/words.rs"]
mod words;

use countersign::ambient::Clock;
use countersign::delivery::{Destination, Letter, MessageKind, Stationery};
use jiff::Timestamp;
use serde_json::{Map, json};

/// A clock that stands still.
struct Still;

impl Clock for Still {
    fn now(&self) -> Timestamp {
        "2026-11-22T09:30:00Z".parse().unwrap()
    }
}

fn stationery() -> Stationery {
    let site = "https://accounts.example.org:8443";
    Stationery::new(site, "accounts.example.org", "Club <noreply@example.org>", "CLUB").unwrap()
}

const ID: &str = "0193a1b2-7c3d-7e4f-8a5b-6c7d8e9f0a1b";
const LINK: &str = "https://accounts.example.org:8443/verify/email/0193a1b27c3d7e4f/mY9x-Qw_3zKp";

/// A letter with everything that one can have.
fn letter(kind: MessageKind, to: Destination) -> Letter {
    Letter {
        id: ID.into(),
        kind,
        to,
        language: "en".into(),
        code: Some("BCDFGHJK".into()),
        link: Some(LINK.into()),
        minutes: Some(15),
        name: Some("Ada Lovelace".into()),
        details: Map::from_iter([
            ("new_email".into(), json!("ex*****@ex*****.***")),
            ("new_phone".into(), json!("+*********34")),
            ("when".into(), json!("22 November 2026, 09:30 UTC")),
            ("ip".into(), json!("192.0.2.7")),
        ]),
        created_at: "2026-11-22T09:29:58.123456Z".parse().unwrap(),
        verification: None,
    }
}

fn by_email(kind: MessageKind) -> Letter {
    letter(kind, Destination::Email("ada@example.com".into()))
}

pub fn by_phone(kind: MessageKind) -> Letter {
    Letter { code: Some("834920".into()), ..letter(kind, Destination::Phone("+4930901820".into())) }
}
