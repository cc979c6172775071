//! The files of the pages: kept as long as they may be, and nothing else of the machine among them.

use super::{exchange, head, send};
use crate::house::{Database, House};

const FOR_EVER: &str = "public, max-age=31536000, immutable";

/// The addresses of files that the login page names.
fn named(house: &House) -> Vec<String> {
    let page = send(house, "GET", "/login", &[], b"").body.replace("&#x2F;", "/").replace("&#x3D;", "=");
    let found: Vec<String> = page.split('"').filter(|part| part.starts_with("/static/")).map(str::to_owned).collect();
    assert!(found.len() >= 2, "{page}");
    found
}

#[test]
fn a_file_is_kept_for_ever_only_under_its_own_version() {
    let house = House::build(Database::Sqlite, "");
    for address in named(&house) {
        let (path, version) = address.split_once("?v=").unwrap();
        let right = send(&house, "GET", &address, &[], b"");
        assert_eq!((right.status, right.header("cache-control")), (200, Some(FOR_EVER)), "{address}");
        for query in ["", "?v=", "?v=0", &format!("?v={version}x"), &format!("?x=1&v={version}")] {
            let reply = send(&house, "GET", &format!("{path}{query}"), &[], b"");
            assert_eq!(reply.status, 200, "{path}{query}");
            assert_eq!(reply.body, right.body);
            assert!(!reply.header("cache-control").unwrap().contains("immutable"), "{path}{query}");
        }
    }
}

#[test]
fn a_file_that_is_known_is_not_sent_again() {
    let house = House::build(Database::Sqlite, "");
    for address in named(&house) {
        let first = send(&house, "GET", &address, &[], b"");
        let tag = first.header("etag").unwrap().to_owned();
        assert!(tag.starts_with('"') && tag.ends_with('"'), "{tag}");
        for known in [tag.clone(), format!("W/{tag}"), format!("\"other\", {tag}")] {
            let again = send(&house, "GET", &address, &[("if-none-match", &known)], b"");
            assert_eq!((again.status, again.body.as_str()), (304, ""), "{known}");
            assert_eq!(again.header("etag"), Some(tag.as_str()));
            assert_eq!(again.header("cache-control"), Some(FOR_EVER));
        }
        for unknown in ["\"other\"", "", "\"\""] {
            let again = send(&house, "GET", &address, &[("if-none-match", unknown)], b"");
            assert_eq!((again.status, &again.body), (200, &first.body), "{unknown:?}");
        }
    }
}

#[test]
fn no_path_leads_out_of_the_files() {
    let house = House::build(Database::Sqlite, "");
    for path in [
        "/static/../Cargo.toml",
        "/static/../static/style.css",
        "/static/..%2fCargo.toml",
        "/static/..%2FCargo.toml",
        "/static/%2e%2e/Cargo.toml",
        "/static/%2e%2e%2fCargo.toml",
        "/static/..%5cCargo.toml",
        "/static/..\\Cargo.toml",
        "/static/....//Cargo.toml",
        "/static/..%252fCargo.toml",
        "/static/%2fetc%2fpasswd",
        "/static//etc/passwd",
        "/static/style.css%00",
        "/static/style.css/",
        "/static/.",
        "/static/..",
        "/static/%2e",
        "/static/STYLE.CSS",
        "/static/settings.toml",
        "/static/test.db",
    ] {
        let reply = exchange(&house, head("GET", path, &[]).as_bytes());
        assert!(matches!(reply.status, 404 | 400), "{path}: {reply:?}");
        assert!(!reply.body.contains("[package]") && !reply.body.contains("root:"), "{path}");
    }
}
