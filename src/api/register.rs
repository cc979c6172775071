//! `POST /register`

use super::account::user_json;
use super::answer::signed_in;
use super::call::Call;
use super::problem::Problem;
use crate::accounts::Registered;
use actix_web::HttpResponse;
use actix_web::http::StatusCode;
use serde_json::json;

/// What everybody is told where nobody may learn which addresses are known.
const QUIET_WORDS: &str = "We have sent a message. Verify the address with what is in it, then sign in.";

/// Registers, and signs in if the settings say so.
pub async fn submit(call: Call) -> Result<HttpResponse, Problem> {
    let carrier = call.carrier(false);
    let input = call.input.clone();
    let registered = call
        .app
        .run_hashing(call.client.clone(), move |accounts, cx| {
            accounts.register(cx, accounts.register_form.as_ref(), &input, carrier)
        })
        .await?;
    Ok(match registered {
        Registered::SignedIn(entry) => signed_in(&call, StatusCode::CREATED, &entry),
        Registered::Quietly(_) => HttpResponse::Accepted().json(json!({"detail": QUIET_WORDS})),
        Registered::Account(user) => HttpResponse::Created().json(json!({"user": user_json(&user)})),
    })
}
