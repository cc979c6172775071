//! A code is good for one purpose, one address and one account: every one at every other's door.

use super::{EMAIL, NEW, OPTIONAL, PHONE, WRONG, carol, login, reset, stranger, verify};
use crate::house::{House, on_every_database};
use crate::people::{PASSWORD, alice};
use crate::visitor::Door;
use countersign::accounts::Actor;
use countersign::db::User;
use countersign::delivery::MessageKind::{ResetPassword, VerifyEmail, VerifyPhone};
use countersign::otp::{Channel, Checked, CodeRules, Issued, OneTimePasswords, OtpRules, Purpose, Target};
use countersign::tokens::{Keys, Opaque};
use secrecy::{ExposeSecret, SecretString};
use serde_json::json;
use std::time::Duration;

/// The one-time passwords of a house, as a program that uses the library has them.
fn one_time_passwords(house: &House) -> OneTimePasswords {
    let settings = house.app.settings();
    let code = |code: &countersign::settings::OtpCode| CodeRules {
        length: code.length,
        alphabet: code.alphabet.chars().collect(),
        ttl: code.ttl,
    };
    let rules = OtpRules {
        email: code(&settings.otp.email),
        phone: code(&settings.otp.phone),
        resend_interval: Duration::from_secs(60),
        max_per_hour: 5,
        max_per_day: 10,
        max_wait: Duration::from_secs(3600),
        max_attempts: 5,
        sms_daily_budget: 0,
    };
    let key = SecretString::from("a key for tests, long enough to be one: 8f3Kq2");
    OneTimePasswords::new(rules, &Keys::new(&[key]))
}

const BY_CODE: &str = "[login]\nby_code = true";

/// As if nobody had tried anything.
const FORGET: &str = "DELETE FROM login_failures; UPDATE one_time_passwords SET tries = 0";

fn issue(house: &House, user: &User, channel: Channel, purpose: Purpose) -> Issued {
    let otp = one_time_passwords(house);
    let target = Target::own(user, channel).unwrap();
    house.work(|_, cx| cx.db.write(|conn| otp.issue(cx, conn, &target, purpose)))
}

fn code_of(issued: &Issued) -> &str {
    issued.code.as_ref().unwrap().expose_secret()
}

#[test]
fn a_code_is_right_for_the_purpose_the_channel_and_the_account_it_was_made_for_and_no_other() {
    on_every_database("", |house| {
        let (alice, bob) = (alice(house), crate::people::bob(house));
        let otp = one_time_passwords(house);
        let channels = [Channel::Email, Channel::Phone];
        for (made_for, made_by) in channels.iter().flat_map(|c| Purpose::ALL.map(|p| (*c, p))) {
            let issued = issue(house, &alice, made_for, made_by);
            for (channel, purpose) in channels.iter().flat_map(|c| Purpose::ALL.map(|p| (*c, p))) {
                for user in [&bob, &alice] {
                    let same = channel == made_for && purpose == made_by && user.id == alice.id;
                    let checked = |target: &Target| {
                        house.sql(FORGET);
                        house.work(|_, cx| otp.check(cx, target, purpose, code_of(&issued), &|_, _| Ok(())))
                    };
                    let own = Target::own(user, channel).unwrap();
                    assert_eq!(matches!(checked(&own), Checked::Right(_)), same, "{made_by:?} at {purpose:?}");
                    // The address with another account behind it, or with none.
                    for other in [None, Some(bob.id)] {
                        let target = Target { user: other, ..Target::own(&alice, channel).unwrap() };
                        assert!(!matches!(checked(&target), Checked::Right(_)), "{made_by:?} at {purpose:?}");
                    }
                }
            }
            for purpose in Purpose::ALL {
                let Some(link) = &issued.link else { continue };
                let secret = Opaque::parse(link.expose_secret()).unwrap();
                let checked =
                    house.work(|_, cx| cx.db.write(|conn| otp.check_link(cx, conn, issued.id, &secret, purpose)));
                assert_eq!(matches!(checked, Checked::Right(_)), purpose == made_by);
            }
            assert_eq!(issued.link.is_some(), made_for == Channel::Email);
        }
    });
}

#[test]
fn codes_and_links_of_every_purpose_are_nothing_at_the_doors_of_the_others() {
    on_every_database(BY_CODE, |house| {
        let alice = alice(house);
        let bob = crate::people::bob(house);
        house.work(|accounts, cx| accounts.verify_by_hand(cx, Actor::Shell, bob.id, true, true));
        // Each try for itself, as if it were the first.
        let verify = |kind: &str, address: &str, code: &str| {
            house.sql(FORGET);
            verify(house, kind, address, code)
        };
        let reset = |who: &str, code: &str| {
            house.sql(FORGET);
            reset(house, who, code)
        };
        let login = |who: &str, code: &str| {
            house.sql(FORGET);
            login(house, who, code)
        };
        let (email, phone) = (alice.email.clone().unwrap(), alice.phone.clone().unwrap());
        let owner = house.visitor(Door::Bearer);
        owner.login(&[("identifier", "alice"), ("password", PASSWORD)]).done();
        for purpose in Purpose::ALL {
            let by_email = issue(house, &alice, Channel::Email, purpose);
            let by_phone = issue(house, &alice, Channel::Phone, purpose);
            let codes = [code_of(&by_email), code_of(&by_phone)];
            let pages = house.visitor(Door::Pages);
            for code in codes {
                if purpose != Purpose::Verify {
                    verify("email", &email, code).refused(&["code invalid_code"]);
                    verify("phone", &phone, code).refused(&["code invalid_code"]);
                }
                if purpose != Purpose::Reset {
                    for who in [&email, &phone, "alice"] {
                        reset(who, code).refused(&["code invalid_code"]);
                    }
                }
            }
            // A code for a change is none without a change that waits, nor is one for an address the account has.
            for (kind, path) in [("email", "me/email/confirm"), ("phone", "me/phone/confirm")] {
                for code in codes {
                    house.sql(FORGET);
                    let outcome = owner.post_json(&format!("/api/v1/{path}"), &json!({"code": code}));
                    outcome.refused(&["code invalid_code"]);
                    assert_eq!(house.count("SELECT count(*) FROM pending_changes"), 0, "{kind}");
                }
            }
            let tail = format!("{}/{}", by_email.id, by_email.link.as_ref().unwrap().expose_secret());
            if purpose != Purpose::Verify {
                assert!(!pages.post_form(&format!("/verify/email/{tail}"), &[]).is_done(), "{purpose:?}");
            }
            for kind in ["email/confirm", "email/undo", "phone/undo"] {
                assert!(!pages.post_form(&format!("/account/{kind}/{tail}"), &[]).is_done(), "{purpose:?}");
            }
            if purpose != Purpose::Login {
                assert!(!pages.post_form(&format!("/login/code/{tail}"), &[]).is_done(), "{purpose:?}");
                // Bob, whose addresses are proved, so that nothing but the purpose stands in the way.
                let by_email = issue(house, &bob, Channel::Email, purpose);
                let by_phone = issue(house, &bob, Channel::Phone, purpose);
                for who in ["bob", "bob@example.org", "+4915123456780"] {
                    login(who, by_email.code.as_ref().unwrap().expose_secret()).refused(&["code invalid_code"]);
                    login(who, by_phone.code.as_ref().unwrap().expose_secret()).refused(&["code invalid_code"]);
                }
                let tail = format!("{}/{}", by_email.id, by_email.link.as_ref().unwrap().expose_secret());
                assert!(!pages.post_form(&format!("/login/code/{tail}"), &[]).is_done(), "{purpose:?}");
            }
            if purpose != Purpose::Reset {
                let both = [("new_password", NEW), ("new_password_confirm", NEW)];
                assert!(!pages.post_form(&format!("/password/reset/{tail}"), &both).is_done(), "{purpose:?}");
            }
            // The code of one channel at the other's door of the right purpose.
            if purpose == Purpose::Verify {
                verify("email", &email, codes[1]).refused(&["code invalid_code"]);
                verify("phone", &phone, codes[0]).refused(&["code invalid_code"]);
            }
            if purpose == Purpose::Reset {
                reset(&email, codes[1]).refused(&["code invalid_code"]);
                reset(&phone, codes[0]).refused(&["code invalid_code"]);
            }
        }
        assert_eq!(house.count("SELECT count(*) FROM sessions"), 1, "her own");
        assert_eq!(house.count("SELECT count(*) FROM users WHERE email_verified_at IS NOT NULL"), 1);
        assert_eq!(house.count("SELECT count(*) FROM users WHERE phone_verified_at IS NOT NULL"), 1);
        house.visitor(Door::Bearer).login(&[("identifier", "alice"), ("password", PASSWORD)]).done();
        assert_eq!(house.count("SELECT count(*) FROM one_time_passwords"), 14, "none is spent");
    });
}

#[test]
fn the_code_of_another_account_is_nothing() {
    on_every_database(OPTIONAL, |house| {
        let carol = carol(house);
        let dave = house.visitor(Door::Bearer);
        let (email, phone) = ("dave@example.org", "+4915123456780");
        dave.register(&[("email", email), ("phone", phone), ("password", PASSWORD)]).done();
        let his_email = house.received(VerifyEmail, email, 0);
        let his_phone = house.received(VerifyPhone, phone, 0).code.unwrap();
        let his_code = his_email.code.clone().unwrap();
        carol.submit("verify/email", &[("code", &his_code)]).refused(&["code invalid_code"]);
        carol.submit("verify/phone", &[("code", &his_phone)]).refused(&["code invalid_code"]);
        verify(house, "email", "someone@example.org", &his_code).refused(&["code invalid_code"]);
        // The public part of her link with the secret part of his.
        let hers = house.received(VerifyEmail, EMAIL, 0).link.unwrap();
        let (head, _) = hers.rsplit_once('/').unwrap();
        let (_, secret) = his_email.link.as_ref().unwrap().rsplit_once('/').unwrap();
        let pages = house.visitor(Door::Pages);
        assert_eq!(pages.post_form(&format!("{head}/{secret}"), &[]).reply.status, 422);
        assert_eq!(house.count("SELECT count(*) FROM users WHERE email_verified_at IS NOT NULL"), 0);
        // His own link, pressed by her browser, proves his address and none of hers.
        pages.login(&[("identifier", "carol"), ("password", PASSWORD)]).done();
        pages.post_form(&his_email.link.unwrap(), &[]).done();
        assert_eq!(
            (&pages.me().unwrap()["email_verified"], pages.username().as_deref()),
            (&false.into(), Some("carol"))
        );
        assert_eq!(dave.me().unwrap()["email_verified"], true);
        assert_eq!(verify(house, "phone", PHONE, &his_phone).reply.status, 429, "his code was a try at hers");
    });
}

#[test]
fn a_code_asked_for_by_name_is_right_for_the_name_whichever_way_it_came() {
    on_every_database("", |house| {
        let alice = alice(house);
        house.work(|accounts, cx| accounts.verify_by_hand(cx, Actor::Shell, alice.id, true, true));
        let by = |channel| {
            let body = json!({"identifier": "alice", "channel": channel});
            stranger(house, "password/reset", &body).done();
        };
        let (email, phone) = (alice.email.clone().unwrap(), alice.phone.clone().unwrap());
        by("phone");
        let first = house.received(ResetPassword, &phone, 0).code.unwrap();
        reset(house, "alice", WRONG).refused(&["code invalid_code"]);
        assert_eq!(reset(house, "alice", &first).retry_after(), Some(1), "a try as any other");
        house.later(Duration::from_secs(60));
        // The last one asked for is the one that is meant.
        by("email");
        let second = house.received(ResetPassword, &email, 0).code.unwrap();
        reset(house, "alice", &first).refused(&["code invalid_code"]);
        house.later(Duration::from_secs(60));
        by("phone");
        let third = house.received(ResetPassword, &phone, 1).code.unwrap();
        reset(house, "alice", &second).refused(&["code invalid_code"]);
        house.later(Duration::from_secs(60));
        reset(house, "alice", &third).done();
        house.visitor(Door::Bearer).login(&[("identifier", "alice"), ("password", NEW)]).done();
    });
}
