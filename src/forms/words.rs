//! What people read on a form, in one language or in several. Knows no form.

use serde::{Serialize, Serializer};
use std::borrow::Cow;
use std::fmt;

/// A label, a help text, a heading: the words for everybody, and those for readers of some languages.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Words {
    any: Cow<'static, str>,
    by_language: Vec<(String, String)>,
}

impl Words {
    /// No words.
    pub const NONE: Self = Self { any: Cow::Borrowed(""), by_language: Vec::new() };

    /// `any` for everybody, except for readers of the languages in `by_language`, which are tags as in `de` or `pt-BR`.
    #[must_use]
    pub fn in_languages(any: impl Into<Cow<'static, str>>, by_language: Vec<(String, String)>) -> Self {
        Self { any: any.into(), by_language }
    }

    /// The words for everybody.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.any
    }

    /// The words for readers of `language`: its own, else those of the language without its region, else everybody's.
    #[must_use]
    pub fn in_language(&self, language: &str) -> &str {
        let of = |tag: &str| self.by_language.iter().find(|(known, _)| known.eq_ignore_ascii_case(tag));
        let main = language.split('-').next().unwrap_or(language);
        of(language).or_else(|| of(main)).map_or(self.as_str(), |(_, words)| words)
    }

    /// Whether there are none.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.any.is_empty()
    }
}

impl From<&'static str> for Words {
    fn from(words: &'static str) -> Self {
        Self { any: words.into(), by_language: Vec::new() }
    }
}

impl From<String> for Words {
    fn from(words: String) -> Self {
        Self { any: words.into(), by_language: Vec::new() }
    }
}

impl fmt::Display for Words {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.any)
    }
}

/// The words for everybody.
impl Serialize for Words {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(&self.any)
    }
}
