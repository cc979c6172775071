//! Sessions whose last use is kept in Redis: shared by all processes, ended for good, and gone with what Redis loses.

use super::{forget, restore, signed_in, texts};
use crate::house::{Database, House, databases, in_redis, redis_answers};
use crate::people::{PASSWORD, alice};
use crate::visitor::Door;
use serde_json::json;
use std::time::Duration;

const MINUTE: Duration = Duration::from_secs(60);
const HOUR: Duration = Duration::from_secs(3600);

fn house() -> Option<House> {
    redis_answers().then(|| House::build(Database::Sqlite, &in_redis("")))
}

#[test]
fn a_session_holds_in_every_process_and_ends_in_all_at_once() {
    if !redis_answers() {
        return;
    }
    for database in databases() {
        for door in Door::ALL {
            let settings = in_redis("");
            let house = House::build(database, &settings);
            let twin = house.twin(&house.url, &settings);
            alice(&house);
            let here = signed_in(&house, door);
            let there = twin.visitor(door);
            there.cookies.lock().unwrap().clone_from(&here.cookies.lock().unwrap());
            there.tokens.lock().unwrap().clone_from(&here.tokens.lock().unwrap());
            assert_eq!(there.username().as_deref(), Some("alice"));
            here.logout().done();
            assert_eq!(there.me(), None);
            assert_eq!(texts(&house, "session:"), [], "and leaves nothing in Redis");
        }
    }
}

#[test]
fn using_a_session_writes_nothing_to_the_database() {
    let Some(house) = house() else { return };
    alice(&house);
    let visitor = signed_in(&house, Door::Cookie);
    for _ in 0..5 {
        house.later(10 * MINUTE);
        assert!(visitor.me().is_some());
    }
    assert_eq!(house.count("SELECT count(*) FROM sessions WHERE last_used_at = created_at"), 1);
    let listed = visitor.get("/api/v1/me/sessions").json();
    assert_eq!(listed[0]["last_used_at"], "2026-11-22T10:50:00Z", "but is known: {listed}");
}

/// A server that is started again from an old copy knows sessions that have ended since.
#[test]
fn no_copy_of_redis_brings_back_a_session_that_has_ended() {
    for door in Door::ALL {
        let Some(house) = house() else { return };
        let user = alice(&house);
        let [out, other, changed, shut] = [(); 4].map(|()| signed_in(&house, door));
        let copy = texts(&house, "session:");
        assert_eq!(copy.len(), 4);

        out.logout().done();
        restore(&copy);
        assert_eq!(out.me(), None, "signed out");

        house.work(|accounts, cx| accounts.set_active(cx, countersign::accounts::Actor::Shell, user.id, false));
        house.work(|accounts, cx| accounts.set_active(cx, countersign::accounts::Actor::Shell, user.id, true));
        restore(&copy);
        for visitor in [&other, &changed, &shut] {
            assert_eq!(visitor.me(), None, "shut out");
        }

        let [one, two] = [(); 2].map(|()| signed_in(&house, door));
        let copy = texts(&house, "session:");
        let password = secrecy::SecretString::from("another one, and long");
        house.work(|accounts, cx| accounts.set_password(cx, &user, &password));
        restore(&copy);
        assert_eq!((one.me(), two.me()), (None, None), "another password");
        assert_eq!(house.count("SELECT count(*) FROM sessions"), 0);
    }
}

#[test]
fn what_redis_loses_signs_everybody_out_and_nobody_in() {
    for door in Door::ALL {
        let Some(house) = house() else { return };
        alice(&house);
        let [first, second] = [(); 2].map(|()| signed_in(&house, door));
        forget(&texts(&house, ""));
        assert_eq!(first.me(), None);
        if door == Door::Bearer {
            let refresh = first.tokens.lock().unwrap().as_ref().unwrap().1.clone();
            first.submit_json("token/refresh", &json!({"refresh_token": refresh})).refused(&["# invalid_token"]);
        } else {
            assert_eq!(first.get("/account").status, 303);
        }
        // Nor does using it write it down again.
        house.later(2 * MINUTE);
        assert_eq!(second.me(), None);
        assert_eq!(texts(&house, "session:"), []);

        let again = signed_in(&house, door);
        assert_eq!(again.username().as_deref(), Some("alice"));
        let [cookie] = [()].map(|()| signed_in(&house, Door::Cookie));
        let listed = cookie.get("/api/v1/me/sessions").json();
        assert_eq!(listed.as_array().unwrap().len(), 2, "those that were lost are not listed: {listed}");
    }
}

#[test]
fn what_redis_keeps_lets_nobody_in_and_names_nobody() {
    let Some(house) = house() else { return };
    alice(&house);
    let browser = signed_in(&house, Door::Cookie);
    let bearer = signed_in(&house, Door::Bearer);
    let cookie = browser.cookies.lock().unwrap()["countersign"].clone();
    let (access, refresh) = bearer.tokens.lock().unwrap().clone().unwrap();
    let all = texts(&house, "");
    assert!(all.iter().any(|(key, _)| key.contains("session:")));
    for (key, text) in &all {
        for secret in ["alice", "example.org", PASSWORD, cookie.as_str(), access.as_str(), refresh.as_str()] {
            assert!(!key.contains(secret) && !text.contains(secret), "{key} = {text}");
        }
        // Neither does it hold a part of the cookie by which a session could be found.
        let last = key.rsplit(':').next().unwrap();
        assert!(!cookie.contains(last) && !refresh.contains(last), "{key}");
    }
}

#[test]
fn pruning_removes_what_lay_idle_and_keeps_what_is_used() {
    let Some(house) = house() else { return };
    alice(&house);
    let used = signed_in(&house, Door::Cookie);
    let _idle = signed_in(&house, Door::Cookie);
    for _ in 0..3 {
        house.later(5 * HOUR);
        assert!(used.me().is_some());
    }
    assert_eq!(house.work(|accounts, cx| accounts.prune(cx)).sessions, 1);
    assert_eq!(house.count("SELECT count(*) FROM sessions"), 1);
    assert!(used.me().is_some());
    house.later(12 * HOUR);
    assert_eq!(house.work(|accounts, cx| accounts.prune(cx)).sessions, 1);
    assert_eq!(house.count("SELECT count(*) FROM sessions"), 0);
}
