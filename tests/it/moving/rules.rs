//! What breaks today's rules: reported with the rule and the remedy, and never lost.

use super::{AUTH_USER, a_hash, found, on_every_pair, show, user};
use crate::people::{PASSWORD, alice};
use crate::visitor::Door;
use serde_json::{Value, json};

/// Key, username, email, what is found when such accounts are left out, what when they are renamed, and the new name.
const ODD: [(u32, &str, &str, &[&str], &[&str], &str); 12] = [
    (1, "alice", "alice@one.example", &[], &[], "alice"),
    (2, "ALICE", "", &["username_taken: left_out"], &["username_taken: renamed"], "ALICE-2"),
    (3, "аlice", "", &["username_looks_alike: left_out"], &["username_looks_alike: renamed"], "аlice-3"),
    (
        4,
        "some@example.org",
        "some@EXAMPLE.org",
        &["username_is_address: changed"],
        &["username_is_address: changed"],
        "",
    ),
    (5, "lone@example.org", "", &["username_is_address: changed"], &["username_is_address: changed"], ""),
    (6, "one@example.org", "two@example.org", &["username_invalid: left_out"], &["username_invalid: renamed"], "one-6"),
    (7, "john doe", "", &["username_invalid: left_out"], &["username_invalid: renamed"], "john_doe-7"),
    (8, "1abc", "abc@example.org", &["username_invalid: left_out"], &["username_invalid: renamed"], "u1abc-8"),
    (9, "+12025550100", "", &["username_is_address: changed"], &["username_is_address: changed"], ""),
    (10, "sharer", "ALICE@one.example", &["email_taken: dropped"], &["email_taken: dropped"], "sharer"),
    (11, "typo", "nobody at all", &["email_invalid: dropped"], &["email_invalid: dropped"], "typo"),
    (
        12,
        "lone2@one.example",
        "alice@ONE.example",
        &["email_taken: left_out", "username_invalid: left_out"],
        &["email_taken: dropped", "username_invalid: renamed"],
        "lone2-12",
    ),
];

fn site_of_odd_people() -> String {
    ODD.iter().fold(AUTH_USER.to_owned(), |sql, (id, name, email, ..)| sql + &user(*id, name, email, &a_hash()))
}

#[test]
fn skipped_first_and_renamed_later_everybody_comes_in_and_what_changed_is_told() {
    on_every_pair(&site_of_odd_people(), |house, shell, site| {
        let told = site.imported(shell, &[]);
        for (id, name, _, skipped, ..) in ODD {
            assert_eq!(found(&told, &id.to_string()), skipped, "{name}");
        }
        assert_eq!((&told["read"], &told["imported"], &told["left_out"]), (&json!(12), &json!(6), &json!(6)));
        let told = site.imported(shell, &["--on-collision", "rename"]);
        for (id, name, _, skipped, renamed, new) in ODD {
            let was_in = !skipped.iter().any(|finding| finding.ends_with("left_out"));
            let expected: &[&str] = if was_in { &[] } else { renamed };
            assert_eq!(found(&told, &id.to_string()), expected, "{name}");
            if !new.is_empty() {
                assert_eq!(house.count(&format!("SELECT count(*) FROM users WHERE username = '{new}'")), 1, "{new}");
            }
        }
        let counts = ["imported", "renamed", "already_there", "left_out"].map(|name| told[name].as_u64().unwrap());
        assert_eq!(counts, [6, 6, 6, 0]);
        assert_eq!(house.count("SELECT count(*) FROM users"), 12);
        for (identifier, username) in [("some@example.org", None), ("lone@example.org", None), ("+12025550100", None)] {
            let visitor = house.visitor(Door::Bearer);
            visitor.login(&[("identifier", identifier), ("password", PASSWORD)]).done();
            assert_eq!(visitor.username().as_deref(), username, "{identifier} signs in as before");
        }
        assert_eq!(show(shell, "alice@one.example")["username"], "alice", "an address stays with whoever had it");
    });
}

#[test]
fn renamed_at_once_the_names_are_the_same() {
    on_every_pair(&site_of_odd_people(), |house, shell, site| {
        let told = site.imported(shell, &["--on-collision", "rename"]);
        for (id, name, _, _, renamed, new) in ODD {
            assert_eq!(found(&told, &id.to_string()), renamed, "{name}");
            if !new.is_empty() {
                assert_eq!(house.count(&format!("SELECT count(*) FROM users WHERE username = '{new}'")), 1, "{new}");
            }
        }
        assert_eq!((&told["imported"], &told["left_out"]), (&json!(12), &json!(0)));
        let renamed = told["findings"].as_array().unwrap().iter().find(|finding| finding["key"] == "7").unwrap();
        assert_eq!((&renamed["value"], &renamed["became"]), (&json!("john doe"), &json!("john_doe-7")));
        assert_eq!(renamed["account"], show(shell, "john_doe-7")["id"]);
    });
}

#[test]
fn who_is_here_already_is_never_touched() {
    let sql = format!("{AUTH_USER}{}", user(7, "Alice", "ALICE@example.org", &a_hash()));
    on_every_pair(&sql, |house, shell, site| {
        let own = alice(house);
        let told = site.imported(shell, &[]);
        assert_eq!(found(&told, "7"), ["email_taken: left_out", "username_taken: left_out"]);
        let told = site.imported(shell, &["--on-collision", "rename"]);
        assert_eq!(found(&told, "7"), ["email_taken: dropped", "username_taken: renamed"]);
        let now = house.work(|_, cx| cx.db.read(|conn| countersign::db::users::get(conn, own.id)));
        assert_eq!(now, Some(own));
        assert_eq!(show(shell, "Alice-7")["email"], Value::Null);
    });
}

/// An address that was taken off an account, and that its owner may still get back by a link, is that account's.
#[test]
fn an_address_that_somebody_may_get_back_is_taken() {
    let sql = format!("{AUTH_USER}{}", user(7, "carol", "Kept@example.org", &a_hash()));
    on_every_pair(&sql, |house, shell, site| {
        let owner = alice(house).id;
        let now: countersign::db::Time = "2999-01-01T00:00:00Z".parse::<jiff::Timestamp>().unwrap().into();
        let undo = countersign::db::address_undos::AddressUndo {
            id: owner,
            user_id: owner,
            kind: "email".into(),
            address: "kept@example.org".into(),
            canonical: "kept@example.org".into(),
            verified_at: now,
            link_hash: vec![1; 32],
            made_at: now,
            expires_at: now,
        };
        house.work(|_, cx| cx.db.write(|conn| countersign::db::address_undos::insert(conn, &undo)));
        assert_eq!(found(&site.imported(shell, &[]), "7"), ["email_taken: dropped"]);
        assert_eq!(show(shell, "carol")["email"], Value::Null);
    });
}

#[test]
fn a_new_name_that_is_taken_too_is_counted_on() {
    let mut sql = AUTH_USER.to_owned();
    for (id, name) in [(1, "bob"), (2, "bob-3"), (3, "BOB"), (4, "BOB-3-2")] {
        sql += &user(id, name, "", &a_hash());
    }
    on_every_pair(&sql, |_, shell, site| {
        let told = site.imported(shell, &["--on-collision", "rename"]);
        assert_eq!(told["findings"][0]["became"], "BOB-3-2");
        assert_eq!(told["findings"][1]["became"], "BOB-3-2-4");
    });
}

#[test]
fn a_password_nobody_can_check_and_a_date_that_is_none_are_told() {
    let mut sql = AUTH_USER.to_owned();
    let odd = [
        "md5$salt$5f4dcc3b5aa765d61d8327deb882cf99",
        "5f4dcc3b5aa765d61d8327deb882cf99",
        "pbkdf2_sha256$999999999$salt$UUju2y7z7Q0h6Gd290RyfZf4N+JFrzDMFmcdmWsbBsY=",
        "",
    ];
    for (index, password) in odd.iter().enumerate() {
        sql += &user(u32::try_from(index).unwrap() + 1, &format!("user{}", index + 1), "", password);
    }
    on_every_pair(&sql, |_, shell, site| {
        let ran = site.import(shell, &["--json", "--report", "all.jsonl"]).ended(0);
        let told = ran.json();
        assert_eq!(told["imported"], 4);
        for key in ["1", "2", "3"] {
            assert_eq!(found(&told, key), ["password_unknown: dropped"]);
        }
        assert_eq!(found(&told, "4"), [""; 0], "no password is no news");
        for key in 1..=4 {
            assert_eq!(show(shell, &format!("user{key}"))["has_usable_password"], false);
        }
        let report = std::fs::read_to_string(shell.directory.join("all.jsonl")).unwrap();
        assert!(report.contains("\"md5\"") && report.contains("set-password"), "{report}");
        for secret in ["5f4dcc3b5aa765d61d8327deb882cf99", "UUju2y7z"] {
            assert!(!report.contains(secret) && !ran.out.contains(secret), "a hash is in what is told");
        }
    });
}

/// SQLite keeps anything in any column.
#[test]
fn values_of_the_wrong_kind_in_a_column_stop_nothing() {
    let house = crate::house::House::build(crate::house::Database::Sqlite, "");
    let shell = crate::commands::Shell::beside(&house);
    let site = super::Site::new(crate::house::Database::Sqlite, AUTH_USER);
    site.sql(&format!(
        "INSERT INTO auth_user VALUES (1, '{0}', 'never', 0, 'one', 'A' || char(0) || 'da', '', '', 0, 1, 'long ago'), \
         (2, '{0}', NULL, 0, 'two' || char(27) || '[31m', '', '', '', 0, 1, '2023-05-17'), (3, '{0}', 17, 0, 3.5, '', '', '', 0, 1, 12);",
        a_hash()
    ));
    let told = site.imported(&shell, &["--on-collision", "rename"]);
    assert_eq!(told["imported"], 3);
    assert_eq!(found(&told, "1"), ["date_invalid: dropped", "date_invalid: dropped", "name_changed: changed"]);
    assert_eq!(show(&shell, "one")["first_name"], "Ada");
    let shown = site.import(&shell, &["--source", "anew"]).ended(0).out;
    assert!(!shown.contains('\u{1b}') && shown.contains("two"), "{shown:?}");
}
