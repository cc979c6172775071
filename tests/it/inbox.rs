//! The development inbox: news as they come, to this machine alone, until the program stops.

use crate::house::{Database, House, binary, fresh_directory};
use crate::people::PASSWORD;
use crate::requests::{head, send};
use crate::visitor::Door;
use countersign::delivery::{MessageKind, Stationery};
use std::io::{BufRead, BufReader, Read, Write};
use std::net::TcpStream;
use std::process::{Command, Stdio};
use std::time::{Duration, Instant};

const EVENTS: &str = "/dev/inbox/events";
const OPTIONAL: &str = "[verification]\nemail = \"optional\"";

/// A stream of news, past its head.
fn listen(address: std::net::SocketAddr, target: &str, headers: &[(&str, &str)]) -> BufReader<TcpStream> {
    let mut stream = TcpStream::connect(address).unwrap();
    stream.set_read_timeout(Some(Duration::from_secs(30))).unwrap();
    stream.write_all(head("GET", target, headers).as_bytes()).unwrap();
    let mut reader = BufReader::new(stream);
    let mut top = String::new();
    while !top.ends_with("\r\n\r\n") {
        assert!(reader.read_line(&mut top).unwrap() > 0, "{top}");
    }
    assert!(top.starts_with("HTTP/1.1 200") && top.contains("text/event-stream"), "{top}");
    reader
}

/// The number that the next event tells; none when the stream has ended.
fn next(news: &mut BufReader<TcpStream>) -> Option<u64> {
    loop {
        let mut line = String::new();
        if news.read_line(&mut line).unwrap() == 0 {
            return None;
        }
        if let Some(number) = line.strip_prefix("data: ") {
            return Some(number.trim().parse().unwrap());
        }
    }
}

fn register(house: &House, name: &str) {
    let email = format!("{name}@example.org");
    house.visitor(Door::Bearer).register(&[("email", &email), ("password", PASSWORD)]).done();
}

#[test]
fn a_message_is_told_to_everybody_who_listens_and_to_who_comes_later() {
    let house = House::build(Database::Sqlite, OPTIONAL);
    let mut first = listen(house.address, EVENTS, &[]);
    let mut second = listen(house.address, EVENTS, &[]);
    register(&house, "ada");
    assert_eq!((next(&mut first), next(&mut second)), (Some(1), Some(1)));
    register(&house, "bea");
    assert_eq!((next(&mut first), next(&mut second)), (Some(2), Some(2)));
    // Whoever was away is told at once, by either way of saying what they know.
    for (target, headers) in [
        (format!("{EVENTS}?after=1"), vec![]),
        (EVENTS.to_owned(), vec![("last-event-id", "1")]),
        (format!("{EVENTS}?after=2"), vec![("last-event-id", "7")]),
    ] {
        assert_eq!(next(&mut listen(house.address, &target, &headers)), Some(2), "{target}");
    }
    let mut later = listen(house.address, &format!("{EVENTS}?after=2"), &[]);
    register(&house, "cleo");
    assert_eq!(next(&mut later), Some(3), "and nobody twice of the same");
    let page = send(&house, "GET", "/dev/inbox", &[], b"").body;
    assert!(page.contains("data-newest=\"3\"") && page.matches("<article").count() == 3, "{page}");
}

#[test]
fn listeners_hold_no_thread_that_others_need() {
    let house = House::build(Database::Sqlite, OPTIONAL);
    let listeners: Vec<_> = (0..100).map(|_| listen(house.address, EVENTS, &[])).collect();
    let began = Instant::now();
    for name in ["ada", "bea", "cleo"] {
        register(&house, name);
    }
    assert_eq!(send(&house, "GET", "/readyz", &[], b"").status, 200);
    assert!(began.elapsed() < Duration::from_secs(20));
    for mut listener in listeners {
        assert!(next(&mut listener).is_some());
    }
}

#[test]
fn nobody_but_this_machine_sees_any_of_it() {
    let house = House::build(Database::Sqlite, OPTIONAL);
    register(&house, "ada");
    house.received(MessageKind::VerifyEmail, "ada@example.org", 0);
    let paths = ["/dev/inbox", "/dev/inbox/1", "/dev/inbox/preview", "/dev/inbox/preview/verify_email", EVENTS];
    for path in paths {
        for host in
            ["evil.example", "evil.example:8000", "127.0.0.1.evil.example", "localhost.evil.example", "10.0.0.1"]
        {
            assert_eq!(send(&house, "GET", path, &[("host", host)], b"").status, 404, "{path} at {host}");
        }
    }
    for path in &paths[..4] {
        for host in ["localhost:8000", "127.0.0.1", "[::1]:8000"] {
            assert_eq!(send(&house, "GET", path, &[("host", host)], b"").status, 200, "{path} at {host}");
        }
    }
    let public = House::build(Database::Sqlite, "public_url = \"https://accounts.example.org\"");
    for path in paths {
        assert_eq!(send(&public, "GET", path, &[], b"").status, 404, "{path}");
    }
}

#[test]
fn head_of_the_stream_ends_by_itself_and_posting_is_refused() {
    let house = House::build(Database::Sqlite, "");
    let reply = send(&house, "HEAD", EVENTS, &[], b"");
    assert_eq!((reply.status, reply.header("content-type")), (200, Some("text/event-stream")));
    for path in [EVENTS, "/dev/inbox/preview"] {
        assert_eq!(send(&house, "POST", path, &[("sec-fetch-site", "same-origin")], b"").status, 405, "{path}");
    }
}

#[test]
fn every_message_has_a_preview_that_says_the_same_in_both_places() {
    let house = House::build(Database::Sqlite, "");
    let page = send(&house, "GET", "/dev/inbox/preview", &[], b"").body;
    for name in Stationery::names() {
        assert!(page.contains(&format!("<code>{name}</code>")), "{name}");
        let sample = house.app.delivery().stationery().sample(name).unwrap().unwrap();
        assert!(sample.email.is_some() || sample.sms.is_some(), "{name}");
        let reply = send(&house, "GET", &format!("/dev/inbox/preview/{name}"), &[], b"");
        match sample.email {
            Some(email) => {
                assert_eq!((reply.status, reply.body), (200, email.html), "{name}");
                let policy = reply.headers.iter().find(|(name, _)| name == "content-security-policy").unwrap();
                assert!(policy.1.contains("sandbox") && !policy.1.contains("script"), "{policy:?}");
            }
            None => assert_eq!(reply.status, 404, "{name}"),
        }
    }
    assert_eq!(send(&house, "GET", "/dev/inbox/preview/nothing", &[], b"").status, 404);
}

#[test]
fn a_stop_ends_the_stream_at_once() {
    let directory = fresh_directory();
    let free = std::net::TcpListener::bind("127.0.0.1:0").unwrap().local_addr().unwrap();
    let mut child = Command::new(binary())
        .current_dir(&directory)
        .env_clear()
        .env("COUNTERSIGN__SERVER__BIND", free.to_string())
        .stdout(Stdio::null())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    let mut said = BufReader::new(child.stderr.take().unwrap());
    let mut line = String::new();
    while !line.contains("is ready") {
        line.clear();
        assert!(said.read_line(&mut line).unwrap() > 0, "it did not start");
    }
    let mut news = listen(free, EVENTS, &[]);
    let began = Instant::now();
    assert!(Command::new("kill").args(["-TERM", &child.id().to_string()]).status().unwrap().success());
    let mut rest = String::new();
    news.read_to_string(&mut rest).unwrap();
    assert!(child.wait().unwrap().success());
    assert!(began.elapsed() < Duration::from_secs(5), "the limit is 30 seconds: {:?}", began.elapsed());
    let _ = std::fs::remove_dir_all(directory);
}
