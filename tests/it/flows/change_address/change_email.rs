//! Changing the email address, through every door.

use super::{NEW, OLD, WRONG_CODE, alice, ask, change, email, events, post, refused};
use crate::house::{on_every_database, through_every_door};
use crate::people::{PASSWORD, WRONG, bob, person};
use crate::visitor::Door;
use countersign::delivery::MessageKind::{ChangeEmail, EmailChanged, ResetPassword, VerifyEmail};
use serde_json::json;
use std::time::Duration;

#[test]
fn the_new_address_takes_over_once_it_is_proved_and_the_old_one_is_told() {
    through_every_door("", |house, visitor| {
        let (_, alice) = alice(house, visitor.door);
        let (hashes, asked) = house.hashes_of(|| ask(&alice, "Alice@Example.NET").done());
        assert_eq!(hashes, 1);
        if alice.door == Door::Pages {
            assert_eq!(asked.reply.header("location"), Some("/account/email/confirm"));
            let page = alice.get("/account/email/confirm");
            assert!(page.status == 200 && page.body.contains("Alice@example.net"), "{}", page.body);
        } else {
            assert_eq!((asked.reply.status, &asked.reply.json()["destination"]), (202, &json!("Al***@ex*****.***")));
        }
        assert_eq!(email(&alice), (OLD.into(), true), "not before it is proved");
        let letter = house.received(ChangeEmail, "Alice@example.net", 0);
        assert_eq!(house.posted(), 1, "nobody else is told yet");
        post(&alice, "email/confirm", &[("code", WRONG_CODE)]).refused(&["code invalid_code"]);
        let code = letter.code.unwrap();
        let early = post(&alice, "email/confirm", &[("code", &code)]);
        assert_eq!((early.reply.status, early.retry_after()), (429, Some(1)));
        assert_eq!(email(&alice), (OLD.into(), true));
        house.later(Duration::from_secs(1));
        let done = post(&alice, "email/confirm", &[("code", &code.to_lowercase())]).done();
        if alice.door == Door::Pages {
            assert_eq!(done.reply.header("location"), Some("/account/email?changed"));
        } else {
            assert_eq!((done.reply.status, &done.reply.json()["user"]["email"]), (200, &json!("Alice@example.net")));
        }
        assert_eq!(email(&alice), ("Alice@example.net".into(), true));
        let told = house.received(EmailChanged, OLD, 0);
        assert!(told.text.contains("Al***@ex*****.***") && told.code.is_none(), "{}", told.text);
        assert!(told.link.unwrap().starts_with("/account/email/undo/"));
        assert_eq!(house.count("SELECT count(*) FROM pending_changes"), 0);
        assert_eq!(house.count("SELECT count(*) FROM one_time_passwords"), 0);
        let noted = "SELECT count(*) FROM account_events WHERE kind = 'email_changed' AND user_id IS NOT NULL AND ";
        let detail =
            "CAST(detail AS text) LIKE '%al***@ex*****.***%' AND CAST(detail AS text) LIKE '%Al***@ex*****.***%'";
        assert_eq!(house.count(&format!("{noted}{detail}")), 1);
        assert_eq!(events(house, "code_refused"), 1);
        // Once; and from now on one signs in with the new one alone.
        post(&alice, "email/confirm", &[("code", &code)]).refused(&["code invalid_code"]);
        let login =
            |name: &str| house.visitor(Door::Bearer).login(&[("email", name), ("password", PASSWORD)]).is_done();
        assert!(login(NEW) && !login(OLD));
    });
}

#[test]
fn an_account_without_an_address_gets_one_that_is_proved_from_the_start() {
    through_every_door("", |house, visitor| {
        person(house, Some("carol"), None, None);
        visitor.login(&[("identifier", "carol"), ("password", PASSWORD)]).done();
        ask(visitor, NEW).done();
        let code = house.received(ChangeEmail, NEW, 0).code.unwrap();
        post(visitor, "email/confirm", &[("code", &code)]).done();
        assert_eq!(email(visitor), (NEW.into(), true));
        assert_eq!((house.posted(), house.count("SELECT count(*) FROM address_undos")), (1, 0), "no old one to tell");
    });
}

#[test]
fn a_form_with_mistakes_is_refused_alike_at_every_door_before_the_password_is_looked_at() {
    through_every_door("", |house, visitor| {
        let (_, alice) = alice(house, visitor.door);
        let forms: [(&[(&str, &str)], &[&str]); 6] = [
            (&[], &["new_email required", "password required"]),
            (&[("password", WRONG)], &["new_email required"]),
            (&[("new_email", NEW)], &["password required"]),
            (&[("new_email", "no address")], &["new_email invalid", "password required"]),
            (&[("new_email", "x@"), ("password", WRONG)], &["new_email invalid"]),
            (&[("new_email", NEW), ("password", WRONG), ("email_verified_at", "now")], &["# unknown_field"]),
        ];
        for (fields, mistakes) in forms {
            let outcome = |fields| {
                let mut outcome = post(&alice, "email", fields);
                // The API points at the member; a page has no box to say it beside.
                for mistake in &mut outcome.mistakes {
                    *mistake = mistake.replace("email_verified_at ", "# ");
                }
                outcome
            };
            let (hashes, ()) = house.hashes_of(|| refused(house, mistakes, 422, || outcome(fields)));
            assert_eq!(hashes, 0, "{fields:?}");
        }
        assert_eq!(house.count("SELECT count(*) FROM login_failures WHERE failures > 0"), 0);
    });
}

#[test]
fn without_the_password_nothing_is_changed_and_nothing_is_learned() {
    through_every_door("", |house, visitor| {
        let (_, alice) = alice(house, visitor.door);
        bob(house);
        // Free, taken, her own: a wrong password is all that is said.
        for new in [NEW, "bob@example.org", OLD] {
            let wrong = || post(&alice, "email", &[("new_email", new), ("password", WRONG)]);
            let (hashes, ()) = house.hashes_of(|| refused(house, &["password invalid_credentials"], 422, wrong));
            assert_eq!(hashes, 1);
        }
        // Counted with every other door. The next is looked at nowhere, right or wrong.
        for _ in 0..2 {
            refused(house, &["password invalid_credentials"], 422, || {
                post(&alice, "email/remove", &[("password", WRONG)])
            });
        }
        assert_eq!(events(house, "reauthentication_failed"), 5);
        let (hashes, ()) = house.hashes_of(|| refused(house, &["# throttled"], 429, || ask(&alice, NEW)));
        assert_eq!(hashes, 0);
        house.later(Duration::from_secs(30));
        ask(&alice, NEW).done();
        assert_eq!(house.count("SELECT count(*) FROM login_failures WHERE failures > 0"), 0, "a right one clears them");
    });
}

#[test]
fn the_same_value_and_a_taken_one_are_told_whoever_knows_the_password() {
    through_every_door("", |house, visitor| {
        let (_, alice) = alice(house, visitor.door);
        bob(house);
        refused(house, &["new_email same_value"], 422, || ask(&alice, "ALICE@example.org"));
        refused(house, &["new_email taken"], 422, || ask(&alice, "BOB@example.org"));
        // A refusal after a right password is no failure of the password.
        for _ in 0..6 {
            refused(house, &["new_email taken"], 422, || ask(&alice, "bob@example.org"));
        }
        assert_eq!(house.count("SELECT count(*) FROM login_failures WHERE failures > 0"), 0);
    });
}

#[test]
fn whoever_is_not_signed_in_changes_nothing() {
    through_every_door("", |house, visitor| {
        crate::people::alice(house);
        let status = if visitor.door == Door::Pages { 303 } else { 401 };
        for what in ["email", "email/confirm", "email/resend", "email/remove", "email/cancel", "phone", "phone/confirm"]
        {
            let outcome = post(visitor, what, &[("new_email", NEW), ("password", PASSWORD)]);
            assert_eq!(outcome.reply.status, status, "{what}: {outcome:?}");
        }
        assert_eq!((house.posted(), house.count("SELECT count(*) FROM pending_changes")), (0, 0));
    });
}

#[test]
fn of_two_changes_the_first_is_dead_with_its_code_and_its_link() {
    through_every_door("", |house, visitor| {
        let (_, alice) = alice(house, visitor.door);
        ask(&alice, NEW).done();
        let first = house.received(ChangeEmail, NEW, 0);
        ask(&alice, "alice@example.com").done();
        let second = house.received(ChangeEmail, "alice@example.com", 0);
        post(&alice, "email/confirm", &[("code", first.code.as_ref().unwrap())]).refused(&["code invalid_code"]);
        assert_eq!(house.visitor(Door::Pages).post_form(&first.link.unwrap(), &[]).reply.status, 422);
        assert_eq!(email(&alice), (OLD.into(), true));
        house.later(Duration::from_secs(1));
        post(&alice, "email/confirm", &[("code", &second.code.unwrap())]).done();
        assert_eq!(email(&alice), ("alice@example.com".into(), true));
    });
}

#[test]
fn looking_at_the_link_changes_nothing_and_its_button_works_once_and_signed_out() {
    on_every_database("", |house| {
        let (_, alice) = alice(house, Door::Bearer);
        ask(&alice, NEW).done();
        let letter = house.received(ChangeEmail, NEW, 0);
        let link = letter.link.unwrap();
        assert!(link.starts_with("/account/email/confirm/"), "{link}");
        let scanner = house.visitor(Door::Pages);
        for method in ["GET", "HEAD", "GET"] {
            assert_eq!(scanner.send(method, &link, &[], b"").status, 200);
        }
        assert_eq!(email(&alice), (OLD.into(), true));
        let (head, _) = link.rsplit_once('/').unwrap();
        assert_eq!(scanner.post_form(&format!("{head}/{}", "A".repeat(43)), &[]).reply.status, 422);
        assert_eq!(scanner.get(&format!("{head}/x")).status, 422);
        let pressed = scanner.post_form(&link, &[]).done();
        assert_eq!(pressed.reply.header("location"), Some("/account/email/complete"));
        assert_eq!(scanner.get("/account/email/complete").status, 200);
        assert_eq!((email(&alice), scanner.me()), ((NEW.into(), true), None), "a link signs nobody in");
        assert_eq!(scanner.post_form(&link, &[]).reply.status, 422);
        post(&alice, "email/confirm", &[("code", &letter.code.unwrap())]).refused(&["code invalid_code"]);
    });
}

#[test]
fn an_address_that_is_taken_meanwhile_stays_the_others_and_the_change_is_given_up() {
    through_every_door("", |house, visitor| {
        let (_, alice) = alice(house, visitor.door);
        ask(&alice, NEW).done();
        let letter = house.received(ChangeEmail, NEW, 0);
        person(house, Some("bob"), Some(NEW), None);
        let late = post(&alice, "email/confirm", &[("code", letter.code.as_ref().unwrap())]);
        assert_eq!(late.reply.status, 422);
        late.refused(&["# taken"]);
        assert_eq!(email(&alice), (OLD.into(), true));
        assert_eq!(house.count("SELECT count(*) FROM pending_changes"), 0);
        assert_eq!(house.posted(), 1, "and nobody is told of a change that was none");
        assert_eq!(house.visitor(Door::Pages).post_form(&letter.link.unwrap(), &[]).reply.status, 422);
    });
}

#[test]
fn codes_of_other_purposes_are_nothing_here_and_these_are_nothing_elsewhere() {
    on_every_database("[verification]\nemail = \"optional\"", |house| {
        let carol = house.visitor(Door::Bearer);
        carol.register(&[("username", "carol"), ("email", OLD), ("password", PASSWORD)]).done();
        let verify = house.received(VerifyEmail, OLD, 0).code.unwrap();
        house.later(Duration::from_secs(60));
        house.visitor(Door::Bearer).post_json("/api/v1/password/reset", &json!({"identifier": OLD})).done();
        let reset = house.received(ResetPassword, OLD, 0).code.unwrap();
        ask(&carol, NEW).done();
        let letter = house.received(ChangeEmail, NEW, 0);
        let change = letter.code.unwrap();
        let forget = || house.sql("DELETE FROM login_failures; UPDATE one_time_passwords SET tries = 0");
        for code in [&verify, &reset] {
            post(&carol, "email/confirm", &[("code", code)]).refused(&["code invalid_code"]);
            forget();
        }
        carol.submit("verify/email", &[("code", &change)]).refused(&["code invalid_code"]);
        forget();
        let body = json!({"identifier": OLD, "code": change, "new_password": "the moles dig in the evening"});
        house.visitor(Door::Bearer).post_json("/api/v1/password/reset/confirm", &body).refused(&["code invalid_code"]);
        let tail = letter.link.unwrap().replace("/account/email/confirm/", "");
        for door in ["/verify/email", "/password/reset", "/account/email/undo"] {
            let both = [("new_password", WRONG), ("new_password_confirm", WRONG)];
            let fields = if door == "/password/reset" { &both[..] } else { &[] };
            assert_eq!(house.visitor(Door::Pages).post_form(&format!("{door}/{tail}"), fields).reply.status, 422);
        }
        assert_eq!(email(&carol), (OLD.into(), false));
        post(&carol, "email/confirm", &[("code", &change)]).done();
    });
}

#[test]
fn an_address_may_be_had_again_and_then_has_no_way_back_to_itself() {
    on_every_database("", |house| {
        let (_, alice) = alice(house, Door::Bearer);
        change(house, &alice, OLD, NEW);
        house.later(Duration::from_secs(60));
        change(house, &alice, NEW, OLD);
        assert_eq!(email(&alice), (OLD.into(), true));
        assert_eq!(house.count("SELECT count(*) FROM address_undos"), 1, "only for the one in between");
    });
}
