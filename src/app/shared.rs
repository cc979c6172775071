//! What the program has once, whatever its settings become: connections, threads, who is at work. Knows no verb.

use super::background::Background;
use super::threads::Threads;
use crate::ambient::{Clock, Random};
use crate::db::{Db, Target};
use crate::delivery::Inbox;
use crate::metrics::Traffic;
use crate::settings::{DatabaseUrl, Mistake, Settings};
use std::sync::Arc;
use std::sync::atomic::AtomicUsize;
use tokio::sync::watch;

/// It goes on through every reload.
pub(super) struct Shared {
    pub db: Db,
    pub threads: Threads,
    pub clock: Arc<dyn Clock>,
    pub random: Arc<dyn Random>,
    /// Units of work that may compute a hash, under way.
    pub hashing: AtomicUsize,
    /// Requests answered.
    pub traffic: Traffic,
    pub bell: watch::Sender<()>,
    pub background: Background,
    pub inbox: Arc<Inbox>,
}

impl Shared {
    /// As the settings want it at the start. Connects to nothing yet.
    #[expect(clippy::result_large_err, reason = "taken once in the life of the program")]
    pub fn open(
        settings: &Settings,
        clock: Arc<dyn Clock>,
        random: Arc<dyn Random>,
        inbox: Arc<Inbox>,
    ) -> Result<Self, Mistake> {
        let database = &settings.database;
        let (target, threads) = match &database.url {
            DatabaseUrl::Sqlite(path) => (Target::Sqlite(path.clone()), settings.server.workers.clamp(1, 4)),
            DatabaseUrl::Postgres(url) => (Target::Postgres(url.clone()), database.pool_size as usize),
        };
        let threads = Threads::start(threads)
            .map_err(|cause| Mistake::new("server.workers", cause.to_string(), "Allow this process more threads."))?;
        Ok(Self {
            db: Db::new(target, database.pool_size),
            threads,
            inbox,
            clock,
            random,
            hashing: AtomicUsize::new(0),
            traffic: Traffic::default(),
            bell: watch::Sender::new(()),
            background: Background::new(),
        })
    }
}
