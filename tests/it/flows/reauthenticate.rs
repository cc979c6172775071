//! The password once more, before what matters.

use crate::house::{on_every_store, through_every_door_and_store};
use crate::people::{PASSWORD, WRONG, alice};
use crate::visitor::{Door, Outcome, Visitor};
use countersign::accounts::SignedIn;
use countersign::db::sessions;
use countersign::error::Error;
use serde_json::json;
use std::time::Duration;

const LATER: Duration = Duration::from_secs(15 * 60);

fn enter(visitor: &Visitor<'_>) {
    visitor.login(&[("identifier", "alice"), ("password", PASSWORD)]).done();
}

fn confirm(visitor: &Visitor<'_>, password: &str) -> Outcome {
    visitor.own("confirm", "reauthenticate", &[("password", password)])
}

#[test]
fn a_confirmed_password_is_a_proof_of_late() {
    through_every_door_and_store("", |house, visitor| {
        alice(house);
        enter(visitor);
        let fresh = || house.count("SELECT count(*) FROM sessions WHERE proved_at > created_at");
        house.later(LATER);
        if visitor.door == Door::Bearer {
            let token = visitor.tokens.lock().unwrap().as_ref().unwrap().1.clone();
            visitor.submit_json("token/refresh", &json!({"refresh_token": token})).done();
        }
        assert!(visitor.me().is_some());
        assert_eq!(fresh(), 0, "being there proves nothing");
        confirm(visitor, WRONG).refused(&["password invalid_credentials"]);
        assert_eq!(fresh(), 0);
        let (hashes, outcome) = house.hashes_of(|| confirm(visitor, PASSWORD));
        assert_eq!((hashes, outcome.reply.status), (1, if visitor.door == Door::Pages { 303 } else { 204 }));
        assert_eq!(fresh(), 1);
        assert_eq!(visitor.username().as_deref(), Some("alice"));
        for kind in ["reauthenticated", "reauthentication_failed"] {
            assert_eq!(house.count(&format!("SELECT count(*) FROM account_events WHERE kind = '{kind}'")), 1);
        }
        assert_eq!(house.count("SELECT count(*) FROM sessions"), 1);
    });
}

#[test]
fn a_copied_cookie_is_not_confirmed_along_with_its_owner() {
    on_every_store("", |house| {
        alice(house);
        for (door, remember) in [(Door::Pages, true), (Door::Cookie, true), (Door::Cookie, false)] {
            let owner = house.visitor(door);
            let body = json!({"identifier": "alice", "password": PASSWORD, "remember_me": remember});
            owner.post_json("/api/v1/login?session=cookie", &body).done();
            let thief = house.visitor(door);
            thief.cookies.lock().unwrap().clone_from(&owner.cookies.lock().unwrap());
            assert!(thief.me().is_some());
            let reply = confirm(&owner, PASSWORD).done().reply;
            let session = reply.cookies().find(|cookie| cookie.starts_with("countersign=")).unwrap();
            assert_eq!(session.contains("Max-Age"), remember, "{session}");
            assert_eq!(thief.me(), None);
            assert!(owner.me().is_some());
        }
    });
}

#[test]
fn nothing_and_too_much_are_refused_without_a_hash() {
    through_every_door_and_store("", |house, visitor| {
        alice(house);
        enter(visitor);
        for fields in [&[][..], &[("password", "")]] {
            let (hashes, outcome) = house.hashes_of(|| visitor.own("confirm", "reauthenticate", fields));
            assert_eq!((hashes, outcome.reply.status), (0, 422));
        }
        let (hashes, outcome) = house
            .hashes_of(|| visitor.own("confirm", "reauthenticate", &[("password", PASSWORD), ("is_staff", "true")]));
        assert_eq!((hashes, outcome.reply.status), (0, 422));
        let stranger = house.visitor(visitor.door);
        let status = confirm(&stranger, PASSWORD).reply.status;
        assert_eq!(status, if visitor.door == Door::Pages { 303 } else { 401 });
        assert_eq!(house.count("SELECT count(*) FROM login_failures"), 0);
    });
}

#[test]
fn the_page_leads_on_to_a_path_of_this_site() {
    on_every_store("", |house| {
        alice(house);
        let visitor = house.visitor(Door::Pages);
        let asked = "/account/confirm?next=%2Faccount%2Fsessions";
        assert_eq!(
            visitor.get(asked).header("location"),
            Some("/login?next=%2Faccount%2Fconfirm%3Fnext%3D%252Faccount%252Fsessions")
        );
        enter(&visitor);
        assert_eq!(visitor.get(asked).header("location"), Some("/account/sessions"), "it is confirmed already");
        house.later(LATER);
        let page = visitor.get(asked);
        assert_eq!(page.status, 200);
        assert!(page.body.contains("name=\"next\" value=\"/account/sessions\""), "{}", page.body);
        let refused = visitor.post_form("/account/confirm", &[("password", WRONG), ("next", "/account/sessions")]);
        assert!(
            refused.reply.body.contains("name=\"next\" value=\"/account/sessions\"")
                && !refused.reply.body.contains(WRONG)
        );
        for (next, to) in [
            ("/account/sessions", "/account/sessions"),
            ("//evil", "/account"),
            ("https://evil", "/account"),
            ("", "/account"),
        ] {
            let done = visitor.post_form("/account/confirm", &[("password", PASSWORD), ("next", next)]).done();
            assert_eq!(done.reply.header("location"), Some(to), "{next}");
        }
    });
}

#[test]
fn what_asks_for_a_proof_is_told_whether_there_is_a_password_to_give() {
    on_every_store("", |house| {
        let user = alice(house);
        enter(&house.visitor(Door::Cookie));
        let demanded = || {
            house.work(|accounts, cx| {
                let session = cx.db.read(|conn| sessions::page(conn, user.id, None, 1))?.remove(0);
                match accounts.demand_fresh(cx, &SignedIn { session, user: user.clone() }) {
                    Ok(()) => Ok(None),
                    Err(Error::Stale { with_password }) => Ok(Some(with_password)),
                    Err(other) => Err(other),
                }
            })
        };
        assert_eq!(demanded(), None);
        house.later(LATER - Duration::from_millis(1));
        assert_eq!(demanded(), None);
        house.later(Duration::from_millis(1));
        assert_eq!(demanded(), Some(true));
        house.sql("UPDATE users SET password = '!none'");
        assert_eq!(demanded(), Some(false));
    });
}
