//! The languages: which one somebody is spoken to in, and that it is spoken everywhere.

mod choice;
mod files;
mod messages;
mod own;
mod prose;

use crate::house::{Database, House, fresh_directory};
use std::path::{Path, PathBuf};

/// A directory of templates with these files.
fn directory(files: &[(&str, &str)]) -> PathBuf {
    let directory = fresh_directory();
    for (name, text) in files {
        let path = directory.join(name);
        std::fs::create_dir_all(path.parent().unwrap()).unwrap();
        std::fs::write(path, text).unwrap();
    }
    directory
}

/// Beside English a language that goes from right to left, with few words of its own.
const TONGUE: (&str, &str) =
    ("locales/he/common.ftl", "language-name = עברית\nlanguage-direction = rtl\nlanguage-choice = שפה\n");

fn house(database: Database, directory: &Path, enabled: &str) -> House {
    let settings = format!(
        "[templates]\ndirectory = \"{}\"\n[languages]\nenabled = {enabled}\n[limits]\nregister_per_ip = \"1000/m\"",
        directory.display()
    );
    House::build(database, &settings)
}
