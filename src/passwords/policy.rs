//! Which passwords an account may choose; knows nothing of how they are kept.

use crate::error::Code;
use crate::phrase::Phrase;
use std::fmt;
use std::sync::Arc;

/// What is wrong with a password: a code, and words that say what would have worked. Never the password itself.
pub type Complaint = (Code, Phrase);

/// What the account says of itself, for [`Similarity`](super::Similarity) and rules of one's own.
#[derive(Clone, Copy, Default)]
pub struct About<'a> {
    /// The username, as typed.
    pub username: Option<&'a str>,
    /// The email address.
    pub email: Option<&'a str>,
    /// The phone number, as E.164.
    pub phone: Option<&'a str>,
    /// The first name.
    pub first_name: Option<&'a str>,
    /// The last name.
    pub last_name: Option<&'a str>,
}

impl fmt::Debug for About<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("About")
    }
}

/// One rule about passwords, with a name that `passwords.validators` can list.
pub trait PasswordValidator: Send + Sync {
    /// The name in the settings.
    fn name(&self) -> &'static str;

    /// Judges a password as it was sent: not trimmed, not normalised.
    ///
    /// # Errors
    /// A code and words that say what would have worked.
    fn validate(&self, password: &str, about: &About<'_>) -> Result<(), Complaint>;
}

/// All rules about passwords of one installation.
#[derive(Clone)]
pub struct Policy {
    /// What forms announce, in characters. The rule itself is [`MinLength`](super::MinLength), if it is among the validators.
    pub min_length: usize,
    /// The most bytes of UTF-8 a password may have. Holds whatever the validators are.
    pub max_bytes: usize,
    /// The rules that settings chose, in their order.
    pub validators: Vec<Arc<dyn PasswordValidator>>,
}

impl Policy {
    /// Every complaint about a password, in the order of the rules; none when it may be used.
    ///
    /// Three rules cannot be switched off: it is not empty, it has no U+0000 (contract, section 3), and it has at most `max_bytes` bytes.
    /// For an empty or overlong one nothing else is computed.
    #[must_use]
    pub fn check(&self, password: &str, about: &About<'_>) -> Vec<Complaint> {
        if password.is_empty() {
            return vec![(Code::Blank, Code::Blank.words())];
        }
        if password.len() > self.max_bytes {
            return vec![(Code::TooLong, Phrase::new("password-too-long").with("count", self.max_bytes))];
        }
        let mut complaints = Vec::new();
        if password.contains('\0') {
            complaints.push((Code::Invalid, Phrase::new("password-nul")));
        }
        complaints.extend(self.validators.iter().filter_map(|rule| rule.validate(password, about).err()));
        complaints
    }
}

impl fmt::Debug for Policy {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Policy")
            .field("min_length", &self.min_length)
            .field("max_bytes", &self.max_bytes)
            .field("validators", &self.validators.iter().map(|rule| rule.name()).collect::<Vec<_>>())
            .finish()
    }
}
