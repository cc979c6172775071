//! Numbers of nobody: the same answers, and as long as any, without anything asked of the service.

use super::service::{Mood, Twilio, refusal};
use super::{
    MINUTE, NEW, PHONE, Remote, WRONG, ask_reset, carol, counted, house_with, on_every_database, resend, reset, verify,
};
use crate::house::{House, databases};
use crate::visitor::Outcome;
use std::time::{Duration, Instant};

const NOBODY: &str = "+4915123456780";

/// What is seen of an answer.
fn seen(outcome: &Outcome) -> (u16, Option<u64>, String) {
    (outcome.reply.status, outcome.retry_after(), outcome.reply.body.clone())
}

#[test]
fn a_number_of_nobody_follows_the_same_curve_and_is_never_asked_about() {
    on_every_database("", |house, twilio| {
        carol(house);
        super::settled(house);
        house.later(MINUTE);
        let doors: [(fn(&House, &str) -> Outcome, fn(&House, &str) -> Outcome); 2] = [
            (resend, |house, phone| verify(house, phone, WRONG)),
            (ask_reset, |house, phone| reset(house, phone, WRONG, NEW)),
        ];
        for (ask, guess) in doors {
            let before = (house.posted(), twilio.asked().len());
            let asked = seen(&ask(house, NOBODY));
            assert_eq!((house.posted(), twilio.asked().len()), before, "nothing is sent");
            assert_eq!(seen(&ask(house, PHONE)), asked);
            super::settled(house);
            let guess = |phone| guess(house, phone);
            for _ in 0..7 {
                let checks = twilio.checks();
                let unknown = [seen(&guess(NOBODY)), seen(&guess(NOBODY))];
                assert_eq!(twilio.checks(), checks, "there is nothing to ask about");
                assert_eq!([seen(&guess(PHONE)), seen(&guess(PHONE))], unknown);
                house.later(MINUTE);
            }
        }
    });
}

#[test]
fn the_time_of_a_wrong_code_does_not_tell_whether_the_service_was_asked() {
    for database in databases() {
        let twilio = Twilio::start();
        let usual = Duration::from_millis(300);
        let house = house_with(database, "", Remote(twilio.client(), usual));
        carol(&house);
        super::settled(&house);
        resend(&house, NOBODY);
        let took = |phone| {
            let begun = Instant::now();
            verify(&house, phone, WRONG).refused(&["code invalid_code"]);
            house.later(MINUTE);
            begun.elapsed()
        };
        assert!(took(PHONE) >= usual && took(NOBODY) >= usual, "quicker than usual");
        let slow = Duration::from_millis(700);
        twilio.mood(Mood::Slow(slow));
        assert!(took(PHONE) >= slow && took(NOBODY) >= slow, "slower than usual");
    }
}

#[test]
fn while_the_service_is_away_it_is_away_for_numbers_of_nobody_too() {
    on_every_database("", |house, twilio| {
        carol(house);
        super::settled(house);
        resend(house, NOBODY);
        verify(house, NOBODY, WRONG).refused(&["code invalid_code"]);
        house.later(MINUTE);
        let before = counted(house);
        twilio.mood(Mood::Says(refusal("500 Internal Server Error", 20500)));
        let known = seen(&verify(house, PHONE, WRONG));
        assert_eq!(known.0, 503);
        assert_eq!(seen(&verify(house, NOBODY, WRONG)), known);
        assert_eq!(counted(house), before, "and it is no try there either");
        twilio.mood(Mood::Fine);
        verify(house, PHONE, WRONG).refused(&["code invalid_code"]);
        verify(house, NOBODY, WRONG).refused(&["code invalid_code"]);
    });
}
