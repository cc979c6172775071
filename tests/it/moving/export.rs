//! Out and back in: nothing is lost on the way, whichever databases are at its ends.

use super::{a_hash, everything, on_every_pair, show};
use crate::commands::{Shell, on_every_shell};
use crate::house::{House, databases};
use crate::people::{PASSWORD, alice, bob, person};
use crate::visitor::Door;
use countersign::db::profile_keys::{self, ProfileKey};
use countersign::db::users;
use serde_json::{Value, json};
use std::os::unix::fs::PermissionsExt;

/// Accounts of every kind.
fn settle(house: &House, shell: &Shell) {
    alice(house);
    bob(house);
    person(house, Some("Straße"), None, None);
    person(house, None, Some("only@example.org"), None);
    person(house, None, None, Some("+12025550100"));
    shell.run(&["user", "create", "--username", "quiet", "--no-password", "--staff"]).ended(0);
    shell.feed(&["createsuperuser", "--username", "root", "--password-stdin"], PASSWORD).ended(0);
    shell.run(&["user", "verify", "alice", "--email"]).ended(0);
    shell.run(&["user", "deactivate", "bob"]).ended(0);
    house.visitor(Door::Bearer).login(&[("identifier", "alice"), ("password", PASSWORD)]).done();
    house.sql(
        "UPDATE users SET first_name = 'Ada \"A\"', last_name = 'K\nN', reset_by = 'email' WHERE username = 'alice'",
    );
    house.sql("UPDATE users SET delete_at = '2026-12-22T10:00:00.000000Z' WHERE username = 'quiet'");
    let key = |field: &str| ProfileKey { field: field.into(), hash: Some(vec![7; 32]) };
    let id = house.work(|_, cx| cx.db.read(|conn| Ok(users::page(conn, None, 99)?.pop().unwrap().id)));
    house.work(|_, cx| cx.db.write(|conn| profile_keys::set(conn, id, &[key("team"), key("number")])));
    house.sql("UPDATE users SET profile = '{\"team\": \"red\", \"age\": 7, \"tags\": [null, true, \"ü\"]}' WHERE username = 'alice'");
}

#[test]
fn out_wiped_and_back_in_it_is_the_same_database() {
    for from in databases() {
        for to in databases() {
            eprintln!("from {from:?} to {to:?}");
            let house = House::build(from, "");
            let shell = Shell::beside(&house);
            settle(&house, &shell);
            let ran = shell.run(&["export", "--output", "all.jsonl"]).ended(0);
            assert!(ran.out.contains("7 accounts"), "{}", ran.out);
            let file = shell.directory.join("all.jsonl");
            assert_eq!(std::fs::metadata(&file).unwrap().permissions().mode() & 0o777, 0o600);
            let text = std::fs::read_to_string(&file).unwrap();
            assert_eq!(text, everything(&shell), "the same on standard output");
            assert_eq!(
                std::fs::read_dir(&shell.directory)
                    .unwrap()
                    .filter(|e| e.as_ref().unwrap().file_name().to_str().unwrap().starts_with(".all"))
                    .count(),
                0
            );
            let other = House::build(to, "");
            let there = Shell::beside(&other);
            let told = there.run(&["import", "jsonl", file.to_str().unwrap(), "--json"]).ended(0).json();
            assert_eq!((&told["imported"], &told["findings"]), (&json!(7), &json!([])));
            let values =
                |text: &str| text.lines().map(|line| serde_json::from_str(line).unwrap()).collect::<Vec<Value>>();
            assert_eq!(values(&everything(&there)), values(&text));
            if from == to {
                let rows =
                    |house: &House| house.work(|_, cx| cx.db.read(|conn| countersign::db::users::page(conn, None, 99)));
                assert_eq!(rows(&other), rows(&house));
                let skeletons = "SELECT count(*) FROM users WHERE username_skeleton IS NOT NULL AND username_shown_skeleton IS NOT NULL";
                assert_eq!(other.count(skeletons), house.count(skeletons));
            }
            let keys = "SELECT count(*) FROM profile_keys";
            assert_eq!((house.count(keys), other.count(keys)), (2, 2));
            {}
            other.visitor(Door::Pages).login(&[("identifier", "+49 151 23456789"), ("password", PASSWORD)]).done();
            other.visitor(Door::Bearer).login(&[("identifier", "STRASSE"), ("password", PASSWORD)]).done();
            assert!(!other.visitor(Door::Bearer).login(&[("identifier", "bob"), ("password", PASSWORD)]).is_done());
            let before = everything(&there);
            let told = there.run(&["import", "jsonl", file.to_str().unwrap(), "--json"]).ended(0).json();
            assert_eq!((&told["imported"], &told["already_there"]), (&json!(0), &json!(7)));
            assert_eq!(everything(&there), before, "who is there stays as he is now");
        }
    }
}

#[test]
fn the_file_is_put_in_its_place_whole_or_not_at_all() {
    on_every_shell(|house, shell| {
        alice(house);
        shell.write("old.jsonl", "what was there before");
        std::fs::set_permissions(shell.directory.join("old.jsonl"), PermissionsExt::from_mode(0o644)).unwrap();
        shell.run(&["export", "--output", "old.jsonl"]).ended(0);
        let file = shell.directory.join("old.jsonl");
        assert_eq!(
            std::fs::metadata(&file).unwrap().permissions().mode() & 0o777,
            0o600,
            "not the mode of the old one"
        );
        assert!(std::fs::read_to_string(&file).unwrap().starts_with("{\"id\":"));
        for nowhere in ["no/such/directory/x", "/", ".."] {
            let ran = shell.run(&["export", "--output", nowhere]).ended(1);
            assert!(ran.err.contains("cannot be written"), "{}", ran.err);
        }
        let ran = shell.run(&["export", "--dry-run", "--output", "none.jsonl"]).ended(0);
        assert!(ran.out.contains("1 accounts would be written") && !shell.directory.join("none.jsonl").exists());
        shell.run(&["export", "--format", "xml"]).ended(2);
    });
}

#[test]
fn a_fixture_for_django_has_what_its_users_have_room_for_and_comes_back_in() {
    on_every_shell(|house, shell| {
        settle(house, shell);
        let ran = shell.run(&["export", "--format", "django"]).ended(0);
        assert!(ran.err.contains("4 accounts have something"), "{}", ran.err);
        let all = ran.json();
        assert_eq!(all.as_array().unwrap().len(), 7);
        for object in all.as_array().unwrap() {
            assert_eq!(
                (&object["model"], object.get("pk")),
                (&json!("auth.user"), None),
                "loaddata goes by the username"
            );
            let members: Vec<&String> = object["fields"].as_object().unwrap().keys().collect();
            let expected = "username password email first_name last_name is_active is_staff is_superuser date_joined last_login \
                            groups user_permissions";
            assert_eq!(members, expected.split_whitespace().collect::<Vec<_>>());
        }
        let names: Vec<&str> =
            all.as_array().unwrap().iter().map(|user| user["fields"]["username"].as_str().unwrap()).collect();
        for name in ["alice", "bob", "Straße", "only@example.org", "+12025550100", "quiet", "root"] {
            assert!(names.contains(&name), "{name}");
        }
        let alice = all.as_array().unwrap().iter().find(|user| user["fields"]["username"] == "alice").unwrap();
        let hash = alice["fields"]["password"].as_str().unwrap();
        assert!(hash.starts_with("bcrypt_sha256$$2b$04$"), "as Django keeps it: {hash}");
        let other = House::build(house.database, "");
        let there = Shell::beside(&other);
        let file = there.write("users.json", &ran.out);
        let told = there.run(&["import", "fixture", file.to_str().unwrap(), "--json"]).ended(0).json();
        assert_eq!((&told["imported"], &told["left_out"]), (&json!(7), &json!(0)));
        assert_eq!(show(&there, "only@example.org")["username"], Value::Null);
        other.visitor(Door::Bearer).login(&[("identifier", "+12025550100"), ("password", PASSWORD)]).done();
        other.visitor(Door::Pages).login(&[("identifier", "alice"), ("password", PASSWORD)]).done();
        let told = there.run(&["import", "fixture", file.to_str().unwrap(), "--json"]).ended(0).json();
        assert_eq!((&told["imported"], &told["already_there"]), (&json!(0), &json!(7)));
    });
}

#[test]
fn a_fixture_of_django_brings_its_addresses_along() {
    on_every_shell(|_, shell| {
        let user = |pk: Value, name: &str, email: &str| {
            json!({"model": "auth.user", "pk": pk, "fields": {"username": name, "email": email, "password": a_hash(), "last_login": null,
                   "is_active": true, "is_superuser": false, "is_staff": false, "first_name": "", "last_name": "", "groups": [],
                   "date_joined": "2023-05-17T08:30:00.123Z"}})
        };
        let address = |user: Value, email: &str, verified: bool| json!({"model": "account.emailaddress", "pk": 1, "fields": {"user": user, "email": email, "verified": verified, "primary": true}});
        let fixture = json!([
            {"model": "sites.site", "pk": 1, "fields": {"domain": "example.org", "name": "x"}},
            user(json!(1), "alice", "alice@example.org"),
            user(json!(2), "bob", "bob@example.org"),
            user(Value::Null, "carol", ""),
            address(json!(1), "alice@example.org", true),
            address(json!(["bob"]), "bob@new.example", true),
            address(json!(["carol"]), "carol@example.org", false),
        ]);
        let file = shell.write("dump.json", &fixture.to_string());
        let told = shell.run(&["import", "fixture", file.to_str().unwrap(), "--json"]).ended(0).json();
        assert_eq!(told["imported"], 3);
        for (name, email, proved) in [
            ("alice", "alice@example.org", true),
            ("bob", "bob@new.example", true),
            ("carol", "carol@example.org", false),
        ] {
            let user = show(shell, name);
            assert_eq!((&user["email"], &user["email_verified"]), (&json!(email), &json!(proved)), "{name}");
        }
    });
}

#[test]
fn a_line_that_cannot_be_read_is_named_and_never_quoted() {
    on_every_shell(|house, shell| {
        let good = json!({"username": "alice", "password": a_hash()}).to_string();
        let secret = "pbkdf2_sha256$1000$salt$secret";
        for bad in [
            format!("{{\"username\": \"bob\", \"password\": \"{secret}\""),
            format!("{{\"username\": \"bob\", \"password\": \"{secret}\", \"is_staff\": \"{secret}\"}}"),
            format!("{{\"username\": \"bob\", \"password\": \"{secret}\", \"shoe_size\": 41}}"),
            format!("{{\"username\": \"bob\", \"password\": \"{secret}\", \"reset_by\": \"{secret}\"}}"),
            format!("{{\"id\": \"{secret}\", \"username\": \"bob\", \"password\": \"{secret}\"}}"),
            "{\"username\": \"bob\"}".to_owned(),
            format!("[\"{secret}\"]"),
            format!("\"{secret}\""),
        ] {
            let file = shell.write("bad.jsonl", &format!("\n{good}\n\n{bad}\n"));
            let ran = shell.run(&["import", "jsonl", file.to_str().unwrap()]).ended(1);
            assert!(ran.err.contains("Line 4 of "), "{}", ran.err);
            assert!(!(ran.err + &ran.out).contains("secret"), "{bad}");
        }
        assert_eq!(house.count("SELECT count(*) FROM users"), 0);
        let ran = shell.feed(&["import", "jsonl", "-", "--json"], &good).ended(0);
        assert_eq!(ran.json()["imported"], 1);
        house.visitor(Door::Bearer).login(&[("identifier", "alice"), ("password", PASSWORD)]).done();
    });
}

#[test]
fn what_only_one_profile_may_have_stays_with_whoever_has_it() {
    on_every_shell(|house, shell| {
        let line = |name: &str| {
            json!({"username": name, "password": a_hash(), "profile": {"number": "AB123456", "team": "red"},
                   "unique": {"number": "ab".repeat(32)}})
            .to_string()
                + "\n"
        };
        for options in [&["--dry-run"][..], &[]] {
            let mut all = vec!["import", "jsonl", "-", "--json"];
            all.extend(options);
            let told = shell.feed(&all, &(line("alice") + &line("bob"))).ended(0).json();
            assert_eq!((&told["imported"], &told["rules"]), (&json!(2), &json!({"profile_taken": 1})));
        }
        assert_eq!(house.count("SELECT count(*) FROM profile_keys"), 1);
        assert_eq!(show(shell, "alice")["profile"], json!({"number": "AB123456", "team": "red"}));
        assert_eq!(show(shell, "bob")["profile"], json!({"team": "red"}));
        let bad = line("carol").replace("abab", "xyz");
        assert!(shell.feed(&["import", "jsonl", "-"], &bad).ended(1).err.contains("unique.number"));
    });
}

/// What Django has is in our own format after one step, and the same after the next.
#[test]
fn what_came_from_django_goes_through_our_own_format_unchanged() {
    let sql = super::AUTH_USER.to_owned() + &super::user(1, "alice", "a@example.org", &a_hash());
    on_every_pair(&sql, |_, shell, site| {
        site.imported(shell, &[]);
        let line: Value = serde_json::from_str(&everything(shell)).unwrap();
        assert_eq!(line["password"], a_hash());
        assert_eq!(line["date_joined"], "2023-05-17T08:30:00.000001Z");
    });
}
