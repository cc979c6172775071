//! The words of messages, a file a language, and the two layouts they go into; parsed once. Knows no letter.

use crate::error::{Error, Result};
use include_dir::{Dir, include_dir};
use std::collections::BTreeMap;
use tera::{Context, Tera};

static MESSAGES: Dir<'_> = include_dir!("$CARGO_MANIFEST_DIR/templates/messages");

/// The language for those without words of their own.
const FALLBACK: &str = "en";

/// Every phrase of every language.
pub(super) struct Words {
    tera: Tera,
    /// Of each language, the words that the layouts take as they are: those of its section `common`.
    common: BTreeMap<String, BTreeMap<String, String>>,
}

impl Words {
    /// Reads the built-in files: `LANGUAGE.toml` with the words, `email.html` and `email.txt`.
    ///
    /// # Errors
    /// When one does not parse; the tests parse them all.
    pub(super) fn built_in() -> Result<Self> {
        let mut tera = Tera::new();
        let mut common = BTreeMap::new();
        let mut phrases = Vec::new();
        for file in MESSAGES.files() {
            let (Some(name), Some(text)) = (file.path().to_str(), file.contents_utf8()) else { continue };
            let Some(language) = name.strip_suffix(".toml") else {
                phrases.push((name.to_owned(), text.to_owned()));
                continue;
            };
            let mut sections: BTreeMap<String, BTreeMap<String, String>> =
                toml::from_str(text).map_err(Error::internal)?;
            for (section, words) in &sections {
                // A name without an ending that Tera takes for HTML: what is escaped is escaped by the layout.
                phrases.extend(words.iter().map(|(key, words)| (phrase(language, section, key), words.clone())));
            }
            common.insert(language.to_owned(), sections.remove("common").unwrap_or_default());
        }
        tera.add_raw_templates(phrases).map_err(Error::internal)?;
        Ok(Self { tera, common })
    }

    /// The language there are words in that is nearest to the one asked for.
    pub(super) fn language(&self, asked: &str) -> &str {
        let primary = asked.split(['-', '_']).next().unwrap_or_default();
        [asked, primary].into_iter().find_map(|name| self.common.get_key_value(name)).map_or(FALLBACK, |(name, _)| name)
    }

    /// The words of a language that the layouts take as they are.
    pub(super) fn common(&self, language: &str) -> Option<&BTreeMap<String, String>> {
        self.common.get(language)
    }

    /// One phrase with the values filled in, unescaped; `None` where the language has none.
    ///
    /// # Errors
    /// When the phrase asks for a value that there is not.
    pub(super) fn say(&self, language: &str, section: &str, key: &str, values: &Context) -> Result<Option<String>> {
        let name = phrase(language, section, key);
        if !self.tera.contains_template(&name) {
            return Ok(None);
        }
        self.tera.render(&name, values).map(Some).map_err(Error::internal)
    }

    /// The layout `email.html` (everything escaped) or `email.txt` (nothing escaped), filled in.
    ///
    /// # Errors
    /// When it asks for a value that there is not.
    pub(super) fn lay_out(&self, layout: &str, values: &Context) -> Result<String> {
        self.tera.render(layout, values).map_err(Error::internal)
    }
}

fn phrase(language: &str, section: &str, key: &str) -> String {
    format!("{language}/{section}.{key}")
}
