//! An import that is run again changes nothing, and one that was broken off goes on.

use super::{AUTH_USER, Site, a_hash, everything, found, on_every_pair, show, user};
use crate::commands::Shell;
use crate::house::{House, binary, databases};
use crate::people::PASSWORD;
use crate::visitor::Door;
use std::process::{Command, Stdio};
use std::time::{Duration, Instant};

fn three() -> String {
    let people = [(1, "alice"), (2, "bob"), (3, "ALICE")];
    people.iter().fold(AUTH_USER.to_owned(), |sql, (id, name)| sql + &user(*id, name, "", &a_hash()))
}

#[test]
fn a_second_run_changes_nothing_not_even_what_was_changed_here_since() {
    on_every_pair(&three(), |house, shell, site| {
        site.imported(shell, &[]);
        house.visitor(Door::Pages).login(&[("identifier", "alice"), ("password", PASSWORD)]).done();
        shell.run(&["user", "deactivate", "bob"]).ended(0);
        let before = everything(shell);
        let told = site.imported(shell, &[]);
        assert_eq!((told["imported"].as_u64(), told["already_there"].as_u64()), (Some(0), Some(2)));
        assert_eq!(found(&told, "3"), ["username_taken: left_out"], "who is not in is told of again");
        assert_eq!(everything(shell), before);
        site.sql("UPDATE auth_user SET username = 'alicia', password = 'x' WHERE id = 1");
        site.imported(shell, &[]);
        assert_eq!(everything(shell), before, "what changes at the source later stays there");
    });
}

#[test]
fn nobody_who_was_deleted_comes_back() {
    on_every_pair(&three(), |house, shell, site| {
        site.imported(shell, &[]);
        shell.run(&["user", "delete", "bob", "--yes"]).ended(0);
        let told = site.imported(shell, &[]);
        assert_eq!((told["imported"].as_u64(), told["already_there"].as_u64()), (Some(0), Some(2)));
        assert_eq!(house.count("SELECT count(*) FROM users WHERE username = 'bob'"), 0);
    });
}

#[test]
fn another_site_in_the_same_place_is_not_taken_for_the_first() {
    on_every_pair(&three(), |_, shell, site| {
        site.imported(shell, &[]);
        site.sql("UPDATE auth_user SET username = 'dave', date_joined = '2024-01-01 00:00:00' WHERE id = 2");
        let told = site.imported(shell, &[]);
        assert_eq!(told["imported"], 1);
        assert_eq!(show(shell, "dave")["date_joined"], "2024-01-01T00:00:00Z");
    });
}

#[test]
fn the_same_site_in_another_place_is_known_by_the_name_it_was_given() {
    for database in databases() {
        let house = House::build(database, "");
        let shell = Shell::beside(&house);
        let [first, moved] = [(); 2].map(|()| Site::new(database, &three()));
        first.imported(&shell, &["--source", "old-site"]);
        assert_eq!(moved.imported(&shell, &["--source", "old-site"])["already_there"], 2);
        let told = moved.imported(&shell, &[]);
        assert_eq!(told["left_out"], 3, "without the name nobody comes in twice either");
    }
}

#[test]
fn a_dry_run_tells_the_same_and_changes_nothing() {
    on_every_pair(&three(), |house, shell, site| {
        let dry = site.imported(shell, &["--dry-run"]);
        assert_eq!(
            (dry["dry_run"].as_bool(), dry["imported"].as_u64(), dry["left_out"].as_u64()),
            (Some(true), Some(2), Some(1))
        );
        for table in ["users", "imported_accounts", "outbox", "sessions"] {
            assert_eq!(house.count(&format!("SELECT count(*) FROM {table}")), 0, "{table}");
        }
        let done = site.imported(shell, &[]);
        assert_eq!(dry["rules"], done["rules"]);
        assert_eq!(dry["imported"], done["imported"]);
        assert_eq!(house.count("SELECT count(*) FROM outbox"), 0, "nobody is written to");
    });
}

/// As many as take a while, and collisions across batches.
fn many(site: &Site) {
    let hash = a_hash();
    let rows: Vec<String> = (1..=6_000)
        .map(|id| {
            let name = match id {
                2_500 => "MEMBER_1".to_owned(),
                5_000 => "Member_1".to_owned(),
                _ => format!("member_{id}"),
            };
            format!(
                "({id}, '{hash}', NULL, FALSE, '{name}', '', '', 'm{id}@example.org', FALSE, TRUE, '2023-05-17 08:30:00.{id:06}')"
            )
        })
        .collect();
    for part in rows.chunks(500) {
        site.sql(&format!("INSERT INTO auth_user VALUES {}", part.join(", ")));
    }
}

#[test]
fn an_import_that_is_killed_goes_on_where_it_was_and_its_report_is_whole() {
    for database in databases() {
        let house = House::build(database, "");
        let shell = Shell::beside(&house);
        let site = Site::new(database, AUTH_USER);
        many(&site);
        let dry = site.imported(&shell, &["--dry-run"]);
        assert_eq!((dry["imported"].as_u64(), dry["left_out"].as_u64()), (Some(5_998), Some(2)), "across batches too");
        let report = shell.directory.join("report.jsonl");
        let mut killed = 0;
        for goal in [1_000, 3_000] {
            let mut child = Command::new(binary())
                .args(["import", "django", &site.url, "--on-collision", "rename", "--report"])
                .arg(&report)
                .env_clear()
                .env("COUNTERSIGN__DATABASE__URL", &house.url)
                .current_dir(&shell.directory)
                .stdout(Stdio::null())
                .spawn()
                .unwrap();
            let begun = Instant::now();
            while house.count("SELECT count(*) FROM users") < goal {
                assert!(begun.elapsed() < Duration::from_secs(120));
                std::thread::yield_now();
            }
            child.kill().unwrap();
            killed += i32::from(!child.wait().unwrap().success());
            let there = house.count("SELECT count(*) FROM users");
            assert_eq!(there % 1_000, 0, "a batch is in whole or not at all");
            assert_eq!(there, house.count("SELECT count(*) FROM imported_accounts"));
        }
        assert_eq!(killed, 2, "it was quicker than the test");
        let told = site.imported(&shell, &["--on-collision", "rename", "--report", "report.jsonl"]);
        assert_eq!(told["read"], 6_000);
        assert_eq!(house.count("SELECT count(*) FROM users"), 6_000);
        assert_eq!(house.count("SELECT count(DISTINCT user_id) FROM imported_accounts"), 6_000);
        let report = std::fs::read_to_string(report).unwrap();
        for name in ["MEMBER_1-2500", "Member_1-5000"] {
            assert!(report.contains(name), "{report}");
            show(&shell, name);
        }
    }
}

/// Somebody registers a name while it comes in: nobody is lost, and nothing is half done.
#[test]
fn people_may_register_meanwhile() {
    for database in databases() {
        let house = House::build(database, "");
        let shell = Shell::beside(&house);
        let site = Site::new(database, AUTH_USER);
        many(&site);
        std::thread::scope(|scope| {
            let import = scope.spawn(|| site.imported(&shell, &["--on-collision", "rename"]));
            for id in (100..6_000).step_by(500) {
                let name = format!("member_{id}");
                let outcome = house.visitor(Door::Bearer).register(&[("username", &name), ("password", PASSWORD)]);
                assert!(matches!(outcome.reply.status, 201 | 422), "{outcome:?}");
            }
            let told = import.join().unwrap();
            assert_eq!(told["imported"], 6_000);
        });
        assert_eq!(house.count("SELECT count(*) FROM imported_accounts WHERE user_id IS NOT NULL"), 6_000);
    }
}
