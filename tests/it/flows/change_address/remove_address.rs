//! Taking an address off the account.

use super::{NEW, OLD, PHONE, alice, ask, email, events, post, refused};
use crate::house::{on_every_database, through_every_door};
use crate::people::{PASSWORD, WRONG, person};
use crate::visitor::Door;
use countersign::delivery::MessageKind::{ChangeEmail, EmailChanged, PhoneChanged, ResetPassword};
use serde_json::{Value, json};

#[test]
fn an_address_goes_is_told_and_may_come_back() {
    through_every_door("", |house, visitor| {
        let (_, alice) = alice(house, visitor.door);
        house.visitor(Door::Bearer).post_json("/api/v1/password/reset", &json!({"identifier": OLD})).done();
        let reset = house.received(ResetPassword, OLD, 0).code.unwrap();
        ask(&alice, NEW).done();
        let (hashes, removed) = house.hashes_of(|| post(&alice, "email/remove", &[("password", PASSWORD)]).done());
        assert_eq!(hashes, 1);
        if alice.door == Door::Pages {
            assert_eq!(removed.reply.header("location"), Some("/account/email?removed"));
        } else {
            let user = removed.reply.json()["user"].clone();
            assert_eq!(
                (removed.reply.status, &user["email"], &user["email_verified"]),
                (200, &Value::Null, &Value::Null)
            );
        }
        assert_eq!(alice.me().unwrap()["email"], Value::Null);
        for table in ["pending_changes", "one_time_passwords"] {
            assert_eq!(house.count(&format!("SELECT count(*) FROM {table}")), 0, "{table}");
        }
        let body = json!({"identifier": OLD, "code": reset, "new_password": "the moles dig in the evening"});
        house.visitor(Door::Bearer).post_json("/api/v1/password/reset/confirm", &body).refused(&["code invalid_code"]);
        let change = house.received(ChangeEmail, NEW, 0).link.unwrap();
        assert_eq!(house.visitor(Door::Pages).post_form(&change, &[]).reply.status, 422);
        let told = house.received(EmailChanged, OLD, 0);
        assert!(told.text.contains("has no email address any more"), "{}", told.text);
        assert_eq!(events(house, "email_removed"), 1);
        house.visitor(Door::Pages).post_form(&told.link.unwrap(), &[]).done();
        assert_eq!(house.count(&format!("SELECT count(*) FROM users WHERE email = '{OLD}'")), 1);
        assert_eq!(alice.me(), None);
    });
}

#[test]
fn the_number_goes_likewise() {
    through_every_door("", |house, visitor| {
        let (_, alice) = alice(house, visitor.door);
        post(&alice, "phone/remove", &[("password", PASSWORD)]).done();
        assert_eq!(alice.me().unwrap()["phone"], Value::Null);
        let told = house.received(PhoneChanged, PHONE, 0);
        assert!(told.text.contains("removed") && told.link.is_some(), "{}", told.text);
        assert_eq!(events(house, "phone_removed"), 1);
    });
}

#[test]
fn the_last_identifier_stays() {
    through_every_door("", |house, visitor| {
        person(house, None, Some(OLD), None);
        visitor.login(&[("identifier", OLD), ("password", PASSWORD)]).done();
        house.sql("UPDATE users SET email_verified_at = date_joined");
        refused(house, &["# no_identifier"], 422, || post(visitor, "email/remove", &[("password", PASSWORD)]));
        assert_eq!(email(visitor).0, OLD);
        assert_eq!(house.count("SELECT count(*) FROM login_failures WHERE failures > 0"), 0);
        // What is not there cannot go.
        let none = post(visitor, "phone/remove", &[("password", PASSWORD)]);
        assert_eq!(none.reply.status, 404);
    });
}

#[test]
fn without_the_password_nothing_goes() {
    through_every_door("", |house, visitor| {
        let (_, alice) = alice(house, visitor.door);
        let (hashes, ()) = house.hashes_of(|| {
            refused(house, &["password required"], 422, || post(&alice, "email/remove", &[]));
        });
        assert_eq!(hashes, 0);
        let wrong = || post(&alice, "phone/remove", &[("password", WRONG)]);
        refused(house, &["password invalid_credentials"], 422, wrong);
        assert_eq!(email(&alice), (OLD.into(), true));
    });
}

#[test]
fn an_account_without_a_password_proves_itself_by_having_signed_in_just_now() {
    on_every_database("", |house| {
        let (_, alice) = alice(house, Door::Cookie);
        house.sql("UPDATE users SET password = '!nothing is right'");
        let page = alice.get("/account/email/remove");
        assert!(page.status == 200 && !page.body.contains("type=\"password\""), "{}", page.body);
        post(&alice, "phone/remove", &[]).done();
        house.later(house.app.settings().sessions.reauthenticate_after);
        let before = super::state(house);
        assert_eq!(post(&alice, "email/remove", &[]).reply.status, 403);
        assert_eq!(super::state(house), before);
    });
}
