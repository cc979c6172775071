//! The program as one value: settings become objects here, once, and every unit of work starts here. Knows threads
//! and objects; refuses to know what a unit of work does.

mod background;
mod build;
mod builder;
mod countersign;
mod extended;
mod figures;
mod names;
mod plugins;
mod shared;
mod stores;
mod threads;

use crate::accounts::Accounts;
use crate::ambient::Random;
use crate::context::{Client, Context};
use crate::db::Time;
use crate::db::migrations::{self, Status};
use crate::delivery::Delivery;
use crate::error::{Error, Result};
use crate::identifiers::Region;
use crate::languages::Languages;
use crate::passwords::{HashPool, Policy};
use crate::redis::Redis;
use crate::settings::{Loaded, Mistake, Settings, Snapshot, Sources};
use crate::templates::Engine;
use crate::tokens::{Marker, Probe};
use shared::Shared;
use std::fmt;
use std::sync::Arc;
use std::sync::atomic::Ordering;
use std::time::Duration;
use tokio::sync::watch;

pub use background::Worker;
pub use builder::Builder;
pub use countersign::Countersign;
pub use plugins::Plugins;

/// Units of work that may compute a hash, at once. They mostly wait for one; beyond this many the answer is 503.
const MOST_HASHING: usize = 480;

/// The program under one set of settings, which never changes. Cheap to clone: every clone is the same program. A
/// [`Countersign`] has one after the other.
#[derive(Clone)]
pub struct App(Arc<Inner>);

struct Inner {
    accounts: Accounts,
    sources: Sources,
    warnings: Vec<Mistake>,
    hashes: Arc<HashPool>,
    policy: Arc<Policy>,
    region: Option<Region>,
    delivery: Delivery,
    redis: Option<Arc<Redis>>,
    engine: Engine,
    languages: Languages,
    markers: Vec<Marker>,
    probe: Probe,
    shared: Arc<Shared>,
}

impl App {
    /// The settings it runs under.
    #[must_use]
    pub fn settings(&self) -> &Settings {
        &self.0.accounts.settings
    }

    /// Where each of the settings comes from.
    #[must_use]
    pub fn sources(&self) -> &Sources {
        &self.0.sources
    }

    /// What reading the settings warned of.
    #[must_use]
    pub fn warnings(&self) -> &[Mistake] {
        &self.0.warnings
    }

    /// The verbs.
    #[must_use]
    pub fn accounts(&self) -> &Accounts {
        &self.0.accounts
    }

    /// Region of phone numbers without a country code.
    #[must_use]
    pub fn region(&self) -> Option<Region> {
        self.0.region
    }

    /// The rules for new passwords.
    #[must_use]
    pub fn policy(&self) -> &Policy {
        &self.0.policy
    }

    /// How many password hashes were computed since the start.
    #[must_use]
    pub fn hashes_computed(&self) -> u64 {
        self.0.hashes.hashes()
    }

    /// The present instant, by the clock the program was given.
    #[must_use]
    pub fn now(&self) -> Time {
        self.0.shared.clock.now().into()
    }

    /// Randomness, as the program was given it.
    #[must_use]
    pub fn random(&self) -> &dyn Random {
        self.0.shared.random.as_ref()
    }

    /// One unit of work, on the calling thread: for the command line, for tests and for the threads below.
    ///
    /// # Errors
    /// What `work` returns.
    pub fn work<T>(&self, client: &Client, work: impl FnOnce(&Accounts, &mut Context<'_>) -> Result<T>) -> Result<T> {
        let inner = &*self.0;
        let mut cx =
            Context::new(&inner.shared.db, &inner.hashes, &inner.policy, self.now(), &inner.shared.random, client);
        let done = work(&inner.accounts, &mut cx);
        if cx.has_posted() {
            inner.shared.bell.send_replace(());
        }
        done
    }

    /// One unit of work that only asks and writes the database: the one hop from asynchronous code. It finishes even
    /// when nobody waits for it any more.
    ///
    /// # Errors
    /// What `work` returns; [`Error::Overloaded`] when too much is waiting.
    pub async fn run<T: Send + 'static>(
        &self,
        client: Client,
        work: impl FnOnce(&Accounts, &mut Context<'_>) -> Result<T> + Send + 'static,
    ) -> Result<T> {
        let app = self.clone();
        self.0.shared.threads.run(move || app.work(&client, work)).await?
    }

    /// As [`App::run`], for work that may compute a hash and therefore wait for one, or wait for a phone verifier. It
    /// gets threads of its own, so that waiting logins never stand in the way of requests that are signed in.
    ///
    /// # Errors
    /// As [`App::run`].
    pub async fn run_hashing<T: Send + 'static>(
        &self,
        client: Client,
        work: impl FnOnce(&Accounts, &mut Context<'_>) -> Result<T> + Send + 'static,
    ) -> Result<T> {
        let place = Place::take(self)?;
        let app = self.clone();
        let done = actix_web::web::block(move || {
            let _place = place;
            app.work(&client, work)
        });
        done.await.map_err(|_| Error::internal("a unit of work panicked"))?
    }

    /// As [`App::run`], for work that checks a code: where a phone verifier has to be asked, on a thread that may wait.
    ///
    /// # Errors
    /// As [`App::run`].
    pub async fn run_checking<T: Send + 'static>(
        &self,
        client: Client,
        work: impl FnOnce(&Accounts, &mut Context<'_>) -> Result<T> + Send + 'static,
    ) -> Result<T> {
        if self.0.accounts.asks_a_verifier() {
            self.run_hashing(client, work).await
        } else {
            self.run(client, work).await
        }
    }

    /// How messages leave.
    #[must_use]
    pub fn delivery(&self) -> &Delivery {
        &self.0.delivery
    }

    /// The Redis of the settings, if a store is in it.
    #[must_use]
    pub fn redis(&self) -> Option<&Redis> {
        self.0.redis.as_deref()
    }

    /// What draws pages.
    #[must_use]
    pub fn engine(&self) -> &Engine {
        &self.0.engine
    }

    /// What puts phrases into words.
    #[must_use]
    pub fn languages(&self) -> &Languages {
        &self.0.languages
    }

    /// What holds in `loaded`, to be kept and compared: once for each secret key of this program, in order. Two programs
    /// that share a key can be compared by it.
    #[must_use]
    pub fn snapshots(&self, loaded: &Loaded) -> Vec<Snapshot> {
        self.0.markers.iter().map(|marker| Snapshot::of(loaded, &|text| marker.mark(text))).collect()
    }

    /// By which processes of one installation know each other.
    #[must_use]
    pub fn probe(&self) -> &Probe {
        &self.0.probe
    }

    /// Changes whenever a message may have been put into the outbox by this process.
    #[must_use]
    pub fn bell(&self) -> watch::Receiver<()> {
        self.0.shared.bell.subscribe()
    }

    /// A place for work in the background, which is told when the program stops.
    #[must_use]
    pub fn begin(&self) -> Worker {
        self.0.shared.background.begin()
    }

    /// Ends the work in the background, waiting for it at most so long. For when no more requests come.
    pub async fn stop(&self, patience: Duration) {
        self.0.shared.background.stop(patience).await;
    }

    /// Where the schema stands against this program.
    ///
    /// # Errors
    /// When the database is away.
    pub fn schema(&self) -> Result<Status> {
        self.0.shared.db.read(migrations::status)
    }

    /// Brings the schema up to date and returns what ran.
    ///
    /// # Errors
    /// When a newer program has changed the schema, or a migration fails.
    pub fn migrate(&self) -> Result<Vec<String>> {
        self.0.shared.db.read(migrations::migrate)
    }

    /// Undoes the `count` latest migrations and returns how many were undone.
    ///
    /// # Errors
    /// When a migration cannot be undone.
    pub fn revert(&self, count: usize) -> Result<usize> {
        self.0.shared.db.read(|conn| migrations::revert(conn, count))
    }

    /// Whether the database answers and has the schema of this program.
    ///
    /// # Errors
    /// [`Error::Unavailable`] with the reason.
    pub async fn ready(&self) -> Result<()> {
        self.run(Client::local(), |_, cx| {
            let status = cx.db.read(migrations::status)?;
            if status.is_current() { Ok(()) } else { Err(Error::Unavailable("the schema is not current".into())) }
        })
        .await
    }
}

/// One of the places for work that may hash; given back when dropped.
struct Place(App);

impl Place {
    fn take(app: &App) -> Result<Self> {
        let place = Self(app.clone());
        let before = app.0.shared.hashing.fetch_add(1, Ordering::SeqCst);
        if before < MOST_HASHING { Ok(place) } else { Err(Error::Overloaded) }
    }
}

impl Drop for Place {
    fn drop(&mut self) {
        self.0.0.shared.hashing.fetch_sub(1, Ordering::SeqCst);
    }
}

impl fmt::Debug for App {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("App").field("accounts", &self.0.accounts).finish_non_exhaustive()
    }
}
