//! `countersign openapi`

use super::output::{Failure, say};
use super::start;
use crate::api::document;
use std::path::PathBuf;

/// Prints the document that `GET /api/v1/openapi.json` answers. Asks nothing of the database.
pub fn run(file: Option<PathBuf>) -> Result<(), Failure> {
    let app = start::program(&start::load(file)?)?;
    let text = serde_json::to_string_pretty(&document(&app)).map_err(|cause| Failure::refused(cause.to_string()))?;
    say(&text)
}
