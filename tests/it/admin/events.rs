//! What happened on the whole site: by kind, account, network and time, a page at a time.

use super::{column, inside, page, told, zoe};
use crate::house::{House, on_every_database};
use crate::people::{PASSWORD, WRONG, alice, bob};
use crate::visitor::Door;
use serde_json::json;
use std::time::Duration;

const PROXY: &str = "[server]\ntrusted_proxies = [\"127.0.0.1/32\"]";

fn log_in(house: &House, name: &str, password: &str, from: &str) {
    let visitor = house.visitor(Door::Bearer);
    visitor.headers.lock().unwrap().push(("x-forwarded-for".into(), from.into()));
    visitor.headers.lock().unwrap().push(("user-agent".into(), "<script>alert(1)</script>".into()));
    visitor.login(&[("identifier", name), ("password", password)]);
    house.later(Duration::from_millis(1));
}

#[test]
fn events_are_found_by_kind_account_network_and_time() {
    on_every_database(PROXY, |house| {
        zoe(house);
        let alice = alice(house);
        bob(house);
        log_in(house, "alice", PASSWORD, "192.0.2.7");
        log_in(house, "alice", WRONG, "192.0.2.77");
        log_in(house, "nobody", WRONG, "192.0.20.7");
        house.later(Duration::from_secs(24 * 3600));
        log_in(house, "bob", PASSWORD, "2001:db8:0:1::7");
        log_in(house, "bob", PASSWORD, "2001:db8:0:2::7");
        let visitor = inside(house, Door::Cookie, "zoe");
        let ips = |query: &str| column(&told(&visitor, &format!("/events?{query}")), "ip");
        let (a, b, c) = ("192.0.2.7", "192.0.2.77", "192.0.20.7");
        let (d, e) = ("2001:db8:0:1::7", "2001:db8:0:2::7");
        for (query, found) in [
            ("kind=login_failed", vec![c, b]),
            ("kind=login&account=alice", vec![a]),
            ("account=alice@example.org&kind=login_failed", vec![b]),
            (&format!("account={}&kind=login", alice.id), vec![a]),
            ("account=0190b3c4-0000-7000-8000-000000000000", vec![]),
            ("network=192.0.2.7", vec![a]),
            ("network=192.0.2.0/24", vec![b, a]),
            ("network=192.0.2.64/26", vec![b]),
            ("network=192.0.0.0/19", vec![c, b, a]),
            ("network=2001:DB8:0:1::/64", vec![d]),
            ("network=2001:db8::/32", vec![e, d]),
            ("network=2001:db8:0:2:0:0:0:7", vec![e]),
            ("network=2001:db8::/32&kind=login_failed", vec![]),
            ("network=0.0.0.0/0&since=2026-11-22&until=2026-11-22&kind=login", vec![a]),
            ("kind=login&since=2026-11-23&account=bob", vec![e, d]),
            ("kind=login&until=2026-11-21", vec![]),
            ("kind=login&since=2026-11-22T10:00:00Z&until=2026-11-22T10:00:01Z", vec![a]),
            ("kind=login&since=2026-11-22T10:00:00.000001Z&until=2026-11-22T10:00:01Z", vec![]),
        ] {
            assert_eq!(ips(query), found, "{query}");
        }
        assert_eq!(told(&visitor, "/events?kind=login_failed&network=192.0.20.7")[0]["account"], json!(null));
        let shown = page(&visitor, "/events?account=alice");
        assert!(shown.contains("Signed in") && shown.contains("192.0.2.77") && !shown.contains("<script"), "{shown}");
        assert!(shown.contains(&format!("href=\"/admin/accounts/{}\"", alice.id)), "{shown}");
    });
}

#[test]
fn every_event_comes_once_however_small_the_pages_are() {
    on_every_database(PROXY, |house| {
        zoe(house);
        alice(house);
        for n in 0..7 {
            log_in(house, "alice", PASSWORD, &format!("192.0.2.{n}"));
        }
        let visitor = inside(house, Door::Cookie, "zoe");
        for narrowed in ["account=alice&kind=login", "network=192.0.2.0/24&kind=login"] {
            let mut found = Vec::new();
            let mut next = Some(format!("/api/v1/admin/events?{narrowed}&limit=3"));
            while let Some(path) = next {
                let reply = visitor.get(&path);
                found.extend(column(&reply.json(), "ip"));
                let link = reply.header("link").map(|link| link.split(['<', '>']).nth(1).unwrap().to_owned());
                next = link.map(|link| link.strip_prefix("http://127.0.0.1:8000").unwrap().to_owned());
            }
            let all: Vec<String> = (0..7).rev().map(|n| format!("192.0.2.{n}")).collect();
            assert_eq!(found, all, "{narrowed}");
        }
        let first = page(&visitor, "/events?account=alice&limit=2");
        let next =
            first.split("rel=\"next\"").next().unwrap().rsplit("href=\"").next().unwrap().split('"').next().unwrap();
        let next = next.replace("&amp;", "&");
        assert!(next.starts_with("/admin/events?account=alice&limit=2&cursor="), "{next}");
        let second = visitor.get(&next).body;
        assert!(second.contains("192.0.2.4") && !second.contains("192.0.2.6"), "{second}");
        assert!(second.contains("href=\"/admin/events?account=alice\""), "and the way back: {second}");
    });
}

#[test]
fn a_refused_filter_is_told_of_and_not_that_nothing_is_there() {
    on_every_database("", |house| {
        zoe(house);
        let visitor = inside(house, Door::Cookie, "zoe");
        for path in [
            "/events?network=nonsense",
            "/events?since=yesterday",
            "/messages?state=lost",
            "/tokens?purpose=nonsense",
            "/accounts?active=nonsense",
        ] {
            let reply = visitor.get(&format!("/admin{path}"));
            assert_eq!(reply.status, 422, "{path}: {}", reply.body);
            assert!(reply.body.contains("aria-invalid=\"true\""), "{path}: {}", reply.body);
            for words in ["class=\"nothing\"", "Nothing is like that", "There is no such account"] {
                assert!(!reply.body.contains(words), "{path}: {words}: {}", reply.body);
            }
        }
        assert!(
            page(&visitor, "/events?kind=deleted").contains("Nothing is like that"),
            "a filter that holds is answered"
        );
    });
}

#[test]
fn fields_that_were_changed_are_called_as_their_form_calls_them() {
    on_every_database("", |house| {
        zoe(house);
        let alice = alice(house);
        let visitor = inside(house, Door::Cookie, "zoe");
        let changes = json!({"username": "Alicia", "first_name": "Ali"});
        visitor.call("PATCH", &format!("/api/v1/admin/accounts/{}", alice.id), &changes).done();
        let shown = page(&visitor, "/events?kind=profile_changed");
        assert!(shown.contains("fields:</bdi> <bdi>Username</bdi>, <bdi>First name</bdi>"), "{shown}");
        assert!(!shown.contains("first_name"), "{shown}");
    });
}
