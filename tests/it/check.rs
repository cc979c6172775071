//! What `check` sees: settings against one another, the machine and the database, by the real program. It changes nothing.

mod accounts;
mod database;
mod deploy;
mod doctor;
mod mistakes;
mod places;
mod send;
mod settings;

use crate::commands::Shell;
use serde_json::Value;

/// A drawn key, as `openssl rand -base64 32` gives them.
pub const KEY: &str = "pporDe9Y7JZdnN_tu6hhf3Q7ArXeG8-CYopQglCD2n0";

/// No finding.
pub const NOTHING: [Value; 0] = [];

/// What `check` finds with these settings, beside what is in order.
pub fn found(shell: &Shell, settings: &str, more: &[&str]) -> Vec<Value> {
    shell.write("settings.toml", settings);
    shell.keep_private("settings.toml");
    of(shell, more)
}

/// What `check` finds, beside what only the machine of the test and its cheap hashes are to blame for.
pub fn of(shell: &Shell, more: &[&str]) -> Vec<Value> {
    let ran = shell.run(&[&["check", "--json"], more].concat());
    let found = ran.json().as_array().unwrap().clone();
    let errors = found.iter().filter(|one| one["level"] == "error").count();
    assert_eq!(ran.code, i32::from(errors > 0), "an error is a failure, and nothing else is: {ran:?}");
    found.into_iter().filter(|one| one["about"] != "machine" && one["variable"] != COST).collect()
}

const COST: &str = "COUNTERSIGN__PASSWORDS__BCRYPT_COST";

/// The finding about this key.
#[track_caller]
pub fn about<'a>(found: &'a [Value], key: &str) -> &'a Value {
    let all: Vec<&Value> = found.iter().filter(|one| one["key"] == key).collect();
    assert_eq!(all.len(), 1, "{key}: {found:#?}");
    all[0]
}

/// Level, line and whether these words are told.
#[track_caller]
pub fn tells(one: &Value, level: &str, line: Option<u64>, words: &[&str]) {
    assert_eq!((one["level"].as_str(), one["line"].as_u64()), (Some(level), line), "{one:#}");
    let told = format!("{} {}", one["problem"].as_str().unwrap(), one["remedy"].as_str().unwrap());
    for word in words {
        assert!(told.contains(word), "{word}: {told}");
    }
}
