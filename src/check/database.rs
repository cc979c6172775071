//! What the database has to say: whether it is there and fits this program, whether somebody may administer it, what
//! became of messages, and the accounts in it. Reads only.

use super::accounts;
use super::bounded::bounded;
use super::finding::{About, Finding};
use super::notes::Notes;
use crate::app::App;
use crate::context::Client;
use crate::db::migrations::{Status, newer};
use crate::db::survey::{self, Stuck, Waiting};
use crate::error::{Error, Result};
use crate::settings::{DatabaseUrl, Level, LimitStore};
use std::path::Path;
use std::time::Duration;

const URL: &str = "database.url";
/// Where the rates of client networks are kept.
pub const LIMITS: &str = "limits.store";
/// Nobody waits longer than this for a database that does not answer.
const PATIENCE: Duration = Duration::from_secs(10);
/// A message that was due so long ago should have been tried.
const LONG: Duration = Duration::from_mins(15);

/// What is wrong with the database, and with what is in it. A large one takes its time.
#[must_use]
pub fn database(app: &App) -> Vec<Finding> {
    let mut notes = Notes::new(app, About::Database);
    if let DatabaseUrl::Sqlite(path) = &app.settings().database.url
        && !path.exists()
    {
        no_file_yet(app, path, &mut notes);
        return notes.found;
    }
    let own = app.clone();
    let status = bounded(PATIENCE, move || own.schema())
        .unwrap_or_else(|| Err(Error::Unavailable(format!("no answer within {} s", PATIENCE.as_secs()))));
    match status {
        Err(cause) => {
            let remedy = "Start the database, or change the address: \"postgres://user:password@host:5432/name\".";
            notes.error(URL, format!("cannot be used: {}", in_one_line(&cause)), remedy);
        }
        Ok(status) if schema(app, &status, &mut notes) => {
            if let Err(cause) = contents(app, &mut notes) {
                notes.error(URL, format!("could not be read to the end: {}", in_one_line(&cause)), "");
            }
        }
        Ok(_) => {}
    }
    notes.found
}

pub(super) fn in_one_line(cause: &Error) -> String {
    let text = match cause {
        Error::Unavailable(cause) | Error::Internal(cause) => cause.clone(),
        other => other.to_string(),
    };
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// A missing file is told, and not made.
fn no_file_yet(app: &App, path: &Path, notes: &mut Notes<'_>) {
    let directory = path.parent().filter(|parent| !parent.as_os_str().is_empty()).unwrap_or(Path::new("."));
    if !directory.is_dir() {
        let shown = directory.strip_prefix(".").unwrap_or(directory).display();
        let problem = format!("cannot be made: there is no directory {shown}");
        notes.error(URL, problem, "Make the directory, or change the path.");
    } else if app.settings().database.migrate_on_start {
        notes.note(Level::Ok, URL, None, "is not there yet: `countersign serve` makes it when it first starts", "");
    } else {
        let problem = "is false, and the database is not there yet";
        notes.of_key(Level::Error, "database.migrate_on_start", problem, "Run: countersign migrate");
    }
}

/// Whether the schema is the one that this program reads; what is wrong with it otherwise.
fn schema(app: &App, status: &Status, notes: &mut Notes<'_>) -> bool {
    if !status.unknown.is_empty() {
        let remedy = "Use a countersign at least as new as the database.";
        notes.push(notes.sources.at(URL, None, newer(status), remedy).of(Level::Error));
        return false;
    }
    if status.pending.is_empty() {
        return true;
    }
    let lacks = status.pending.join(", ");
    if app.settings().database.migrate_on_start {
        let problem = format!("is older than this program, and lacks {lacks}");
        notes.note(
            Level::Advice,
            URL,
            None,
            problem,
            "`countersign serve` brings it up to date when it starts; make a backup before.",
        );
    } else {
        let problem = format!("is false, and the database lacks {lacks}");
        notes.of_key(Level::Error, "database.migrate_on_start", problem, "Run: countersign migrate");
    }
    false
}

fn contents(app: &App, notes: &mut Notes<'_>) -> Result<()> {
    app.work(&Client::local(), |verbs, cx| {
        counted_apart(app, verbs.running(cx)?.len(), notes);
        let people = cx.db.read(survey::people)?;
        let admin = &app.settings().admin;
        if admin.enabled && people.accounts > 0 && people.superusers == 0 {
            let problem = format!("opens {} to nobody: no active account may do everything", admin.path);
            notes.of_key(Level::Warning, "admin.enabled", problem, "Run: countersign createsuperuser");
        }
        for (channel, key) in [("email", "email.transport"), ("phone", "sms.gateway")] {
            let stuck = cx.db.read(|conn| survey::stuck(conn, channel, cx.now.before(LONG)))?;
            messages(key, &stuck, notes);
        }
        accounts::survey(app, cx, notes)
    })
}

/// Limits that each of several processes counts for itself.
fn counted_apart(app: &App, processes: usize, notes: &mut Notes<'_>) {
    if processes > 1 && app.settings().limits.store == LimitStore::Memory {
        let problem = format!(
            "counts in each process for itself, and {processes} serve this database: every limit is {processes} times as wide"
        );
        notes.warning(LIMITS, problem, "Write \"database\" or \"redis\".");
    }
}

fn messages(key: &str, stuck: &Stuck, notes: &mut Notes<'_>) {
    let mut note = |waiting: &Waiting, problem: String, remedy: &str| {
        if waiting.count == 0 {
            return;
        }
        let mistake = notes.sources.at(key, None, problem, remedy).as_warning();
        notes.push_of(mistake, waiting.count, waiting.examples.clone());
    };
    let reason = |waiting: &Waiting| {
        waiting.reason.clone().map_or_else(String::new, |reason| format!("; the last one because: {reason}"))
    };
    let dead = &stuck.dead;
    note(
        dead,
        format!("gave up {} lately{}", messages_in_words(dead.count), reason(dead)),
        "Mend what it says; `countersign doctor` looks at the server. Whom they were for has to ask again; `countersign outbox purge` clears them away.",
    );
    let failing = &stuck.failing;
    note(
        failing,
        format!("failed with {} that wait to be tried again{}", messages_in_words(failing.count), reason(failing)),
        "Mend what it says, then run: countersign outbox retry",
    );
    let waiting = &stuck.waiting;
    note(
        waiting,
        format!(
            "has {} that should have left more than {} minutes ago: no server is at work on this database",
            messages_in_words(waiting.count),
            LONG.as_secs() / 60
        ),
        "Start `countersign serve`, or look into the log of the one that runs.",
    );
}

fn messages_in_words(count: u64) -> String {
    if count == 1 { "1 message".to_owned() } else { format!("{count} messages") }
}
