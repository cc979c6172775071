//! What the documents say: every command can be typed, every setting holds, every link leads somewhere.

mod links;
mod shell;

use countersign::ambient::{SystemClock, SystemRandom};
use countersign::app::App;
use countersign::settings::{Settings, reference_page};
use std::path::{Path, PathBuf};
use std::sync::Arc;

pub fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

/// The page of mistakes shows settings that do not hold, on purpose; the tests of `check` make each of them.
const MISTAKES: &str = "mistakes.md";

/// Every page of the book, and the README: where it is, and its text.
pub fn pages() -> Vec<(PathBuf, String)> {
    let files = std::fs::read_dir(root().join("docs")).unwrap().map(|entry| entry.unwrap().path());
    let mut pages: Vec<PathBuf> = files.filter(|path| path.extension().is_some_and(|end| end == "md")).collect();
    pages.push(root().join("README.md"));
    pages.sort();
    pages.into_iter().map(|path| (path.clone(), std::fs::read_to_string(&path).unwrap())).collect()
}

/// A block between fences: what stands behind the opening one, the line before it, and the text.
pub struct Block {
    pub info: String,
    pub before: String,
    pub text: String,
}

/// The blocks of a page.
pub fn blocks(page: &str) -> Vec<Block> {
    let mut all: Vec<Block> = Vec::new();
    let (mut inside, mut before) = (false, "");
    for line in page.lines() {
        match line.strip_prefix("```") {
            Some(_) if inside => inside = false,
            Some(info) => {
                inside = true;
                all.push(Block { info: info.to_owned(), before: before.to_owned(), text: String::new() });
            }
            None if inside => {
                let block = all.last_mut().unwrap();
                block.text.push_str(line);
                block.text.push('\n');
            }
            None => {}
        }
        before = line;
    }
    assert!(!inside, "a block is not closed");
    all
}

/// The page is made by the program; `COUNTERSIGN_WRITE_DOCUMENTS=1` writes it anew.
#[test]
fn the_page_of_settings_is_that_of_the_program() {
    let path = root().join("docs/settings.md");
    if std::env::var("COUNTERSIGN_WRITE_DOCUMENTS").is_ok() {
        std::fs::write(&path, reference_page()).unwrap();
    }
    let written = std::fs::read_to_string(&path).unwrap_or_default();
    assert!(
        written == reference_page(),
        "run the test once with COUNTERSIGN_WRITE_DOCUMENTS=1, and look at the change"
    );
}

#[test]
fn every_setting_that_a_document_shows_holds() {
    let directory = crate::house::fresh_directory();
    for (name, text) in [
        ("secret-keys", "pporDe9Y7JZdnN_tu6hhf3Q7ArXeG8-CYopQglCD2n0\n"),
        ("smtp-url", "smtps://user:password@mail.example.org:465\n"),
    ] {
        std::fs::write(directory.join(name), text).unwrap();
    }
    for kept in ["templates", "mine", "my"] {
        std::fs::create_dir_all(directory.join(kept)).unwrap();
    }
    let mut seen = 0;
    let mut wrong = String::new();
    for (path, page) in pages().into_iter().filter(|(path, _)| !path.ends_with(MISTAKES)) {
        for block in blocks(&page).iter().filter(|block| block.info == "toml") {
            seen += 1;
            // What a reader puts in place of the three dots.
            let text = block.text.replace("whsec_…", "whsec_GbLvUAtR3Wx7Kx1lE6n0pPZrXHYhNd9jq2sYcFm8TQ0=");
            let keys = if text.contains("secret_keys") {
                ""
            } else {
                "secret_keys = [\"pporDe9Y7JZdnN_tu6hhf3Q7ArXeG8-CYopQglCD2n0\"]\n"
            };
            let told = Settings::from_toml(&format!("{keys}{text}"), &directory)
                .and_then(|loaded| App::build(&loaded, Arc::new(SystemClock), Arc::new(SystemRandom)));
            if let Err(mistakes) = told {
                wrong += &format!("{}:\n{text}{mistakes}\n", path.display());
            }
        }
    }
    assert!(seen >= 20, "the documents were not read: {seen}");
    assert!(wrong.is_empty(), "{wrong}");
    let _ = std::fs::remove_dir_all(directory);
}
