//! What the commands say when they cannot do what was asked, and where they leave their report.

use super::{AUTH_USER, Site, a_hash, on_every_pair, user};
use crate::commands::{Shell, on_every_shell};
use crate::house::Database;
use serde_json::Value;
use std::os::unix::fs::PermissionsExt;

#[test]
fn what_is_no_database_of_django_is_refused_in_words_and_nothing_is_made() {
    on_every_shell(|house, shell| {
        for (url, code, said) in [
            ("mysql://host/name", 2, "sqlite://"),
            ("site.sqlite3", 2, "sqlite://"),
            ("sqlite://", 2, "names no file"),
            ("sqlite://not-there.sqlite3", 1, "not-there.sqlite3"),
            ("sqlite://settings.txt", 1, "settings.txt"),
            ("postgres://nobody@127.0.0.1:1/none", 1, "127.0.0.1:1"),
        ] {
            shell.write("settings.txt", &"this is no database. ".repeat(1_000));
            let ran = shell.run(&["import", "django", url]).ended(code);
            assert!(ran.err.contains(said) && ran.out.is_empty(), "{url}: {ran:?}");
        }
        assert!(!shell.directory.join("not-there.sqlite3").exists());
        assert_eq!(house.count("SELECT count(*) FROM users"), 0);
        for arguments in [
            &["import"][..],
            &["import", "django"],
            &["import", "rails", "sqlite://x"],
            &["import", "django", "sqlite://x", "--on-collision", "merge"],
        ] {
            shell.run(arguments).ended(2);
        }
        for (name, text) in [("a.json", "{}"), ("b.json", "[]"), ("c.json", "[{\"model\": \"x\"}]"), ("d.json", "no")] {
            let file = shell.write(name, text);
            let ran = shell.run(&["import", "fixture", file.to_str().unwrap()]).ended(1);
            assert!(ran.err.contains("dumpdata"), "{}", ran.err);
        }
        let ran = shell.run(&["import", "jsonl", "nothing.jsonl"]).ended(1);
        assert!(ran.err.contains("nothing.jsonl"), "{}", ran.err);
    });
}

#[test]
fn a_password_in_the_address_is_told_to_nobody() {
    on_every_shell(|_, shell| {
        let ran =
            shell.run(&["import", "django", "postgres://me:hunter22@127.0.0.1:1/none?password=hunter22"]).ended(1);
        assert!(!(ran.err + &ran.out).contains("hunter22"));
    });
}

#[test]
fn without_accounts_or_with_several_tables_of_them_it_says_what_it_found() {
    let both = format!("{AUTH_USER}{}", AUTH_USER.replace("auth_user", "old_member"));
    on_every_pair(&format!("{both} CREATE TABLE blog_post (id integer, title varchar(10));"), |_, shell, site| {
        site.sql(&user(1, "alice", "", &a_hash()));
        let ran = site.import(shell, &[]).ended(1);
        assert!(ran.err.contains("auth_user, old_member") && ran.err.contains("--table"), "{}", ran.err);
        assert_eq!(site.imported(shell, &["--table", "auth_user"])["imported"], 1);
        assert_eq!(site.imported(shell, &["--table", "old_member"])["imported"], 0);
        let ran = site.import(shell, &["--table", "blog_post"]).ended(1);
        assert!(ran.err.contains("last_login"), "{}", ran.err);
        site.sql("DROP TABLE auth_user; DROP TABLE old_member");
        let ran = site.import(shell, &[]).ended(1);
        assert!(ran.err.contains("it has blog_post") && ran.err.contains("auth_user"), "{}", ran.err);
    });
}

#[test]
fn the_source_is_only_read() {
    let sql = AUTH_USER.to_owned() + &user(1, "alice", "", &a_hash());
    let house = crate::house::House::build(Database::Sqlite, "");
    let shell = Shell::beside(&house);
    let site = Site::new(Database::Sqlite, &sql);
    site.sql("PRAGMA journal_mode = DELETE");
    let path = site.url.strip_prefix("sqlite://").unwrap();
    let before = std::fs::read(path).unwrap();
    site.imported(&shell, &[]);
    assert_eq!(std::fs::read(path).unwrap(), before);
}

#[test]
fn the_report_has_everything_is_for_its_owner_alone_and_is_added_to() {
    let sql = (0..30).fold(AUTH_USER.to_owned(), |sql, id| sql + &user(id, &format!("bad name {id}"), "", &a_hash()));
    on_every_pair(&sql, |_, shell, site| {
        let ran = site.import(shell, &["--report", "report.jsonl"]).ended(0);
        assert!(ran.out.contains("30 left out") && ran.out.contains("All 30 are in report.jsonl"), "{}", ran.out);
        let ran = site.import(shell, &["--dry-run"]).ended(0);
        assert!(ran.out.contains("And 10 more") && ran.out.contains("nothing was changed"), "{}", ran.out);
        let path = shell.directory.join("report.jsonl");
        assert_eq!(std::fs::metadata(&path).unwrap().permissions().mode() & 0o777, 0o600);
        let lines = || -> Vec<Value> {
            let text = std::fs::read_to_string(&path).unwrap();
            text.lines().map(|line| serde_json::from_str(line).unwrap()).collect()
        };
        assert_eq!(lines().len(), 30);
        for (id, line) in lines().iter().enumerate() {
            let name = format!("bad name {id}");
            assert_eq!(
                (line["table"].as_str(), line["key"].as_str()),
                (Some("auth_user"), Some(id.to_string().as_str()))
            );
            assert_eq!((line["rule"].as_str(), line["field"].as_str()), (Some("username_invalid"), Some("username")));
            assert_eq!((line["value"].as_str(), line["original"]["username"].as_str()), (Some(&*name), Some(&*name)));
            assert_eq!((line["outcome"].as_str(), line["dry_run"].as_bool()), (Some("left_out"), Some(false)));
            assert!(line["remedy"].as_str().unwrap().contains("--on-collision rename"), "{line}");
        }
        site.import(shell, &["--report", "report.jsonl", "--on-collision", "rename"]).ended(0);
        assert_eq!(lines().len(), 60);
        let ran = site.import(shell, &["--report", "no/such/place"]).ended(1);
        assert!(ran.err.contains("no/such/place"), "{}", ran.err);
    });
}
