//! A new pair of tokens for a refresh token.

use crate::flows::register::rows;
use crate::house::{House, on_every_database};
use crate::people::{PASSWORD, alice};
use crate::visitor::{Door, Outcome};
use countersign::accounts::Actor;
use serde_json::{Value, json};
use std::time::Duration;

const DAY: Duration = Duration::from_secs(24 * 3600);

/// Signs alice in and gives her pair of tokens.
fn pair(house: &House) -> (String, String) {
    let visitor = house.visitor(Door::Bearer);
    visitor.login(&[("identifier", "alice"), ("password", PASSWORD)]).done();
    visitor.tokens.lock().unwrap().clone().unwrap()
}

fn present(house: &House, token: &str) -> Outcome {
    house.visitor(Door::Bearer).submit_json("token/refresh", &json!({"refresh_token": token}))
}

#[track_caller]
fn refreshed(house: &House, token: &str) -> (String, String) {
    let body = present(house, token).done().reply.json();
    (body["access_token"].as_str().unwrap().to_owned(), body["refresh_token"].as_str().unwrap().to_owned())
}

#[track_caller]
fn refused(house: &House, token: &str) {
    let outcome = present(house, token);
    assert_eq!(outcome.reply.status, 401, "{:?}", outcome.reply);
    outcome.refused(&["# invalid_token"]);
}

fn is_in(house: &House, access: &str) -> bool {
    let visitor = house.visitor(Door::Bearer);
    *visitor.tokens.lock().unwrap() = Some((access.to_owned(), String::new()));
    visitor.me().is_some()
}

#[test]
fn a_refresh_token_gives_a_new_pair_in_the_same_session() {
    on_every_database("", |house| {
        alice(house);
        let (access, refresh) = pair(house);
        let reply = present(house, &refresh).done().reply;
        assert_eq!((reply.status, reply.cookies().count()), (200, 0));
        assert_eq!(reply.header("cache-control"), Some("no-store"));
        let body = reply.json();
        let mut members: Vec<&str> = body.as_object().unwrap().keys().map(String::as_str).collect();
        members.sort_unstable();
        assert_eq!(members, ["access_token", "expires_in", "refresh_token", "token_type"]);
        assert_eq!((&body["token_type"], &body["expires_in"]), (&json!("Bearer"), &json!(300)));
        assert_ne!(body["refresh_token"], json!(refresh));
        assert_ne!(body["access_token"], json!(access));
        assert!(is_in(house, body["access_token"].as_str().unwrap()));
        assert_eq!(rows(house)[1], 1, "no other session was begun");
        refreshed(house, body["refresh_token"].as_str().unwrap());
    });
}

#[test]
fn a_refresh_token_used_twice_ends_its_session_at_once() {
    on_every_database("", |house| {
        alice(house);
        let (other, other_refresh) = pair(house);
        let (first_access, first) = pair(house);
        let (second_access, second) = refreshed(house, &first);
        let (third_access, third) = refreshed(house, &second);
        refused(house, &first);
        for access in [first_access, second_access, third_access] {
            assert!(!is_in(house, &access));
        }
        for token in [&first, &second, &third] {
            refused(house, token);
        }
        assert_eq!(rows(house), [1, 1, 1]);
        assert!(is_in(house, &other), "another session of the account goes on");
        refreshed(house, &other_refresh);
    });
}

#[test]
fn a_refresh_token_lives_fourteen_days_and_not_an_instant_longer() {
    on_every_database("", |house| {
        alice(house);
        let (_, early) = pair(house);
        let (_, late) = pair(house);
        house.later(14 * DAY - Duration::from_micros(1));
        refreshed(house, &early);
        house.later(Duration::from_micros(1));
        refused(house, &late);
    });
}

#[test]
fn refreshing_goes_on_until_the_absolute_limit_and_no_longer() {
    on_every_database("", |house| {
        alice(house);
        let (_, mut refresh) = pair(house);
        for _ in 0..2 {
            house.later(13 * DAY);
            refresh = refreshed(house, &refresh).1;
        }
        house.later(4 * DAY - Duration::from_secs(1));
        let (access, refresh) = refreshed(house, &refresh);
        assert!(is_in(house, &access));
        house.later(Duration::from_secs(1));
        assert!(!is_in(house, &access), "the access token ends with its session");
        refused(house, &refresh);
    });
}

#[test]
fn the_times_are_those_of_the_settings() {
    on_every_database("[tokens]\naccess_ttl = '1m'\nrefresh_ttl = '1h'", |house| {
        alice(house);
        let (access, refresh) = pair(house);
        house.later(Duration::from_secs(59));
        assert!(is_in(house, &access));
        house.later(Duration::from_secs(1));
        assert!(!is_in(house, &access));
        let reply = present(house, &refresh).done().reply;
        assert_eq!(reply.json()["expires_in"], 60);
        house.later(Duration::from_secs(3600));
        refused(house, reply.json()["refresh_token"].as_str().unwrap());
    });
}

#[test]
fn what_is_no_refresh_token_is_refused_and_changes_nothing() {
    on_every_database("", |house| {
        alice(house);
        let (access, refresh) = pair(house);
        let browser = house.visitor(Door::Cookie);
        browser.login(&[("identifier", "alice"), ("password", PASSWORD)]).done();
        let cookie = browser.cookies.lock().unwrap()["countersign"].clone();
        let key = cookie.rsplit(['=', '%']).next().unwrap().to_owned();
        let nonsense = [
            "x".to_owned(),
            " ".to_owned(),
            "A".repeat(43),
            "A".repeat(10_000),
            format!(" {refresh}"),
            format!("{refresh} "),
            format!("{refresh}="),
            refresh.to_lowercase(),
            refresh[..42].to_owned(),
            "nul\0inside".to_owned(),
            "ünïcode".to_owned(),
            access.clone(),
            cookie.clone(),
            key[key.len().saturating_sub(43)..].to_owned(),
        ];
        let before = rows(house);
        for token in &nonsense {
            refused(house, token);
        }
        assert_eq!(rows(house), before);
        assert_eq!(house.count("SELECT count(*) FROM refresh_tokens WHERE spent_at IS NOT NULL"), 0);
        assert!(is_in(house, &access) && browser.me().is_some());
        assert!(!is_in(house, &refresh), "a refresh token is no access token");
        refreshed(house, &refresh);
    });
}

#[test]
fn an_absent_blank_or_mistyped_token_is_a_mistake_of_form() {
    let cases: [(Value, &[&str]); 8] = [
        (json!({}), &["refresh_token required"]),
        (json!({"refresh_token": null}), &["refresh_token required"]),
        (json!({"refresh_token": ""}), &["refresh_token blank"]),
        (json!({"refresh_token": 5}), &["refresh_token invalid"]),
        (json!({"refresh_token": ["x"]}), &["refresh_token invalid"]),
        (json!({"refresh_token": true}), &["refresh_token invalid"]),
        (json!({"refresh_token": "x", "grant_type": "refresh_token"}), &["grant_type unknown_field"]),
        (json!({"token": "x"}), &["refresh_token required", "token unknown_field"]),
    ];
    on_every_database("", |house| {
        alice(house);
        let (_, refresh) = pair(house);
        for (body, mistakes) in &cases {
            let outcome = house.visitor(Door::Bearer).submit_json("token/refresh", body);
            assert_eq!(outcome.reply.status, 422, "{body}");
            outcome.refused(mistakes);
        }
        let reply = house.visitor(Door::Bearer).get("/api/v1/token/refresh");
        assert_eq!((reply.status, &reply.json()["code"]), (405, &json!("method_not_allowed")));
        let form = [("content-type", "application/x-www-form-urlencoded")];
        let body = format!("refresh_token={refresh}");
        let reply = house.visitor(Door::Bearer).send("POST", "/api/v1/token/refresh", &form, body.as_bytes());
        assert_eq!(reply.status, 200, "form-encoded is read too");
    });
}

#[test]
fn a_token_of_an_account_that_is_shut_out_or_gone_is_refused() {
    on_every_database("", |house| {
        let user = alice(house);
        let (access, refresh) = pair(house);
        house.sql("UPDATE users SET is_active = FALSE");
        refused(house, &refresh);
        assert!(!is_in(house, &access));
        house.sql("UPDATE users SET is_active = TRUE");

        let (access, refresh) = pair(house);
        house.work(|accounts, cx| accounts.set_active(cx, Actor::Shell, user.id, false));
        refused(house, &refresh);
        house.work(|accounts, cx| accounts.set_active(cx, Actor::Shell, user.id, true));
        refused(house, &refresh);
        assert!(!is_in(house, &access), "deactivated once, the session stays ended");

        let (access, refresh) = pair(house);
        house.work(|accounts, cx| accounts.delete_user(cx, Actor::Shell, user.id));
        refused(house, &refresh);
        assert!(!is_in(house, &access));
        assert_eq!(rows(house), [0, 0, 0]);
    });
}
