//! Whose uses are counted: the address a trusted proxy reports, IPv6 by /64, and no other header.

use super::{from, knock};
use crate::house::{Database, House, on_every_database};
use crate::visitor::{Door, Visitor};

const BEHIND_A_PROXY: &str =
    "[server]\ntrusted_proxies = [\"127.0.0.1/32\", \"10.0.0.0/8\"]\n[limits]\nlogin_per_ip = \"1/d\"\n";
const WITHOUT_A_PROXY: &str = "[limits]\nlogin_per_ip = \"1/d\"\n";

/// Whether a visitor still may.
fn may(visitor: &Visitor<'_>) -> bool {
    match knock(visitor, "nobody").reply.status {
        401 => true,
        429 => false,
        status => panic!("{status}"),
    }
}

/// Whether the second is counted as the first was.
fn are_one(first: &str, second: &str) -> bool {
    let house = House::build(Database::Sqlite, BEHIND_A_PROXY);
    assert!(may(&from(&house, Door::Bearer, first)), "{first}");
    !may(&from(&house, Door::Bearer, second))
}

#[test]
fn clients_behind_a_trusted_proxy_are_told_apart_by_their_address() {
    on_every_database(BEHIND_A_PROXY, |house| {
        for address in ["198.51.100.1", "198.51.100.2", "2001:db8::1"] {
            let visitor = from(house, Door::Bearer, address);
            assert!(may(&visitor), "{address}");
            assert!(!may(&visitor), "{address}");
        }
    });
}

#[test]
fn ipv6_is_counted_by_its_first_64_bits() {
    assert!(are_one("2001:db8:1:2::1", "2001:db8:1:2:ffff:ffff:ffff:ffff"));
    assert!(are_one("2001:db8:1:2::1", "2001:0DB8:0001:0002::9"));
    assert!(!are_one("2001:db8:1:2::1", "2001:db8:1:3::1"));
    assert!(are_one("198.51.100.1", "::ffff:198.51.100.1"), "one address in its two forms");
    assert!(!are_one("::ffff:198.51.100.1", "::ffff:198.51.100.2"), "those are no IPv6 network");
}

#[test]
fn hops_are_read_from_the_right_past_trusted_ones() {
    assert!(are_one("198.51.100.1", "1.1.1.1, 198.51.100.1"), "what a client forges stays on the left");
    assert!(are_one("198.51.100.1", "198.51.100.1, 10.1.2.3"), "a trusted hop is passed");
    assert!(are_one("198.51.100.1", "1.1.1.1,198.51.100.1 ,10.1.2.3, 10.0.0.9"));
    assert!(!are_one("198.51.100.1", "198.51.100.1, 198.51.100.2"), "a hop that is not trusted ends the walk");
    assert!(are_one("198.51.100.1", "198.51.100.1:4711"), "a port is not part of it");
    assert!(are_one("2001:db8::1", "[2001:db8::1]:4711"));
    assert!(are_one("2001:db8::1", "[2001:db8::1]"));
}

#[test]
fn hops_in_several_headers_are_one_list() {
    let house = House::build(Database::Sqlite, BEHIND_A_PROXY);
    assert!(may(&from(&house, Door::Bearer, "198.51.100.1")));
    let visitor = from(&house, Door::Bearer, "1.1.1.1");
    visitor.headers.lock().unwrap().push(("x-forwarded-for".into(), "198.51.100.1".into()));
    assert!(!may(&visitor), "the last header is the rightmost");
}

/// What cannot be read never makes a new client: it counts for the last hop that could be read.
#[test]
fn forged_addresses_make_no_new_clients() {
    let house = House::build(Database::Sqlite, BEHIND_A_PROXY);
    let nonsense =
        ["", ",", "nonsense", "unknown", "_hidden", "1.2.3", "1.2.3.4.5", "999.1.1.1", "::g", "1.2.3.4/8", "[", "[]:1"];
    assert!(may(&from(&house, Door::Bearer, "garbage")), "counted for the proxy");
    for hops in nonsense {
        assert!(!may(&from(&house, Door::Bearer, hops)), "{hops:?}");
    }
    for n in 0..5 {
        assert!(
            !may(&from(&house, Door::Bearer, &format!("198.51.100.{n}, nonsense"))),
            "what stands left of it is not read"
        );
    }
    let many = vec!["198.51.100.7"; 300].join(", ");
    assert!(may(&from(&house, Door::Bearer, &many)));
    assert!(!may(&from(&house, Door::Bearer, "198.51.100.7")));
}

#[test]
fn a_stranger_who_sends_the_header_is_counted_as_himself() {
    on_every_database(WITHOUT_A_PROXY, |house| {
        assert!(may(&house.visitor(Door::Bearer)));
        for n in 0..5 {
            assert!(!may(&from(house, Door::Bearer, &format!("198.51.100.{n}"))));
        }
    });
}

#[test]
fn no_other_header_is_ever_read() {
    let house = House::build(Database::Sqlite, BEHIND_A_PROXY);
    assert!(may(&house.visitor(Door::Bearer)));
    for (name, value) in [
        ("forwarded", "for=198.51.100.1"),
        ("x-real-ip", "198.51.100.1"),
        ("x-client-ip", "198.51.100.1"),
        ("true-client-ip", "198.51.100.1"),
        ("cf-connecting-ip", "198.51.100.1"),
        ("x-forwarded", "198.51.100.1"),
        ("via", "198.51.100.1"),
    ] {
        let visitor = house.visitor(Door::Bearer);
        visitor.headers.lock().unwrap().push((name.into(), value.into()));
        assert!(!may(&visitor), "{name}");
    }
}

/// A session shows the address that was counted.
#[test]
fn a_session_remembers_the_address_that_was_believed() {
    on_every_database(BEHIND_A_PROXY, |house| {
        crate::people::alice(house);
        let visitor = from(house, Door::Bearer, "1.1.1.1, 198.51.100.1, 10.0.0.1");
        visitor.login(&[("username", "alice"), ("password", crate::people::PASSWORD)]).done();
        assert_eq!(house.count("SELECT count(*) FROM sessions WHERE ip = '198.51.100.1'"), 1);
    });
}
