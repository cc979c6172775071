//! The registration forms that come with the program: each draws its page, checks the API and describes itself alike.

use super::{keys, refused_for, rows};
use crate::house::{House, on_every_database, through_every_door};
use crate::people::PASSWORD;
use crate::visitor::Door;
use serde_json::Value;
use std::collections::BTreeSet;

const ALL: [(&str, &str); 3] = [("username", "carol"), ("email", "carol@example.org"), ("phone", "+4915123456781")];

/// The forms with the identifiers they ask for, and whether each of those must be there.
const FORMS: [(&str, &[&str], bool); 5] = [
    ("register", &["username", "email", "phone"], false),
    ("register_username", &["username"], true),
    ("register_email", &["email"], true),
    ("register_phone", &["phone"], true),
    ("register_full", &["username", "email", "phone"], true),
];

/// The names of the boxes on a page, hidden ones left out.
pub fn boxes(html: &str) -> Vec<String> {
    html.split("<input ")
        .skip(1)
        .filter_map(|rest| rest.split_once('>'))
        .filter(|(tag, _)| !tag.contains(r#"type="hidden""#))
        .filter_map(|(tag, _)| tag.split_once(r#" name=""#)?.1.split_once('"').map(|(name, _)| name.to_owned()))
        .collect()
}

fn described(house: &House, form: &str) -> Value {
    let reply = house.visitor(Door::Bearer).get(&format!("/api/v1/forms/{form}"));
    assert_eq!(reply.status, 200);
    reply.json()
}

#[test]
fn each_form_asks_for_its_own_fields_on_the_page_and_in_its_description() {
    for (form, asked, required) in FORMS {
        on_every_database(&format!("register_form = '{form}'"), |house| {
            let mut expected = asked.to_vec();
            expected.extend(["password", "password_confirm"]);
            assert_eq!(boxes(&house.visitor(Door::Pages).get("/register").body), expected, "{form}");
            assert_eq!(house.visitor(Door::Pages).get(&format!("/register/{form}")).status, 200);

            let all = described(house, "register");
            assert_eq!(keys(&all), BTreeSet::from(["name", "title", "fields"]));
            assert_eq!(all["name"], form);
            let fields = all["fields"].as_array().unwrap();
            let names: Vec<&str> = fields.iter().map(|field| field["name"].as_str().unwrap()).collect();
            assert_eq!(names, expected);
            for field in fields {
                assert!(field["label"].as_str().is_some_and(|label| !label.is_empty()));
                let (kind, must) = match field["name"].as_str().unwrap() {
                    "username" => ("text", required),
                    "email" => ("email", required),
                    "phone" => ("tel", required),
                    "password" => ("password", true),
                    _ => ("password", false),
                };
                assert_eq!((field["type"].as_str(), field["required"].as_bool()), (Some(kind), Some(must)), "{field}");
            }
            assert_eq!(fields[asked.len()]["min_length"], 8, "the rules are told");
        });
    }
}

#[test]
fn each_form_takes_what_it_asks_for_and_refuses_every_other_identifier() {
    for (form, asked, required) in FORMS {
        through_every_door(&format!("register_form = '{form}'"), |house, visitor| {
            let pages = visitor.door == Door::Pages;
            let (hashes, outcome) = house.hashes_of(|| visitor.register(&[("password", PASSWORD)]));
            let missing: Vec<String> = match required {
                true => asked.iter().map(|name| format!("{name} required")).collect(),
                false => vec!["# no_identifier".into()],
            };
            refused_for(outcome, &missing.iter().map(String::as_str).collect::<Vec<_>>());
            assert_eq!(hashes, 0);

            let others: Vec<(&str, &str)> = ALL.into_iter().filter(|(name, _)| !asked.contains(name)).collect();
            let mut own: Vec<(&str, &str)> = ALL.into_iter().filter(|(name, _)| asked.contains(name)).collect();
            own.push(("password", PASSWORD));
            for other in &others {
                let mut fields = own.clone();
                fields.push(*other);
                let at = if pages { "#" } else { other.0 };
                refused_for(visitor.register(&fields), &[&format!("{at} unknown_field")]);
            }
            if required && asked.len() > 1 {
                for left_out in asked {
                    let fields: Vec<_> = own.iter().filter(|(name, _)| *name != *left_out).copied().collect();
                    refused_for(visitor.register(&fields), &[&format!("{left_out} required")]);
                }
            }
            assert_eq!(rows(house), [0, 0, 0]);
            visitor.register(&own).done();
            assert_eq!(rows(house)[0], 1);
        });
    }
}

#[test]
fn a_form_that_is_not_in_use_has_no_page() {
    on_every_database("register_form = 'register_email'", |house| {
        let visitor = house.visitor(Door::Pages);
        for form in ["register", "register_username", "register_full", "nonsense"] {
            let path = format!("/register/{form}");
            assert_eq!(visitor.get(&path).status, 404, "{path}");
            let fields = [("username", "carol"), ("password", PASSWORD), ("password_confirm", PASSWORD)];
            assert_eq!(visitor.post_form(&path, &fields).reply.status, 404, "{path}");
        }
        let reply = visitor.get("/api/v1/forms/register_username");
        assert_eq!((reply.status, reply.json()["code"].as_str()), (404, Some("not_found")));
        assert_eq!(rows(house), [0, 0, 0]);
    });
}

#[test]
fn a_form_can_be_posted_at_its_own_name() {
    on_every_database("register_form = 'register_email'", |house| {
        let visitor = house.visitor(Door::Pages);
        let fields = [("email", "carol@example.org"), ("password", PASSWORD), ("password_confirm", PASSWORD)];
        visitor.post_form("/register/register_email", &fields).done();
        assert_eq!(visitor.me().unwrap()["email"], "carol@example.org");
    });
}
