//! The text format of Prometheus, version 0.0.4.

use std::fmt::{Display, Write};

/// What every name begins with.
const PREFIX: &str = "countersign";

/// Names and values of labels.
type Labels<'a> = &'a [(&'a str, &'a str)];

/// All figures at one instant, as text.
#[derive(Debug, Default)]
pub struct Page(String);

impl Page {
    /// Its `Content-Type`.
    pub const CONTENT_TYPE: &'static str = "text/plain; version=0.0.4; charset=utf-8";

    /// Something that only grows. Its name ends in `_total`.
    pub fn counter<'a>(&mut self, name: &str, help: &str, values: impl IntoIterator<Item = (Labels<'a>, u64)>) {
        self.family(name, help, "counter");
        for (labels, value) in values {
            self.sample(name, labels, &value);
        }
    }

    /// Something that comes and goes.
    pub fn gauge(&mut self, name: &str, help: &str, labels: Labels<'_>, value: u64) {
        self.family(name, help, "gauge");
        self.sample(name, labels, &value);
    }

    pub(super) fn family(&mut self, name: &str, help: &str, kind: &str) {
        // Writing to a string cannot fail.
        let _ = write!(self.0, "# HELP {PREFIX}_{name} {help}\n# TYPE {PREFIX}_{name} {kind}\n");
    }

    pub(super) fn sample(&mut self, name: &str, labels: Labels<'_>, value: &dyn Display) {
        let _ = write!(self.0, "{PREFIX}_{name}");
        for (place, (label, text)) in labels.iter().enumerate() {
            let text = text.replace('\\', "\\\\").replace('"', "\\\"").replace('\n', "\\n");
            let _ = write!(self.0, "{}{label}=\"{text}\"", if place == 0 { "{" } else { "," });
        }
        let _ = writeln!(self.0, "{} {value}", if labels.is_empty() { "" } else { "}" });
    }

    /// The text.
    #[must_use]
    pub fn into_text(self) -> String {
        self.0
    }
}
