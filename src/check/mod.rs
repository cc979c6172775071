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
mod secrets;
mod send;
mod stores;
mod strength;
mod unused;
pub mod world;

pub use database::database;
pub use deploy::deploy;
pub use finding::{About, Finding};
pub use hashing::hashing;
pub use send::send;
pub use stores::stores;

use crate::app::App;
use notes::Notes;

/// What the settings of a program come to together, each of them right by itself, and what reading them warned of. Asks neither the database nor the network.
#[must_use]
pub fn settings(app: &App) -> Vec<Finding> {
    let mut notes = Notes::new(app, About::Settings);
    for warning in app.warnings() {
        notes.push(warning.clone());
    }
    for judge in [doors::judge, channels::judge, network::judge, strength::judge, secrets::judge, unused::judge] {
        judge(app, &mut notes);
    }
    notes.found
}
