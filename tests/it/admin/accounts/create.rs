//! Accounts made by those who administer.

use super::super::{at, inside, root, zoe};
use super::{account, all_rows, event};
use crate::house::{House, through_every_door};
use crate::people::alice;
use crate::visitor::{Door, Outcome, Visitor};
use countersign::db::Id;
use countersign::delivery::MessageKind::ResetPassword;
use serde_json::{Value, json};

fn create(visitor: &Visitor<'_>, fields: &[(&str, &str)]) -> Outcome {
    match visitor.door {
        Door::Pages => visitor.post_form("/admin/accounts/new", fields),
        door => {
            let text = |value: &str| if value == "true" { json!(true) } else { json!(value) };
            let members = fields.iter().map(|(name, value)| ((*name).to_owned(), text(value)));
            visitor.post_json(&at(door, "/accounts"), &Value::Object(members.collect()))
        }
    }
}

fn made(outcome: &Outcome) -> Id {
    let place = outcome.reply.header("location").unwrap();
    place.rsplit('/').next().unwrap().split('?').next().unwrap().parse().unwrap()
}

#[track_caller]
fn refused(house: &House, visitor: &Visitor<'_>, fields: &[(&str, &str)], mistakes: &[&str]) {
    let before = all_rows(house);
    create(visitor, fields).refused(mistakes);
    assert_eq!(all_rows(house), before);
}

#[test]
fn an_account_is_made_without_a_password_and_with_nothing_proved() {
    through_every_door("", |house, visitor| {
        zoe(house);
        let staff = inside(house, visitor.door, "zoe");
        let fields = [
            ("username", "Carol"),
            ("email", "Carol@Example.ORG"),
            ("phone", "+49 1512 345 6789"),
            ("first_name", "Carol"),
            ("last_name", "Danvers"),
        ];
        let done = create(&staff, &fields).done();
        assert_eq!(done.reply.status, if visitor.door == Door::Pages { 303 } else { 201 });
        let id = made(&done);
        let carol = account(house, id).unwrap();
        for (name, due) in [
            ("username", json!("Carol")),
            ("email", json!("Carol@example.org")),
            ("phone", json!("+4915123456789")),
            ("email_verified", json!(false)),
            ("phone_verified", json!(false)),
            ("first_name", json!("Carol")),
            ("is_active", json!(true)),
            ("is_staff", json!(false)),
            ("has_usable_password", json!(false)),
        ] {
            assert_eq!(carol[name], due, "{name}");
        }
        assert_eq!(event(house, id, "created_by_admin"), json!({"by": staff.me().unwrap()["id"]}));
        assert_eq!(house.posted(), 0);
    });
}

#[test]
fn its_owner_is_told_how_to_set_a_password_when_that_is_wanted() {
    through_every_door("", |house, visitor| {
        zoe(house);
        let staff = inside(house, visitor.door, "zoe");
        create(&staff, &[("email", "carol@example.org"), ("send_reset", "true")]).done();
        let code = house.received(ResetPassword, "carol@example.org", 0).code.unwrap();
        let password = "the moles dig in the evening";
        let body = json!({"identifier": "carol@example.org", "code": code, "new_password": password});
        house.visitor(Door::Bearer).post_json("/api/v1/password/reset/confirm", &body).done();
        let carol = house.visitor(Door::Bearer);
        carol.login(&[("identifier", "carol@example.org"), ("password", password)]).done();
        assert_eq!(carol.me().unwrap()["email_verified"], true, "who got the message has proved the address");
        refused(house, &staff, &[("username", "dave"), ("send_reset", "true")], &["send_reset invalid"]);
    });
}

#[test]
fn the_rules_of_every_account_hold() {
    through_every_door("", |house, visitor| {
        zoe(house);
        alice(house);
        let staff = inside(house, visitor.door, "zoe");
        refused(house, &staff, &[], &["# no_identifier"]);
        refused(house, &staff, &[("username", "ALICE")], &["username taken"]);
        refused(house, &staff, &[("username", "al\u{0456}ce")], &["username taken"]);
        let three = [("username", "no spaces"), ("email", "nobody"), ("phone", "12")];
        refused(house, &staff, &three, &["username invalid", "email invalid", "phone invalid"]);
        let taken = [("email", "ALICE@example.org"), ("phone", "+4915123456789")];
        refused(house, &staff, &taken, &["email taken", "phone taken"]);
        // Nobody who administers sets a password, or says that something is proved.
        for name in ["password", "email_verified_at", "id", "date_joined", "is_active"] {
            let due = if name == "is_active" { continue } else { format!("{name} unknown_field") };
            let due = if visitor.door == Door::Pages { "# unknown_field".to_owned() } else { due };
            refused(house, &staff, &[("username", "carol"), (name, "x")], &[&due]);
        }
    });
}

#[test]
fn only_superusers_make_staff_and_a_superuser_is_staff() {
    through_every_door("", |house, visitor| {
        zoe(house);
        root(house);
        let staff = inside(house, visitor.door, "zoe");
        for right in ["is_staff", "is_superuser"] {
            let before = all_rows(house);
            let outcome = create(&staff, &[("username", "carol"), (right, "true")]);
            assert_eq!((outcome.reply.status, all_rows(house)), (403, before), "{right}");
        }
        let superuser = inside(house, visitor.door, "root");
        refused(house, &superuser, &[("username", "carol"), ("is_superuser", "true")], &["is_superuser invalid"]);
        let both = [("username", "carol"), ("is_staff", "true"), ("is_superuser", "true")];
        let id = made(&create(&superuser, &both).done());
        let carol = account(house, id).unwrap();
        assert_eq!((&carol["is_staff"], &carol["is_superuser"]), (&json!(true), &json!(true)));
    });
}

#[test]
fn the_fields_of_the_form_in_use_are_there_and_none_of_them_has_to_be_given() {
    let settings = r#"
        register_form = "member"
        [forms.member]
        title = "Join"
        fields = [
          { name = "email", required = true },
          { name = "number", label = "Number", required = true, unique = true, pattern = "^[A-Z]{2}[0-9]+$" },
          { name = "terms", type = "checkbox", label = "Terms", must_be_true = true },
          { name = "password" },
        ]"#;
    through_every_door(settings, |house, visitor| {
        zoe(house);
        let staff = inside(house, visitor.door, "zoe");
        create(&staff, &[("username", "carol")]).done();
        refused(house, &staff, &[("username", "dave"), ("number", "x")], &["number invalid"]);
        let id = made(&create(&staff, &[("username", "dave"), ("number", "AB1")]).done());
        assert_eq!(account(house, id).unwrap()["profile"]["number"], "AB1");
        refused(house, &staff, &[("username", "erin"), ("number", "AB1")], &["number taken"]);
    });
}
