//! Databases made by Django itself, with the plain passwords of their accounts beside them, where there are any: in the
//! directory `COUNTERSIGN_DJANGO_SAMPLES` names, else in `../shared/django-samples`.

use super::{everything, found, show};
use crate::commands::Shell;
use crate::house::{House, databases};
use crate::visitor::Door;
use serde_json::{Value, json};
use std::path::{Path, PathBuf};

fn directory() -> Option<PathBuf> {
    let named = std::env::var_os("COUNTERSIGN_DJANGO_SAMPLES").map(PathBuf::from);
    let beside = Path::new(env!("CARGO_MANIFEST_DIR")).join("../shared/django-samples");
    let there = named.unwrap_or(beside).canonicalize().ok();
    if there.is_none() {
        eprintln!("There are no databases made by Django here, so they are left out.");
    }
    there
}

#[test]
fn every_account_that_django_made_signs_in_with_its_old_password() {
    let Some(directory) = directory() else { return };
    for (name, maker) in [
        ("auth_user", "stock Django users"),
        ("dj_accounts", "dj-accounts"),
        ("flex", "django-flex-user"),
        ("allauth", "django-allauth"),
    ] {
        let people: Value =
            serde_json::from_str(&std::fs::read_to_string(directory.join(format!("{name}.json"))).unwrap()).unwrap();
        let people = people.as_array().unwrap();
        for (database, door) in databases().into_iter().zip([Door::Pages, Door::Bearer]) {
            eprintln!("{name} to {database:?}");
            let house = House::build(database, "server.request_timeout = \"60s\"");
            let shell = Shell::beside(&house);
            let url = format!("sqlite://{}", directory.join(format!("{name}.sqlite3")).display());
            let run = |options: &[&str]| {
                let mut all = vec!["import", "django", &url, "--json"];
                all.extend(options);
                shell.run(&all).ended(0).json()
            };
            let told = run(&[]);
            assert_eq!((&told["recognised"], &told["read"]), (&json!(maker), &json!(people.len())));
            if name == "auth_user" {
                assert_eq!(found(&told, "8"), ["username_taken: left_out"]);
                assert_eq!(found(&told, "9"), ["username_is_address: changed"]);
            }
            let told = run(&["--on-collision", "rename"]);
            assert_eq!(told["left_out"], 0);
            let before = everything(&shell);
            assert_eq!(run(&["--on-collision", "rename"])["imported"], 0);
            assert_eq!(everything(&shell), before);
            for person in people {
                let email = person["email"].as_str().filter(|email| !email.is_empty());
                let identifier = match person["username"].as_str() {
                    Some("ALICE") => "ALICE-8",
                    Some(username) => username,
                    None => email.unwrap(),
                };
                let shown = show(&shell, identifier);
                assert_eq!(shown["is_active"], person["is_active"]);
                assert_eq!(shown["is_staff"], person["is_staff"]);
                assert_eq!(shown["phone"], *person.get("phone").unwrap_or(&Value::Null));
                assert_eq!(shown["email"].is_string(), email.is_some());
                let password = person["password"].as_str().unwrap_or("no password at all");
                let lets_in = person["password"].is_string() && person["is_active"] == true;
                // The door takes the old hash, and another one today's.
                for door in [door, Door::Cookie] {
                    let outcome = house.visitor(door).login(&[("identifier", identifier), ("password", password)]);
                    assert_eq!(outcome.is_done(), lets_in, "{name} {identifier}");
                }
            }
            let todays = "SELECT count(*) FROM users WHERE password LIKE 'bcrypt_sha256$$2b$04$%'";
            let signed_in = people.iter().filter(|p| p["password"].is_string() && p["is_active"] == true).count();
            // One of them had today's format before, at a higher cost, and keeps it.
            assert_eq!(house.count(todays), i64::try_from(signed_in).unwrap() - 1);
        }
    }
}
