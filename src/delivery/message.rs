//! Messages in their final words, and what every way of sending them has in common; knows no particular way.

use super::letter::{Letter, MessageKind};
use super::plain::one_line;
use jiff::Timestamp;
use std::fmt;
use std::future::Future;
use std::pin::Pin;

/// An email, ready to leave.
#[derive(Clone, PartialEq)]
pub struct Email {
    /// The letter's id.
    pub id: String,
    /// The recipient: one bare address.
    pub to: String,
    /// The sender: an address, perhaps with a name before it.
    pub from: String,
    /// One line.
    pub subject: String,
    /// The text part, lines ended by `\n`; the code stands alone on a line.
    pub text: String,
    /// The HTML part.
    pub html: String,
    /// With its angle brackets.
    pub message_id: String,
    /// The value of `X-Countersign-Message`.
    pub kind: MessageKind,
    /// The language of its words, as in `en`.
    pub language: String,
    /// When the letter was written.
    pub date: Timestamp,
}

/// A text message, ready to leave.
#[derive(Clone, PartialEq)]
pub struct Sms {
    /// The letter's id.
    pub id: String,
    /// The recipient, in E.164.
    pub to: String,
    /// The sender: a number or a name; may be empty.
    pub from: String,
    /// The words, lines ended by `\n`; with a code the last line is `@HOST #CODE`.
    pub text: String,
    /// What it is about.
    pub kind: MessageKind,
    /// When the letter was written.
    pub date: Timestamp,
}

/// Without its words.
impl fmt::Debug for Email {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Email")
            .field("id", &self.id)
            .field("to", &self.to)
            .field("kind", &self.kind)
            .finish_non_exhaustive()
    }
}

/// Without its words.
impl fmt::Debug for Sms {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Sms")
            .field("id", &self.id)
            .field("to", &self.to)
            .field("kind", &self.kind)
            .finish_non_exhaustive()
    }
}

/// Why a message was not sent: one line for the administrator.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Failed {
    /// A later try may succeed.
    #[error("{0}")]
    Passing(String),
    /// No later try will succeed.
    #[error("{0}")]
    Final(String),
}

impl Failed {
    /// The reason in one line.
    #[must_use]
    pub fn reason(&self) -> &str {
        let (Self::Passing(reason) | Self::Final(reason)) = self;
        reason
    }

    /// Whether no later try will succeed.
    #[must_use]
    pub fn is_final(&self) -> bool {
        matches!(self, Self::Final(_))
    }

    /// One short line without the secrets of `letter`: other people's servers like to quote what they were sent.
    pub(super) fn without(self, letter: &Letter) -> Self {
        const LONGEST: usize = 300;
        let clean = |reason: String| {
            let mut reason = one_line(&reason);
            let link = letter.link.as_deref().unwrap_or_default();
            // The last part of a link is its secret: it may be quoted alone.
            let secret = link.rsplit(['/', '?', '=']).next().unwrap_or_default();
            for secret in [link, secret, letter.code.as_deref().unwrap_or_default()] {
                if !secret.is_empty() {
                    reason = reason.replace(secret, "***");
                }
            }
            reason.chars().take(LONGEST).collect()
        };
        match self {
            Self::Passing(reason) => Self::Passing(clean(reason)),
            Self::Final(reason) => Self::Final(clean(reason)),
        }
    }
}

/// A message on its way. Dropped before its end, it may have been sent or not.
pub type Sending<'a> = Pin<Box<dyn Future<Output = Result<(), Failed>> + Send + 'a>>;

/// Asked by every transport right before the step that cannot be taken back, such as the line that ends an email. Whoever
/// sends many messages lets them come to this step one after the other, and notes what came of each before the next.
pub trait Turn: Send + Sync {
    /// Waits until the message may leave. A failure means that it must not.
    fn comes(&self) -> Sending<'_>;
}

/// The turn of a message that waits for no other.
#[derive(Clone, Copy, Debug)]
pub struct AtOnce;

impl Turn for AtOnce {
    fn comes(&self) -> Sending<'_> {
        Box::pin(std::future::ready(Ok(())))
    }
}

/// A way for email to leave.
pub trait Mailer: Send + Sync {
    /// Sends one email once its turn has come. Comes to an end by itself, also when the other side is silent.
    fn send<'a>(&'a self, email: &'a Email, turn: &'a dyn Turn) -> Sending<'a>;
    /// The name that settings.toml knows it by.
    fn name(&self) -> &'static str;
}

/// A way for text messages to leave.
pub trait SmsGateway: Send + Sync {
    /// Sends one text message once its turn has come. Comes to an end by itself, also when the other side is silent.
    fn send<'a>(&'a self, sms: &'a Sms, turn: &'a dyn Turn) -> Sending<'a>;
    /// The name that settings.toml knows it by.
    fn name(&self) -> &'static str;
}

impl fmt::Debug for dyn Mailer {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.name())
    }
}

impl fmt::Debug for dyn SmsGateway {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.name())
    }
}
