//! The only place where a password hash is computed for a request: few threads of low priority behind a short queue; knows nothing of accounts.

use super::hashers::{self, Hasher};
use super::pace::Pace;
use crate::ambient::Random;
use crate::error::{Error, Result};
use crate::metrics::Count;
use secrecy::{ExposeSecret as _, SecretString};
use std::fmt;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::atomic::{AtomicU64, AtomicUsize, Ordering};
use std::sync::mpsc::{Receiver, SyncSender, TrySendError, sync_channel};
use std::sync::{Arc, Mutex, PoisonError};
use std::thread::{self, JoinHandle};
use std::time::{Duration, Instant};
use thread_priority::ThreadPriority;

type Job = Box<dyn FnOnce() + Send>;

/// The name of today's hashes among the kinds that are timed.
const TODAYS: &str = "today's";

/// Threads that compute password hashes, with a bounded queue in front.
///
/// They run at the lowest ordinary priority, so that a storm of logins does not starve requests of those who are signed in; a
/// full queue refuses at once with [`Error::Overloaded`] rather than letting people wait behind it. The calling thread blocks
/// until its hash is done, and should hold no connection and no lock meanwhile.
pub struct HashPool {
    work: Arc<Work>,
    crew: Arc<Crew>,
}

/// The threads, and what stands before them. Pools may share one: they then wait in one queue.
struct Crew {
    queue: Option<SyncSender<Job>>,
    threads: Vec<JoinHandle<()>>,
    /// How many jobs may wait.
    room: usize,
    waiting: Arc<AtomicUsize>,
    hashes: Arc<AtomicU64>,
    refused: Count,
}

/// What the threads share with the pool.
struct Work {
    hasher: Arc<dyn Hasher>,
    hashes: Arc<AtomicU64>,
    pace: Pace,
}

/// How a verify went, and how long the calling thread should idle before it says so.
struct Verified {
    matches: bool,
    pad: Duration,
}

impl HashPool {
    /// Starts `threads` threads (0: one less than there are processors; always at least 1) behind a queue of
    /// `queue` waiting jobs (at least 1).
    #[must_use]
    pub fn new(hasher: Arc<dyn Hasher>, threads: usize, queue: usize) -> Self {
        let threads = match threads {
            0 => thread::available_parallelism().map_or(1, usize::from).saturating_sub(1).max(1),
            n => n,
        };
        let room = queue.max(1);
        let (sender, receiver) = sync_channel(room);
        let receiver = Arc::new(Mutex::new(receiver));
        let threads = (1..=threads)
            .filter_map(|n| {
                let receiver = Arc::clone(&receiver);
                let started = thread::Builder::new().name(format!("hash-{n}")).spawn(move || serve(&receiver));
                // With fewer threads the pool is slower, with none every call is refused: nothing to stop the program for.
                started
                    .inspect_err(|error| tracing::error!(%error, "a thread for password hashes could not be started"))
                    .ok()
            })
            .collect();
        let (waiting, computed, refused) = (Arc::default(), Arc::default(), Count::default());
        Self::of(Arc::new(Crew { queue: Some(sender), threads, room, waiting, hashes: computed, refused }), hasher)
    }

    /// A pool of the same threads and the same queue, whose hashes of today are made by another hasher. What was learnt
    /// of older ones is learnt anew.
    #[must_use]
    pub fn with_hasher(&self, hasher: Arc<dyn Hasher>) -> Self {
        Self::of(Arc::clone(&self.crew), hasher)
    }

    fn of(crew: Arc<Crew>, hasher: Arc<dyn Hasher>) -> Self {
        Self { work: Arc::new(Work { hasher, hashes: Arc::clone(&crew.hashes), pace: Pace::default() }), crew }
    }

    /// Refuses while the queue is full, before anything was done for a request that would then be refused all the same.
    ///
    /// # Errors
    /// `Overloaded`.
    pub fn check_room(&self) -> Result<()> {
        if self.crew.waiting.load(Ordering::SeqCst) < self.crew.room { Ok(()) } else { Err(self.crew.refuse()) }
    }

    /// The encoded form of a password, by today's hasher.
    ///
    /// # Errors
    /// `Overloaded` at once when the queue is full; `Internal` when the hasher fails.
    pub fn hash(&self, password: &SecretString, random: &Arc<dyn Random>) -> Result<String> {
        let (password, random) = (password.clone(), Arc::clone(random));
        self.run(move |work| work.today(|hasher| hasher.hash(password.expose_secret(), &*random)))?
    }

    /// Whether a password matches an encoded form: today's hasher for its own, [`verify_any`](super::verify_any) for the rest.
    ///
    /// Exactly one hash is computed, or its like spent where there is nothing to compute: an unusable password, a format
    /// nobody knows. All refusals take as long as those of the dearest kind that was met or
    /// [learnt](Self::learn): for a cheaper one the calling thread idles for the difference, which costs no processor.
    ///
    /// # Errors
    /// `Overloaded` at once when the queue is full; `Internal` when the hasher fails.
    pub fn verify(&self, password: &SecretString, encoded: &str) -> Result<bool> {
        let (password, encoded) = (password.clone(), encoded.to_owned());
        let verified = self.run(move |work| work.verify(password.expose_secret(), &encoded))?;
        thread::sleep(verified.pad);
        Ok(verified.matches)
    }

    /// Costs what a refusal by [`verify`](Self::verify) costs, where there is no encoded form to look at. The cost does not depend on the password.
    ///
    /// # Errors
    /// `Overloaded` at once when the queue is full; `Internal` when the hasher fails.
    pub fn spend(&self, _password: &SecretString) -> Result<()> {
        let verified = self.run(Work::spend)?;
        thread::sleep(verified.pad);
        Ok(())
    }

    /// Measures what a refusal of this encoded form takes, so that all others can take as long from the first one on. For the start: one example of each
    /// older format and cost in the database. Not counted among the hashes.
    ///
    /// # Errors
    /// `Overloaded` at once when the queue is full; `Internal` when the hasher fails.
    pub fn learn(&self, encoded: &str) -> Result<()> {
        let encoded = encoded.to_owned();
        self.run(move |work| {
            work.compute("", &encoded);
        })
    }

    /// Whether an encoded form should be replaced by today's when the password is next at hand. Computes nothing.
    #[must_use]
    pub fn is_stale(&self, encoded: &str) -> bool {
        self.work.hasher.is_stale(encoded)
    }

    /// Whether there is a password that this encoded form could be checked against: it is of today's format or of one
    /// that is read, within the bounds of what is computed. Computes nothing.
    #[must_use]
    pub fn understands(&self, encoded: &str) -> bool {
        self.work.is_own(encoded) || hashers::can_read(encoded)
    }

    /// The algorithm of an encoded form and what it says of its cost: never its salt, nor its hash. Nothing for what
    /// [`understands`](Self::understands) does not take.
    #[must_use]
    pub fn format<'e>(&self, encoded: &'e str) -> Option<&'e str> {
        (encoded.contains('$') && self.understands(encoded)).then(|| hashers::kind(encoded))
    }

    /// How many wait for their turn, and how many were refused because the queue was full.
    #[must_use]
    pub fn figures(&self) -> (u64, u64) {
        (self.crew.waiting.load(Ordering::SeqCst) as u64, self.crew.refused.get())
    }

    /// How many hashes were computed or spent, ever.
    #[must_use]
    pub fn hashes(&self) -> u64 {
        self.work.hashes.load(Ordering::SeqCst)
    }

    /// Runs one job on a thread of the pool and waits for what it gives.
    fn run<T: Send + 'static>(&self, job: impl FnOnce(&Work) -> T + Send + 'static) -> Result<T> {
        let (work, waiting) = (Arc::clone(&self.work), Arc::clone(&self.crew.waiting));
        let (answer, wait) = sync_channel(1);
        let job: Job = Box::new(move || {
            waiting.fetch_sub(1, Ordering::SeqCst);
            let _ = answer.send(job(&work));
        });
        let queue = self.crew.queue.as_ref().ok_or_else(gone)?;
        self.crew.waiting.fetch_add(1, Ordering::SeqCst);
        queue.try_send(job).map_err(|error| {
            self.crew.waiting.fetch_sub(1, Ordering::SeqCst);
            match error {
                TrySendError::Full(_) => self.crew.refuse(),
                TrySendError::Disconnected(_) => gone(),
            }
        })?;
        // A job that panicked has dropped its end of the channel.
        wait.recv().map_err(|_| Error::internal("a password hash could not be computed"))
    }
}

impl Crew {
    fn refuse(&self) -> Error {
        self.refused.note();
        Error::Overloaded
    }
}

impl Work {
    /// One hash by today's hasher: counted and timed.
    fn today<T>(&self, job: impl FnOnce(&dyn Hasher) -> T) -> T {
        self.hashes.fetch_add(1, Ordering::SeqCst);
        self.timed(TODAYS, || job(&*self.hasher)).0
    }

    fn timed<T>(&self, kind: &str, job: impl FnOnce() -> T) -> (T, Duration) {
        let begin = Instant::now();
        let result = job();
        let took = begin.elapsed();
        self.pace.remember(kind, took);
        (result, took)
    }

    fn spend(&self) -> Verified {
        self.hashes.fetch_add(1, Ordering::SeqCst);
        let ((), took) = self.timed(TODAYS, || self.hasher.spend(""));
        Verified { matches: false, pad: self.pace.lacking(TODAYS, took) }
    }

    fn verify(&self, password: &str, encoded: &str) -> Verified {
        if !self.is_own(encoded) && !hashers::can_read(encoded) {
            return self.spend();
        }
        self.hashes.fetch_add(1, Ordering::SeqCst);
        self.compute(password, encoded)
    }

    /// A verify, timed and not counted.
    fn compute(&self, password: &str, encoded: &str) -> Verified {
        let own = self.is_own(encoded);
        let kind = if own && !self.hasher.is_stale(encoded) { TODAYS } else { hashers::kind(encoded) };
        let (matches, took) = self.timed(kind, || {
            if own { self.hasher.verify(password, encoded) } else { hashers::verify_any(password, encoded) }
        });
        if matches {
            return Verified { matches, pad: Duration::ZERO };
        }
        if !self.pace.knows(TODAYS) {
            // Nothing to compare with yet: one of today's is computed and thrown away.
            self.timed(TODAYS, || self.hasher.spend(""));
        }
        Verified { matches, pad: self.pace.lacking(kind, took) }
    }

    fn is_own(&self, encoded: &str) -> bool {
        encoded.split('$').next() == Some(self.hasher.algorithm())
    }
}

impl Drop for Crew {
    /// Ends the threads. Whoever waits for a hash borrows a pool, so there is none left to wait for.
    fn drop(&mut self) {
        self.queue = None;
        for thread in self.threads.drain(..) {
            let _ = thread.join();
        }
    }
}

impl fmt::Debug for HashPool {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("HashPool")
            .field("hasher", &self.work.hasher.algorithm())
            .field("threads", &self.crew.threads.len())
            .field("hashes", &self.hashes())
            .finish_non_exhaustive()
    }
}

/// The life of one thread: it ends with the pool.
fn serve(receiver: &Mutex<Receiver<Job>>) {
    if let Err(error) = ThreadPriority::Min.set_for_current() {
        tracing::debug!(?error, "a thread for password hashes keeps its ordinary priority");
    }
    loop {
        // Whichever thread holds the lock waits for the next job; the others wait for the lock.
        let job = receiver.lock().unwrap_or_else(PoisonError::into_inner).recv();
        let Ok(job) = job else { return };
        if catch_unwind(AssertUnwindSafe(job)).is_err() {
            tracing::error!("a password hash panicked");
        }
    }
}

fn gone() -> Error {
    Error::internal("the threads for password hashes are gone")
}
