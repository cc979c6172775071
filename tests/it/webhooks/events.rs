//! What is told to whom: what they asked for, about nobody as much as about somebody, and never a secret.

use super::{Mood, Receiver, json, notifications, until, until_notifications};
use crate::house::{House, databases, on_every_database};
use crate::people::{PASSWORD, WRONG, alice, person};
use crate::visitor::Door;
use countersign::accounts::{Actor, EventKind};
use countersign::delivery::MessageKind::{ChangeEmail, ResetPassword, VerifyEmail};
use serde_json::{Value, json};
use std::time::Duration;

#[test]
fn a_webhook_is_told_what_it_asked_for_and_nothing_while_it_is_switched_off() {
    for database in databases() {
        let receivers: Vec<Receiver> = (0..3).map(|_| Receiver::start(Mood::Takes)).collect();
        let settings = receivers[0].declared("all", "")
            + &receivers[1].declared("some", "events = [\"logout\", \"login\"]")
            + &receivers[2].declared("off", "enabled = false");
        let house = House::build(database, &settings);
        alice(&house);
        let visitor = house.visitor(Door::Pages);
        visitor.login(&[("username", "alice"), ("password", PASSWORD)]).done();
        visitor.logout().done();
        assert_eq!(receivers[0].kinds(3), ["created_by_admin", "login", "logout"]);
        assert_eq!(receivers[1].kinds(2), ["login", "logout"]);
        until_notifications(&house, "sent_at IS NOT NULL", 5);
        assert_eq!(notifications(&house, "channel = 'webhook:off'"), 0);
        assert!(receivers[2].asked().is_empty());
        assert_eq!(notifications(&house, "letter IS NOT NULL"), 0, "nothing of it is kept");
    }
}

#[test]
fn what_is_refused_and_rolled_back_is_told_to_nobody() {
    for database in databases() {
        let receiver = Receiver::start(Mood::Takes);
        let house = House::build(database, &receiver.declared("shop", ""));
        alice(&house);
        receiver.kinds(1);
        let visitor = house.visitor(Door::Bearer);
        visitor.register(&[("username", "ALICE"), ("password", PASSWORD)]).refused(&["username taken"]);
        assert_eq!(notifications(&house, "kind = 'registered'"), 0);
        assert_eq!(notifications(&house, "true"), 1);
    }
}

/// An answer must not take longer, or write more, for somebody than for nobody.
#[test]
fn what_is_about_nobody_is_told_as_what_is_about_somebody() {
    for database in databases() {
        let receiver = Receiver::start(Mood::Takes);
        let house = House::build(database, &receiver.declared("shop", ""));
        let user = alice(&house);
        receiver.kinds(1);
        let rows = || (house.count("SELECT count(*) FROM outbox"), house.count("SELECT count(*) FROM account_events"));
        let mut told = Vec::new();
        for who in ["alice@example.org", "nobody@example.org"] {
            let before = rows();
            let visitor = house.visitor(Door::Bearer);
            visitor.login(&[("identifier", who), ("password", WRONG)]).refused(&["# invalid_credentials"]);
            let reset = visitor.submit("password/reset", &[("identifier", who)]).done();
            assert_eq!(reset.reply.status, 202);
            // The letter to nobody is thrown away, the one to somebody is sent.
            until("letters are gone", || house.count("SELECT count(*) FROM outbox WHERE letter IS NOT NULL") == 0);
            let after = rows();
            told.push((after.0 - before.0 - i64::from(who.starts_with("alice")), after.1 - before.1));
        }
        assert_eq!(told, [(2, 2), (2, 2)], "notifications, events");
        let kinds = ["login_failed", "code_requested"];
        assert_eq!(receiver.kinds(5)[1..], [kinds, kinds].concat());
        let whose = |n: usize| json(&receiver.taken()[n])["data"]["account_id"].clone();
        assert_eq!([whose(1), whose(2)], [json!(user.id.to_string()), json!(user.id.to_string())]);
        assert_eq!([whose(3), whose(4)], [Value::Null, Value::Null]);
    }
}

#[test]
fn that_an_account_is_gone_is_told_by_whatever_way_it_went() {
    for database in databases() {
        let receiver = Receiver::start(Mood::Takes);
        let events = "events = [\"deleted\"]";
        let house = House::build(database, &receiver.declared("shop", events));
        let (one, two) = (alice(&house), person(&house, Some("carol"), None, None));
        let visitor = house.visitor(Door::Bearer);
        visitor.login(&[("username", "alice"), ("password", PASSWORD)]).done();
        visitor.call("DELETE", "/api/v1/me", &json!({"password": PASSWORD})).done();
        receiver.kinds(1);
        house.work(|accounts, cx| accounts.delete_user(cx, Actor::Shell, two.id));
        receiver.kinds(2);
        let grace = format!("[account]\ndeletion_grace = \"1d\"\n{}", receiver.declared("shop", events));
        let house = house.twin(&house.url, &grace);
        let three = person(&house, Some("dave"), None, None);
        let visitor = house.visitor(Door::Bearer);
        visitor.login(&[("username", "dave"), ("password", PASSWORD)]).done();
        visitor.call("DELETE", "/api/v1/me", &json!({"password": PASSWORD})).done();
        house.later(Duration::from_hours(25));
        house.work(|accounts, cx| accounts.prune(cx));
        receiver.kinds(3);
        let gone: Vec<Value> = receiver.taken().iter().map(|told| json(told)["data"]["account_id"].clone()).collect();
        assert_eq!(gone, [one.id, two.id, three.id].map(|id| json!(id.to_string())));
        assert_eq!(
            house.count("SELECT count(*) FROM account_events WHERE user_id IS NOT NULL"),
            0,
            "and of them nothing is kept"
        );
    }
}

#[test]
fn nothing_that_is_told_is_a_secret() {
    for database in databases() {
        let receiver = Receiver::start(Mood::Takes);
        let house =
            House::build(database, &format!("[verification]\nemail = \"optional\"\n{}", receiver.declared("shop", "")));
        let visitor = house.visitor(Door::Bearer);
        visitor.register(&[("email", "carol@example.org"), ("password", PASSWORD)]).done();
        let mut secrets = vec![PASSWORD.to_owned(), WRONG.to_owned()];
        let code = house.received(VerifyEmail, "carol@example.org", 0).code.unwrap();
        visitor.submit("verify/email", &[("code", "BBBBBBBB")]).refused(&["code invalid_code"]);
        house.later(Duration::from_mins(2));
        visitor.submit("verify/email", &[("code", &code)]).done();
        secrets.push(code);
        let fields = [("new_email", "carol@example.net"), ("password", PASSWORD)];
        visitor.submit("me/email", &fields).done();
        let code = house.received(ChangeEmail, "carol@example.net", 0).code.unwrap();
        visitor.submit("me/email/confirm", &[("code", &code)]).done();
        secrets.push(code);
        house.later(Duration::from_mins(2));
        visitor.submit("password/reset", &[("identifier", "carol@example.net")]).done();
        let letter = house.received(ResetPassword, "carol@example.net", 0);
        secrets.push(letter.link.unwrap().rsplit('/').next().unwrap().to_owned());
        visitor.login(&[("identifier", "carol@example.net"), ("password", WRONG)]).refused(&["# invalid_credentials"]);
        let (access, refresh) = visitor.tokens.lock().unwrap().clone().unwrap();
        secrets.extend([access, refresh, "carol@".to_owned(), "$2b$".to_owned(), super::SECRET.to_owned()]);
        let kinds = receiver.kinds(house.count("SELECT count(*) FROM account_events") as usize);
        for kind in ["registered", "code_refused", "email_verified", "email_changed", "code_requested", "login_failed"]
        {
            assert!(kinds.iter().any(|told| told == kind), "{kind}: {kinds:?}");
        }
        for told in receiver.taken() {
            let all = format!("{told:?}");
            assert!(!secrets.iter().any(|secret| all.contains(secret)), "{all}");
        }
    }
}

#[test]
fn the_document_names_every_kind_of_event() {
    let text = std::fs::read_to_string(concat!(env!("CARGO_MANIFEST_DIR"), "/docs/webhooks.md")).unwrap();
    let rows: Vec<&str> = text.lines().filter_map(|line| line.strip_prefix("| `account.")).collect();
    let named: Vec<&str> = rows.iter().map(|row| row.split('`').next().unwrap()).collect();
    let known: Vec<&str> = EventKind::ALL.iter().map(|kind| kind.slug()).collect();
    assert_eq!(named, known);
}

#[test]
fn what_waits_for_a_webhook_that_is_declared_no_more_is_given_up_after_a_week() {
    on_every_database("", |first| {
        let receiver = Receiver::start(Mood::IsSilent);
        {
            let house = first.twin(&first.url, &receiver.declared("shop", ""));
            alice(&house);
        }
        let prune = || first.work(|accounts, cx| accounts.prune(cx));
        first.later(Duration::from_hours(24 * 7 - 1));
        prune();
        assert_eq!(notifications(first, "dead_at IS NULL AND letter IS NOT NULL"), 1);
        first.later(Duration::from_hours(2));
        prune();
        assert_eq!(notifications(first, "dead_at IS NOT NULL AND letter IS NULL"), 1);
    });
}
