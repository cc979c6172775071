//! Whether clocks agree: ours, the database's, the server's, and that of whoever stands in front of it.

use super::PATIENCE;
use crate::app::App;
use crate::check::bounded::bounded;
use crate::check::notes::Notes;
use crate::context::Client;
use crate::db::{Time, survey};
use crate::settings::{DatabaseUrl, Level};
use jiff::fmt::rfc2822::DateTimeParser;
use std::time::{Duration, Instant};

/// Leases on messages compare clocks: beyond this much they go wrong.
const MUCH: Duration = Duration::from_secs(5);
/// A database is asked several times for a page: slower than this it is felt.
const FAR: Duration = Duration::from_millis(20);
/// Of so many questions the quickest counts.
const TRIES: usize = 5;

const REMEDY: &str = "Let the machines keep time by NTP, as with systemd-timesyncd or chrony.";

/// How far two instants are apart.
fn apart(one: Time, other: Time) -> Duration {
    one.since(other).max(other.since(one))
}

/// The clock of whoever answered, by the header `Date`.
pub(super) fn outside(date: Option<&str>, now: Time, notes: &mut Notes<'_>) {
    let parsed = date.and_then(|date| DateTimeParser::new().parse_timestamp(date).ok());
    let Some(theirs) = parsed.map(Time::from) else { return };
    let off = apart(now, theirs);
    if off > MUCH {
        let problem = format!("The clock here and that of whoever answers at public_url are {} s apart", off.as_secs());
        notes.warning("", problem, REMEDY);
    } else {
        notes.note(Level::Ok, "", None, "The clock here agrees with that of whoever answers at public_url", "");
    }
}

/// The clock of the running server.
pub(super) fn server(theirs: Time, now: Time, notes: &mut Notes<'_>) {
    let off = apart(now, theirs);
    if off > MUCH {
        let problem = format!("The clock here and that of the running server are {} s apart", off.as_secs());
        notes.warning("", problem, REMEDY);
    }
}

/// How far the database is, and whether its clock agrees.
pub(super) fn database(app: &App, notes: &mut Notes<'_>) {
    const URL: &str = "database.url";
    if matches!(&app.settings().database.url, DatabaseUrl::Sqlite(path) if !path.exists()) {
        notes.note(Level::Ok, URL, None, "is not there yet: `countersign serve` makes it when it first starts", "");
        return;
    }
    let own = app.clone();
    let asked = bounded(PATIENCE, move || {
        own.work(&Client::local(), |_, cx| {
            let mut quickest = Duration::MAX;
            let mut theirs = cx.now;
            for _ in 0..TRIES {
                let begun = Instant::now();
                theirs = cx.db.read(survey::clock)?;
                quickest = quickest.min(begun.elapsed());
            }
            Ok((quickest, theirs))
        })
    });
    let remedy = "Start the database, or change the address; `countersign check` tells more.";
    let (quickest, theirs) = match asked {
        None => return notes.error(URL, format!("does not answer within {} s", PATIENCE.as_secs()), remedy),
        Some(Err(cause)) => {
            return notes.error(
                URL,
                format!("cannot be used: {}", crate::check::database::in_one_line(&cause)),
                remedy,
            );
        }
        Some(Ok(asked)) => asked,
    };
    let ms = quickest.as_secs_f64() * 1000.0;
    if quickest > FAR {
        let problem = format!("answers after {ms:.1} ms: a page asks several times, and takes as much longer");
        notes.advice(URL, problem, "Put program and database near each other.");
    } else {
        notes.note(Level::Ok, URL, None, format!("answers within {ms:.1} ms"), "");
    }
    let off = apart(app.now(), theirs);
    if off > MUCH {
        notes.warning(URL, format!("has a clock that is {} s off from the one here", off.as_secs()), REMEDY);
    }
}
