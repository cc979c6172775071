//! Tells one address what happened, signed by the scheme of Standard Webhooks (standardwebhooks.com, version 1.0.0). Knows
//! the message as an id and a body, and not what happened.

use super::client;
use super::message::{Failed, Turn};
use super::trust::Trust;
use crate::ambient::Clock;
use crate::error::{Error, Result};
use crate::settings;
use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use hmac::{Hmac, KeyInit, Mac};
use secrecy::ExposeSecret;
use serde::{Deserialize, Serialize};
use sha2::Sha256;
use std::fmt;
use std::sync::Arc;
use ureq::Agent;
use ureq::http::{Request, StatusCode, header};
use url::Url;
use zeroize::Zeroizing;

/// What happened, as one webhook is told it. This is what the outbox keeps, so its shape outlives a release.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Notification {
    /// Which webhook, by its name.
    pub webhook: String,
    /// `webhook-id`: the same however often it is sent.
    pub id: String,
    /// What it is about.
    pub kind: String,
    /// The body: JSON, the same at every try.
    pub body: String,
}

/// One webhook, ready to be told. Clones are one.
#[derive(Clone)]
pub struct Webhook(Arc<Inner>);

struct Inner {
    name: String,
    url: Url,
    agent: Agent,
    keys: Vec<Zeroizing<Vec<u8>>>,
    clock: Arc<dyn Clock>,
}

impl Webhook {
    /// The webhook that these settings declare, vouched for by whom `trust` believes. Connects to nothing yet.
    ///
    /// # Errors
    /// When the address is none, or the authorities cannot be read.
    pub fn new(declared: &settings::Webhook, trust: &Trust, clock: &Arc<dyn Clock>) -> Result<Self> {
        let url = Url::parse(declared.url.expose_secret())
            .map_err(|_| Error::internal("the url of a webhook is no address"))?;
        Ok(Self(Arc::new(Inner {
            name: declared.name.clone(),
            agent: client::agent(&url, declared.timeout, trust.https()?),
            url,
            keys: declared.signing_keys().map(Zeroizing::new).collect(),
            clock: Arc::clone(clock),
        })))
    }

    /// The name that settings.toml knows it by.
    #[must_use]
    pub fn name(&self) -> &str {
        &self.0.name
    }

    /// The value of `webhook-signature`: one signature by each key, with a space between.
    #[must_use]
    pub fn sign(&self, id: &str, timestamp: i64, body: &str) -> String {
        let one = |key: &Zeroizing<Vec<u8>>| {
            let mut mac = Hmac::<Sha256>::new_from_slice(key).ok()?;
            mac.update(format!("{id}.{timestamp}.{body}").as_bytes());
            Some(format!("v1,{}", STANDARD.encode(mac.finalize().into_bytes())))
        };
        self.0.keys.iter().filter_map(one).collect::<Vec<_>>().join(" ")
    }

    /// Sends a notification once its turn has come.
    ///
    /// # Errors
    /// As [`Webhook::tell_now`].
    pub(super) async fn tell(&self, notification: &Notification, turn: &dyn Turn) -> Result<(), Failed> {
        turn.comes().await?;
        let (webhook, notification) = (self.clone(), notification.clone());
        let asked = tokio::task::spawn_blocking(move || webhook.tell_now(&notification).map(|_| ()));
        asked.await.unwrap_or_else(|error| Err(Failed::Passing(error.to_string())))
    }

    /// Sends a notification, waits for the answer, and says which it was. Of the answer only the status is read.
    ///
    /// # Errors
    /// [`Failed::Final`] for 410, by which a receiver wants to hear no more of this; [`Failed::Passing`] for everything
    /// else that is not 2xx, for a redirect, which is not followed, and when there is no answer in time.
    pub fn tell_now(&self, notification: &Notification) -> Result<StatusCode, Failed> {
        let timestamp = self.0.clock.now().as_second();
        let request = Request::post(self.0.url.as_str())
            .header(header::CONTENT_TYPE, "application/json")
            .header("webhook-id", &notification.id)
            .header("webhook-timestamp", timestamp)
            .header("webhook-signature", self.sign(&notification.id, timestamp, &notification.body))
            .body(notification.body.as_str())
            .map_err(|error| Failed::Final(format!("the request cannot be written: {error}")))?;
        let answer = self.0.agent.run(request).map_err(|error| Failed::Passing(client::told("the webhook", &error)))?;
        let status = answer.status();
        let said = format!("the webhook answered {status}");
        match status.as_u16() {
            200..300 => Ok(status),
            300..400 => Err(Failed::Passing(format!("{said}, and redirects are not followed"))),
            410 => Err(Failed::Final(said)),
            _ => Err(Failed::Passing(said)),
        }
    }
}

/// Without its address and keys.
impl fmt::Debug for Webhook {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_tuple("Webhook").field(&self.0.name).finish()
    }
}
