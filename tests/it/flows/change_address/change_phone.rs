//! Changing the phone number: as for email, by SMS.

use super::{NEW_PHONE, PHONE, WRONG_CODE, alice, events, post, refused};
use crate::house::{on_every_database, through_every_door};
use crate::people::{PASSWORD, bob};
use crate::visitor::{Door, Outcome, Visitor};
use countersign::delivery::MessageKind::{ChangePhone, PhoneChanged};
use serde_json::json;
use std::time::Duration;

fn ask(visitor: &Visitor<'_>, new: &str) -> Outcome {
    post(visitor, "phone", &[("new_phone", new), ("password", PASSWORD)])
}

#[test]
fn the_new_number_takes_over_once_it_is_proved_and_the_old_one_gets_a_link_back() {
    through_every_door("", |house, visitor| {
        let (_, alice) = alice(house, visitor.door);
        let phone = || alice.me().unwrap()["phone"].as_str().unwrap().to_owned();
        let asked = ask(&alice, "+49 1512 345 67 88").done();
        if alice.door != Door::Pages {
            assert_eq!((asked.reply.status, &asked.reply.json()["destination"]), (202, &json!("+***********88")));
        }
        let sms = house.received(ChangePhone, NEW_PHONE, 0);
        assert!(sms.link.is_none(), "{}", sms.text);
        assert_eq!((phone(), house.posted()), (PHONE.into(), 1));
        post(&alice, "phone/confirm", &[("code", WRONG_CODE)]).refused(&["code invalid_code"]);
        post(&alice, "email/confirm", &[("code", &sms.code.clone().unwrap())]).refused(&["code invalid_code"]);
        house.later(Duration::from_secs(1));
        post(&alice, "phone/confirm", &[("code", &sms.code.unwrap())]).done();
        assert_eq!((phone(), &alice.me().unwrap()["phone_verified"]), (NEW_PHONE.into(), &json!(true)));
        let link = house.received(PhoneChanged, PHONE, 0).link.unwrap();
        let stranger = house.visitor(Door::Pages);
        assert_eq!(stranger.get(&link).status, 200);
        assert_eq!(phone(), NEW_PHONE);
        let undone = stranger.post_form(&link, &[]).done();
        assert_eq!(undone.reply.header("location"), Some("/account/phone/undone"));
        assert_eq!((stranger.get("/account/phone/undone").status, alice.me()), (200, None));
        assert_eq!(house.count(&format!("SELECT count(*) FROM users WHERE phone = '{PHONE}'")), 1);
        assert_eq!((events(house, "phone_changed"), events(house, "phone_change_undone")), (1, 1));
    });
}

#[test]
fn a_number_that_this_site_does_not_take_is_refused_before_the_password_is_looked_at() {
    through_every_door("[phone]\nallowed_regions = [\"DE\"]", |house, visitor| {
        let (_, alice) = alice(house, visitor.door);
        bob(house);
        // Not German; one that costs; none at all.
        for new in ["+41791234567", "+499001234567", "110", "+1"] {
            let (hashes, ()) = house.hashes_of(|| refused(house, &["new_phone invalid"], 422, || ask(&alice, new)));
            assert_eq!(hashes, 0, "{new}");
        }
        refused(house, &["new_phone same_value"], 422, || ask(&alice, "+49 (0)1512 345-6789"));
        refused(house, &["new_phone taken"], 422, || ask(&alice, "+4915123456780"));
        ask(&alice, NEW_PHONE).done();
    });
}

#[test]
fn where_there_are_no_phones_there_are_no_paths_for_them() {
    on_every_database("phone_authentication_active = false", |house| {
        crate::people::alice(house);
        let visitor = house.visitor(Door::Cookie);
        visitor.login(&[("identifier", "alice"), ("password", PASSWORD)]).done();
        for (method, path) in [
            ("POST", "/api/v1/me/phone"),
            ("DELETE", "/api/v1/me/phone"),
            ("POST", "/api/v1/me/phone/confirm"),
            ("POST", "/api/v1/me/phone/resend"),
            ("DELETE", "/api/v1/me/phone/pending"),
            ("GET", "/account/phone"),
            ("POST", "/account/phone"),
            ("GET", "/account/phone/confirm"),
            ("POST", "/account/phone/remove"),
            ("GET", "/account/phone/undo/1/2"),
        ] {
            assert_eq!(visitor.send(method, path, &[], b"").status, 404, "{method} {path}");
        }
        assert_eq!(visitor.get("/account/email").status, 200);
    });
}
