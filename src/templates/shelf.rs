//! Where templates are: in the program, and in a directory. Reads files; parses none.

use crate::settings::{Mistake, Settings, known_names};
use include_dir::{Dir, include_dir};
use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

static BUILT_IN: Dir<'_> = include_dir!("$CARGO_MANIFEST_DIR/templates");
static WORDS: Dir<'_> = include_dir!("$CARGO_MANIFEST_DIR/locales");

/// A directory within a directory within …: deeper than this is a circle.
const DEEPEST: usize = 8;
/// Templates may be made of parts, which can have any name in a folder of this one.
const PARTS: &str = "partials";
/// The folder of the files of words; a language of one's own is a folder in it.
const LOCALES: &str = "locales/";

/// One template.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Template {
    /// Its path below the directory, with `/`.
    pub name: String,
    /// What it says.
    pub text: String,
    /// Where it was read; none for a built-in one.
    pub file: Option<PathBuf>,
}

/// The built-in templates, and perhaps a directory whose files win over them.
#[derive(Clone, Debug)]
pub struct Shelf {
    directory: Option<PathBuf>,
    again: bool,
}

impl Shelf {
    /// The built-in templates alone.
    #[must_use]
    pub fn built_in() -> Self {
        Self { directory: None, again: false }
    }

    /// Those of a directory win over the built-in ones; with `again`, what was changed there is seen at once.
    #[must_use]
    pub fn new(directory: Option<PathBuf>, again: bool) -> Self {
        Self { again: again && directory.is_some(), directory }
    }

    /// What the settings ask for. Files are read again where only this machine sees the pages.
    #[must_use]
    pub fn from_settings(settings: &Settings) -> Self {
        let here = settings.server.bind.ip().is_loopback() && settings.public_url.loopback;
        Self::new(settings.templates.directory.clone(), here)
    }

    /// The directory, if there is one.
    #[must_use]
    pub fn directory(&self) -> Option<&Path> {
        self.directory.as_deref()
    }

    /// Whether files are read again whenever a template is drawn.
    #[must_use]
    pub fn again(&self) -> bool {
        self.again
    }

    /// Every template that is built in, by name.
    #[must_use]
    pub fn originals() -> BTreeMap<String, &'static str> {
        let mut all = BTreeMap::new();
        gather(&BUILT_IN, "", &mut all);
        gather(&WORDS, LOCALES, &mut all);
        all
    }

    /// Every template, by name: the file where there is one, else what is built in.
    ///
    /// # Errors
    /// What cannot be read, and every file that takes no built-in template's place.
    pub fn read(&self) -> Result<Vec<Template>, Vec<Mistake>> {
        let originals = Self::originals();
        let mut all: BTreeMap<String, Template> = originals
            .iter()
            .map(|(name, text)| (name.clone(), Template { name: name.clone(), text: (*text).to_owned(), file: None }))
            .collect();
        let mut mistakes = Vec::new();
        if let Some(directory) = &self.directory {
            for (name, file) in files(directory, &mut mistakes) {
                if !originals.contains_key(&name) && !is_part(&name) && !is_words(&name) {
                    mistakes.push(unknown(&name, file, &originals));
                    continue;
                }
                match std::fs::read(&file).map(String::from_utf8) {
                    Ok(Ok(text)) => {
                        all.insert(name.clone(), Template { name, text, file: Some(file) });
                    }
                    Ok(Err(_)) => mistakes.push(about(file, "is not UTF-8".into(), "Save it as UTF-8.".into())),
                    Err(cause) => mistakes.push(about(file, format!("cannot be read: {cause}"), String::new())),
                }
            }
        }
        if mistakes.is_empty() { Ok(all.into_values().collect()) } else { Err(mistakes) }
    }
}

fn gather(dir: &'static Dir<'static>, prefix: &str, all: &mut BTreeMap<String, &'static str>) {
    for file in dir.files() {
        if let (Some(name), Some(text)) = (file.path().to_str(), file.contents_utf8()) {
            all.insert(format!("{prefix}{}", name.replace('\\', "/")), text);
        }
    }
    dir.dirs().for_each(|dir| gather(dir, prefix, all));
}

/// Every file below a directory with its name, in order. What editors and version control keep for themselves is left.
fn files(directory: &Path, mistakes: &mut Vec<Mistake>) -> BTreeMap<String, PathBuf> {
    let mut found = BTreeMap::new();
    let mut folders = vec![(String::new(), directory.to_owned(), 0)];
    while let Some((prefix, folder, depth)) = folders.pop() {
        let entries = match std::fs::read_dir(&folder) {
            Ok(entries) => entries,
            Err(cause) => {
                let remedy = "Make it, or begin it with: countersign templates export --all";
                let mistake = Mistake::new("templates.directory", format!("cannot be read: {cause}"), remedy);
                mistakes.push(Mistake { value: Some(folder.display().to_string()), ..mistake });
                continue;
            }
        };
        for entry in entries.flatten() {
            let Ok(own) = entry.file_name().into_string() else { continue };
            if own.starts_with('.') || own.ends_with('~') {
                continue;
            }
            let (name, path) = (format!("{prefix}{own}"), entry.path());
            if !path.is_dir() {
                found.insert(name, path);
            } else if depth < DEEPEST {
                folders.push((format!("{name}/"), path, depth + 1));
            }
        }
    }
    found
}

/// Whether a file may have a name of its own: it is there for others to extend, include or use components from.
fn is_part(name: &str) -> bool {
    name.split('/').rev().skip(1).any(|folder| folder == PARTS)
}

/// Whether a file has words in it: `locales/TAG/AREA.ftl`, of any language and any area.
fn is_words(name: &str) -> bool {
    let path = name.strip_prefix(LOCALES).and_then(|rest| rest.strip_suffix(".ftl"));
    path.is_some_and(|path| path.split('/').count() == 2)
}

fn unknown(name: &str, file: PathBuf, originals: &BTreeMap<String, &'static str>) -> Mistake {
    let known: Vec<&str> = originals.keys().map(String::as_str).collect();
    let remedy = format!("{} Parts of your own go into {PARTS}/.", known_names(name, &known));
    about(file, "takes the place of no built-in template".into(), remedy)
}

fn about(file: PathBuf, problem: String, remedy: String) -> Mistake {
    Mistake { file: Some(file), ..Mistake::new("", problem, remedy) }
}
