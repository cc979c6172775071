//! What most commands begin with: the settings, the program, a database that is up to date.

use super::output::Failure;
use crate::ambient::{SystemClock, SystemRandom};
use crate::app::App;
use crate::db::migrations::newer;
use crate::settings::{Level, Loaded, Settings, Source, locate};
use std::path::PathBuf;
use std::sync::Arc;

/// The environment, as far as it is Unicode: no key of ours is anything else.
pub fn environment() -> Vec<(String, String)> {
    std::env::vars_os()
        .filter_map(|(name, value)| Some((name.into_string().ok()?, value.into_string().ok()?)))
        .collect()
}

/// The settings in force. Warnings go to standard error.
pub fn load(file: Option<PathBuf>) -> Result<Loaded, Failure> {
    load_from(&locate(file, &environment))
}

/// The settings in force, from a place that is known. Warnings go to standard error.
pub fn load_from(source: &Source) -> Result<Loaded, Failure> {
    let loaded = Settings::load(source, &environment)?;
    for warning in loaded.warnings.iter().filter(|warning| warning.level <= Level::Warning) {
        eprintln!("{warning}");
    }
    Ok(loaded)
}

/// The program under the settings in force, its database as it is.
pub fn program(loaded: &Loaded) -> Result<App, Failure> {
    Ok(App::build(loaded, Arc::new(SystemClock), Arc::new(SystemRandom))?)
}

/// The program, its database up to date.
pub fn ready(file: Option<PathBuf>) -> Result<App, Failure> {
    let app = program(&load(file)?)?;
    bring_up_to_date(&app)?;
    Ok(app)
}

/// Migrates if the settings allow it; refuses to work on a schema that is not this program's.
pub fn bring_up_to_date(app: &App) -> Result<Vec<String>, Failure> {
    let status = app.schema()?;
    if !status.unknown.is_empty() {
        return Err(Failure::refused(format!("This does not fit: {}.", newer(&status))));
    }
    if status.is_current() {
        return Ok(Vec::new());
    }
    if !app.settings().database.migrate_on_start {
        return Err(Failure::refused(format!(
            "The database is not up to date (missing: {}), and database.migrate_on_start is false.\nRun: countersign migrate",
            status.pending.join(", ")
        )));
    }
    Ok(app.migrate()?)
}
