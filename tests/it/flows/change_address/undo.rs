//! The way back, by the link that the old address was sent.

use super::{NEW, OLD, PHONE, alice, ask, change, email, events, post, refused, state};
use crate::house::{House, on_every_database, through_every_door};
use crate::people::{PASSWORD, WRONG};
use crate::visitor::{Door, Outcome};
use countersign::delivery::MessageKind::{ChangeEmail, ChangePhone, EmailChanged};
use std::time::Duration;

const DAY: Duration = Duration::from_hours(24);

fn press(house: &House, link: &str) -> Outcome {
    house.visitor(Door::Pages).post_form(link, &[])
}

fn has(house: &House, address: &str) -> bool {
    house.count(&format!("SELECT count(*) FROM users WHERE email = '{address}' AND email_verified_at IS NOT NULL")) == 1
}

#[test]
fn the_old_address_comes_back_and_everybody_is_out() {
    through_every_door("", |house, visitor| {
        let (_, owner) = alice(house, visitor.door);
        let proved_at = owner.me().unwrap()["email_verified_at"].clone();
        house.later(Duration::from_secs(60));
        let thief = house.visitor(Door::Bearer);
        thief.login(&[("identifier", "alice"), ("password", PASSWORD)]).done();
        let link = change(house, &thief, OLD, NEW);
        ask(&thief, "thief@example.com").done();
        let scanner = house.visitor(Door::Pages);
        for method in ["GET", "HEAD", "GET"] {
            assert_eq!(scanner.send(method, &link, &[], b"").status, 200);
        }
        assert!(has(house, NEW), "looking changes nothing");
        let (head, _) = link.rsplit_once('/').unwrap();
        assert_eq!(press(house, &format!("{head}/{}", "A".repeat(43))).reply.status, 422);
        assert_eq!(press(house, &link.replace("/email/", "/phone/")).reply.status, 422);
        assert!(has(house, NEW));
        let undone = press(house, &link).done();
        assert_eq!(undone.reply.header("location"), Some("/account/email/undone"));
        let page = scanner.get("/account/email/undone");
        assert!(page.status == 200 && page.body.contains("/password/reset"), "{}", page.body);
        assert!(has(house, OLD) && !has(house, NEW));
        assert_eq!((owner.me(), thief.me()), (None, None));
        let refresh = thief.tokens.lock().unwrap().clone().unwrap().1;
        let body = serde_json::json!({"refresh_token": refresh});
        assert_eq!(thief.post_json("/api/v1/token/refresh", &body).reply.status, 401);
        for table in ["sessions", "pending_changes", "one_time_passwords", "address_undos"] {
            assert_eq!(house.count(&format!("SELECT count(*) FROM {table}")), 0, "{table}");
        }
        // The one that was taken off is told, without a way back from the way back.
        assert!(!house.received(EmailChanged, NEW, 0).text.contains("/undo/"));
        assert_eq!(events(house, "email_change_undone"), 1);
        let again = house.visitor(Door::Bearer);
        again.login(&[("identifier", "alice"), ("password", PASSWORD)]).done();
        assert_eq!(again.me().unwrap()["email_verified_at"], proved_at, "as it was");
        // Once.
        let before = state(house);
        assert_eq!(press(house, &link).reply.status, 422);
        assert_eq!((state(house), again.me().is_some()), (before, true));
    });
}

#[test]
fn the_link_is_good_up_to_its_last_instant_and_not_at_it() {
    for (wait, works) in [(DAY, false), (DAY - Duration::from_micros(1), true)] {
        on_every_database("", |house| {
            let (_, alice) = alice(house, Door::Bearer);
            let link = change(house, &alice, OLD, NEW);
            house.later(wait);
            assert_eq!(press(house, &link).is_done(), works);
            assert_eq!(has(house, OLD), works);
        });
    }
}

#[test]
fn an_address_that_may_come_back_is_nobody_elses_for_a_day() {
    on_every_database("", |house| {
        let (_, alice) = alice(house, Door::Bearer);
        change(house, &alice, OLD, NEW);
        let dave = house.visitor(Door::Bearer);
        let register = || house.visitor(Door::Bearer).register(&[("email", OLD), ("password", PASSWORD)]);
        dave.register(&[("username", "dave"), ("password", PASSWORD)]).done();
        refused(house, &["email taken"], 422, register);
        refused(house, &["new_email taken"], 422, || ask(&dave, "ALICE@example.org"));
        house.later(DAY);
        // By then the access token of before is over.
        dave.login(&[("identifier", "dave"), ("password", PASSWORD)]).done();
        ask(&dave, OLD).done();
        register().done();
        let code = house.received(ChangeEmail, OLD, 0).code.unwrap();
        post(&dave, "email/confirm", &[("code", &code)]);
        assert_eq!(house.count(&format!("SELECT count(*) FROM users WHERE email = '{OLD}'")), 1);
    });
}

#[test]
fn an_address_somebody_else_has_all_the_same_is_not_taken_from_them() {
    on_every_database("", |house| {
        let (_, alice) = alice(house, Door::Bearer);
        let link = change(house, &alice, OLD, NEW);
        let stolen = format!("'{OLD}'");
        crate::people::person(house, Some("eve"), None, None);
        house.sql(&format!("UPDATE users SET email = {stolen}, email_canonical = {stolen} WHERE username = 'eve'"));
        let before = state(house);
        let refused = press(house, &link);
        assert_eq!(refused.reply.status, 422);
        assert!(refused.reply.body.contains("belongs to another account"), "{}", refused.reply.body);
        assert_eq!((state(house), email(&alice)), (before, (NEW.into(), true)));
    });
}

#[test]
fn the_first_way_back_voids_those_after_it() {
    on_every_database("", |house| {
        let (_, alice) = alice(house, Door::Bearer);
        let first = change(house, &alice, OLD, NEW);
        house.later(Duration::from_secs(60));
        let second = change(house, &alice, NEW, "alice@example.com");
        press(house, &first).done();
        assert_eq!(press(house, &second).reply.status, 422);
        assert!(has(house, OLD));
    });
    // The second one leads back by one step, and the first still works after it.
    on_every_database("", |house| {
        let (_, alice) = alice(house, Door::Bearer);
        let first = change(house, &alice, OLD, NEW);
        house.later(Duration::from_secs(60));
        let second = change(house, &alice, NEW, "alice@example.com");
        press(house, &second).done();
        assert!(has(house, NEW));
        press(house, &first).done();
        assert!(has(house, OLD));
    });
}

#[test]
fn an_address_that_was_never_proved_is_told_and_gets_no_way_back() {
    through_every_door("", |house, visitor| {
        crate::people::alice(house);
        visitor.login(&[("identifier", "alice"), ("password", PASSWORD)]).done();
        ask(visitor, NEW).done();
        let code = house.received(ChangeEmail, NEW, 0).code.unwrap();
        post(visitor, "email/confirm", &[("code", &code)]).done();
        let told = house.received(EmailChanged, OLD, 0);
        assert!(!told.text.contains("/account/") && !told.text.contains("alice,"), "{}", told.text);
        assert_eq!(house.count("SELECT count(*) FROM address_undos"), 0);
        house.visitor(Door::Bearer).register(&[("email", OLD), ("password", PASSWORD)]).done();
    });
}

/// Whoever took the account over may have given it a number of theirs as well, which could reset the password next.
#[test]
fn a_number_proved_since_or_just_before_waits_for_the_owner_and_an_older_one_does_not() {
    for (added, before, stays) in [(true, true, false), (true, false, false), (false, true, true)] {
        on_every_database("", |house| {
            let (_, alice) = alice(house, Door::Bearer);
            house.later(DAY * 2);
            alice.login(&[("identifier", "alice"), ("password", PASSWORD)]).done();
            let add = || {
                post(&alice, "phone", &[("new_phone", super::NEW_PHONE), ("password", PASSWORD)]).done();
                let code = house.received(ChangePhone, super::NEW_PHONE, 0).code.unwrap();
                post(&alice, "phone/confirm", &[("code", &code)]).done();
            };
            if added && before {
                add();
            }
            let link = change(house, &alice, OLD, NEW);
            if added && !before {
                add();
            }
            press(house, &link).done();
            let proved = house.count("SELECT count(*) FROM users WHERE phone_verified_at IS NOT NULL");
            assert_eq!(proved == 1, stays);
            let theirs = if added { super::NEW_PHONE } else { PHONE };
            let posted = house.posted();
            let ask = serde_json::json!({"phone": theirs});
            house.visitor(Door::Bearer).post_json("/api/v1/verify/phone/resend", &ask).done();
            assert_eq!(house.posted(), posted, "nor is it proved again from outside");
        });
    }
}

#[test]
fn a_password_changed_by_whoever_has_the_account_does_not_take_the_way_back() {
    on_every_database("", |house| {
        let (_, alice) = alice(house, Door::Bearer);
        let link = change(house, &alice, OLD, NEW);
        house.later(Duration::from_secs(60));
        house.visitor(Door::Bearer).post_json("/api/v1/password/reset", &serde_json::json!({"identifier": NEW})).done();
        let code = house.received(countersign::delivery::MessageKind::ResetPassword, NEW, 0).code.unwrap();
        let body = serde_json::json!({"identifier": NEW, "code": code, "new_password": WRONG});
        house.visitor(Door::Bearer).post_json("/api/v1/password/reset/confirm", &body).done();
        press(house, &link).done();
        assert!(has(house, OLD));
    });
}
