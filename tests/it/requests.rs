//! What holds for every request, whatever it is for: where it may come from, what it may look like, what every reply
//! carries.

mod assets;
mod bodies;
mod headers;
mod hostile;
mod members;
mod methods;
mod next;
mod origin;
mod problems;
mod slow;

use crate::house::House;
use crate::visitor::{Door, Reply};
use std::io::{Read, Write};
use std::net::TcpStream;
use std::time::Duration;

pub const JSON: &str = "application/json";
pub const FORM: &str = "application/x-www-form-urlencoded";

/// How many rows each table has: what a refused request leaves as it was.
pub fn rows(house: &House) -> Vec<i64> {
    ["users", "sessions", "refresh_tokens", "login_failures", "rate_limits"]
        .map(|table| house.count(&format!("SELECT count(*) FROM {table}")))
        .to_vec()
}

/// Runs `work` and shows that it wrote nothing and computed no hash.
#[track_caller]
pub fn changes_nothing<T>(house: &House, work: impl FnOnce() -> T) -> T {
    let before = rows(house);
    let (hashes, result) = house.hashes_of(work);
    assert_eq!(rows(house), before, "rows were written");
    assert_eq!(hashes, 0, "a password was hashed");
    result
}

/// Sends a request with these headers and no others that matter.
pub fn send(house: &House, method: &str, path: &str, headers: &[(&str, &str)], body: &[u8]) -> Reply {
    let owned: Vec<(String, String)> = headers.iter().map(|(n, v)| ((*n).to_owned(), (*v).to_owned())).collect();
    house.visitor(Door::Bearer).raw(method, path, &owned, body)
}

/// Sends exactly these bytes and reads what comes back until the other side has done.
pub fn exchange(house: &House, bytes: &[u8]) -> Reply {
    let mut stream = TcpStream::connect(house.address).unwrap();
    stream.set_read_timeout(Some(Duration::from_secs(20))).unwrap();
    // An early refusal may close the way in before everything is written.
    let _ = stream.write_all(bytes);
    read_reply(&mut stream)
}

/// Reads one reply from a connection that is closed after it.
pub fn read_reply(stream: &mut TcpStream) -> Reply {
    let mut all = Vec::new();
    let mut some = [0; 4096];
    while let Ok(count @ 1..) = stream.read(&mut some) {
        all.extend_from_slice(&some[..count]);
    }
    let text = String::from_utf8_lossy(&all).into_owned();
    let (head, body) = text.split_once("\r\n\r\n").unwrap_or_else(|| panic!("no reply: {text:?}"));
    let mut lines = head.lines();
    let status = lines.next().and_then(|line| line.split(' ').nth(1)).and_then(|code| code.parse().ok()).unwrap();
    let headers = lines
        .filter_map(|line| line.split_once(':'))
        .map(|(name, value)| (name.to_ascii_lowercase(), value.trim().to_owned()))
        .collect();
    Reply { status, headers, body: body.to_owned() }
}

/// The head of a request as text, with `Connection: close`.
pub fn head(method: &str, target: &str, headers: &[(&str, &str)]) -> String {
    let mut text = format!("{method} {target} HTTP/1.1\r\nConnection: close\r\n");
    if !headers.iter().any(|(name, _)| name.eq_ignore_ascii_case("host")) {
        text.push_str("Host: 127.0.0.1:8000\r\n");
    }
    for (name, value) in headers {
        text.push_str(&format!("{name}: {value}\r\n"));
    }
    text + "\r\n"
}
