//! One thing that was found, as a value: what it is about, how much it matters, and whom it concerns.

use crate::settings::{Level, Mistake};
use serde::Serialize;

/// What a finding is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum About {
    /// The settings.
    Settings,
    /// The templates of pages and messages.
    Templates,
    /// The machine that the program runs on.
    Machine,
    /// What it takes to be on the internet.
    Deploy,
    /// The database and what is in it.
    Database,
    /// Sending messages.
    Messages,
    /// The world outside: names, certificates, clocks, proxies.
    World,
}

impl About {
    /// The heading that its findings stand under.
    #[must_use]
    pub fn heading(self) -> &'static str {
        match self {
            Self::Settings => "Settings",
            Self::Templates => "Templates",
            Self::Machine => "This machine",
            Self::Deploy => "For the internet",
            Self::Database => "Database",
            Self::Messages => "Messages",
            Self::World => "The world outside",
        }
    }
}

/// One thing that was found.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Finding {
    /// What it is about.
    pub about: About,
    /// Where it is, what is wrong and what would work.
    #[serde(flatten)]
    pub mistake: Mistake,
    /// How many accounts or messages it concerns, where it concerns some.
    pub count: Option<u64>,
    /// A few of them, masked.
    pub examples: Vec<String>,
}

impl Finding {
    /// A finding that concerns nobody in particular.
    #[must_use]
    pub fn new(about: About, mistake: Mistake) -> Self {
        Self { about, mistake, count: None, examples: Vec::new() }
    }

    /// How much it matters.
    #[must_use]
    pub fn level(&self) -> Level {
        self.mistake.level
    }

    /// In the order in which people read them: by what they are about, the gravest first, then by line.
    pub fn sort(all: &mut [Self]) {
        all.sort_by_key(|one| (one.about, one.mistake.level, one.mistake.line.is_none(), one.mistake.line));
    }
}
