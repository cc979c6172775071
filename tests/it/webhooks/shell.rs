//! `countersign webhooks`: what there is, whether it works, and telling again what was missed.

use super::{Mood, Receiver, SECRET, id, json, notifications, until_notifications, verifies};
use crate::commands::{Shell, on_every_shell};
use crate::delivery::server::Asked;
use crate::house::{House, databases};
use crate::people::{PASSWORD, alice, bob};
use crate::visitor::Door;
use std::collections::BTreeSet;
use std::time::Duration;

/// A shell beside a house, whose commands know the webhook and the house's key.
fn beside(house: &House, receiver: &Receiver, more: &str) -> Shell {
    let shell = Shell::beside(house);
    let text = format!(
        "secret_keys = [\"a key for tests, long enough to be one: 8f3Kq2\"]\n{}",
        receiver.declared("shop", more)
    );
    shell.write("settings.toml", &text);
    shell
}

#[test]
fn a_webhook_can_be_tried_and_says_what_it_answered() {
    let receiver = Receiver::start(Mood::Takes);
    let shell = Shell::new();
    shell.write("settings.toml", &receiver.declared("shop", ""));
    let ran = shell.run(&["webhooks", "test", "shop"]).ended(0);
    assert!(ran.out.starts_with("shop answered 204 No Content to "), "{ran:?}");
    let told = &receiver.taken()[0];
    assert!(verifies(told, SECRET) && ran.out.contains(&id(told)));
    assert_eq!(
        (json(told)["type"].as_str(), json(told)["data"]["webhook"].as_str()),
        (Some("webhook.test"), Some("shop"))
    );
    receiver.mood(Mood::Answers("401 Unauthorized"));
    let ran = shell.run(&["webhooks", "test", "shop"]).ended(1);
    assert_eq!(ran.err, "shop did not take it: the webhook answered 401 Unauthorized.\n");
    let ran = shell.run(&["webhooks", "test", "shp"]).ended(1);
    assert_eq!(ran.err, "No webhook is called shp. Known: `shop`. Did you mean `shop`?\n");
    assert!(!shell.directory.join("countersign.db").exists(), "no database is needed");
    shell.write("settings.toml", &receiver.declared("shop", "enabled = false"));
    let ran = shell.run(&["webhooks", "test", "shop"]).ended(1);
    assert_eq!(ran.err, "The webhook shop is switched off: webhooks.shop.enabled is false.\n");
    shell.write("settings.toml", "");
    let ran = shell.run(&["webhooks", "test", "shop"]).ended(1);
    assert_eq!(ran.err, "No webhook is called shop. Declare it: [webhooks.shop].\n");
    assert_eq!(receiver.asked().len(), 2);
}

#[test]
fn what_was_missed_is_told_again_under_its_own_id() {
    for database in databases() {
        let receiver = Receiver::start(Mood::Takes);
        let house = House::build(database, "");
        // Before anybody was to be told.
        let user = alice(&house);
        house.later(Duration::from_hours(2));
        bob(&house);
        house.visitor(Door::Bearer).login(&[("username", "bob"), ("password", PASSWORD)]).done();
        let keep = format!("[account]\nkeep_events = \"3650d\"\n{}", receiver.declared("shop", ""));
        let house = house.twin(&house.url, &keep);
        let shell = beside(&house, &receiver, "");
        let replay = |arguments: &[&str]| {
            let ran = shell.run(&[&["webhooks", "replay"], arguments].concat()).ended(0);
            ran.out.split_whitespace().next().unwrap().parse::<usize>().unwrap()
        };
        assert!(receiver.asked().is_empty());
        // What the shell puts in is due by the machine's clock, not by the house's.
        house.later(Duration::from_hours(24 * 3600));
        assert_eq!(replay(&["--since", "2026-11-22T11:00:00Z"]), 2);
        super::ring(&house);
        // The order is not promised.
        let ids = |range: std::ops::Range<usize>| {
            receiver.kinds(range.end);
            receiver.taken()[range].iter().map(id).collect::<BTreeSet<String>>()
        };
        let bobs = ids(0..2);
        assert_eq!(replay(&["shop", "--since", "2026-11-22"]), 3);
        super::ring(&house);
        let all = ids(2..5);
        assert_eq!((all.len(), bobs.len()), (3, 2));
        assert!(bobs.is_subset(&all), "the same ids, so that nobody acts on them twice");
        let first = all.difference(&bobs).next().unwrap();
        assert_eq!(replay(&["--event", first]), 1);
        super::ring(&house);
        assert_eq!(ids(5..6), BTreeSet::from([first.clone()]));
        let alices: Vec<Asked> = receiver.taken().into_iter().filter(|asked| id(asked) == *first).collect();
        assert_eq!(alices[0].body, alices[1].body);
        assert_eq!(json(&alices[0])["data"]["account_id"], user.id.to_string());
        assert!(receiver.taken().iter().all(|asked: &Asked| verifies(asked, SECRET)));

        for (arguments, code, words) in [
            (&["--since", "yesterday"][..], 2, "yesterday is no time"),
            (&["--since", "2026-11-22T11:00:00"], 2, "is no time"),
            (&["--event", "17"], 2, "17 is no id of an event"),
            (&[], 2, "--since"),
            (&["--event", "019ac8f0-1c3a-7000-8000-3a5f0c9d2e11"], 1, "There is no event 019ac8f0"),
            (&["nowhere", "--since", "1h"], 1, "No webhook is called nowhere"),
        ] {
            let ran = shell.run(&[&["webhooks", "replay"], arguments].concat()).ended(code);
            assert!(ran.err.contains(words), "{arguments:?}: {ran:?}");
        }
        assert_eq!(notifications(&house, "true"), 6);
    }
}

#[test]
fn a_replay_respects_what_a_webhook_wants() {
    for database in databases() {
        let receiver = Receiver::start(Mood::Takes);
        let house = House::build(database, "");
        alice(&house);
        house.visitor(Door::Bearer).login(&[("username", "alice"), ("password", PASSWORD)]).done();
        let shell = beside(&house, &receiver, "events = [\"login\"]");
        let ran = shell.run(&["webhooks", "replay", "--since", "2026-11-22"]).ended(0);
        assert_eq!(ran.out, "1 notifications are due now; a running server sends them.\n");
        let shell = beside(&house, &receiver, "enabled = false");
        let ran = shell.run(&["webhooks", "replay", "shop", "--since", "2026-11-22"]).ended(1);
        assert!(ran.err.contains("switched off"), "{ran:?}");
    }
}

#[test]
fn webhooks_and_what_waits_for_them_are_listed_without_a_secret() {
    for database in databases() {
        let receiver = Receiver::start(Mood::Answers("500 Oh"));
        let house = House::build(database, &receiver.declared("shop", ""));
        alice(&house);
        until_notifications(&house, "tries = 1 AND last_error IS NOT NULL", 1);
        let shell = beside(&house, &receiver, "events = [\"login\", \"logout\"]");
        let address = receiver.service.address;
        let listed = shell.run(&["webhooks", "list"]).ended(0).out;
        assert_eq!(listed, format!("shop  http://{address}/***  on  1 waiting, 0 given up  login, logout\n"));
        let outbox = shell.run(&["outbox", "list"]).ended(0).out;
        assert!(outbox.contains("created_by_admin") && outbox.contains("webhook:shop"), "{outbox}");
        assert!(outbox.contains("failed 1 times") && outbox.contains("the webhook answered 500 Internal"), "{outbox}");
        let settings = shell.run(&["settings"]).ended(0).out;
        assert!(settings.contains("webhooks.shop = { … }"), "{settings}");
        for text in [listed, outbox, settings] {
            assert!(!text.contains(SECRET) && !text.contains("/events"), "{text}");
        }
        let ran = shell.run(&["outbox", "retry"]).ended(0);
        assert_eq!(ran.out, "1 messages are due now; a running server sends them.\n");
    }
    on_every_shell(|_, shell| assert_eq!(shell.run(&["webhooks", "list"]).ended(0).out, ""));
}
