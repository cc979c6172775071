//! What there is to say to whom, before it has words; this is what the outbox keeps, so its shape outlives a release.

use jiff::Timestamp;
use serde::{Deserialize, Serialize};
use serde_json::{Map, Value};
use std::fmt;

macro_rules! kinds {
    ($($(#[$doc:meta])* $name:ident = $slug:literal;)*) => {
        /// What a message is about. The slugs are the values of the header `X-Countersign-Message`.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
        pub enum MessageKind { $($(#[$doc])* #[serde(rename = $slug)] $name,)* }

        impl MessageKind {
            /// Every kind there is.
            pub const ALL: &'static [MessageKind] = &[$(MessageKind::$name,)*];

            /// The name that programs compare.
            #[must_use]
            pub fn slug(self) -> &'static str {
                match self { $(MessageKind::$name => $slug,)* }
            }
        }
    };
}

kinds! {
    /// A code and a link that prove an email address.
    VerifyEmail = "verify_email";
    /// A code that proves a phone number.
    VerifyPhone = "verify_phone";
    /// A code, and by email a link, that let a new password be set.
    ResetPassword = "reset_password";
    /// A code that signs in.
    LoginCode = "login_code";
    /// A code and a link that prove the address an account is to change to.
    ChangeEmail = "change_email";
    /// A code that proves the number an account is to change to.
    ChangePhone = "change_phone";
    /// Tells an address that it is not the account's any more, with a link to undo that. With `details.released` true it
    /// tells that somebody proved the address to be theirs.
    EmailChanged = "email_changed";
    /// The same for a phone number.
    PhoneChanged = "phone_changed";
    /// Tells that the password was changed.
    PasswordChanged = "password_changed";
    /// Tells that the account and all that belonged to it is gone.
    AccountDeleted = "account_deleted";
    /// Tells that the account is going to be deleted, and until when it can be kept: `details.until`.
    DeletionRequested = "deletion_requested";
    /// Tells somebody who registered that there is an account already.
    AlreadyRegistered = "already_registered";
    /// A code and a link by which an address leaves an account that somebody else made with it.
    ReleaseAddress = "release_address";
    /// Shows an administrator whether messages arrive. Sent at once, never by way of the outbox.
    Test = "test";
}

impl MessageKind {
    /// The kind of this slug.
    #[must_use]
    pub fn from_slug(slug: &str) -> Option<Self> {
        Self::ALL.iter().copied().find(|kind| kind.slug() == slug)
    }
}

impl fmt::Display for MessageKind {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.slug())
    }
}

/// Where a letter goes.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Destination {
    /// An email address, as stored.
    Email(String),
    /// A phone number in E.164.
    Phone(String),
}

impl Destination {
    /// The address or number.
    #[must_use]
    pub fn as_str(&self) -> &str {
        let (Self::Email(address) | Self::Phone(address)) = self;
        address
    }
}

/// One message to be sent, as facts. Serialised it holds secrets: encrypt it at rest.
#[derive(Clone, PartialEq, Serialize, Deserialize)]
pub struct Letter {
    /// Stays the same however often the letter is tried: the `Message-ID` is made of it. 1 to 50 ASCII letters, digits
    /// and `-`.
    pub id: String,
    /// What it is about.
    pub kind: MessageKind,
    /// Where it goes.
    pub to: Destination,
    /// The language, as in `en` or `pt-BR`; one without words of its own becomes English.
    pub language: String,
    /// The one-time password.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub code: Option<String>,
    /// A link of this site, the secret included.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub link: Option<String>,
    /// How long code and link are good, in minutes.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub minutes: Option<u64>,
    /// How to address the person. What could be read as a link or as anything but a name is left out.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub name: Option<String>,
    /// What else to say. Read are the texts `new_email` and `new_phone` (masked by the caller), `when` and `ip`, which
    /// are shown as they are, and the flags `released` and `removed`.
    #[serde(default, skip_serializing_if = "Map::is_empty")]
    pub details: Map<String, Value>,
    /// When it was written; the `Date` of an email.
    pub created_at: Timestamp,
    /// Set where a remote service sends a code of its own instead of this letter.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub verification: Option<Verification>,
}

/// A code that a [`PhoneVerifier`](super::PhoneVerifier) is to send.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Verification {
    /// The verifier, by the name that settings.toml knows it by.
    pub verifier: String,
    /// The key of the one-time password.
    pub id: String,
    /// What the service calls the codes it has sent to this number before.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub before: Vec<String>,
}

/// Without code, link and details.
impl fmt::Debug for Letter {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Letter")
            .field("id", &self.id)
            .field("kind", &self.kind)
            .field("to", &self.to)
            .field("language", &self.language)
            .field("created_at", &self.created_at)
            .finish_non_exhaustive()
    }
}
