//! Waits, attempts and expiry are ours, whatever the service does; and of many at one instant few are asked about.

use super::service::Twilio;
use super::{
    MINUTE, NEW, PHONE, WRONG, ask_reset, carol, counted, house, on_every_database, proved, reset, sent, verify,
};
use crate::concurrency::{at_once, statuses};
use crate::house::{House, databases};
use crate::visitor::Outcome;
use std::time::Duration;

/// Both doors that take a code: how to ask, and how to try one.
type CodeDoor = (&'static str, fn(&House), fn(&House, &str) -> Outcome);

const DOORS: [CodeDoor; 2] = [
    ("verify", |house| drop(super::resend(house, PHONE)), |house, code| verify(house, PHONE, code)),
    ("reset", |house| drop(ask_reset(house, PHONE)), |house, code| reset(house, PHONE, code, NEW)),
];

/// A house where carol has asked for a code by this door, and that code.
fn asked_for(house: &House, twilio: &Twilio, ask: fn(&House)) -> String {
    carol(house);
    house.later(MINUTE);
    ask(house);
    sent(house, twilio, PHONE)
}

#[test]
fn the_wait_doubles_and_the_service_is_not_asked_meanwhile() {
    for (name, ask, try_code) in DOORS {
        on_every_database("[otp]\nmax_attempts = 100\n[otp.phone]\nttl = \"1d\"", |house, twilio| {
            let code = asked_for(house, twilio, ask);
            for n in 1..=12_u32 {
                try_code(house, WRONG).refused(&["code invalid_code"]);
                let (wait, checks) = (1 << (n - 1), twilio.checks());
                for (later, left) in [(0, wait), (wait * 1_000_000 - 1, 1)] {
                    house.later(Duration::from_micros(later));
                    for typed in [WRONG, &code] {
                        let outcome = try_code(house, typed);
                        assert_eq!((outcome.reply.status, outcome.retry_after()), (429, Some(left)), "{name} {n}");
                    }
                }
                assert_eq!((twilio.checks(), counted(house).0), (checks, i64::from(n)), "{name}");
                house.later(Duration::from_micros(1));
            }
        });
    }
}

#[test]
fn after_max_attempts_the_code_is_dead_here_whatever_the_service_would_say() {
    for (name, ask, try_code) in DOORS {
        on_every_database("[otp]\nmax_attempts = 3", |house, twilio| {
            let code = asked_for(house, twilio, ask);
            for _ in 0..3 {
                try_code(house, WRONG).refused(&["code invalid_code"]);
                house.later(MINUTE);
            }
            let checks = twilio.checks();
            try_code(house, &code).refused(&["code invalid_code"]);
            assert_eq!((twilio.checks(), counted(house)), (checks, (3, 3)), "{name}");
            assert_eq!(twilio.statuses(PHONE).last(), Some(&"pending"), "{name}: the service would have taken it");
        });
    }
}

#[test]
fn a_new_code_does_not_clear_the_count() {
    on_every_database("", |house, twilio| {
        asked_for(house, twilio, DOORS[0].1);
        for n in 1..=4_u32 {
            verify(house, PHONE, WRONG).refused(&["code invalid_code"]);
            super::resend(house, PHONE);
            assert_eq!(verify(house, PHONE, WRONG).retry_after(), Some(1 << (n - 1)));
            house.later(MINUTE);
        }
    });
}

#[test]
fn at_the_instant_it_expires_a_code_is_expired_and_nobody_is_asked() {
    for (name, ask, try_code) in DOORS {
        for (before, right) in [(1, true), (0, false)] {
            on_every_database("[otp.phone]\nttl = \"10m\"", |house, twilio| {
                let code = asked_for(house, twilio, ask);
                house.later(Duration::from_micros(600_000_000 - before));
                let checks = twilio.checks();
                let outcome = try_code(house, &code);
                assert_eq!(outcome.is_done(), right, "{name}: {outcome:?}");
                assert_eq!(twilio.checks() > checks, right, "{name}");
                if !right {
                    outcome.refused(&["code invalid_code"]);
                    assert_eq!(counted(house), (1, 1), "{name}: a try all the same");
                }
            });
        }
    }
}

#[test]
fn what_is_over_at_the_service_is_wrong_here() {
    on_every_database("", |house, twilio| {
        let code = asked_for(house, twilio, DOORS[0].1);
        twilio.mood(super::service::Mood::Says(super::service::refusal("404 Not Found", 20404)));
        verify(house, PHONE, &code).refused(&["code invalid_code"]);
        assert_eq!((counted(house), proved(house)), ((1, 1), 0));
    });
}

#[test]
fn of_thirty_wrong_codes_at_one_instant_no_more_are_asked_about_than_attempts() {
    for database in databases() {
        let twilio = Twilio::start();
        let one = house(database, "", &twilio);
        let two = one.twin_with(&one.url, "[phone]\nverifier = \"twilio\"", |plugins| {
            plugins.phone_verifiers.register("twilio", std::sync::Arc::new(twilio.remote()));
        });
        let code = asked_for(&one, &twilio, DOORS[0].1);
        twilio.mood(super::service::Mood::Slow(Duration::from_millis(50)));
        for _ in 0..8 {
            let checks = twilio.checks();
            let outcomes = at_once(30, |n| verify(if n % 2 == 0 { &one } else { &two }, PHONE, WRONG));
            let all = statuses(outcomes.iter().map(|outcome| outcome.reply.status));
            // One, and the two of a process's first time: a code that cannot be right goes before.
            assert!(twilio.checks() - checks <= 2, "{database:?} {all:?}");
            assert!(all.iter().all(|(status, _)| [422, 429].contains(status)), "{database:?} {all:?}");
            one.later(MINUTE);
        }
        let asked = twilio.asked().iter().filter(|asked| asked.body.ends_with(&format!("Code={WRONG}"))).count();
        assert_eq!((counted(&one).1, asked), (5, 5), "{database:?}");
        verify(&one, PHONE, &code).refused(&["code invalid_code"]);
        assert_eq!(proved(&one), 0);
    }
}

#[test]
fn of_fifty_right_codes_at_one_instant_one_succeeds() {
    for (name, ask, try_code) in DOORS {
        for database in databases() {
            let twilio = Twilio::start();
            let one = house(database, "", &twilio);
            let code = asked_for(&one, &twilio, ask);
            let outcomes = at_once(50, |_| try_code(&one, &code));
            let all = statuses(outcomes.iter().map(|outcome| outcome.reply.status));
            assert_eq!(all.iter().filter(|(status, _)| *status == 204).map(|(_, n)| n).sum::<usize>(), 1, "{all:?}");
            assert!(all.iter().all(|(status, _)| [204, 422, 429].contains(status)), "{name} {database:?} {all:?}");
            assert_eq!((twilio.statuses(PHONE).last(), proved(&one)), (Some(&"approved"), 1), "{name}");
            assert_eq!(one.count("SELECT count(*) FROM one_time_passwords WHERE remote_id IS NOT NULL"), 0);
        }
    }
}

#[test]
fn a_right_code_among_wrong_ones_is_right_once_or_has_to_wait() {
    for database in databases() {
        let twilio = Twilio::start();
        let one = house(database, "", &twilio);
        let code = asked_for(&one, &twilio, DOORS[0].1);
        let outcomes = at_once(20, |n| verify(&one, PHONE, if n == 7 { &code } else { WRONG }));
        let done = outcomes.iter().filter(|outcome| outcome.is_done()).count();
        assert_eq!(done == 1, outcomes[7].is_done(), "{database:?}");
        assert!(outcomes.iter().all(|outcome| [204, 422, 429].contains(&outcome.reply.status)), "{database:?}");
        if done == 0 {
            one.later(MINUTE);
            verify(&one, PHONE, &code).done();
        }
        assert_eq!(proved(&one), 1);
    }
}

#[test]
fn a_code_that_is_replaced_while_it_is_asked_about_is_wrong() {
    for database in databases() {
        let twilio = Twilio::start();
        let one = house(database, "", &twilio);
        let code = asked_for(&one, &twilio, DOORS[0].1);
        twilio.mood(super::service::Mood::Slow(Duration::from_millis(400)));
        let checks = twilio.checks();
        let outcome = std::thread::scope(|scope| {
            let trying = scope.spawn(|| verify(&one, PHONE, &code));
            while twilio.checks() == checks {
                std::thread::yield_now();
            }
            one.sql("DELETE FROM one_time_passwords");
            trying.join().unwrap()
        });
        outcome.refused(&["code invalid_code"]);
        assert_eq!((proved(&one), counted(&one).0), (0, 1));
    }
}
