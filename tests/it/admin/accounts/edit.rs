//! Accounts changed by those who administer.

use super::super::{inside, root, zoe};
use super::{account, act, event, refused};
use crate::house::{House, through_every_door};
use crate::people::{PASSWORD, alice, bob, person};
use crate::visitor::{Door, Outcome, Visitor};
use countersign::accounts::Actor;
use countersign::db::Id;
use countersign::delivery::MessageKind::{EmailChanged, VerifyEmail};
use serde_json::{Value, json};

/// Sends a change. A page sends every box, so what is not changed goes along as it is.
fn edit(house: &House, visitor: &Visitor<'_>, id: Id, changes: &Value) -> Outcome {
    let changes = changes.as_object().unwrap();
    let path = super::super::at(visitor.door, &format!("/accounts/{id}"));
    if visitor.door != Door::Pages {
        return visitor.call("PATCH", &path, &Value::Object(changes.clone()));
    }
    let now = account(house, id).unwrap();
    let own = visitor.get(&format!("{path}/edit")).body;
    let mut fields: Vec<(String, String)> = Vec::new();
    let names = ["username", "email", "phone", "first_name", "last_name", "is_active", "is_staff", "is_superuser"];
    let others = changes.keys().map(String::as_str).filter(|name| !names.contains(name));
    for name in names.into_iter().chain(others) {
        let shown = own.contains(&format!("name=\"{name}\""));
        let value = match changes.get(name) {
            None if !shown => continue,
            None => &now[name],
            Some(value) => value,
        };
        match value {
            Value::Bool(true) => fields.push((name.into(), "true".into())),
            Value::Bool(false) if changes.contains_key(name) && !shown => fields.push((name.into(), "false".into())),
            Value::Bool(false) => {}
            Value::Null => fields.push((name.into(), String::new())),
            value => fields.push((name.into(), value.as_str().unwrap().to_owned())),
        }
    }
    let fields: Vec<(&str, &str)> = fields.iter().map(|(name, value)| (name.as_str(), value.as_str())).collect();
    visitor.post_form(&format!("{path}/edit"), &fields)
}

#[test]
fn names_are_changed_and_the_rest_stays() {
    through_every_door("", |house, visitor| {
        let alice = alice(house);
        zoe(house);
        let staff = inside(house, visitor.door, "zoe");
        let mut due = account(house, alice.id).unwrap();
        edit(house, &staff, alice.id, &json!({"username": "Alicia", "first_name": "Ali"})).done();
        (due["username"], due["first_name"]) = (json!("Alicia"), json!("Ali"));
        assert_eq!(account(house, alice.id).unwrap(), due);
        let detail = event(house, alice.id, "profile_changed");
        assert_eq!(detail["fields"], json!(["username", "first_name"]));
        assert_eq!(detail["by"], staff.me().unwrap()["id"]);
        // The same again is no change.
        let events = house.count("SELECT count(*) FROM account_events");
        edit(house, &staff, alice.id, &json!({"username": "Alicia"})).done();
        assert_eq!(house.count("SELECT count(*) FROM account_events"), events);
    });
}

#[test]
fn an_address_set_by_staff_is_unproved_and_the_old_one_is_told() {
    through_every_door("[verification]\nemail = \"optional\"", |house, visitor| {
        let alice = alice(house);
        house.work(|accounts, cx| accounts.verify_by_hand(cx, Actor::Shell, alice.id, true, true));
        zoe(house);
        let staff = inside(house, visitor.door, "zoe");
        edit(house, &staff, alice.id, &json!({"email": "New@Example.org"})).done();
        let now = account(house, alice.id).unwrap();
        assert_eq!((&now["email"], &now["email_verified"]), (&json!("New@example.org"), &json!(false)));
        assert_eq!(now["phone_verified"], true, "the other address stays as it was");
        assert!(house.received(EmailChanged, "alice@example.org", 0).link.is_some(), "with a way back");
        let detail = event(house, alice.id, "email_changed");
        let due = json!({"from": "al***@ex*****.***", "to": "Ne*@ex*****.***", "by": staff.me().unwrap()["id"]});
        assert_eq!(detail, due);
        // Another spelling of the same address is the same address.
        act(&staff, alice.id, "verify", &[("channel", "email")]).done();
        edit(house, &staff, alice.id, &json!({"email": "new@EXAMPLE.org"})).done();
        let now = account(house, alice.id).unwrap();
        assert_eq!((&now["email"], &now["email_verified"]), (&json!("New@example.org"), &json!(true)));
    });
}

#[test]
fn codes_under_way_for_an_address_that_is_changed_are_dead() {
    through_every_door("[verification]\nemail = \"optional\"", |house, visitor| {
        let owner = house.visitor(Door::Bearer);
        owner.register(&[("email", "carol@example.org"), ("password", PASSWORD)]).done();
        let code = house.received(VerifyEmail, "carol@example.org", 0).code.unwrap();
        let id: Id = owner.me().unwrap()["id"].as_str().unwrap().parse().unwrap();
        zoe(house);
        let staff = inside(house, visitor.door, "zoe");
        edit(house, &staff, id, &json!({"email": "caroline@example.org"})).done();
        owner.post_json("/api/v1/verify/email", &json!({"code": code})).refused(&["code invalid_code"]);
        assert_eq!(account(house, id).unwrap()["email_verified"], false);
    });
}

#[test]
fn identifiers_come_and_go_in_one_change_but_one_stays() {
    through_every_door("", |house, visitor| {
        zoe(house);
        let staff = inside(house, visitor.door, "zoe");
        let carol = person(house, Some("carol"), None, None);
        edit(house, &staff, carol.id, &json!({"username": null, "email": "carol@example.org"})).done();
        edit(house, &staff, carol.id, &json!({"email": null, "phone": "+4915123456700"})).done();
        edit(house, &staff, carol.id, &json!({"phone": null, "username": "caroline"})).done();
        let now = account(house, carol.id).unwrap();
        assert_eq!((&now["username"], &now["email"], &now["phone"]), (&json!("caroline"), &Value::Null, &Value::Null));
        let none = || edit(house, &staff, carol.id, &json!({"username": null}));
        refused(house, carol.id, 422, none).refused(&["# no_identifier"]);
        let dave = person(house, None, Some("dave@example.org"), None);
        let none = || edit(house, &staff, dave.id, &json!({"email": null}));
        refused(house, dave.id, 422, none).refused(&["# no_identifier"]);
    });
}

#[test]
fn the_rules_of_every_account_hold() {
    through_every_door("", |house, visitor| {
        let (alice, bob) = (alice(house), bob(house));
        zoe(house);
        let staff = inside(house, visitor.door, "zoe");
        let taken = json!({"username": "BOB", "email": "Bob@example.org", "phone": "+4915123456780"});
        let mistakes = ["username taken", "email taken", "phone taken"];
        let mut outcome = refused(house, alice.id, 422, || edit(house, &staff, alice.id, &taken));
        outcome.mistakes.sort_by_key(|mistake| mistakes.iter().position(|due| due == mistake));
        outcome.refused(&mistakes);
        let odd = json!({"username": "no spaces", "email": "nobody", "phone": "12"});
        let mut outcome = refused(house, alice.id, 422, || edit(house, &staff, alice.id, &odd));
        outcome.mistakes.sort();
        outcome.refused(&["email invalid", "phone invalid", "username invalid"]);
        for name in ["id", "password", "email_verified_at", "date_joined", "profile"] {
            let due = format!("{name} unknown_field");
            let due = if visitor.door == Door::Pages { "# unknown_field" } else { &due };
            let odd = || edit(house, &staff, alice.id, &json!({name: "x"}));
            refused(house, alice.id, 422, odd).refused(&[due]);
        }
        // What an account may still get back is nobody else's.
        house.work(|accounts, cx| accounts.verify_by_hand(cx, Actor::Shell, bob.id, true, false));
        edit(house, &staff, bob.id, &json!({"email": "robert@example.org"})).done();
        let kept = || edit(house, &staff, alice.id, &json!({"email": "bob@example.org"}));
        refused(house, alice.id, 422, kept).refused(&["email taken"]);
        edit(house, &staff, bob.id, &json!({"email": "bob@example.org"})).done();
    });
}

#[test]
fn rights_are_given_by_superusers_and_end_every_session() {
    through_every_door("", |house, visitor| {
        let alice = alice(house);
        zoe(house);
        root(house);
        let superuser = inside(house, visitor.door, "root");
        let owner = house.visitor(Door::Bearer);
        owner.login(&[("identifier", "alice"), ("password", PASSWORD)]).done();
        edit(house, &superuser, alice.id, &json!({"is_staff": true})).done();
        let now = account(house, alice.id).unwrap();
        assert_eq!((&now["is_staff"], &now["is_superuser"]), (&json!(true), &json!(false)));
        assert_eq!(owner.me(), None, "whoever has an old key has no new rights");
        let by = superuser.me().unwrap()["id"].clone();
        let due = json!({"is_staff": true, "is_superuser": false, "by": by});
        assert_eq!(event(house, alice.id, "rights_changed"), due);
        let promoted = inside(house, visitor.door, "alice");
        edit(house, &superuser, alice.id, &json!({"is_staff": false})).done();
        assert_eq!(promoted.me(), None);
        let half = || edit(house, &superuser, alice.id, &json!({"is_superuser": true}));
        refused(house, alice.id, 422, half).refused(&["is_superuser invalid"]);
        edit(house, &superuser, alice.id, &json!({"is_active": false})).done();
        event(house, alice.id, "deactivated");
        // Staff may activate, and give no rights.
        let staff = inside(house, visitor.door, "zoe");
        edit(house, &staff, alice.id, &json!({"is_active": true})).done();
        for right in ["is_staff", "is_superuser"] {
            for value in [true, false] {
                refused(house, alice.id, 403, || edit(house, &staff, alice.id, &json!({right: value})));
            }
        }
    });
}

#[test]
fn two_superusers_who_take_each_others_rights_leave_one() {
    through_every_door("", |house, visitor| {
        let first = root(house);
        let second = person(house, Some("second"), None, None);
        house.sql("UPDATE users SET is_staff = true, is_superuser = true WHERE username = 'second'");
        let (one, two) = (inside(house, visitor.door, "root"), inside(house, visitor.door, "second"));
        let none = json!({"is_superuser": false, "is_staff": false});
        std::thread::scope(|scope| {
            scope.spawn(|| edit(house, &one, second.id, &none));
            scope.spawn(|| edit(house, &two, first.id, &none));
        });
        assert_eq!(house.count("SELECT count(*) FROM users WHERE is_superuser AND is_active"), 1);
    });
}
