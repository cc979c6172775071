//! Refuses passwords of digits alone; knows no other pattern.

use crate::error::Code;
use crate::passwords::policy::{About, Complaint, PasswordValidator};
use icu_properties::CodePointMapData;
use icu_properties::props::GeneralCategory;

/// Not digits alone, in any script, as Django's `NumericPasswordValidator`: dates, phone numbers and the like are guessed first.
#[derive(Clone, Copy, Debug, Default)]
pub struct Numeric;

impl PasswordValidator for Numeric {
    fn name(&self) -> &'static str {
        "numeric"
    }

    fn validate(&self, password: &str, _about: &About<'_>) -> Result<(), Complaint> {
        let category = CodePointMapData::<GeneralCategory>::new();
        let digits = password.chars().all(|c| category.get(c) == GeneralCategory::DecimalNumber);
        if digits && !password.is_empty() {
            return Err((Code::PasswordNumeric, Code::PasswordNumeric.words()));
        }
        Ok(())
    }
}
