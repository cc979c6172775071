//! The form that finds accounts: what their identifiers begin with, and in which state they are. Refuses to know who asks
//! and which accounts there are.

use super::checks::{Checks, Choice};
use super::field::Field;
use super::filled::SmallForm;
use super::input::{Input, Source, Value as Given};
use super::kind::{Kind, ProfileType};
use super::value::{Sent, read};
use crate::db::Time;
use crate::db::directory::Filters;
use crate::error::FormErrors;
use crate::phrase::Phrase;
use jiff::civil::Date;
use jiff::tz::TimeZone;
use serde_json::Value;

/// What accounts are looked for.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct AccountSearch {
    /// What an identifier begins with, or a whole id; none finds all.
    pub text: Option<String>,
    /// In which state.
    pub filters: Filters,
}

/// The box to search with, and the states.
#[must_use]
pub fn search() -> SmallForm {
    let words = Phrase::new;
    let text = Field::profile("q", words("admin-accounts-q"), ProfileType::Text);
    let fields = vec![
        Field { autofill: Some("off".into()), ..text.help(words("admin-accounts-q-help")) },
        state("active", "admin-account-active", "admin-yes", "admin-no"),
        state("verified", "admin-accounts-verified", "admin-accounts-verified-one", "admin-accounts-verified-none"),
        state("staff", "admin-account-staff", "admin-accounts-staff-only", "admin-accounts-staff-none"),
        state("superuser", "admin-account-superuser", "admin-accounts-superuser-only", "admin-accounts-superuser-none"),
        Field::profile("joined_since", words("admin-accounts-joined-since"), ProfileType::Date),
        Field::profile("last_login_since", words("admin-accounts-login-since"), ProfileType::Date),
        Field::profile("last_login_before", words("admin-accounts-login-before"), ProfileType::Date),
    ];
    SmallForm { fields }
}

fn state(name: &'static str, label: &'static str, yes: &'static str, no: &'static str) -> Field {
    let choice = |value: &str, label: &'static str| Choice { value: value.to_owned(), label: Phrase::new(label) };
    let choices = vec![choice("true", yes), choice("false", no)];
    Field::new(name, Phrase::new(label), Kind::Profile(ProfileType::Select))
        .checks(Checks { choices, ..Checks::default() })
}

/// What is looked for in a query, and that alone as a query again.
#[must_use]
pub fn asked(query: &str) -> (Input, String) {
    let known = search().fields;
    let mut members = Vec::new();
    let mut kept = url::form_urlencoded::Serializer::new(String::new());
    for (name, value) in url::form_urlencoded::parse(query.as_bytes()) {
        let wanted = known.iter().any(|field| field.name == name) && !value.is_empty();
        if wanted && !members.iter().any(|(other, _)| *other == name) {
            kept.append_pair(&name, &value);
            members.push((name.into_owned(), Given::Text(value.into_owned())));
        }
    }
    (Input::new(Source::Page, members), kept.finish())
}

/// Reads the form. What it does not have is left to whoever reads the list.
///
/// # Errors
/// [`crate::error::Error::Invalid`] with every mistake.
pub fn read_search(input: &Input) -> crate::error::Result<AccountSearch> {
    let mut errors = FormErrors::default();
    let mut wanted = AccountSearch::default();
    for field in search().fields {
        let Sent::Value(Value::String(text)) = read(&field, input, &mut errors) else { continue };
        let filters = &mut wanted.filters;
        let (is, day) = (Some(text == "true"), first_instant(&text));
        match &*field.name {
            "q" => wanted.text = Some(text),
            "active" => filters.active = is,
            "verified" => filters.verified = is,
            "staff" => filters.staff = is,
            "superuser" => filters.superuser = is,
            "joined_since" => filters.joined_since = day,
            "last_login_since" => filters.last_login_since = day,
            _ => filters.last_login_before = day,
        }
    }
    errors.or(|| wanted)
}

/// When a day begins, in UTC.
fn first_instant(day: &str) -> Option<Time> {
    let day: Date = day.parse().ok()?;
    day.to_zoned(TimeZone::UTC).ok().map(|zoned| zoned.timestamp().into())
}
