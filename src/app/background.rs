//! Work that goes on beside the requests and wants to end well: is told when the program stops, and waited for. Knows
//! nothing of what the work is.

use std::time::Duration;
use tokio::sync::watch;

/// Who works in the background, and whether the program stops.
#[derive(Debug)]
pub struct Background {
    stops: watch::Sender<bool>,
    at_work: watch::Sender<usize>,
}

/// A place at work. Dropped, the work has ended.
#[derive(Debug)]
pub struct Worker {
    stops: watch::Receiver<bool>,
    at_work: watch::Sender<usize>,
}

impl Background {
    /// Nobody at work.
    #[must_use]
    pub fn new() -> Self {
        Self { stops: watch::Sender::new(false), at_work: watch::Sender::new(0) }
    }

    /// One more at work.
    #[must_use]
    pub fn begin(&self) -> Worker {
        self.at_work.send_modify(|count| *count += 1);
        Worker { stops: self.stops.subscribe(), at_work: self.at_work.clone() }
    }

    /// Tells everybody that the program stops, and waits until they have ended, at most so long.
    pub async fn stop(&self, patience: Duration) {
        self.stops.send_replace(true);
        let mut at_work = self.at_work.subscribe();
        let ended = at_work.wait_for(|count| *count == 0);
        if tokio::time::timeout(patience, ended).await.is_err() {
            tracing::warn!("work in the background did not end in time");
        }
    }
}

impl Worker {
    /// Whether the program stops.
    #[must_use]
    pub fn is_over(&self) -> bool {
        *self.stops.borrow()
    }

    /// Waits until the program stops.
    pub async fn over(&mut self) {
        // The sender lives as long as the program.
        let _ = self.stops.wait_for(|stops| *stops).await;
    }
}

impl Drop for Worker {
    fn drop(&mut self) {
        self.at_work.send_modify(|count| *count -= 1);
    }
}
