//! Accounts from the shell: the same rules as at the doors, and what is changed ends sessions where it must.

use super::{Shell, on_every_shell};
use crate::house::House;
use crate::people::{PASSWORD, WRONG, alice};
use crate::visitor::Door;
use serde_json::Value;

const STDIN: &str = "--password-stdin";

fn count(house: &House, table: &str) -> i64 {
    house.count(&format!("SELECT count(*) FROM {table}"))
}

fn lets_in(house: &House, identifier: &str, password: &str) -> bool {
    house.visitor(Door::Bearer).login(&[("identifier", identifier), ("password", password)]).is_done()
}

fn show(shell: &Shell, identifier: &str) -> Value {
    shell.run(&["user", "show", identifier, "--json"]).ended(0).json()
}

#[test]
fn an_account_made_at_the_shell_signs_in_at_the_doors() {
    on_every_shell(|house, shell| {
        let all =
            ["user", "create", "--username", "carol", "--email", "Carol@Example.org", "--phone", "+49 1512 3456789"];
        let mut arguments = all.to_vec();
        arguments.push(STDIN);
        let ran = shell.feed(&arguments, &format!("{PASSWORD}\nnot this\n")).ended(0);
        assert!(ran.out.contains("carol") && !ran.out.contains(PASSWORD), "{}", ran.out);
        for identifier in ["carol", "carol@example.org", "+4915123456789"] {
            assert!(lets_in(house, identifier, PASSWORD), "{identifier}");
            assert_eq!(show(shell, identifier)["username"], "carol");
        }
        let carol = show(shell, "carol");
        assert_eq!(
            (&carol["is_staff"], &carol["is_superuser"], &carol["is_active"]),
            (&false.into(), &false.into(), &true.into())
        );
        assert!(!carol.to_string().contains("bcrypt"), "no hash is shown: {carol}");
        shell.feed(&["user", "create", "--email", "s@example.org", "--staff", STDIN], "blanks stay  \r\n").ended(0);
        assert!(lets_in(house, "s@example.org", "blanks stay  ") && !lets_in(house, "s@example.org", "blanks stay"));
        assert_eq!(show(shell, "s@example.org")["is_staff"], true);
        shell.feed(&["createsuperuser", "--username", "root", STDIN], PASSWORD).ended(0);
        let root = show(shell, "root");
        assert_eq!((&root["is_staff"], &root["is_superuser"]), (&true.into(), &true.into()));
    });
}

#[test]
fn an_account_without_a_password_lets_nobody_in() {
    on_every_shell(|house, shell| {
        shell.run(&["user", "create", "--username", "carol", "--no-password"]).ended(0);
        assert_eq!(show(shell, "carol")["has_usable_password"], false);
        for password in [PASSWORD, "!", "x"] {
            assert!(!lets_in(house, "carol", password));
        }
        shell.feed(&["user", "set-password", "carol", STDIN], PASSWORD).ended(0);
        assert_eq!(show(shell, "carol")["has_usable_password"], true);
    });
}

#[test]
fn the_rules_hold_at_the_shell_too() {
    on_every_shell(|house, shell| {
        alice(house);
        for (arguments, input, said) in [
            (&["--username", "carol"][..], "short", "8"),
            (&["--username", "carol"], "12345678901", "digits"),
            (&["--username", "carol"], "iloveyou", "guessed"),
            (&["--username", "carolinexyz"], "carolinexyz1", "like"),
            (&["--username", "carol"], "", ""),
            (&["--username", "@carol"], PASSWORD, "username"),
            (&["--email", "nope"], PASSWORD, "email"),
            (&["--phone", "0151"], PASSWORD, "phone"),
            (&["--username", "ALICE"], PASSWORD, "exists"),
            (&["--username", "carol", "--email", "alice@EXAMPLE.org"], PASSWORD, "exists"),
        ] {
            let mut all = vec!["user", "create", STDIN];
            all.extend(arguments);
            let ran = shell.feed(&all, input).ended(1);
            assert!(ran.err.contains(said), "{all:?} {input}: {}", ran.err);
            assert!(input.is_empty() || !ran.err.contains(input), "{all:?}: {}", ran.err);
        }
        shell.feed(&["user", "create", STDIN], PASSWORD).ended(2);
        shell.feed(&["createsuperuser", STDIN], PASSWORD).ended(2);
        let ran = shell.feed(&["user", "create", "--username", "carol"], PASSWORD).ended(2);
        assert!(ran.err.contains(STDIN), "nobody is there to be asked: {}", ran.err);
        assert_eq!(count(house, "users"), 1);
        let before = house.count("SELECT count(*) FROM users WHERE password LIKE 'bcrypt%'");
        shell.feed(&["user", "set-password", "alice", STDIN], "12345678901").ended(1);
        assert_eq!(house.count("SELECT count(*) FROM users WHERE password LIKE 'bcrypt%'"), before);
        assert!(lets_in(house, "alice", PASSWORD), "a refused password changes nothing");
    });
}

#[test]
fn a_new_password_ends_every_session() {
    on_every_shell(|house, shell| {
        alice(house);
        let visitors: Vec<_> = Door::ALL.iter().map(|door| house.visitor(*door)).collect();
        for visitor in &visitors {
            visitor.login(&[("identifier", "alice"), ("password", PASSWORD)]).done();
        }
        shell.feed(&["user", "set-password", "alice@example.org", STDIN], "short").ended(1);
        assert_eq!(count(house, "sessions"), 3, "a refused one ends none");
        shell.feed(&["user", "set-password", "alice@example.org", STDIN], WRONG).ended(0);
        assert!(visitors.iter().all(|visitor| visitor.me().is_none()));
        assert_eq!((count(house, "sessions"), count(house, "refresh_tokens")), (0, 0));
        assert!(lets_in(house, "alice", WRONG) && !lets_in(house, "alice", PASSWORD));
    });
}

#[test]
fn an_account_that_is_deactivated_is_out_until_it_is_activated() {
    on_every_shell(|house, shell| {
        alice(house);
        let visitors: Vec<_> = Door::ALL.iter().map(|door| house.visitor(*door)).collect();
        for visitor in &visitors {
            visitor.login(&[("identifier", "alice"), ("password", PASSWORD)]).done();
        }
        shell.run(&["user", "deactivate", "alice"]).ended(0);
        assert!(visitors.iter().all(|visitor| visitor.me().is_none()));
        assert_eq!(count(house, "sessions"), 0);
        assert!(!lets_in(house, "alice", PASSWORD));
        assert_eq!(show(shell, "alice")["is_active"], false);
        shell.run(&["user", "activate", "alice"]).ended(0);
        assert!(lets_in(house, "alice", PASSWORD));
        assert!(visitors.iter().all(|visitor| visitor.me().is_none()), "old sessions stay ended");
    });
}

#[test]
fn addresses_are_verified_together_or_alone() {
    on_every_shell(|house, shell| {
        for (flags, email, phone) in [
            (&[][..], true, true),
            (&["--email"], true, false),
            (&["--phone"], false, true),
            (&["--email", "--phone"], true, true),
        ] {
            house.sql("DELETE FROM users");
            alice(house);
            let mut arguments = vec!["user", "verify", "alice"];
            arguments.extend(flags);
            shell.run(&arguments).ended(0);
            let alice = show(shell, "alice");
            assert_eq!(
                (&alice["email_verified"], &alice["phone_verified"]),
                (&email.into(), &phone.into()),
                "{flags:?}"
            );
        }
    });
}

#[test]
fn an_account_is_removed_only_by_somebody_who_says_so() {
    on_every_shell(|house, shell| {
        alice(house);
        house.visitor(Door::Bearer).login(&[("identifier", "alice"), ("password", PASSWORD)]).done();
        let ran = shell.run(&["user", "delete", "alice"]).ended(2);
        assert!(ran.err.contains("--yes"), "{}", ran.err);
        assert_eq!((count(house, "users"), count(house, "sessions")), (1, 1));
        shell.run(&["user", "delete", "alice", "--yes"]).ended(0);
        assert_eq!((count(house, "users"), count(house, "sessions"), count(house, "refresh_tokens")), (0, 0, 0));
        shell.run(&["user", "delete", "alice", "--yes"]).ended(1);
    });
}

#[test]
fn the_last_superuser_stays() {
    on_every_shell(|house, shell| {
        shell.feed(&["createsuperuser", "--username", "root", STDIN], PASSWORD).ended(0);
        for command in [&["user", "deactivate", "root"][..], &["user", "delete", "root", "--yes"]] {
            let ran = shell.run(command).ended(1);
            assert!(ran.err.contains("last active superuser"), "{}", ran.err);
            assert!(lets_in(house, "root", PASSWORD));
        }
        shell.feed(&["createsuperuser", "--username", "second", STDIN], PASSWORD).ended(0);
        shell.run(&["user", "deactivate", "root"]).ended(0);
        shell.run(&["user", "delete", "second", "--yes"]).ended(1);
        shell.run(&["user", "delete", "root", "--yes"]).ended(0);
        assert_eq!(count(house, "users"), 1);
    });
}

#[test]
fn what_names_nobody_is_refused_in_words() {
    on_every_shell(|_, shell| {
        for command in ["show", "set-password", "activate", "deactivate", "verify", "delete"] {
            for (identifier, said) in [("nobody", "nobody"), ("no@example.org", "no@example.org"), ("@@", "nobody's")] {
                let mut arguments = vec!["user", command, identifier];
                arguments.extend((command == "delete").then_some("--yes"));
                arguments.extend((command == "set-password").then_some(STDIN));
                let ran = shell.feed(&arguments, PASSWORD).ended(1);
                assert!(ran.err.contains(said) && ran.out.is_empty(), "{arguments:?}: {ran:?}");
            }
        }
    });
}

#[test]
fn lists_are_in_order_and_whole() {
    on_every_shell(|_, shell| {
        assert_eq!(shell.run(&["user", "list", "--json"]).ended(0).json(), serde_json::json!([]));
        for name in ["carol", "dave", "erin"] {
            shell.run(&["user", "create", "--username", name, "--no-password"]).ended(0);
        }
        let all = shell.run(&["user", "list", "--json"]).ended(0).json();
        let names: Vec<&str> = all.as_array().unwrap().iter().map(|user| user["username"].as_str().unwrap()).collect();
        assert_eq!(names, ["carol", "dave", "erin"]);
        let members = "id username email email_verified email_verified_at phone phone_verified phone_verified_at \
            first_name last_name profile is_staff date_joined last_login is_active is_superuser has_usable_password delete_at";
        let one = show(shell, "carol");
        assert_eq!(one.as_object().unwrap().keys().collect::<Vec<_>>(), members.split_whitespace().collect::<Vec<_>>());
        assert_eq!(all[0], one);
        assert_eq!(shell.run(&["user", "list"]).ended(0).out.lines().count(), 3);
    });
}
