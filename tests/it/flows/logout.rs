//! Signing out.

use crate::flows::register::rows;
use crate::house::{on_every_store, through_every_door_and_store};
use crate::people::{PASSWORD, alice};
use crate::visitor::{Door, Visitor};
use serde_json::json;

const FIELDS: [(&str, &str); 2] = [("identifier", "alice"), ("password", PASSWORD)];

/// Whoever holds a copy of what this visitor carries.
fn copy_of<'h>(visitor: &Visitor<'h>) -> Visitor<'h> {
    let copy = visitor.house.visitor(visitor.door);
    *copy.cookies.lock().unwrap() = visitor.cookies.lock().unwrap().clone();
    *copy.tokens.lock().unwrap() = visitor.tokens.lock().unwrap().clone();
    copy
}

#[test]
fn signing_out_ends_this_session_at_the_next_request_and_no_other() {
    through_every_door_and_store("", |house, visitor| {
        alice(house);
        let others: Vec<Visitor<'_>> = Door::ALL.map(|door| house.visitor(door)).into();
        for other in &others {
            other.login(&FIELDS).done();
        }
        visitor.login(&FIELDS).done();
        let copy = copy_of(visitor);
        assert_eq!(copy.username().as_deref(), Some("alice"));

        let outcome = visitor.logout().done();
        if visitor.door == Door::Pages {
            assert_eq!((outcome.reply.status, outcome.reply.header("location")), (303, Some("/login")));
        } else {
            assert_eq!((outcome.reply.status, outcome.reply.body.as_str()), (204, ""));
        }
        for carried in [visitor, &copy] {
            assert_eq!(carried.me(), None);
            assert_eq!(carried.get("/account").status, 303);
        }
        if let Some((_, refresh)) = &*copy.tokens.lock().unwrap() {
            let outcome = house.visitor(Door::Bearer).submit_json("token/refresh", &json!({"refresh_token": refresh}));
            assert_eq!(outcome.reply.status, 401);
            outcome.refused(&["# invalid_token"]);
        }
        assert_eq!(rows(house), [1, 3, 1], "the row is gone, and its tokens with it");
        for other in &others {
            assert_eq!(other.username().as_deref(), Some("alice"), "{:?}", other.door);
        }
    });
}

#[test]
fn only_a_post_signs_out() {
    through_every_door_and_store("", |house, visitor| {
        alice(house);
        visitor.login(&FIELDS).done();
        let before = rows(house);
        for path in ["/logout", "/api/v1/logout", "/logout?confirm=1"] {
            for method in ["GET", "HEAD", "DELETE"] {
                let reply = visitor.send(method, path, &[], b"");
                assert_eq!(reply.status, 405, "{method} {path}");
                if method == "GET" && path.starts_with("/api") {
                    assert_eq!(reply.json()["code"], "method_not_allowed");
                }
                assert_eq!(reply.cookies().count(), 0);
            }
        }
        assert_eq!(rows(house), before);
        assert_eq!(visitor.username().as_deref(), Some("alice"));
    });
}

#[test]
fn signed_out_already_the_api_says_so_and_the_page_goes_on() {
    through_every_door_and_store("logout_redirect_url = '/goodbye'", |house, visitor| {
        let outcome = visitor.logout();
        if visitor.door == Door::Pages {
            assert_eq!((outcome.reply.status, outcome.reply.header("location")), (303, Some("/goodbye")));
        } else {
            assert_eq!(outcome.reply.status, 401);
            outcome.refused(&["# unauthenticated"]);
        }
        alice(house);
        visitor.login(&FIELDS).done();
        let copy = copy_of(visitor);
        visitor.logout().done();
        assert_eq!(copy.logout().reply.status, if visitor.door == Door::Pages { 303 } else { 401 });
        assert_eq!(rows(house)[1], 0);
    });
}

#[test]
fn after_signing_out_the_same_browser_gets_a_new_session() {
    on_every_store("", |house| {
        alice(house);
        let browser = house.visitor(Door::Pages);
        browser.login(&FIELDS).done();
        let first = browser.cookies.lock().unwrap()["countersign"].clone();
        browser.logout().done();
        assert!(!browser.cookies.lock().unwrap().contains_key("countersign"), "the cookie is taken back");
        browser.login(&FIELDS).done();
        let second = browser.cookies.lock().unwrap()["countersign"].clone();
        assert_ne!(first, second);
        browser.cookies.lock().unwrap().insert("countersign".into(), first);
        assert_eq!(browser.me(), None);
    });
}

#[test]
fn a_bearer_that_signs_out_leaves_the_browser_signed_in() {
    on_every_store("", |house| {
        alice(house);
        let both = house.visitor(Door::Pages);
        both.login(&FIELDS).done();
        both.post_json("/api/v1/login", &json!({"identifier": "alice", "password": PASSWORD})).done();
        assert!(both.tokens.lock().unwrap().is_some());
        assert_eq!(rows(house)[1], 2);
        both.post_json("/api/v1/logout", &json!({})).done();
        assert_eq!(both.me(), None, "the token is what counts where there is one");
        *both.tokens.lock().unwrap() = None;
        assert_eq!(rows(house)[1], 1, "only the session that the call bears ends");
    });
}
