//! `countersign init`

use super::output::{Failure, say};
use crate::ambient::SystemRandom;
use crate::settings::init_file;
use std::io::Write;
use std::path::Path;

/// Writes a settings.toml that only its owner can read: it holds secrets.
pub fn run(directory: &Path) -> Result<(), Failure> {
    let path = directory.join("settings.toml");
    std::fs::create_dir_all(directory)?;
    let mut options = std::fs::OpenOptions::new();
    options.write(true).create_new(true);
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
    let mut file = options.open(&path).map_err(|cause| match cause.kind() {
        std::io::ErrorKind::AlreadyExists => {
            Failure::refused(format!("{} is there already, and stays as it is.", path.display()))
        }
        _ => Failure::refused(format!("Cannot write {}: {cause}", path.display())),
    })?;
    file.write_all(init_file(&SystemRandom).as_bytes())?;
    file.sync_all()?;
    say(&format!("Wrote {}.\nNext: countersign serve --settings {}", path.display(), path.display()))?;
    Ok(())
}
