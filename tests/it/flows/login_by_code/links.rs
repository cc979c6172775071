//! The link of the message, and the pages around it.

use super::{EMAIL, ON, alice_with, ask, code, confirm, left};
use crate::house::{Database, House, on_every_database};
use crate::people::{bob, person};
use crate::visitor::Door;
use countersign::accounts::Actor;
use countersign::delivery::MessageKind::LoginCode;
use std::time::Duration;

/// The link of a code that was just asked for.
fn link(house: &House) -> String {
    ask(&house.visitor(Door::Bearer), EMAIL).done();
    house.received(LoginCode, EMAIL, 0).link.unwrap()
}

#[test]
fn looking_at_the_link_changes_nothing_and_says_whom_its_button_signs_in() {
    on_every_database(ON, |house| {
        alice_with(house, true, true);
        let link = link(house);
        assert!(link.starts_with("/login/code/"), "{link}");
        let scanner = house.visitor(Door::Pages);
        let before = (left(house), house.count("SELECT count(*) FROM one_time_passwords"));
        for _ in 0..3 {
            let page = scanner.get(&link);
            assert_eq!((page.status, page.cookies().count()), (200, 0));
            assert!(page.body.contains("alice") && page.body.contains("al***@ex*****.***"), "{}", page.body);
            assert!(!page.body.contains(EMAIL), "the address is masked");
            assert!(page.body.replace("&#x2F;", "/").contains(&format!("action=\"{link}\"")), "{}", page.body);
            let head = scanner.send("HEAD", &link, &[], b"");
            assert_eq!((head.status, head.body.as_str()), (200, ""));
        }
        assert_eq!((left(house), house.count("SELECT count(*) FROM one_time_passwords")), before);
        let code = house.received(LoginCode, EMAIL, 0).code.unwrap();
        let done = scanner.post_form(&link, &[("remember_me", "true")]).done();
        assert_eq!((done.reply.status, done.reply.header("location")), (303, Some("/account")));
        assert!(done.reply.cookies().any(|c| c.starts_with("countersign=") && c.contains("Max-Age=")));
        assert_eq!(scanner.username().as_deref(), Some("alice"));
        // Spent, as the code of the same message is.
        let other = house.visitor(Door::Pages);
        for reply in [other.get(&link), other.post_form(&link, &[]).reply] {
            assert_eq!((reply.status, reply.cookies().count()), (422, 0));
            assert!(reply.body.contains("no longer works"), "{}", reply.body);
        }
        confirm(&other, EMAIL, &code).refused(&["code invalid_code"]);
        assert_eq!((left(house)[0], other.me()), (1, None));
    });
}

#[test]
fn a_link_is_good_only_whole_from_this_site_and_for_nobody_who_is_signed_in() {
    on_every_database(ON, |house| {
        alice_with(house, true, true);
        bob(house);
        let link = link(house);
        let (head, secret) = link.rsplit_once('/').unwrap();
        let before = left(house);
        let elsewhere = house.visitor(Door::Pages);
        for headers in [("sec-fetch-site", "cross-site"), ("origin", "https://evil.example"), ("origin", "null")] {
            let reply = elsewhere.send("POST", &link, &[headers], b"");
            assert_eq!((reply.status, reply.cookies().count()), (403, 0), "{headers:?}");
        }
        let mut turned: String = secret.chars().rev().collect();
        if turned == secret {
            turned = "A".repeat(43);
        }
        for wrong in [format!("{head}/{turned}"), format!("{head}/x"), format!("/login/code/x/{secret}")] {
            for reply in [elsewhere.get(&wrong), elsewhere.post_form(&wrong, &[]).reply] {
                assert_eq!((reply.status, reply.cookies().count()), (422, 0), "{wrong}");
                assert!(!reply.body.contains("al***"), "{}", reply.body);
            }
        }
        elsewhere.post_form(&link, &[("code", "x")]).refused(&["# unknown_field"]);
        assert_eq!(left(house), before);
        // Whoever is signed in stays who they are, and the link stays good.
        let other = house.visitor(Door::Pages);
        other.login(&[("identifier", "bob"), ("password", crate::people::PASSWORD)]).done();
        for reply in [other.get(&link), other.post_form(&link, &[]).reply] {
            assert_eq!((reply.status, reply.header("location")), (303, Some("/account")));
        }
        assert_eq!(other.username().as_deref(), Some("bob"));
        elsewhere.post_form(&link, &[]).done();
        assert_eq!(elsewhere.username().as_deref(), Some("alice"));
    });
}

#[test]
fn a_link_ends_with_its_code_and_guesses_do_not_touch_it() {
    on_every_database(ON, |house| {
        let alice = alice_with(house, true, true);
        let (first, stranger) = (link(house), house.visitor(Door::Bearer));
        for _ in 0..6 {
            confirm(&stranger, EMAIL, super::WRONG).refused(&["code invalid_code"]);
            house.later(Duration::from_secs(40));
        }
        let pages = house.visitor(Door::Pages);
        assert_eq!(pages.get(&first).status, 200, "the code is dead, the link is not");
        let left = Duration::from_mins(15) - Duration::from_secs(240);
        house.later(left - Duration::from_micros(1));
        assert_eq!(pages.get(&first).status, 200);
        house.later(Duration::from_micros(1));
        assert_eq!((pages.get(&first).status, pages.post_form(&first, &[]).reply.status), (422, 422));
        // Closing the account ends it for good.
        ask(&stranger, EMAIL).done();
        let second = house.received(LoginCode, EMAIL, 1).link.unwrap();
        assert_eq!(pages.get(&second).status, 200);
        for active in [false, true] {
            house.work(|accounts, cx| accounts.set_active(cx, Actor::Shell, alice.id, active));
            assert_eq!((pages.get(&second).status, pages.post_form(&second, &[]).reply.status), (422, 422));
        }
        assert_eq!(house.count("SELECT count(*) FROM sessions"), 0);
    });
}

#[test]
fn a_name_cannot_turn_the_page_of_a_link_around() {
    let house = House::build(Database::Sqlite, ON);
    let user = person(&house, Some("\u{5d0}\u{5d1}\u{5d2}"), Some(EMAIL), None);
    house.work(|accounts, cx| accounts.verify_by_hand(cx, Actor::Shell, user.id, true, false));
    let page = house.visitor(Door::Pages).get(&link(&house)).body;
    assert!(page.contains("\u{2068}\u{5d0}\u{5d1}\u{5d2}\u{2069}, al***@ex*****.***."), "{page}");
}

#[test]
fn where_one_wanted_to_go_is_kept_through_all_pages() {
    on_every_database(ON, |house| {
        alice_with(house, true, true);
        let pages = house.visitor(Door::Pages);
        let query = "?next=%2Faccount%3Fa%3D1";
        let unescaped = |page: String| page.replace("&#x2F;", "/");
        for (path, onwards) in [
            ("/login", "href=\"/login/code?next=%2Faccount%3Fa%3D1\""),
            ("/login/code", "href=\"/login?next=%2Faccount%3Fa%3D1\""),
            ("/login/code/confirm", "href=\"/login/code?next=%2Faccount%3Fa%3D1\""),
        ] {
            let page = unescaped(pages.get(&format!("{path}{query}")).body);
            assert!(page.contains(onwards), "{path}: {page}");
            assert!(page.contains("name=\"next\" value=\"/account?a=1\""), "{path}: {page}");
            let evil = pages.get(&format!("{path}?next=%2F%2Fevil.example"));
            assert!(!evil.body.contains("evil.example"), "{path}");
        }
        let asked = pages.post_form("/login/code", &[("identifier", EMAIL), ("next", "/account?a=1")]).done();
        assert_eq!(asked.reply.header("location"), Some("/login/code/confirm?next=%2Faccount%3Fa%3D1"));
        let code = house.received(LoginCode, EMAIL, 0).code.unwrap();
        let all = [("identifier", EMAIL), ("code", super::WRONG), ("next", "/account?a=1")];
        let refused = pages.post_form("/login/code/confirm", &all).refused(&["code invalid_code"]);
        let page = unescaped(refused.reply.body);
        assert!(page.contains("name=\"next\" value=\"/account?a=1\"") && page.contains(EMAIL), "{page}");
        assert!(!page.contains(super::WRONG), "a code is not shown again");
        house.later(Duration::from_secs(1));
        let all = [("identifier", EMAIL), ("code", code.as_str()), ("next", "/account?a=1")];
        let done = pages.post_form("/login/code/confirm", &all).done();
        assert_eq!(done.reply.header("location"), Some("/account?a=1"));
        for evil in ["//evil.example", "https://evil.example", "/\\evil.example"] {
            house.later(Duration::from_mins(10));
            let pages = house.visitor(Door::Pages);
            let asked = pages.post_form("/login/code", &[("identifier", "alice"), ("next", evil)]).done();
            assert_eq!(asked.reply.header("location"), Some("/login/code/confirm"));
        }
    });
}

#[test]
fn signed_in_already_the_pages_lead_on_and_send_nothing() {
    on_every_database(ON, |house| {
        alice_with(house, true, true);
        let pages = house.visitor(Door::Pages);
        let code = code(&pages, EMAIL, EMAIL, 0);
        confirm(&pages, EMAIL, &code).done();
        house.later(Duration::from_secs(60));
        let before = left(house);
        let replies = [
            pages.get("/login/code?next=%2Fnowhere"),
            pages.get("/login/code/confirm"),
            ask(&pages, EMAIL).reply,
            confirm(&pages, EMAIL, &code).reply,
        ];
        for reply in replies {
            assert_eq!((reply.status, reply.header("location")), (303, Some("/account")));
        }
        assert_eq!(left(house), before);
        assert_eq!(pages.username().as_deref(), Some("alice"));
    });
}
