//! Passwords tried at one instant: never more looked at than the limit, and no right one taken for a guess.

use super::{at_once, statuses};
use crate::failures::SPELLINGS;
use crate::house::{House, databases};
use crate::people::{PASSWORD, WRONG, alice};
use crate::visitor::Door;

#[test]
fn of_two_hundred_wrong_passwords_at_one_instant_five_are_looked_at() {
    for database in databases() {
        let house = House::build(database, "");
        alice(&house);
        let known = house.visitor(Door::Cookie);
        known.login(&[("username", "alice"), ("password", PASSWORD)]).done();
        known.logout().done();
        let (hashes, outcomes) = house.hashes_of(|| {
            at_once(200, |n| {
                let (name, value) = SPELLINGS[n % SPELLINGS.len()];
                let visitor = house.visitor(Door::ALL[n % 3]);
                visitor.login(&[(name, value), ("password", WRONG)])
            })
        });
        let all = statuses(outcomes.iter().map(|outcome| outcome.reply.status));
        let looked_at: usize = all.iter().filter(|(status, _)| [401, 422].contains(status)).map(|(_, n)| n).sum();
        let waiting: usize = all.iter().filter(|(status, _)| *status == 429).map(|(_, n)| n).sum();
        assert_eq!((looked_at, waiting, hashes), (5, 195, 5), "{database:?} {all:?}");
        for outcome in outcomes.iter().filter(|outcome| outcome.reply.status == 429) {
            assert_eq!(outcome.retry_after(), Some(30));
        }
        assert_eq!(house.count("SELECT failures FROM login_failures"), 5);
        // Her own browser does not wait for them; a stranger does, with the right password too.
        known.login(&[("email", "alice@example.org"), ("password", PASSWORD)]).done();
        assert_eq!(known.username().as_deref(), Some("alice"));
        let stranger = house.visitor(Door::Bearer);
        stranger.login(&[("username", "alice"), ("password", PASSWORD)]).refused(&["# throttled"]);
    }
}

#[test]
fn guesses_at_an_unknown_name_are_held_alike() {
    for database in databases() {
        let house = House::build(database, "");
        let (hashes, outcomes) = house.hashes_of(|| {
            at_once(60, |n| {
                let name = ["nobody", "NOBODY", "Nobody"][n % 3];
                house.visitor(Door::Bearer).login(&[("username", name), ("password", WRONG)])
            })
        });
        let all = statuses(outcomes.iter().map(|outcome| outcome.reply.status));
        assert_eq!((all, hashes), (vec![(401, 5), (429, 55)], 5), "{database:?}");
        assert_eq!(house.count("SELECT failures FROM login_failures"), 5);
    }
}

/// The two processes look at no more than one would.
#[test]
fn two_processes_look_at_no_more_than_one() {
    for database in databases() {
        let house = House::build(database, "");
        let twin = house.twin(&house.url, "");
        alice(&house);
        let outcomes = at_once(40, |n| {
            let visitor = if n % 2 == 0 { &house } else { &twin }.visitor(Door::Bearer);
            visitor.login(&[("username", "alice"), ("password", WRONG)])
        });
        let all = statuses(outcomes.iter().map(|outcome| outcome.reply.status));
        assert_eq!(all, [(401, 5), (429, 35)], "{database:?}");
        assert_eq!(house.count("SELECT failures FROM login_failures"), 5);
    }
}

#[test]
fn fifty_right_passwords_at_one_instant_all_let_in() {
    for database in databases() {
        let house = House::build(database, "");
        alice(&house);
        let outcomes = at_once(50, |n| {
            let (name, value) = SPELLINGS[n % SPELLINGS.len()];
            house.visitor(Door::Bearer).login(&[(name, value), ("password", PASSWORD)])
        });
        let all = statuses(outcomes.iter().map(|outcome| outcome.reply.status));
        assert_eq!(all, [(200, 50)], "{database:?}");
        assert_eq!(house.count("SELECT count(*) FROM sessions"), 50);
        assert_eq!(house.count("SELECT count(*) FROM login_failures"), 0);
    }
}

/// Right and wrong ones together: no more wrong ones looked at in a row than the limit, and the count never lost.
#[test]
fn guesses_among_right_passwords_are_still_counted() {
    for database in databases() {
        let house = House::build(database, "");
        alice(&house);
        let outcomes = at_once(60, |n| {
            let password = if n == 0 { PASSWORD } else { WRONG };
            house.visitor(Door::Bearer).login(&[("username", "alice"), ("password", password)])
        });
        let wrong = outcomes.iter().filter(|outcome| outcome.reply.status == 401).count();
        let right = outcomes.iter().filter(|outcome| outcome.reply.status == 200).count();
        // One success clears at most once.
        assert!(wrong <= 5 + 4 * right, "{database:?}: {wrong} wrong, {right} right");
        assert!(outcomes.iter().all(|outcome| [200, 401, 429].contains(&outcome.reply.status)));
    }
}
