//! One letter on its way into words: which message, in which language, with what filled in. Knows no layout.

use super::letter::{Letter, MessageKind};
use super::plain::{self, one_line};
use super::unwritten::Unwritten;
use crate::error::Error;
use crate::languages::{Languages, nearest};
use crate::phrase::Phrase;
use crate::settings::{Mistake, Mistakes};
use serde::Serialize;
use serde_json::{Value, json};

/// Longest detail that is shown, in characters.
const LONGEST_DETAIL: usize = 100;

type Result<T, E = Unwritten> = std::result::Result<T, E>;

/// One line of what else there is to say.
#[derive(Serialize)]
pub(super) struct Detail {
    label: String,
    value: String,
}

/// One letter on its way into words.
pub(super) struct Page<'a> {
    languages: &'a Languages,
    /// The language it is said in.
    pub language: String,
    /// The message, as the ids of its words have it.
    message: &'static str,
    /// What to call the person, if that can be nothing but a name.
    pub name: Option<String>,
    /// What any of its words may be given, by name; texts all.
    pub values: Vec<(String, Value)>,
}

impl<'a> Page<'a> {
    /// `host` and `site` are those of the sender.
    pub(super) fn new(languages: &'a Languages, (host, site): (&str, &str), letter: &Letter) -> Result<Self> {
        for secret in [&letter.code, &letter.link].into_iter().flatten() {
            if secret.chars().any(|c| c.is_control() || c.is_whitespace()) {
                return Err(Error::internal("a code or link with a space or a control character").into());
            }
        }
        languages.refresh().map_err(|Mistakes(mistakes)| Unwritten::Template(mistakes))?;
        let known = languages.known();
        let language = nearest(&letter.language, &known).unwrap_or_else(|| languages.default()).to_owned();
        let is = |name: &str| letter.details.get(name) == Some(&Value::Bool(true));
        let message = match letter.kind {
            MessageKind::EmailChanged | MessageKind::PhoneChanged if is("released") => "address_released",
            kind => kind.slug(),
        };
        let name = letter.name.as_deref().and_then(plain::name);
        let mut page = Self { languages, language, message, name, values: Vec::new() };
        let time = letter.minutes.filter(|minutes| *minutes > 0).map(time);
        let time = time.map(|time| page.say(&time)).transpose()?.unwrap_or_default();
        let mut values: Vec<(&str, String)> = vec![
            ("host", host.to_owned()),
            ("site", site.to_owned()),
            ("code", letter.code.clone().unwrap_or_default()),
            ("link", letter.link.clone().unwrap_or_default()),
            ("name", page.name.clone().unwrap_or_default()),
            ("how", if is("removed") { "removed" } else { "changed" }.to_owned()),
        ];
        for key in ["new_email", "new_phone", "until"] {
            values.push((key, page.detail(letter, key)?.unwrap_or_default()));
        }
        let yes = |there: bool| if there { "yes" } else { "no" }.to_owned();
        let shown = values.iter().any(|(name, value)| name.starts_with("new_") && !value.is_empty());
        values.extend([
            ("timed", yes(!time.is_empty())),
            ("linked", yes(letter.link.is_some())),
            ("shown", yes(shown)),
            ("time", time),
        ]);
        // All of them always, so that a phrase can ask for any.
        page.values = values.into_iter().map(|(name, value)| (name.to_owned(), value.into())).collect();
        Ok(page)
    }

    fn said(&self, id: &str) -> Result<String> {
        Ok(self.languages.try_message(&self.language, id, self.values.clone()).map_err(|cause| untold(&cause))?)
    }

    fn say(&self, phrase: &Phrase) -> Result<String> {
        Ok(self.languages.try_say(&self.language, phrase).map_err(|cause| untold(&cause))?)
    }

    /// A phrase of this message.
    pub(super) fn phrase(&self, key: &str) -> Result<String> {
        self.said(&format!("message-{}-{key}", self.message))
    }

    /// A phrase of all messages.
    pub(super) fn common(&self, key: &str) -> Result<String> {
        self.said(&format!("message-{key}"))
    }

    /// What the layouts take as it is.
    pub(super) fn labels(&self) -> Result<Value> {
        Ok(json!({
            "dir": self.said("language-direction")?,
            "code": self.common("code")?,
            "or_link": self.common("or-link")?,
            "or_link_text": self.common("or-link-text")?,
        }))
    }

    pub(super) fn good_for(&self, letter: &Letter) -> Result<String> {
        let key = match (&letter.code, &letter.link, letter.minutes) {
            (Some(_), Some(_), Some(1..)) => "both-good-for",
            (Some(_), None, Some(1..)) => "code-good-for",
            (None, Some(_), Some(1..)) => "link-good-for",
            _ => return Ok(String::new()),
        };
        self.common(key)
    }

    pub(super) fn details(&self, letter: &Letter) -> Result<Vec<Detail>> {
        let mut details = Vec::new();
        for key in ["when", "ip"] {
            if let Some(value) = self.detail(letter, key)? {
                details.push(Detail { label: self.common(key)?, value });
            }
        }
        Ok(details)
    }

    /// The same for plain text.
    pub(super) fn details_beside(&self, letter: &Letter) -> Result<Vec<Detail>> {
        let mut details = self.details(letter)?;
        for detail in &mut details {
            detail.value = self.languages.beside(&self.language, &detail.value);
        }
        Ok(details)
    }

    /// A detail as one short line.
    fn detail(&self, letter: &Letter, key: &str) -> Result<Option<String>> {
        let text = match letter.details.get(key) {
            Some(Value::String(text)) => text.clone(),
            Some(value) => match serde_json::from_value::<Phrase>(value.clone()) {
                Ok(phrase) => self.say(&phrase)?,
                Err(_) => return Ok(None),
            },
            None => return Ok(None),
        };
        let line: String = one_line(&text).chars().take(LONGEST_DETAIL).collect();
        Ok(Some(line).filter(|line| !line.is_empty()))
    }
}

/// A time in words, in the largest unit that gives a whole number.
fn time(minutes: u64) -> Phrase {
    let (id, count) = match minutes {
        days if days.is_multiple_of(24 * 60) => ("message-days", days / (24 * 60)),
        hours if hours.is_multiple_of(60) => ("message-hours", hours / 60),
        minutes => ("message-minutes", minutes),
    };
    Phrase::new(id).with("count", count)
}

/// Why something was not said, as a mistake in the words.
fn untold(cause: &str) -> Vec<Mistake> {
    vec![Mistake::new("templates.directory", format!("cannot be used: {cause}"), "")]
}
