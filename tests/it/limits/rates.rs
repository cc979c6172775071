//! Logins and registrations of one client network: refused over the rate, let in again by the clock.

use super::{knock, refusal};
use crate::house::{Database, House, databases, in_redis, redis_answers, through_every_door};
use crate::people::{PASSWORD, WRONG, alice};
use crate::visitor::Door;
use std::time::Duration;

/// The stores that are there.
fn stores() -> Vec<&'static str> {
    let mut all = vec!["memory", "database"];
    if redis_answers() {
        all.push("redis");
    }
    all
}

fn rated(store: &str) -> String {
    let rates = "[limits]\nlogin_per_ip = \"3/m\"\nregister_per_ip = \"3/m\"\n";
    if store == "redis" { in_redis(rates) } else { format!("{rates}store = \"{store}\"\n") }
}

#[test]
fn logins_over_the_rate_are_throttled_and_let_in_again_by_the_clock() {
    for store in stores() {
        through_every_door(&rated(store), |house, visitor| {
            alice(house);
            for n in 0..3 {
                assert_eq!(knock(visitor, &format!("nobody{n}")).reply.status, refusal(visitor.door));
            }
            let rows = house.count("SELECT count(*) FROM login_failures");
            let right = [("username", "alice"), ("password", PASSWORD)];
            // Refused ones cost no hash, count nowhere, and make the wait no longer.
            for _ in 0..5 {
                let (hashes, outcome) = house.hashes_of(|| visitor.login(&right).refused(&["# throttled"]));
                assert_eq!((outcome.reply.status, hashes), (429, 0));
                // Three of three used: the next fits when a third of them has faded from the next minute.
                assert_eq!(outcome.retry_after(), Some(80));
            }
            assert_eq!(house.count("SELECT count(*) FROM login_failures"), rows);
            assert_eq!(house.count("SELECT count(*) FROM sessions"), 0);
            house.later(Duration::from_secs(80) - Duration::from_millis(1));
            visitor.login(&right).refused(&["# throttled"]);
            house.later(Duration::from_millis(1));
            visitor.login(&right).done();
            assert_eq!(visitor.username().as_deref(), Some("alice"));
        });
    }
}

#[test]
fn logins_that_never_reach_the_chain_do_not_count() {
    for store in stores() {
        through_every_door(&rated(store), |house, visitor| {
            alice(house);
            let bad: [&[(&str, &str)]; 4] =
                [&[], &[("username", "alice")], &[("password", PASSWORD)], &[("username", "alice"), ("password", "")]];
            for fields in bad.iter().cycle().take(12) {
                let (hashes, outcome) = house.hashes_of(|| visitor.login(fields));
                assert_eq!((outcome.reply.status, hashes), (422, 0), "{fields:?}");
            }
            visitor.login(&[("username", "alice"), ("password", PASSWORD)]).done();
        });
    }
}

#[test]
fn registrations_over_the_rate_are_throttled_and_let_in_again_by_the_clock() {
    for store in stores() {
        let settings = format!("{}[registration]\nlogin_after = false\n", rated(store));
        through_every_door(&settings, |house, visitor| {
            let register = |name: &str| visitor.register(&[("username", name), ("password", PASSWORD)]);
            for name in ["anna", "berta", "carla"] {
                register(name).done();
            }
            let (hashes, outcome) = house.hashes_of(|| register("dora").refused(&["# throttled"]));
            assert_eq!((outcome.reply.status, hashes, outcome.retry_after()), (429, 0, Some(80)));
            assert_eq!(house.count("SELECT count(*) FROM users"), 3);
            house.later(Duration::from_secs(80));
            register("dora").done();
            assert_eq!(house.count("SELECT count(*) FROM users"), 4);
        });
    }
}

/// Whoever may ask which identifiers are taken may not ask for many.
#[test]
fn questions_for_taken_identifiers_count_as_registrations() {
    through_every_door(&rated("memory"), |house, visitor| {
        alice(house);
        let ask = || visitor.register(&[("username", "alice"), ("password", PASSWORD)]);
        for _ in 0..3 {
            ask().refused(&["username taken"]);
        }
        assert_eq!(ask().refused(&["# throttled"]).reply.status, 429);
    });
}

#[test]
fn logins_and_registrations_are_counted_apart() {
    through_every_door(&rated("memory"), |_, visitor| {
        for n in 0..3 {
            knock(visitor, &format!("nobody{n}")).refused(&["# invalid_credentials"]);
        }
        knock(visitor, "nobody").refused(&["# throttled"]);
        visitor.register(&[("username", "anna"), ("password", PASSWORD)]).done();
    });
}

#[test]
fn every_door_counts_together() {
    for database in databases() {
        let house = House::build(database, &rated("memory"));
        for door in Door::ALL {
            knock(&house.visitor(door), "nobody").refused(&["# invalid_credentials"]);
        }
        for door in Door::ALL {
            knock(&house.visitor(door), "nobody").refused(&["# throttled"]);
        }
    }
}

#[test]
fn two_processes_count_together_when_the_database_or_redis_keeps_the_count() {
    let shared = stores().into_iter().filter(|store| *store != "memory");
    for (store, database) in shared.flat_map(|store| databases().into_iter().map(move |database| (store, database))) {
        let settings = rated(store);
        let house = House::build(database, &settings);
        let twin = house.twin(&house.url, &settings);
        for n in 0..3 {
            let one = if n % 2 == 0 { &house } else { &twin };
            knock(&one.visitor(Door::Bearer), "nobody").refused(&["# invalid_credentials"]);
        }
        for one in [&house, &twin] {
            knock(&one.visitor(Door::Bearer), "nobody").refused(&["# throttled"]);
        }
        house.later(Duration::from_secs(80));
        knock(&twin.visitor(Door::Bearer), "nobody").refused(&["# invalid_credentials"]);
        knock(&house.visitor(Door::Bearer), "nobody").refused(&["# throttled"]);
    }
}

#[test]
fn a_process_that_keeps_the_count_itself_counts_alone() {
    let house = House::build(Database::Sqlite, &rated("memory"));
    let twin = house.twin(&house.url, &rated("memory"));
    for n in 0..3 {
        knock(&house.visitor(Door::Bearer), &format!("nobody{n}")).refused(&["# invalid_credentials"]);
    }
    knock(&house.visitor(Door::Bearer), "nobody").refused(&["# throttled"]);
    knock(&twin.visitor(Door::Bearer), "nobody").refused(&["# invalid_credentials"]);
}

#[test]
fn a_right_password_counts_as_a_login_too() {
    through_every_door(&rated("memory"), |house, visitor| {
        alice(house);
        for _ in 0..3 {
            house.visitor(visitor.door).login(&[("username", "alice"), ("password", PASSWORD)]).done();
        }
        visitor.login(&[("username", "alice"), ("password", WRONG)]).refused(&["# throttled"]);
        assert_eq!(house.count("SELECT count(*) FROM login_failures"), 0);
    });
}
