//! One message after the other at the step that cannot be taken back. Knows the line and the lease, and no transport.

use super::Round;
use crate::context::Client;
use crate::db::Id;
use crate::delivery::{Failed, Sending, Turn};
use actix_web::rt;
use std::sync::{Arc, Mutex, PoisonError};
use std::time::Duration;
use tokio::sync::OwnedSemaphorePermit;
use tokio::task::JoinHandle;

/// A server that takes longer over the last step lets the next message begin its own, and is waited for beside it.
const LONGEST: Duration = Duration::from_secs(5);

/// So many are waited for beside the line. While there are more, the server is not slow over one message but over all.
pub(super) const LATE: usize = 3;

/// The turn of one message: from before its last step until it is dropped, or until it took too long.
pub(super) struct InLine {
    round: Arc<Round>,
    id: Id,
    /// In the line, and later beside it.
    place: Arc<Mutex<Option<OwnedSemaphorePermit>>>,
    clock: Mutex<Option<JoinHandle<()>>>,
}

impl InLine {
    /// The turn of this message, which has not come yet.
    pub(super) fn new(round: Arc<Round>, id: Id) -> Self {
        Self { round, id, place: Arc::default(), clock: Mutex::default() }
    }

    async fn come(&self) -> Result<(), Failed> {
        let line = Arc::clone(&self.round.line);
        let place = line.acquire_owned().await.map_err(|_| Failed::Passing("the program stops".into()))?;
        let (owner, id) = (self.round.owner, self.id);
        let app = self.round.app();
        let own = app.run(Client::local(), move |accounts, cx| accounts.may_send(cx, owner, id)).await;
        match own {
            Ok(true) => {}
            Ok(false) => return Err(Failed::Passing("another process is sending it".into())),
            Err(cause) => return Err(Failed::Passing(format!("whether to send it could not be asked: {cause}"))),
        }
        {
            let mut held = self.round.held();
            if held.closed {
                return Err(Failed::Passing("the program stops".into()));
            }
            held.messages.insert(self.id, true);
        }
        *locked(&self.place) = Some(place);
        let (place, late) = (Arc::clone(&self.place), Arc::clone(&self.round.late));
        let clock = rt::spawn(async move {
            rt::time::sleep(LONGEST).await;
            if let Ok(beside) = late.acquire_owned().await {
                *locked(&place) = Some(beside);
            }
        });
        *locked(&self.clock) = Some(clock);
        Ok(())
    }
}

fn locked<T>(mutex: &Mutex<T>) -> std::sync::MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}

impl Turn for InLine {
    fn comes(&self) -> Sending<'_> {
        Box::pin(self.come())
    }
}

impl Drop for InLine {
    fn drop(&mut self) {
        if let Some(clock) = locked(&self.clock).take() {
            clock.abort();
        }
        drop(locked(&self.place).take());
    }
}
