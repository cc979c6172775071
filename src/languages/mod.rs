//! The languages that people are spoken to in: which there are, which are offered, and how a phrase becomes words in one
//! of them. Knows no request and no page.

mod catalog;
mod choice;
mod dates;
mod ftl;
mod isolate;
mod numbers;

pub use catalog::FIRST;
pub use choice::{nearest, wanted};
pub use dates::{ago, day, moment};
pub use isolate::unmarked;
pub use numbers::number;

use crate::phrase::Phrase;
use crate::settings::Mistakes;
use crate::templates::{Made, Shelf, Words};
use catalog::Catalog;
use fluent_bundle::{FluentArgs, FluentValue};
use serde_json::Value;
use std::fmt;
use std::sync::{Arc, OnceLock};

/// A phrase in English, by the built-in words: for the command line, which speaks nothing else.
#[must_use]
pub fn in_english(phrase: &Phrase) -> String {
    static ENGLISH: OnceLock<Option<Languages>> = OnceLock::new();
    let english = ENGLISH.get_or_init(|| Languages::built_in().ok());
    english.as_ref().map_or_else(|| phrase.to_string(), |english| english.say(FIRST, phrase))
}

/// A language as people choose it.
#[derive(Clone, Debug, PartialEq, Eq, serde::Serialize)]
pub struct Language {
    /// Its tag (RFC 5646).
    pub tag: String,
    /// Its name in itself.
    pub name: String,
    /// `ltr` or `rtl`.
    pub direction: String,
}

/// The languages offered, and every word of them. Cheap to clone.
#[derive(Clone)]
pub struct Languages(Arc<Inner>);

struct Inner {
    words: Made<Catalog>,
    default: String,
    enabled: Vec<String>,
}

impl Languages {
    /// The built-in words, in all the languages there are.
    ///
    /// # Errors
    /// When one of the files does not parse; the tests parse them all.
    pub fn built_in() -> Result<Self, Mistakes> {
        let all = Self::of(&Shelf::built_in(), FIRST, &[])?;
        let enabled = all.known();
        Self::of(&Shelf::built_in(), FIRST, &enabled)
    }

    /// The words of a shelf. People are offered `enabled`; who asks for none of these is spoken to in `default`.
    ///
    /// # Errors
    /// Everything wrong with the files of words.
    pub fn of(shelf: &Shelf, default: &str, enabled: &[String]) -> Result<Self, Mistakes> {
        let words = Made::new(shelf, Catalog::make)?;
        Ok(Self(Arc::new(Inner { words, default: default.to_owned(), enabled: enabled.to_vec() })))
    }

    /// The tags of all languages there are words in, offered or not.
    #[must_use]
    pub fn known(&self) -> Vec<String> {
        self.0.words.last().tags().map(str::to_owned).collect()
    }

    /// How many messages there are.
    #[must_use]
    pub fn count(&self) -> usize {
        self.0.words.last().count()
    }

    /// The ids of the messages that this language does not say itself, in order.
    #[must_use]
    pub fn lacking(&self, tag: &str) -> Vec<String> {
        self.0.words.last().lacking(tag)
    }

    /// The tags of the languages offered.
    #[must_use]
    pub fn enabled(&self) -> &[String] {
        &self.0.enabled
    }

    /// A language as people choose it.
    #[must_use]
    pub fn language(&self, tag: &str) -> Language {
        let say = |id: &'static str| self.say(tag, &Phrase::new(id));
        Language { tag: tag.to_owned(), name: say("language-name"), direction: say("language-direction") }
    }

    /// Reads changed files again, where files are read again; what is said from now on is said by these.
    ///
    /// # Errors
    /// Everything wrong with them; the words stay as they were.
    pub fn refresh(&self) -> Result<(), Mistakes> {
        self.0.words.get().map(|_| ())
    }

    /// A phrase in words. One that cannot be said is its id, and told in the log: the tests leave none.
    #[must_use]
    pub fn say(&self, tag: &str, phrase: &Phrase) -> String {
        self.0.words.last().say(&self.tags(tag), phrase).unwrap_or_else(|cause| {
            tracing::error!(%cause, "something could not be put into words");
            phrase.to_string()
        })
    }

    /// As [`Languages::say`].
    ///
    /// # Errors
    /// Why it cannot be said, on one line.
    pub fn try_say(&self, tag: &str, phrase: &Phrase) -> Result<String, String> {
        self.0.words.last().say(&self.tags(tag), phrase)
    }

    /// A message with what is filled in by name: texts and numbers.
    ///
    /// # Errors
    /// Why it cannot be said, on one line.
    pub fn try_message(&self, tag: &str, id: &str, values: Vec<(String, Value)>) -> Result<String, String> {
        let words = self.0.words.last();
        let tags = self.tags(tag);
        let mut filled = FluentArgs::with_capacity(values.len());
        for (name, value) in values {
            let value = match value {
                Value::String(text) => words.foreign(&tags, id, &name, &text),
                Value::Number(number) => FluentValue::from(number.as_f64().unwrap_or_default()),
                _ => return Err(format!("`{id}`: ${name} is neither a text nor a number")),
            };
            filled.set(name, value);
        }
        words.message(&tags, id, &filled)
    }

    /// A text of somebody else as it stands beside words of this language: set apart if it is read in another direction.
    #[must_use]
    pub fn beside(&self, tag: &str, text: &str) -> String {
        self.0.words.last().beside(&self.tags(tag), text)
    }

    /// Whether there is a message of this id.
    #[must_use]
    pub fn has(&self, id: &str) -> bool {
        self.0.words.last().has(id)
    }

    /// The tag of the language for whoever asks for none of those offered.
    #[must_use]
    pub fn default(&self) -> &str {
        &self.0.default
    }

    /// Puts every phrase that waits in `value` into words.
    #[must_use]
    pub fn say_all(&self, tag: &str, value: Value) -> Value {
        match value {
            Value::Object(members) if members.contains_key(Phrase::MARK) => {
                let phrase = serde_json::from_value::<Phrase>(Value::Object(members));
                Value::String(phrase.map_or_else(|_| String::new(), |phrase| self.say(tag, &phrase)))
            }
            Value::Object(members) => {
                Value::Object(members.into_iter().map(|(name, value)| (name, self.say_all(tag, value))).collect())
            }
            Value::Array(all) => Value::Array(all.into_iter().map(|value| self.say_all(tag, value)).collect()),
            other => other,
        }
    }

    /// The words of one language, for templates: `t(id="…", name=value)`.
    #[must_use]
    pub fn for_templates(&self) -> Words {
        let own = self.clone();
        Words {
            languages: if self.0.enabled.is_empty() { vec![self.0.default.clone()] } else { self.0.enabled.clone() },
            say: Arc::new(move |tag, id, values| own.try_message(tag, id, values)),
        }
    }

    /// The languages in which a message is looked for.
    fn tags<'a>(&'a self, tag: &'a str) -> [&'a str; 3] {
        [tag, &self.0.default, FIRST]
    }
}

impl fmt::Debug for Languages {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Languages").field("default", &self.0.default).field("enabled", &self.0.enabled).finish()
    }
}
