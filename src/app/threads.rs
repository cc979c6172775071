//! Plain threads behind a bounded queue, for short units of database work. Own threads are twice as quick for these as
//! the runtime's pool, and being few they do not trip over each other in SQLite.

use crate::error::{Error, Result};
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::mpsc::{Receiver, SyncSender, TrySendError, sync_channel};
use std::sync::{Arc, Mutex, PoisonError};
use tokio::sync::oneshot;

/// More than this waiting means that nothing gets better by waiting longer.
const QUEUE: usize = 1024;

type Job = Box<dyn FnOnce() + Send>;

/// The threads; they end when this is dropped.
#[derive(Debug)]
pub struct Threads(SyncSender<Job>);

impl Threads {
    /// Starts `count` threads.
    ///
    /// # Errors
    /// When the system gives no more threads.
    pub fn start(count: usize) -> std::io::Result<Self> {
        let (sender, receiver) = sync_channel::<Job>(QUEUE);
        let receiver = Arc::new(Mutex::new(receiver));
        for number in 0..count.max(1) {
            let receiver = Arc::clone(&receiver);
            std::thread::Builder::new().name(format!("db-{number}")).spawn(move || serve(&receiver))?;
        }
        Ok(Self(sender))
    }

    /// Runs `job` on one of the threads.
    ///
    /// # Errors
    /// [`Error::Overloaded`] when the queue is full; [`Error::Internal`] when `job` panics.
    pub async fn run<T: Send + 'static>(&self, job: impl FnOnce() -> T + Send + 'static) -> Result<T> {
        let (answer, done) = oneshot::channel();
        let job: Job = Box::new(move || {
            // Nobody may be waiting any more; the work was done all the same.
            let _ = answer.send(job());
        });
        self.0.try_send(job).map_err(|refused| match refused {
            TrySendError::Full(_) => Error::Overloaded,
            TrySendError::Disconnected(_) => Error::internal("the database threads are gone"),
        })?;
        done.await.map_err(|_| Error::internal("a unit of work panicked"))
    }
}

fn serve(receiver: &Mutex<Receiver<Job>>) {
    loop {
        let next = receiver.lock().unwrap_or_else(PoisonError::into_inner).recv();
        let Ok(job) = next else { return };
        // A panic is the fault of one unit of work; its caller sees the answer's channel closed.
        let _ = catch_unwind(AssertUnwindSafe(job));
    }
}
