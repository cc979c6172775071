//! `/login/code` and `/login/code/confirm`

use super::answer::{said, signed_in};
use super::call::Call;
use super::problem::Problem;
use crate::accounts::LoginProof;
use crate::forms::login_by_code;
use actix_web::HttpResponse;
use actix_web::http::StatusCode;
use serde_json::json;

/// `POST /login/code`: the same answer whether or not there is such an account.
pub async fn request(call: Call) -> Result<HttpResponse, Problem> {
    let filled = login_by_code::request(true).clean(&call.input)?;
    let region = call.app.region();
    call.app
        .run(call.client, move |accounts, cx| {
            accounts.request_login_code(cx, filled.text("identifier"), filled.text("channel"), region)
        })
        .await?;
    Ok(said(StatusCode::ACCEPTED, "api-message-sent", json!({})))
}

/// `POST /login/code/confirm`
pub async fn confirm(call: Call) -> Result<HttpResponse, Problem> {
    let filled = login_by_code::confirm(true, true).clean(&call.input)?;
    let carrier = call.carrier(filled.flag("remember_me"));
    let proof =
        LoginProof::Code { identifier: filled.text("identifier").to_owned(), code: filled.text("code").to_owned() };
    let region = call.app.region();
    let entry = call
        .app
        .run_checking(call.client.clone(), move |accounts, cx| accounts.login_by_code(cx, &proof, carrier, region))
        .await?;
    Ok(signed_in(&call, StatusCode::OK, &entry))
}
