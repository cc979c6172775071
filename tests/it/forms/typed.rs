//! Forms as Rust types: the example of the school, at every door, and what its types cannot weaken.

use super::{send, with};
use crate::flows::register::{refused_for, rows};
use crate::house::{House, databases};
use crate::people::PASSWORD;
use crate::visitor::Door;
use countersign::forms::Rules;
use countersign::settings::Settings;
use serde_json::{Value, json};
use std::path::Path;
use std::sync::Arc;

#[path = "../../../examples/custom_form.rs"]
mod school;

fn student() -> Value {
    json!({"email": "eve@example.org", "first_name": "Eve", "last_name": "Evans", "course": "physics", "semester": 6,
           "thesis": "On light and shade", "password": PASSWORD, "password_confirm": PASSWORD})
}

fn everywhere(test: impl Fn(&House, Door)) {
    for database in databases() {
        for door in Door::ALL {
            eprintln!("on {database:?} through {door:?}");
            let rules = Rules::of(&Settings::from_toml("", Path::new(".")).unwrap().settings);
            let house = House::build_with(database, "register_form = 'student'", |plugins| {
                plugins.register_forms.register("student", Arc::new(school::student_form(&rules)));
            });
            school::make_table(&house.app).unwrap();
            test(&house, door);
        }
    }
}

#[test]
fn a_student_has_an_account_and_a_row_of_the_school() {
    everywhere(|house, door| {
        let visitor = house.visitor(door);
        assert!(visitor.get("/register").body.contains("Title of your thesis"));
        send(&visitor, "register", &student()).done();
        let me = visitor.me().unwrap();
        assert_eq!(me["profile"], json!({"course": "physics", "semester": 6}), "what the form makes of it");
        assert_eq!(me["last_name"], "Evans");
        assert_eq!(
            house.count("SELECT count(*) FROM students s JOIN users u ON u.id = s.user_id WHERE s.thesis = 1"),
            1
        );
        assert_eq!(visitor.get("/api/v1/forms/student").json()["fields"][3]["choices"], json!(["history", "physics"]));
    });
}

#[test]
fn what_the_type_refuses_is_told_by_the_codes_of_every_form() {
    everywhere(|house, door| {
        for (more, mistakes) in [
            (json!({"last_name": "E"}), &["last_name too_short"][..]),
            (json!({"last_name": "E".repeat(61)}), &["last_name too_long"]),
            (json!({"semester": 13}), &["semester invalid"]),
            (json!({"semester": 300}), &["semester invalid"]),
            (json!({"semester": 2.5}), &["semester invalid"]),
            (json!({"semester": 13, "thesis": "short"}), &["semester invalid", "thesis too_short"]),
            (json!({"semester": 2}), &["# invalid"]),
            (json!({"course": "magic", "semester": null}), &["course invalid", "semester required"]),
            (json!({"email": null}), &["email required"]),
            (
                json!({"last_name": "E", "password": "password1", "password_confirm": "password1"}),
                &["last_name too_short", "password password_too_common"],
            ),
        ] {
            refused_for(send(&house.visitor(door), "register", &with(student(), more)), mistakes);
        }
        assert_eq!((rows(house), house.count("SELECT count(*) FROM students")), ([0, 0, 0], 0));
    });
}

#[test]
fn when_the_work_afterwards_fails_there_is_no_account() {
    everywhere(|house, door| {
        let visitor = house.visitor(door);
        let outcome = send(&visitor, "register", &with(student(), json!({"last_name": "Tables"})));
        assert_eq!(outcome.reply.status, 503, "{outcome:?}");
        assert_eq!((rows(house), house.count("SELECT count(*) FROM students")), ([0, 0, 0], 0));
        assert_eq!(visitor.me(), None);
        send(&visitor, "register", &student()).done();
    });
}
