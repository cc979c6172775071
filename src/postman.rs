//! The postman: takes what is due from the outbox, has it sent, and notes what came of it. One in each process, who goes
//! several ways, one for email, one for text messages and one for each webhook, so that none waits for another. Knows no
//! message from another.
//!
//! What he takes is his under a lease that he prolongs while he lives. Messages of one way go side by side up to the step
//! that cannot be taken back; that step, the server's answer to it and the note of it are one message's turn after the
//! other's. So a process that is killed leaves at most one message a way of which it is not known whether it was sent.

mod turn;
mod verification;

use crate::accounts::{Accounts, Errand, Outcome};
use crate::app::{App, Countersign, Worker};
use crate::context::Client;
use crate::db::Id;
use crate::delivery::{Failed, Parcel, Way};
use crate::error::{Error, Result};
use actix_web::rt;
use std::collections::BTreeMap;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::Duration;
use tokio::sync::Semaphore;
use turn::{InLine, LATE};

/// What other processes put into the outbox, and what failed before, is looked for so often.
const LOOK: Duration = Duration::from_secs(2);

/// Messages under way at once, each way. A server that hangs holds up its own, and not those behind them.
const AT_ONCE: usize = 60;

/// The lease on what is under way is prolonged so often.
const RENEW: Duration = Duration::from_secs(10);

/// While the program stops, so often is looked whether the last message is noted.
const LAST_LOOK: Duration = Duration::from_millis(20);

/// One way of a postman.
struct Round {
    countersign: Countersign,
    /// In whose name messages are taken: nobody else's, not even that of this process before a restart.
    owner: Id,
    way: Way,
    places: Arc<Semaphore>,
    /// The one place for the step that cannot be taken back.
    line: Arc<Semaphore>,
    /// Places beside the line, for those over whose last step the server takes long.
    late: Arc<Semaphore>,
    held: Mutex<Held>,
}

/// What is under way.
#[derive(Default)]
struct Held {
    /// Each message, and whether it may have been sent by now.
    messages: BTreeMap<Id, bool>,
    /// No message begins its last step any more.
    closed: bool,
}

/// Puts the postman to work until the program stops.
pub fn start(countersign: &Countersign) {
    let app = countersign.app();
    let owner = Id::new(app.now(), app.random());
    let mut ways = Vec::new();
    take_up(countersign, owner, &mut ways);
    let (countersign, mut worker) = (countersign.clone(), app.begin());
    rt::spawn(async move {
        let mut reloads = countersign.reloads();
        loop {
            tokio::select! {
                _ = reloads.changed() => take_up(&countersign, owner, &mut ways),
                () = worker.over() => break,
            }
        }
    });
}

/// Goes each way that is there and not gone yet.
fn take_up(countersign: &Countersign, owner: Id, ways: &mut Vec<Way>) {
    let app = countersign.app();
    for way in app.delivery().ways() {
        if ways.contains(&way) {
            continue;
        }
        ways.push(way.clone());
        let round = Arc::new(Round {
            countersign: countersign.clone(),
            owner,
            way,
            places: Arc::new(Semaphore::new(AT_ONCE)),
            line: Arc::new(Semaphore::new(1)),
            late: Arc::new(Semaphore::new(LATE)),
            held: Mutex::default(),
        });
        rt::spawn(Arc::clone(&round).hold());
        rt::spawn(round.work(app.begin()));
    }
}

impl Round {
    /// The program as it is by now: settings may have been read anew since the last message.
    fn app(&self) -> App {
        self.countersign.app()
    }

    async fn work(self: Arc<Self>, mut worker: Worker) {
        let app = self.app();
        let mut bell = app.bell();
        if self.way == Way::Email {
            // What was put off may have been so because of what the restart has mended.
            let resumed = app.run(Client::local(), |accounts, cx| accounts.resume_messages(cx)).await;
            if let Err(cause) = resumed {
                tracing::warn!(%cause, "what waits in the outbox could not be made due now");
            }
        }
        while !worker.is_over() {
            let took = tokio::select! {
                took = self.take() => took,
                () = worker.over() => break,
            };
            let pause = async {
                match took {
                    Ok(0) => {
                        // Whichever comes first: a message of this process, or the time to look for others.
                        let _ = tokio::time::timeout(LOOK, bell.changed()).await;
                    }
                    Ok(_) => {}
                    Err(cause) => {
                        tracing::warn!(%cause, "the outbox could not be read");
                        rt::time::sleep(LOOK).await;
                    }
                }
            };
            tokio::select! {
                () = pause => {}
                () = worker.over() => break,
            }
        }
        self.leave().await;
    }

    /// Takes one batch, has each of it sent, and says how much that was. Takes nothing that it has no place for: what is
    /// taken and not begun would only be kept from others.
    async fn take(self: &Arc<Self>) -> Result<usize> {
        if !self.app().delivery().ways().contains(&self.way) {
            // A webhook that was taken out of the settings: what is for it waits, until it is back or given up.
            return Ok(0);
        }
        let wanted = u32::try_from(Accounts::BATCH).unwrap_or(1);
        let Ok(mut batch) = Arc::clone(&self.places).acquire_many_owned(wanted).await else { return Ok(0) };
        let (owner, way, held) = (self.owner, self.way.clone(), self.held_ids());
        let round = Arc::clone(self);
        let app = self.app();
        let taken = app.run(Client::local(), move |accounts, cx| {
            let errands = accounts.take_errands(cx, owner, &way, &held)?;
            // Here and not when the answer comes: nobody may be there any more to see it.
            let mut held = round.held();
            if held.closed {
                let ids: Vec<Id> = errands.iter().map(|errand| errand.id).collect();
                accounts.release_errands(cx, owner, &ids)?;
                return Ok(Vec::new());
            }
            held.messages.extend(errands.iter().map(|errand| (errand.id, false)));
            Ok(errands)
        });
        let errands = taken.await?;
        let count = errands.len();
        for errand in errands {
            let place = batch.split(1);
            let round = Arc::clone(self);
            rt::spawn(async move {
                round.send(errand).await;
                drop(place);
            });
        }
        Ok(count)
    }

    async fn send(self: Arc<Self>, errand: Errand) {
        let Errand { id, tries, parcel } = errand;
        let app = self.app();
        let turn = InLine::new(Arc::clone(&self), id);
        let brought = match &parcel {
            Parcel::Letter(letter) => match &letter.verification {
                Some(verification) => verification::start(&app, letter, verification, &turn).await,
                None => app.delivery().deliver(letter, &turn).await,
            },
            Parcel::Notification(notification) => app.delivery().notify(notification, &turn).await,
        };
        let outcome = match brought {
            Ok(()) => Outcome::Sent,
            Err(Failed::Passing(why)) => Outcome::Later(why),
            Err(Failed::Final(why)) => Outcome::Never(why),
        };
        if self.gave_back(id) {
            return;
        }
        match &outcome {
            Outcome::Sent => tracing::info!(message = %id, kind = parcel.kind(), tries, "sent"),
            Outcome::Later(why) => tracing::warn!(message = %id, kind = parcel.kind(), tries, why, "not sent yet"),
            Outcome::Never(why) => tracing::error!(message = %id, kind = parcel.kind(), tries, why, "given up"),
        }
        let outcome = Arc::new(outcome);
        loop {
            let (owner, outcome) = (self.owner, Arc::clone(&outcome));
            let noted =
                app.run(Client::local(), move |accounts, cx| accounts.note_errand(cx, owner, id, tries, &outcome));
            match noted.await {
                Ok(()) => break,
                // Forgotten, it would be sent again. While it is held, this process does not.
                Err(cause @ (Error::Unavailable(_) | Error::Overloaded)) => {
                    tracing::warn!(message = %id, %cause, "what came of a message cannot be noted yet");
                    rt::time::sleep(LOOK).await;
                }
                Err(cause) => {
                    tracing::error!(message = %id, %cause, "what came of a message cannot be noted; it may be sent twice");
                    break;
                }
            }
        }
        self.held().messages.remove(&id);
    }

    fn held(&self) -> MutexGuard<'_, Held> {
        self.held.lock().unwrap_or_else(PoisonError::into_inner)
    }

    fn held_ids(&self) -> Vec<Id> {
        self.held().messages.keys().copied().collect()
    }

    /// Whether the message was taken from under whoever was about to send it, because the program stops.
    fn gave_back(&self, id: Id) -> bool {
        let held = self.held();
        held.closed && held.messages.get(&id) != Some(&true)
    }

    /// Prolongs the lease on what is under way.
    async fn hold(self: Arc<Self>) {
        loop {
            rt::time::sleep(RENEW).await;
            let (owner, held) = (self.owner, self.held_ids());
            if held.is_empty() {
                continue;
            }
            let app = self.app();
            let held = app.run(Client::local(), move |accounts, cx| accounts.hold_errands(cx, owner, &held)).await;
            if let Err(cause) = held {
                tracing::warn!(%cause, "the lease on messages under way could not be prolonged");
            }
        }
    }

    /// Gives back what has not been sent, and waits for the answers to what may have been.
    async fn leave(&self) {
        let (owner, unsent) = (self.owner, {
            let mut held = self.held();
            held.closed = true;
            held.messages.iter().filter(|(_, in_doubt)| !**in_doubt).map(|(id, _)| *id).collect::<Vec<_>>()
        });
        if !unsent.is_empty() {
            let app = self.app();
            let given = app.run(Client::local(), move |accounts, cx| accounts.release_errands(cx, owner, &unsent));
            match given.await {
                Ok(count) => tracing::info!(count, "messages were given back unsent"),
                Err(cause) => tracing::warn!(%cause, "messages could not be given back; others have to wait for them"),
            }
        }
        while self.held().messages.values().any(|in_doubt| *in_doubt) {
            rt::time::sleep(LAST_LOOK).await;
        }
    }
}
