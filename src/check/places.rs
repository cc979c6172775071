//! Values that stand in two places and differ: the environment wins over the file, and whoever reads the file does not see it.

use super::notes::Notes;
use crate::app::App;
use crate::settings::{Level, Origin};

pub(super) fn judge(_: &App, notes: &mut Notes<'_>) {
    let sources = notes.sources;
    for (key, place, shown) in sources.overridden() {
        let Some(Origin::Environment { variable }) = sources.origin(key) else { continue };
        let problem = format!("wins over {place}, which says {shown}");
        let remedy = format!("Take the line out of the file, or unset ${variable}: then one place says what holds.");
        notes.note(Level::Advice, key, None, problem, remedy);
    }
}
