//! What can be said of one key, and how to find it by name; knows nothing of values that somebody wrote.

use super::table::TABLE;

/// A rule for one text. The error says what is wrong and what would work.
pub(super) type Rule = fn(&str) -> Result<(), Refusal>;

/// Why a value is refused.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Refusal {
    /// The end of a sentence that begins with the value.
    pub problem: String,
    /// What would work, in whole sentences.
    pub remedy: String,
}

impl Refusal {
    pub(super) fn new(problem: impl Into<String>, remedy: impl Into<String>) -> Self {
        Self { problem: problem.into(), remedy: remedy.into() }
    }
}

/// What values a key takes.
#[derive(Clone, Copy, Debug)]
pub(super) enum Kind {
    /// `true` or `false`.
    Flag,
    /// `"auto"`, `true` or `false`.
    Auto,
    /// A whole number from the first to the second, both included.
    Number(u64, u64),
    /// A time in seconds from the first to the second, both included.
    Time(u64, u64),
    /// So many in so long.
    Rate,
    /// One of these.
    Name(&'static [&'static str]),
    /// A text that keeps the rule.
    Text(Rule),
    /// A list of texts that each keep the rule.
    List(Rule),
    /// An address that may hold a password, and keeps the rule.
    SecretText(Rule),
    /// A text of any form that may hold a password, and keeps the rule.
    Hidden(Rule),
    /// Keys that sign.
    Secrets,
    /// Address and port.
    Address,
    /// A list of networks.
    Networks,
    /// A list of origins.
    Origins,
    /// Scheme, host and perhaps port.
    Site,
    /// Where the database is; may hold a password.
    Database,
    /// Headers of a request; a value may be a password.
    Headers,
}

impl Kind {
    /// Whether values must be masked, and may come from a file of their own.
    pub(super) fn is_secret(self) -> bool {
        matches!(self, Self::SecretText(_) | Self::Hidden(_) | Self::Headers | Self::Secrets | Self::Database)
    }

    pub(super) fn is_list(self) -> bool {
        matches!(self, Self::List(_) | Self::Secrets | Self::Networks | Self::Origins)
    }

    /// What belongs here, as it reads after "is not".
    pub(super) fn expected(self) -> String {
        match self {
            Self::Flag => "true or false".to_owned(),
            Self::Auto => "\"auto\", true or false".to_owned(),
            Self::Number(min, max) => format!("a whole number from {min} to {max}"),
            Self::Time(..) => "a time with its unit, as in \"10s\", \"5m\", \"12h\" or \"1d12h\"".to_owned(),
            Self::Rate => "a rate, as in \"30/m\" (units: s, m, h, d)".to_owned(),
            Self::Name(_) => "a known name".to_owned(),
            Self::Text(_) | Self::SecretText(_) | Self::Hidden(_) => "a text in quotes".to_owned(),
            Self::List(_) | Self::Secrets => "a list of texts, as in [\"a\", \"b\"]".to_owned(),
            Self::Address => "an address and a port, as in \"127.0.0.1:8000\" or \"[::1]:8000\"".to_owned(),
            Self::Networks => "a list of networks, as in [\"10.0.0.0/8\", \"fd00::/8\"]".to_owned(),
            Self::Origins => "a list of origins, as in [\"https://app.example.org\"]".to_owned(),
            Self::Site => "an address as in \"https://accounts.example.org\"".to_owned(),
            Self::Database => "a text as in \"sqlite://countersign.db\"".to_owned(),
            Self::Headers => "a table of texts, as in { Accept = \"text/plain\" }".to_owned(),
        }
    }
}

/// One key of `settings.toml`: everything about it is derived from this.
#[derive(Clone, Copy, Debug)]
pub(super) struct Key {
    /// In dots, as in `server.bind`.
    pub path: &'static str,
    /// Its section in dots, empty at the top.
    pub section: &'static str,
    /// The last part of the path.
    pub name: &'static str,
    /// What holds when nobody writes it, as TOML.
    pub default: &'static str,
    /// What it takes.
    pub kind: Kind,
    /// What it is for, a line each.
    pub doc: &'static [&'static str],
}

impl Key {
    /// The name of the environment variable that sets `path`.
    pub(super) fn variable(path: &str) -> String {
        format!("{PREFIX}{}", path.to_uppercase().replace('.', "__"))
    }
}

/// What every environment variable for a key begins with.
pub(super) const PREFIX: &str = "COUNTERSIGN__";

/// Sections that hold names of the administrator's choice.
pub(super) const FREE_SECTIONS: [&str; 2] = ["forms", "webhooks"];

/// What a path names.
#[derive(Clone, Copy, Debug)]
pub(super) enum Named {
    /// A key.
    Key(&'static Key),
    /// The file that a secret key is read from.
    File,
    /// A section of keys.
    Section,
    /// Something in one of [`FREE_SECTIONS`].
    Free,
    /// Nothing.
    Unknown,
}

/// What `path` names.
pub(super) fn named(path: &str) -> Named {
    if let Some(key) = find(path) {
        return Named::Key(key);
    }
    if path.strip_suffix("_file").and_then(find).is_some_and(|key| key.kind.is_secret()) {
        return Named::File;
    }
    if FREE_SECTIONS.iter().any(|free| path.split('.').next() == Some(free)) {
        return if FREE_SECTIONS.contains(&path) { Named::Section } else { Named::Free };
    }
    let under = |section: &str| section == path || section.strip_prefix(path).is_some_and(|rest| rest.starts_with('.'));
    if !path.is_empty() && TABLE.iter().any(|key| under(key.section)) { Named::Section } else { Named::Unknown }
}

/// The key of this path.
pub(super) fn find(path: &str) -> Option<&'static Key> {
    TABLE.iter().find(|key| key.path == path)
}

/// Every path that may be written: the keys, and the files of the secret ones.
pub(super) fn all_paths() -> impl Iterator<Item = String> {
    let files = TABLE.iter().filter(|key| key.kind.is_secret()).map(|key| format!("{}_file", key.path));
    TABLE.iter().map(|key| key.path.to_owned()).chain(files)
}

/// Every section, each once, in the order of the table; the top is the empty one.
pub(super) fn sections() -> Vec<&'static str> {
    let mut sections: Vec<&str> = TABLE.iter().map(|key| key.section).collect();
    sections.dedup();
    sections
}

#[cfg(test)]
mod tests {
    use super::super::parse::parse;
    use super::*;

    #[test]
    fn every_default_is_a_value_that_its_key_takes() {
        for key in TABLE {
            let default = key.default.parse().unwrap_or_else(|error| panic!("{}: {error}", key.path));
            assert!(parse(key.kind, &default).is_ok() || default.as_str() == Some(""), "{}", key.path);
            assert_eq!(find(key.path).map(|found| found.doc), Some(key.doc), "{} is there twice", key.path);
        }
    }
}
