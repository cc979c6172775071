//! A real browser walks the pages: by keyboard alone, with every accessibility rule checked on the way, light and dark
//! and small, with scripts and without. The pictures it takes are those of the README.

use crate::house::{Database, House};
use std::path::Path;
use std::process::Command;

const BROWSERS: [&str; 3] = ["/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"];

#[test]
fn a_browser_registers_signs_out_and_signs_in_by_keyboard_alone() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/browser");
    let browser = BROWSERS.iter().find(|path| Path::new(path).exists());
    let ready = folder.join("node_modules").exists();
    let (Some(browser), true) = (browser, ready) else {
        assert!(std::env::var("COUNTERSIGN_TEST_ALL").is_err(), "needs Chromium, and `npm ci` in tests/browser");
        eprintln!("left out: needs Chromium, and `npm ci` in tests/browser");
        return;
    };
    let house = House::build(Database::Sqlite, "");
    let pictures = Path::new(env!("CARGO_TARGET_TMPDIR")).join("../screenshots");
    let walk = Command::new("node")
        .arg(folder.join("walk.mjs"))
        .arg(format!("http://{}", house.address))
        .arg(&pictures)
        .args(["--executable", browser, "--name", "alice"])
        .output()
        .unwrap();
    let said = String::from_utf8_lossy(&walk.stdout);
    let wrong: Vec<&str> = said.lines().filter(|line| line.starts_with("not ok")).collect();
    assert!(walk.status.success(), "{wrong:#?}\n{}", String::from_utf8_lossy(&walk.stderr));
    assert!(said.lines().filter(|line| line.starts_with("ok")).count() > 100, "the walk was cut short:\n{said}");
}
