//! Settings are read again when the process is told to, by SIGHUP; what came of it stands in the log.

use crate::app::Countersign;
use crate::error::{Error, Result};
use crate::settings::{Loaded, Mistakes, Weight};
use crate::views;
use actix_web::{rt, web};

/// Reads settings by `read` and lets them hold, whenever the process gets SIGHUP, from now on. Where there is no such
/// signal, nothing happens.
///
/// # Errors
/// When the system does not hand out signals.
pub fn reload_on_hang_up(
    countersign: &Countersign,
    read: impl Fn() -> std::result::Result<Loaded, Mistakes> + Clone + Send + 'static,
) -> Result<()> {
    #[cfg(unix)]
    {
        use rt::signal::unix::{SignalKind, signal};
        let mut told = signal(SignalKind::hangup()).map_err(Error::internal)?;
        let countersign = countersign.clone();
        rt::spawn(async move {
            while told.recv().await.is_some() {
                let (countersign, read) = (countersign.clone(), read.clone());
                if web::block(move || reload(&countersign, read)).await.is_err() {
                    tracing::error!("reading the settings again panicked; those that held go on");
                }
            }
        });
    }
    Ok(())
}

fn reload(countersign: &Countersign, read: impl FnOnce() -> std::result::Result<Loaded, Mistakes>) {
    let read = || {
        let loaded = read()?;
        for warning in &loaded.warnings {
            tracing::warn!(%warning, "the settings");
        }
        Ok(loaded)
    };
    match countersign.reload(read) {
        Err(Mistakes(mistakes)) => {
            for mistake in &mistakes {
                tracing::error!(%mistake, "the settings");
            }
            tracing::error!(mistakes = mistakes.len(), "new settings were refused; those that held go on");
        }
        Ok(changes) => {
            for change in &changes {
                let key = change.key.as_str();
                if change.weights.contains(&Weight::Restart) {
                    tracing::warn!(key, "a changed setting needs a restart; until then it stays as it was");
                } else {
                    tracing::info!(key, "a changed setting holds");
                }
            }
            let app = countersign.app();
            if app.settings().templates.directory.is_some() {
                for mistake in views::rehearse(&app) {
                    tracing::warn!(%mistake, "a template of your own");
                }
            }
            tracing::info!(changes = changes.len(), "the settings were read again");
        }
    }
}
