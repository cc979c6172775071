//! A Redis that goes away: nobody is let in by it, no limit is lifted by it, nothing is half done, and all is well after.

use super::{behind_a_proxy, signed_in, texts};
use crate::house::{Database, House, in_redis_at, redis_answers};
use crate::limits::knock;
use crate::people::{PASSWORD, alice};
use crate::visitor::{Door, Reply};
use std::net::TcpListener;
use std::time::{Duration, Instant};

/// After so long by the clock, it is asked again.
const PAUSE: Duration = Duration::from_secs(1);

#[track_caller]
fn is_away(reply: &Reply, door: Door) {
    assert_eq!(reply.status, 503, "{door:?}: {}", reply.body);
    assert!(reply.header("retry-after").is_some(), "{door:?}");
    assert!(!reply.body.to_lowercase().contains("redis"), "causes stay inside: {}", reply.body);
}

#[test]
fn while_redis_is_away_nobody_is_signed_in_and_nothing_is_done_by_halves() {
    if !redis_answers() {
        return;
    }
    for door in Door::ALL {
        let (proxy, house) = behind_a_proxy("");
        alice(&house);
        let visitor = signed_in(&house, door);
        let page = if door == Door::Pages { "/account" } else { "/api/v1/me" };
        proxy.cut_after(0);
        for _ in 0..3 {
            is_away(&visitor.get(page), door);
            let stranger = house.visitor(door);
            let (hashes, outcome) =
                house.hashes_of(|| stranger.login(&[("username", "alice"), ("password", PASSWORD)]));
            is_away(&outcome.reply, door);
            assert_eq!(hashes, 0);
            is_away(&stranger.register(&[("username", "bob"), ("password", PASSWORD)]).reply, door);
            assert_eq!(stranger.me(), None);
            house.later(PAUSE);
        }
        assert_eq!(house.count("SELECT count(*) FROM login_failures"), 0, "it is nobody's failure");
        assert_eq!(house.count("SELECT count(*) FROM users"), 1);
        assert_eq!(house.count("SELECT count(*) FROM sessions"), 1);
        // What needs nobody is served.
        assert_eq!(visitor.get("/healthz").status, 200);
        assert_eq!(house.visitor(Door::Pages).get("/login").status, 200);
        proxy.mend();
        house.later(PAUSE);
        assert_eq!(visitor.username().as_deref(), Some("alice"), "the session was not lost");
        house.visitor(door).register(&[("username", "bob"), ("password", PASSWORD)]).done();
    }
}

#[test]
fn a_session_ends_while_redis_is_away() {
    if !redis_answers() {
        return;
    }
    let (proxy, house) = behind_a_proxy("");
    let user = alice(&house);
    let visitor = signed_in(&house, Door::Cookie);
    proxy.cut_after(0);
    house.work(|accounts, cx| accounts.set_active(cx, countersign::accounts::Actor::Shell, user.id, false));
    house.work(|accounts, cx| accounts.set_active(cx, countersign::accounts::Actor::Shell, user.id, true));
    proxy.mend();
    house.later(PAUSE);
    assert_eq!(texts(&house, "session:").len(), 1, "Redis has not heard of it");
    assert_eq!(visitor.me(), None);
}

#[test]
fn pruning_takes_nothing_for_idle_while_redis_is_away() {
    if !redis_answers() {
        return;
    }
    let (proxy, house) = behind_a_proxy("");
    alice(&house);
    let visitor = signed_in(&house, Door::Cookie);
    for _ in 0..3 {
        house.later(Duration::from_secs(5 * 3600));
        assert!(visitor.me().is_some());
    }
    proxy.cut_after(0);
    assert_eq!(house.work(|accounts, cx| accounts.prune(cx)).sessions, 0);
    proxy.mend();
    house.later(PAUSE);
    assert!(visitor.me().is_some());
}

#[test]
fn while_redis_is_away_each_process_keeps_the_limits_by_itself() {
    if !redis_answers() {
        return;
    }
    let (proxy, house) = behind_a_proxy("");
    let prefix = &house.app.settings().redis.as_ref().unwrap().prefix;
    let settings = format!(
        "redis.url = 'redis://{}?prefix={prefix}'\nlimits.store = 'redis'\nlimits.login_per_ip = '3/m'",
        proxy.address
    );
    // Sessions stay in the database here: only the limits miss their Redis.
    let limited = house.twin(&house.url, &settings);
    alice(&limited);
    proxy.cut_after(0);
    let knocks = |names: [&str; 4]| names.map(|name| knock(&limited.visitor(Door::Bearer), name).reply.status);
    assert_eq!(knocks(["a", "b", "c", "d"]), [401, 401, 401, 429]);
    limited.later(Duration::from_secs(80));
    limited.visitor(Door::Bearer).login(&[("username", "alice"), ("password", PASSWORD)]).done();
    proxy.mend();
    limited.later(Duration::from_secs(80));
    assert_eq!(knocks(["e", "f", "g", "h"]), [401, 401, 401, 429], "and after it, in Redis again");
    assert_eq!(texts(&limited, "rate:").len(), 1);
}

/// A server that takes connections and never says a word.
#[test]
fn a_redis_that_hangs_costs_one_request_a_second_and_no_more() {
    let hangs = TcpListener::bind("127.0.0.1:0").unwrap();
    let url = format!("redis://{}", hangs.local_addr().unwrap());
    let house = House::build(Database::Sqlite, &in_redis_at(&url, ""));
    let began = Instant::now();
    for _ in 0..20 {
        is_away(&house.visitor(Door::Bearer).login(&[("username", "a"), ("password", PASSWORD)]).reply, Door::Bearer);
    }
    assert!(began.elapsed() < Duration::from_secs(6), "{:?}", began.elapsed());
}
