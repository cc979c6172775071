//! A field as programs are told of it: everything they need to draw and check it by themselves.

use super::field::Field;
use super::kind::Kind;
use crate::phrase::Phrase;
use serde_json::{Map, Value, json};

impl Field {
    /// What programs are told of the field.
    #[must_use]
    pub fn describe(&self) -> Value {
        let mut all = Map::new();
        let mut tell = |name: &str, value: Value| _ = all.insert(name.to_owned(), value);
        tell("name", json!(self.name));
        tell("type", json!(self.input_type()));
        tell("label", json!(self.label));
        tell("required", json!(self.is_required()));
        if !self.help.is_empty() {
            tell("help", json!(self.help));
        }
        if !self.autocomplete().is_empty() {
            tell("autocomplete", json!(self.autocomplete()));
        }
        if let Kind::NewPassword { min_length, max_bytes } = self.kind {
            tell("min_length", json!(min_length));
            tell("max_bytes", json!(max_bytes));
        }
        let checks = &self.checks;
        if let Some(min) = checks.min_length {
            tell("min_length", json!(min));
        }
        if let Some(max) = self.max_length() {
            tell("max_length", json!(max));
        }
        let choices = self.choices();
        if !choices.is_empty() {
            tell("choices", choices.iter().map(|choice| json!(choice.value)).collect());
        }
        if choices.iter().any(|choice| choice.label != Phrase::verbatim(choice.value.clone())) {
            let labels = choices.iter().map(|choice| (choice.value.clone(), json!(choice.label)));
            tell("choice_labels", Value::Object(labels.collect()));
        }
        let rules = [
            ("pattern", checks.pattern.as_ref().map(|pattern| json!(pattern.as_str()))),
            ("min", checks.min.clone()),
            ("max", checks.max.clone()),
            ("must_be_true", checks.must_be_true.then_some(Value::Bool(true))),
            ("unique", checks.unique.then_some(Value::Bool(true))),
            ("required_unless", self.required_unless.as_ref().map(|other| json!(other))),
            ("default", self.default.clone()),
            ("group", self.group.as_ref().map(|group| json!(group))),
        ];
        for (name, value) in rules {
            if let Some(value) = value {
                tell(name, value);
            }
        }
        Value::Object(all)
    }
}
