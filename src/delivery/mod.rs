//! Letters become emails and text messages and leave the house; knows nothing of accounts, codes' rules or the database.
//!
//! The postman hands a [`Letter`] to [`Delivery::deliver`]. The [`Stationery`] puts it into words, a [`Mailer`] or an
//! [`SmsGateway`] sends it. Console, file and memory transports also keep a copy in the [`Inbox`].

mod build;
mod client;
mod console;
mod file;
mod http;
mod inbox;
mod layouts;
mod letter;
mod message;
mod mime;
mod page;
mod plain;
mod sample;
mod smtp;
mod stationery;
mod trust;
mod twilio;
mod unwritten;
mod verifier;
mod way;
mod webhook;

pub use client::{Reply, visit};
pub use console::Console;
pub use file::File;
pub use http::HttpGateway;
pub use inbox::{Inbox, Kept, Memory, Message};
pub use letter::{Destination, Letter, MessageKind, Verification};
pub use message::{AtOnce, Email, Failed, Mailer, Sending, Sms, SmsGateway, Turn};
pub use mime::mime;
pub use sample::Sample;
pub use smtp::{Patience, Smtp};
pub use stationery::Stationery;
pub use trust::Trust;
pub use twilio::TwilioVerify;
pub use verifier::{PhoneVerifier, Start, Unreachable, Verdict};
pub use way::{Parcel, Way};
pub use webhook::{Notification, Webhook};

use crate::error::Error;
use std::sync::Arc;

/// Everything that sending takes: words, a way for email, a way for text messages.
#[derive(Clone)]
pub struct Delivery {
    mailer: Arc<dyn Mailer>,
    gateway: Arc<dyn SmsGateway>,
    stationery: Arc<Stationery>,
    inbox: Arc<Inbox>,
    webhooks: Arc<[Webhook]>,
}

impl Delivery {
    /// Puts the parts together; `inbox` is the one that the transports keep their copies in.
    #[must_use]
    pub fn new(
        mailer: Arc<dyn Mailer>,
        gateway: Arc<dyn SmsGateway>,
        stationery: Arc<Stationery>,
        inbox: Arc<Inbox>,
    ) -> Self {
        Self { mailer, gateway, stationery, inbox, webhooks: Arc::new([]) }
    }

    /// The same, with these webhooks.
    #[must_use]
    pub fn with_webhooks(self, webhooks: Vec<Webhook>) -> Self {
        Self { webhooks: webhooks.into(), ..self }
    }

    /// The webhook of this name, if it is declared and not switched off.
    #[must_use]
    pub fn webhook(&self, name: &str) -> Option<&Webhook> {
        self.webhooks.iter().find(|webhook| webhook.name() == name)
    }

    /// Every way by which something can leave.
    #[must_use]
    pub fn ways(&self) -> Vec<Way> {
        let webhooks = self.webhooks.iter().map(|webhook| Way::Webhook(webhook.name().to_owned()));
        [Way::Email, Way::Phone].into_iter().chain(webhooks).collect()
    }

    /// Tells a webhook what happened once its turn has come.
    ///
    /// # Errors
    /// As [`Webhook::tell_now`].
    pub async fn notify(&self, notification: &Notification, turn: &dyn Turn) -> Result<(), Failed> {
        match self.webhook(&notification.webhook) {
            Some(webhook) => webhook.tell(notification, turn).await,
            None => Err(Failed::Passing("no webhook of this name is declared".into())),
        }
    }

    /// Renders one letter and sends it once its turn has come. Takes as long as the other side does, within the transport's
    /// own limits.
    ///
    /// # Errors
    /// [`Failed::Passing`] when a later try may succeed, [`Failed::Final`] when none will. The reason holds neither
    /// the code nor the link, whatever the other side answered.
    pub async fn deliver(&self, letter: &Letter, turn: &dyn Turn) -> Result<(), Failed> {
        // Where templates are read again, whoever broke one is about to mend it.
        let unwritten = |error: Error| {
            if self.stationery.again() { Failed::Passing(error.to_string()) } else { Failed::Final(error.to_string()) }
        };
        let sent = match letter.to {
            Destination::Email(_) => match self.stationery.email(letter) {
                Ok(email) => self.mailer.send(&email, turn).await,
                Err(error) => Err(unwritten(error)),
            },
            Destination::Phone(_) => match self.stationery.sms(letter) {
                Ok(sms) => self.gateway.send(&sms, turn).await,
                Err(error) => Err(unwritten(error)),
            },
        };
        sent.map_err(|failed| failed.without(letter))
    }

    /// What the console, file and memory transports keep copies in, for the development inbox and for tests.
    #[must_use]
    pub fn inbox(&self) -> &Arc<Inbox> {
        &self.inbox
    }

    /// What puts letters into words, for a preview.
    #[must_use]
    pub fn stationery(&self) -> &Stationery {
        &self.stationery
    }

    /// The names of the transports for email and for text messages.
    #[must_use]
    pub fn names(&self) -> (&'static str, &'static str) {
        (self.mailer.name(), self.gateway.name())
    }
}

impl std::fmt::Debug for Delivery {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let (mailer, gateway) = self.names();
        f.debug_struct("Delivery").field("mailer", &mailer).field("gateway", &gateway).finish_non_exhaustive()
    }
}
