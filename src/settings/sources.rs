//! Remembers where each effective value came from, with secrets already masked; knows nothing of what values mean.

use std::collections::BTreeMap;
use std::fmt;
use std::path::{Path, PathBuf};

use secrecy::SecretString;

use super::mistakes::{Mistake, known_names};

/// Where the effective value of one key came from.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Origin {
    /// Built in.
    Default,
    /// A line of the settings file.
    File {
        /// The settings file.
        file: PathBuf,
        /// From 1.
        line: usize,
    },
    /// An environment variable.
    Environment {
        /// Its whole name.
        variable: String,
    },
}

impl Origin {
    /// The line of the settings file, if it is one.
    pub(super) fn line(&self) -> Option<usize> {
        match self {
            Self::File { line, .. } => Some(*line),
            _ => None,
        }
    }
}

impl fmt::Display for Origin {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Default => f.write_str("default"),
            Self::File { file, line } => write!(f, "{}:{line}", file.display()),
            Self::Environment { variable } => write!(f, "${variable}"),
        }
    }
}

/// One value as it was written: masked where it is secret.
#[derive(Clone, Debug)]
pub(super) struct Entry {
    pub origin: Origin,
    /// As TOML.
    pub shown: String,
    /// Of a list: each element's line, where it has one, and its text as TOML.
    pub elements: Vec<(Option<usize>, String)>,
    /// Where it is masked: what it really is, to compare and never to show.
    pub secret: Option<SecretString>,
}

impl Entry {
    /// Tells `mistake` where this value stands, or where its element `index` does.
    pub(super) fn locate(&self, index: Option<usize>, mistake: &mut Mistake) {
        match &self.origin {
            Origin::Default => {}
            Origin::File { file, line } => {
                let own = index.and_then(|index| self.elements.get(index)).and_then(|(line, _)| *line);
                mistake.file = Some(file.clone());
                mistake.line = Some(own.unwrap_or(*line));
            }
            Origin::Environment { variable } => mistake.variable = Some(variable.clone()),
        }
    }
}

/// Where each effective value came from.
#[derive(Clone, Debug)]
pub struct Sources {
    base: PathBuf,
    entries: BTreeMap<&'static str, Entry>,
    authorities: Option<PathBuf>,
    secret_files: BTreeMap<&'static str, PathBuf>,
    overridden: BTreeMap<&'static str, Entry>,
}

impl Sources {
    pub(super) fn new(base: &Path) -> Self {
        Self {
            base: base.to_owned(),
            entries: BTreeMap::new(),
            authorities: None,
            secret_files: BTreeMap::new(),
            overridden: BTreeMap::new(),
        }
    }

    /// Notes the file that `SSL_CERT_FILE` names among these variables.
    pub(super) fn note_authorities(&mut self, variables: &[(String, String)]) {
        let named = variables.iter().find(|(name, value)| name == "SSL_CERT_FILE" && !value.is_empty());
        self.authorities = named.map(|(_, value)| PathBuf::from(value));
    }

    /// The file of certificates that `SSL_CERT_FILE` names, the variable that OpenSSL, curl and others read too. It is
    /// about the machine and not about this program, so it is no key.
    #[must_use]
    pub fn authorities(&self) -> Option<&Path> {
        self.authorities.as_deref()
    }

    pub(super) fn set(&mut self, key: &'static str, entry: Entry) {
        self.entries.insert(key, entry);
    }

    /// Notes that the value of `key` was read from this file.
    pub(super) fn note_secret_file(&mut self, key: &'static str, file: PathBuf) {
        self.secret_files.insert(key, file);
    }

    /// The file of its own that a secret was read from, as with `secret_keys_file`.
    #[must_use]
    pub fn secret_file(&self, key: &str) -> Option<&Path> {
        self.secret_files.get(key).map(PathBuf::as_path)
    }

    /// Notes what the file says of `key`, which the environment says otherwise.
    pub(super) fn note_overridden(&mut self, key: &'static str, entry: Entry) {
        self.overridden.insert(key, entry);
    }

    /// The keys that the file and the environment say differently: where the file does, and what it says, masked where it is
    /// secret.
    pub fn overridden(&self) -> impl Iterator<Item = (&'static str, &Origin, &str)> {
        self.overridden.iter().map(|(key, entry)| (*key, &entry.origin, entry.shown.as_str()))
    }

    pub(super) fn entry(&self, key: &str) -> Option<&Entry> {
        self.entries.get(key)
    }

    /// Lets `key` stand as it does in `other`.
    pub(super) fn take_over(&mut self, key: &'static str, other: &Self) {
        if let Some(entry) = other.entries.get(key) {
            self.entries.insert(key, entry.clone());
        }
    }

    /// The directory that relative paths were joined to: that of the settings file, else the working directory.
    #[must_use]
    pub fn base(&self) -> &Path {
        &self.base
    }

    /// Whether nobody wrote `key`.
    #[must_use]
    pub fn is_default(&self, key: &str) -> bool {
        self.entries.get(key).is_none_or(|entry| entry.origin == Origin::Default)
    }

    /// Whether somebody wrote `key`, in the file or in the environment.
    #[must_use]
    pub fn is_written(&self, key: &str) -> bool {
        !self.is_default(key)
    }

    /// Every key that somebody wrote.
    pub fn written(&self) -> impl Iterator<Item = &'static str> {
        self.entries.iter().filter(|(_, entry)| entry.origin != Origin::Default).map(|(key, _)| *key)
    }

    /// Where the value of `key` comes from.
    #[must_use]
    pub fn origin(&self, key: &str) -> Option<&Origin> {
        self.entries.get(key).map(|entry| &entry.origin)
    }

    /// The same mistake, at the place of `cause` where it has none of its own: nobody wrote its key, and what somebody wrote
    /// there is why it is one.
    #[must_use]
    pub fn because_of(&self, cause: &str, mut mistake: Mistake) -> Mistake {
        if mistake.file.is_none()
            && mistake.variable.is_none()
            && let Some(entry) = self.entries.get(cause)
        {
            entry.locate(None, &mut mistake);
        }
        mistake
    }

    /// A mistake in `key`, or in one element of a list, that only a higher floor can see: with place,
    /// value, the `known` names and the nearest of them. `problem` continues a sentence that begins with the value,
    /// as in "is not a known backend".
    #[must_use]
    pub fn mistake(&self, key: &str, index: Option<usize>, problem: impl Into<String>, known: &[&str]) -> Mistake {
        let mut mistake = self.at(key, index, problem, "");
        let word = mistake.value.as_deref().unwrap_or_default().trim_matches(['"', '\'']);
        mistake.remedy = known_names(word, known);
        mistake
    }

    /// As [`Sources::mistake`], with a remedy in the caller's words.
    #[must_use]
    pub fn at(
        &self,
        key: &str,
        index: Option<usize>,
        problem: impl Into<String>,
        remedy: impl Into<String>,
    ) -> Mistake {
        let mut mistake = Mistake::new(key, problem, remedy);
        let Some(entry) = self.entries.get(key) else { return mistake };
        let element = index.and_then(|index| entry.elements.get(index));
        mistake.value = Some(element.map_or_else(|| entry.shown.clone(), |(_, shown)| shown.clone()));
        entry.locate(index, &mut mistake);
        mistake
    }
}
