//! A real browser looks at every page in every language: each speaks its own language alone, all of it, and fits.

use super::{SETTINGS, Walk, a_month_passes, walk_through};
use crate::house::{Database, House};
use crate::people::{PASSWORD, person};
use std::time::Duration;

pub(super) const LANGUAGES: [&str; 8] = ["en", "de", "es", "fr", "pt", "ar", "hi", "zh"];

/// A house that offers all languages, with a superuser for each.
fn house_of_all_languages() -> House {
    let languages = format!(
        "[languages]\nenabled = {LANGUAGES:?}\n[account]\ndeletion_grace = \"14d\"\n[sessions]\nreauthenticate_after = \"1m\"\n"
    );
    let house = House::build(Database::Sqlite, &format!("{SETTINGS}\n{languages}"));
    a_month_passes(&house);
    for tag in LANGUAGES {
        let name = format!("root_{tag}");
        person(&house, Some(&name), None, None);
        house.sql(&format!(
            "UPDATE users SET is_staff = true, is_superuser = true, language = '{tag}' WHERE username = '{name}'"
        ));
    }
    house
}

#[test]
fn every_page_speaks_every_language_and_no_other() {
    let house = house_of_all_languages();
    // One from either side will do where somebody waits: all of them take ten minutes.
    let whole = std::env::var("COUNTERSIGN_TEST_WHOLE").is_ok();
    let all = if whole { LANGUAGES.join(",") } else { "en,ar".to_owned() };
    let widths = std::env::var("COUNTERSIGN_TEST_WIDTHS").unwrap_or_else(|_| "1280".to_owned());
    let options = ["--languages", &all, "--password", PASSWORD, "--acted-on", "alice", "--widths", &widths];
    // After ten messages a sign-in is so long ago that the password is asked for again.
    let step = Duration::from_secs(7);
    let walk = Walk {
        script: "languages.mjs",
        options: &options,
        pictures: "languages",
        step,
        at_least: if whole { 800 } else { 200 },
    };
    walk_through(&house, &walk);
}

#[test]
fn a_server_without_its_database_says_so_in_every_language() {
    let house = House::build(Database::Sqlite, &format!("[languages]\nenabled = {LANGUAGES:?}"));
    house.sql("ALTER TABLE users RENAME TO lost");
    let options = ["--languages", &LANGUAGES.join(","), "--broken"];
    let walk =
        Walk { script: "languages.mjs", options: &options, pictures: "languages", at_least: 7, ..Walk::default() };
    walk_through(&house, &walk);
}
