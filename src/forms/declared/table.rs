//! Takes the keys of one table of a declaration out by type, and notes what is none of them. Knows no key's meaning.

use crate::phrase::Phrase;
use crate::settings::{Mistake, Placed, PlacedValue, nearest};

/// The language in which words must be given when they are given by language.
const FIRST_LANGUAGE: &str = "en";

/// One table, while it is read.
pub(super) struct Table<'a, 'm> {
    /// In dots, as in `forms.member.fields.email`.
    pub key: String,
    entries: &'a [(String, Placed)],
    mistakes: &'m mut Vec<Mistake>,
}

impl<'a, 'm> Table<'a, 'm> {
    pub(super) fn new(key: String, entries: &'a [(String, Placed)], mistakes: &'m mut Vec<Mistake>) -> Self {
        Self { key, entries, mistakes }
    }

    /// What stands under this name.
    pub(super) fn get(&self, name: &str) -> Option<&'a Placed> {
        self.entries.iter().find(|(known, _)| known == name).map(|(_, value)| value)
    }

    /// Notes a mistake about the value under `name`.
    pub(super) fn refuse(&mut self, name: &str, problem: impl Into<String>, remedy: impl Into<String>) {
        let key = format!("{}.{name}", self.key);
        if let Some(value) = self.get(name) {
            self.mistakes.push(value.mistake(&key, problem, remedy));
        }
    }

    /// Notes a mistake at `value`, which stands somewhere under `name`.
    pub(super) fn refuse_at(
        &mut self,
        name: &str,
        value: &Placed,
        problem: impl Into<String>,
        remedy: impl Into<String>,
    ) {
        self.mistakes.push(value.mistake(&format!("{}.{name}", self.key), problem, remedy));
    }

    /// Each name that is none of `known` is a mistake; `about` says more of one that has its place elsewhere.
    pub(super) fn only(&mut self, known: &[&str], about: impl Fn(&str) -> Option<(String, String)>) {
        for (name, value) in self.entries.iter().filter(|(name, _)| !known.contains(&name.as_str())) {
            let (problem, remedy) = about(name).unwrap_or_else(|| {
                let list = known.iter().map(|name| format!("`{name}`")).collect::<Vec<_>>().join(", ");
                let near = nearest(name, known.iter().copied()).map(|near| format!(" Did you mean `{near}`?"));
                ("is not a rule of it".to_owned(), format!("Known here: {list}.{}", near.unwrap_or_default()))
            });
            let key = format!("{}.{}", self.key, name.escape_debug());
            self.mistakes.push(value.about(&key, problem, remedy));
        }
    }

    /// A text.
    pub(super) fn text(&mut self, name: &str) -> Option<&'a str> {
        if let PlacedValue::Text(text) = &self.get(name)?.value {
            return Some(text);
        }
        self.refuse(name, "is not a text in quotes", "Write \"…\".");
        None
    }

    /// Yes or no.
    pub(super) fn flag(&mut self, name: &str) -> Option<bool> {
        if let PlacedValue::Flag(flag) = &self.get(name)?.value {
            return Some(*flag);
        }
        self.refuse(name, "is neither true nor false", "Write true or false, without quotes.");
        None
    }

    /// A number of characters.
    pub(super) fn count(&mut self, name: &str, most: usize) -> Option<usize> {
        let value = match &self.get(name)?.value {
            PlacedValue::Whole(number) => usize::try_from(*number).ok().filter(|number| (1..=most).contains(number)),
            _ => None,
        };
        if value.is_none() {
            self.refuse(name, format!("is not a whole number from 1 to {most}"), "Write one, without quotes.");
        }
        value
    }

    /// Words, in one language or in several.
    pub(super) fn words(&mut self, name: &str, most: usize) -> Option<Phrase> {
        let placed = self.get(name)?;
        self.words_of(name, placed, most)
    }

    /// As [`Table::words`], of a value that stands somewhere under `name`.
    pub(super) fn words_of(&mut self, name: &str, placed: &Placed, most: usize) -> Option<Phrase> {
        let by_language = match &placed.value {
            PlacedValue::Text(_) => return self.line(name, placed, most).map(|text| Phrase::verbatim(text.to_owned())),
            PlacedValue::Table(by_language) => by_language,
            _ => {
                self.refuse_at(
                    name,
                    placed,
                    "is not a text",
                    r#"Write "…", or { en = "…", de = "…" } for several languages."#,
                );
                return None;
            }
        };
        let mut words = Vec::new();
        for (language, text) in by_language {
            if !is_language(language) {
                let remedy = "Write the tag of a language, as in en, de or pt-BR.";
                let problem = format!("stands under `{}`, which is no language", language.escape_debug());
                self.refuse_at(name, text, problem, remedy);
                continue;
            }
            words.push((language.clone(), self.line(name, text, most)?.to_owned()));
        }
        let Some((_, first)) = words.iter().find(|(language, _)| language == FIRST_LANGUAGE) else {
            let remedy = format!("Add {FIRST_LANGUAGE} = \"…\": it is for everybody whose language is not there.");
            self.refuse_at(name, placed, format!("says nothing in the language `{FIRST_LANGUAGE}`"), remedy);
            return None;
        };
        Some(Phrase::given(first.clone(), words))
    }

    /// A line of text that people can read.
    fn line<'p>(&mut self, name: &str, placed: &'p Placed, most: usize) -> Option<&'p str> {
        let PlacedValue::Text(text) = &placed.value else {
            self.refuse_at(name, placed, "is not a text in quotes", "Write \"…\".");
            return None;
        };
        if text.trim().is_empty() || text.chars().any(char::is_control) || text.chars().count() > most {
            let remedy = format!("Write 1 to {most} characters.");
            self.refuse_at(name, placed, "is not one line of text", remedy);
            return None;
        }
        Some(text.trim())
    }
}

/// Whether a text has the form of a language's tag (RFC 5646), as far as anybody needs it here.
fn is_language(tag: &str) -> bool {
    let mut parts = tag.split('-');
    let first = parts.next().unwrap_or_default();
    (2..=3).contains(&first.len())
        && first.bytes().all(|b| b.is_ascii_lowercase())
        && parts.all(|part| (2..=8).contains(&part.len()) && part.bytes().all(|b| b.is_ascii_alphanumeric()))
}
