//! The Redis of the settings: whether others can come at what is kept in it, and whether it is there.

use super::database::in_one_line;
use super::deploy::is_near;
use super::finding::{About, Finding};
use super::notes::Notes;
use crate::app::App;
use secrecy::ExposeSecret;
use url::Url;

pub(super) const KEY: &str = "redis.url";

/// Whether whoever reaches it is asked for a password.
pub(super) fn judge(app: &App, notes: &mut Notes<'_>) {
    let Some(url) = far(app) else { return };
    if url.password().is_none_or(str::is_empty) {
        let problem = "asks nobody for a password, across a network: whoever reaches it can sign everybody out and lift the limits";
        let remedy = "Let it ask for one (`requirepass`, or a user of its own), and write \"rediss://user:password@host:6379/0\".";
        notes.warning(KEY, problem, remedy);
    }
}

/// Whether what is said to it can be read on the way.
pub(super) fn on_the_way(app: &App, notes: &mut Notes<'_>) {
    if far(app).is_some_and(|url| url.scheme() == "redis") {
        let problem = "is on another machine, and is spoken to without TLS";
        let remedy =
            "Write \"rediss://…\", put it on this machine or into a private network, or tunnel the connection.";
        notes.warning(KEY, problem, remedy);
    }
}

/// The address, where a store is in it and it is on another machine.
fn far(app: &App) -> Option<Url> {
    app.redis()?;
    let url = app.settings().redis.as_ref()?.url.expose_secret();
    if is_near(url) { None } else { Url::parse(url).ok() }
}

/// Whether the Redis of the settings is there, if a store is in it.
#[must_use]
pub fn stores(app: &App) -> Vec<Finding> {
    let mut notes = Notes::new(app, About::Database);
    if let Some(Err(cause)) = app.redis().map(|redis| redis.check(app.now())) {
        let cause = in_one_line(&cause);
        let cause = cause.strip_prefix("Redis: ").unwrap_or(&cause);
        notes.error(KEY, format!("cannot be used: {cause}"), "Start the Redis, or change the address.");
    }
    notes.found
}
