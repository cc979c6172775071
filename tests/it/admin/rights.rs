//! What staff and superusers may do, as the one place for it says; and the last superuser, who stays.

use super::{inside, knock, root, zoe};
use crate::house::{House, on_every_database};
use crate::people::{PASSWORD, alice, person};
use crate::visitor::Door;
use countersign::accounts::{Actor, Admin};
use countersign::db::{User, sessions, users};
use countersign::error::{Code, Error, Result};
use serde_json::json;

/// Somebody who was let in, past the doors.
fn admin(house: &House, user: &User) -> Admin {
    house.work(|accounts, cx| {
        let (session, user) = cx.db.read(|conn| {
            let newest = sessions::page(conn, user.id, None, 1)?.remove(0);
            Ok((newest, users::get(conn, user.id)?.unwrap()))
        })?;
        accounts.admit(cx, countersign::accounts::SignedIn { session, user })
    })
}

fn told(result: Result<()>) -> bool {
    match result {
        Ok(()) => true,
        Err(Error::Refused(Code::Forbidden)) => false,
        Err(other) => panic!("{other}"),
    }
}

#[test]
fn staff_do_not_touch_superusers_and_make_nobody_staff() {
    on_every_database("", |house| {
        let (zoe, root, alice) = (zoe(house), root(house), alice(house));
        inside(house, Door::Pages, "zoe");
        inside(house, Door::Pages, "root");
        let (staff, superuser) = (admin(house, &zoe), admin(house, &root));
        for (actor, over_root, grants) in
            [(Actor::Admin(&staff), false, false), (Actor::Admin(&superuser), true, true), (Actor::Shell, true, true)]
        {
            assert_eq!(told(actor.may_change(&root)), over_root, "{actor:?}");
            assert!(told(actor.may_change(&zoe)) && told(actor.may_change(&alice)), "{actor:?}");
            assert_eq!(told(actor.may_grant()), grants, "{actor:?}");
        }
        assert_eq!(Actor::Admin(&staff).signs(json!({"a": 1})), json!({"a": 1, "by": zoe.id}));
        assert_eq!(Actor::Shell.signs(json!(null)), json!({"by": "shell"}));
    });
}

#[test]
fn the_last_superuser_is_neither_shut_out_nor_removed() {
    on_every_database("", |house| {
        let root = root(house);
        let refused = |what: &str, done: Result<()>| assert!(!told(done), "{what}");
        let all_refused = || {
            house.work(|accounts, cx| {
                refused("deactivate", accounts.set_active(cx, Actor::Shell, root.id, false).map(|_| ()));
                refused("delete", accounts.delete_user(cx, Actor::Shell, root.id));
                Ok(())
            });
            let owner = inside(house, Door::Cookie, "root");
            let reply = owner.call("DELETE", "/api/v1/me", &json!({"password": PASSWORD}));
            assert_eq!(reply.reply.status, 403, "their own wish does not count either");
        };
        all_refused();
        // Others who cannot take over do not count: inactive ones, and those who are about to go.
        person(house, Some("gone"), None, None);
        house.sql("UPDATE users SET is_superuser = true, is_active = false WHERE username = 'gone'");
        person(house, Some("going"), None, None);
        house.sql("UPDATE users SET is_superuser = true, delete_at = date_joined WHERE username = 'going'");
        all_refused();
        assert_eq!(house.count("SELECT count(*) FROM users WHERE username = 'root' AND is_active"), 1);
        house.sql("UPDATE users SET is_active = true WHERE username = 'gone'");
        house.work(|accounts, cx| accounts.set_active(cx, Actor::Shell, root.id, false));
        assert!(!knock(&house.visitor(Door::Pages), "root", PASSWORD).is_done());
    });
}

#[test]
fn of_two_superusers_who_shut_each_other_out_one_stays() {
    on_every_database("", |house| {
        let (first, second) = (root(house), person(house, Some("other"), None, None));
        for _ in 0..8 {
            house.sql("UPDATE users SET is_superuser = true, is_active = true");
            std::thread::scope(|scope| {
                for user in [&first, &second] {
                    scope.spawn(|| {
                        let client = countersign::context::Client::local();
                        let _ = house
                            .app
                            .work(&client, |accounts, cx| accounts.set_active(cx, Actor::Shell, user.id, false));
                    });
                }
            });
            assert_eq!(house.count("SELECT count(*) FROM users WHERE is_active"), 1);
        }
    });
}
