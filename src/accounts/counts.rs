//! How often what happened in this process since the start, for a monitoring system. Numbers alone: nobody is named.

use super::{Accounts, EventKind, Outcome};
use crate::context::Context;
use crate::db::outbox;
use crate::error::Result;
use crate::metrics::{Count, Page};

/// Counted by the verbs.
#[derive(Debug)]
pub(super) struct Counts {
    /// By kind of event.
    events: Vec<(EventKind, Count)>,
    sent: Count,
    put_off: Count,
    given_up: Count,
}

impl Default for Counts {
    fn default() -> Self {
        let events = EventKind::ALL.iter().map(|kind| (*kind, Count::default())).collect();
        Self { events, sent: Count::default(), put_off: Count::default(), given_up: Count::default() }
    }
}

impl Counts {
    /// An event of this kind was noted. Where its transaction is given up after that, it has been counted all the same.
    pub(super) fn event(&self, slug: &str) {
        if let Some((_, count)) = self.events.iter().find(|(kind, _)| kind.slug() == slug) {
            count.note();
        }
    }

    /// A message was brought to whoever carries it on, or not.
    pub(super) fn message(&self, outcome: &Outcome) {
        match outcome {
            Outcome::Sent => self.sent.note(),
            Outcome::Later(_) => self.put_off.note(),
            Outcome::Never(_) => self.given_up.note(),
        }
    }
}

impl Accounts {
    /// Tells what the verbs of this process have counted.
    pub fn tell_figures(&self, page: &mut Page) {
        let slugs: Vec<[(&str, &str); 1]> =
            self.counts.events.iter().map(|(kind, _)| [("kind", kind.slug())]).collect();
        let events = slugs.iter().zip(&self.counts.events).map(|(labels, (_, count))| (&labels[..], count.get()));
        page.counter("events_total", "What happened to accounts: sign-ins, refusals, codes, changes.", events);
        let Counts { sent, put_off, given_up, .. } = &*self.counts;
        let messages: [(&[(&str, &str)], u64); 3] = [
            (&[("outcome", "sent")], sent.get()),
            (&[("outcome", "put_off")], put_off.get()),
            (&[("outcome", "given_up")], given_up.get()),
        ];
        page.counter("messages_total", "What came of messages taken from the outbox.", messages);
        let [login, register, reset, code] = self.rates.refused();
        let limits: [(&[(&str, &str)], u64); 6] = [
            (&[("limit", "login_per_ip")], login),
            (&[("limit", "register_per_ip")], register),
            (&[("limit", "reset_per_ip")], reset),
            (&[("limit", "code_per_ip")], code),
            (&[("limit", "login_failures_per_account")], self.failures.refused()),
            (&[("limit", "otp_sending")], self.otp.refused()),
        ];
        page.counter("limits_refused_total", "What limits have refused.", limits);
    }

    /// How many messages wait in the outbox of the installation.
    ///
    /// # Errors
    /// When the database is away.
    pub fn messages_waiting(&self, cx: &Context<'_>) -> Result<i64> {
        cx.db.read(outbox::waiting)
    }
}
