//! The world outside, as far as the settings rely on it: names, certificates, servers, clocks, proxies. Every question has an
//! end by itself; nothing is sent to anybody.

mod certificate;
mod clocks;
mod names;
mod proxies;
mod servers;
mod site;
mod tls;

pub use proxies::proxies;

use super::finding::{About, Finding};
use super::notes::Notes;
use crate::app::App;
use std::time::Duration;

/// Nobody outside is waited for longer than this, for one answer.
const PATIENCE: Duration = Duration::from_secs(10);

/// What is found when everything that the settings name is asked.
#[must_use]
pub fn doctor(app: &App) -> Vec<Finding> {
    let mut notes = Notes::new(app, About::World);
    names::look_up(app, &mut notes);
    site::visit(app, &mut notes);
    clocks::database(app, &mut notes);
    servers::knock(app, &mut notes);
    notes.found
}
