//! Puts letters into words: which phrases, which layout, which line ends an SMS. Sends nothing.

use super::layouts::Layouts;
use super::letter::{Destination, Letter};
use super::message::{Email, Sms};
use super::page::Page;
use super::plain::{one_line, wrapped};
use super::unwritten::Unwritten;
use crate::error::Error;
use crate::languages::{Languages, unmarked};
use crate::settings::Mistakes;
use crate::templates::{Made, Shelf};
use std::sync::Arc;
use tera::Context;

type Result<T, E = Unwritten> = std::result::Result<T, E>;

/// The message templates, and what every message says of the sender.
pub struct Stationery {
    layouts: Made<Layouts>,
    languages: Languages,
    site: String,
    host: String,
    email_from: String,
    sms_from: String,
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
        let languages = Languages::built_in().map_err(Error::internal)?;
        Self::of(&Shelf::built_in(), &languages, site, host, email_from, sms_from).map_err(Error::internal)
    }

    /// The same with the layouts of a shelf, and in these languages.
    ///
    /// # Errors
    /// Everything wrong with the templates of messages.
    pub fn of(
        shelf: &Shelf,
        languages: &Languages,
        site: impl Into<String>,
        host: impl Into<String>,
        email_from: impl Into<String>,
        sms_from: impl Into<String>,
    ) -> Result<Self, Mistakes> {
        Ok(Self {
            layouts: Made::new(shelf, Layouts::make)?,
            languages: languages.clone(),
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
        let layouts = self.layouts()?;
        let page = Page::new(&self.languages, (&self.host, &self.site), letter)?;
        let mut values = Context::new();
        for (name, value) in &page.values {
            values.insert(name.clone(), value);
        }
        let subject = one_line(&page.phrase("subject")?);
        for key in ["title", "lead", "unasked"] {
            values.insert(key, &page.phrase(key)?);
        }
        values.insert("subject", &subject);
        values.insert("button", &page.phrase("button")?);
        values.insert("hello", &page.common(if page.name.is_some() { "hello" } else { "hello-you" })?);
        for key in ["never", "footer"] {
            values.insert(key, &page.common(key)?);
        }
        values.insert("good_for", &page.good_for(letter)?);
        values.insert("details", &page.details(letter)?);
        values.insert("lang", &page.language);
        values.insert("words", &page.labels()?);
        let html = layouts.lay_out("email.html", &values)?;
        // There it stands in <bdi>, here marks take its place.
        values.insert("details", &page.details_beside(letter)?);
        for key in ["hello", "lead", "unasked", "never", "footer", "good_for"] {
            let text = values.get(key).and_then(|value| value.as_str()).map(wrapped).unwrap_or_default();
            values.insert(key, &text);
        }
        Ok(Email {
            id: id.to_owned(),
            to: to.clone(),
            from: self.email_from.clone(),
            subject,
            text: layouts.lay_out("email.txt", &values)?,
            html,
            message_id: format!("<{id}@{}>", self.host),
            kind: letter.kind,
            language: page.language,
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
        let page = Page::new(&self.languages, (&self.host, &self.site), letter)?;
        // A mark makes a text message longer, and old phones show it.
        let mut text = unmarked(&page.phrase("sms")?);
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
        self.layouts.shelf().again()
    }

    /// What links begin with.
    pub(super) fn site(&self) -> &str {
        &self.site
    }

    /// The languages that letters are rehearsed in: those offered.
    pub(super) fn languages(&self) -> &Languages {
        &self.languages
    }

    /// Whether the message `name` is sent by email.
    pub(super) fn has_email(&self, name: &str) -> bool {
        self.languages.has(&format!("message-{name}-subject"))
    }

    /// Whether the message `name` is sent as a text message.
    pub(super) fn has_sms(&self, name: &str) -> bool {
        self.languages.has(&format!("message-{name}-sms"))
    }

    fn layouts(&self) -> Result<Arc<Layouts>> {
        self.layouts.get().map_err(|Mistakes(mistakes)| Unwritten::Template(mistakes))
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

impl std::fmt::Debug for Stationery {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Stationery")
            .field("host", &self.host)
            .field("email_from", &self.email_from)
            .finish_non_exhaustive()
    }
}
