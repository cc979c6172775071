//! A PostgreSQL that goes away and comes back: 503 while it is away, and all well from the first request after.

use super::proxy::Proxy;
use super::target;
use crate::house::{Database, House, postgres_answers};
use crate::people::{PASSWORD, WRONG, alice, person};
use crate::visitor::{Door, Reply, Visitor};
use diesel::connection::SimpleConnection;

/// What a house without its database answers.
#[track_caller]
fn is_away(reply: &Reply, door: Door) {
    assert_eq!(reply.status, 503, "{door:?}: {}", reply.body);
    assert!(reply.header("retry-after").is_some_and(|seconds| seconds.parse::<u64>().unwrap() >= 1), "{door:?}");
    if door != Door::Pages {
        assert_eq!(reply.json()["code"], "unavailable");
    }
    for word in ["postgres", "connection", "FATAL", "SQL", "server closed"] {
        assert!(!reply.body.contains(word), "causes stay inside: {}", reply.body);
    }
}

type Verb = fn(&Visitor<'_>) -> Reply;

/// One of each kind of request that needs the database; each can be done at any time.
const VERBS: [(&str, Verb); 4] = [
    ("a wrong login", |v| v.house.visitor(v.door).login(&[("username", "bob"), ("password", WRONG)]).reply),
    ("a login", |v| v.house.visitor(v.door).login(&[("username", "alice"), ("password", PASSWORD)]).reply),
    ("a taken name", |v| v.house.visitor(v.door).register(&[("username", "alice"), ("password", PASSWORD)]).reply),
    ("who am I", |v| v.get(if v.door == Door::Pages { "/account" } else { "/api/v1/me" })),
];

#[test]
fn connections_that_the_server_ends_cost_one_request_each_a_503_and_no_more() {
    if !postgres_answers() {
        return;
    }
    let house = House::build(Database::Postgres, "");
    alice(&house);
    let name = house.url.rsplit("%3D").next().unwrap().to_owned();
    let twin = house.twin(&format!("{}&application_name={name}", house.url), "");
    let end_all =
        format!("SELECT pg_terminate_backend(pid, 5000) FROM pg_stat_activity WHERE application_name = '{name}'");
    for door in Door::ALL {
        let visitor = twin.visitor(door);
        visitor.login(&[("username", "alice"), ("password", PASSWORD)]).done();
        for (verb, request) in VERBS {
            let well = request(&visitor).status;
            assert!(well < 500, "{verb}: {well}");
            // The postman looks for work now and then: it may be he who meets the end, and then the request is well.
            let met = (0..20).any(|_| {
                let sessions = house.count("SELECT count(*) FROM sessions");
                target(Database::Postgres, &house.url).connect().unwrap().batch_execute(&end_all).unwrap();
                let reply = request(&visitor);
                if reply.status == well {
                    house.sql("DELETE FROM login_failures");
                    return false;
                }
                is_away(&reply, door);
                assert_eq!(house.count("SELECT count(*) FROM sessions"), sessions, "{verb}: nothing was done");
                true
            });
            assert!(met, "{verb}: no request ever met a connection that had ended");
            let again = request(&visitor);
            assert_eq!(again.status, well, "{verb}: well again at once: {}", again.body);
            house.sql("DELETE FROM login_failures");
        }
    }
}

/// A house whose server is reached through a proxy.
fn behind_a_proxy(house: &House) -> (Proxy, House) {
    let mut url = url::Url::parse(&house.url).unwrap();
    let server = format!("{}:{}", url.host_str().unwrap(), url.port().unwrap_or(5432));
    let proxy = Proxy::new(server);
    url.set_ip_host(proxy.address.ip()).unwrap();
    url.set_port(Some(proxy.address.port())).unwrap();
    let twin = house.twin(url.as_str(), "");
    (proxy, twin)
}

#[test]
fn while_the_server_is_away_every_request_that_needs_it_is_a_503() {
    if !postgres_answers() {
        return;
    }
    let house = House::build(Database::Postgres, "");
    alice(&house);
    let (proxy, twin) = behind_a_proxy(&house);
    for door in Door::ALL {
        let visitor = twin.visitor(door);
        visitor.login(&[("username", "alice"), ("password", PASSWORD)]).done();
        for (verb, request) in VERBS {
            let well = request(&visitor).status;
            proxy.cut_after(0);
            for _ in 0..3 {
                is_away(&request(&visitor), door);
            }
            // What needs no database is served, and the probes tell the two apart.
            assert_eq!(visitor.get("/healthz").status, 200);
            assert_eq!(visitor.get("/readyz").status, 503);
            assert_eq!(twin.visitor(Door::Pages).get("/login").status, 200);
            proxy.mend();
            let again = request(&visitor);
            assert_eq!(again.status, well, "{verb}: well again at once: {}", again.body);
            assert_eq!(visitor.get("/readyz").status, 200);
            house.sql("DELETE FROM login_failures");
        }
    }
}

/// Wherever it breaks off, nobody is told that the program is at fault, what was answered is there, and nothing is
/// there by halves.
#[test]
fn a_registration_cut_at_any_byte_is_whole_or_nothing() {
    if !postgres_answers() {
        return;
    }
    let house = House::build(Database::Postgres, "");
    let (proxy, twin) = behind_a_proxy(&house);
    let (mut cut, mut whole) = (0, 0);
    for n in 0..60 {
        let name = format!("user{n}");
        let register = || twin.visitor(Door::Bearer).register(&[("username", &name), ("password", PASSWORD)]);
        // Warm, so that the cut falls into the work and not into the greeting.
        assert_eq!(twin.visitor(Door::Bearer).get("/readyz").status, 200);
        proxy.cut_after(1 + n * 97);
        let outcome = register();
        let was_cut = proxy.is_cut();
        proxy.mend();
        let mine = |table: &str, key: &str| {
            house.count(&format!(
                "SELECT count(*) FROM {table} WHERE {key} IN (SELECT id FROM users WHERE username = '{name}')"
            ))
        };
        let there = mine("users", "id");
        assert_eq!(mine("sessions", "user_id"), there, "byte {}: by halves", 1 + n * 97);
        match outcome.reply.status {
            201 => assert_eq!(there, 1),
            503 => is_away(&outcome.reply, Door::Bearer),
            status => panic!("byte {}: {status} {}", 1 + n * 97, outcome.reply.body),
        }
        let again = register().reply.status;
        assert_eq!(again, if there == 1 { 422 } else { 201 });
        cut += usize::from(was_cut);
        whole += usize::from(outcome.reply.status == 201);
    }
    assert!(cut >= 10 && whole >= 5, "{cut} cut, {whole} whole: the cuts fall in the wrong places");
}

/// A right password that met a database on its way out is no failure.
#[test]
fn a_database_that_was_away_is_nobodys_failure() {
    if !postgres_answers() {
        return;
    }
    let house = House::build(Database::Postgres, "");
    person(&house, Some("alice"), None, None);
    let (proxy, twin) = behind_a_proxy(&house);
    let visitor = twin.visitor(Door::Bearer);
    for _ in 0..10 {
        proxy.cut_after(0);
        let reply = visitor.login(&[("username", "alice"), ("password", PASSWORD)]).reply;
        is_away(&reply, Door::Bearer);
    }
    proxy.mend();
    assert_eq!(house.count("SELECT count(*) FROM login_failures"), 0);
    visitor.login(&[("username", "alice"), ("password", PASSWORD)]).done();
}
