//! The program as it runs, whichever settings hold by now: a reload changes them whole, or not at all. Knows no HTTP.

use super::{App, Builder, Plugins};
use crate::accounts::{Accounts, Running};
use crate::context::{Client, Context};
use crate::db::{Conn, Id, Time};
use crate::error::Result as Done;
use crate::settings::{Change, Loaded, Mistakes, Settings, Snapshot};
use std::fmt;
use std::sync::{Arc, Mutex, PoisonError, RwLock};
use tokio::sync::watch;

/// Puts plug-ins of one's own among those that come with the program, as these settings want them.
pub(super) type PlugIn = Box<dyn Fn(&Settings, &mut Plugins) + Send + Sync>;

/// Accounts for your users, in your own program or alone: made by [`Countersign::builder`]. Cheap to clone: every clone is
/// the same.
#[derive(Clone)]
pub struct Countersign(Arc<Whole>);

struct Whole {
    now: RwLock<Now>,
    plug_ins: Vec<PlugIn>,
    /// This process among those of the database, and since when.
    process: (Id, Time),
    /// Reloads come one after the other.
    reloading: Mutex<()>,
    reloads: watch::Sender<()>,
}

#[derive(Clone)]
struct Now {
    app: App,
    loaded: Arc<Loaded>,
    loaded_at: Time,
}

impl Countersign {
    /// Begins to put a program together.
    #[must_use]
    pub fn builder() -> Builder {
        Builder::new()
    }

    pub(super) fn new(app: App, loaded: Loaded, plug_ins: Vec<PlugIn>) -> Self {
        let started = app.now();
        let process = (Id::new(started, app.random()), started);
        let now = RwLock::new(Now { app, loaded: Arc::new(loaded), loaded_at: started });
        Self(Arc::new(Whole { now, plug_ins, process, reloading: Mutex::new(()), reloads: watch::Sender::new(()) }))
    }

    fn now(&self) -> Now {
        self.0.now.read().unwrap_or_else(PoisonError::into_inner).clone()
    }

    /// The program under the settings that hold now. Whoever keeps it keeps these settings: ask anew for each piece of work.
    #[must_use]
    pub fn app(&self) -> App {
        self.now().app
    }

    /// One unit of work, on the calling thread.
    ///
    /// # Errors
    /// What `work` returns.
    pub fn work<T>(&self, work: impl FnOnce(&Accounts, &mut Context<'_>) -> Done<T>) -> Done<T> {
        self.app().work(&Client::local(), work)
    }

    /// Works in one transaction on the database of the accounts, on its own connections and threads: for tables of one's own
    /// beside ours. All of it happens or nothing. Done once more where the database gives it up, so change nothing outside.
    ///
    /// # Errors
    /// What `work` returns; [`crate::error::Error::Overloaded`] when too much is waiting.
    pub async fn transaction<T: Send + 'static>(
        &self,
        work: impl FnMut(&mut Conn) -> Done<T> + Send + 'static,
    ) -> Done<T> {
        self.app().run(Client::local(), move |_, cx| cx.db.write(work)).await
    }

    /// Reads settings again and lets them hold for all that begins from now on; what is under way ends under those it
    /// began with. What needs a restart stays as it is; [`Change::weights`] tells. Either all of it or nothing: refused, the
    /// settings that held go on. Both are noted among the events. Waits for the database, so not for asynchronous code.
    ///
    /// # Errors
    /// What `read` found wrong, and what [`Builder::build`] would.
    pub fn reload(&self, read: impl FnOnce() -> Result<Loaded, Mistakes>) -> Result<Vec<Change>, Mistakes> {
        let _turn = self.0.reloading.lock().unwrap_or_else(PoisonError::into_inner);
        let before = self.now();
        let renewed = read().and_then(|loaded| {
            let changes = changes(&before, &loaded);
            let loaded = loaded.keeping(&before.loaded)?;
            let app = before.app.renewed(&loaded, &plugins(&self.0.plug_ins, &loaded.settings))?;
            Ok((app, loaded, changes))
        });
        let noted = match &renewed {
            Ok((_, _, changes)) => self.work(|accounts, cx| accounts.note_reload(cx, changes)),
            Err(mistakes) => self.work(|accounts, cx| accounts.note_refused_settings(cx, mistakes)),
        };
        if let Err(cause) = noted {
            tracing::warn!(%cause, "what became of new settings could not be noted among the events");
        }
        let (app, loaded, changes) = renewed?;
        let now = Now { loaded_at: app.now(), app, loaded: Arc::new(loaded) };
        *self.0.now.write().unwrap_or_else(PoisonError::into_inner) = now;
        self.0.reloads.send_replace(());
        if let Err(cause) = self.announce() {
            tracing::warn!(%cause, "`settings diff` does not know yet what holds here");
        }
        Ok(changes)
    }

    /// Tells the database that this process serves, and under which settings, for `countersign settings diff`.
    ///
    /// # Errors
    /// When the database is away.
    pub fn announce(&self) -> Done<()> {
        let Now { app, loaded, loaded_at } = self.now();
        let (id, started_at) = self.0.process;
        let Some(settings) = app.snapshots(&loaded).into_iter().next() else { return Ok(()) };
        let version = env!("CARGO_PKG_VERSION").to_owned();
        let running = Running { id, pid: std::process::id(), version, started_at, loaded_at, settings };
        app.work(&Client::local(), |accounts, cx| accounts.announce(cx, &running))
    }

    /// Changes whenever other settings hold.
    #[must_use]
    pub fn reloads(&self) -> watch::Receiver<()> {
        self.0.reloads.subscribe()
    }

    /// The key of this process in the database.
    #[must_use]
    pub fn process(&self) -> Id {
        self.0.process.0
    }
}

/// What would be otherwise under `loaded`.
fn changes(before: &Now, loaded: &Loaded) -> Vec<Change> {
    let marked = |loaded: &Loaded| -> Option<Snapshot> { before.app.snapshots(loaded).into_iter().next() };
    match (marked(&before.loaded), marked(loaded)) {
        (Some(old), Some(new)) => old.changes(&new),
        _ => Vec::new(),
    }
}

/// All plug-ins, as these settings want them.
pub(super) fn plugins(own: &[PlugIn], settings: &Settings) -> Plugins {
    let mut all = Plugins::built_in(settings);
    for plug_in in own {
        plug_in(settings, &mut all);
    }
    all
}

impl fmt::Debug for Countersign {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Countersign").field("process", &self.0.process.0).finish_non_exhaustive()
    }
}
