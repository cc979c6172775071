//! A body that comes a byte at a time is not waited for. The one place where real time passes.

use super::{FORM, JSON, changes_nothing, head, read_reply};
use crate::house::{Database, House};
use std::io::Write;
use std::net::TcpStream;
use std::time::{Duration, Instant};

/// Writes a byte every tenth of a second until the other side has had enough; how long that took, and the status.
fn drip(house: &House, start: &str) -> (Duration, u16) {
    let mut stream = TcpStream::connect(house.address).unwrap();
    stream.set_read_timeout(Some(Duration::from_secs(10))).unwrap();
    stream.write_all(start.as_bytes()).unwrap();
    let began = Instant::now();
    let mut writer = stream.try_clone().unwrap();
    let dripping = std::thread::spawn(move || {
        while began.elapsed() < Duration::from_secs(8) && writer.write_all(b" ").is_ok() {
            std::thread::sleep(Duration::from_millis(100));
        }
    });
    let reply = read_reply(&mut stream);
    let took = began.elapsed();
    drop(stream);
    dripping.join().unwrap();
    (took, reply.status)
}

#[test]
fn a_body_a_byte_at_a_time_is_ended_by_the_time_limit() {
    let house = House::build(Database::Sqlite, "server.request_timeout = \"1s\"");
    changes_nothing(&house, || {
        for (path, kind) in [("/api/v1/login", JSON), ("/api/v1/register", FORM), ("/login", FORM), ("/register", FORM)]
        {
            let own = [("Sec-Fetch-Site", "same-origin"), ("Content-Type", kind)];
            let length = ("Content-Length", "30000");
            let (took, status) = drip(&house, &head("POST", path, &[own[0], own[1], length]));
            assert!(matches!(status, 400 | 408), "{path}: {status}");
            assert!(took >= Duration::from_millis(900) && took < Duration::from_secs(5), "{path}: {took:?}");
        }
    });
}

#[test]
fn a_head_a_byte_at_a_time_is_ended_by_the_time_limit() {
    let house = House::build(Database::Sqlite, "server.request_timeout = \"1s\"");
    let (took, status) = drip(&house, "GET /login HTTP/1.1\r\nHost: 127.0.0.1\r\nX-Slow: ");
    assert_eq!(status, 408);
    assert!(took < Duration::from_secs(5), "{took:?}");
}
