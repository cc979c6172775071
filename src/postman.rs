//! The postman: takes what is due from the outbox, has it sent, and notes what came of it. One in each process. Knows no
//! message from another.

use crate::accounts::{Errand, Outcome};
use crate::app::App;
use crate::context::Client;
use crate::delivery::Failed;
use actix_web::rt;
use std::time::Duration;

/// What other processes put into the outbox, and what failed before, is looked for so often.
const LOOK: Duration = Duration::from_secs(2);

/// Works until the process ends. What is under way then is sent by whoever looks next, once its lease is over.
pub async fn work(app: App) {
    loop {
        match round(&app).await {
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

/// Sends one batch, all of it at once, and says how much that was.
async fn round(app: &App) -> crate::error::Result<usize> {
    let errands = app.run(Client::local(), |accounts, cx| accounts.take_errands(cx)).await?;
    let count = errands.len();
    let under_way: Vec<_> = errands.into_iter().map(|errand| rt::spawn(send(app.clone(), errand))).collect();
    for errand in under_way {
        if errand.await.is_err() {
            tracing::error!("sending a message panicked");
        }
    }
    Ok(count)
}

async fn send(app: App, errand: Errand) {
    let Errand { id, tries, letter } = errand;
    let outcome = match app.delivery().deliver(&letter).await {
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
