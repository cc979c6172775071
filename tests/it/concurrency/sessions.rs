//! Sessions that end while they are used: nothing brings them back.

use super::{at_once, statuses};
use crate::house::{House, databases, on_every_database};
use crate::people::{PASSWORD, alice};
use crate::visitor::{Door, Reply, Visitor};
use countersign::accounts::Actor;
use secrecy::SecretString;
use serde_json::json;

fn signed_in(house: &House, door: Door) -> Visitor<'_> {
    let visitor = house.visitor(door);
    visitor.login(&[("username", "alice"), ("password", PASSWORD)]).done();
    visitor
}

/// Another window of the same visitor: what it carried when it was opened, and nothing it is given after.
fn window<'h>(of: &Visitor<'h>) -> Visitor<'h> {
    let other = of.house.visitor(of.door);
    other.cookies.lock().unwrap().clone_from(&of.cookies.lock().unwrap());
    other.tokens.lock().unwrap().clone_from(&of.tokens.lock().unwrap());
    other
}

fn refresh(visitor: &Visitor<'_>) -> Reply {
    let token = visitor.tokens.lock().unwrap().as_ref().unwrap().1.clone();
    visitor.post_json("/api/v1/token/refresh", &json!({"refresh_token": token})).reply
}

#[test]
fn a_refresh_token_presented_twenty_times_at_one_instant_succeeds_at_most_once_and_ends_the_session() {
    for _ in 0..3 {
        on_every_database("", |house| {
            alice(house);
            let visitor = signed_in(house, Door::Bearer);
            let windows: Vec<Visitor<'_>> = (0..20).map(|_| window(&visitor)).collect();
            let replies = at_once(20, |n| refresh(&windows[n]));
            let all = statuses(replies.iter().map(|reply| reply.status));
            assert!(all.iter().all(|(status, _)| [200, 401].contains(status)), "{all:?}");
            let won = windows.iter().zip(&replies).filter(|(_, reply)| reply.status == 200);
            let winners: Vec<&Visitor<'_>> = won.map(|(window, _)| window).collect();
            assert!(winners.len() <= 1, "{all:?}");
            for one in [&visitor].into_iter().chain(winners) {
                assert_eq!(one.me(), None, "the session is over for everybody");
                assert_eq!(refresh(one).status, 401);
            }
            assert_eq!(house.count("SELECT count(*) FROM sessions"), 0);
            assert_eq!(house.count("SELECT count(*) FROM refresh_tokens"), 0);
        });
    }
}

#[test]
fn nothing_brings_a_session_back_that_ends_while_it_is_used() {
    for door in Door::ALL {
        for _ in 0..5 {
            on_every_database("", |house| {
                alice(house);
                let visitor = signed_in(house, door);
                let windows: Vec<Visitor<'_>> = (0..21).map(|_| window(&visitor)).collect();
                // Late enough that each use would be noted.
                house.later(std::time::Duration::from_secs(120));
                let all = statuses(at_once(21, |n| match n {
                    0 => windows[0].logout().reply.status,
                    _ => windows[n].get("/api/v1/me").status,
                }));
                let expected = [200, 204, 303, 401];
                assert!(all.iter().all(|(status, _)| expected.contains(status)), "{all:?}");
                for one in windows.iter().chain([&visitor]) {
                    assert_eq!(one.me(), None);
                }
                assert_eq!(house.count("SELECT count(*) FROM sessions"), 0);
            });
        }
    }
}

/// The two want the same rows; neither may be told that the program is at fault, and out is out.
#[test]
fn logout_racing_with_refreshes_ends_the_session_without_an_error() {
    for _ in 0..10 {
        on_every_database("", |house| {
            alice(house);
            let visitor = signed_in(house, Door::Bearer);
            let windows: Vec<Visitor<'_>> = (0..8).map(|_| window(&visitor)).collect();
            let replies = at_once(8, |n| match n {
                0 => windows[0].logout().reply,
                _ => refresh(&windows[n]),
            });
            let all = statuses(replies.iter().map(|reply| reply.status));
            assert!(all.iter().all(|(status, _)| [200, 204, 401].contains(status)), "{all:?}");
            for one in windows.iter().chain([&visitor]) {
                assert_eq!(one.me(), None);
                assert_eq!(refresh(one).status, 401);
            }
            assert_eq!(house.count("SELECT count(*) FROM sessions"), 0);
        });
    }
}

#[test]
fn deactivation_in_a_storm_of_logins_leaves_no_session() {
    for _ in 0..3 {
        on_every_database("", |house| {
            let user = alice(house);
            let replies = at_once(31, |n| match n {
                0 => {
                    house.work(|accounts, cx| accounts.set_active(cx, Actor::Shell, user.id, false));
                    200
                }
                _ => {
                    let visitor = house.visitor(Door::ALL[n % 3]);
                    visitor.login(&[("username", "alice"), ("password", PASSWORD)]).reply.status
                }
            });
            let all = statuses(replies);
            assert!(all.iter().all(|(status, _)| [200, 303, 401, 422, 429].contains(status)), "{all:?}");
            assert_eq!(house.count("SELECT count(*) FROM sessions"), 0, "{all:?}");
        });
    }
}

/// Whoever proved the old password is out once there is a new one, however close the two came.
#[test]
fn no_session_proved_with_the_old_password_outlives_it() {
    const NEW: &str = "the hornets never sleep at all";
    for _ in 0..3 {
        for database in databases() {
            let house = House::build(database, "");
            let user = alice(&house);
            let windows: Vec<Visitor<'_>> = (0..25).map(|n| house.visitor(Door::ALL[n % 3])).collect();
            let all = statuses(at_once(25, |n| match n {
                0 => {
                    let new = SecretString::from(NEW);
                    house.work(|accounts, cx| accounts.set_password(cx, &user, &new));
                    0
                }
                _ => windows[n].login(&[("username", "alice"), ("password", PASSWORD)]).reply.status,
            }));
            assert!(all.iter().all(|(status, _)| [0, 200, 303, 401, 422, 429].contains(status)), "{all:?}");
            assert_eq!(house.count("SELECT count(*) FROM sessions"), 0, "{all:?}");
            for window in &windows {
                assert_eq!(window.me(), None);
            }
            house.later(std::time::Duration::from_secs(3600));
            let visitor = house.visitor(Door::Bearer);
            visitor.login(&[("username", "alice"), ("password", NEW)]).done();
            visitor.login(&[("username", "alice"), ("password", PASSWORD)]).refused(&["# invalid_credentials"]);
        }
    }
}
