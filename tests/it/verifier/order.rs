//! One verification for a number at a time: the one that was asked for last, in whichever order they were sent.

use super::service::{Remote, Twilio};
use super::{MINUTE, PHONE};
use crate::house::{Database, House, databases};
use crate::people::alice;
use countersign::accounts::Wanted;
use countersign::db::User;
use countersign::delivery::Verification;
use countersign::otp::{Channel, CodeRules, OneTimePasswords, OtpRules, Purpose, Target, Verifier};
use countersign::tokens::Keys;
use secrecy::SecretString;
use std::sync::Arc;
use std::time::Duration;

/// A house, alice, and what makes codes for her that the postman knows nothing of.
fn house(database: Database, twilio: &Twilio) -> (House, User, OneTimePasswords) {
    let house = House::build_with(database, "[phone]\nverifier = \"twilio\"", |plugins| {
        plugins.phone_verifiers.register("twilio", Arc::new(twilio.remote()));
    });
    let user = alice(&house);
    let code = CodeRules { length: 6, alphabet: ('0'..='9').collect(), ttl: Duration::from_secs(600) };
    let rules = OtpRules {
        email: code.clone(),
        phone: code,
        resend_interval: MINUTE,
        max_per_hour: 5,
        max_per_day: 10,
        max_wait: Duration::from_secs(3600),
        max_attempts: 5,
        sms_daily_budget: 0,
    };
    let keys = Keys::new(&[SecretString::from("a key for tests, long enough to be one: 8f3Kq2")]);
    let remote: Remote = twilio.remote();
    (house, user, OneTimePasswords::new(rules, &keys).with_verifier(Verifier::new("twilio", Arc::new(remote))))
}

fn sid(n: u32) -> String {
    format!("VE{n:032x}")
}

#[test]
fn the_one_that_was_asked_for_last_is_the_one_that_counts() {
    for database in databases() {
        let twilio = Twilio::start();
        let (house, user, otp) = house(database, &twilio);
        let target = Target::own(&user, Channel::Phone).unwrap();
        let issue = |purpose| -> Verification {
            house.later(MINUTE);
            let issued = house.work(|_, cx| cx.db.write(|conn| otp.issue(cx, conn, &target, purpose)));
            assert!(issued.code.is_none() && issued.link.is_none(), "nothing of it is known here");
            issued.verification.unwrap()
        };
        let note = |of: &Verification, n| house.work(|accounts, cx| accounts.note_verification(cx, of, &sid(n)));
        let wanted = |of: &Verification| house.work(|accounts, cx| accounts.wants_verification(cx, of));
        let noted = || {
            let count = |purpose, n| {
                let sql = "SELECT count(*) FROM one_time_passwords WHERE purpose";
                house.count(&format!("{sql} = '{purpose}' AND remote_id = '{}'", sid(n)))
            };
            (count("verify", 1), count("reset", 2))
        };
        let verify = issue(Purpose::Verify);
        assert_eq!(wanted(&verify), Wanted::Now(verify.clone()));
        let reset = issue(Purpose::Reset);
        assert_eq!(wanted(&verify), Wanted::NoMore, "another was asked for since");
        // Both under way at once, and the later one noted first.
        note(&reset, 2);
        assert_eq!(wanted(&reset), Wanted::Sent, "and only not marked so");
        note(&verify, 1);
        assert_eq!(noted(), (0, 1));
        house.sql("UPDATE one_time_passwords SET remote_id = NULL");
        note(&verify, 1);
        assert_eq!(noted(), (1, 0));
        assert_eq!(wanted(&reset), Wanted::Now(Verification { before: vec![sid(1)], ..reset.clone() }));
        note(&reset, 2);
        assert_eq!(noted(), (0, 1));
        // What is there when the next is asked for is told to the service, also what it takes the place of.
        let again = issue(Purpose::Reset);
        assert_eq!(again.before, [sid(2)]);
        assert_eq!(wanted(&reset), Wanted::NoMore, "it was replaced");
        note(&reset, 2);
        assert_eq!(noted(), (0, 0));
        house.later(Duration::from_secs(600));
        assert_eq!(wanted(&again), Wanted::NoMore, "it is expired");
    }
}

#[test]
fn another_number_is_another_matter() {
    for database in databases() {
        let twilio = Twilio::start();
        let (house, user, otp) = house(database, &twilio);
        let own = Target::own(&user, Channel::Phone).unwrap();
        let other = Target { address: "+4915123456780".into(), ..own.clone() };
        assert_eq!(own.address, PHONE);
        let issue = |target: &Target| {
            house.later(MINUTE);
            let issued = house.work(|_, cx| cx.db.write(|conn| otp.issue(cx, conn, target, Purpose::Change)));
            issued.verification.unwrap()
        };
        let first = issue(&own);
        house.work(|accounts, cx| accounts.note_verification(cx, &first, &sid(1)));
        let second = issue(&other);
        house.work(|accounts, cx| accounts.note_verification(cx, &second, &sid(2)));
        assert_eq!(second.before, Vec::<String>::new());
        assert_eq!(house.count("SELECT count(*) FROM one_time_passwords WHERE remote_id IS NOT NULL"), 2);
        let email = Target::own(&user, Channel::Email).unwrap();
        let issued = house.work(|_, cx| cx.db.write(|conn| otp.issue(cx, conn, &email, Purpose::Verify)));
        assert!(issued.code.is_some() && issued.link.is_some() && issued.verification.is_none(), "email is ours");
    }
}
