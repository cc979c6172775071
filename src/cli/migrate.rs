//! `countersign migrate`

use super::output::{Failure, say};
use super::start;
use std::path::PathBuf;

/// Brings the schema up to date, says where it stands, or takes steps back.
pub fn run(file: Option<PathBuf>, only_status: bool, revert: Option<usize>) -> Result<(), Failure> {
    let app = start::program(&start::load(file)?)?;
    if let Some(count) = revert {
        say(&format!("Undone: {}", app.revert(count)?))?;
    } else if !only_status {
        for name in app.migrate()? {
            say(&format!("Applied {name}"))?;
        }
    }
    let status = app.schema()?;
    for name in &status.applied {
        say(&format!("[x] {name}"))?;
    }
    for name in &status.pending {
        say(&format!("[ ] {name}"))?;
    }
    for version in &status.unknown {
        say(&format!("[?] {version} (from a newer countersign)"))?;
    }
    Ok(())
}
