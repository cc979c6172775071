//! Where somebody is signed in, and ending it from elsewhere.

use crate::house::{House, on_every_store, through_every_door_and_store};
use crate::people::{PASSWORD, alice, bob};
use crate::visitor::{Door, Reply, Visitor};
use serde_json::{Value, json};
use std::time::Duration;

const FIREFOX: &str = "Mozilla/5.0 (X11; Linux x86_64; rv:145.0) Gecko/20100101 Firefox/145.0";

fn signed_in<'h>(house: &'h House, door: Door, name: &str) -> Visitor<'h> {
    let visitor = house.visitor(door);
    visitor.headers.lock().unwrap().push(("user-agent".into(), FIREFOX.into()));
    visitor.login(&[("identifier", name), ("password", PASSWORD)]).done();
    house.later(Duration::from_secs(1));
    visitor
}

fn list(visitor: &Visitor<'_>, query: &str) -> (Reply, Vec<Value>) {
    let reply = visitor.get(&format!("/api/v1/me/sessions{query}"));
    assert_eq!(reply.status, 200, "{reply:?}");
    let all = reply.json().as_array().unwrap().clone();
    (reply, all)
}

fn id(visitor: &Visitor<'_>) -> String {
    let (_, all) = list(visitor, "");
    all.iter().find(|one| one["current"] == true).unwrap()["id"].as_str().unwrap().to_owned()
}

fn delete(visitor: &Visitor<'_>, path: &str) -> u16 {
    visitor.send("DELETE", &format!("/api/v1/me/sessions{path}"), &[], b"").status
}

#[test]
fn the_list_says_what_is_known_of_each_newest_first() {
    on_every_store("", |house| {
        alice(house);
        bob(house);
        let bearer = signed_in(house, Door::Bearer, "alice");
        let cookie = signed_in(house, Door::Cookie, "alice");
        signed_in(house, Door::Cookie, "bob");
        let (reply, all) = list(&bearer, "");
        assert_eq!(reply.header("link"), None);
        let currents: Vec<&Value> = all.iter().map(|one| &one["current"]).collect();
        assert_eq!(currents, [false, true]);
        let mut one = all[1].clone();
        assert_eq!(one.as_object_mut().unwrap().remove("id").unwrap(), json!(id(&bearer)));
        assert_eq!(
            one,
            json!({
                "created_at": "2026-11-22T10:00:00Z", "last_used_at": "2026-11-22T10:00:00Z",
                "expires_at": "2026-12-06T10:00:00Z", "ip": "127.0.0.1", "user_agent": FIREFOX, "current": true,
            })
        );
        assert_eq!(list(&cookie, "").1[0]["expires_at"], "2026-11-22T22:00:01Z", "without remember_me");
        house.later(Duration::from_secs(12 * 3600));
        let token = bearer.tokens.lock().unwrap().as_ref().unwrap().1.clone();
        bearer.submit_json("token/refresh", &json!({"refresh_token": token})).done();
        assert_eq!(list(&bearer, "").1.len(), 1, "those past their time are not listed, pruned or not");
        assert_eq!(house.count("SELECT count(*) FROM sessions"), 3);
        assert_eq!(house.visitor(Door::Bearer).get("/api/v1/me/sessions").status, 401);
    });
}

#[test]
fn a_long_list_comes_a_page_at_a_time() {
    on_every_store("", |house| {
        alice(house);
        let all: Vec<Visitor<'_>> = (0..5).map(|_| signed_in(house, Door::Bearer, "alice")).collect();
        let mut ids: Vec<String> = all.iter().map(id).collect();
        ids.reverse();
        let mut path = "/api/v1/me/sessions?limit=2".to_owned();
        let mut seen = Vec::new();
        for size in [2, 2, 1] {
            let reply = all[0].get(&path);
            let page: Vec<String> =
                reply.json().as_array().unwrap().iter().map(|one| one["id"].as_str().unwrap().to_owned()).collect();
            assert_eq!(page.len(), size);
            seen.extend(page);
            match reply.header("link") {
                Some(link) => {
                    let link = link.strip_prefix("<http://127.0.0.1:8000").unwrap();
                    path = link.strip_suffix(">; rel=\"next\"").unwrap().to_owned();
                }
                None => assert_eq!(size, 1),
            }
        }
        assert_eq!(seen, ids);
        for (query, mistakes) in [
            ("?limit=0", vec!["limit"]),
            ("?limit=101", vec!["limit"]),
            ("?limit=x", vec!["limit"]),
            ("?cursor=x", vec!["cursor"]),
            ("?limit=&cursor=1", vec!["limit", "cursor"]),
        ] {
            let reply = all[0].get(&format!("/api/v1/me/sessions{query}"));
            let errors = reply.json()["errors"].clone();
            let found: Vec<(String, &str)> = errors
                .as_array()
                .unwrap()
                .iter()
                .map(|e| (e["pointer"].as_str().unwrap().to_owned(), e["code"].as_str().unwrap()))
                .collect();
            let wanted: Vec<(String, &str)> = mistakes.iter().map(|name| (format!("#/{name}"), "invalid")).collect();
            assert_eq!((reply.status, found), (422, wanted), "{query}");
        }
    });
}

#[test]
fn one_that_is_ended_is_out_at_its_next_request_and_only_that_one() {
    through_every_door_and_store("", |house, visitor| {
        alice(house);
        bob(house);
        visitor.login(&[("identifier", "alice"), ("password", PASSWORD)]).done();
        let others = Door::ALL.map(|door| signed_in(house, door, "alice"));
        let stranger = signed_in(house, Door::Cookie, "bob");
        let theirs = id(&stranger);
        let end = |id: &str| match visitor.door {
            Door::Pages => visitor.post_form("/account/sessions", &[("session", id)]).reply.status,
            _ => delete(visitor, &format!("/{id}")),
        };
        for unknown in [theirs.as_str(), "0199f000-0000-7000-8000-000000000000", "x", "%00"] {
            assert_eq!(end(unknown), 404, "{unknown}");
        }
        assert_eq!(house.count("SELECT count(*) FROM sessions"), 5);
        let done = if visitor.door == Door::Pages { 303 } else { 204 };
        let first = id(&others[0]);
        assert_eq!(end(&first), done);
        assert_eq!(end(&first), 404, "it is gone");
        assert_eq!(others[0].me(), None);
        assert!(others[1].me().is_some() && others[2].me().is_some() && visitor.me().is_some());
        let ended = || house.count("SELECT count(*) FROM account_events WHERE kind = 'session_ended'");
        assert_eq!(ended(), 1);

        let all = match visitor.door {
            Door::Pages => visitor.post_form("/account/sessions", &[]).reply.status,
            _ => delete(visitor, ""),
        };
        assert_eq!(all, done);
        assert!(others.iter().all(|other| other.me().is_none()));
        assert!(visitor.me().is_some() && stranger.me().is_some());
        assert_eq!(ended(), 2);
        assert_eq!(house.posted(), 0);

        assert_eq!(end(&id(visitor)), done, "one's own is signing out");
        assert_eq!(visitor.me(), None);
        assert_eq!(house.count("SELECT count(*) FROM account_events WHERE kind = 'logout'"), 1);
        assert_eq!(house.count("SELECT count(*) FROM sessions"), 1);
    });
}

#[test]
fn from_another_site_nothing_is_ended() {
    on_every_store("", |house| {
        alice(house);
        let visitor = signed_in(house, Door::Cookie, "alice");
        let other = signed_in(house, Door::Cookie, "alice");
        for (method, path) in [
            ("DELETE", "/api/v1/me/sessions".to_owned()),
            ("DELETE", format!("/api/v1/me/sessions/{}", id(&other))),
            ("POST", "/account/sessions".to_owned()),
        ] {
            let reply = visitor.send(method, &path, &[("sec-fetch-site", "cross-site")], b"");
            assert_eq!(reply.status, 403, "{method} {path}");
        }
        let reply = visitor.call("DELETE", "/api/v1/me/sessions", &json!({"password": "x"}));
        reply.refused(&["password unknown_field"]);
        assert!(visitor.me().is_some() && other.me().is_some());
    });
}

#[test]
fn the_page_says_it_in_words() {
    on_every_store("", |house| {
        alice(house);
        let visitor = signed_in(house, Door::Pages, "alice");
        assert!(!visitor.get("/account/sessions").body.contains("End all others"));
        house.visitor(Door::Bearer).login(&[("identifier", "alice"), ("password", PASSWORD)]).done();
        house.later(Duration::from_secs(3 * 3600));
        let page = visitor.get("/account/sessions").body;
        for words in [
            "Firefox on Linux",
            "This one",
            "An app or script",
            "127.0.0.1",
            "just now",
            "3 hours ago",
            "End all others",
        ] {
            assert!(page.contains(words), "{words}: {page}");
        }
        assert_eq!(visitor.get("/account/sessions?limit=1").body.matches("class=\"session\"").count(), 1);
        assert!(visitor.get("/account/sessions?limit=1").body.contains("Older ones"));
        assert_eq!(house.visitor(Door::Pages).get("/account/sessions").status, 303);
    });
}
