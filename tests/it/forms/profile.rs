//! What may be changed of a profile later: the rules of the registration form still hold.

use super::{CLUB, member, send};
use crate::house::{Database, House, on_every_database};
use crate::visitor::Door;
use countersign::context::Client;
use countersign::db::{User, profile_keys, users};
use countersign::error::Error;
use countersign::forms::{Change, Input, ProfileChange, ProfileForm, Source, Value as Given};
use countersign::identifiers::{Email, Identifier};
use serde_json::{Value, json};

fn carol(house: &House) -> User {
    send(&house.visitor(Door::Bearer), "register", &member()).done();
    let email = Identifier::Email(Email::parse("carol@example.org").unwrap());
    house.work(|_, cx| cx.db.read(|conn| users::find(conn, &email))).unwrap()
}

fn given(value: &Value) -> Given {
    match value {
        Value::Null => Given::Null,
        Value::Bool(flag) => Given::Flag(*flag),
        Value::Number(number) => Given::Number(number.clone()),
        Value::String(text) => Given::Text(text.clone()),
        _ => Given::Other,
    }
}

/// What a change comes to, and its mistakes as `field code`.
fn change(house: &House, user: &User, source: Source, values: Value) -> (ProfileChange, Vec<String>) {
    let members = values.as_object().unwrap().iter().map(|(name, value)| (name.clone(), given(value))).collect();
    let form = ProfileForm::of(house.app.accounts().register_form.as_ref(), house.app.region());
    let (change, errors) = form.clean(user, &Input::new(source, members));
    let told = errors.0.iter().map(|e| format!("{} {}", e.field.as_deref().unwrap_or("#"), e.code)).collect();
    (change, told)
}

#[test]
fn what_is_sent_changes_and_the_rest_stays() {
    let house = House::build(Database::Sqlite, CLUB);
    let user = carol(&house);
    let (now, told) =
        change(&house, &user, Source::Json, json!({"team": "red", "first_name": "Caroline", "username": "carol"}));
    assert_eq!(told, Vec::<String>::new());
    assert_eq!(
        Value::Object(now.profile.unwrap().0),
        json!({"membership_number": "AB123456", "team": "red", "terms": true})
    );
    assert_eq!((now.first_name.as_deref(), now.last_name, now.keys.len()), (Some("Caroline"), None, 0));
    assert!(matches!(now.username, Change::Set(name) if name.as_str() == "carol"));

    let (now, told) =
        change(&house, &user, Source::Json, json!({"team": null, "membership_number": null, "first_name": null}));
    assert_eq!((told.len(), now.first_name.as_deref()), (0, Some("")));
    assert_eq!(Value::Object(now.profile.unwrap().0), json!({"terms": true}));
    assert!(now.keys.len() == 1 && now.keys[0].hash.is_none(), "the number is free again");
    assert_eq!(change(&house, &user, Source::Json, json!({})), (ProfileChange::default(), Vec::new()));
}

#[test]
fn the_rules_of_the_form_still_hold() {
    let house = House::build(Database::Sqlite, CLUB);
    let user = carol(&house);
    for (source, sent, expected) in [
        (Source::Json, json!({"terms": false}), "terms invalid"),
        (Source::Json, json!({"terms": null}), "terms required"),
        (Source::Page, json!({"team": "red"}), "terms required"),
        (Source::Json, json!({"team": "green"}), "team invalid"),
        (Source::Json, json!({"team": ""}), "team blank"),
        (Source::Json, json!({"membership_number": "x"}), "membership_number invalid"),
        (Source::Json, json!({"email": "new@example.org"}), "email unknown_field"),
        (Source::Json, json!({"is_staff": true}), "is_staff unknown_field"),
        (Source::Json, json!({"first_name": "x".repeat(51)}), "first_name too_long"),
        (Source::Json, json!({"last_name": "a\r\nb"}), "last_name invalid"),
        (Source::Json, json!({"username": "1x"}), "username invalid"),
        (Source::Json, json!({"username": ""}), "username blank"),
    ] {
        assert_eq!(change(&house, &user, source, sent.clone()).1, [expected], "{sent}");
    }
    let lonely = User { email: None, email_canonical: None, username: Some("carol".into()), ..user };
    assert_eq!(change(&house, &lonely, Source::Json, json!({"username": null})).1, ["# no_identifier"]);
}

#[test]
fn a_number_of_somebody_else_is_taken_here_too_and_a_freed_one_is_free() {
    on_every_database(CLUB, |house| {
        let user = carol(house);
        let dave = super::with(member(), json!({"email": "dave@example.org", "membership_number": "CD123456"}));
        send(&house.visitor(Door::Bearer), "register", &dave).done();
        let set = |number: Value| {
            let (now, told) = change(house, &user, Source::Json, json!({"membership_number": number}));
            assert_eq!(told, Vec::<String>::new());
            let clashes = house.work(|_, cx| cx.db.read(|conn| profile_keys::clashes(conn, &now.keys, Some(user.id))));
            let done = house
                .app
                .work(&Client::local(), |_, cx| cx.db.write(|conn| profile_keys::set(conn, user.id, &now.keys)));
            (clashes, done)
        };
        let (clashes, done) = set(json!("CD123456"));
        assert_eq!(clashes, ["membership_number"]);
        assert!(matches!(done, Err(Error::Invalid(errors)) if errors.has("membership_number")));
        assert_eq!(house.count("SELECT count(*) FROM profile_keys"), 2, "nothing was lost in the attempt");
        assert!(set(json!("EF123456")).1.is_ok());
        let anew = super::with(member(), json!({"email": "erin@example.org"}));
        send(&house.visitor(Door::Bearer), "register", &anew).done();
        house.sql("DELETE FROM users");
        assert_eq!(house.count("SELECT count(*) FROM profile_keys"), 0);
    });
}
