//! `countersign prune`

use super::output::{Failure, say};
use super::start;
use crate::context::Client;
use std::path::PathBuf;

/// Removes what has ended.
pub fn run(file: Option<PathBuf>) -> Result<(), Failure> {
    let app = start::ready(file)?;
    let pruned = app.work(&Client::local(), |accounts, cx| accounts.prune(cx))?;
    say(&format!(
        "Removed {} sessions, {} refresh tokens, {} messages and {} counters.",
        pruned.sessions, pruned.tokens, pruned.messages, pruned.counters
    ))?;
    Ok(())
}
