//! `countersign settings`: what holds and why, and what a reload or a restart would change.

use super::output::{Failure, say};
use super::start;
use crate::accounts::Running;
use crate::app::App;
use crate::settings::{Change, Loaded, Snapshot, effective, reference, schema};
use serde_json::{Value, json};
use std::path::PathBuf;

/// Prints the commented file of all keys.
pub fn print_reference() -> Result<(), Failure> {
    say(reference().trim_end())
}

/// Prints the JSON Schema of the file.
pub fn print_schema() -> Result<(), Failure> {
    say(&format!("{:#}", schema()))
}

/// Prints what holds, and where each value comes from.
pub fn print(file: Option<PathBuf>, as_json: bool) -> Result<(), Failure> {
    let all = effective(&start::load(file)?);
    if as_json {
        let each = all.into_iter().map(|(key, value, source)| json!({"key": key, "value": value, "source": source}));
        return say_json(&each.collect());
    }
    for (key, value, source) in all {
        say(&format!("{key} = {value}  # {source}"))?;
    }
    Ok(())
}

/// Prints what differs between the settings and the processes that serve the database.
pub fn diff(file: Option<PathBuf>, as_json: bool) -> Result<(), Failure> {
    let loaded = start::load(file)?;
    let app = start::program(&loaded)?;
    if !app.schema()?.is_current() {
        return Err(Failure::refused("The database is not of this version, so no process of this version serves it."));
    }
    let all = app.work(&crate::context::Client::local(), |accounts, cx| accounts.running(cx))?;
    let differing: Vec<(Running, bool, Vec<Change>)> =
        all.into_iter().map(|running| compare(&app, &loaded, running)).collect();
    if as_json {
        let each = differing.iter().map(|(running, comparable, changes)| {
            json!({
                "pid": running.pid,
                "version": running.version,
                "started_at": running.started_at.timestamp().to_string(),
                "loaded_at": running.loaded_at.timestamp().to_string(),
                "secrets_compared": comparable,
                "changes": changes,
            })
        });
        return say_json(&each.collect());
    }
    if differing.is_empty() {
        return say(
            "No process serves this database now. One that was started with another database.url is not seen from here.",
        );
    }
    let sources = effective(&loaded);
    for (running, comparable, changes) in &differing {
        let Running { pid, version, loaded_at, .. } = running;
        let since = loaded_at.timestamp().strftime("%Y-%m-%d %H:%M:%S UTC");
        if changes.is_empty() {
            say(&format!("Process {pid} (version {version}, settings of {since}): nothing differs."))?;
        } else {
            say(&format!("Process {pid} (version {version}, settings of {since}):"))?;
        }
        for change in changes {
            tell(change, &sources)?;
        }
        if !comparable {
            say("  It has none of these secret_keys, so that other secrets could not be compared.")?;
        }
    }
    let reloadable = |change: &Change| change.weights.first() == Some(&crate::settings::Weight::Reload);
    if differing.iter().any(|(_, _, changes)| changes.iter().any(reloadable)) {
        say("To reload: kill -HUP PID. Nothing under way is lost.")?;
    }
    Ok(())
}

fn tell(change: &Change, sources: &[(String, String, String)]) -> Result<(), Failure> {
    let shown = |value: &Option<String>| value.clone().unwrap_or_else(|| "(none)".to_owned());
    let (running, file) = (shown(&change.running), shown(&change.file));
    let what = if running == file { format!("{running} (changed)") } else { format!("{running} -> {file}") };
    let place = sources.iter().find(|(key, ..)| *key == change.key).map(|(_, _, source)| source.as_str());
    let notes: Vec<&str> = place.into_iter().chain(change.weights.iter().map(|weight| weight.words())).collect();
    say(&format!("  {}: {what}  # {}", change.key, notes.join(", ")))
}

/// What differs in one process, by whichever secret key it has in common with the settings.
fn compare(app: &App, loaded: &Loaded, running: Running) -> (Running, bool, Vec<Change>) {
    let ours = app.snapshots(loaded);
    let common = ours.iter().find(|ours: &&Snapshot| ours.has_the_marks_of(&running.settings));
    let changes = common.or(ours.first()).map(|ours| running.settings.changes(ours)).unwrap_or_default();
    (running, common.is_some(), changes)
}

fn say_json(value: &Value) -> Result<(), Failure> {
    say(&format!("{value:#}"))
}
