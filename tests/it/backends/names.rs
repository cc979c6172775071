//! Names in the settings that name nothing stop the program: where, which would have worked, which was meant.

use crate::house::fresh_directory;
use countersign::ambient::{SystemClock, SystemRandom};
use countersign::app::App;
use countersign::settings::Settings;
use std::sync::Arc;

/// What stops the program under these settings, whether it is seen at reading or at building.
fn stopped(text: &str) -> Vec<(Option<usize>, String)> {
    let text = format!("{text}\n[database]\nurl = \"sqlite://never.db\"\n");
    let directory = fresh_directory();
    let mistakes = match Settings::from_toml(&text, &directory) {
        Err(mistakes) => mistakes,
        Ok(loaded) => App::build(&loaded, Arc::new(SystemClock), Arc::new(SystemRandom)).expect_err(&text),
    };
    assert!(!directory.join("never.db").exists(), "nothing is begun");
    std::fs::remove_dir_all(directory).unwrap();
    mistakes.0.iter().map(|mistake| (mistake.line, mistake.to_string())).collect()
}

#[test]
fn an_unknown_name_stops_the_program_with_its_line_and_what_would_work() {
    let cases: &[(&str, usize, &[&str])] = &[
        (
            "authentication_backends = [\"emial\"]",
            1,
            &[
                "authentication_backends",
                "\"emial\"",
                "`username`",
                "`email`",
                "`phone`",
                "`username_or_email`",
                "`username_or_phone`",
                "`any`",
                "Did you mean `email`?",
            ],
        ),
        ("\nauthentication_backends = [\n  \"email\",\n  \"phne\",\n]", 4, &["\"phne\"", "Did you mean `phone`?"]),
        ("authentication_backends = [\"ldap\"]", 1, &["\"ldap\"", "Known: ", "`any`"]),
        ("# forms\nregister_form = \"register_emial\"", 2, &["\"register_emial\"", "Did you mean `register_email`?"]),
        (
            "register_form = \"xyzzy\"",
            1,
            &["`register`", "`register_username`", "`register_email`", "`register_phone`", "`register_full`"],
        ),
        ("[passwords]\nhasher = \"bcrpt\"", 2, &["\"bcrpt\"", "`argon2id`", "Did you mean `bcrypt`?"]),
        (
            "[passwords]\nvalidators = [\n\"min_length\",\n\"comon\"]",
            4,
            &["\"comon\"", "`similarity`", "`numeric`", "Did you mean `common`?"],
        ),
        (
            "[phone]\nverifier = \"opt\"",
            2,
            &["phone.verifier: \"opt\" is not a known", "Known: `otp`. Did you mean `otp`?"],
        ),
    ];
    for (text, line, words) in cases {
        let found = stopped(text);
        assert_eq!(found.len(), 1, "{text}: {found:?}");
        assert_eq!(found[0].0, Some(*line), "{text}: {found:?}");
        for word in *words {
            assert!(found[0].1.contains(word), "{text}: no {word} in {}", found[0].1);
        }
    }
}

#[test]
fn all_unknown_names_are_told_together() {
    let text = "authentication_backends = [\"emial\", \"any\", \"usernam\"]\nregister_form = \"xyzzy\"\n\
                [passwords]\nhasher = \"md5\"\nvalidators = [\"long\"]";
    assert_eq!(stopped(text).len(), 5, "{:?}", stopped(text));
}

#[test]
fn without_phones_what_is_named_after_them_is_refused() {
    let off = "phone_authentication_active = false\n";
    for text in [
        "authentication_backends = [\"phone\"]",
        "authentication_backends = [\"username\", \"username_or_phone\"]",
        "register_form = \"register_phone\"",
        "register_form = \"register_full\"",
    ] {
        let found = stopped(&format!("{off}{text}"));
        assert_eq!(found.len(), 1, "{text}: {found:?}");
        assert_eq!(found[0].0, Some(2), "{text}: {found:?}");
        if text.starts_with("auth") {
            assert!(!found[0].1.contains("`username_or_phone`"), "what would not work is not offered: {}", found[0].1);
        }
    }
}

#[test]
fn without_phones_the_default_chain_has_none_and_any_stays() {
    for text in ["", "authentication_backends = [\"any\"]", "authentication_backends = [\"username_or_email\"]"] {
        let house = crate::house::House::build(
            crate::house::Database::Sqlite,
            &format!("phone_authentication_active = false\n{text}"),
        );
        let chain = house.app.accounts().chain.accepts();
        let names: Vec<&str> = chain.iter().map(|kind| kind.as_str()).collect();
        assert_eq!(names, ["username", "email"], "{text}");
    }
}
