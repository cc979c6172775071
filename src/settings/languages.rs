//! `[languages]`: which are offered, and what the two keys ask of each other. Knows no word.

use super::load::Reading;
use super::secrets::quoted;
use super::values::Values;

/// The languages that people are spoken to in, as tags (RFC 5646).
#[derive(Clone, Debug)]
pub struct Offered {
    /// For whoever asks for none of `enabled`; one of them.
    pub default: String,
    /// Those offered, at least one, none twice.
    pub enabled: Vec<String>,
}

pub(super) fn offered(values: &Values) -> Offered {
    Offered { default: values.text("languages.default"), enabled: values.list("languages.enabled") }
}

/// Something is offered, each language once, the default among them.
pub(super) fn rule(reading: &mut Reading) {
    const KEY: &str = "languages.enabled";
    let enabled = reading.values.list(KEY);
    let Some(first) = enabled.first() else {
        reading.error(KEY, None, "is empty", "Name at least one language, as in [\"en\"].");
        return;
    };
    reading.no_element_twice(KEY, &enabled);
    if !enabled.contains(&reading.values.text("languages.default")) {
        let remedy = format!("Write one of them, such as default = {}, or add it there.", quoted(first));
        reading.error("languages.default", None, "is none of languages.enabled", remedy);
    }
}
