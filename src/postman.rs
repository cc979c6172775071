//! The postman: takes what is due from the outbox, has it sent, and notes what came of it. One in each process. Knows no
//! message from another.

mod verification;

use crate::accounts::{Accounts, Errand, Outcome};
use crate::app::App;
use crate::context::Client;
use crate::delivery::Failed;
use actix_web::rt;
use std::sync::Arc;
use std::time::Duration;
use tokio::sync::Semaphore;

/// What other processes put into the outbox, and what failed before, is looked for so often.
const LOOK: Duration = Duration::from_secs(2);

/// Messages under way at once in one process. A server that hangs holds up its own, and not those behind them.
const AT_ONCE: usize = 60;

/// Works until the process ends. What is under way then is sent by whoever looks next, once its lease is over.
pub async fn work(app: App) {
    let places = Arc::new(Semaphore::new(AT_ONCE));
    loop {
        match round(&app, &places).await {
            Ok(0) => {
                // Whichever comes first: a message of this process, or the time to look for others.
                let _ = tokio::time::timeout(LOOK, app.posted()).await;
            }
            Ok(_) => {}
            Err(cause) => {
                tracing::warn!(%cause, "the outbox could not be read");
                rt::time::sleep(LOOK).await;
            }
        }
    }
}

/// Takes one batch, has each of it sent, and says how much that was. Takes nothing that it has no place for: what is
/// taken and not begun would only lose time of its lease.
async fn round(app: &App, places: &Arc<Semaphore>) -> crate::error::Result<usize> {
    let wanted = u32::try_from(Accounts::BATCH).unwrap_or(1);
    let Ok(batch) = Arc::clone(places).acquire_many_owned(wanted).await else { return Ok(0) };
    let errands = app.run(Client::local(), |accounts, cx| accounts.take_errands(cx)).await?;
    let count = errands.len();
    let mut batch = batch;
    for errand in errands {
        let place = batch.split(1);
        let app = app.clone();
        rt::spawn(async move {
            send(app, errand).await;
            drop(place);
        });
    }
    Ok(count)
}

async fn send(app: App, errand: Errand) {
    let Errand { id, tries, letter } = errand;
    let brought = match &letter.verification {
        Some(verification) => verification::start(&app, &letter, verification).await,
        None => app.delivery().deliver(&letter).await,
    };
    let outcome = match brought {
        Ok(()) => Outcome::Sent,
        Err(Failed::Passing(why)) => Outcome::Later(why),
        Err(Failed::Final(why)) => Outcome::Never(why),
    };
    match &outcome {
        Outcome::Sent => tracing::info!(message = %id, kind = %letter.kind, tries, "sent"),
        Outcome::Later(why) => tracing::warn!(message = %id, kind = %letter.kind, tries, why, "not sent yet"),
        Outcome::Never(why) => tracing::error!(message = %id, kind = %letter.kind, tries, why, "given up"),
    }
    let noted = app.run(Client::local(), move |accounts, cx| accounts.note_errand(cx, id, tries, &outcome)).await;
    if let Err(cause) = noted {
        tracing::error!(message = %id, %cause, "what came of a message could not be noted; it may be sent twice");
    }
}
