//! A bounded pool of connections, most recently used first, and the two ways to work with one:
//! `read` and `write`. Knows nothing of what is read or written.

use super::conn::{Conn, Target};
use super::errors::is_deadlock;
use crate::error::{Error, Result};
use crate::metrics::Count;
use std::sync::{Condvar, Mutex, MutexGuard, PoisonError};
use std::time::Duration;

/// Nobody waits longer than this for a connection.
const PATIENCE: Duration = Duration::from_secs(5);
/// How often a transaction is tried that runs into a deadlock.
const TRIES: usize = 4;
/// What lies between two of these tries.
const BREATH: Duration = Duration::from_millis(20);

/// The database as the rest of the program sees it.
#[derive(Debug)]
pub struct Db {
    target: Target,
    reads_only: bool,
    state: Mutex<State>,
    returned: Condvar,
    /// SQLite lets one writer work at a time and lets the others poll; queueing them here is fair and quick.
    writer: Mutex<()>,
    size: u32,
    waits: Count,
    refused: Count,
}

struct State {
    idle: Vec<Conn>,
    /// How many more may be opened.
    spare: u32,
}

impl std::fmt::Debug for State {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{} idle, {} spare", self.idle.len(), self.spare)
    }
}

/// A lock whose holder panicked guards nothing that could be half-done: connections in doubt are dropped.
fn locked<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}

impl Db {
    /// A pool of at most `size` connections (at least one), each opened when first needed.
    #[must_use]
    pub fn new(target: Target, size: u32) -> Self {
        let size = size.max(1);
        Self {
            target,
            reads_only: false,
            state: Mutex::new(State { idle: Vec::new(), spare: size }),
            returned: Condvar::new(),
            writer: Mutex::new(()),
            size,
            waits: Count::default(),
            refused: Count::default(),
        }
    }

    /// The same for whoever only looks: nothing can be changed through it, and a file that is not there is not made.
    #[must_use]
    pub fn to_read(self) -> Self {
        Self { reads_only: true, ..self }
    }

    /// Where the database is.
    #[must_use]
    pub fn target(&self) -> &Target {
        &self.target
    }

    /// Works with a connection that nothing else uses meanwhile. Changes nothing: use [`Db::write`] for that.
    ///
    /// # Errors
    /// What `work` returns; [`Error::Unavailable`] when there is no connection to be had.
    pub fn read<T>(&self, work: impl FnOnce(&mut Conn) -> Result<T>) -> Result<T> {
        let mut lease = self.lease()?;
        let result = work(lease.conn()?);
        if matches!(result, Err(Error::Unavailable(_))) {
            lease.broken = true;
        }
        result
    }

    /// Works in one transaction: all of it happens or nothing. PostgreSQL breaks a deadlock by giving one of those in it
    /// up; that one is done once more, so `work` must not leave anything behind outside the database.
    ///
    /// # Errors
    /// As [`Db::read`].
    pub fn write<T>(&self, mut work: impl FnMut(&mut Conn) -> Result<T>) -> Result<T> {
        let _turn = self.target.is_sqlite().then(|| locked(&self.writer));
        self.read(|conn| {
            for _ in 1..TRIES {
                match conn.write(&mut work) {
                    Err(cause) if is_deadlock(&cause) => {
                        tracing::debug!(%cause, "done once more");
                        // Or it would take its first row again before the other one has woken up.
                        std::thread::sleep(BREATH);
                    }
                    done => return done,
                }
            }
            conn.write(work)
        })
    }

    /// How often somebody had to wait for a connection, how often in vain, and how many connections are in use.
    #[must_use]
    pub fn figures(&self) -> (u64, u64, u64) {
        let state = locked(&self.state);
        let idle = u32::try_from(state.idle.len()).unwrap_or(u32::MAX);
        let in_use = self.size.saturating_sub(state.spare).saturating_sub(idle);
        (self.waits.get(), self.refused.get(), u64::from(in_use))
    }

    fn lease(&self) -> Result<Lease<'_>> {
        let waiting = locked(&self.state);
        if waiting.idle.is_empty() && waiting.spare == 0 {
            self.waits.note();
        }
        let (mut state, _) = self
            .returned
            .wait_timeout_while(waiting, PATIENCE, |s| s.idle.is_empty() && s.spare == 0)
            .unwrap_or_else(PoisonError::into_inner);
        if let Some(conn) = state.idle.pop() {
            return Ok(Lease { db: self, conn: Some(conn), broken: false });
        }
        if state.spare == 0 {
            self.refused.note();
            return Err(Error::Unavailable("every connection to the database is in use".into()));
        }
        state.spare -= 1;
        drop(state);
        // From here the lease stands for the place taken, and gives it back if connecting fails.
        let mut lease = Lease { db: self, conn: None, broken: false };
        lease.conn = Some(if self.reads_only { self.target.connect_to_read()? } else { self.target.connect()? });
        Ok(lease)
    }
}

/// A connection on loan; goes back to the pool, or away if it is in doubt, when this is dropped.
struct Lease<'a> {
    db: &'a Db,
    conn: Option<Conn>,
    broken: bool,
}

impl Lease<'_> {
    fn conn(&mut self) -> Result<&mut Conn> {
        self.conn.as_mut().ok_or_else(|| Error::internal("a lease without a connection"))
    }
}

impl Drop for Lease<'_> {
    fn drop(&mut self) {
        let sound = self
            .conn
            .take()
            .filter(|_| !self.broken && !std::thread::panicking())
            .and_then(|mut conn| conn.is_sound().then_some(conn));
        let mut state = locked(&self.db.state);
        if let Some(conn) = sound {
            state.idle.push(conn);
        } else {
            // What broke this connection has likely broken those that lie idle too.
            if self.broken {
                state.spare += u32::try_from(state.idle.len()).unwrap_or(0);
                state.idle.clear();
            }
            state.spare += 1;
        }
        drop(state);
        self.db.returned.notify_one();
    }
}
