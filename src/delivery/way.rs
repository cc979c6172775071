//! The ways out of the house, each with a line of its own, so that none waits for another. Knows no transport.

use super::letter::Letter;
use super::webhook::Notification;
use std::borrow::Cow;

/// One way out.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Way {
    /// Email.
    Email,
    /// Text messages.
    Phone,
    /// The webhook of this name.
    Webhook(String),
}

impl Way {
    /// What the outbox calls it: `email`, `phone` or `webhook:NAME`.
    #[must_use]
    pub fn channel(&self) -> Cow<'static, str> {
        match self {
            Self::Email => "email".into(),
            Self::Phone => "phone".into(),
            Self::Webhook(name) => format!("webhook:{name}").into(),
        }
    }
}

/// What leaves by a way.
#[derive(Clone, Debug, PartialEq)]
pub enum Parcel {
    /// A message to a person.
    Letter(Box<Letter>),
    /// What happened, for a program.
    Notification(Notification),
}

impl Parcel {
    /// What the outbox kept for this way, if it is that.
    #[must_use]
    pub fn read(way: &Way, plain: &[u8]) -> Option<Self> {
        match way {
            Way::Email | Way::Phone => serde_json::from_slice(plain).ok().map(Self::Letter),
            Way::Webhook(_) => serde_json::from_slice(plain).ok().map(Self::Notification),
        }
    }

    /// What it is about.
    #[must_use]
    pub fn kind(&self) -> &str {
        match self {
            Self::Letter(letter) => letter.kind.slug(),
            Self::Notification(notification) => &notification.kind,
        }
    }
}
