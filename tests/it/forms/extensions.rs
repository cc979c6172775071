//! What an application adds to the program's own forms: asked for at every door, told together with the form's own mistakes,
//! and worked with in the transaction of what the form asks for, or not at all.

use crate::house::{Database, House, databases};
use crate::people::{PASSWORD, WRONG, alice};
use crate::visitor::{Door, Outcome, Visitor};
use countersign::app::Plugins;
use countersign::db::types::Uuid7;
use countersign::db::{Conn, User};
use countersign::delivery::MessageKind;
use countersign::error::{Code, Error, Result};
use countersign::forms::{Checks, Choice, Extension, Field, FormName, ProfileType};
use countersign::phrase::Phrase;
use diesel::RunQueryDsl;
use diesel::sql_types::Text;
use serde::Deserialize;
use serde_json::{Map, Value, json};
use std::sync::Arc;
use std::time::Duration;
use validator::Validate;

#[derive(Debug, Deserialize, Validate)]
pub struct Counter {
    branch: String,
    #[validate(range(min = 1, max = 9))]
    counter: Option<u8>,
}

/// Noted with the account, in a table of the application's own.
pub fn note(conn: &mut Conn, user: &User, counter: &Counter) -> Result<()> {
    let branch = &counter.branch;
    diesel::sql_query("INSERT INTO visits (user_id, branch) VALUES ($1, $2)")
        .bind::<Uuid7, _>(user.id)
        .bind::<Text, _>(branch)
        .execute(conn)?;
    match counter.counter {
        Some(9) => Err(Error::field("counter", Code::Taken)),
        Some(8) => Err(Error::Unavailable("the branch does not answer".into())),
        _ => Ok(()),
    }
}

fn fields() -> Vec<Field> {
    let choices = ["north", "south"].into_iter().map(Choice::plain).collect();
    vec![
        Field::profile("branch", Phrase::verbatim("Branch"), ProfileType::Select)
            .checks(Checks { choices, ..Checks::default() })
            .required(),
        Field::profile("counter", Phrase::verbatim("Counter"), ProfileType::Number)
            .help(Phrase::verbatim("The number above it.")),
    ]
}

fn at_the_counter(form: FormName) -> Extension<Counter> {
    let asked = Extension::new(fields());
    if form.acts() { asked.after(note) } else { asked }
}

pub fn house(database: Database, settings: &str, forms: &[FormName]) -> House {
    let house = House::build_with(database, settings, |plugins| {
        for form in forms {
            plugins.form_extensions.register(form.as_str(), Arc::new(at_the_counter(*form)));
        }
    });
    let key = if database == Database::Sqlite { "BLOB" } else { "uuid" };
    house.sql(&format!("CREATE TABLE visits (user_id {key} NOT NULL, branch TEXT NOT NULL)"));
    house
}

fn everywhere(settings: &str, forms: &[FormName], test: impl Fn(&House, &Visitor<'_>)) {
    for database in databases() {
        for door in Door::ALL {
            eprintln!("on {database:?} through {door:?}");
            let house = house(database, settings, forms);
            test(&house, &house.visitor(door));
        }
    }
}

fn visits(house: &House) -> i64 {
    house.count("SELECT count(*) FROM visits")
}

const RIGHT: [(&str, &str); 2] = [("identifier", "alice"), ("password", PASSWORD)];

/// A login with more members: numbers as numbers where a program sends them.
fn login(visitor: &Visitor<'_>, fields: &[(&str, &str)], more: &Value) -> Outcome {
    let mut all: Map<String, Value> = fields.iter().map(|(name, value)| ((*name).into(), json!(value))).collect();
    all.extend(more.as_object().unwrap().clone());
    send(visitor, "/login", ("POST", "login"), &all)
}

/// Sends members to a page or its call.
fn send(visitor: &Visitor<'_>, page: &str, (method, call): (&str, &str), members: &Map<String, Value>) -> Outcome {
    if visitor.door != Door::Pages {
        let query = if visitor.door == Door::Cookie { "?session=cookie" } else { "" };
        return visitor.call(method, &format!("/api/v1/{call}{query}"), &json!(members));
    }
    let text = |value: &Value| value.as_str().map_or_else(|| value.to_string(), str::to_owned);
    let all: Vec<(&str, String)> = members.iter().map(|(name, value)| (name.as_str(), text(value))).collect();
    let all: Vec<(&str, &str)> = all.iter().map(|(name, value)| (*name, value.as_str())).collect();
    visitor.post_form(page, &all)
}

#[test]
fn the_login_page_asks_for_it_and_programs_are_told() {
    let labelled = |plugins: &mut Plugins| {
        let extension = at_the_counter(FormName::Login).words(
            "identifier",
            Phrase::verbatim("Customer number"),
            Phrase::verbatim("It is on your card."),
        );
        plugins.form_extensions.register("login", Arc::new(extension));
    };
    let house = House::build_with(Database::Sqlite, "", labelled);
    let page = house.visitor(Door::Pages).get("/login").body;
    let at = |text: &str| page.find(text).unwrap_or_else(|| panic!("no {text} in {page}"));
    assert!(at("Customer number") < at("It is on your card.") && at("It is on your card.") < at("name=\"password\""));
    assert!(at("name=\"password\"") < at("name=\"branch\"") && at("name=\"counter\"") < at("name=\"remember_me\""));
    assert!(page.contains("The number above it.") && page.contains("<option value=\"south\""));
    let described = house.visitor(Door::Bearer).get("/api/v1/forms/login").json();
    let names: Vec<&str> =
        described["fields"].as_array().unwrap().iter().map(|f| f["name"].as_str().unwrap()).collect();
    assert_eq!(names, ["identifier", "password", "branch", "counter", "remember_me"]);
    let schema = &house.document()["components"]["schemas"]["Login"]["oneOf"][0];
    assert_eq!(schema["properties"]["branch"]["enum"], json!(["north", "south"]));
    assert!(schema["required"].as_array().unwrap().contains(&json!("branch")), "{schema}");
}

#[test]
fn its_mistakes_are_told_with_those_of_the_form_and_cost_no_hash() {
    everywhere("", &[FormName::Login], |house, visitor| {
        alice(house);
        let page = visitor.door == Door::Pages;
        for (fields, more, mistakes) in [
            (&RIGHT[..], json!({}), &["branch required"][..]),
            (&RIGHT[..1], json!({}), &["password required", "branch required"]),
            (&RIGHT, json!({"branch": "west"}), &["branch invalid"]),
            (&RIGHT, json!({"branch": "north", "counter": 10}), &["counter invalid"]),
            (&RIGHT, json!({"branch": "north", "counter": 300}), &["counter invalid"]),
            (&RIGHT, json!({"branch": "north", "counter": "many"}), &["counter invalid"]),
            (&RIGHT, json!({"branch": "north", "desk": "1"}), &["desk unknown_field"]),
        ] {
            let (hashes, outcome) = house.hashes_of(|| login(visitor, fields, &more));
            let mut told = outcome.mistakes.clone();
            // A page draws the form's own boxes in their order.
            told.sort_by_key(|mistake| (!page).then(|| !mistake.starts_with("password")));
            let mut expected = mistakes.to_vec();
            if page && mistakes[0].ends_with("unknown_field") {
                expected = vec!["# unknown_field"];
            }
            assert_eq!(
                (outcome.reply.status, told),
                (422, expected.iter().map(|m| (*m).to_owned()).collect()),
                "{more}"
            );
            assert_eq!(hashes, 0, "{more}");
        }
        let shown = login(visitor, &RIGHT, &json!({"branch": "south", "counter": 10})).reply.body;
        assert!(!page || shown.contains("<option value=\"south\" selected"), "what was chosen is kept: {shown}");
        assert_eq!((visits(house), house.count("SELECT count(*) FROM sessions")), (0, 0));
        assert_eq!(house.count("SELECT count(*) FROM account_events WHERE kind LIKE 'login%'"), 0);
    });
}

#[test]
fn work_is_done_with_a_login_that_succeeds_and_with_no_other() {
    everywhere("", &[FormName::Login], |house, visitor| {
        alice(house);
        let wrong = [("identifier", "alice"), ("password", WRONG)];
        login(visitor, &wrong, &json!({"branch": "north"})).refused(&["# invalid_credentials"]);
        assert_eq!(visits(house), 0);
        login(visitor, &RIGHT, &json!({"branch": "north", "counter": 3})).done();
        assert_eq!(visitor.username().as_deref(), Some("alice"));
        assert_eq!(house.count("SELECT count(*) FROM visits v JOIN users u ON u.id = v.user_id"), 1);
    });
}

#[test]
fn when_the_work_fails_nobody_is_signed_in() {
    everywhere("", &[FormName::Login], |house, visitor| {
        alice(house);
        let taken = login(visitor, &RIGHT, &json!({"branch": "north", "counter": 9}));
        assert_eq!((taken.reply.status, taken.mistakes), (422, vec!["counter taken".to_owned()]));
        assert_eq!(login(visitor, &RIGHT, &json!({"branch": "north", "counter": 8})).reply.status, 503);
        assert_eq!(visitor.me(), None);
        assert_eq!((visits(house), house.count("SELECT count(*) FROM sessions")), (0, 0));
        assert_eq!(house.count("SELECT count(*) FROM account_events WHERE kind = 'login'"), 0);
    });
}

const NEXT: &str = "a heron stands in cold water";

const EVERY_FORM: &str = r#"
[verification]
email = "optional"
phone = "optional"
[otp]
max_per_hour = 50
[tokens]
access_ttl = "1h"
"#;

/// Sends a form without the branch, which it is refused for, and with it, which makes so many visits.
fn asks(visitor: &Visitor<'_>, page: &str, call: (&str, &str), members: Value, visits_more: i64) {
    let house = visitor.house;
    house.later(Duration::from_secs(90));
    let mut members = members.as_object().unwrap().clone();
    let before = (visits(house), house.posted());
    let refused = send(visitor, page, call, &members);
    assert_eq!((refused.reply.status, &refused.mistakes[..]), (422, &["branch required".to_owned()][..]), "{page}");
    assert_eq!((visits(house), house.posted()), before, "{page}");
    members.insert("branch".into(), json!("south"));
    let outcome = send(visitor, page, call, &members);
    assert!(outcome.is_done(), "{page}: {outcome:?}");
    assert_eq!(visits(house), before.0 + visits_more, "{page}");
}

#[test]
fn every_form_that_can_be_extended_asks_for_it_at_every_door() {
    const EMAIL: &str = "alice@example.org";
    const LAST: &str = "nine swallows under one roof";
    everywhere(EVERY_FORM, FormName::ALL, |house, visitor| {
        let all = [("username", "alice"), ("email", EMAIL), ("phone", "+4915123456789"), ("password", PASSWORD)];
        visitor.register(&all).done();
        let code = |kind, to, nth| house.received(kind, to, nth).code.unwrap();
        let verify = json!({"code": code(MessageKind::VerifyEmail, EMAIL, 0)});
        asks(visitor, "/verify/email", ("POST", "verify/email"), verify, 1);
        asks(visitor, "/verify/phone/resend", ("POST", "verify/phone/resend"), json!({}), 0);
        let verify = json!({"code": code(MessageKind::VerifyPhone, "+4915123456789", 1)});
        asks(visitor, "/verify/phone", ("POST", "verify/phone"), verify, 1);
        let profile = json!({"username": "alice", "first_name": "Alice"});
        asks(visitor, "/account/profile", ("PATCH", "me"), profile.clone(), 1);
        asks(visitor, "/account/profile", ("PATCH", "me"), profile, 1);
        let change = json!({"new_email": "alice@example.net", "password": PASSWORD});
        asks(visitor, "/account/email", ("POST", "me/email"), change, 1);
        let change = json!({"new_phone": "+4915123456780", "password": PASSWORD});
        asks(visitor, "/account/phone", ("POST", "me/phone"), change, 1);
        let new = |password: &str| json!({"new_password": password, "new_password_confirm": password});
        let change = super::with(new(NEXT), json!({"current_password": PASSWORD}));
        asks(visitor, "/account/password", ("POST", "me/password"), change, 1);
        let who = json!({"identifier": EMAIL});
        asks(visitor, "/password/reset", ("POST", "password/reset"), who.clone(), 0);
        let reset = json!({"identifier": EMAIL, "code": code(MessageKind::ResetPassword, EMAIL, 0)});
        let reset = super::with(reset, new(LAST));
        asks(visitor, "/password/reset/done", ("POST", "password/reset/confirm"), reset, 1);
        visitor.cookies.lock().unwrap().clear();
        visitor.tokens.lock().unwrap().take();
        asks(visitor, "/login", ("POST", "login"), super::with(who, json!({"password": LAST})), 1);
        asks(visitor, "/account/delete", ("DELETE", "me"), json!({"password": LAST}), 1);
        assert_eq!(house.count("SELECT count(*) FROM users"), 0);
    });
}

#[test]
fn a_change_whose_work_fails_is_not_made() {
    everywhere("", &[FormName::ChangePassword, FormName::DeleteAccount, FormName::ChangeProfile], |house, visitor| {
        visitor.register(&[("username", "alice"), ("password", PASSWORD)]).done();
        let fails = json!({"branch": "north", "counter": 8});
        let (new, again) = ("new_password", "new_password_confirm");
        let new = json!({"current_password": PASSWORD, new: NEXT, again: NEXT});
        for (page, call, members) in [
            ("/account/password", ("POST", "me/password"), new),
            ("/account/delete", ("DELETE", "me"), json!({"password": PASSWORD})),
            ("/account/profile", ("PATCH", "me"), json!({"username": "carol"})),
        ] {
            let members = super::with(members, fails.clone()).as_object().unwrap().clone();
            assert_eq!(send(visitor, page, call, &members).reply.status, 503, "{page}");
        }
        assert_eq!(visitor.username().as_deref(), Some("alice"), "still here, still signed in, still of that name");
        house.visitor(Door::Bearer).login(&RIGHT).done();
        assert_eq!((visits(house), house.posted()), (0, 0));
    });
}
