//! A new key in `secret_keys` in front of the old one signs nobody out; the old one taken away, what it signed is
//! worth nothing.

use super::{RIGHT, carried};
use crate::house::{House, on_every_database};
use crate::people::{WRONG, alice};
use crate::visitor::{Door, Visitor};
use serde_json::json;

const OLD: &str = "the old key of this installation, 32 bytes and more";
const NEW: &str = "the new key of this installation, 32 bytes and more";

fn keys(list: &[&str]) -> String {
    format!("secret_keys = {}", json!(list))
}

/// What the program that has only the old key gave out: a browser, and a client with tokens.
fn before(house: &House) -> [Visitor<'_>; 2] {
    alice(house);
    [Door::Cookie, Door::Bearer].map(|door| {
        let visitor = house.visitor(door);
        visitor.login(&RIGHT).done();
        visitor
    })
}

/// Strangers shut the account; whether this browser still gets through shows that it is known.
fn is_known(house: &House, browser: &Visitor<'_>) -> bool {
    house.sql("DELETE FROM login_failures");
    for _ in 0..5 {
        let stranger = house.visitor(Door::Bearer);
        stranger.login(&[("identifier", "alice"), ("password", WRONG)]).refused(&["# invalid_credentials"]);
    }
    assert_eq!(house.visitor(Door::Bearer).login(&RIGHT).reply.status, 429);
    let outcome = browser.login(&RIGHT);
    assert!(matches!(outcome.reply.status, 200 | 429), "{outcome:?}");
    outcome.is_done()
}

fn twin(house: &House, list: &[&str]) -> House {
    house.twin(&house.url, &keys(list))
}

#[test]
fn a_new_key_in_front_of_the_old_one_signs_nobody_out() {
    on_every_database(&keys(&[OLD]), |house| {
        let [browser, client] = before(house);
        let rotated = twin(house, &[NEW, OLD]);
        let [browser, client] = [carried(&rotated, &browser), carried(&rotated, &client)];
        assert_eq!(browser.username().as_deref(), Some("alice"));
        assert_eq!(client.username().as_deref(), Some("alice"));
        let refresh = client.tokens.lock().unwrap().clone().unwrap().1;
        client.submit_json("token/refresh", &json!({"refresh_token": refresh})).done();
        assert_eq!(client.username().as_deref(), Some("alice"));
        assert!(is_known(&rotated, &browser), "the mark of the browser still holds");

        // The new key signs: what was given out since then needs the old one no more.
        let retired = twin(house, &[NEW]);
        assert_eq!(carried(&retired, &client).username().as_deref(), Some("alice"));
        assert_eq!(carried(&retired, &browser).username().as_deref(), Some("alice"));
        assert!(is_known(&retired, &carried(&retired, &browser)));
    });
}

#[test]
fn without_the_old_key_what_it_signed_is_worth_nothing() {
    on_every_database(&keys(&[OLD]), |house| {
        let [browser, client] = before(house);
        let retired = twin(house, &[NEW]);
        let client = carried(&retired, &client);
        assert_eq!(client.me(), None, "an access token signed by a key that is gone");
        let refresh = client.tokens.lock().unwrap().clone().unwrap().1;
        client.submit_json("token/refresh", &json!({"refresh_token": refresh})).done();
        assert_eq!(client.username().as_deref(), Some("alice"), "a refresh token is no signed thing");
        assert_eq!(carried(&retired, &browser).username().as_deref(), Some("alice"), "nor is a session");
        assert!(!is_known(&retired, &carried(&retired, &browser)), "the mark of the browser is");
        assert_eq!(carried(house, &client).me(), None, "and the old program does not know the new key");
    });
}

#[test]
fn a_mark_that_is_forged_or_anothers_makes_no_browser_known() {
    on_every_database(&keys(&[OLD]), |house| {
        let [browser, _] = before(house);
        crate::people::bob(house);
        let others = house.visitor(Door::Cookie);
        others.login(&[("identifier", "bob"), ("password", RIGHT[1].1)]).done();
        let own = browser.cookies.lock().unwrap()["countersign_known"].clone();
        let anothers = others.cookies.lock().unwrap()["countersign_known"].clone();
        let cut = own[..own.len() - 2].to_owned();
        for (mark, known) in [(own.as_str(), true), (&anothers, false), (&cut, false), ("x", false), ("", false)] {
            let visitor = house.visitor(Door::Cookie);
            visitor.cookies.lock().unwrap().insert("countersign_known".into(), mark.to_owned());
            assert_eq!(is_known(house, &visitor), known, "{mark}");
        }
    });
}
