//! The chain of backends decides which identifiers let somebody in, and which boxes the login page has.

use crate::flows::register::forms::boxes;
use crate::house::{House, on_every_database, through_every_door};
use crate::people::{PASSWORD, WRONG, alice, bob};
use crate::visitor::{Door, Visitor};

const NAME: (&str, &str) = ("username", "alice");
const EMAIL: (&str, &str) = ("email", "alice@example.org");
const PHONE: (&str, &str) = ("phone", "+4915123456789");

/// What a login with the right password of these identifiers comes to: in, or refused for one hash.
#[track_caller]
fn comes_in(house: &House, visitor: &Visitor<'_>, given: &[(&str, &str)]) -> bool {
    house.sql("DELETE FROM login_failures");
    let mut fields = given.to_vec();
    fields.push(("password", PASSWORD));
    let (hashes, outcome) = house.hashes_of(|| visitor.login(&fields));
    if outcome.is_done() {
        assert_eq!(visitor.username().as_deref(), Some("alice"));
        return true;
    }
    let outcome = outcome.refused(&["# invalid_credentials"]);
    assert_eq!(outcome.reply.status, if visitor.door == Door::Pages { 422 } else { 401 });
    assert_eq!(hashes, 1, "{given:?}");
    assert_eq!(visitor.me(), None);
    false
}

#[test]
fn a_chain_lets_in_by_the_kinds_it_takes_and_by_no_other() {
    let chains = [
        ("['username']", [true, false, false]),
        ("['email']", [false, true, false]),
        ("['phone']", [false, false, true]),
        ("['username_or_email']", [true, true, false]),
        ("['username_or_phone']", [true, false, true]),
        ("['any']", [true, true, true]),
        ("['phone', 'username']", [true, false, true]),
        ("['email', 'username_or_phone']", [true, true, true]),
    ];
    for (chain, taken) in chains {
        through_every_door(&format!("authentication_backends = {chain}"), |house, first| {
            alice(house);
            for (own, taken) in [NAME, EMAIL, PHONE].into_iter().zip(taken) {
                for name in [own.0, "identifier"] {
                    let visitor = house.visitor(first.door);
                    assert_eq!(comes_in(house, &visitor, &[(name, own.1)]), taken, "{chain} {name} {}", own.1);
                }
            }
        });
    }
}

#[test]
fn an_identifier_that_no_backend_asks_for_is_checked_all_the_same() {
    through_every_door("authentication_backends = ['username_or_phone']", |house, first| {
        alice(house);
        bob(house);
        let visitor = || house.visitor(first.door);
        assert!(comes_in(house, &visitor(), &[NAME, EMAIL]));
        assert!(comes_in(house, &visitor(), &[EMAIL, PHONE]));
        assert!(!comes_in(house, &visitor(), &[NAME, ("email", "bob@example.org")]));
        assert!(!comes_in(house, &visitor(), &[NAME, ("email", "nobody@example.org")]));
        assert!(!comes_in(house, &visitor(), &[NAME, ("email", "no address")]));
        assert!(!comes_in(house, &visitor(), &[EMAIL]));
    });
}

#[test]
fn the_page_has_the_one_box_that_the_chain_needs() {
    let chains = [
        ("", "identifier", "text"),
        ("authentication_backends = ['username']", "username", "text"),
        ("authentication_backends = ['email']", "email", "email"),
        ("authentication_backends = ['phone']", "phone", "tel"),
        ("authentication_backends = ['username_or_email']", "identifier", "text"),
        ("authentication_backends = ['username_or_phone']", "identifier", "text"),
        ("authentication_backends = ['any']", "identifier", "text"),
        ("authentication_backends = ['email', 'phone']", "identifier", "text"),
        ("phone_authentication_active = false", "identifier", "text"),
        ("phone_authentication_active = false\nauthentication_backends = ['any']", "identifier", "text"),
    ];
    for (settings, name, kind) in chains {
        on_every_database(settings, |house| {
            let page = house.visitor(Door::Pages).get("/login");
            assert_eq!(page.status, 200);
            assert_eq!(boxes(&page.body), [name, "password", "remember_me"], "{settings}");
            let form = house.visitor(Door::Bearer).get("/api/v1/forms/login").json();
            assert_eq!(form["name"], "login");
            assert!(form["title"].is_string());
            let fields: Vec<_> = form["fields"].as_array().unwrap().iter().collect();
            let told: Vec<_> =
                fields.iter().map(|f| (f["name"].as_str().unwrap(), f["type"].as_str().unwrap())).collect();
            assert_eq!(told, [(name, kind), ("password", "password"), ("remember_me", "checkbox")]);
            let required: Vec<_> = fields.iter().map(|field| field["required"].as_bool().unwrap()).collect();
            assert_eq!(required, [true, true, false]);
            assert!(fields.iter().all(|field| field["label"].as_str().is_some_and(|label| !label.is_empty())));
            if settings.contains("phone_authentication_active") {
                assert!(!fields[0]["label"].as_str().unwrap().to_lowercase().contains("phone"));
                assert!(!page.body.to_lowercase().contains("phone"), "nothing speaks of phones");
            }
        });
    }
}

#[test]
fn programs_are_told_what_may_stand_in_the_place_of_the_first_box_and_it_signs_in() {
    for (settings, instead) in [
        ("", vec![("username", "text"), ("email", "email"), ("phone", "tel")]),
        ("authentication_backends = ['any']", vec![("username", "text"), ("email", "email"), ("phone", "tel")]),
        ("authentication_backends = ['email', 'phone']", vec![("email", "email"), ("phone", "tel")]),
        ("authentication_backends = ['username']", vec![("identifier", "text")]),
        ("authentication_backends = ['phone']", vec![("identifier", "text")]),
        ("phone_authentication_active = false", vec![("username", "text"), ("email", "email")]),
    ] {
        on_every_database(settings, |house| {
            alice(house);
            let form = house.visitor(Door::Bearer).get("/api/v1/forms/login").json();
            let first = &form["fields"][0];
            let others = first["instead"].as_array().unwrap();
            let told: Vec<_> =
                others.iter().map(|f| (f["name"].as_str().unwrap(), f["type"].as_str().unwrap())).collect();
            assert_eq!(told, instead, "{settings}");
            assert!(others.iter().all(|f| f["required"] == false && !f["label"].as_str().unwrap().is_empty()));
            assert!(form["fields"].as_array().unwrap()[1..].iter().all(|field| field.get("instead").is_none()));
            for name in told.iter().map(|(name, _)| *name).chain([first["name"].as_str().unwrap()]) {
                let value = match name {
                    "email" => "alice@example.org",
                    "phone" => PHONE.1,
                    "identifier" if settings.contains("phone'") => PHONE.1,
                    _ => "alice",
                };
                house.visitor(Door::Bearer).login(&[(name, value), ("password", PASSWORD)]).done();
            }
        });
    }
}

#[test]
fn remember_me_is_offered_only_where_the_settings_say_so() {
    on_every_database("[login]\nremember_me = false", |house| {
        alice(house);
        assert_eq!(boxes(&house.visitor(Door::Pages).get("/login").body), ["identifier", "password"]);
        let form = house.visitor(Door::Bearer).get("/api/v1/forms/login").json();
        assert_eq!(form["fields"].as_array().unwrap().len(), 2);
    });
}

#[test]
fn with_phones_off_there_is_no_phone_anywhere() {
    through_every_door("phone_authentication_active = false", |house, visitor| {
        alice(house);
        let pages = visitor.door == Door::Pages;
        let at = if pages { "#" } else { "phone" };
        let unknown = format!("{at} unknown_field");
        for fields in [vec![PHONE, ("password", PASSWORD)], vec![NAME, PHONE, ("password", PASSWORD)]] {
            let (hashes, outcome) = house.hashes_of(|| visitor.login(&fields));
            assert!(!outcome.is_done());
            assert!(outcome.mistakes.contains(&unknown), "{outcome:?}");
            assert_eq!((outcome.reply.status, hashes), (422, 0));
        }
        for spelling in ["+4915123456789", "+49 1512 3456789", "01512 3456789"] {
            assert!(!comes_in(house, visitor, &[("identifier", spelling)]), "{spelling}");
        }
        let fields = [("username", "carol"), ("phone", "+4915123456700"), ("password", PASSWORD)];
        visitor.register(&fields).refused(&[&unknown]);
        let page = house.visitor(Door::Pages).get("/register").body;
        assert_eq!(boxes(&page), ["username", "email", "password", "password_confirm"]);
        let form = house.visitor(Door::Bearer).get("/api/v1/forms/register").json();
        assert!(form["fields"].as_array().unwrap().iter().all(|field| field["name"] != "phone"));
        assert_eq!(house.count("SELECT count(*) FROM users"), 1);
        assert!(comes_in(house, &house.visitor(visitor.door), &[NAME]));
        assert!(comes_in(house, &house.visitor(visitor.door), &[("identifier", EMAIL.1)]));
    });
}

#[test]
fn a_single_box_that_is_left_empty_is_where_the_mistake_stands() {
    on_every_database("authentication_backends = ['email']", |house| {
        alice(house);
        let browser = house.visitor(Door::Pages);
        browser.login(&[("email", ""), ("password", PASSWORD)]).refused(&["email no_identifier"]);
        let outcome = browser.login(&[("email", "Alice@example.org"), ("password", WRONG)]);
        let page = outcome.refused(&["# invalid_credentials"]).reply.body;
        assert!(page.contains(r#"value="Alice@example.org""#), "what was typed is kept");
        assert!(!page.contains(WRONG));
        browser.login(&[("email", "alice@example.org"), ("password", PASSWORD)]).done();
    });
}
