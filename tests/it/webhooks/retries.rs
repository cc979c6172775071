//! Receivers that refuse, hang, lead elsewhere or want no more.

use super::{Mood, Receiver, SECRET, id, notifications, ring, until, until_notifications, verifies};
use crate::house::{House, databases};
use crate::people::alice;
use countersign::accounts::Actor;
use std::time::Duration;

/// A house, and one notification on its way to the receiver.
fn with_one(receiver: &Receiver, more: &str, test: impl Fn(&House)) {
    for database in databases() {
        let house = House::build(database, &receiver.declared("shop", more));
        alice(&house);
        test(&house);
    }
}

#[test]
fn what_was_refused_is_sent_again_the_same_and_signed_anew() {
    let receiver = Receiver::start(Mood::Takes);
    with_one(&receiver, "", |house| {
        until_notifications(house, "sent_at IS NOT NULL", 1);
        receiver.mood(Mood::Answers("500 Internal Server Error"));
        let before = (receiver.asked().len(), receiver.taken().len());
        house.work(|accounts, cx| accounts.replay_events(cx, since_ever(), None));
        let failed = "last_error = 'the webhook answered 500 Internal Server Error' AND leased_until IS NULL";
        until_notifications(house, &format!("{failed} AND tries = 1 AND sent_at IS NULL"), 1);
        receiver.mood(Mood::Takes);
        ring(house);
        house.later(Duration::from_secs(5));
        ring(house);
        until("it is taken", || receiver.taken().len() > before.1);
        until_notifications(house, "sent_at IS NOT NULL AND letter IS NULL AND last_error IS NULL", 2);
        let all = receiver.asked();
        let (first, second) = (&all[all.len() - 2], &all[all.len() - 1]);
        assert_eq!((id(first), &first.body), (id(second), &second.body));
        let time = |n: usize| all[n].header("webhook-timestamp").unwrap().parse::<i64>().unwrap();
        assert_eq!(time(all.len() - 1) - time(all.len() - 2), 5, "when it was sent, not when it happened");
        assert!(verifies(first, SECRET) && verifies(second, SECRET));
    });
}

fn since_ever() -> countersign::accounts::Replay {
    countersign::accounts::Replay::Since("2000-01-01T00:00:00Z".parse::<jiff::Timestamp>().unwrap().into())
}

#[test]
fn what_nobody_ever_takes_is_given_up_after_ten_tries() {
    let receiver = Receiver::start(Mood::Answers("503 Service Unavailable"));
    with_one(&receiver, "", |house| {
        let before = receiver.asked().len();
        for tries in 1..=9 {
            until_notifications(house, &format!("tries = {tries} AND leased_until IS NULL AND dead_at IS NULL"), 1);
            house.later(Duration::from_hours(1));
            ring(house);
        }
        until_notifications(house, "tries = 10 AND dead_at IS NOT NULL AND letter IS NULL", 1);
        let own = receiver.asked().split_off(before.min(receiver.asked().len() - 10));
        assert!(own.len() >= 10 && own.iter().rev().take(10).all(|asked| id(asked) == id(&own[own.len() - 1])));
    });
}

#[test]
fn who_is_gone_is_asked_no_more() {
    let receiver = Receiver::start(Mood::Answers("410 Gone"));
    with_one(&receiver, "", |house| {
        until_notifications(house, "tries = 1 AND dead_at IS NOT NULL AND letter IS NULL", 1);
        assert_eq!(notifications(house, "last_error = 'the webhook answered 410 Gone'"), 1);
    });
}

#[test]
fn a_redirect_is_not_followed() {
    let elsewhere = Receiver::start(Mood::Takes);
    let location = format!("307 Temporary Redirect\r\nLocation: http://{}/events", elsewhere.service.address);
    let receiver = Receiver::start(Mood::Answers(location.leak()));
    with_one(&receiver, "", |house| {
        until_notifications(house, "last_error LIKE '%307%redirects are not followed' AND dead_at IS NULL", 1);
        assert!(elsewhere.asked().is_empty());
    });
}

#[test]
fn who_hangs_is_tried_again_and_holds_up_nobody_else() {
    for database in databases() {
        let (slow, quick) = (Receiver::start(Mood::IsSilent), Receiver::start(Mood::Takes));
        let settings = slow.declared("slow", "timeout = \"1s\"") + &quick.declared("quick", "");
        let house = House::build(database, &settings);
        for _ in 0..5 {
            house.work(|accounts, cx| {
                let found = accounts.list_users(cx, None, 1)?;
                if let Some(user) = found.first() {
                    accounts.set_active(cx, Actor::Shell, user.id, !user.is_active)?;
                }
                Ok(())
            });
            if house.count("SELECT count(*) FROM users") == 0 {
                alice(&house);
            }
        }
        quick.kinds(5);
        assert_eq!(notifications(&house, "channel = 'webhook:slow' AND sent_at IS NOT NULL"), 0);
        until_notifications(&house, "channel = 'webhook:slow' AND last_error LIKE '%did not answer in time'", 5);
        slow.mood(Mood::Takes);
        house.later(Duration::from_secs(5));
        ring(&house);
        slow.kinds(5);
        until_notifications(&house, "sent_at IS NOT NULL", 10);
    }
}

#[test]
fn a_webhook_that_nobody_listens_at_stops_nothing() {
    for database in databases() {
        let gone = std::net::TcpListener::bind("127.0.0.1:0").unwrap().local_addr().unwrap();
        let text = format!("[webhooks.shop]\nurl = \"http://{gone}/\"\nsecret = \"{SECRET}\"");
        let house = House::build(database, &text);
        alice(&house);
        until_notifications(&house, "last_error LIKE '%the webhook%' AND dead_at IS NULL AND tries = 1", 1);
    }
}
