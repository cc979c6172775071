//! What is wrong with the settings, said so that it can be mended at once; knows nothing of how mistakes are found.

use std::fmt;
use std::path::PathBuf;

use serde::Serialize;

/// How much something matters, the gravest first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Level {
    /// The program refuses to start, or cannot do what it is asked for.
    Error,
    /// It works, but not for everybody or not safely: somebody should look.
    Warning,
    /// It works; it could be better.
    Advice,
    /// In order, and told because somebody asked.
    Ok,
}

impl Level {
    /// The word that people and programs read.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Error => "error",
            Self::Warning => "warning",
            Self::Advice => "advice",
            Self::Ok => "ok",
        }
    }
}

/// One thing wrong in the settings.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Mistake {
    /// The key in dots, as in `server.bind`; empty when the file as a whole is meant.
    pub key: String,
    /// The file it is written in.
    pub file: Option<PathBuf>,
    /// The line in that file, from 1.
    pub line: Option<usize>,
    /// The environment variable it comes from.
    pub variable: Option<String>,
    /// The value as written, in TOML; masked when it is a secret.
    pub value: Option<String>,
    /// What is wrong, as the end of a sentence that begins with the value or the key.
    pub problem: String,
    /// What would work, in whole sentences; may be empty.
    pub remedy: String,
    /// How much it matters.
    pub level: Level,
}

impl Mistake {
    /// An error about `key` that comes from no particular place.
    #[must_use]
    pub fn new(key: &str, problem: impl Into<String>, remedy: impl Into<String>) -> Self {
        Self {
            key: key.to_owned(),
            file: None,
            line: None,
            variable: None,
            value: None,
            problem: problem.into(),
            remedy: remedy.into(),
            level: Level::Error,
        }
    }

    /// The same as a warning.
    #[must_use]
    pub fn as_warning(self) -> Self {
        self.of(Level::Warning)
    }

    /// The same at this level.
    #[must_use]
    pub fn of(self, level: Level) -> Self {
        Self { level, ..self }
    }

    /// Where it is, what stands there and what is wrong with it, in one sentence.
    #[must_use]
    pub fn told(&self) -> String {
        let mut told = String::new();
        // Writing to a String cannot fail.
        let _ = self.tell(&mut told);
        told
    }

    fn tell(&self, f: &mut impl fmt::Write) -> fmt::Result {
        if let Some(file) = &self.file {
            write!(f, "{}:", file.display())?;
            if let Some(line) = self.line {
                write!(f, "{line}:")?;
            }
            f.write_str(" ")?;
        }
        if let Some(variable) = &self.variable {
            write!(f, "${variable}: ")?;
        }
        match (&self.value, self.key.as_str()) {
            (Some(value), "") => write!(f, "{value} ")?,
            (Some(value), key) => write!(f, "{key}: {value} ")?,
            (None, "") => {}
            (None, key) => write!(f, "{key} ")?,
        }
        f.write_str(&self.problem)?;
        if !self.problem.ends_with(['.', '?', '!']) {
            f.write_str(".")?;
        }
        Ok(())
    }
}

impl fmt::Display for Mistake {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if self.level != Level::Error {
            write!(f, "{}: ", self.level.as_str())?;
        }
        self.tell(f)?;
        if !self.remedy.is_empty() {
            write!(f, " {}", self.remedy)?;
        }
        Ok(())
    }
}

/// All mistakes found in one reading, in the order of the file. At least one is an error.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Mistakes(pub Vec<Mistake>);

impl fmt::Display for Mistakes {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (i, mistake) in self.0.iter().enumerate() {
            if i > 0 {
                f.write_str("\n")?;
            }
            write!(f, "{mistake}")?;
        }
        Ok(())
    }
}

impl std::error::Error for Mistakes {}

/// The candidate that was probably meant, if one is near enough.
#[must_use]
pub fn nearest<'a>(word: &str, candidates: impl IntoIterator<Item = &'a str>) -> Option<&'a str> {
    let word = word.to_lowercase();
    candidates
        .into_iter()
        .map(|candidate| (strsim::osa_distance(&word, &candidate.to_lowercase()), candidate))
        .filter(|(distance, candidate)| *distance <= (word.len().max(candidate.len()) / 3).max(1))
        .min_by_key(|(distance, _)| *distance)
        .map(|(_, candidate)| candidate)
}

/// "Known: `a`, `b`. Did you mean `a`?", as far as there is something to say.
#[must_use]
pub fn known_names(word: &str, known: &[&str]) -> String {
    if known.is_empty() {
        return String::new();
    }
    let list = known.iter().map(|name| format!("`{name}`")).collect::<Vec<_>>().join(", ");
    match nearest(word, known.iter().copied()) {
        Some(name) => format!("Known: {list}. Did you mean `{name}`?"),
        None => format!("Known: {list}."),
    }
}
