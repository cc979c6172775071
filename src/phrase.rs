//! What is to be said, carried as a value until somebody knows in which language. Knows no language and no words but
//! those that were given.

use serde::{Deserialize, Serialize};
use std::borrow::Cow;
use std::fmt;

/// Something to be said to a person: a message of the files of words with what goes into it, or words that are given.
/// The doors put it into words; serialised, it waits for that under the name [`Phrase::MARK`].
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Phrase {
    #[serde(rename = "$phrase")]
    said: Said,
}

/// How a phrase becomes words.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) enum Said {
    /// By the message of this id in the files of words.
    Message(Cow<'static, str>, Vec<(Cow<'static, str>, Value)>),
    /// By itself: the words for everybody, and those for readers of some languages.
    Given(Cow<'static, str>, Vec<(String, String)>),
}

impl Default for Said {
    fn default() -> Self {
        Self::Given(Cow::Borrowed(""), Vec::new())
    }
}

/// What goes into a phrase.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Value {
    /// A text, as it is.
    Text(Cow<'static, str>),
    /// A whole number, which words may depend on.
    Number(i64),
    /// Something that is said in the same language.
    Phrase(Phrase),
}

impl Phrase {
    /// Nothing to say.
    pub const NONE: Self = Self { said: Said::Given(Cow::Borrowed(""), Vec::new()) };

    /// The only member of a serialised phrase.
    pub const MARK: &'static str = "$phrase";

    /// The message `id` of the files of words.
    #[must_use]
    pub fn new(id: impl Into<Cow<'static, str>>) -> Self {
        Self { said: Said::Message(id.into(), Vec::new()) }
    }

    /// The same phrase with something that goes into it.
    #[must_use]
    pub fn with(mut self, name: &'static str, value: impl Into<Value>) -> Self {
        if let Said::Message(_, values) = &mut self.said {
            values.push((Cow::Borrowed(name), value.into()));
        }
        self
    }

    /// `words` as they are, whoever reads them: a name, a value, what the settings say. Never a sentence of ours, which
    /// belongs into the files of words; for this reason no text becomes a phrase by itself.
    #[must_use]
    pub fn verbatim(words: impl Into<Cow<'static, str>>) -> Self {
        Self::given(words, Vec::new())
    }

    /// `words` for everybody, except for readers of the languages in `by_language`, which are tags as in `de` or `pt-BR`.
    #[must_use]
    pub fn given(words: impl Into<Cow<'static, str>>, by_language: Vec<(String, String)>) -> Self {
        Self { said: Said::Given(words.into(), by_language) }
    }

    /// Whether there is nothing to say.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        matches!(&self.said, Said::Given(words, _) if words.is_empty())
    }

    /// How it becomes words.
    pub(crate) fn said(&self) -> &Said {
        &self.said
    }
}

/// It waits there for its words, under the name [`Phrase::MARK`].
impl From<Phrase> for serde_json::Value {
    fn from(phrase: Phrase) -> Self {
        serde_json::to_value(phrase).unwrap_or_default()
    }
}

/// For logs and for tests: the words that were given, or the id.
impl fmt::Display for Phrase {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (Said::Message(text, _) | Said::Given(text, _)) = &self.said;
        f.write_str(text)
    }
}

impl From<&'static str> for Value {
    fn from(text: &'static str) -> Self {
        Self::Text(text.into())
    }
}

impl From<String> for Value {
    fn from(text: String) -> Self {
        Self::Text(text.into())
    }
}

impl From<Phrase> for Value {
    fn from(phrase: Phrase) -> Self {
        Self::Phrase(phrase)
    }
}

macro_rules! numbers {
    ($($kind:ty)*) => {$(
        impl From<$kind> for Value {
            /// Beyond what a number here can be it is the nearest that can.
            fn from(number: $kind) -> Self {
                Self::Number(i64::try_from(number).unwrap_or(i64::MAX))
            }
        }
    )*};
}

numbers! { i64 u32 u64 usize }

#[cfg(test)]
mod tests {
    use super::Phrase;

    #[test]
    fn a_phrase_that_waits_comes_back_as_it_was() {
        let inner = Phrase::new("wait-seconds").with("count", 3_u64);
        let given = Phrase::given("Team", vec![("de".into(), "Mannschaft".into())]);
        for phrase in [Phrase::new("sample-wait").with("wait", inner).with("name", "Ada"), given, Phrase::NONE] {
            let json = serde_json::to_value(&phrase).unwrap();
            assert_eq!(json.as_object().unwrap().keys().collect::<Vec<_>>(), [Phrase::MARK]);
            assert_eq!(serde_json::from_value::<Phrase>(json).unwrap(), phrase);
        }
    }
}
