//! What every reply carries, whatever came of the request.

use super::{FORM, JSON, send};
use crate::house::{Database, House};
use crate::people::{PASSWORD, WRONG, alice};
use crate::visitor::{Door, Reply};
use std::collections::BTreeSet;

const POLICY: &str = "default-src 'none'; style-src 'self'; img-src 'self' data:; form-action 'self'; \
                      frame-ancestors 'none'; base-uri 'none'";

/// One reply of every kind there is, by a name.
fn replies(house: &House) -> Vec<(String, Reply)> {
    let mut all = Vec::new();
    for path in [
        "/",
        "/login",
        "/register",
        "/account",
        "/nowhere",
        "/healthz",
        "/readyz",
        "/static/style.css",
        "/static/nothing",
        "/logout",
        "/api/v1/me",
        "/api/v1/login",
        "/api/v1/nowhere",
        "/api/v1/forms/register",
        "/api/v1/forms/nothing",
    ] {
        all.push((format!("GET {path}"), send(house, "GET", path, &[], b"")));
        all.push((format!("POST {path}"), send(house, "POST", path, &[], b"")));
        all.push((format!("DELETE {path}"), send(house, "DELETE", path, &[], b"")));
    }
    for (kind, body) in [(JSON, "{"), (JSON, "{}"), ("text/plain", "x"), (FORM, "a=b")] {
        for path in ["/api/v1/login", "/api/v1/register", "/login", "/register"] {
            let headers = [("content-type", kind), ("origin", house.app.settings().public_url.origin.as_str())];
            all.push((format!("{kind} {body} {path}"), send(house, "POST", path, &headers, body.as_bytes())));
        }
    }
    for door in Door::ALL {
        let visitor = house.visitor(door);
        for password in [WRONG, PASSWORD] {
            let reply = visitor.login(&[("identifier", "alice"), ("password", password)]).reply;
            all.push((format!("login {door:?} {password}"), reply));
        }
        all.push((format!("me {door:?}"), visitor.get("/api/v1/me")));
        all.push((format!("account {door:?}"), visitor.get("/account")));
        all.push((format!("logout {door:?}"), visitor.logout().reply));
    }
    all
}

#[test]
fn every_reply_carries_the_headers_that_keep_browsers_careful() {
    let house = House::build(Database::Sqlite, "");
    alice(&house);
    let mut ids = BTreeSet::new();
    let mut statuses = BTreeSet::new();
    for (name, reply) in replies(&house) {
        let expect = |header: &str, value: &str| assert_eq!(reply.header(header), Some(value), "{name}: {header}");
        expect("content-security-policy", POLICY);
        expect("x-content-type-options", "nosniff");
        expect("x-frame-options", "DENY");
        expect("referrer-policy", "same-origin");
        expect("cross-origin-opener-policy", "same-origin");
        assert_eq!(reply.header("strict-transport-security"), None, "{name}: public_url is http");
        assert_eq!(reply.header("server"), None, "{name}");
        for header in ["x-request-id", "content-security-policy", "cache-control"] {
            assert_eq!(reply.headers.iter().filter(|(n, _)| n == header).count(), 1, "{name}: {header}");
        }
        let id = reply.header("x-request-id").unwrap();
        assert!(id.len() >= 16 && ids.insert(id.to_owned()), "{name}: {id} is not its own");
        statuses.insert(reply.status);
        if !name.contains("/static/style.css") {
            expect("cache-control", "no-store");
        }
    }
    assert!(BTreeSet::from([200, 204, 303, 400, 401, 403, 404, 405, 415, 422]).is_subset(&statuses), "{statuses:?}");
}

#[test]
fn only_the_development_inbox_may_run_a_script_and_that_is_ours() {
    let house = House::build(Database::Sqlite, "");
    let policy = |path: &str| send(&house, "GET", path, &[], b"").header("content-security-policy").unwrap().to_owned();
    assert_eq!(policy("/dev/inbox"), format!("{POLICY}; script-src 'self'; connect-src 'self'"));
    for path in ["/dev/inbox/preview", "/dev/inbox/nothing", "/dev/inbox/99", "/static/inbox.js", "/password/reset"] {
        assert_eq!(policy(path), POLICY, "{path}");
    }
    let script = send(&house, "GET", "/static/inbox.js", &[], b"");
    assert_eq!(script.header("content-type"), Some("text/javascript; charset=utf-8"));
    let page = send(&house, "GET", "/dev/inbox", &[], b"").body;
    assert_eq!(page.matches("<script").count(), 1);
    let away = send(&house, "GET", "/dev/inbox", &[("host", "evil.example")], b"");
    assert_eq!((away.status, away.header("content-security-policy")), (404, Some(POLICY)));
}

#[test]
fn a_client_cannot_choose_the_id_of_its_request() {
    let house = House::build(Database::Sqlite, "");
    let reply = send(&house, "GET", "/login", &[("x-request-id", "mine")], b"");
    assert_ne!(reply.header("x-request-id"), Some("mine"));
}

#[test]
fn only_a_site_on_https_promises_to_stay_there() {
    let house = House::build(Database::Sqlite, "public_url = \"https://accounts.example.org\"");
    alice(&house);
    for (name, reply) in replies(&house) {
        let promise = reply.header("strict-transport-security").unwrap_or_else(|| panic!("{name}"));
        let age = promise.split(';').find_map(|part| part.trim().strip_prefix("max-age=")).unwrap();
        assert!(age.parse::<u64>().unwrap() >= 31_536_000, "{name}: {promise}");
    }
}
