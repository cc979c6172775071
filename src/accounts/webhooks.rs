//! Tells webhooks what happened to accounts: puts it into the outbox, in the transaction in which it happens. Sends nothing.

use super::Accounts;
use crate::context::Context;
use crate::db::account_events::{self, AccountEvent};
use crate::db::outbox::{self, Backlog, Message};
use crate::db::{Conn, Id, Time};
use crate::delivery::{Notification, Way};
use crate::error::{Error, Result};
use crate::settings::{self, PlacedValue, Settings};
use serde_json::json;
use std::time::Duration;

/// Events that are told again in one transaction.
const AT_ONCE: i64 = 500;

/// After so long what waits for a webhook that is declared no more is given up.
const ORPHANED: Duration = Duration::from_hours(24 * 7);

/// A webhook, and what it wants to be told.
#[derive(Clone, Debug)]
pub(super) struct Subscriber {
    name: String,
    channel: String,
    /// Empty is everything.
    kinds: Vec<String>,
}

impl Subscriber {
    /// Those that are switched on. Kinds that nobody knows are refused before.
    pub(super) fn all(settings: &Settings) -> Vec<Self> {
        let enabled = settings.webhooks.iter().filter(|webhook| webhook.enabled);
        enabled
            .map(|webhook| Self {
                name: webhook.name.clone(),
                channel: channel(&webhook.name),
                kinds: webhook.events.iter().filter_map(written_kind).map(str::to_owned).collect(),
            })
            .collect()
    }

    fn wants(&self, kind: &str) -> bool {
        self.kinds.is_empty() || self.kinds.iter().any(|wanted| wanted == kind)
    }
}

/// The kind of event that somebody wrote.
fn written_kind(placed: &settings::Placed) -> Option<&str> {
    match &placed.value {
        PlacedValue::Text(text) => Some(text),
        _ => None,
    }
}

fn channel(name: &str) -> String {
    Way::Webhook(name.to_owned()).channel().into_owned()
}

/// What is to be told again.
#[derive(Clone, Copy, Debug)]
pub enum Replay {
    /// One event.
    Event(Id),
    /// Everything from this instant on.
    Since(Time),
}

impl Accounts {
    /// Puts an event into the outbox for every webhook that wants it. For a refusal about nobody that is as much as for one
    /// about somebody: an answer must not take longer, or write more, for somebody.
    ///
    /// # Errors
    /// When the database is away.
    pub(super) fn notify_webhooks(&self, cx: &Context<'_>, conn: &mut Conn, event: &AccountEvent) -> Result<()> {
        for subscriber in self.subscribers.iter().filter(|subscriber| subscriber.wants(&event.kind)) {
            self.put_notification(cx, conn, subscriber, event)?;
        }
        Ok(())
    }

    fn put_notification(
        &self,
        cx: &Context<'_>,
        conn: &mut Conn,
        subscriber: &Subscriber,
        event: &AccountEvent,
    ) -> Result<()> {
        let notification = Notification {
            webhook: subscriber.name.clone(),
            id: event.id.to_string(),
            kind: event.kind.clone(),
            body: body(event),
        };
        let plain = serde_json::to_vec(&notification).map_err(Error::internal)?;
        let sealed = self.seal.seal(&plain, cx.random.as_ref());
        let sealed = sealed.ok_or_else(|| Error::internal("nothing to seal a notification with"))?;
        let id = Id::new(cx.now, cx.random.as_ref());
        let Subscriber { channel, .. } = subscriber;
        // About no account: what is to be told is told after that account is gone, too.
        outbox::insert(conn, &Message::new(id, &event.kind, channel.clone(), channel, sealed, cx.now))?;
        cx.note_posted();
        Ok(())
    }

    /// Puts events into the outbox once more, for the webhook of this name or for all, as far as they want them; says how
    /// many notifications that makes. Each keeps its id.
    ///
    /// # Errors
    /// When the database is away; what was put in before stays.
    pub fn replay_events(&self, cx: &Context<'_>, what: Replay, webhook: Option<&str>) -> Result<usize> {
        let subscribers: Vec<&Subscriber> =
            self.subscribers.iter().filter(|one| webhook.is_none_or(|name| name == one.name)).collect();
        let mut after = None;
        let mut count = 0;
        loop {
            let (page, put) = cx.db.write(|conn| {
                let mut put = 0;
                let events = match what {
                    Replay::Event(id) => account_events::find(conn, id)?.into_iter().collect(),
                    Replay::Since(at) => account_events::since(conn, at, after, AT_ONCE)?,
                };
                for event in &events {
                    for subscriber in subscribers.iter().filter(|subscriber| subscriber.wants(&event.kind)) {
                        self.put_notification(cx, conn, subscriber, event)?;
                        put += 1;
                    }
                }
                Ok((events, put))
            })?;
            count += put;
            after = page.last().map(|event| event.id);
            if after.is_none() || matches!(what, Replay::Event(_)) {
                return Ok(count);
            }
        }
    }

    /// What has not reached the webhook of this name.
    ///
    /// # Errors
    /// When the database is away.
    pub fn webhook_backlog(&self, cx: &Context<'_>, name: &str) -> Result<Backlog> {
        cx.db.read(|conn| outbox::backlog(conn, &channel(name)))
    }

    /// Something to try the webhook of this name with: it tells of nothing.
    #[must_use]
    pub fn sample_notification(&self, cx: &Context<'_>, name: &str) -> Notification {
        let id = Id::new(cx.now, cx.random.as_ref()).to_string();
        let body = json!({"type": "webhook.test", "timestamp": cx.now, "data": {"webhook": name}}).to_string();
        Notification { webhook: name.to_owned(), id, kind: "test".into(), body }
    }

    /// Gives up what waits for webhooks that were declared once and are no more.
    pub(super) fn abandon_notifications(&self, cx: &Context<'_>, conn: &mut Conn) -> Result<usize> {
        let known: Vec<String> = self.settings.webhooks.iter().map(|webhook| channel(&webhook.name)).collect();
        let why = "no webhook of this name is declared any more";
        outbox::abandon(conn, &known, cx.now.before(ORPHANED), why, cx.now)
    }
}

/// The body of a notification (Standard Webhooks, "Payload structure").
fn body(event: &AccountEvent) -> String {
    json!({
        "type": format!("account.{}", event.kind),
        "timestamp": event.at,
        "data": {
            "id": event.id,
            "kind": event.kind,
            "at": event.at,
            "account_id": event.user_id,
            "ip": event.ip,
            "user_agent": event.user_agent,
            "detail": event.detail,
        },
    })
    .to_string()
}
