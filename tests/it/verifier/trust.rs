//! A verifier that takes any code for right is found out: at the start, or before it is believed for the first time.

use super::service::{Remote, Twilio};
use super::{NEW, PHONE, WRONG, carol, counted, house_with, on_every_database, proved, reset, sent, settled, verify};
use crate::house::{House, databases, fresh_directory};
use countersign::ambient::{SystemClock, SystemRandom};
use countersign::app::{App, Plugins};
use countersign::delivery::{Failed, MessageKind, PhoneVerifier, Start, Unreachable, Verdict, Verification};
use countersign::settings::Settings;
use std::collections::BTreeSet;
use std::sync::{Arc, Mutex};
use std::time::Duration;

/// Takes anything.
struct Anything;

impl PhoneVerifier for Anything {
    fn start(&self, _: &Start<'_>) -> Result<String, Failed> {
        Ok("a verification".into())
    }

    fn check(&self, _: &str, _: &str, _: &str) -> Result<Verdict, Unreachable> {
        Ok(Verdict::Right)
    }
}

/// Takes any code, for a verification that it has begun itself.
#[derive(Default)]
struct AnyCode(Mutex<BTreeSet<String>>);

impl PhoneVerifier for AnyCode {
    fn start(&self, start: &Start<'_>) -> Result<String, Failed> {
        self.0.lock().unwrap().insert(start.to.to_owned());
        Ok(start.to.to_owned())
    }

    fn check(&self, id: &str, _: &str, _: &str) -> Result<Verdict, Unreachable> {
        Ok(if self.0.lock().unwrap().contains(id) { Verdict::Right } else { Verdict::Gone })
    }

    fn usual_time(&self) -> Duration {
        Duration::ZERO
    }
}

/// What keeps the program from starting under these settings, with these verifiers.
fn stopped(text: &str, verifiers: Vec<(&str, Arc<dyn PhoneVerifier>)>) -> Vec<(Option<usize>, String)> {
    let directory = fresh_directory();
    let loaded = Settings::from_toml(text, &directory).unwrap();
    let mut plugins = Plugins::built_in(&loaded.settings);
    for (name, verifier) in verifiers {
        plugins.phone_verifiers.register(name, verifier);
    }
    let built = App::build_with(&loaded, &plugins, Arc::new(SystemClock), Arc::new(SystemRandom));
    std::fs::remove_dir_all(directory).unwrap();
    let mistakes = built.err().map(|mistakes| mistakes.0).unwrap_or_default();
    mistakes.iter().map(|mistake| (mistake.line, mistake.to_string())).collect()
}

#[test]
fn a_verifier_that_accepts_anything_stops_the_program() {
    let found = stopped("# phones\n[phone]\nverifier = \"lenient\"", vec![("lenient", Arc::new(Anything))]);
    assert_eq!(found.len(), 1, "{found:?}");
    assert_eq!(found[0].0, Some(3));
    assert!(
        found[0].1.contains("settings.toml:3: phone.verifier: \"lenient\" accepts a code that was never sent"),
        "{found:?}"
    );
    assert!(found[0].1.contains("\"otp\""), "{found:?}");
    // Registered and not named, it is never asked.
    assert_eq!(stopped("", vec![("lenient", Arc::new(Anything)), ("otp", Arc::new(Anything))]), []);
    assert_eq!(
        stopped(
            "phone_authentication_active = false\n[phone]\nverifier = \"lenient\"",
            vec![("lenient", Arc::new(Anything))]
        ),
        []
    );
}

#[test]
fn a_name_that_nobody_registered_stops_the_program_with_those_that_would_work() {
    let twilio = Twilio::start();
    let found = stopped("[phone]\nverifier = \"twillio\"", vec![("twilio", Arc::new(twilio.remote()))]);
    assert_eq!(found.len(), 1, "{found:?}");
    assert_eq!(found[0].0, Some(2));
    let told =
        "phone.verifier: \"twillio\" is not a known phone verifier. Known: `otp`, `twilio`. Did you mean `twilio`?";
    assert!(found[0].1.ends_with(told), "{found:?}");
}

#[test]
fn a_verifier_that_accepts_any_code_for_what_it_began_is_found_out_before_it_is_believed() {
    for database in databases() {
        let settings = "[verification]\nphone = \"optional\"\n[phone]\nverifier = \"lenient\"";
        let house = House::build_with(database, settings, |plugins| {
            plugins.phone_verifiers.register("lenient", Arc::new(AnyCode::default()));
        });
        carol(&house);
        settled(&house);
        for code in [WRONG, "123456", WRONG] {
            verify(&house, PHONE, code).refused(&["# unavailable"]);
            reset(&house, PHONE, code, NEW).refused(&["code invalid_code"]);
        }
        assert_eq!((proved(&house), counted(&house)), (0, (0, 0)));
    }
}

#[test]
fn the_first_time_a_process_asks_a_code_that_cannot_be_right_goes_before() {
    on_every_database("", |house, twilio| {
        carol(house);
        let code = sent(house, twilio, PHONE);
        assert_eq!(twilio.checks(), 0, "the start cost nothing");
        verify(house, PHONE, WRONG).refused(&["code invalid_code"]);
        assert_eq!(twilio.checks(), 2);
        house.later(Duration::from_secs(1));
        verify(house, PHONE, &code).done();
        assert_eq!(twilio.checks(), 3);
        let sent: Vec<String> =
            twilio.asked().iter().filter_map(|asked| super::service::field(asked, "Code")).collect();
        assert_eq!((sent[0].len(), &sent[1..]), (16, &[WRONG.to_owned(), code][..]));
    });
}

#[test]
fn a_service_that_is_away_does_not_keep_the_program_from_starting() {
    struct Away;
    impl PhoneVerifier for Away {
        fn start(&self, _: &Start<'_>) -> Result<String, Failed> {
            Err(Failed::Passing("away".into()))
        }
        fn check(&self, _: &str, _: &str, _: &str) -> Result<Verdict, Unreachable> {
            Err(Unreachable("away".into()))
        }
    }
    assert_eq!(stopped("[phone]\nverifier = \"away\"", vec![("away", Arc::new(Away))]), []);
}

/// Gives what it sends a name that cannot be kept.
struct Names(&'static str);

impl PhoneVerifier for Names {
    fn start(&self, _: &Start<'_>) -> Result<String, Failed> {
        Ok(self.0.into())
    }

    fn check(&self, _: &str, _: &str, _: &str) -> Result<Verdict, Unreachable> {
        Ok(Verdict::Gone)
    }
}

#[test]
fn what_a_verifier_calls_a_code_must_be_a_name_and_a_letter_must_be_for_it() {
    let letter = crate::delivery::by_phone(MessageKind::VerifyPhone);
    let verification =
        |verifier: &str| Verification { verifier: verifier.into(), id: letter.id.clone(), before: vec![] };
    for database in databases() {
        for name in ["", "a\0b", Box::leak("x".repeat(256).into_boxed_str())] {
            let settings = "[phone]\nverifier = \"names\"";
            let house = House::build_with(database, settings, |plugins| {
                plugins.phone_verifiers.register("names", Arc::new(Names(name)));
            });
            let started = house.work(|accounts, _| Ok(accounts.start_verification(&letter, &verification("names"))));
            assert!(started.is_err_and(|failed| !failed.is_final()));
        }
        let twilio = Twilio::start();
        let house = house_with(database, "", Remote(twilio.client(), Duration::ZERO));
        let started = house.work(|accounts, _| Ok(accounts.start_verification(&letter, &verification("another"))));
        assert!(started.is_err_and(|failed| failed.is_final() && failed.reason().contains("another")));
        assert!(twilio.asked().is_empty());
    }
}
