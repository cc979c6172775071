//! Signing in with a code that a remote service has sent.

use super::service::{Mood, Twilio, refusal};
use super::{MINUTE, PHONE, WRONG, counted, house, on_every_database, sent, verify};
use crate::concurrency::{at_once, statuses};
use crate::house::{House, databases};
use crate::people::alice;
use crate::visitor::{Door, Outcome, Visitor};
use countersign::accounts::Actor;

const ON: &str = "[login]\nby_code = true";

/// Alice, whose number is proved, asks for a code; and the code.
fn asked_for(house: &House, twilio: &Twilio) -> String {
    let alice = alice(house);
    house.work(|accounts, cx| accounts.verify_by_hand(cx, Actor::Shell, alice.id, false, true));
    house.visitor(Door::Bearer).submit("login/code", &[("identifier", PHONE)]).done();
    sent(house, twilio, PHONE)
}

fn confirm(visitor: &Visitor<'_>, code: &str) -> Outcome {
    visitor.submit("login/code/confirm", &[("identifier", PHONE), ("code", code)])
}

#[test]
fn a_code_of_the_service_signs_in_once_at_every_door() {
    for door in Door::ALL {
        on_every_database(ON, |house, twilio| {
            let code = asked_for(house, twilio);
            let alice = house.visitor(door);
            confirm(&alice, WRONG).refused(&["code invalid_code"]);
            assert_eq!(confirm(&alice, &code).retry_after(), Some(1));
            verify(house, PHONE, &code).refused(&["code invalid_code"]);
            house.later(std::time::Duration::from_secs(1));
            confirm(&alice, &code).done();
            assert_eq!(alice.username().as_deref(), Some("alice"));
            confirm(&house.visitor(door), &code).refused(&["code invalid_code"]);
            assert_eq!(house.count("SELECT count(*) FROM sessions"), 1);
        });
    }
}

#[test]
fn of_fifty_at_one_instant_one_is_signed_in() {
    for database in databases() {
        let twilio = Twilio::start();
        let house = house(database, ON, &twilio);
        let code = asked_for(&house, &twilio);
        let outcomes = at_once(50, |_| confirm(&house.visitor(Door::Bearer), &code));
        let all = statuses(outcomes.iter().map(|outcome| outcome.reply.status));
        assert_eq!(all.iter().find(|(status, _)| *status == 200), Some(&(200, 1)), "{database:?} {all:?}");
        assert!(all.iter().all(|(status, _)| [200, 422, 429].contains(status)), "{database:?} {all:?}");
        assert_eq!(house.count("SELECT count(*) FROM sessions"), 1);
    }
}

#[test]
fn while_the_service_is_away_nobody_is_signed_in_and_nothing_counts() {
    on_every_database(ON, |house, twilio| {
        let code = asked_for(house, twilio);
        twilio.mood(Mood::Says(refusal("500 Internal Server Error", 20500)));
        for door in Door::ALL {
            assert_eq!(confirm(&house.visitor(door), &code).reply.status, 503);
        }
        assert_eq!((counted(house), house.count("SELECT count(*) FROM sessions")), ((0, 0), 0));
        twilio.mood(Mood::Fine);
        house.later(MINUTE);
        confirm(&house.visitor(Door::Bearer), &code).done();
    });
}
