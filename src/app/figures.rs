//! The figures of this process, as a monitoring system reads them.

use super::App;
use crate::context::Client;
use crate::metrics::{Page, Traffic};

impl App {
    /// Where answered requests are counted, if figures are served.
    #[must_use]
    pub fn traffic(&self) -> Option<&Traffic> {
        self.settings().metrics.is_some().then_some(&self.0.shared.traffic)
    }

    /// All figures, as text. One that the database would have to tell is left out while that is away.
    pub async fn figures(&self) -> String {
        let mut page = Page::default();
        page.gauge("build_info", "The version that runs.", &[("version", env!("CARGO_PKG_VERSION"))], 1);
        self.0.shared.traffic.tell(&mut page);
        self.0.accounts.tell_figures(&mut page);
        let hashes = &self.0.hashes;
        page.counter("hashes_total", "Password hashes computed.", [(&[][..], hashes.hashes())]);
        let (queued, refused) = hashes.figures();
        page.counter("hashes_refused_total", "Hashes refused because the queue was full.", [(&[][..], refused)]);
        page.gauge("hashes_waiting", "Hashes that wait for their turn.", &[], queued);
        let (waits, given_up, in_use) = self.0.shared.db.figures();
        page.counter("database_waits_total", "Times nobody had a connection to spare.", [(&[][..], waits)]);
        page.counter("database_refused_total", "Times no connection came free in time.", [(&[][..], given_up)]);
        page.gauge("database_connections_in_use", "Connections at work.", &[], in_use);
        if let Some(redis) = self.redis() {
            page.gauge("redis_up", "Whether Redis has answered last.", &[], u64::from(!redis.is_away()));
        }
        let waiting = self.run(Client::local(), |accounts, cx| accounts.messages_waiting(cx)).await;
        page.gauge("database_up", "Whether the database answers.", &[], u64::from(waiting.is_ok()));
        if let Ok(waiting) = waiting {
            let waiting = u64::try_from(waiting).unwrap_or_default();
            page.gauge("outbox_waiting", "Messages to be sent, of all processes.", &[], waiting);
        }
        page.into_text()
    }
}
