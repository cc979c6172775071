//! Which processes serve, under which settings, and what became of a change of them. Refuses to know what a setting means.

use super::{Accounts, EventKind};
use crate::context::Context;
use crate::db::processes::{self, Process};
use crate::db::{Id, Json, Time};
use crate::error::{Error, Result};
use crate::settings::{Change, Mistakes, Snapshot, Weight};
use serde_json::{Value, json};
use std::time::Duration;

/// Who has not been heard of for so long is gone.
const ALIVE: Duration = Duration::from_secs(90);

/// A process that serves.
#[derive(Clone, Debug)]
pub struct Running {
    /// Its key.
    pub id: Id,
    /// Its number on its machine.
    pub pid: u32,
    /// The version of the program.
    pub version: String,
    /// When it began to serve.
    pub started_at: Time,
    /// When it last read its settings.
    pub loaded_at: Time,
    /// What holds in it.
    pub settings: Snapshot,
}

impl Accounts {
    /// Notes that a process serves, and under which settings.
    ///
    /// # Errors
    /// When the database is away.
    pub fn announce(&self, cx: &Context<'_>, running: &Running) -> Result<()> {
        let Ok(Value::Object(settings)) = serde_json::to_value(&running.settings) else {
            return Err(Error::internal("settings that are no JSON object"));
        };
        let process = Process {
            id: running.id,
            pid: running.pid.into(),
            version: running.version.clone(),
            started_at: running.started_at,
            loaded_at: running.loaded_at,
            seen_at: cx.now,
            settings: Json(settings),
        };
        cx.db.write(|conn| processes::put(conn, &process))
    }

    /// Notes that a process still serves. Whether it was still known is the answer.
    ///
    /// # Errors
    /// When the database is away.
    pub fn still_running(&self, cx: &Context<'_>, id: Id) -> Result<bool> {
        cx.db.write(|conn| processes::touch(conn, id, cx.now))
    }

    /// Forgets a process that serves no longer.
    ///
    /// # Errors
    /// When the database is away.
    pub fn leave(&self, cx: &Context<'_>, id: Id) -> Result<()> {
        cx.db.write(|conn| processes::remove(conn, id))
    }

    /// The processes that serve, in the order of their starts. One of a version that kept its settings otherwise is left out.
    ///
    /// # Errors
    /// When the database is away.
    pub fn running(&self, cx: &Context<'_>) -> Result<Vec<Running>> {
        let alive = cx.db.read(|conn| processes::seen_since(conn, cx.now.before(ALIVE)))?;
        let read = |process: Process| {
            let settings = serde_json::from_value(Value::Object(process.settings.0)).ok()?;
            let pid = u32::try_from(process.pid).ok()?;
            let Process { id, version, started_at, loaded_at, .. } = process;
            Some(Running { id, pid, version, started_at, loaded_at, settings })
        };
        Ok(alive.into_iter().filter_map(read).collect())
    }

    /// Notes that settings were read again: which keys changed, and which of them wait for a restart.
    ///
    /// # Errors
    /// When the database is away.
    pub fn note_reload(&self, cx: &Context<'_>, changes: &[Change]) -> Result<()> {
        let keys = |waits: bool| -> Vec<&str> {
            let those = changes.iter().filter(|change| change.weights.contains(&Weight::Restart) == waits);
            those.map(|change| change.key.as_str()).collect()
        };
        let detail = json!({"changed": keys(false), "needs_restart": keys(true)});
        cx.db.write(|conn| self.note(cx, conn, None, EventKind::SettingsReloaded, detail.clone()))
    }

    /// Notes that settings were refused: which keys, and where they stand. Not what they say, which may be a secret.
    ///
    /// # Errors
    /// When the database is away.
    pub fn note_refused_settings(&self, cx: &Context<'_>, mistakes: &Mistakes) -> Result<()> {
        let place = |line: Option<usize>| line.map_or_else(String::new, |line| format!(" (line {line})"));
        let told: Vec<String> = mistakes
            .0
            .iter()
            .map(|mistake| format!("{}{}", mistake.key, place(mistake.line)).trim().to_owned())
            .collect();
        cx.db.write(|conn| self.note(cx, conn, None, EventKind::SettingsRefused, json!({"mistakes": told})))
    }
}
