//! Judges an installation as a whole: its settings against one another, against the machine and against what the database
//! holds. Says what it found as values; changes nothing, sends nothing but the message that somebody asks for, and refuses to
//! know who reads it.

mod accounts;
mod bounded;
mod channels;
mod database;
mod deploy;
mod doors;
mod finding;
mod hashing;
mod network;
mod notes;
mod places;
mod redis;
mod secrets;
mod send;
mod strength;
mod unused;
mod words;
pub mod world;

pub use database::{LIMITS, database};
pub use deploy::deploy;
pub use finding::{About, Finding};
pub use hashing::hashing;
pub use redis::stores;
pub use send::send;

use crate::app::App;
use notes::Notes;

/// Whoever judges the settings, each by one thing.
const JUDGES: [fn(&App, &mut Notes<'_>); 9] = [
    doors::judge,
    channels::judge,
    network::judge,
    redis::judge,
    strength::judge,
    secrets::judge,
    words::judge,
    unused::judge,
    places::judge,
];

/// What the settings of a program come to together, each of them right by itself, and what reading them warned of. Asks neither the database nor the network.
#[must_use]
pub fn settings(app: &App) -> Vec<Finding> {
    let mut notes = Notes::new(app, About::Settings);
    for warning in app.warnings() {
        notes.push(warning.clone());
    }
    for judge in JUDGES {
        judge(app, &mut notes);
    }
    notes.found
}
