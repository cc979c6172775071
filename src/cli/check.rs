//! `countersign check`

use super::output::Failure;
use super::{start, verdict};
use crate::ambient::{SystemClock, SystemRandom};
use crate::app::{App, Plugins};
use crate::check::{self, About, Finding};
use crate::settings::{Level, Loaded, Mistake, Mistakes, Settings, locate};
use crate::views;
use std::path::PathBuf;
use std::sync::Arc;

/// What `check` is asked to do beside looking.
#[derive(Debug, clap::Args)]
pub struct Asked {
    /// Judge it as a site on the internet.
    #[arg(long)]
    pub deploy: bool,
    /// Print what was found as JSON.
    #[arg(long)]
    pub json: bool,
    /// Send a test message to this email address or phone number, and tell whether it was taken. May be given twice, once for
    /// each of them.
    #[arg(long, value_name = "ADDRESS")]
    pub send_to: Vec<String>,
}

/// Tells everything that is wrong, or could be better, with settings, templates, machine and database. Changes none of them,
/// and sends nothing but the message that is asked for.
pub fn run(file: Option<PathBuf>, asked: &Asked) -> Result<(), Failure> {
    let mut found = match program(file) {
        Ok((loaded, app)) => {
            let mut found = look(&loaded, &app, asked.deploy);
            found.extend(check::send(&app, &asked.send_to));
            found
        }
        Err(Mistakes(mistakes)) => {
            let found: Vec<Finding> = mistakes.into_iter().map(about_settings).collect();
            let more = if asked.send_to.is_empty() {
                "The database and the rest were not looked at: mend the errors first."
            } else {
                "The database and the rest were not looked at, and nothing was sent: mend the errors first."
            };
            return verdict::tell(found, asked.json, more);
        }
    };
    if asked.json {
        // Programs want to know what there is to do, and what became of a message that was asked for.
        found.retain(|one| one.level() != Level::Ok || one.about == About::Messages);
    }
    verdict::tell(found, asked.json, "")
}

/// The program, to be looked at: nothing is written.
pub fn program(file: Option<PathBuf>) -> Result<(Loaded, App), Mistakes> {
    let loaded = Settings::load(&locate(file, &start::environment), &start::environment)?;
    let plugins = Plugins::built_in(&loaded.settings);
    let app = App::build_to_look(&loaded, &plugins, Arc::new(SystemClock), Arc::new(SystemRandom));
    match app {
        Ok(app) => Ok((loaded, app)),
        Err(Mistakes(mistakes)) => Err(Mistakes(loaded.warnings.into_iter().chain(mistakes).collect())),
    }
}

fn about_settings(mistake: Mistake) -> Finding {
    Finding::new(About::Settings, mistake)
}

fn look(loaded: &Loaded, app: &App, deploy: bool) -> Vec<Finding> {
    let mut found = check::settings(app);
    found.extend(views::rehearse(app).into_iter().map(|mistake| Finding::new(About::Templates, mistake)));
    let passwords = &loaded.settings.passwords;
    if let Some(hasher) = Plugins::built_in(&loaded.settings).hashers.get(&passwords.hasher) {
        found.extend(check::hashing(app, hasher.as_ref()));
    }
    if deploy {
        check::deploy(app, &mut found);
    }
    found.extend(check::stores(app));
    let inside = check::database(app);
    // That there are several processes is known then, and need not be supposed any more.
    if inside.iter().any(|one| one.mistake.key == check::LIMITS) {
        found.retain(|one| one.mistake.key != check::LIMITS);
    }
    found.extend(inside);
    found
}
