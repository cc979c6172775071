//! What narrows a long list down: a few fields, each of which may be left out, read from a query. Pure.

use super::checks::{Checks, Choice};
use super::field::Field;
use super::input::Input;
use super::kind::{Kind, ProfileType};
use crate::error::{Code, FormErrors, Result};
use crate::phrase::Phrase;
use jiff::Timestamp;
use jiff::civil::Date;
use jiff::tz::TimeZone;
use std::borrow::Cow;

/// What a list can be narrowed down by.
#[derive(Clone, Debug)]
pub struct Filters {
    /// In order.
    pub fields: Vec<Field>,
}

/// What it is narrowed down by: what was sent of each field, all right by itself.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Narrowed(Vec<(Cow<'static, str>, String)>);

impl Filters {
    /// One of several things, each a value and what people read.
    #[must_use]
    pub fn one_of<'a>(
        name: &'static str,
        label: Phrase,
        choices: impl IntoIterator<Item = (&'a str, Phrase)>,
    ) -> Field {
        let choice = |(value, label): (&str, Phrase)| Choice { value: value.to_owned(), label };
        let checks = Checks { choices: choices.into_iter().map(choice).collect(), ..Checks::default() };
        Field::new(name, label, Kind::Profile(ProfileType::Select)).checks(checks)
    }

    /// Any text.
    #[must_use]
    pub fn text(name: &'static str, label: Phrase) -> Field {
        Field::new(name, label, Kind::Profile(ProfileType::Text))
    }

    /// A day, or from programs an instant.
    #[must_use]
    pub fn day(name: &'static str, label: Phrase) -> Field {
        Field::new(name, label, Kind::Profile(ProfileType::Date))
    }

    /// Reads what was sent.
    ///
    /// # Errors
    /// [`Code::Invalid`] for what is not offered and for what is no day; [`Code::UnknownField`].
    pub fn clean(&self, input: &Input) -> Result<Narrowed> {
        let mut errors = FormErrors::default();
        let mut narrowed = Narrowed::default();
        for field in &self.fields {
            let Some(text) = input.text(&field.name, &mut errors).map(str::trim).filter(|text| !text.is_empty()) else {
                continue;
            };
            match field.kind {
                Kind::Profile(ProfileType::Select) if !field.choices().iter().any(|choice| choice.value == text) => {
                    let known: Vec<String> = field.choices().iter().map(|choice| choice.value.clone()).collect();
                    errors.say(
                        field.name.clone(),
                        Code::Invalid,
                        Phrase::new("admin-choose-one").with("choices", known.join(", ")),
                    );
                }
                Kind::Profile(ProfileType::Date) if read(text, false).is_none() => {
                    errors.say(field.name.clone(), Code::Invalid, Phrase::new("admin-choose-day"));
                }
                _ => narrowed.0.push((field.name.clone(), text.to_owned())),
            }
        }
        let known: Vec<&str> = self.fields.iter().map(|field| field.name.as_ref()).collect();
        input.refuse_others(&known, &mut errors);
        errors.or(|| narrowed)
    }
}

impl Narrowed {
    /// What was sent of a field; empty when nothing was.
    #[must_use]
    pub fn text(&self, name: &str) -> &str {
        self.0.iter().find(|(field, _)| *field == name).map_or("", |(_, text)| text)
    }

    /// What was sent of a field, if anything was.
    #[must_use]
    pub fn some(&self, name: &str) -> Option<&str> {
        Some(self.text(name)).filter(|text| !text.is_empty())
    }

    /// Whether nothing was sent at all.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// The instant at which the day of a field begins, or the instant itself.
    #[must_use]
    pub fn begin(&self, name: &str) -> Option<Timestamp> {
        read(self.text(name), false)
    }

    /// The instant at which the day of a field is over, or the instant itself.
    #[must_use]
    pub fn end(&self, name: &str) -> Option<Timestamp> {
        read(self.text(name), true)
    }

    /// The same as a query, without the question mark.
    #[must_use]
    pub fn query(&self) -> String {
        url::form_urlencoded::Serializer::new(String::new()).extend_pairs(&self.0).finish()
    }
}

/// A day of UTC, by its beginning or its end, or an instant.
fn read(text: &str, end: bool) -> Option<Timestamp> {
    let Ok(date) = text.parse::<Date>().and_then(|date| if end { date.tomorrow() } else { Ok(date) }) else {
        return text.parse().ok();
    };
    // An instant can be read as a day too, by its beginning.
    if text.len() > "2026-11-22".len() {
        return text.parse().ok();
    }
    date.to_zoned(TimeZone::UTC).ok().map(|zoned| zoned.timestamp())
}

#[cfg(test)]
mod tests {
    use super::{Filters, Narrowed, read};
    use crate::forms::{Input, Source, Value};
    use crate::phrase::Phrase;

    fn clean(members: &[(&str, &str)]) -> Result<Narrowed, String> {
        let fields = vec![
            Filters::one_of("state", Phrase::verbatim("State"), [("dead", Phrase::verbatim("Given up"))]),
            Filters::text("account", Phrase::verbatim("Account")),
            Filters::day("since", Phrase::verbatim("Since")),
        ];
        let members = members.iter().map(|(name, value)| ((*name).to_owned(), Value::Text((*value).to_owned())));
        let cleaned = Filters { fields }.clean(&Input::new(Source::Page, members.collect()));
        cleaned.map_err(|error| error.to_string())
    }

    #[test]
    fn what_is_sent_is_kept_and_what_is_wrong_is_told() {
        let narrowed = clean(&[("state", "dead"), ("account", " a&b "), ("since", "")]).unwrap();
        assert_eq!((narrowed.text("account"), narrowed.query().as_str()), ("a&b", "state=dead&account=a%26b"));
        assert!(clean(&[]).unwrap().is_empty());
        assert_eq!(
            clean(&[("state", "x"), ("since", "x"), ("is_staff", "1")]).unwrap_err().matches("invalid").count(),
            2
        );
    }

    #[test]
    fn a_day_is_from_its_beginning_to_its_end() {
        let told = |text: &str, end| read(text, end).map(|at| at.to_string());
        assert_eq!(told("2026-11-22", false).as_deref(), Some("2026-11-22T00:00:00Z"));
        assert_eq!(told("2026-11-30", true).as_deref(), Some("2026-12-01T00:00:00Z"));
        assert_eq!(told("2026-11-22T10:00:00+01:00", true).as_deref(), Some("2026-11-22T09:00:00Z"));
        assert_eq!(told("22.11.2026", false), None);
        assert_eq!(told("2026-02-30", false), None);
    }
}
