//! A letter whose code a phone verifier sends by itself.

use crate::accounts::Wanted;
use crate::app::App;
use crate::context::Client;
use crate::delivery::{Failed, Letter, Turn, Verification};
use actix_web::web;
use std::fmt::Display;

/// Has the code sent, if it is still wanted, and notes what the service calls it.
pub(super) async fn start(
    app: &App,
    letter: &Letter,
    verification: &Verification,
    turn: &dyn Turn,
) -> Result<(), Failed> {
    let own = verification.clone();
    let wanted = app.run(Client::local(), move |accounts, cx| accounts.wants_verification(cx, &own)).await;
    let wanted = match wanted.map_err(later)? {
        Wanted::Now(wanted) => wanted,
        Wanted::Sent => return Ok(()),
        Wanted::NoMore => return Err(Failed::Final("its code was replaced or killed before it could be sent".into())),
    };
    turn.comes().await?;
    let (other, own, sent) = (app.clone(), wanted.clone(), letter.clone());
    let started = web::block(move || other.accounts().start_verification(&sent, &own)).await;
    let remote_id = started.map_err(later)??;
    let noted = app.run(Client::local(), move |accounts, cx| accounts.note_verification(cx, &wanted, &remote_id)).await;
    noted.map_err(later)
}

fn later(cause: impl Display) -> Failed {
    Failed::Passing(cause.to_string())
}
