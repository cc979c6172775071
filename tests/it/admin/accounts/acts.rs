//! What a button, or a call, does to an account.

use super::super::{inside, root, zoe};
use super::{account, act, event, refused};
use crate::house::{House, through_every_door};
use crate::people::{PASSWORD, alice, person};
use crate::visitor::{Door, Visitor};
use countersign::delivery::MessageKind::ResetPassword;
use serde_json::json;
use std::time::Duration;

const NEW: &str = "the moles dig in the evening";

fn signed_in<'h>(house: &'h House, name: &str) -> Visitor<'h> {
    let visitor = house.visitor(Door::Cookie);
    visitor.login(&[("identifier", name), ("password", PASSWORD)]).done();
    visitor
}

fn may_sign_in(house: &House, name: &str) -> bool {
    house.visitor(Door::Bearer).login(&[("identifier", name), ("password", PASSWORD)]).is_done()
}

/// Staff, who were let in by the door of this visitor.
fn staff<'h>(house: &'h House, visitor: &Visitor<'_>) -> Visitor<'h> {
    zoe(house);
    inside(house, visitor.door, "zoe")
}

#[test]
fn an_account_is_shut_out_at_once_and_let_in_again() {
    through_every_door("", |house, visitor| {
        let (staff, alice) = (staff(house, visitor), alice(house));
        let zoe = staff.me().unwrap()["id"].clone();
        let (owner, other) = (signed_in(house, "alice"), signed_in(house, "alice"));
        act(&staff, alice.id, "deactivate", &[]).done();
        assert_eq!((owner.me(), other.me()), (None, None), "by the very next request");
        assert!(!may_sign_in(house, "alice"));
        assert_eq!(account(house, alice.id).unwrap()["is_active"], false);
        assert_eq!(house.count("SELECT count(*) FROM account_events WHERE kind = 'deactivated'"), 1);
        // Once more is no mistake and nothing new.
        act(&staff, alice.id, "deactivate", &[]).done();
        assert_eq!(house.count("SELECT count(*) FROM account_events WHERE kind = 'deactivated'"), 1);
        act(&staff, alice.id, "activate", &[]).done();
        assert_eq!(event(house, alice.id, "activated"), json!({"by": zoe}));
        assert!(may_sign_in(house, "alice"));
        assert_eq!(owner.me(), None, "what has ended stays ended");
    });
}

#[test]
fn an_account_is_signed_out_everywhere_or_at_one_place() {
    through_every_door("", |house, visitor| {
        let (staff, alice) = (staff(house, visitor), alice(house));
        let (one, two, three) = (signed_in(house, "alice"), signed_in(house, "alice"), signed_in(house, "alice"));
        let list = two.get("/api/v1/me/sessions").json();
        let current = |session: &&serde_json::Value| session["current"] == true;
        let id = list.as_array().unwrap().iter().find(current).unwrap()["id"].as_str().unwrap().to_owned();
        let path = super::at(visitor.door, &format!("/accounts/{}/sessions", alice.id));
        let end = |id: &str| match visitor.door {
            Door::Pages => staff.post_form(&path, &[("session", id)]),
            _ => staff.call("DELETE", &format!("{path}/{id}"), &json!({})),
        };
        end(&id).done();
        assert_eq!(event(house, alice.id, "session_ended")["session"], json!(id));
        assert!(two.me().is_none() && one.me().is_some() && three.me().is_some());
        // What is gone, somebody else's, or no id at all, is not there.
        let own = staff.get("/api/v1/me/sessions").json()[0]["id"].as_str().unwrap().to_owned();
        for id in [id.as_str(), own.as_str(), "1", "%00"] {
            assert_eq!(refused(house, alice.id, 404, || end(id)).reply.status, 404);
        }
        house.later(Duration::from_millis(1));
        act(&staff, alice.id, "end-sessions", &[]).done();
        assert!(one.me().is_none() && three.me().is_none());
        assert_eq!(event(house, alice.id, "session_ended")["sessions"], 2);
        assert!(may_sign_in(house, "alice"));
    });
}

#[test]
fn of_their_own_sessions_the_present_one_stays() {
    through_every_door("", |house, visitor| {
        let zoe = zoe(house);
        let staff = inside(house, visitor.door, "zoe");
        let elsewhere = signed_in(house, "zoe");
        act(&staff, zoe.id, "end-sessions", &[]).done();
        assert!(staff.me().is_some() && elsewhere.me().is_none());
    });
}

#[test]
fn an_address_is_verified_by_hand() {
    through_every_door("", |house, visitor| {
        let (staff, alice) = (staff(house, visitor), alice(house));
        act(&staff, alice.id, "verify", &[("channel", "email")]).done();
        let now = account(house, alice.id).unwrap();
        assert_eq!((&now["email_verified"], &now["phone_verified"]), (&json!(true), &json!(false)));
        assert_eq!(event(house, alice.id, "verified_by_admin")["channels"], json!(["email"]));
        act(&staff, alice.id, "verify", &[("channel", "phone")]).done();
        assert_eq!(account(house, alice.id).unwrap()["phone_verified"], true);
        if visitor.door != Door::Pages {
            let again = refused(house, alice.id, 409, || act(&staff, alice.id, "verify", &[("channel", "phone")]));
            again.refused(&["# already_verified"]);
        }
        refused(house, alice.id, 422, || act(&staff, alice.id, "verify", &[])).refused(&["channel required"]);
        let other = || act(&staff, alice.id, "verify", &[("channel", "post")]);
        refused(house, alice.id, 422, other).refused(&["channel invalid"]);
        let bare = person(house, Some("bare"), None, None);
        refused(house, bare.id, 404, || act(&staff, bare.id, "verify", &[("channel", "email")]));
    });
}

#[test]
fn a_reset_is_started_with_the_usual_message_and_changes_nothing_by_itself() {
    through_every_door("", |house, visitor| {
        let (staff, alice) = (staff(house, visitor), alice(house));
        let owner = signed_in(house, "alice");
        let done = act(&staff, alice.id, "reset", &[]).done();
        let received = house.received(ResetPassword, "alice@example.org", 0);
        let code = received.code.unwrap();
        assert!(!done.reply.body.contains(&code));
        if visitor.door != Door::Pages {
            assert_eq!((done.reply.status, &done.reply.json()["destination"]), (202, &json!("al***@ex*****.***")));
        }
        assert_eq!(event(house, alice.id, "code_requested")["by"], staff.me().unwrap()["id"]);
        assert!(owner.me().is_some() && may_sign_in(house, "alice"));
        let body = json!({"identifier": "alice@example.org", "code": code, "new_password": NEW});
        house.visitor(Door::Bearer).post_json("/api/v1/password/reset/confirm", &body).done();
        assert!(owner.me().is_none() && !may_sign_in(house, "alice"));
        house.visitor(Door::Bearer).login(&[("identifier", "alice"), ("password", NEW)]).done();
    });
}

#[test]
fn a_reset_goes_only_where_it_may_and_not_too_often() {
    through_every_door("", |house, visitor| {
        let (staff, alice) = (staff(house, visitor), alice(house));
        act(&staff, alice.id, "verify", &[("channel", "phone")]).done();
        let to_email = || act(&staff, alice.id, "reset", &[("channel", "email")]);
        refused(house, alice.id, 422, to_email).refused(&["channel invalid"]);
        act(&staff, alice.id, "reset", &[]).done();
        assert!(house.received(ResetPassword, "+4915123456789", 0).code.is_some());
        let again = refused(house, alice.id, 429, || act(&staff, alice.id, "reset", &[]));
        assert_eq!(again.retry_after(), Some(60));
        house.later(Duration::from_secs(60));
        act(&staff, alice.id, "deactivate", &[]).done();
        refused(house, alice.id, 422, || act(&staff, alice.id, "reset", &[])).refused(&["# invalid"]);
        let bare = person(house, Some("bare"), None, None);
        refused(house, bare.id, 422, || act(&staff, bare.id, "reset", &[])).refused(&["channel invalid"]);
    });
}

#[test]
fn an_account_is_deleted_and_only_that_it_was_stays() {
    through_every_door("", |house, visitor| {
        let (staff, alice) = (staff(house, visitor), alice(house));
        let owner = signed_in(house, "alice");
        act(&staff, alice.id, "reset", &[]).done();
        act(&staff, alice.id, "delete", &[]).done();
        assert_eq!((account(house, alice.id), owner.me()), (None, None));
        let of_nobody = "SELECT count(*) FROM account_events WHERE kind = 'deleted_by_admin' AND user_id IS NULL";
        assert_eq!(house.count(of_nobody), 1);
        for table in ["one_time_passwords", "outbox"] {
            assert_eq!(house.count(&format!("SELECT count(*) FROM {table}")), 0, "{table}");
        }
        assert_eq!(act(&staff, alice.id, "delete", &[]).reply.status, 404);
        // The name is free again.
        house.visitor(Door::Bearer).register(&[("username", "alice"), ("password", PASSWORD)]).done();
    });
}

#[test]
fn what_matters_asks_for_the_password_of_late_and_sessions_end_without() {
    through_every_door("[sessions]\nreauthenticate_after = \"1m\"", |house, visitor| {
        let (staff, alice) = (staff(house, visitor), alice(house));
        let owner = signed_in(house, "alice");
        house.later(Duration::from_secs(60));
        for name in ["deactivate", "activate", "verify", "reset", "delete", "edit"] {
            let fields: &[(&str, &str)] = match name {
                "verify" => &[("channel", "email")],
                "edit" => &[("first_name", "Alicia")],
                _ => &[],
            };
            let due = if visitor.door == Door::Pages { 303 } else { 403 };
            let reply = refused(house, alice.id, due, || act(&staff, alice.id, name, fields)).reply;
            if visitor.door == Door::Pages {
                let to = reply.header("location").unwrap();
                assert!(to.starts_with("/account/confirm?next=%2Fadmin%2Faccounts%2F"), "{to}");
                let page = staff.get(&format!("/admin/accounts/{}/{name}", alice.id));
                // What does not fit the account leads back to it.
                let to = page.header("location").unwrap();
                assert!(to.starts_with("/account/confirm") || name == "activate", "{name}: {to}");
            }
        }
        act(&staff, alice.id, "end-sessions", &[]).done();
        assert!(owner.me().is_none());
        staff.own("confirm", "reauthenticate", &[("password", PASSWORD)]).done();
        act(&staff, alice.id, "delete", &[]).done();
    });
}

#[test]
fn nobody_shuts_themselves_out() {
    through_every_door("", |house, visitor| {
        let (zoe, root) = (zoe(house), root(house));
        // Another superuser is there, so it is not for being the last one.
        person(house, Some("other"), None, None);
        house.sql("UPDATE users SET is_staff = true, is_superuser = true WHERE username = 'other'");
        for (name, id) in [("zoe", zoe.id), ("root", root.id)] {
            let own = inside(house, visitor.door, name);
            for act_name in ["deactivate", "delete"] {
                refused(house, id, 403, || act(&own, id, act_name, &[]));
            }
            refused(house, id, 403, || act(&own, id, "edit", &[("is_active", "false")]));
            refused(house, id, 403, || act(&own, id, "edit", &[("is_staff", "false"), ("is_superuser", "false")]));
        }
    });
}

#[test]
fn what_is_sent_beside_is_refused() {
    through_every_door("", |house, visitor| {
        let (staff, alice) = (staff(house, visitor), alice(house));
        for name in ["deactivate", "activate", "end-sessions", "delete", "reset"] {
            let odd = || act(&staff, alice.id, name, &[("password", "x")]);
            refused(house, alice.id, 422, odd).refused(&[if visitor.door == Door::Pages {
                "# unknown_field"
            } else {
                "password unknown_field"
            }]);
        }
    });
}
