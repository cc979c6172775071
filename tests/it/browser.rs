//! A real browser walks the pages: by keyboard alone, with every accessibility rule checked on the way, light and dark
//! and small, with scripts and without. The pictures it takes are those of the README.

use crate::house::{Database, House};
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

#[test]
fn a_browser_goes_through_every_page_by_keyboard_alone() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/browser");
    let browser = BROWSERS.iter().find(|path| Path::new(path).exists());
    let ready = folder.join("node_modules").exists();
    let (Some(browser), true) = (browser, ready) else {
        assert!(std::env::var("COUNTERSIGN_TEST_ALL").is_err(), "needs Chromium, and `npm ci` in tests/browser");
        eprintln!("left out: needs Chromium, and `npm ci` in tests/browser");
        return;
    };
    let house = House::build(Database::Sqlite, SETTINGS);
    let pictures = Path::new(env!("CARGO_TARGET_TMPDIR")).join("../screenshots");
    let mut walk = Command::new("node");
    walk.arg(folder.join("walk.mjs")).arg(format!("http://{}", house.address)).arg(&pictures).args([
        "--executable",
        browser,
        "--name",
        "alice",
    ]);
    let walk = walked(walk, &house);
    let said = String::from_utf8_lossy(&walk.stdout);
    let wrong: Vec<&str> = said.lines().filter(|line| line.starts_with("not ok")).collect();
    assert!(walk.status.success(), "{wrong:#?}\n{}", String::from_utf8_lossy(&walk.stderr));
    assert!(said.lines().filter(|line| line.starts_with("ok")).count() > 400, "the walk was cut short:\n{said}");
}

/// Runs the walk to its end. With every message that comes the clock goes on by a second, so that the same address can be
/// sent another; nothing else moves it, and no code grows too old.
fn walked(mut walk: Command, house: &House) -> Output {
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
                    house.later(Duration::from_secs(1));
                }
            }
        }
    })
}
