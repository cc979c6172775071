//! Bodies that are too large, of the wrong type or not what they say are refused before anything is looked at.

use super::{FORM, JSON, changes_nothing, exchange, head, send};
use crate::house::{Database, House, on_every_database};
use crate::visitor::{Door, Reply};

/// Path, content type, and the largest body of that type it takes.
const DOORS: [(&str, &str, usize); 7] = [
    ("/api/v1/login", JSON, 65536),
    ("/api/v1/register", JSON, 65536),
    ("/api/v1/token/refresh", JSON, 65536),
    ("/api/v1/login", FORM, 32768),
    ("/api/v1/register", FORM, 32768),
    ("/login", FORM, 32768),
    ("/register", FORM, 32768),
];

fn code(reply: &Reply) -> String {
    if reply.header("content-type") == Some("application/problem+json") {
        assert_eq!(reply.json()["status"], reply.status);
        return reply.json()["code"].as_str().unwrap().to_owned();
    }
    assert!(reply.body.contains("<!doctype html>"), "{reply:?}");
    let words = [
        ("too_large", "The request is too large."),
        ("unsupported_media_type", "without a content encoding"),
        ("malformed", "The request could not be read."),
    ];
    words.iter().find(|(_, words)| reply.body.contains(words)).map_or("", |(code, _)| code).to_owned()
}

#[track_caller]
fn refused(house: &House, ask: impl FnOnce() -> Reply, status: u16, expected: &str) {
    let reply = changes_nothing(house, ask);
    assert_eq!((reply.status, code(&reply).as_str()), (status, expected), "{reply:?}");
}

/// A body of exactly this size that is good JSON, or a good form.
fn sized(kind: &str, size: usize) -> Vec<u8> {
    if kind == JSON {
        let mut body = b"{}".to_vec();
        body.resize(size, b' ');
        return body;
    }
    let mut body = b"username=".to_vec();
    body.resize(size, b'a');
    body
}

fn chunked(body: &[u8]) -> Vec<u8> {
    let mut all = Vec::new();
    for part in body.chunks(8000) {
        all.extend(format!("{:x}\r\n", part.len()).bytes());
        all.extend(part);
        all.extend(b"\r\n");
    }
    all.extend(b"0\r\n\r\n");
    all
}

#[test]
fn a_body_may_be_as_large_as_the_settings_say_and_no_larger() {
    let house = House::build(Database::Sqlite, "");
    for (path, kind, limit) in DOORS {
        for (size, large) in [(limit, false), (limit + 1, true), (limit * 4, true)] {
            let body = sized(kind, size);
            let length = size.to_string();
            let own = [("Sec-Fetch-Site", "same-origin"), ("Content-Type", kind)];
            let mut announced = head("POST", path, &[own[0], own[1], ("Content-Length", length.as_str())]).into_bytes();
            announced.extend(&body);
            let mut unannounced = head("POST", path, &[own[0], own[1], ("Transfer-Encoding", "chunked")]).into_bytes();
            unannounced.extend(chunked(&body));
            for bytes in [announced, unannounced] {
                let reply = changes_nothing(&house, || exchange(&house, &bytes));
                if large {
                    assert_eq!((reply.status, code(&reply).as_str()), (413, "too_large"), "{path} {kind} {size}");
                } else {
                    assert_eq!(reply.status, 422, "{path} {kind} {size}: {reply:?}");
                }
            }
        }
    }
}

#[test]
fn the_limits_are_those_of_the_settings() {
    let house = House::build(Database::Sqlite, "server.max_json_bytes = 2000\nserver.max_form_bytes = 1024");
    for (path, kind, limit) in [("/api/v1/login", JSON, 2000), ("/api/v1/login", FORM, 1024), ("/login", FORM, 1024)] {
        let ask = |size: usize| {
            send(
                &house,
                "POST",
                path,
                &[("content-type", kind), ("origin", "http://127.0.0.1:8000")],
                &sized(kind, size),
            )
        };
        assert_eq!(ask(limit).status, 422, "{path} {kind}");
        refused(&house, || ask(limit + 1), 413, "too_large");
    }
}

#[test]
fn only_json_and_forms_are_read_and_only_as_they_are() {
    on_every_database("", |house| {
        let good = br#"{"username":"alice","password":"x"}"#;
        for path in ["/api/v1/login", "/api/v1/register", "/api/v1/token/refresh", "/login", "/register", "/logout"] {
            for kind in [
                "text/plain",
                "text/plain;charset=UTF-8",
                "multipart/form-data; boundary=x",
                "application/jsonx",
                "application/xml",
                "text/json",
                "application/x-www-form-urlencoded-not",
                "json",
                "",
            ] {
                let headers = [("content-type", kind), ("sec-fetch-site", "same-origin")];
                refused(house, || send(house, "POST", path, &headers, good), 415, "unsupported_media_type");
            }
            let untyped = [("sec-fetch-site", "same-origin")];
            refused(house, || send(house, "POST", path, &untyped, good), 415, "unsupported_media_type");
            for coding in ["gzip", "deflate", "br", "zstd", "identity, gzip", "GZIP"] {
                let kind = if path.starts_with("/api") { JSON } else { FORM };
                let headers = [("content-type", kind), ("content-encoding", coding), ("sec-fetch-site", "same-origin")];
                refused(house, || send(house, "POST", path, &headers, good), 415, "unsupported_media_type");
            }
        }
    });
}

#[test]
fn a_page_does_not_read_json() {
    let house = House::build(Database::Sqlite, "");
    let headers = [("content-type", JSON), ("sec-fetch-site", "same-origin")];
    for path in ["/login", "/register", "/logout"] {
        refused(&house, || send(&house, "POST", path, &headers, b"{}"), 415, "unsupported_media_type");
    }
}

#[test]
fn parameters_and_case_of_the_content_type_do_not_matter() {
    let house = House::build(Database::Sqlite, "");
    for kind in ["application/json; charset=utf-8", "application/json;charset=latin1", "Application/JSON"] {
        assert_eq!(send(&house, "POST", "/api/v1/login", &[("content-type", kind)], b"{}").status, 422, "{kind}");
    }
    let kind = "application/x-www-form-urlencoded; charset=UTF-8";
    assert_eq!(send(&house, "POST", "/api/v1/login", &[("content-type", kind)], b"a=b").status, 422);
}

#[test]
fn json_that_is_none_or_no_object_is_malformed() {
    on_every_database("", |house| {
        let deep = "[".repeat(60_000);
        let deep_member = format!("{{\"username\":{deep}");
        let deep_objects = "{\"a\":".repeat(13_000);
        let bad: Vec<&[u8]> = vec![
            b"",
            b" ",
            b"{",
            b"}",
            b"{\"username\"}",
            b"{\"username\":}",
            b"{'username':'alice'}",
            b"{\"username\":\"alice\",}",
            b"{\"username\":\"alice\"} x",
            b"{}{}",
            b"{\"username\":NaN}",
            b"{\"username\":01}",
            b"// a comment\n{}",
            b"\xef\xbb\xbf{}",
            b"[]",
            b"[{\"username\":\"alice\"}]",
            b"\"alice\"",
            b"null",
            b"true",
            b"7",
            b"username=alice",
            b"{\"username\":\"alice\",\"username\":\"bob\"}",
            b"{\"username\":\"alice\",\"\\u0075sername\":\"bob\"}",
            b"{\"username\":null,\"username\":null}",
            b"{\"other\":1,\"other\":1}",
            b"{\"username\":\"\\ud800\"}",
            b"{\"username\":\"\\udc00\\ud800\"}",
            b"{\"\\ud800\":\"x\"}",
            b"{\"username\":\"\xff\"}",
            b"{\"username\":\"\xed\xa0\x80\"}",
            b"{\"username\":\"a\nb\"}",
            b"{\"username\":\"\0\"}",
            deep.as_bytes(),
            deep_member.as_bytes(),
            deep_objects.as_bytes(),
        ];
        for path in ["/api/v1/login", "/api/v1/register", "/api/v1/token/refresh"] {
            for body in &bad {
                refused(house, || send(house, "POST", path, &[("content-type", JSON)], body), 400, "malformed");
            }
        }
    });
}

#[test]
fn a_value_however_deep_is_only_of_the_wrong_type() {
    let house = House::build(Database::Sqlite, "");
    let body = format!("{{\"username\":{}{}}}", "[".repeat(30_000), "]".repeat(30_000));
    for path in ["/api/v1/login", "/api/v1/register"] {
        let headers = [("content-type", JSON)];
        let reply = changes_nothing(&house, || send(&house, "POST", path, &headers, body.as_bytes()));
        assert_eq!((reply.status, &reply.json()["errors"][0]["code"]), (422, &"invalid".into()), "{reply:?}");
    }
}

#[test]
fn a_form_with_a_name_twice_or_text_that_is_none_is_malformed() {
    on_every_database("", |house| {
        for path in ["/login", "/register", "/logout", "/api/v1/login", "/api/v1/register", "/api/v1/token/refresh"] {
            for body in [
                &b"username=a&username=b"[..],
                b"username=a&user%6eame=b",
                b"x=&x=",
                b"username=%ff",
                b"username=\xff",
                b"%ff=a",
                b"password=%ed%a0%80",
                b"password=abc%80",
                b"next=/a&next=//evil",
            ] {
                let headers = [("content-type", FORM), ("sec-fetch-site", "same-origin")];
                refused(house, || send(house, "POST", path, &headers, body), 400, "malformed");
            }
        }
    });
}

#[test]
fn the_character_that_stands_for_bad_text_is_text_itself_where_it_was_sent() {
    // U+FFFD, sent as what it is, is a character like any other; only text that is none is malformed.
    let house = House::build(Database::Sqlite, "");
    let password = "the bees \u{FFFD} sleep until noon";
    for (door, name) in [(Door::Pages, "pia"), (Door::Bearer, "bea")] {
        house.visitor(door).register(&[("username", name), ("password", password)]).done();
        for door in Door::ALL {
            house.visitor(door).login(&[("identifier", name), ("password", password)]).done();
        }
    }
}
