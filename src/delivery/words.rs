//! The words of messages, a file a language, and the two layouts they go into; parsed together. Knows no letter.

use super::phrases::{Phrases, phrase};
use crate::settings::Mistake;
use crate::templates::{Place, Template, faults};
use std::collections::BTreeMap;
use tera::{Context, Tera};

/// The language for those without words of their own.
const FALLBACK: &str = "en";

/// Where the templates of messages are.
const FOLDER: &str = "messages/";

/// Every phrase of every language.
pub(super) struct Words {
    tera: Tera,
    /// Of each language, the words that the layouts take as they are: those of its section `common`.
    common: BTreeMap<String, BTreeMap<String, String>>,
    places: BTreeMap<String, Place>,
}

impl Words {
    /// Reads `messages/LANGUAGE.toml` with the words, `messages/email.html` and `messages/email.txt`, and the parts these
    /// are made of. What a file of one's own leaves out is as in the built-in one.
    ///
    /// # Errors
    /// Everything that does not parse, and every word that nobody asks for.
    pub(super) fn make(templates: &[Template]) -> Result<Self, Vec<Mistake>> {
        let mut phrases = Phrases::default();
        for one in templates.iter().filter(|one| one.name.starts_with(FOLDER)) {
            let toml = one.name.strip_prefix(FOLDER).and_then(|name| name.strip_suffix(".toml"));
            match toml.filter(|language| !language.contains('/')) {
                Some(language) => phrases.read(language, one),
                None => phrases.layout(one),
            }
        }
        let Phrases { texts, places, common, mistakes } = phrases;
        if !mistakes.is_empty() {
            return Err(mistakes);
        }
        let mut tera = Tera::new();
        match tera.add_raw_templates(&texts) {
            Ok(()) => Ok(Self { tera, common, places }),
            Err(error) => Err(faults(&error, &|name| places.get(name).cloned())),
        }
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

    /// Whether a language has this phrase.
    pub(super) fn has(&self, language: &str, section: &str, key: &str) -> bool {
        self.tera.contains_template(&phrase(language, section, key))
    }

    /// One phrase with the values filled in, unescaped; `None` where the language has none.
    ///
    /// # Errors
    /// When the phrase asks for a value that there is not.
    pub(super) fn say(
        &self,
        language: &str,
        section: &str,
        key: &str,
        values: &Context,
    ) -> Result<Option<String>, Vec<Mistake>> {
        if !self.has(language, section, key) {
            return Ok(None);
        }
        self.fill(&phrase(language, section, key), values).map(Some)
    }

    /// The layout `email.html` (everything escaped) or `email.txt` (nothing escaped), filled in.
    ///
    /// # Errors
    /// When it asks for a value that there is not.
    pub(super) fn lay_out(&self, layout: &str, values: &Context) -> Result<String, Vec<Mistake>> {
        self.fill(&format!("{FOLDER}{layout}"), values)
    }

    fn fill(&self, name: &str, values: &Context) -> Result<String, Vec<Mistake>> {
        let place = |name: &str| self.places.get(name).cloned();
        self.tera.render(name, values).map_err(|error| faults(&error, &place))
    }
}
