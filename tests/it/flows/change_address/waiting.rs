//! A change that waits for its code: sent again, given up, killed; and how often codes are sent.

use super::{NEW, OLD, alice, ask, email, post, refused};
use crate::house::{on_every_database, through_every_door};
use crate::people::bob;
use crate::visitor::Door;
use countersign::delivery::MessageKind::{ChangeEmail, ResetPassword};
use serde_json::json;
use std::time::Duration;

#[test]
fn what_waits_can_be_sent_again_or_given_up_and_codes_are_sent_no_more_often_than_the_settings_say() {
    through_every_door("", |house, visitor| {
        let (_, alice) = alice(house, visitor.door);
        ask(&alice, NEW).done();
        refused(house, &["# throttled"], 429, || post(&alice, "email/resend", &[]));
        refused(house, &["# throttled"], 429, || ask(&alice, NEW));
        house.later(Duration::from_secs(60));
        let first = house.received(ChangeEmail, NEW, 0).code.unwrap();
        let again = post(&alice, "email/resend", &[]).done();
        if alice.door != Door::Pages {
            assert_eq!((again.reply.status, &again.reply.json()["destination"]), (202, &json!("al***@ex*****.***")));
        }
        let second = house.received(ChangeEmail, NEW, 1).code.unwrap();
        post(&alice, "email/confirm", &[("code", &first)]).refused(&["code invalid_code"]);
        post(&alice, "email/cancel", &[]).done();
        house.later(Duration::from_secs(1));
        post(&alice, "email/confirm", &[("code", &second)]).refused(&["code invalid_code"]);
        for what in ["email/cancel", "email/resend"] {
            // A page goes on to where that is to be seen.
            let outcome = post(&alice, what, &[]);
            let status = if alice.door == Door::Pages { 303 } else { 404 };
            assert_eq!(outcome.reply.status, status, "{what}");
        }
        assert_eq!(email(&alice), (OLD.into(), true));
        for n in 3..=5 {
            ask(&alice, &format!("{n}@example.net")).done();
        }
        refused(house, &["# throttled"], 429, || ask(&alice, "6@example.net"));
    });
    through_every_door("[limits]\ncode_per_ip = \"2/m\"", |house, visitor| {
        let (_, alice) = alice(house, visitor.door);
        ask(&alice, NEW).done();
        bob(house);
        refused(house, &["new_email taken"], 422, || ask(&alice, "bob@example.org"));
        refused(house, &["# throttled"], 429, || ask(&alice, "bob@example.org"));
        assert_eq!(house.count("SELECT count(*) FROM login_failures WHERE failures > 0"), 0);
    });
}

#[test]
fn a_new_password_kills_what_waits() {
    on_every_database("", |house| {
        let (_, alice) = alice(house, Door::Bearer);
        ask(&alice, NEW).done();
        let letter = house.received(ChangeEmail, NEW, 0);
        house.visitor(Door::Bearer).post_json("/api/v1/password/reset", &json!({"identifier": OLD})).done();
        let code = house.received(ResetPassword, OLD, 0).code.unwrap();
        let body = json!({"identifier": OLD, "code": code, "new_password": "the moles dig in the evening"});
        house.visitor(Door::Bearer).post_json("/api/v1/password/reset/confirm", &body).done();
        assert_eq!(house.visitor(Door::Pages).post_form(&letter.link.unwrap(), &[]).reply.status, 422);
        assert_eq!(house.count(&format!("SELECT count(*) FROM users WHERE email = '{OLD}'")), 1);
    });
}
