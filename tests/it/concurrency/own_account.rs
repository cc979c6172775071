//! What owners do to their accounts, many at one instant: one outcome, nothing brought back, no fault.

use super::{at_once, statuses};
use crate::house::{House, databases, on_every_database};
use crate::people::{PASSWORD, alice, person};
use crate::visitor::{Door, Visitor};
use serde_json::json;

const NEW: &str = "the hornets never sleep at all";

fn signed_in(house: &House, door: Door) -> Visitor<'_> {
    let visitor = house.visitor(door);
    visitor.login(&[("username", "alice"), ("password", PASSWORD)]).done();
    visitor
}

fn change(visitor: &Visitor<'_>, current: &str, new: &str) -> u16 {
    let fields = [("current_password", current), ("new_password", new), ("new_password_confirm", new)];
    visitor.own("password", "password", &fields).reply.status
}

#[test]
fn a_password_change_ends_sessions_that_are_in_use_and_logins_that_are_under_way() {
    for door in Door::ALL {
        on_every_database("", |house| {
            alice(house);
            let changer = signed_in(house, door);
            let others: Vec<Visitor<'_>> = (0..3).map(|n| signed_in(house, Door::ALL[n])).collect();
            let late: Vec<Visitor<'_>> = (0..3).map(|n| house.visitor(Door::ALL[n % 3])).collect();
            let refresher = signed_in(house, Door::Bearer);
            let token = refresher.tokens.lock().unwrap().as_ref().unwrap().1.clone();
            // Late enough that each use would be noted.
            house.later(std::time::Duration::from_secs(120));
            let all = at_once(16, |n| match n {
                0 => change(&changer, PASSWORD, NEW),
                1..=3 => late[n - 1].login(&[("username", "alice"), ("password", PASSWORD)]).reply.status,
                4 => refresher.post_json("/api/v1/token/refresh", &json!({"refresh_token": token})).reply.status,
                _ => others[n % 3].get("/api/v1/me").status,
            });
            // Those who come after it are wrong, and soon have to wait.
            assert!(all.iter().all(|status| [200, 303, 401, 422, 429].contains(status)), "{all:?}");
            assert!([200, 303].contains(&all[0]), "{all:?}");
            for gone in others.iter().chain(&late).chain([&refresher]) {
                assert_eq!(gone.me(), None, "{all:?}");
            }
            assert_eq!(changer.username().as_deref(), Some("alice"), "{all:?}");
            assert_eq!(house.count("SELECT count(*) FROM sessions"), 1, "{all:?}");
        });
    }
}

#[test]
fn of_many_changes_from_many_sessions_one_wins_and_its_session_alone_is_left() {
    on_every_database("", |house| {
        alice(house);
        let all: Vec<Visitor<'_>> = (0..6).map(|n| signed_in(house, Door::ALL[n % 3])).collect();
        let new = |n: usize| format!("{NEW}, number {n}");
        let found = statuses(at_once(6, |n| change(&all[n], PASSWORD, &new(n))));
        // Whoever came later gave the old password, or had no session any more (a page then leads to the sign-in).
        assert!(found.iter().all(|(status, _)| [200, 303, 401, 422].contains(status)), "{found:?}");
        let left: Vec<usize> = (0..6).filter(|n| all[*n].me().is_some()).collect();
        assert_eq!(left.len(), 1, "{found:?}");
        assert_eq!(house.count("SELECT count(*) FROM sessions"), 1);
        assert_eq!(house.count("SELECT count(*) FROM account_events WHERE kind = 'password_changed'"), 1);
        let stranger = house.visitor(Door::Bearer);
        stranger.login(&[("username", "alice"), ("password", &new(left[0]))]).done();
    });
}

#[test]
fn one_username_wanted_by_many_accounts_is_one_accounts() {
    on_every_database("", |house| {
        let all: Vec<Visitor<'_>> = (0..12)
            .map(|n| {
                let email = format!("person{n}@example.org");
                person(house, None, Some(&email), None);
                let visitor = house.visitor(Door::ALL[n % 3]);
                visitor.login(&[("identifier", &email), ("password", PASSWORD)]).done();
                visitor
            })
            .collect();
        let found = statuses(at_once(12, |n| match all[n].door {
            Door::Pages => all[n].post_form("/account/profile", &[("username", "wanted")]).reply.status,
            _ => all[n].call("PATCH", "/api/v1/me", &json!({"username": "WANTED"})).reply.status,
        }));
        assert!(found.iter().all(|(status, _)| [200, 303, 422].contains(status)), "{found:?}");
        assert_eq!(house.count("SELECT count(*) FROM users WHERE username_canonical = 'wanted'"), 1);
        assert_eq!(house.count("SELECT count(*) FROM account_events WHERE kind = 'profile_changed'"), 1);
    });
}

#[test]
fn many_changes_of_one_profile_leave_what_one_of_them_said() {
    for database in databases() {
        let house = House::build(database, "");
        alice(&house);
        let all: Vec<Visitor<'_>> = (0..12).map(|n| signed_in(&house, Door::ALL[n % 3])).collect();
        let found = statuses(at_once(12, |n| {
            let (first, last) = (format!("First{n}"), format!("Last{n}"));
            match all[n].door {
                Door::Pages => {
                    all[n].post_form("/account/profile", &[("first_name", &first), ("last_name", &last)]).reply.status
                }
                _ => {
                    let body = json!({"first_name": first, "last_name": last});
                    all[n].call("PATCH", "/api/v1/me", &body).reply.status
                }
            }
        }));
        assert!(found.iter().all(|(status, _)| [200, 303].contains(status)), "{found:?}");
        let me = all[1].me().unwrap();
        let number = |name: &str, prefix: &str| me[name].as_str().unwrap().strip_prefix(prefix).unwrap().to_owned();
        assert_eq!(number("first_name", "First"), number("last_name", "Last"));
    }
}
