//! `migrate` and `prune`, and what every command does about a database that does not fit.

use super::{Shell, on_every_shell};
use crate::people::{PASSWORD, alice};
use crate::visitor::Door;

#[test]
fn migrate_says_how_it_stands_brings_it_up_and_takes_it_back() {
    on_every_shell(|_, shell| {
        let applied = shell.run(&["migrate", "--status"]).ended(0).out;
        assert!(applied.lines().all(|line| line.starts_with("[x] ")) && !applied.is_empty(), "{applied}");
        let count = applied.lines().count();
        let back = shell.run(&["migrate", "--revert", "100"]).ended(0).out;
        assert!(back.starts_with(&format!("Undone: {count}\n")), "{back}");
        let pending = shell.run(&["migrate", "--status"]).ended(0).out;
        assert_eq!(pending, applied.replace("[x]", "[ ]"));
        assert_eq!(shell.run(&["migrate", "--status"]).ended(0).out, pending, "asking changes nothing");
        let up = shell.run(&["migrate"]).ended(0).out;
        assert_eq!(up.lines().filter(|line| line.starts_with("Applied ")).count(), count);
        assert!(up.ends_with(&applied), "{up}");
        assert_eq!(shell.run(&["migrate"]).ended(0).out, applied, "a second time there is nothing to do");
    });
}

#[test]
fn commands_bring_the_database_up_unless_told_not_to() {
    let shell = Shell::new().with("COUNTERSIGN__DATABASE__MIGRATE_ON_START", "false");
    for command in [&["serve"][..], &["user", "list"], &["prune"], &["createsuperuser", "--username", "root"]] {
        let ran = shell.run(command).ended(1);
        assert!(ran.err.contains("countersign migrate"), "{command:?}: {}", ran.err);
    }
    let checked = shell.run(&["check"]).ended(1);
    assert!(checked.out.contains("countersign migrate"), "{}", checked.out);
    shell.run(&["migrate"]).ended(0);
    shell.run(&["user", "list"]).ended(0);
    shell.run(&["check"]).ended(0);
    let other = Shell::new();
    other.run(&["user", "list"]).ended(0);
    assert!(other.directory.join("countersign.db").exists());
}

#[test]
fn a_database_of_a_newer_program_is_left_alone() {
    on_every_shell(|house, shell| {
        house.sql("INSERT INTO __diesel_schema_migrations (version) VALUES ('20990101000000')");
        for command in [&["serve"][..], &["user", "list"], &["prune"], &["migrate"], &["check"]] {
            let ran = shell.run(command).ended(1);
            assert!((ran.out + &ran.err).contains("newer countersign"), "{command:?}");
        }
        assert!(shell.run(&["migrate", "--status"]).ended(0).out.contains("[?] 20990101000000"));
    });
}

#[test]
fn prune_removes_what_has_ended_and_only_that() {
    on_every_shell(|house, shell| {
        alice(house);
        let lasting = house.visitor(Door::Cookie);
        lasting.login(&[("identifier", "alice"), ("password", PASSWORD)]).done();
        let far = "2999-01-01T00:00:00.000000Z";
        house.sql(&format!("UPDATE sessions SET created_at = '{far}', last_used_at = '{far}'"));
        for door in [Door::Cookie, Door::Bearer] {
            house.visitor(door).login(&[("identifier", "alice"), ("password", PASSWORD)]).done();
        }
        let past = "2001-01-01T00:00:00.000000Z";
        house.sql(&format!(
            "UPDATE sessions SET created_at = '{past}', last_used_at = '{past}' WHERE created_at < '{far}'"
        ));
        // The server prunes by itself when it starts, and may just have been quicker.
        assert!(shell.run(&["prune"]).ended(0).out.starts_with("Removed "));
        assert_eq!(house.count("SELECT count(*) FROM sessions"), 1);
        assert_eq!(house.count("SELECT count(*) FROM refresh_tokens"), 0, "their tokens go with them");
        assert_eq!(house.count("SELECT count(*) FROM users"), 1);
        assert!(shell.run(&["prune"]).ended(0).out.contains("Removed 0 sessions"));
    });
}
