//! Where to go afterwards is only ever a path of this site, and what a client says of the host is never repeated.

use super::{FORM, exchange, head};
use crate::house::{House, on_every_database};
use crate::people::{PASSWORD, alice};
use crate::visitor::{Door, Reply};

/// What looks like a path and is none, to one browser or another.
const EVIL: [&str; 26] = [
    "//evil.example",
    "///evil.example",
    "/\\evil.example",
    "\\\\evil.example",
    "\\/evil.example",
    "/\t/evil.example",
    "/\n/evil.example",
    "/\r/evil.example",
    "\t//evil.example",
    " //evil.example",
    "\u{a0}//evil.example",
    "javascript:alert(1)",
    "JaVaScRiPt:alert(1)",
    "data:text/html,evil.example",
    "https:evil.example",
    "https:/evil.example",
    "https://evil.example",
    "HTTPS://EVIL.example",
    "https://127.0.0.1:8000@evil.example",
    "https://127.0.0.1:8000.evil.example/",
    "evil.example",
    "@evil.example",
    ".evil.example",
    "/\u{0}/evil.example",
    "/\r\nSet-Cookie: evil=1",
    "/account\r\nLocation: https://evil.example",
];

#[track_caller]
fn leads_to(reply: &Reply, expected: &str) {
    assert_eq!(reply.status, 303, "{reply:?}");
    let location = reply.header("location").unwrap();
    assert_eq!(location, expected);
    let site = url::Url::parse("http://127.0.0.1:8000/login").unwrap();
    assert_eq!(site.join(location).unwrap().origin(), site.origin(), "{location}");
}

fn encoded(text: &str) -> String {
    url::form_urlencoded::byte_serialize(text.as_bytes()).collect()
}

#[test]
fn no_next_of_a_login_leads_off_the_site() {
    on_every_database("", |house| {
        alice(house);
        for evil in EVIL {
            let own = [("identifier", "alice"), ("password", PASSWORD)];
            let mut with_next = own.to_vec();
            with_next.push(("next", evil));
            leads_to(&house.visitor(Door::Pages).post_form("/login", &with_next).reply, "/account");
            let path = format!("/login?next={}", encoded(evil));
            leads_to(&house.visitor(Door::Pages).post_form(&path, &own).reply, "/account");
        }
    });
}

#[test]
fn no_next_of_a_registration_leads_off_the_site() {
    on_every_database("", |house| {
        for (index, evil) in EVIL.iter().enumerate() {
            for (form, query) in [("next", ""), ("", "?next=")] {
                let path =
                    if query.is_empty() { "/register".into() } else { format!("/register?next={}", encoded(evil)) };
                let name = format!("user{index}{form}");
                let mut fields =
                    vec![("username", name.as_str()), ("password", PASSWORD), ("password_confirm", PASSWORD)];
                if query.is_empty() {
                    fields.push(("next", evil));
                }
                leads_to(&house.visitor(Door::Pages).post_form(&path, &fields).reply, "/account");
            }
        }
    });
}

#[test]
fn no_page_carries_an_evil_next_on() {
    let house = House::build(crate::house::Database::Sqlite, "");
    alice(&house);
    for evil in EVIL {
        for path in ["/login", "/register"] {
            let reply = house.visitor(Door::Pages).get(&format!("{path}?next={}", encoded(evil)));
            assert_eq!(reply.status, 200);
            assert!(!reply.body.contains("name=\"next\""), "{path} {evil:?}");
            assert!(!reply.body.contains("evil.example"), "{path} {evil:?}");
            let refused = house.visitor(Door::Pages).post_form(path, &[("next", evil)]);
            assert_eq!(refused.reply.status, 422);
            assert!(!refused.reply.body.contains("evil.example"), "{path} {evil:?}");
        }
        let visitor = house.visitor(Door::Pages);
        visitor.login(&[("identifier", "alice"), ("password", PASSWORD)]).done();
        for path in ["/login", "/register"] {
            leads_to(&visitor.get(&format!("{path}?next={}", encoded(evil))), "/account");
            leads_to(&visitor.post_form(path, &[("next", evil)]).reply, "/account");
        }
    }
}

#[test]
fn a_path_of_this_site_is_followed_through_login_and_registration() {
    on_every_database("", |house| {
        alice(house);
        let visitor = house.visitor(Door::Pages);
        leads_to(&visitor.get("/account?a=1&b=2"), "/login?next=%2Faccount%3Fa%3D1%26b%3D2");
        let page = visitor.get("/login?next=%2Faccount%3Fa%3D1%26b%3D2").body;
        let kept = "name=\"next\" value=\"/account?a=1&amp;b=2\"";
        assert!(page.replace("&#x2F;", "/").contains(kept), "{page}");
        assert!(
            page.contains("/register?next=%2Faccount%3Fa%3D1%26b%3D2"),
            "the link to registration keeps it: {page}"
        );
        let refused = visitor.post_form("/login", &[("identifier", "alice"), ("next", "/account?a=1&b=2")]);
        assert!(refused.reply.body.replace("&#x2F;", "/").contains(kept), "a refused form keeps it");
        let own = [("identifier", "alice"), ("password", PASSWORD), ("next", "/account?a=1&b=2")];
        leads_to(&visitor.post_form("/login", &own).reply, "/account?a=1&b=2");
        let new = [
            ("username", "carol"),
            ("password", PASSWORD),
            ("password_confirm", PASSWORD),
            ("next", "/account?from=register"),
        ];
        leads_to(&house.visitor(Door::Pages).post_form("/register", &new).reply, "/account?from=register");
    });
}

#[test]
fn what_a_client_says_of_the_host_is_never_repeated() {
    let house = House::build(crate::house::Database::Sqlite, "");
    alice(&house);
    let body = format!("identifier=alice&password={}", PASSWORD.replace(' ', "+"));
    let length = body.len().to_string();
    let poisoned = [
        ("Host", "evil.example"),
        ("X-Forwarded-Host", "evil.example"),
        ("X-Forwarded-Server", "evil.example"),
        ("X-Forwarded-Proto", "https"),
        ("X-Original-URL", "https://evil.example/"),
        ("X-Host", "evil.example"),
        ("Forwarded", "host=evil.example;proto=https;for=203.0.113.7"),
    ];
    let paths = ["/", "/login", "/register", "/account", "/nowhere", "/healthz", "/api/v1/me", "/api/v1/forms/login"];
    for host in [&poisoned[..], &poisoned[1..], &poisoned[..1]] {
        for path in paths {
            for target in [path.to_owned(), format!("http://evil.example{path}")] {
                let reply = exchange(&house, head("GET", &target, host).as_bytes());
                assert!(!format!("{reply:?}").contains("evil.example"), "{target}: {reply:?}");
                assert!(reply.status < 500, "{target}: {reply:?}");
            }
        }
        for body in [body.as_str(), "identifier=alice&password=wrong"] {
            let mut headers = host.to_vec();
            let length = if body.ends_with("wrong") { body.len().to_string() } else { length.clone() };
            headers.extend([("Content-Type", FORM), ("Content-Length", &length), ("Sec-Fetch-Site", "same-origin")]);
            let reply = exchange(&house, (head("POST", "/login", &headers) + body).as_bytes());
            assert!(matches!(reply.status, 303 | 422), "{reply:?}");
            assert!(!format!("{reply:?}").contains("evil.example"), "{reply:?}");
        }
    }
}
