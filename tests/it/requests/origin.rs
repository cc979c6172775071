//! The same-origin rule: what a cookie could authorise comes from a page of this site, or is refused.

use super::{FORM, JSON, changes_nothing, send};
use crate::house::{House, on_every_database};
use crate::people::{PASSWORD, alice};
use crate::visitor::{Door, Reply};

const EXTRA: &str = "https://app.example.org";
const SETTINGS: &str = "server.extra_origins = [\"https://app.example.org\"]\nlogin.by_code = true";

const SITES: [Option<&str>; 6] =
    [None, Some("same-origin"), Some("same-site"), Some("cross-site"), Some("none"), Some("Same-Origin, x")];
const ORIGINS: [Option<&str>; 9] = [
    None,
    Some("http://127.0.0.1:8000"),
    Some(EXTRA),
    Some("https://evil.example"),
    Some("null"),
    Some("https://127.0.0.1:8000"),
    Some("http://127.0.0.1"),
    Some("http://127.0.0.1:8000.evil.example"),
    Some("https://app.example.org.evil.example"),
];

/// The rule as the contract words it.
fn is_allowed(site: Option<&str>, origin: Option<&str>) -> bool {
    origin == Some(EXTRA) || site == Some("same-origin") || (site.is_none() && origin == Some("http://127.0.0.1:8000"))
}

fn is_refused(reply: &Reply) -> bool {
    if reply.header("content-type").is_some_and(|kind| kind.starts_with("application/problem+json")) {
        return reply.status == 403 && reply.json()["code"] == "cross_origin";
    }
    reply.status == 403 && reply.body.contains("did not come from a page of this site")
}

/// The cookies of somebody signed in, as a header.
fn cookies_of(house: &House) -> String {
    let visitor = house.visitor(Door::Pages);
    visitor.login(&[("identifier", "alice"), ("password", PASSWORD)]).done();
    let jar = visitor.cookies.lock().unwrap();
    jar.iter().map(|(name, value)| format!("{name}={value}")).collect::<Vec<_>>().join("; ")
}

#[test]
fn each_way_to_come_is_judged_as_the_rule_says() {
    on_every_database(SETTINGS, |house| {
        alice(house);
        let session = cookies_of(house);
        let known = session.split("; ").find(|pair| pair.starts_with("countersign_known=")).unwrap();
        // Path, content type, body, cookie. The bodies are blank: what gets through is refused for that, or does nothing.
        let judged = [
            ("/login", FORM, "a=b", ""),
            ("/register", FORM, "a=b", ""),
            ("/register/register", FORM, "a=b", ""),
            ("/logout", FORM, "a=b", ""),
            ("/login", FORM, "a=b", known),
            ("/login/code", FORM, "a=b", ""),
            ("/login/code/confirm", FORM, "a=b", ""),
            ("/login/code/x/y", FORM, "a=b", ""),
            ("/api/v1/login/code/confirm?session=cookie", JSON, "{}", ""),
            ("/api/v1/login/code/confirm", JSON, "{}", session.as_str()),
            ("/api/v1/login?session=cookie", JSON, "{}", ""),
            ("/api/v1/login?session=cookie", FORM, "a=b", ""),
            ("/api/v1/register?session=cookie", JSON, "{}", ""),
            ("/api/v1/register?x=1&session=cookie", FORM, "a=b", ""),
            ("/api/v1/login", JSON, "{}", session.as_str()),
            ("/api/v1/login", JSON, "{}", known),
            ("/api/v1/register", JSON, "{}", session.as_str()),
            ("/api/v1/token/refresh", JSON, "{}", session.as_str()),
        ];
        let exempt = [
            ("/api/v1/login", JSON, "{}", ""),
            ("/api/v1/login/code", JSON, "{}", ""),
            ("/api/v1/login/code/confirm", JSON, "{}", ""),
            ("/api/v1/register", FORM, "a=b", ""),
            ("/api/v1/token/refresh", JSON, "{}", ""),
            ("/api/v1/logout", JSON, "{}", ""),
        ];
        for site in SITES {
            for origin in ORIGINS {
                let mut headers = Vec::new();
                headers.extend(site.map(|value| ("sec-fetch-site", value)));
                headers.extend(origin.map(|value| ("origin", value)));
                let ask = |(path, kind, body, cookie): (&'static str, &'static str, &str, &str)| {
                    let mut all = headers.clone();
                    all.push(("content-type", kind));
                    if !cookie.is_empty() {
                        all.push(("cookie", cookie));
                    }
                    send(house, "POST", path, &all, body.as_bytes())
                };
                for case in judged {
                    let reply = changes_nothing(house, || ask(case));
                    let expected = !is_allowed(site, origin);
                    assert_eq!(is_refused(&reply), expected, "{case:?} {site:?} {origin:?}: {reply:?}");
                }
                for case in exempt {
                    let reply = changes_nothing(house, || ask(case));
                    assert!(!is_refused(&reply), "{case:?} {site:?} {origin:?}: {reply:?}");
                }
            }
        }
    });
}

#[test]
fn a_right_login_from_elsewhere_signs_nobody_in() {
    on_every_database("", |house| {
        alice(house);
        let form = format!("identifier=alice&password={}", PASSWORD.replace(' ', "+"));
        let json = format!(r#"{{"identifier":"alice","password":"{PASSWORD}"}}"#);
        for (path, kind, body) in [("/login", FORM, &form), ("/api/v1/login?session=cookie", JSON, &json)] {
            for headers in [
                vec![],
                vec![("sec-fetch-site", "cross-site")],
                vec![("sec-fetch-site", "same-site")],
                vec![("origin", "https://evil.example")],
                vec![("origin", "null")],
                vec![("sec-fetch-site", "cross-site"), ("origin", "http://127.0.0.1:8000")],
            ] {
                let mut all = headers.clone();
                all.push(("content-type", kind));
                let reply = changes_nothing(house, || send(house, "POST", path, &all, body.as_bytes()));
                assert!(is_refused(&reply), "{path} {headers:?}: {reply:?}");
                assert_eq!(reply.cookies().count(), 0, "{path} {headers:?}");
            }
        }
    });
}

#[test]
fn a_registration_from_elsewhere_makes_no_account() {
    on_every_database("", |house| {
        let typed = PASSWORD.replace(' ', "+");
        let form = format!("username=mallory&password={typed}&password_confirm={typed}");
        for path in ["/register", "/register/register", "/api/v1/register?session=cookie"] {
            let headers = [("content-type", FORM), ("sec-fetch-site", "cross-site")];
            let reply = changes_nothing(house, || send(house, "POST", path, &headers, form.as_bytes()));
            assert!(is_refused(&reply), "{path}: {reply:?}");
        }
    });
}

#[test]
fn nobody_is_signed_out_from_elsewhere() {
    on_every_database("", |house| {
        alice(house);
        for (door, path) in [(Door::Pages, "/logout"), (Door::Cookie, "/api/v1/logout")] {
            let visitor = house.visitor(door);
            visitor.login(&[("identifier", "alice"), ("password", PASSWORD)]).done();
            for headers in [("sec-fetch-site", "cross-site"), ("origin", "https://evil.example")] {
                let reply = changes_nothing(house, || visitor.send("POST", path, &[headers], b""));
                assert!(is_refused(&reply), "{reply:?}");
                assert_eq!(reply.cookies().count(), 0);
                assert_eq!(visitor.username().as_deref(), Some("alice"));
            }
        }
    });
}

#[test]
fn a_bearer_token_is_exempt_unless_a_cookie_is_borne_beside_it() {
    on_every_database("", |house| {
        alice(house);
        let cookies = cookies_of(house);
        let visitor = house.visitor(Door::Bearer);
        visitor.login(&[("identifier", "alice"), ("password", PASSWORD)]).done();
        let cross = ("sec-fetch-site", "cross-site");
        let reply =
            changes_nothing(house, || visitor.send("POST", "/api/v1/logout", &[cross, ("cookie", &cookies)], b""));
        assert!(is_refused(&reply), "{reply:?}");
        assert_eq!(visitor.username().as_deref(), Some("alice"));
        assert_eq!(visitor.send("POST", "/api/v1/logout", &[cross], b"").status, 204);
        assert_eq!(visitor.me(), None);
    });
}

#[test]
fn reading_is_not_judged_by_where_it_comes_from() {
    on_every_database("", |house| {
        alice(house);
        let cookies = cookies_of(house);
        for path in ["/api/v1/me", "/account", "/api/v1/forms/login"] {
            let headers = [("sec-fetch-site", "cross-site"), ("cookie", cookies.as_str())];
            let reply = changes_nothing(house, || send(house, "GET", path, &headers, b""));
            assert_eq!(reply.status, 200, "{path}");
        }
    });
}
