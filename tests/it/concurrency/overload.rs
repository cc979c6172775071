//! A full queue for hashes turns logins away at once, and nobody else notices.

use super::slow::Slow;
use super::{at_once, statuses};
use crate::house::databases;
use crate::people::{PASSWORD, WRONG, alice};
use crate::visitor::Door;

#[test]
fn a_full_queue_is_overloaded_while_everybody_else_is_served() {
    for database in databases() {
        let slow = Slow::default();
        let house = slow.house(database);
        alice(&house);
        let (own, browser) = (house.visitor(Door::Bearer), house.visitor(Door::Cookie));
        for visitor in [&own, &browser] {
            visitor.login(&[("username", "alice"), ("password", PASSWORD)]).done();
        }
        let users = house.count("SELECT count(*) FROM users");
        slow.busy(&house, || {
            for door in Door::ALL {
                for password in [PASSWORD, WRONG] {
                    let outcome = house.visitor(door).login(&[("username", "alice"), ("password", password)]);
                    let outcome = outcome.refused(&["# overloaded"]);
                    assert_eq!(outcome.reply.status, 503);
                    assert!(outcome.retry_after().is_some_and(|seconds| seconds >= 1));
                }
                let outcome = house.visitor(door).register(&[("username", "anna"), ("password", PASSWORD)]);
                assert_eq!(outcome.refused(&["# overloaded"]).reply.status, 503);
                let unknown = house.visitor(door).login(&[("username", "nobody"), ("password", WRONG)]);
                assert_eq!(unknown.refused(&["# overloaded"]).reply.status, 503);
            }
            // More at once than there are threads for anything.
            let all = at_once(40, |n| {
                let name = format!("nobody{n}");
                house.visitor(Door::Bearer).login(&[("username", &name), ("password", WRONG)]).reply.status
            });
            assert_eq!(statuses(all), [(503, 40)]);
            assert_eq!(own.get("/healthz").status, 200);
            assert_eq!(own.get("/readyz").status, 200);
            assert_eq!(own.username().as_deref(), Some("alice"));
            assert_eq!(browser.username().as_deref(), Some("alice"));
            assert_eq!(browser.get("/account").status, 200);
            assert_eq!(browser.get("/login").status, 303);
            assert!(browser.logout().is_done());
        });
        assert_eq!(house.count("SELECT count(*) FROM users"), users);
        assert_eq!(house.count("SELECT CAST(coalesce(sum(failures), 0) AS BIGINT) FROM login_failures"), 0);
        house.visitor(Door::Pages).login(&[("username", "alice"), ("password", PASSWORD)]).done();
    }
}

/// Those who wait for the one hash do not stand in the way either.
#[test]
fn logins_that_wait_for_their_hash_do_not_stand_in_the_way_of_others() {
    for database in databases() {
        let slow = Slow::default();
        let house = slow.house(database);
        alice(&house);
        let own = house.visitor(Door::Cookie);
        own.login(&[("username", "alice"), ("password", PASSWORD)]).done();
        slow.busy(&house, || {
            for _ in 0..20 {
                assert_eq!(own.get("/healthz").status, 200);
                assert_eq!(own.username().as_deref(), Some("alice"));
            }
        });
    }
}
