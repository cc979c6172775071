//! `countersign migrate`

use super::output::Failure;
use super::start;
use std::path::PathBuf;

/// Brings the schema up to date, says where it stands, or takes steps back.
pub fn run(file: Option<PathBuf>, only_status: bool, revert: Option<usize>) -> Result<(), Failure> {
    let app = start::program(&start::load(file)?)?;
    if let Some(count) = revert {
        println!("Undone: {}", app.revert(count)?);
    } else if !only_status {
        for name in app.migrate()? {
            println!("Applied {name}");
        }
    }
    let status = app.schema()?;
    for name in &status.applied {
        println!("[x] {name}");
    }
    for name in &status.pending {
        println!("[ ] {name}");
    }
    for version in &status.unknown {
        println!("[?] {version} (from a newer countersign)");
    }
    Ok(())
}
