//! The cookies: their flags on every reply that sets one, their names, and the keys they are signed with.

mod keys;

use crate::house::{House, on_every_database};
use crate::people::{PASSWORD, WRONG, alice};
use crate::visitor::{Door, Reply, Visitor};
use std::collections::BTreeMap;

const RIGHT: [(&str, &str); 2] = [("identifier", "alice"), ("password", PASSWORD)];

/// A `Set-Cookie`, taken apart: name, value, and attributes by their lower-case names.
struct SetCookie {
    name: String,
    value: String,
    attributes: BTreeMap<String, String>,
}

fn set_cookies(reply: &Reply) -> Vec<SetCookie> {
    let parse = |text: &str| {
        let mut parts = text.split(';').map(str::trim);
        let (name, value) = parts.next().unwrap().split_once('=').unwrap();
        let halves = parts.map(|part| part.split_once('=').unwrap_or((part, "")));
        let attributes = halves.map(|(key, value)| (key.to_ascii_lowercase(), value.to_owned())).collect();
        SetCookie { name: name.to_owned(), value: value.to_owned(), attributes }
    };
    reply.cookies().map(parse).collect()
}

/// Everything somebody can do that might set a cookie, refusals among them.
fn a_walk(house: &House) -> Vec<(String, Reply)> {
    let mut all: Vec<(String, Reply)> = Vec::new();
    for door in [Door::Pages, Door::Cookie] {
        let visitor = house.visitor(door);
        let mut note = |what: &str, reply: Reply| all.push((format!("{door:?} {what}"), reply));
        for stage in ["as a stranger", "with a session that has ended"] {
            note(&format!("page {stage}"), visitor.get("/login"));
            note(&format!("none {stage}"), visitor.get("/nowhere"));
            note(&format!("me {stage}"), visitor.get("/api/v1/me"));
            note(&format!("wrong {stage}"), visitor.login(&[("identifier", "alice"), ("password", WRONG)]).reply);
            note(&format!("mistaken {stage}"), visitor.login(&[("identifier", "alice")]).reply);
            note(&format!("taken {stage}"), visitor.register(&[("username", "alice"), ("password", PASSWORD)]).reply);
            let elsewhere = [("sec-fetch-site", "cross-site"), ("content-type", "application/x-www-form-urlencoded")];
            note(&format!("cross {stage}"), visitor.send("POST", "/login", &elsewhere, b"identifier=alice&password=x"));
            note(&format!("method {stage}"), visitor.send("DELETE", "/login", &[], b""));
            let json = [("content-type", "application/json"), ("sec-fetch-site", "same-origin")];
            note(&format!("malformed {stage}"), visitor.send("POST", "/api/v1/login?session=cookie", &json, b"{"));
            house.sql("DELETE FROM login_failures; DELETE FROM sessions");
            note(&format!("login {stage}"), visitor.login(&RIGHT).done().reply);
            note(&format!("account {stage}"), visitor.get("/account"));
            house.sql("DELETE FROM sessions");
        }
        note("login again", visitor.login(&RIGHT).done().reply);
        note("logout", visitor.logout().done().reply);
        let name = format!("{}{}", "carol", all_names(door));
        all.push((
            format!("{door:?} register"),
            visitor.register(&[("username", &name), ("password", PASSWORD)]).done().reply,
        ));
    }
    all
}

fn all_names(door: Door) -> &'static str {
    if door == Door::Pages { "-pages" } else { "-cookie" }
}

/// Every cookie set on the walk has these flags, and both cookies are set at each sign-in.
fn every_cookie_is(house: &House, name: &str, secure: bool, same_site: &str) {
    alice(house);
    let known = format!("{name}_known");
    let mut seen = 0;
    for (what, reply) in a_walk(house) {
        let cookies = set_cookies(&reply);
        for cookie in &cookies {
            let on = format!("{what}: {} {:?}", cookie.name, cookie.attributes);
            assert!(cookie.name == name || cookie.name == known, "{on}");
            assert!(cookie.attributes.contains_key("httponly"), "{on}");
            assert_eq!(cookie.attributes.contains_key("secure"), secure, "{on}");
            assert_eq!(cookie.attributes.get("samesite").map(String::as_str), Some(same_site), "{on}");
            assert_eq!(cookie.attributes.get("path").map(String::as_str), Some("/"), "{on}");
            assert!(!cookie.attributes.contains_key("domain"), "{on}");
            seen += 1;
        }
        let enters = what.contains("login") || what.contains("register");
        assert_eq!(cookies.iter().filter(|cookie| cookie.name == known).count(), usize::from(enters), "{what}");
        if enters {
            assert_eq!(cookies.iter().filter(|cookie| cookie.name == name).count(), 1, "{what}");
        }
        let bare = |cookie: &SetCookie| {
            cookie.value.is_empty() == (cookie.attributes.get("max-age").is_some_and(|age| age == "0"))
        };
        assert!(cookies.iter().all(bare), "{what}: a cookie is taken back with an empty value, and only then");
        if what.contains("logout") {
            assert!(cookies.iter().any(|cookie| cookie.name == name && cookie.value.is_empty()), "{what}");
            assert!(cookies.iter().all(|cookie| cookie.name != known), "the mark of the browser stays");
        }
    }
    assert!(seen >= 18, "{seen}");
}

#[test]
fn every_cookie_has_its_flags_whatever_the_reply() {
    on_every_database("", |house| every_cookie_is(house, "countersign", false, "Lax"));
}

#[test]
fn under_https_every_cookie_is_secure_and_bound_to_the_host() {
    on_every_database("public_url = 'https://id.example.org'", |house| {
        every_cookie_is(house, "__Host-countersign", true, "Lax");
    });
    on_every_database("[sessions]\ncookie_secure = true", |house| {
        every_cookie_is(house, "__Host-countersign", true, "Lax");
    });
    on_every_database("public_url = 'https://id.example.org'\n[sessions]\ncookie_secure = false", |house| {
        every_cookie_is(house, "countersign", false, "Lax");
    });
}

#[test]
fn the_name_and_same_site_are_those_of_the_settings() {
    on_every_database("[sessions]\ncookie_name = 'members'\nsame_site = 'strict'", |house| {
        every_cookie_is(house, "members", false, "Strict");
    });
    on_every_database("[sessions]\ncookie_name = 'members'\nsame_site = 'none'\ncookie_secure = true", |house| {
        every_cookie_is(house, "__Host-members", true, "None");
    });
}

#[test]
fn nothing_sets_a_cookie_for_a_client_with_tokens() {
    on_every_database("", |house| {
        alice(house);
        let visitor = house.visitor(Door::Bearer);
        let mut replies = vec![
            visitor.get("/api/v1/me"),
            visitor.login(&[("identifier", "alice"), ("password", WRONG)]).reply,
            visitor.login(&[("identifier", "alice")]).reply,
            visitor.login(&RIGHT).done().reply,
            visitor.get("/api/v1/me"),
        ];
        let refresh = visitor.tokens.lock().unwrap().clone().unwrap().1;
        let body = serde_json::json!({"refresh_token": refresh});
        replies.push(visitor.submit_json("token/refresh", &body).done().reply);
        replies.push(visitor.logout().done().reply);
        let other = house.visitor(Door::Bearer);
        replies.push(other.register(&[("username", "carol"), ("password", PASSWORD)]).done().reply);
        replies.push(other.login(&[("username", "carol"), ("password", PASSWORD), ("remember_me", "true")]).reply);
        for reply in replies {
            assert_eq!(reply.cookies().count(), 0, "{reply:?}");
        }
    });
}

#[test]
fn a_remembered_cookie_ends_with_its_session_and_the_mark_after_400_days() {
    on_every_database("[sessions]\nabsolute_timeout = '20d'\nidle_timeout = '3d'", |house| {
        alice(house);
        let reply = house.visitor(Door::Pages).login(&[RIGHT[0], RIGHT[1], ("remember_me", "true")]).done().reply;
        let age = |name: &str| {
            let cookies = set_cookies(&reply);
            let cookie = cookies.iter().find(|cookie| cookie.name == name).unwrap();
            cookie.attributes["max-age"].parse::<u64>().unwrap()
        };
        let day = 24 * 3600;
        assert_eq!(age("countersign"), 20 * day);
        assert!(age("countersign_known") <= 400 * day, "browsers keep none longer");
    });
}

#[test]
fn a_cookie_without_the_prefix_is_not_taken_where_it_is_due() {
    on_every_database("[sessions]\ncookie_secure = true", |house| {
        alice(house);
        let visitor = house.visitor(Door::Cookie);
        visitor.login(&RIGHT).done();
        let real = visitor.cookies.lock().unwrap()["__Host-countersign"].clone();
        visitor.cookies.lock().unwrap().clear();
        visitor.cookies.lock().unwrap().insert("countersign".into(), real);
        assert_eq!(visitor.me(), None);
    });
}

/// Carries what `from` carries, to the other program.
fn carried<'h>(house: &'h House, from: &Visitor<'_>) -> Visitor<'h> {
    let to = house.visitor(from.door);
    *to.cookies.lock().unwrap() = from.cookies.lock().unwrap().clone();
    *to.tokens.lock().unwrap() = from.tokens.lock().unwrap().clone();
    to
}
