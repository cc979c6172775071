//! A real browser walks the pages: by keyboard alone, with every accessibility rule checked on the way, light and dark
//! and small, with scripts and without. The pictures it takes are those of the README.

mod languages;
mod letters;

use crate::admin::{root, zoe};
use crate::house::{Database, House};
use crate::people::{PASSWORD, WRONG, alice, bob};
use crate::visitor::Door;
use std::path::Path;
use std::process::{Command, Output};
use std::sync::Arc;
use std::time::Duration;

const BROWSERS: [&str; 3] = ["/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"];

/// One person asks for many codes.
const SETTINGS: &str = r#"
[login]
by_code = true
[verification]
email = "optional"
phone = "optional"
[otp]
resend_interval = "1s"
max_per_hour = 100
max_per_day = 100
[forms.member]
title = "Join the club"
intro = "For everybody who likes to row."
fields = [
  { name = "email", required = true },
  { name = "first_name", max_length = 50, group = "You" },
  { name = "born", type = "date", label = "Date of birth", group = "You" },
  { name = "site", type = "url", label = "Your page", group = "You" },
  { name = "membership_number", pattern = "^[A-Z]{2}[0-9]{6}$", help = "Two capital letters and six digits.", unique = true },
  { name = "team", type = "select", choices = ["red", "blue"] },
  { name = "years", type = "number", label = "Years at the oar", min = 0 },
  { name = "about", type = "textarea", label = "About you" },
  { name = "terms", type = "checkbox", label = "I accept the terms", must_be_true = true },
  { name = "password", confirm = true },
]
"#;

/// Two languages, of which one is written from right to left.
const SETTINGS_OF_STAFF: &str = r#"
[verification]
email = "optional"
phone = "optional"
[languages]
enabled = ["en", "ar"]
"#;

/// So that the charts have something to show, and the lists more than a line: people come, and sign in, or fail to.
fn a_month_passes(house: &House) {
    const NAMES: [&str; 9] =
        ["ann", "björn", "chidi", "dalia", "eun-ji", "fatima", "güneş", "hinata", "rosalind.elsie.franklin"];
    root(house);
    zoe(house);
    alice(house);
    bob(house);
    house.sql("UPDATE users SET email_verified_at = date_joined WHERE username IN ('alice', 'root')");
    for (number, name) in NAMES.iter().enumerate() {
        house.later(Duration::from_secs(if number < 6 { 5 * 24 * 3600 } else { 5 * 3600 }));
        let email = format!("somebody.by.the.number.of.{number}@post.example.org");
        house.visitor(Door::Cookie).register(&[("username", name), ("email", &email), ("password", PASSWORD)]).done();
        for _ in 0..=number % 4 {
            house.visitor(Door::Cookie).login(&[("identifier", "alice"), ("password", PASSWORD)]).done();
            house.visitor(Door::Bearer).login(&[("identifier", "bob"), ("password", PASSWORD)]).done();
        }
        for _ in 0..number % 3 {
            house.visitor(Door::Cookie).login(&[("identifier", name), ("password", WRONG)]);
        }
    }
    for identifier in ["ann", "björn", "eun-ji"] {
        house.visitor(Door::Bearer).submit("password/reset", &[("identifier", identifier)]).done();
    }
    let count = |which: &str| house.count(&format!("SELECT count(*) FROM outbox WHERE sent_at IS {which}"));
    while count("NULL") > 0 || count("NOT NULL") == 0 {
        std::thread::yield_now();
    }
    house.sql("UPDATE users SET is_active = false WHERE username = 'chidi'");
    house.sql(
        "UPDATE outbox SET sent_at = NULL, dead_at = created_at, tries = 9, last_error = '550 no such mailbox' \
         WHERE user_id = (SELECT id FROM users WHERE username = 'güneş')",
    );
    house.sql(
        "UPDATE outbox SET sent_at = NULL, letter = X'00', due_at = '2027-01-01T00:00:00.000000Z', tries = 2, \
         last_error = 'connection refused' WHERE user_id IN (SELECT id FROM users WHERE username IN ('hinata', 'fatima'))",
    );
}

#[test]
fn a_browser_goes_through_every_page_by_keyboard_alone() {
    let house = House::build(Database::Sqlite, SETTINGS);
    walk_through(&house, &Walk { options: &["--name", "alice"], ..Walk::default() });
}

#[test]
fn a_browser_administers_by_keyboard_alone() {
    let house = House::build(Database::Sqlite, SETTINGS_OF_STAFF);
    a_month_passes(&house);
    let options = ["--superuser", "root", "--staff", "zoe", "--password", PASSWORD, "--acted-on", "alice,bob"];
    walk_through(&house, &Walk { options: &options, at_least: 800, ..Walk::default() });
}

/// One walk of a browser.
struct Walk<'a> {
    /// The script in `tests/browser`.
    script: &'a str,
    /// Its options.
    options: &'a [&'a str],
    /// The folder of its pictures, below those of all walks.
    pictures: &'a str,
    /// How far the clock goes on with every message that comes.
    step: Duration,
    /// How many things hold in the end, at least.
    at_least: usize,
}

impl Default for Walk<'_> {
    fn default() -> Self {
        Self { script: "walk.mjs", options: &[], pictures: "", step: Duration::from_secs(1), at_least: 400 }
    }
}

/// The browser, if there is one and what drives it is there; it has to be where everything is tested.
fn browser() -> Option<&'static str> {
    let ready = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/browser/node_modules").exists();
    let found = BROWSERS.iter().find(|path| ready && Path::new(path).exists()).copied();
    if found.is_none() {
        assert!(std::env::var("COUNTERSIGN_TEST_ALL").is_err(), "needs Chromium, and `npm ci` in tests/browser");
        eprintln!("left out: needs Chromium, and `npm ci` in tests/browser");
    }
    found
}

/// Walks, where there is a browser. All that is looked at holds.
fn walk_through(house: &House, way: &Walk<'_>) {
    let Some(browser) = browser() else { return };
    let pictures = Path::new(env!("CARGO_TARGET_TMPDIR")).join("../screenshots").join(way.pictures);
    let mut walk = Command::new("node");
    walk.arg(Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/browser").join(way.script));
    walk.arg(format!("http://{}", house.address)).arg(&pictures);
    walk.args(["--executable", browser]).args(way.options);
    verdict(&walked(walk, house, way.step), way.at_least);
}

/// What a walk has said: more than so many things hold, and all do.
fn verdict(walk: &Output, at_least: usize) {
    let said = String::from_utf8_lossy(&walk.stdout);
    let wrong: Vec<&str> = said.lines().filter(|line| line.starts_with("not ok")).collect();
    assert!(walk.status.success(), "{wrong:#?}\n{}", String::from_utf8_lossy(&walk.stderr));
    assert!(said.lines().filter(|line| line.starts_with("ok")).count() > at_least, "the walk was cut short:\n{said}");
}

/// Runs the walk to its end. With every message that comes the clock goes on by a step, so that the same address can be
/// sent another; nothing else moves it, and no code grows too old.
fn walked(mut walk: Command, house: &House, step: Duration) -> Output {
    let mut news = Arc::clone(house.app.delivery().inbox()).watch();
    let (tell, mut told) = tokio::sync::oneshot::channel();
    std::thread::spawn(move || tell.send(walk.output()));
    let runtime = tokio::runtime::Builder::new_current_thread().build().unwrap();
    runtime.block_on(async {
        loop {
            tokio::select! {
                output = &mut told => return output.unwrap().unwrap(),
                changed = news.changed() => {
                    changed.unwrap();
                    house.later(step);
                }
            }
        }
    })
}
