//! `countersign check`

use super::output::{Failure, say};
use super::start;
use crate::db::migrations::newer;
use crate::settings::{Level, Mistake, Mistakes, Settings, locate};
use std::path::PathBuf;

/// Tells every mistake in the settings, and whether the database fits.
pub fn run(file: Option<PathBuf>, json: bool) -> Result<(), Failure> {
    let mut found: Vec<Mistake> = Vec::new();
    match Settings::load(&locate(file, &start::environment), &start::environment) {
        Err(Mistakes(mistakes)) => found.extend(mistakes),
        Ok(loaded) => {
            found.extend(loaded.warnings.iter().cloned());
            match crate::app::App::build(
                &loaded,
                std::sync::Arc::new(crate::ambient::SystemClock),
                std::sync::Arc::new(crate::ambient::SystemRandom),
            ) {
                Err(Mistakes(mistakes)) => found.extend(mistakes),
                Ok(app) => {
                    found.extend(crate::views::rehearse(&app));
                    found.extend(database(&app));
                }
            }
        }
    }
    let errors = found.iter().filter(|mistake| mistake.level == Level::Error).count();
    if json {
        say(&serde_json::to_string_pretty(&found).map_err(|cause| Failure::refused(cause.to_string()))?)?;
    } else if found.is_empty() {
        say("Everything is in order.")?;
    } else {
        say(Mistakes(found).to_string().trim_end())?;
    }
    if errors == 0 { Ok(()) } else { Err(Failure::refused("")) }
}

fn database(app: &crate::app::App) -> Option<Mistake> {
    match app.schema() {
        Err(cause) => Some(Mistake::new(
            "database.url",
            format!("cannot be used: {cause}"),
            "Start the database, or change the address.",
        )),
        Ok(status) if !status.unknown.is_empty() => {
            Some(Mistake::new("database.url", newer(&status), "Use a countersign at least as new as the database."))
        }
        Ok(status) if !status.pending.is_empty() && !app.settings().database.migrate_on_start => Some(Mistake::new(
            "database.migrate_on_start",
            format!("is false, and the database lacks {}", status.pending.join(", ")),
            "Run: countersign migrate",
        )),
        Ok(_) => None,
    }
}
