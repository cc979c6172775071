//! Where the judges write down what they find: with the place, the value and the level.

use super::finding::{About, Finding};
use crate::app::App;
use crate::settings::{Level, Mistake, Sources};

/// What was found so far.
pub(super) struct Notes<'a> {
    about: About,
    pub sources: &'a Sources,
    pub found: Vec<Finding>,
}

impl<'a> Notes<'a> {
    pub(super) fn new(app: &'a App, about: About) -> Self {
        Self { about, sources: app.sources(), found: Vec::new() }
    }

    /// Whether somebody wrote `key`.
    pub(super) fn written(&self, key: &str) -> bool {
        self.sources.is_written(key)
    }

    pub(super) fn error(&mut self, key: &str, problem: impl Into<String>, remedy: impl Into<String>) {
        self.note(Level::Error, key, None, problem, remedy);
    }

    pub(super) fn warning(&mut self, key: &str, problem: impl Into<String>, remedy: impl Into<String>) {
        self.note(Level::Warning, key, None, problem, remedy);
    }

    pub(super) fn advice(&mut self, key: &str, problem: impl Into<String>, remedy: impl Into<String>) {
        self.note(Level::Advice, key, None, problem, remedy);
    }

    /// `problem` continues a sentence that begins with the value of `key`, or of its element `index`.
    pub(super) fn note(
        &mut self,
        level: Level,
        key: &str,
        index: Option<usize>,
        problem: impl Into<String>,
        remedy: impl Into<String>,
    ) {
        let mistake = self.sources.at(key, index, problem, remedy);
        self.push(mistake.of(level));
    }

    /// What was noted last stands at the place of `cause`, where nobody wrote its own key.
    pub(super) fn because_of(&mut self, cause: &str) {
        if let Some(last) = self.found.last_mut() {
            last.mistake = self.sources.because_of(cause, last.mistake.clone());
        }
    }

    /// The same without the value: `problem` continues a sentence that begins with the key.
    pub(super) fn of_key(&mut self, level: Level, key: &str, problem: impl Into<String>, remedy: impl Into<String>) {
        let mistake = self.sources.at(key, None, problem, remedy);
        self.push(Mistake { value: None, ..mistake }.of(level));
    }

    pub(super) fn push(&mut self, mistake: Mistake) {
        self.found.push(Finding::new(self.about, mistake));
    }

    /// Of some accounts or messages.
    pub(super) fn push_of(&mut self, mistake: Mistake, count: u64, examples: Vec<String>) {
        self.found.push(Finding { count: Some(count), examples, ..Finding::new(self.about, mistake) });
    }
}
