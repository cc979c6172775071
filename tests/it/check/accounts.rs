//! The accounts under today's settings and rules, on both databases.

use super::{NOTHING, about, of, tells};
use crate::commands::{Shell, on_every_shell};
use crate::house::House;
use crate::people::{PASSWORD, alice};
use crate::visitor::Door;
use serde_json::Value;

/// Alice, who may do everything, and two others.
fn three(house: &House) {
    alice(house);
    house.sql("UPDATE users SET is_superuser = true");
    for member in [("username", "bob"), ("email", "carol@example.org")] {
        house.visitor(Door::Bearer).register(&[member, ("password", PASSWORD)]).done();
    }
}

fn asked(shell: &Shell) -> Vec<Value> {
    of(shell, &[])
}

#[test]
fn accounts_with_which_nothing_is_wrong_are_not_told() {
    on_every_shell(|house, shell| {
        three(house);
        assert_eq!(asked(shell), NOTHING);
    });
}

#[test]
fn whom_the_chain_locks_out_is_told_masked() {
    on_every_shell(|house, shell| {
        three(house);
        shell.write("settings.toml", "authentication_backends = [\"email\"]\nregister_form = \"register_email\"\n");
        let found = asked(shell);
        let one = about(&found, "authentication_backends");
        tells(one, "warning", Some(1), &["locks out 1 account", "any"]);
        let example = one["examples"][0].as_str().unwrap();
        assert!(example.starts_with("bo* (") && example.len() == "bo* ()".len() + 36, "{example}");
        house.sql("UPDATE users SET is_active = false WHERE username = 'bob'");
        assert_eq!(asked(shell), NOTHING, "one who may not sign in is locked out by that");
    });
}

#[test]
fn who_has_an_address_still_to_prove_is_told() {
    on_every_shell(|house, shell| {
        three(house);
        shell.write("settings.toml", "[verification]\nemail = \"mandatory\"\n");
        let found = asked(shell);
        tells(about(&found, "verification.email"), "advice", Some(2), &["until the address is proved"]);
    });
}

#[test]
fn passwords_that_let_nobody_in_are_told() {
    for (password, words) in [("!nothing", "neither a password nor an address"), ("md5$salt$0123", "cannot read")] {
        on_every_shell(|house, shell| {
            three(house);
            house.sql(&format!("UPDATE users SET password = '{password}' WHERE username = 'bob'"));
            let found = asked(shell);
            tells(about(&found, ""), "warning", None, &["1 account has", words, "set-password"]);
            assert!(!format!("{found:?}").contains(password), "{found:?}");
        });
    }
}

#[test]
fn identifiers_that_are_none_any_more_are_told() {
    for (change, level, words) in [
        ("username = 'bob smith'", "warning", "a username that today's rules refuse"),
        ("username_canonical = 'b0b'", "warning", "stored in a form of older rules"),
        ("username_skeleton = 'b0b'", "warning", "stored in a form of older rules"),
        ("username = 'Alice'", "error", "another account's as well"),
        (
            "username = NULL, username_canonical = NULL, username_skeleton = NULL, username_shown_skeleton = NULL, phone = '+4900000'",
            "warning",
            "a phone number that today's rules refuse",
        ),
    ] {
        on_every_shell(|house, shell| {
            three(house);
            house.sql(&format!("UPDATE users SET {change} WHERE username = 'bob'"));
            let found = asked(shell);
            let one = about(&found, "");
            tells(one, level, None, &["1 account has", words]);
            assert_eq!(one["count"], 1);
        });
    }
}

#[test]
fn two_that_have_become_one_are_told_though_neither_is_stored_so() {
    on_every_shell(|house, shell| {
        three(house);
        house.sql("UPDATE users SET email = 'Dora@example.org' WHERE email = 'carol@example.org'");
        house.sql("UPDATE users SET email = 'dora@example.org', email_canonical = 'x' WHERE username = 'bob'");
        let found = asked(shell);
        let errors: Vec<&Value> = found.iter().filter(|one| one["level"] == "error").collect();
        assert_eq!(errors.len(), 1, "{found:#?}");
        tells(errors[0], "error", None, &["an email address", "another account's as well"]);
    });
}

#[test]
fn values_that_the_form_in_use_refuses_are_told() {
    let form = "register_form = \"club\"\n[forms.club]\nfields = [{ name = \"username\" }, { name = \"email\" }, \
        { name = \"team\", type = \"select\", choices = [\"red\", \"blue\"] }, { name = \"password\" }]\n";
    on_every_shell(|house, shell| {
        three(house);
        house.sql("UPDATE users SET profile = '{\"team\": \"green\", \"other\": 5}' WHERE username = 'bob'");
        house.sql("UPDATE users SET profile = '{\"team\": \"red\"}' WHERE username = 'alice'");
        shell.write("settings.toml", form);
        let found = asked(shell);
        let one = found.iter().find(|one| one["about"] == "database").unwrap();
        tells(one, "warning", None, &["1 account has", "\"team\"", "\"club\""]);
        assert!(!format!("{one}").contains("green"), "{one}");
    });
}
