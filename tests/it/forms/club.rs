//! The club's form, from the settings alone: at every door, on both databases.

use super::{CLUB, member, send, with};
use crate::concurrency::{at_once, statuses};
use crate::flows::register::forms::boxes;
use crate::flows::register::rows;
use crate::house::{House, databases, on_every_database, through_every_door};
use crate::visitor::Door;
use serde_json::{Value, json};

#[test]
fn a_member_registers_by_every_door_and_the_profile_says_what_was_given() {
    through_every_door(CLUB, |house, visitor| {
        let outcome = send(visitor, "register", &member()).done();
        assert_eq!(outcome.reply.status, if visitor.door == Door::Pages { 303 } else { 201 });
        let me = visitor.me().unwrap();
        assert_eq!(me["profile"], json!({"membership_number": "AB123456", "team": "blue", "terms": true}));
        assert_eq!((me["email"].as_str(), me["first_name"].as_str()), (Some("carol@example.org"), Some("Carol")));
        assert_eq!(house.count("SELECT count(*) FROM profile_keys"), 1);

        // What need not be there, need not be there.
        let second = house.visitor(visitor.door);
        let least = with(
            member(),
            json!({"email": "dave@example.org", "first_name": null, "membership_number": null, "team": null}),
        );
        send(&second, "register", &least).done();
        assert_eq!(second.me().unwrap()["profile"], json!({"terms": true}));
    });
}

#[test]
fn every_mistake_is_told_at_once_at_its_field_and_nothing_is_made() {
    through_every_door(CLUB, |house, visitor| {
        let wrong = json!({
            "email": "nobody", "phone": "12", "first_name": "x".repeat(51), "membership_number": "ab123456",
            "team": "green", "password": "q7#Lv", "password_confirm": "other",
        });
        let expected = [
            "email invalid",
            "phone invalid",
            "first_name too_long",
            "membership_number invalid",
            "team invalid",
            "terms required",
            "password_confirm mismatch",
            "password password_too_short",
        ];
        crate::flows::register::refused_for(send(visitor, "register", &wrong), &expected);
        let nothing = send(visitor, "register", &json!({}));
        crate::flows::register::refused_for(nothing, &["email required", "terms required", "password required"]);
        assert_eq!(rows(house), [0, 0, 0]);
        assert_eq!(house.count("SELECT count(*) FROM profile_keys"), 0);
    });
}

#[test]
fn a_number_of_somebody_else_is_taken_in_every_spelling() {
    through_every_door(CLUB, |house, visitor| {
        send(&house.visitor(Door::Bearer), "register", &member()).done();
        let (hashes, outcome) =
            house.hashes_of(|| send(visitor, "register", &with(member(), json!({"email": "dave@example.org"}))));
        outcome.refused(&["membership_number taken"]);
        assert_eq!(hashes, 0);
        assert_eq!(rows(house)[0], 1);
        house.sql("DELETE FROM users");
        send(visitor, "register", &with(member(), json!({"email": "dave@example.org"}))).done();
    });
}

#[test]
fn a_hundred_with_one_membership_number_make_one_account() {
    for database in databases() {
        let house = House::build(database, CLUB);
        let outcomes = at_once(100, |n| {
            let own = with(member(), json!({"email": format!("member{n}@example.org")}));
            let door = Door::ALL[n % 3];
            send(&house.visitor(door), "register", &own)
        });
        let all = statuses(outcomes.iter().map(|outcome| outcome.reply.status));
        assert_eq!(outcomes.iter().filter(|outcome| outcome.is_done()).count(), 1, "{all:?}");
        for outcome in outcomes.into_iter().filter(|outcome| !outcome.is_done()) {
            assert_eq!(outcome.reply.status, 422, "{all:?}");
            outcome.refused(&["membership_number taken"]);
        }
        assert_eq!([rows(&house)[0], house.count("SELECT count(*) FROM profile_keys")], [1, 1]);
    }
}

#[test]
fn a_page_that_is_refused_keeps_what_was_typed_and_draws_it_as_text() {
    on_every_database(CLUB, |house| {
        let visitor = house.visitor(Door::Pages);
        let sent = with(
            member(),
            json!({"membership_number": "<script>\"{{7*7}}", "email": "x", "first_name": "{{7*7}} <b>"}),
        );
        let page = send(&visitor, "register", &sent).reply;
        assert_eq!(page.status, 422);
        for drawn in ["&lt;script&gt;", "{{7*7}} &lt;b&gt;", "value=\"blue\" selected", "value=\"true\" checked"] {
            assert!(page.body.contains(drawn), "{drawn}: {}", page.body);
        }
        assert!(!page.body.contains("<script>") && !page.body.contains("<b>"));
        assert!(!page.body.contains(crate::people::PASSWORD));
    });
}

#[test]
fn the_form_describes_itself_to_programs_by_its_rules() {
    on_every_database(CLUB, |house| {
        let visitor = house.visitor(Door::Bearer);
        let all = visitor.get("/api/v1/forms/register").json();
        assert_eq!(all, visitor.get("/api/v1/forms/member").json());
        assert_eq!((all["name"].as_str(), all["title"].as_str()), (Some("member"), Some("Join the club")));
        let field = |name: &str| all["fields"].as_array().unwrap().iter().find(|f| f["name"] == name).unwrap().clone();
        let names: Vec<&str> = all["fields"].as_array().unwrap().iter().map(|f| f["name"].as_str().unwrap()).collect();
        let expected =
            ["email", "phone", "first_name", "membership_number", "team", "terms", "password", "password_confirm"];
        assert_eq!(names, expected);
        assert_eq!(
            field("membership_number"),
            json!({"name": "membership_number", "type": "text", "label": "Membership number", "required": false,
                   "max_length": 255, "pattern": "^[A-Z]{2}[0-9]{6}$", "unique": true})
        );
        assert_eq!(
            field("team"),
            json!({"name": "team", "type": "select", "label": "Team", "required": false, "choices": ["red", "blue"]})
        );
        assert_eq!(
            (field("terms")["must_be_true"].clone(), field("terms")["type"].clone()),
            (json!(true), json!("checkbox"))
        );
        assert_eq!(
            (field("email")["required"].clone(), field("phone")["required"].clone()),
            (json!(true), json!(false))
        );
        assert_eq!(field("first_name")["max_length"], 50);
        assert_eq!(
            boxes(&visitor.get("/register").body),
            names.iter().filter(|n| **n != "team").copied().collect::<Vec<_>>()
        );
    });
}

#[test]
fn forms_stand_side_by_side_each_with_its_page_and_its_call() {
    let two = format!(
        "{CLUB}\n[forms.guest]\ntitle = 'Just looking'\nfields = [{{ name = 'username' }}, {{ name = 'password' }}]"
    )
    .replace("register_form = \"member\"", "");
    through_every_door(&two, |house, visitor| {
        send(visitor, "register/member", &member()).done();
        let guest = house.visitor(visitor.door);
        let page = guest.get("/register/guest");
        assert!(
            page.status == 200
                && page.body.contains("Just looking")
                && page.body.contains("action=\"/register/guest\"")
        );
        assert_eq!(boxes(&page.body), ["username", "password"], "no second entry where none is asked for");
        send(&guest, "register/guest", &json!({"username": "guest", "password": crate::people::PASSWORD})).done();
        assert_eq!(guest.me().unwrap()["profile"], json!({}));
        assert_eq!(guest.get("/api/v1/forms/guest").json()["title"], "Just looking");
        // The one at /register is still the built-in one, and the others of those stay closed.
        assert_eq!(guest.get("/api/v1/forms/register").json()["name"], "register");
        let none = house.visitor(visitor.door);
        let refused = send(&none, "register/register_email", &json!({"email": "x@example.org", "password": "x"}));
        assert_eq!(refused.reply.status, 404);
        assert_eq!(none.get("/api/v1/forms/register_email").status, 404);
    });
}

#[test]
fn what_no_form_can_weaken_holds() {
    through_every_door(CLUB, |house, visitor| {
        send(&house.visitor(Door::Bearer), "register", &member()).done();
        let refuse = |more: Value, mistakes: &[&str]| {
            crate::flows::register::refused_for(send(visitor, "register", &with(member(), more)), mistakes);
        };
        let common = json!({"email": "d@example.org", "membership_number": null, "password": "password1", "password_confirm": "password1"});
        refuse(common, &["password password_too_common"]);
        refuse(json!({"email": "CAROL@example.org", "membership_number": null}), &["email taken"]);
        let at = if visitor.door == Door::Pages { "#" } else { "is_staff" };
        refuse(
            json!({"email": "d@example.org", "membership_number": null, "is_staff": true}),
            &[&format!("{at} unknown_field")],
        );
        assert_eq!(rows(house)[0], 1);
    });
}

#[test]
fn where_codes_can_replace_passwords_a_form_may_do_without() {
    let settings = "register_form = 'coded'\n[login]\nby_code = true\n\
                    [forms.coded]\nfields = [{ name = 'username' }, { name = 'email' }]";
    through_every_door(settings, |house, visitor| {
        send(visitor, "register", &json!({"username": "carol"})).refused(&["# no_identifier"]);
        assert_eq!(rows(house)[0], 0);
        send(visitor, "register", &json!({"username": "carol", "email": "carol@example.org"})).done();
        assert_eq!(visitor.username().as_deref(), Some("carol"));
        assert_eq!(house.count("SELECT count(*) FROM users WHERE password LIKE '!%'"), 1);
    });
    let no_address = "[login]\nby_code = true\n[forms.coded]\nfields = [{ name = 'username' }]";
    let told = super::declarations::mistakes(no_address);
    assert!(
        told.len() == 1 && told[0].to_string().contains("no address that a code to sign in could go to"),
        "{told:?}"
    );
}

#[test]
fn where_addresses_are_not_told_a_known_one_gets_the_same_answer_and_nobody_loses_a_number() {
    let quiet = format!("{CLUB}\n[registration]\nprevent_enumeration = true\n[verification]\nemail = 'mandatory'");
    on_every_database(&quiet, |house| {
        let visitor = house.visitor(Door::Bearer);
        let first = send(&visitor, "register", &member()).reply;
        assert_eq!(house.count("SELECT count(*) FROM profile_keys"), 1);
        let second = send(&visitor, "register", &with(member(), json!({"membership_number": "CD123456"}))).reply;
        assert_eq!((first.status, &first.body), (202, &second.body));
        assert_eq!(second.status, 202);
        let other = with(member(), json!({"email": "erin@example.org"}));
        send(&visitor, "register", &other).refused(&["membership_number taken"]);
        let profile = "SELECT count(*) FROM users WHERE email IS NOT NULL";
        assert_eq!(house.count(profile), 1);
    });
}
