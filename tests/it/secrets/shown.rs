//! `Debug` of what holds a secret, since whatever can be printed one day is.

use crate::house::{Database, House, on_every_database};
use crate::people::{PASSWORD, WRONG, alice};
use countersign::accounts::{Bearing, Carrier};
use countersign::ambient::SystemRandom;
use countersign::context::Client;
use countersign::db::Target;
use countersign::forms::{Input, Source, Value};
use countersign::tokens::{Keys, Opaque};
use secrecy::{ExposeSecret, SecretString};
use std::fmt::Debug;

const KEY: &str = "Vt3qZ8mWc5RkYxN7pLhJ2sDfGbT9aQeU";

#[track_caller]
fn hides(thing: &dyn Debug, secrets: &[&str]) {
    for shown in [format!("{thing:?}"), format!("{thing:#?}")] {
        for secret in secrets {
            assert!(!shown.contains(secret), "{secret} is shown: {shown}");
        }
    }
}

#[test]
fn what_was_sent_is_not_shown() {
    let house = House::build(Database::Sqlite, "");
    let members = ["identifier", "password"].map(|name| (name.to_owned(), Value::Text(WRONG.to_owned())));
    let input = Input::new(Source::Json, members.to_vec());
    hides(&input, &[WRONG]);
    let login = house.app.accounts().login_form.clean(&input).unwrap();
    hides(&login.password, &[WRONG]);
    let new = [("username", "carol"), ("password", PASSWORD)].map(|(n, v)| (n.to_owned(), Value::Text(v.to_owned())));
    let input = Input::new(Source::Json, new.to_vec());
    let (registration, errors) = house.app.accounts().register_form.clean(&input);
    hides(&registration, &[PASSWORD]);
    hides(&errors, &[PASSWORD]);
}

#[test]
fn a_password_in_the_identifier_box_is_not_shown() {
    let house = House::build(Database::Sqlite, "");
    for slip in ["Tr0ub4dor&3 x", "trustno1_but_me", "@me", "+49x"] {
        let members =
            [("identifier", slip), ("password", WRONG)].map(|(n, v)| (n.to_owned(), Value::Text(v.to_owned())));
        let login = house.app.accounts().login_form.clean(&Input::new(Source::Json, members.to_vec())).unwrap();
        hides(&login, &[WRONG, slip, &slip.to_lowercase()]);
    }
}

#[test]
fn what_a_sign_in_gives_out_is_not_shown() {
    on_every_database("", |house| {
        alice(house);
        for carrier in [Carrier::Bearer, Carrier::Cookie { remember: true }] {
            let members = [("identifier", "alice"), ("password", PASSWORD)]
                .map(|(n, v)| (n.to_owned(), Value::Text(v.to_owned())));
            let request = house.app.accounts().login_form.clean(&Input::new(Source::Json, members.to_vec())).unwrap();
            let entry = house.work(|accounts, cx| accounts.login(cx, &request, carrier));
            let hash = entry.user.password.clone();
            let mut secrets = vec![PASSWORD.to_owned()];
            secrets.extend((!hash.is_empty()).then_some(hash));
            match &entry.bearing {
                Bearing::Bearer(pair) => {
                    secrets.push(pair.access_token.expose_secret().to_owned());
                    secrets.push(pair.refresh_token.expose_secret().to_owned());
                }
                Bearing::Cookie { key, .. } => secrets.push(key.expose()),
            }
            let secrets: Vec<&str> = secrets.iter().map(String::as_str).collect();
            hides(&entry, &secrets);
        }
    });
}

#[test]
fn keys_settings_and_the_program_are_not_shown() {
    let house = House::build(Database::Sqlite, &format!("secret_keys = [\"{KEY}\"]"));
    hides(house.app.settings(), &[KEY]);
    hides(&house.app, &[KEY]);
    hides(house.app.accounts(), &[KEY]);
    hides(&Keys::new(&[SecretString::from(KEY.to_owned())]), &[KEY]);
    let opaque = Opaque::new(&SystemRandom);
    hides(&opaque, &[&opaque.expose()]);
    hides(&Target::Postgres(SecretString::from(format!("postgres://me:{KEY}@127.0.0.1/x"))), &[KEY]);
    let away = Target::Postgres(SecretString::from(format!("postgres://me:{KEY}@127.0.0.1:1/x"))).connect();
    hides(&away.err(), &[KEY]);
    hides(&Client::local(), &[KEY]);
}

#[test]
fn an_account_is_shown_without_its_hash() {
    let house = House::build(Database::Sqlite, "");
    let user = alice(&house);
    assert!(!format!("{user:?}").contains("bcrypt_sha256$"), "{user:?}");
}
