//! Figures for a monitoring system: counts, the durations of requests, and the text they are told in. Knows nothing of
//! what is counted.

mod page;
mod traffic;

pub use page::Page;
pub use traffic::Traffic;

use std::sync::atomic::{AtomicU64, Ordering};

/// How often something has happened since the start.
#[derive(Debug, Default)]
pub struct Count(AtomicU64);

impl Count {
    /// It has happened once more.
    pub fn note(&self) {
        self.0.fetch_add(1, Ordering::Relaxed);
    }

    /// How often.
    #[must_use]
    pub fn get(&self) -> u64 {
        self.0.load(Ordering::Relaxed)
    }
}
