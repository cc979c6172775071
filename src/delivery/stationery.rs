//! Puts letters into words: which phrases, which layout, which line ends an SMS. Sends nothing.

use super::letter::{Destination, Letter, MessageKind};
use super::message::{Email, Sms};
use super::plain::{self, one_line, wrapped};
use super::unwritten::Unwritten;
use super::words::Words;
use crate::error::Error;
use crate::settings::Mistakes;
use crate::templates::{Made, Shelf};
use serde::Serialize;
use serde_json::Value;
use std::sync::Arc;
use tera::Context;

/// Longest detail that is shown, in characters.
const LONGEST_DETAIL: usize = 100;

type Result<T, E = Unwritten> = std::result::Result<T, E>;

/// The message templates, and what every message says of the sender.
pub struct Stationery {
    words: Made<Words>,
    site: String,
    host: String,
    email_from: String,
    sms_from: String,
}

/// One line of what else there is to say.
#[derive(Serialize)]
struct Detail {
    label: String,
    value: String,
}

impl Stationery {
    /// `site` is what links begin with and `host` its host without port, both as in `public_url`; `email_from` is an
    /// address, perhaps with a name before it; `sms_from` a number or a name, or empty.
    ///
    /// # Errors
    /// When a built-in template does not parse; the tests parse them all.
    pub fn new(
        site: impl Into<String>,
        host: impl Into<String>,
        email_from: impl Into<String>,
        sms_from: impl Into<String>,
    ) -> Result<Self, Error> {
        Self::of(&Shelf::built_in(), site, host, email_from, sms_from).map_err(Error::internal)
    }

    /// The same with the templates of a shelf.
    ///
    /// # Errors
    /// Everything wrong with the templates of messages.
    pub fn of(
        shelf: &Shelf,
        site: impl Into<String>,
        host: impl Into<String>,
        email_from: impl Into<String>,
        sms_from: impl Into<String>,
    ) -> Result<Self, Mistakes> {
        Ok(Self {
            words: Made::new(shelf, Words::make)?,
            site: site.into(),
            host: host.into(),
            email_from: email_from.into(),
            sms_from: sms_from.into(),
        })
    }

    /// The letter as an email. The same letter gives the same email.
    ///
    /// # Errors
    /// When the letter does not go to an email address, or its kind has no words for one.
    pub fn email(&self, letter: &Letter) -> Result<Email, Error> {
        Ok(self.write_email(letter)?)
    }

    pub(super) fn write_email(&self, letter: &Letter) -> Result<Email> {
        let Destination::Email(to) = &letter.to else {
            return Err(Error::internal("this letter goes to a phone").into());
        };
        let id = checked_id(letter)?;
        let words = self.words()?;
        let page = Page::new(self, &words, letter)?;
        let mut values = page.values.clone();
        let subject = one_line(&page.phrase("subject")?);
        for key in ["title", "lead", "unasked"] {
            values.insert(key, &page.phrase(key)?);
        }
        values.insert("subject", &subject);
        values.insert("button", &page.words(page.section, "button")?.unwrap_or_default());
        values.insert("hello", &page.common(if page.name.is_some() { "hello" } else { "hello_you" })?);
        for key in ["never", "footer"] {
            values.insert(key, &page.common(key)?);
        }
        values.insert("good_for", &page.good_for(letter)?);
        values.insert("details", &page.details(letter)?);
        values.insert("lang", page.language);
        values.insert("words", &words.common(page.language));
        let html = words.lay_out("email.html", &values)?;
        for key in ["hello", "lead", "unasked", "never", "footer", "good_for"] {
            let text = values.get(key).and_then(|value| value.as_str()).map(wrapped).unwrap_or_default();
            values.insert(key, &text);
        }
        Ok(Email {
            id: id.to_owned(),
            to: to.clone(),
            from: self.email_from.clone(),
            subject,
            text: words.lay_out("email.txt", &values)?,
            html,
            message_id: format!("<{id}@{}>", self.host),
            kind: letter.kind,
            language: page.language.to_owned(),
            date: letter.created_at,
        })
    }

    /// The letter as a text message; with a code it ends with the line that binds the code to this site
    /// (<https://wicg.github.io/sms-one-time-codes/>).
    ///
    /// # Errors
    /// When the letter does not go to a phone, or its kind has no words for one.
    pub fn sms(&self, letter: &Letter) -> Result<Sms, Error> {
        Ok(self.write_sms(letter)?)
    }

    pub(super) fn write_sms(&self, letter: &Letter) -> Result<Sms> {
        let Destination::Phone(to) = &letter.to else {
            return Err(Error::internal("this letter goes by email").into());
        };
        let words = self.words()?;
        let page = Page::new(self, &words, letter)?;
        let mut text = page.phrase("sms")?;
        if let Some(code) = &letter.code {
            text = format!("{text}\n\n@{} #{code}", self.host);
        }
        Ok(Sms {
            id: checked_id(letter)?.to_owned(),
            to: to.clone(),
            from: self.sms_from.clone(),
            text,
            kind: letter.kind,
            date: letter.created_at,
        })
    }

    /// Whether templates are read again for every message: a broken one may be mended before the next try.
    #[must_use]
    pub fn again(&self) -> bool {
        self.words.shelf().again()
    }

    /// What links begin with.
    pub(super) fn site(&self) -> &str {
        &self.site
    }

    /// Whether the section `name` has words for an email.
    pub(super) fn has_email(&self, name: &str) -> Result<bool> {
        self.words().map(|words| words.has(words.language(""), name, "subject"))
    }

    /// Whether the section `name` has words for a text message.
    pub(super) fn has_sms(&self, name: &str) -> Result<bool> {
        self.words().map(|words| words.has(words.language(""), name, "sms"))
    }

    fn words(&self) -> Result<Arc<Words>> {
        self.words.get().map_err(|Mistakes(mistakes)| Unwritten::Template(mistakes))
    }
}

/// The id if it can stand in a header, a boundary and the name of a file.
fn checked_id(letter: &Letter) -> Result<&str> {
    let good = |c: char| c.is_ascii_alphanumeric() || c == '-';
    if letter.id.is_empty() || letter.id.len() > 50 || !letter.id.chars().all(good) {
        return Err(Error::internal("the id of a letter cannot stand in a header").into());
    }
    Ok(&letter.id)
}

/// One letter on its way into words.
struct Page<'a> {
    words: &'a Words,
    language: &'a str,
    section: &'static str,
    name: Option<String>,
    values: Context,
}

impl<'a> Page<'a> {
    fn new(stationery: &'a Stationery, words: &'a Words, letter: &'a Letter) -> Result<Self> {
        for secret in [&letter.code, &letter.link].into_iter().flatten() {
            if secret.chars().any(|c| c.is_control() || c.is_whitespace()) {
                return Err(Error::internal("a code or link with a space or a control character").into());
            }
        }
        let released = letter.details.get("released") == Some(&Value::Bool(true));
        let section = match letter.kind {
            MessageKind::EmailChanged | MessageKind::PhoneChanged if released => "address_released",
            kind => kind.slug(),
        };
        let name = letter.name.as_deref().and_then(plain::name);
        let mut page =
            Self { words, language: words.language(&letter.language), section, name, values: Context::new() };
        // All of them always, so that a phrase can ask for any.
        page.values.insert("host", &stationery.host);
        page.values.insert("site", &stationery.site);
        page.values.insert("code", letter.code.as_deref().unwrap_or_default());
        page.values.insert("link", letter.link.as_deref().unwrap_or_default());
        page.values.insert("name", page.name.as_deref().unwrap_or_default());
        for key in ["new_email", "new_phone", "until"] {
            page.values.insert(key, &detail(letter, key).unwrap_or_default());
        }
        page.values.insert("removed", &(letter.details.get("removed") == Some(&Value::Bool(true))));
        let time = page.time(letter.minutes.unwrap_or_default())?;
        page.values.insert("time", &time);
        Ok(page)
    }

    fn words(&self, section: &str, key: &str) -> Result<Option<String>> {
        Ok(self.words.say(self.language, section, key, &self.values)?)
    }

    /// A phrase that this kind of letter must have.
    fn phrase(&self, key: &str) -> Result<String> {
        let missing = || Error::internal(format!("{} has no words for {key} in {}", self.section, self.language));
        Ok(self.words(self.section, key)?.ok_or_else(missing)?)
    }

    /// A phrase that every language must have.
    fn common(&self, key: &str) -> Result<String> {
        let missing = || Error::internal(format!("{} has no words for {key}", self.language));
        Ok(self.words("common", key)?.ok_or_else(missing)?)
    }

    /// A time in words, in the largest unit that gives a whole number.
    fn time(&self, minutes: u64) -> Result<String> {
        let (number, one, many) = match minutes {
            0 => return Ok(String::new()),
            days if days.is_multiple_of(24 * 60) => (days / (24 * 60), "day", "days"),
            hours if hours.is_multiple_of(60) => (hours / 60, "hour", "hours"),
            minutes => (minutes, "minute", "minutes"),
        };
        let mut values = Context::new();
        values.insert("n", &number);
        let key = if number == 1 { one } else { many };
        Ok(self.words.say(self.language, "common", key, &values)?.unwrap_or_default())
    }

    fn good_for(&self, letter: &Letter) -> Result<String> {
        let key = match (&letter.code, &letter.link, letter.minutes) {
            (Some(_), Some(_), Some(1..)) => "both_good_for",
            (Some(_), None, Some(1..)) => "code_good_for",
            (None, Some(_), Some(1..)) => "link_good_for",
            _ => return Ok(String::new()),
        };
        self.common(key)
    }

    fn details(&self, letter: &Letter) -> Result<Vec<Detail>> {
        let mut details = Vec::new();
        for key in ["when", "ip"] {
            if let Some(value) = detail(letter, key) {
                details.push(Detail { label: self.common(key)?, value });
            }
        }
        Ok(details)
    }
}

/// A detail as one short line.
fn detail(letter: &Letter, key: &str) -> Option<String> {
    let text = one_line(letter.details.get(key)?.as_str()?);
    Some(text.chars().take(LONGEST_DETAIL).collect::<String>()).filter(|text| !text.is_empty())
}

impl std::fmt::Debug for Stationery {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Stationery")
            .field("host", &self.host)
            .field("email_from", &self.email_from)
            .finish_non_exhaustive()
    }
}
