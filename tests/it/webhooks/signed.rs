//! Who sent it, and that nobody changed it.

use super::{Mood, OTHER_SECRET, Receiver, SECRET, hmac, id, json, verifies};
use crate::delivery::server::Asked;
use crate::house::{House, databases, on_every_database};
use crate::people::{PASSWORD, alice};
use crate::visitor::Door;
use base64::Engine;
use base64::prelude::BASE64_STANDARD;
use countersign::ambient::{Clock, SystemClock};
use countersign::delivery::{Trust, Webhook};
use countersign::settings::Settings;
use std::path::Path;
use std::sync::Arc;
use std::time::Duration;

fn webhook(secret: &str) -> Webhook {
    let text = format!("[webhooks.shop]\nurl = \"https://shop.example.org\"\nsecret = {secret}");
    let declared = Settings::from_toml(&text, Path::new(".")).unwrap().settings.webhooks.remove(0);
    let clock: Arc<dyn Clock> = Arc::new(SystemClock);
    Webhook::new(&declared, &Trust::default(), &clock).unwrap()
}

/// Computed by Python's hmac.
#[test]
fn a_signature_is_that_of_another_make() {
    let body = r#"{"type":"account.login","timestamp":"2026-11-28T13:00:00Z","data":{}}"#;
    let (one, other) =
        ("v1,PEkDAZ0Y1wfDoddaD+XPaxCi4GA9QTdwYxuGY0PoKl8=", "v1,KEMnvp35JZ9Xzzb4pAK1HA6jjMKnkn3X1TtL9gYD5kE=");
    assert_eq!(webhook(&format!("\"{SECRET}\"")).sign("evt_1", 1_795_870_800, body), one);
    let both = webhook(&format!("[\"{SECRET}\", \"{OTHER_SECRET}\"]"));
    assert_eq!(both.sign("evt_1", 1_795_870_800, body), format!("{one} {other}"));
    assert_eq!(format!("{both:?}"), "Webhook(\"shop\")");
    // RFC 4231, test case 2: what the other tests verify with is right, too.
    let known = "W9zBRr9gdU5qBCQmCJV1x1oAPwidJzmDnexYuWTsOEM=";
    assert_eq!(BASE64_STANDARD.encode(hmac(b"Jefe", b"what do ya want for nothing?")), known);
}

#[test]
fn a_notification_says_what_happened_and_nobody_can_change_it() {
    for database in databases() {
        let receiver = Receiver::start(Mood::Takes);
        let house = House::build(database, &receiver.declared("shop", ""));
        let user = alice(&house);
        house.later(Duration::from_secs(1));
        let visitor = house.visitor(Door::Bearer);
        visitor.headers.lock().unwrap().push(("user-agent".into(), "a \"bird\"".into()));
        visitor.login(&[("username", "alice"), ("password", PASSWORD)]).done();
        assert_eq!(receiver.kinds(2), ["created_by_admin", "login"]);
        let told = &receiver.taken()[1];
        assert_eq!(told.line, "POST /events HTTP/1.1");
        assert_eq!(told.header("content-type"), Some("application/json"));
        let body = json(told);
        // As the owner sees it.
        let event = visitor.get("/api/v1/me/events").json()[0].clone();
        for name in ["id", "kind", "at", "ip", "user_agent", "detail"] {
            assert_eq!(body["data"][name], event[name], "{name}");
        }
        assert_eq!(body["type"], "account.login");
        assert_eq!(body["timestamp"], event["at"]);
        assert_eq!(body["data"]["account_id"], user.id.to_string());
        assert_eq!(body["data"]["user_agent"], "a \"bird\"");
        assert_eq!(body["data"]["id"], id(told), "programs that keep ids need no other");
        assert_eq!(told.header("webhook-timestamp"), Some(&*house.app.now().unix().to_string()));

        assert!(verifies(told, SECRET) && !verifies(told, OTHER_SECRET));
        let with = |name: &str, value: &str| {
            let mut other = told.clone();
            for (_, old) in other.headers.iter_mut().filter(|(known, _)| known == name) {
                *old = value.into();
            }
            other
        };
        assert!(verifies(&with("webhook-id", &id(told)), SECRET));
        assert!(!verifies(&with("webhook-id", &id(&receiver.taken()[0])), SECRET));
        assert!(!verifies(&with("webhook-timestamp", "1795870800"), SECRET));
        assert!(!verifies(&Asked { body: told.body.replace("login", "logout"), ..told.clone() }, SECRET));
    }
}

#[test]
fn while_a_secret_is_changed_each_of_the_two_verifies() {
    on_every_database("", |first| {
        let receiver = Receiver::start(Mood::Takes);
        let both = receiver
            .declared("shop", "")
            .replace(&format!("\"{SECRET}\""), &format!("[\"{OTHER_SECRET}\", \"{SECRET}\"]"));
        let house = first.twin(&first.url, &both);
        alice(&house);
        receiver.kinds(1);
        let told = &receiver.taken()[0];
        assert!(verifies(told, SECRET) && verifies(told, OTHER_SECRET));
    });
}
