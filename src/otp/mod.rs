//! One-time passwords: codes that prove somebody receives messages at an address, how often they are sent, and how often
//! they may be wrong. Knows addresses and purposes; refuses to know what a right code leads to, and how it is sent.

mod check;
mod code;
mod issue;
mod pace;
mod standing;
mod token;
mod verifier;

use crate::db::Id;
use crate::identifiers::IdentifierKind;
use crate::metrics::Count;
use crate::tokens::{Keys, PurposeKeys};
use hmac::{Hmac, KeyInit, Mac};
use sha2::Sha256;
use std::fmt;
use std::sync::Arc;
use std::time::Duration;

pub use check::{Checked, Note};
pub use issue::Issued;
pub use standing::{Room, Standing};
pub use token::{EmailToken, PhoneToken, Token};
pub use verifier::{AcceptsAnything, Verifier};

/// What kind of address a code goes to.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Channel {
    /// An email address.
    Email,
    /// A phone number.
    Phone,
}

impl Channel {
    /// `email` or `phone`: the name of the field, the settings and the database column.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Email => "email",
            Self::Phone => "phone",
        }
    }

    /// The kind of identifier that is such an address.
    #[must_use]
    pub fn identifier(self) -> IdentifierKind {
        match self {
            Self::Email => IdentifierKind::Email,
            Self::Phone => IdentifierKind::Phone,
        }
    }
}

/// What a code is good for. One for one purpose is worth nothing at another.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Purpose {
    /// To prove the account's own address.
    Verify,
    /// To set a new password.
    Reset,
    /// To sign in.
    Login,
    /// To prove an address that is to become the account's.
    Change,
}

impl Purpose {
    /// Every purpose.
    pub const ALL: [Self; 4] = [Self::Verify, Self::Reset, Self::Login, Self::Change];

    /// The name in the database.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Verify => "verify",
            Self::Reset => "reset",
            Self::Login => "login",
            Self::Change => "change",
        }
    }
}

/// An address for which a code is asked, sent or checked. It need not belong to anybody: what happens then is the same,
/// except that nothing is sent and no code is right.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Target {
    /// What kind of address.
    pub channel: Channel,
    /// In canonical form.
    pub address: String,
    /// The account it stands for.
    pub user: Option<Id>,
}

/// How codes of one kind look and how long they are good.
#[derive(Clone, Debug)]
pub struct CodeRules {
    /// How many characters.
    pub length: usize,
    /// Which characters; none twice.
    pub alphabet: Vec<char>,
    /// How long a code is good.
    pub ttl: Duration,
}

/// The rules of the settings.
#[derive(Clone, Debug)]
pub struct OtpRules {
    /// `[otp.email]`
    pub email: CodeRules,
    /// `[otp.phone]`
    pub phone: CodeRules,
    /// The least time between two codes to one destination.
    pub resend_interval: Duration,
    /// Most codes to one destination, and for one account, in an hour.
    pub max_per_hour: usize,
    /// The same in a day.
    pub max_per_day: usize,
    /// The longest wait that wrong codes lead to.
    pub max_wait: Duration,
    /// Wrong codes after which a code is dead.
    pub max_attempts: i64,
    /// Most text messages in a day; 0 is no limit.
    pub sms_daily_budget: i64,
}

/// Makes and checks one-time passwords.
pub struct OneTimePasswords {
    rules: OtpRules,
    code_keys: PurposeKeys,
    subject_keys: PurposeKeys,
    verifier: Option<Verifier>,
    /// Sendings that the limits have refused.
    refused: Arc<Count>,
}

impl OneTimePasswords {
    /// Under these rules, with keys of this installation.
    #[must_use]
    pub fn new(rules: OtpRules, keys: &Keys) -> Self {
        let (code_keys, subject_keys) = (keys.derive("otp-code/v1"), keys.derive("otp-subject/v1"));
        Self { rules, code_keys, subject_keys, verifier: None, refused: Arc::default() }
    }

    /// The same, but what `before` has counted goes on.
    #[must_use]
    pub fn going_on_from(self, before: &Self) -> Self {
        Self { refused: Arc::clone(&before.refused), ..self }
    }

    /// The same, but codes to phones are sent and checked by a remote service.
    #[must_use]
    pub fn with_verifier(self, verifier: Verifier) -> Self {
        Self { verifier: Some(verifier), ..self }
    }

    /// How many sendings the limits have refused since the start.
    #[must_use]
    pub fn refused(&self) -> u64 {
        self.refused.get()
    }

    /// The remote service for codes to phones, where there is one.
    #[must_use]
    pub fn verifier(&self) -> Option<&Verifier> {
        self.verifier.as_ref()
    }

    /// How long a code of this kind is good.
    #[must_use]
    pub fn ttl(&self, channel: Channel) -> Duration {
        self.of(channel).ttl
    }

    fn of(&self, channel: Channel) -> &CodeRules {
        match channel {
            Channel::Email => &self.rules.email,
            Channel::Phone => &self.rules.phone,
        }
    }

    /// What the database knows an address and a purpose by. Several accounts may want one address to become theirs, so
    /// there the account belongs to it.
    fn subject(&self, target: &Target, purpose: Purpose) -> Vec<u8> {
        let owner = target.user.filter(|_| purpose == Purpose::Change);
        let owner = owner.as_ref().map_or(&[][..], |id| id.as_bytes());
        let parts = [purpose.as_str().as_bytes(), target.channel.as_str().as_bytes(), target.address.as_bytes(), owner];
        self.subject_keys.first().map_or_else(Vec::new, |key| keyed_hash(key.as_slice(), &parts))
    }

    /// What the database knows a destination by, whatever is sent there and for whom.
    fn destination(&self, target: &Target) -> Vec<u8> {
        let parts = [b"destination", target.channel.as_str().as_bytes(), target.address.as_bytes()];
        self.subject_keys.first().map_or_else(Vec::new, |key| keyed_hash(key.as_slice(), &parts))
    }

    /// What the database knows an account by that has something sent. An address of nobody has one of its own, which
    /// limits nothing that the address does not, and takes as long.
    fn account(&self, target: &Target) -> Vec<u8> {
        let owner = target.user.as_ref().map_or(target.address.as_bytes(), |id| id.as_bytes());
        let parts: [&[u8]; 2] = [b"account", owner];
        self.subject_keys.first().map_or_else(Vec::new, |key| keyed_hash(key.as_slice(), &parts))
    }
}

/// HMAC-SHA256 over parts of which none can run into the next.
fn keyed_hash(key: &[u8], parts: &[&[u8]]) -> Vec<u8> {
    let Ok(mut mac) = Hmac::<Sha256>::new_from_slice(key) else { return Vec::new() };
    for part in parts {
        mac.update(&(part.len() as u64).to_be_bytes());
        mac.update(part);
    }
    mac.finalize().into_bytes().to_vec()
}

impl fmt::Debug for OneTimePasswords {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("OneTimePasswords").field("rules", &self.rules).finish_non_exhaustive()
    }
}
