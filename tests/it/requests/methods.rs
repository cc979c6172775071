//! Every known path refuses the methods it does not take, every unknown path is not found, and reading changes nothing.

use super::{FORM, JSON, changes_nothing, send};
use crate::house::{Database, House, on_every_database};
use crate::people::{PASSWORD, alice};
use crate::visitor::Door;

/// Every path and the methods it takes.
const PATHS: [(&str, &[&str]); 36] = [
    ("/", &["GET"]),
    ("/login", &["GET", "POST"]),
    ("/register", &["GET", "POST"]),
    ("/register/register", &["GET", "POST"]),
    ("/logout", &["POST"]),
    ("/account", &["GET"]),
    ("/account/profile", &["GET", "POST"]),
    ("/account/password", &["GET", "POST"]),
    ("/account/sessions", &["GET", "POST"]),
    ("/account/confirm", &["GET", "POST"]),
    ("/account/events", &["GET"]),
    ("/account/delete", &["GET", "POST"]),
    ("/account/delete/cancel", &["POST"]),
    ("/account/export", &["GET", "POST"]),
    ("/healthz", &["GET"]),
    ("/readyz", &["GET"]),
    ("/static/style.css", &["GET"]),
    ("/static/favicon.svg", &["GET"]),
    ("/api/v1/forms/register", &["GET"]),
    ("/api/v1/forms/login", &["GET"]),
    ("/api/v1/register", &["POST"]),
    ("/api/v1/login", &["POST"]),
    ("/api/v1/logout", &["POST"]),
    ("/login/code", &["GET", "POST"]),
    ("/login/code/confirm", &["GET", "POST"]),
    ("/api/v1/login/code", &["POST"]),
    ("/api/v1/login/code/confirm", &["POST"]),
    ("/api/v1/me", &["GET", "PATCH", "DELETE"]),
    ("/api/v1/me/delete/cancel", &["POST"]),
    ("/api/v1/me/export", &["GET"]),
    ("/api/v1/me/password", &["POST"]),
    ("/api/v1/me/reauthenticate", &["POST"]),
    ("/api/v1/me/sessions", &["GET", "DELETE"]),
    ("/api/v1/me/events", &["GET"]),
    ("/api/v1/openapi.json", &["GET"]),
    ("/api/v1/docs", &["GET"]),
];

/// So that every path is there.
const ALL_ON: &str = "[login]\nby_code = true";

/// The same for the addresses of whoever is signed in.
const ADDRESSES: [(&str, &[&str]); 24] = [
    ("/account/email", &["GET", "POST"]),
    ("/account/email/confirm", &["GET", "POST"]),
    (
        "/account/email/confirm/0190b3c4-0000-7000-8000-000000000000/AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA",
        &["GET", "POST"],
    ),
    ("/account/email/complete", &["GET"]),
    ("/account/email/remove", &["GET", "POST"]),
    ("/account/email/resend", &["POST"]),
    ("/account/email/cancel", &["POST"]),
    (
        "/account/email/undo/0190b3c4-0000-7000-8000-000000000000/AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA",
        &["GET", "POST"],
    ),
    ("/account/email/undone", &["GET"]),
    ("/api/v1/me/email", &["POST", "DELETE"]),
    ("/api/v1/me/email/confirm", &["POST"]),
    ("/api/v1/me/email/resend", &["POST"]),
    ("/api/v1/me/email/pending", &["DELETE"]),
    ("/account/phone", &["GET", "POST"]),
    ("/account/phone/confirm", &["GET", "POST"]),
    ("/account/phone/remove", &["GET", "POST"]),
    ("/account/phone/resend", &["POST"]),
    ("/account/phone/cancel", &["POST"]),
    (
        "/account/phone/undo/0190b3c4-0000-7000-8000-000000000000/AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA",
        &["GET", "POST"],
    ),
    ("/account/phone/undone", &["GET"]),
    ("/api/v1/me/phone", &["POST", "DELETE"]),
    ("/api/v1/me/phone/confirm", &["POST"]),
    ("/api/v1/me/phone/resend", &["POST"]),
    ("/api/v1/me/phone/pending", &["DELETE"]),
];

fn paths() -> impl Iterator<Item = (&'static str, &'static [&'static str])> {
    PATHS.into_iter().chain(ADDRESSES)
}

fn is_api(path: &str) -> bool {
    path.starts_with("/api/")
}

#[test]
fn a_known_path_refuses_the_methods_it_does_not_take() {
    let house = House::build(Database::Sqlite, ALL_ON);
    let all = paths().chain([("/api/v1/token/refresh", &["POST"][..])]);
    for (path, taken) in all {
        for method in ["GET", "POST", "PUT", "PATCH", "DELETE", "OPTIONS", "TRACE"] {
            if taken.contains(&method) {
                continue;
            }
            let headers = [("sec-fetch-site", "same-origin")];
            let reply = changes_nothing(&house, || send(&house, method, path, &headers, b""));
            assert_eq!(reply.status, 405, "{method} {path}: {reply:?}");
            if is_api(path) {
                assert_eq!(reply.header("content-type"), Some("application/problem+json"), "{method} {path}");
                assert_eq!(reply.json()["code"], "method_not_allowed", "{method} {path}");
            } else {
                assert_eq!(reply.header("content-type"), Some("text/html; charset=utf-8"), "{method} {path}");
                assert!(reply.body.contains("does not take that method"), "{method} {path}");
            }
            // RFC 9110, 15.5.6: a 405 names the methods that would have been taken.
            let allow = reply.header("allow").unwrap_or_else(|| panic!("no Allow: {method} {path}"));
            for method in taken {
                assert!(allow.split(", ").any(|known| known == *method), "{path}: {allow}");
            }
            assert!(!allow.split(", ").any(|known| known == method), "{method} {path}: {allow}");
        }
    }
}

#[test]
fn an_unknown_path_is_not_found_by_any_method() {
    let house = House::build(Database::Sqlite, ALL_ON);
    for path in [
        "/nowhere",
        "/login/",
        "/login/x",
        "/login/code/x",
        "/administration",
        "/register/nothing",
        "/static",
        "/static/",
        "/static/nothing.css",
        "/api",
        "/api/v1/nowhere",
        "/api/v1/me/nothing",
        "/api/v1/forms/nothing",
        "/api/v1/LOGIN",
        "/api/v2/login",
    ] {
        for method in ["GET", "POST", "PUT", "DELETE"] {
            let named = path == "/register/nothing" || path.starts_with("/static/n") || path.contains("/forms/");
            if named && method != "GET" {
                continue;
            }
            let headers = [("sec-fetch-site", "same-origin")];
            let reply = changes_nothing(&house, || send(&house, method, path, &headers, b""));
            assert_eq!(reply.status, 404, "{method} {path}: {reply:?}");
            if path.starts_with("/api/v1/") {
                assert_eq!(reply.header("content-type"), Some("application/problem+json"), "{method} {path}");
                assert_eq!(reply.json()["code"], "not_found", "{method} {path}");
            } else {
                assert_eq!(reply.header("content-type"), Some("text/html; charset=utf-8"), "{method} {path}");
            }
        }
    }
}

#[test]
fn head_is_answered_as_get_without_the_body() {
    // RFC 9110, 9.1: every server that means to be one takes GET and HEAD.
    let house = House::build(Database::Sqlite, ALL_ON);
    for (path, _) in paths().filter(|(_, taken)| taken.contains(&"GET")) {
        let get = send(&house, "GET", path, &[], b"");
        let head = changes_nothing(&house, || send(&house, "HEAD", path, &[], b""));
        assert_eq!(head.status, get.status, "{path}");
        assert_eq!(head.header("content-type"), get.header("content-type"), "{path}");
        assert_eq!(head.body, "", "{path}");
    }
}

#[test]
fn reading_changes_nothing_whatever_the_query_says() {
    on_every_database(ALL_ON, |house| {
        alice(house);
        let visitor = house.visitor(Door::Cookie);
        visitor.login(&[("identifier", "alice"), ("password", PASSWORD)]).done();
        let password = PASSWORD.replace(' ', "+");
        for (path, _) in paths() {
            for query in [
                String::new(),
                "?session=cookie".into(),
                format!("?identifier=alice&password={password}"),
                format!("?username=carol&password={password}&password_confirm={password}&_method=POST"),
            ] {
                for method in ["GET", "HEAD"] {
                    for kind in [FORM, JSON] {
                        let headers = [("content-type", kind), ("x-http-method-override", "POST")];
                        let path = format!("{path}{query}");
                        changes_nothing(house, || visitor.send(method, &path, &headers, b""));
                        let stranger = house.visitor(Door::Cookie);
                        let reply = changes_nothing(house, || stranger.send(method, &path, &headers, b""));
                        assert_eq!(reply.cookies().count(), 0, "{method} {path}");
                        assert!(reply.status < 500, "{method} {path}");
                    }
                }
            }
        }
        assert_eq!(visitor.username().as_deref(), Some("alice"), "still signed in");
    });
}
