//! What a value must keep beyond its kind: lengths, a pattern, bounds, choices. Says what is wrong with a value, in words
//! that say what would work; knows no form and no field.

use crate::error::Code;
use crate::phrase::Phrase;
use regex::{Regex, RegexBuilder};
use serde_json::Value;
use std::fmt;

/// The largest compiled pattern: beyond this a declaration asks for more than any field needs.
const PATTERN_BYTES: usize = 1 << 20;

/// What a value must keep beyond its kind.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Checks {
    /// Fewest characters of a text.
    pub min_length: Option<usize>,
    /// Most characters of a text.
    pub max_length: Option<usize>,
    /// What a text must match as a whole.
    pub pattern: Option<Pattern>,
    /// Least number, or earliest date as ISO text.
    pub min: Option<Value>,
    /// Greatest number, or latest date as ISO text.
    pub max: Option<Value>,
    /// What a select offers.
    pub choices: Vec<Choice>,
    /// A checkbox that has to be ticked.
    pub must_be_true: bool,
    /// No two accounts have the same value.
    pub unique: bool,
}

/// One of the things a select offers.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Choice {
    /// What is sent and stored.
    pub value: String,
    /// What people read.
    pub label: Phrase,
}

impl Choice {
    /// A choice that reads as it is stored.
    #[must_use]
    pub fn plain(value: &str) -> Self {
        Self { value: value.to_owned(), label: Phrase::verbatim(value.to_owned()) }
    }
}

/// A regular expression that a text must match from its beginning to its end. Takes time linear in the text.
#[derive(Clone)]
pub struct Pattern {
    source: String,
    whole: Regex,
}

impl Pattern {
    /// A pattern in the syntax of the crate `regex`: no look-around, no references back.
    ///
    /// # Errors
    /// What is wrong with it, on one line.
    pub fn new(source: &str) -> Result<Self, String> {
        let compile = |text: &str| {
            let reason = |error: &regex::Error| {
                let text = error.to_string();
                text.lines().last().unwrap_or_default().trim().trim_start_matches("error: ").to_owned()
            };
            RegexBuilder::new(text).size_limit(PATTERN_BYTES).build().map_err(|error| reason(&error))
        };
        // By itself first: `a)|(b` would be a fine whole match.
        compile(source)?;
        Ok(Self { source: source.to_owned(), whole: compile(&format!(r"\A(?:{source})\z"))? })
    }

    /// As it was written.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.source
    }

    /// Whether all of `text` matches.
    #[must_use]
    pub fn matches(&self, text: &str) -> bool {
        self.whole.is_match(text)
    }
}

impl PartialEq for Pattern {
    fn eq(&self, other: &Self) -> bool {
        self.source == other.source
    }
}

impl Eq for Pattern {}

impl fmt::Debug for Pattern {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Debug::fmt(&self.source, f)
    }
}

/// What is wrong with a value, and what would work.
pub type Wrong = (Code, Phrase);

impl Checks {
    /// What is wrong with a text: its length, its form. `help` is what the field says of itself.
    #[must_use]
    pub fn text(&self, text: &str, help: &Phrase) -> Option<Wrong> {
        let length = text.chars().count();
        if let Some(min) = self.min_length.filter(|min| length < *min) {
            return Some((Code::TooShort, Phrase::new("forms-too-short").with("count", min)));
        }
        if let Some(max) = self.max_length.filter(|max| length > *max) {
            return Some((Code::TooLong, Phrase::new("forms-too-long").with("count", max)));
        }
        let pattern = self.pattern.as_ref().filter(|pattern| !pattern.matches(text))?;
        Some((
            Code::Invalid,
            if help.is_empty() {
                Phrase::new("forms-pattern").with("pattern", pattern.as_str().to_owned())
            } else {
                Phrase::new("forms-pattern-help").with("help", help.clone())
            },
        ))
    }

    /// What is wrong with a number.
    #[must_use]
    pub fn number(&self, number: f64) -> Option<Wrong> {
        let bound = |bound: &Option<Value>| bound.as_ref().and_then(Value::as_f64);
        let outside =
            bound(&self.min).is_some_and(|min| number < min) || bound(&self.max).is_some_and(|max| number > max);
        outside.then(|| (Code::Invalid, self.range("number")))
    }

    /// What is wrong with a date, given as ISO text: such texts stand in the order of their dates.
    #[must_use]
    pub fn date(&self, date: &str) -> Option<Wrong> {
        let bound = |bound: &Option<Value>| bound.as_ref().and_then(Value::as_str).map(str::to_owned);
        let outside = bound(&self.min).is_some_and(|min| date < min.as_str())
            || bound(&self.max).is_some_and(|max| date > max.as_str());
        outside.then(|| (Code::Invalid, self.range("date")))
    }

    /// What is wrong with a choice.
    #[must_use]
    pub fn choice(&self, value: &str) -> Option<Wrong> {
        if self.choices.iter().any(|choice| choice.value == value) {
            return None;
        }
        let known: Vec<&str> = self.choices.iter().map(|choice| choice.value.as_str()).collect();
        Some((Code::Invalid, Phrase::new("forms-choice").with("choices", known.join(", "))))
    }

    /// What would be within the bounds: of a `number` or a `date`.
    fn range(&self, what: &'static str) -> Phrase {
        let plain = |value: &Value| value.as_str().map_or_else(|| value.to_string(), str::to_owned);
        let (id, min, max) = match (&self.min, &self.max) {
            (Some(min), Some(max)) => ("forms-range", plain(min), plain(max)),
            (Some(min), None) => ("forms-least", plain(min), String::new()),
            (None, Some(max)) => ("forms-most", String::new(), plain(max)),
            (None, None) => ("forms-some", String::new(), String::new()),
        };
        Phrase::new(id).with("what", what).with("min", min).with("max", max)
    }
}
