//! What goes on beside the requests: the postman, forgetting what has ended, saying that this process serves.

use crate::app::{Countersign, Worker};
use crate::context::Client;
use crate::error::Error;
use crate::postman;
use actix_web::{rt, web};
use std::time::Duration;

/// Sessions past their time and counters that matter no more are removed so often.
const PRUNE_EVERY: Duration = Duration::from_mins(10);
/// So often the process says that it serves.
const BEAT: Duration = Duration::from_secs(30);

/// Starts it all, in the runtime at hand.
pub(super) fn start(countersign: &Countersign) {
    postman::start(countersign);
    if let Err(cause) = countersign.announce() {
        tracing::warn!(%cause, "`settings diff` does not know of this process yet");
    }
    #[cfg(unix)]
    rt::spawn(hang_up(countersign.clone()));
    rt::spawn(prune(countersign.clone()));
    rt::spawn(beat(countersign.clone(), countersign.app().begin()));
}

/// Ends the streams of the development inbox when the process is told to stop: the server waits for what is under way.
#[cfg(unix)]
async fn hang_up(countersign: Countersign) {
    use rt::signal::unix::{SignalKind, signal};
    if let Ok(mut told) = signal(SignalKind::terminate()) {
        told.recv().await;
        countersign.app().delivery().inbox().close();
    }
}

/// Forgets what has ended, now and then. Every process does; it is the same work to do once or twice.
async fn prune(countersign: Countersign) {
    loop {
        let app = countersign.app();
        match app.run(Client::local(), |accounts, cx| accounts.prune(cx)).await {
            Ok(pruned) => tracing::debug!(?pruned, "pruned"),
            Err(cause) => tracing::warn!(%cause, "could not prune"),
        }
        rt::time::sleep(PRUNE_EVERY).await;
    }
}

/// Says that this process serves, until it does no more.
async fn beat(countersign: Countersign, mut worker: Worker) {
    let id = countersign.process();
    loop {
        tokio::select! {
            () = rt::time::sleep(BEAT) => {}
            () = worker.over() => break,
        }
        let known = countersign.app().run(Client::local(), move |accounts, cx| accounts.still_running(cx, id)).await;
        let said = match known {
            // Forgotten, perhaps while the machine slept.
            Ok(false) => {
                let again = countersign.clone();
                web::block(move || again.announce()).await.unwrap_or_else(|cause| Err(Error::internal(cause)))
            }
            other => other.map(|_| ()),
        };
        if let Err(cause) = said {
            tracing::debug!(%cause, "could not say that this process serves");
        }
    }
    let left = countersign.app().run(Client::local(), move |accounts, cx| accounts.leave(cx, id)).await;
    if let Err(cause) = left {
        tracing::debug!(%cause, "could not say that this process serves no more");
    }
}
