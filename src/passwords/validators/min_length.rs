//! A least length, counted in characters; refuses to know what they are (ASVS 5.0, 6.2.5: no rules of composition).

use crate::error::Code;
use crate::passwords::policy::{About, Complaint, PasswordValidator};
use crate::phrase::Phrase;

/// At least so many characters (Unicode scalar values), spaces included.
#[derive(Clone, Copy, Debug)]
pub struct MinLength(pub usize);

impl PasswordValidator for MinLength {
    fn name(&self) -> &'static str {
        "min_length"
    }

    fn validate(&self, password: &str, _about: &About<'_>) -> Result<(), Complaint> {
        // One more than needed is enough to know.
        if password.chars().take(self.0).count() >= self.0 {
            return Ok(());
        }
        Err((Code::PasswordTooShort, Phrase::new("password-too-short").with("count", self.0)))
    }
}
