//! The entrance: the password of staff, given there, not too long ago.

use super::{at, closed, front, inside, knock, outside, renew, root, zoe};
use crate::house::{Database, House, on_every_database, through_every_door};
use crate::people::{PASSWORD, WRONG, alice, person};
use crate::visitor::{Door, Visitor};
use std::time::Duration;

const MINUTE: Duration = Duration::from_secs(60);

fn sign_in(visitor: &Visitor<'_>, name: &str) {
    visitor.login(&[("identifier", name), ("password", PASSWORD)]).done();
}

#[test]
fn staff_who_give_their_password_there_are_let_in() {
    through_every_door("", |house, visitor| {
        zoe(house);
        assert_eq!(front(visitor), outside(visitor.door));
        let outcome = knock(visitor, "zoe", PASSWORD).done();
        if visitor.door == Door::Pages {
            assert_eq!(outcome.reply.header("location"), Some("/admin"));
        }
        assert_eq!(front(visitor), 200);
        assert_eq!(visitor.username().as_deref(), Some("zoe"));
        assert_eq!(house.count("SELECT count(*) FROM account_events WHERE kind = 'login'"), 1);
    });
}

#[test]
fn a_session_of_staff_opens_it_while_the_password_was_given_of_late() {
    through_every_door("", |house, visitor| {
        zoe(house);
        sign_in(visitor, "zoe");
        assert_eq!(front(visitor), 200);
        house.later(15 * MINUTE);
        renew(visitor);
        assert_eq!(front(visitor), closed(visitor.door));
        if visitor.door == Door::Pages {
            assert_eq!(visitor.get("/admin").header("location"), Some("/admin/login?next=%2Fadmin"));
        } else {
            let detail = visitor.get("/api/v1/admin").json()["detail"].to_string();
            assert!(detail.contains("/me/reauthenticate"), "{detail}");
        }
        assert_eq!(visitor.username().as_deref(), Some("zoe"), "the account stays signed in");
        visitor.own("confirm", "reauthenticate", &[("password", PASSWORD)]).done();
        assert_eq!(front(visitor), 200);
    });
}

#[test]
fn nobody_is_led_to_the_way_in_of_the_site_and_from_there_on() {
    on_every_database("", |house| {
        zoe(house);
        let visitor = house.visitor(Door::Pages);
        assert_eq!(visitor.get("/admin?a=b").header("location"), Some("/login?next=%2Fadmin%3Fa%3Db"));
        let fields = [("identifier", "zoe"), ("password", PASSWORD), ("next", "/admin?a=b")];
        assert_eq!(visitor.post_form("/login", &fields).done().reply.header("location"), Some("/admin?a=b"));
        assert_eq!(front(&visitor), 200);
    });
}

#[test]
fn everybody_else_is_answered_alike_for_one_hash_and_one_failure() {
    through_every_door("", |house, visitor| {
        zoe(house);
        alice(house);
        person(house, Some("ivan"), None, None);
        house.sql("UPDATE users SET is_active = false, is_staff = true WHERE username = 'ivan'");
        person(house, Some("nadia"), None, None);
        house.sql("UPDATE users SET password = '!none', is_staff = true WHERE username = 'nadia'");
        let last_login = "SELECT count(*) FROM users WHERE last_login IS NOT NULL";
        let mut answers = Vec::new();
        for (name, password) in [
            ("zoe", WRONG),
            ("alice", WRONG),
            ("alice", PASSWORD),
            ("ivan", PASSWORD),
            ("nadia", PASSWORD),
            ("nobody", WRONG),
        ] {
            let failures = house.count("SELECT CAST(coalesce(sum(failures), 0) AS BIGINT) FROM login_failures");
            let (hashes, outcome) = house.hashes_of(|| knock(visitor, name, password));
            assert_eq!(hashes, 1, "{name}");
            let after = house.count("SELECT CAST(coalesce(sum(failures), 0) AS BIGINT) FROM login_failures");
            assert_eq!(after, failures + 1, "{name}");
            let reply = outcome.refused(&["# invalid_credentials"]).reply;
            assert_eq!(reply.cookies().count(), 0, "{name}");
            answers.push((reply.status, reply.body.replace(&format!("value=\"{name}\""), "")));
            assert_eq!((front(visitor), visitor.me()), (outside(visitor.door), None));
        }
        assert!(answers.windows(2).all(|pair| pair[0] == pair[1]), "{answers:#?}");
        assert_eq!(house.count(last_login) + house.count("SELECT count(*) FROM sessions"), 0);
    });
}

#[test]
fn failures_there_and_at_the_login_are_one_count() {
    through_every_door("", |house, visitor| {
        zoe(house);
        for turn in 0..5 {
            if turn % 2 == 0 {
                knock(visitor, "zoe", WRONG).refused(&["# invalid_credentials"]);
            } else {
                let fields = [("identifier", "zoe@example.org"), ("password", WRONG)];
                visitor.login(&fields).refused(&["# invalid_credentials"]);
            }
        }
        let (hashes, outcome) = house.hashes_of(|| knock(visitor, "zoe", PASSWORD));
        assert_eq!((hashes, outcome.reply.status, outcome.retry_after()), (0, 429, Some(30)));
        outcome.refused(&["# throttled"]);
        visitor.login(&[("identifier", "zoe"), ("password", PASSWORD)]).refused(&["# throttled"]);
        house.later(Duration::from_secs(30));
        knock(visitor, "zoe", PASSWORD).done();
        assert_eq!(house.count("SELECT count(*) FROM login_failures"), 0);
    });
}

#[test]
fn entering_gives_a_new_key_and_ends_the_old_one() {
    on_every_database("", |house| {
        zoe(house);
        let owner = house.visitor(Door::Pages);
        sign_in(&owner, "zoe");
        let thief = house.visitor(Door::Pages);
        thief.cookies.lock().unwrap().clone_from(&owner.cookies.lock().unwrap());
        let elsewhere = house.visitor(Door::Cookie);
        sign_in(&elsewhere, "zoe");
        house.later(15 * MINUTE);
        let reply = knock(&owner, "zoe", PASSWORD).done().reply;
        let session = reply.cookies().find(|cookie| cookie.starts_with("countersign=")).unwrap();
        assert!(!session.contains("Max-Age"), "it ends with the browser: {session}");
        assert_eq!(front(&owner), 200);
        assert_eq!((front(&thief), thief.me()), (303, None), "the copy of the old key is worth nothing");
        assert_eq!(front(&elsewhere), 403, "another session of the same person has proved nothing");
        assert!(elsewhere.me().is_some());
    });
}

#[test]
fn it_asks_again_after_a_while_without_use_and_after_a_day_of_work() {
    let settings = "[admin]\nidle_timeout = \"15m\"\nsession_timeout = \"1h\"";
    through_every_door(settings, |house, visitor| {
        zoe(house);
        knock(visitor, "zoe", PASSWORD).done();
        // Used every ten minutes it stays open, until the hour is over.
        for _ in 0..5 {
            house.later(10 * MINUTE);
            renew(visitor);
            assert_eq!(front(visitor), 200);
        }
        house.later(10 * MINUTE - Duration::from_millis(1));
        renew(visitor);
        assert_eq!(front(visitor), 200);
        house.later(Duration::from_millis(1));
        assert_eq!(front(visitor), closed(visitor.door), "an hour is over");
        assert_eq!(visitor.username().as_deref(), Some("zoe"), "the account stays signed in");
        knock(visitor, "zoe", PASSWORD).done();
        house.later(15 * MINUTE - Duration::from_millis(1));
        renew(visitor);
        assert_eq!(front(visitor), 200);
        house.later(15 * MINUTE);
        renew(visitor);
        assert_eq!(front(visitor), closed(visitor.door), "a quarter of an hour is over");
        // What is used elsewhere is not used here.
        knock(visitor, "zoe", PASSWORD).done();
        for _ in 0..3 {
            house.later(5 * MINUTE);
            renew(visitor);
            assert!(visitor.me().is_some());
        }
        assert_eq!(front(visitor), closed(visitor.door));
    });
}

#[test]
fn who_is_no_longer_staff_or_active_is_out_at_the_next_request() {
    through_every_door("", |house, visitor| {
        zoe(house);
        knock(visitor, "zoe", PASSWORD).done();
        house.sql("UPDATE users SET is_staff = false WHERE username = 'zoe'");
        assert_eq!(front(visitor), 403);
        house.sql("UPDATE users SET is_staff = true, is_active = false WHERE username = 'zoe'");
        assert_eq!(front(visitor), outside(visitor.door));
        house.sql("UPDATE users SET is_active = true WHERE username = 'zoe'");
        assert_eq!(front(visitor), 200);
        visitor.logout().done();
        assert_eq!(front(visitor), outside(visitor.door));
    });
}

#[test]
fn without_administration_there_is_nothing() {
    let house = House::build(Database::Sqlite, "[admin]\nenabled = false");
    zoe(&house);
    for door in Door::ALL {
        let visitor = house.visitor(door);
        sign_in(&visitor, "zoe");
        for path in ["", "/login", "/messages", "/nowhere"] {
            assert_eq!(visitor.get(&at(door, path)).status, 404, "{path}");
        }
        assert_eq!(knock(&visitor, "zoe", PASSWORD).reply.status, 404);
    }
}

#[test]
fn the_pages_can_be_elsewhere() {
    let house = House::build(Database::Sqlite, "[admin]\npath = \"/staff/room\"");
    zoe(&house);
    let visitor = house.visitor(Door::Pages);
    for gone in ["/admin", "/admin/login", "/staff", "/staff/roommate"] {
        assert_eq!(visitor.get(gone).status, 404, "{gone}");
    }
    assert_eq!(visitor.get("/staff/room?a=b").header("location"), Some("/login?next=%2Fstaff%2Froom%3Fa%3Db"));
    let fields = [("identifier", "zoe"), ("password", PASSWORD)];
    assert_eq!(visitor.post_form("/staff/room/login", &fields).done().reply.header("location"), Some("/staff/room"));
    let page = visitor.get("/staff/room").body;
    assert!(page.contains("href=\"/staff/room\" aria-current=\"page\"") && !page.contains("\"/admin"), "{page}");
}

#[test]
fn it_leads_on_to_a_path_of_this_site() {
    on_every_database("", |house| {
        zoe(house);
        let visitor = house.visitor(Door::Pages);
        let page = visitor.get("/admin/login?next=%2Fadmin%3Fa%3Db").body;
        assert!(page.contains("name=\"next\" value=\"/admin?a=b\"") && !page.contains("remember_me"), "{page}");
        for (next, to) in
            [("/admin?a=b", "/admin?a=b"), ("//evil", "/admin"), ("https://evil", "/admin"), ("", "/admin")]
        {
            let fields = [("identifier", "zoe"), ("password", PASSWORD), ("next", next)];
            let outcome = visitor.post_form("/admin/login", &fields).done();
            assert_eq!(outcome.reply.header("location"), Some(to), "{next}");
        }
        assert_eq!(visitor.get("/admin/login?next=%2Fadmin%3Fa%3Db").header("location"), Some("/admin?a=b"));
    });
}

#[test]
fn another_site_lets_nobody_in() {
    let house = House::build(Database::Sqlite, "");
    root(&house);
    let form = b"identifier=root&password=the+bees+sleep+until+noon";
    let headers = [("sec-fetch-site", "cross-site"), ("content-type", "application/x-www-form-urlencoded")];
    for path in ["/admin/login", "/api/v1/admin/login?session=cookie"] {
        let visitor = house.visitor(Door::Pages);
        let (hashes, reply) = house.hashes_of(|| visitor.send("POST", path, &headers, form));
        assert_eq!((hashes, reply.status, reply.cookies().count()), (0, 403, 0), "{path}");
    }
    let visitor = inside(&house, Door::Pages, "root");
    assert_eq!(visitor.send("POST", "/admin", &headers, b"").status, 403, "before anything is told");
}
