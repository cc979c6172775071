//! `POST /me/password` and `POST /me/reauthenticate`

use super::answer;
use super::call::Call;
use super::problem::Problem;
use crate::forms::{FormName, password};
use crate::web::{give, signed_in};
use actix_web::HttpResponse;
use actix_web::http::StatusCode;

/// Changes the password. The session goes on as a new one, carried as the one before.
pub async fn change(mut call: Call) -> Result<HttpResponse, Problem> {
    call.extended(FormName::ChangePassword);
    let who = signed_in(&call.request, &call.app).await?;
    let input = call.input.clone();
    let client = call.client.clone();
    let entry = call.app.run_hashing(client, move |accounts, cx| accounts.change_password(cx, &who, &input)).await?;
    Ok(answer::signed_in(&call, StatusCode::OK, &entry))
}

/// Confirms the password, for what asks for a proof of late.
pub async fn reauthenticate(call: Call) -> Result<HttpResponse, Problem> {
    let who = signed_in(&call.request, &call.app).await?;
    let filled = password::confirm().clean(&call.input)?;
    let password = filled.text("password").into();
    let client = call.client.clone();
    let bearing =
        call.app.run_hashing(client, move |accounts, cx| accounts.reauthenticate(cx, &who, &password)).await?;
    let mut reply = HttpResponse::NoContent().finish();
    if let Some(bearing) = bearing {
        give(&call.request, call.app.settings(), &bearing, &mut reply);
    }
    Ok(reply)
}
