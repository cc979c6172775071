//! Refusals of the API have one shape (RFC 9457), whatever was refused.

use super::{JSON, send};
use crate::house::{Database, House};
use crate::people::{PASSWORD, WRONG, alice};
use crate::visitor::{Door, Reply};
use countersign::error::Code;
use serde_json::Value;

#[track_caller]
fn is_a_problem(reply: &Reply, status: u16, code: &str) {
    assert_eq!(reply.status, status, "{reply:?}");
    assert_eq!(reply.header("content-type"), Some("application/problem+json"));
    let all = reply.json();
    assert_eq!(all["status"], status);
    assert_eq!(all["code"], code);
    assert!(Code::ALL.iter().any(|known| known.slug() == code), "{code} is in the table");
    for member in ["type", "title", "detail"] {
        assert!(all[member].as_str().is_some_and(|text| !text.is_empty()), "{member}: {all}");
    }
    let known = ["type", "title", "status", "detail", "code", "errors"];
    assert!(all.as_object().unwrap().keys().all(|name| known.contains(&name.as_str())), "{all}");
    assert_eq!(all.get("errors").is_some(), status == 422, "{all}");
    for error in all["errors"].as_array().into_iter().flatten() {
        let mut names: Vec<&String> = error.as_object().unwrap().keys().collect();
        names.sort();
        assert_eq!(names, ["code", "detail", "pointer"]);
        assert!(error["pointer"].as_str().unwrap().starts_with('#'));
        assert!(error["detail"].as_str().is_some_and(|text| !text.is_empty()));
        let slug = error["code"].as_str().unwrap();
        assert!(Code::ALL.iter().any(|known| known.slug() == slug), "{slug}");
    }
}

#[test]
fn each_refusal_is_a_problem_with_its_code() {
    let house = House::build(Database::Sqlite, "limits.login_failures_per_account = 1");
    alice(&house);
    let json = |path: &str, body: &str| send(&house, "POST", path, &[("content-type", JSON)], body.as_bytes());
    is_a_problem(&json("/api/v1/login", "{"), 400, "malformed");
    is_a_problem(&send(&house, "GET", "/api/v1/me", &[], b""), 401, "unauthenticated");
    is_a_problem(&json("/api/v1/token/refresh", r#"{"refresh_token":"x"}"#), 401, "invalid_token");
    is_a_problem(&json("/api/v1/login?session=cookie", "{}"), 403, "cross_origin");
    is_a_problem(&send(&house, "GET", "/api/v1/nowhere", &[], b""), 404, "not_found");
    is_a_problem(&send(&house, "GET", "/api/v1/login", &[], b""), 405, "method_not_allowed");
    is_a_problem(&json("/api/v1/login", &" ".repeat(70_000)), 413, "too_large");
    is_a_problem(&send(&house, "POST", "/api/v1/login", &[], b"x"), 415, "unsupported_media_type");
    is_a_problem(&json("/api/v1/login", r#"{"identifier":"alice"}"#), 422, "required");
    is_a_problem(&json("/api/v1/login", r#"{"identifier":"alice","x":1}"#), 422, "invalid");
    let wrong = format!(r#"{{"identifier":"alice","password":"{WRONG}"}}"#);
    is_a_problem(&json("/api/v1/login", &wrong), 401, "invalid_credentials");
    let throttled = json("/api/v1/login", &wrong);
    is_a_problem(&throttled, 429, "throttled");
    assert_eq!(throttled.header("retry-after"), Some("30"));
    let closed = House::build(Database::Sqlite, "registration.open = false");
    let body = format!(r#"{{"username":"carol","password":"{PASSWORD}"}}"#);
    let reply = send(&closed, "POST", "/api/v1/register", &[("content-type", JSON)], body.as_bytes());
    is_a_problem(&reply, 403, "registration_closed");
}

#[test]
fn whoever_is_nobody_is_told_how_to_become_somebody() {
    let house = House::build(Database::Sqlite, "");
    alice(&house);
    for headers in [
        &[][..],
        &[("authorization", "Bearer nonsense")],
        &[("authorization", "Basic YWxpY2U6eA==")],
        &[("authorization", "Bearer")],
        &[("authorization", "")],
        &[("cookie", "countersign=nonsense")],
    ] {
        let reply = send(&house, "GET", "/api/v1/me", headers, b"");
        is_a_problem(&reply, 401, "unauthenticated");
        assert!(reply.header("www-authenticate").is_some_and(|how| how.starts_with("Bearer")), "{headers:?}");
    }
}

#[test]
fn what_the_framework_says_never_reaches_a_client() {
    let house = House::build(Database::Sqlite, "");
    for body in ["{\"username\":", "[1]", "{\"a\":1,\"a\":2}", "{\"username\":\"\\ud800\"}"] {
        let reply = send(&house, "POST", "/api/v1/register", &[("content-type", JSON)], body.as_bytes());
        let all: Value = reply.json();
        for word in ["serde", "line", "column", "expected", "EOF", "surrogate", "twice"] {
            assert!(!all["detail"].as_str().unwrap().contains(word), "{all}");
        }
    }
    let page = house.visitor(Door::Pages).post_form("/login", &[("identifier", "alice")]);
    assert_eq!(page.reply.status, 422);
    for reply in [page.reply, send(&house, "GET", "/login?next=%ff%00", &[], b"")] {
        assert!(!reply.body.contains("tera") && !reply.body.contains("panicked"));
    }
}
