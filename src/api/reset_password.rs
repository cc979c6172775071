//! `/password/reset` and `/password/reset/confirm`

use super::answer::said;
use super::call::Call;
use super::problem::Problem;
use crate::accounts::ResetProof;
use crate::error::{Code, Error};
use crate::forms::{FormName, verify};
use crate::otp::Channel;
use actix_web::HttpResponse;
use actix_web::http::StatusCode;
use serde_json::json;

/// `POST /password/reset`: the same answer whether or not there is such an account.
pub async fn request(mut call: Call) -> Result<HttpResponse, Problem> {
    call.extended(FormName::ResetPassword);
    let filled = verify::reset_password().clean(&call.input)?;
    let channel = match filled.text("channel") {
        "" => None,
        "email" => Some(Channel::Email),
        "phone" => Some(Channel::Phone),
        _ => return Err(Problem(Error::field("channel", Code::Invalid))),
    };
    let region = call.app.region();
    call.app
        .run(call.client, move |accounts, cx| accounts.request_reset(cx, filled.text("identifier"), channel, region))
        .await?;
    Ok(said(StatusCode::ACCEPTED, "api-message-sent", json!({})))
}

/// `POST /password/reset/confirm`
pub async fn confirm(mut call: Call) -> Result<HttpResponse, Problem> {
    call.extended(FormName::ConfirmResetPassword);
    let filled = verify::confirm_reset(call.app.policy()).clean(&call.input)?;
    let proof =
        ResetProof::Code { identifier: filled.text("identifier").to_owned(), code: filled.text("code").to_owned() };
    let password = filled.new_password().cloned().unwrap_or_default();
    let region = call.app.region();
    call.app
        .run_hashing(call.client, move |accounts, cx| accounts.confirm_reset(cx, &proof, &password, region))
        .await?;
    Ok(HttpResponse::NoContent().finish())
}
