//! Figures for a monitoring system: what they count, where they are, and that they are about nobody.

use crate::house::{Database, House, databases};
use crate::people::{PASSWORD, WRONG, alice};
use crate::visitor::{Door, Visitor};
use std::collections::BTreeSet;
use std::io::{Read, Write};
use std::net::{SocketAddr, TcpListener, TcpStream};

/// A house that serves its figures, and where.
fn counting(database: Database, settings: &str) -> (House, SocketAddr) {
    let address = TcpListener::bind("127.0.0.1:0").unwrap().local_addr().unwrap();
    let settings = format!("metrics.enabled = true\nmetrics.bind = '{address}'\n{settings}");
    (House::build(database, &settings), address)
}

fn read(address: SocketAddr) -> String {
    let mut reply = ureq::get(format!("http://{address}/metrics")).call().unwrap();
    assert_eq!(reply.headers()["content-type"], "text/plain; version=0.0.4; charset=utf-8");
    reply.body_mut().read_to_string().unwrap()
}

/// The value of a series, as it is written.
#[track_caller]
fn value(text: &str, series: &str) -> u64 {
    let line = text.lines().find_map(|line| line.strip_prefix(series)?.strip_prefix(' '));
    line.unwrap_or_else(|| panic!("no {series} in\n{text}")).parse().unwrap()
}

fn enter(visitor: &Visitor<'_>, password: &str) {
    visitor.login(&[("identifier", "alice@example.org"), ("password", password)]);
}

#[test]
fn requests_are_counted_by_template_method_and_class_of_status() {
    for database in databases() {
        let (house, address) = counting(database, "");
        alice(&house);
        let visitor = house.visitor(Door::Bearer);
        enter(&visitor, WRONG);
        enter(&visitor, PASSWORD);
        let session = "0190a6a0-0000-7000-8000-000000000000";
        let gone = visitor.send("DELETE", &format!("/api/v1/me/sessions/{session}"), &[], b"");
        assert_eq!(gone.status, 404);
        house.visitor(Door::Pages).get("/login");
        let text = read(address);
        for (route, method, class) in [
            ("/api/v1/login", "POST", "2xx"),
            ("/api/v1/login", "POST", "4xx"),
            ("/api/v1/me/sessions/{id}", "DELETE", "4xx"),
            ("/login", "GET", "2xx"),
        ] {
            let labels = format!("route=\"{route}\",method=\"{method}\"");
            assert_eq!(value(&text, &format!("countersign_http_requests_total{{{labels},status=\"{class}\"}}")), 1);
            let took = format!("countersign_http_request_duration_seconds_bucket{{{labels},le=\"+Inf\"}}");
            assert_eq!(value(&text, &took), if route == "/api/v1/login" { 2 } else { 1 });
        }
        assert!(!text.contains(session), "{text}");
    }
}

#[test]
fn what_happens_is_counted_by_its_outcome() {
    for database in databases() {
        let limits = "limits.login_per_ip = '5/m'\nverification.email = 'optional'\n";
        let (house, address) = counting(database, limits);
        alice(&house);
        let visitor = house.visitor(Door::Bearer);
        let before = house.app.hashes_computed();
        let fields = [("username", "bob"), ("email", "bob@example.org"), ("password", PASSWORD)];
        visitor.register(&fields).done();
        for _ in 0..3 {
            enter(&visitor, WRONG);
        }
        for _ in 0..4 {
            enter(&visitor, PASSWORD);
        }
        let text = read(address);
        for (series, count) in [
            ("events_total{kind=\"registered\"}", 1),
            ("events_total{kind=\"login_failed\"}", 3),
            // One by registering.
            ("events_total{kind=\"login\"}", 3),
            ("events_total{kind=\"password_reset\"}", 0),
            ("limits_refused_total{limit=\"login_per_ip\"}", 2),
            ("limits_refused_total{limit=\"register_per_ip\"}", 0),
            ("hashes_refused_total", 0),
            ("hashes_waiting", 0),
            ("database_up", 1),
            ("database_refused_total", 0),
        ] {
            assert_eq!(value(&text, &format!("countersign_{series}")), count, "{series}");
        }
        assert_eq!(value(&text, "countersign_hashes_total"), house.app.hashes_computed());
        assert_eq!(house.app.hashes_computed() - before, 6);
        assert_eq!(value(&text, &format!("countersign_build_info{{version=\"{}\"}}", env!("CARGO_PKG_VERSION"))), 1);
    }
}

#[test]
fn messages_are_counted_by_what_became_of_them() {
    let (house, address) = counting(Database::Sqlite, "verification.email = 'optional'\n");
    let fields = [("email", "bob@example.org"), ("password", PASSWORD)];
    house.visitor(Door::Bearer).register(&fields).done();
    let sent = || house.count("SELECT count(*) FROM outbox WHERE sent_at IS NOT NULL");
    crate::mailing::until("it is sent", || sent() == 1);
    crate::mailing::until("it is counted", || read(address).contains("messages_total{outcome=\"sent\"} 1\n"));
    assert_eq!(value(&read(address), "countersign_outbox_waiting"), 0);
}

/// Whatever somebody sends, no series is named after it, and there are no more of them.
#[test]
fn nobody_is_named_and_nobody_can_make_series() {
    let (house, address) = counting(Database::Sqlite, "");
    let user = alice(&house);
    let visitor = house.visitor(Door::Cookie);
    enter(&visitor, PASSWORD);
    enter(&visitor, WRONG);
    visitor.get("/api/v1/me");
    // Paths and methods that nobody has thought of.
    let odd = |n: usize| {
        for line in [format!("GET /no/such/page/{n}?x=hunter2"), format!("M{n} /login"), format!("M{n} /no/such")] {
            let mut socket = TcpStream::connect(house.address).unwrap();
            write!(socket, "{line} HTTP/1.1\r\nHost: {}\r\nConnection: close\r\n\r\n", house.address).unwrap();
            let mut reply = String::new();
            socket.read_to_string(&mut reply).unwrap();
            assert!(reply.starts_with("HTTP/1.1 4"), "{line}: {reply}");
        }
    };
    (0..40).for_each(odd);
    let text = read(address);
    let series = |text: &str| text.lines().filter(|line| line.starts_with("countersign_http_requests_total{")).count();
    let before = series(&text);
    (40..80).for_each(odd);
    let text = read(address);
    assert_eq!(series(&text), before, "{text}");
    for word in ["alice", "example.org", "127.0.0.1", "hunter2", "no/such", "M12", &user.id.to_string()] {
        assert!(!text.contains(word), "{word} in\n{text}");
    }
    let labels: BTreeSet<&str> = text
        .lines()
        .filter(|line| !line.starts_with('#'))
        .filter_map(|line| line.split_once('{')?.1.rsplit_once('}'))
        .flat_map(|(labels, _)| labels.split("\",").map(|label| label.split('=').next().unwrap()))
        .collect();
    assert_eq!(labels, BTreeSet::from(["kind", "le", "limit", "method", "outcome", "route", "status", "version"]));
}

#[test]
fn every_series_is_of_a_family_that_is_explained() {
    let (house, address) = counting(Database::Sqlite, "");
    house.visitor(Door::Pages).get("/login");
    let mut explained = BTreeSet::new();
    for line in read(address).lines() {
        match line.split(' ').collect::<Vec<_>>()[..] {
            ["#", "HELP", name, first, ..] => assert!(explained.insert(name.to_owned()) && !first.is_empty(), "{line}"),
            ["#", "TYPE", name, "counter" | "gauge" | "histogram"] => assert!(explained.contains(name), "{line}"),
            [ref series @ .., number] => {
                let name = series.join(" ");
                let name = name.split('{').next().unwrap();
                let family = ["_bucket", "_sum", "_count"].iter().find_map(|end| name.strip_suffix(end));
                assert!(explained.contains(name) || explained.contains(family.unwrap_or_default()), "{line}");
                number.parse::<f64>().unwrap();
            }
            [] => {}
        }
    }
}

#[test]
fn figures_are_at_their_own_address_and_nowhere_unless_wanted() {
    let (house, address) = counting(Database::Sqlite, "");
    assert_eq!(house.visitor(Door::Pages).get("/metrics").status, 404);
    assert_eq!(ureq::get(format!("http://{address}/login")).call().unwrap_err().to_string(), "http status: 404");
    let nobody = TcpListener::bind("127.0.0.1:0").unwrap().local_addr().unwrap();
    let _quiet = House::build(Database::Sqlite, &format!("metrics.bind = '{nobody}'"));
    assert!(TcpStream::connect(nobody).is_err());
}
