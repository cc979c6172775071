//! What is said about an account that could not come in just as it was: the rule, what was done, and what helps.

use super::Record;
use crate::db::Id;
use serde::Serialize;
use serde_json::{Value, json};

macro_rules! rules {
    ($($(#[$doc:meta])* $name:ident = $slug:literal, $remedy:literal;)*) => {
        /// Why something could not stay as it was.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum Rule { $($(#[$doc])* $name,)* }

        impl Rule {
            /// Every rule there is.
            pub const ALL: &'static [Rule] = &[$(Rule::$name,)*];

            /// The name that programs compare.
            #[must_use]
            pub fn slug(self) -> &'static str {
                match self { $(Rule::$name => $slug,)* }
            }

            /// What somebody can do about it.
            #[must_use]
            pub fn remedy(self) -> &'static str {
                match self { $(Rule::$name => $remedy,)* }
            }
        }
    };
}

rules! {
    /// The username is an email address or a phone number, which are spaces of their own.
    UsernameIsAddress = "username_is_address", "Nothing needs doing: what was typed as a username is the account's address now, and signs it in as before.";
    /// The username breaks the rules of usernames.
    UsernameInvalid = "username_invalid", "Import again with --on-collision rename, or change the username at the source first.";
    /// Another account has this username, in other letters of the same kind (`ALICE`, `alice`) or exactly.
    UsernameTaken = "username_taken", "Import again with --on-collision rename, or change one of the two usernames first.";
    /// Another account has a username that looks like this one.
    UsernameLooksAlike = "username_looks_alike", "Import again with --on-collision rename, or change one of the two usernames first.";
    /// The email address is none.
    EmailInvalid = "email_invalid", "Correct the address at the source before importing, or ask the person for one.";
    /// Another account has this email address.
    EmailTaken = "email_taken", "Find out whether both accounts are one person's. An address belongs to one account only; give the other one another.";
    /// Another account at the source has proved this email address, and this one has not.
    EmailProvedByAnother = "email_proved_by_another", "Nothing needs doing: the address stays with whoever proved it.";
    /// The account had more than one email address.
    FurtherEmail = "further_email", "An account has one email address. Keep this list if the others matter.";
    /// The phone number is none.
    PhoneInvalid = "phone_invalid", "Set phone.default_region if numbers were kept without + and country code, or correct the number at the source.";
    /// Another account has this phone number.
    PhoneTaken = "phone_taken", "Find out whether both accounts are one person's. A number belongs to one account only; give the other one another.";
    /// Another account has this value of a profile field that only one may have.
    ProfileTaken = "profile_taken", "Find out whether both accounts are one person's, and correct the value of one.";
    /// Nothing is left that the account could be named by.
    NoIdentifier = "no_identifier", "Import again with --on-collision rename, or give the account a username at the source first.";
    /// The password is kept in a form that is not understood here.
    PasswordUnknown = "password_unknown", "The person resets the password, or you set one: countersign user set-password IDENTIFIER.";
    /// A date is none.
    DateInvalid = "date_invalid", "Correct the date at the source before importing, if it matters.";
    /// A name had a character that databases refuse.
    NameChanged = "name_changed", "Nothing needs doing: only U+0000 was taken out.";
    /// The file has an account with this key, or this origin, twice.
    Twice = "twice", "Only the first one was taken. If the two are different accounts, give one another key.";
}

impl Serialize for Rule {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(self.slug())
    }
}

/// What was done about it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Outcome {
    /// The account did not come in; at its source it is as it was.
    LeftOut,
    /// The account came in under another username.
    Renamed,
    /// The account came in without this value.
    Dropped,
    /// The account came in with this value in another place or form.
    Changed,
}

impl Outcome {
    /// In words.
    #[must_use]
    pub fn words(self) -> &'static str {
        match self {
            Self::LeftOut => "left out",
            Self::Renamed => "renamed",
            Self::Dropped => "came in without it",
            Self::Changed => "changed",
        }
    }
}

/// One thing that could not stay as it was.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Finding {
    /// Where the account stands at its source.
    pub table: String,
    /// Its key there.
    pub key: String,
    /// Which rule.
    pub rule: Rule,
    /// Which of the account's values.
    pub field: &'static str,
    /// That value as it was.
    pub value: Option<String>,
    /// What was done.
    pub outcome: Outcome,
    /// What the value became, if anything.
    pub became: Option<String>,
    /// In words.
    pub detail: String,
    /// What somebody can do about it.
    pub remedy: &'static str,
    /// The account here, if it came in.
    pub account: Option<Id>,
    /// Everything the source says of it but the password, of which only the format.
    pub original: Value,
}

impl Finding {
    pub(crate) fn new(record: &Record, rule: Rule, field: &'static str, value: Option<&str>, detail: String) -> Self {
        Self {
            table: record.table.clone(),
            key: record.key.clone(),
            rule,
            field,
            value: value.map(str::to_owned),
            outcome: Outcome::Dropped,
            became: None,
            detail,
            remedy: rule.remedy(),
            account: None,
            original: original(record),
        }
    }
}

fn original(record: &Record) -> Value {
    json!({
        "username": record.username,
        "email": record.email,
        "phone": record.phone,
        "further_emails": record.further.iter().map(|(address, _)| address).collect::<Vec<_>>(),
        "first_name": record.first_name,
        "last_name": record.last_name,
        "is_active": record.is_active,
        "is_staff": record.is_staff,
        "is_superuser": record.is_superuser,
        "date_joined": record.date_joined,
        "last_login": record.last_login,
        "password_format": format_of(&record.password),
    })
}

/// What comes before the first `$`, where that is a name and not the hash itself.
pub(super) fn format_of(encoded: &str) -> &str {
    match encoded.split_once('$') {
        Some((name, _)) if name.len() <= 30 && name.bytes().all(|b| b.is_ascii_alphanumeric() || b == b'_') => name,
        _ if encoded.is_empty() || encoded.starts_with('!') => "none",
        _ => "unknown",
    }
}
