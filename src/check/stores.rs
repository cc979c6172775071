//! Whether the Redis of the settings is there.

use super::finding::{About, Finding};
use super::notes::Notes;
use crate::app::App;

/// What is wrong with it, if a store is in it.
#[must_use]
pub fn stores(app: &App) -> Vec<Finding> {
    let mut notes = Notes::new(app, About::Machine);
    if let Some(Err(cause)) = app.redis().map(|redis| redis.check(app.now())) {
        notes.error("redis.url", format!("cannot be used: {cause}"), "Start the Redis, or change the address.");
    }
    notes.found
}
