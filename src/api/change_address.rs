//! `/me/email`, `/me/phone`, and what hangs on them

use super::account::user_json;
use super::answer::said;
use super::call::Call;
use super::problem::Problem;
use crate::forms::change_address::{self, changing};
use crate::otp::Channel;
use crate::web::signed_in;
use actix_web::HttpResponse;
use actix_web::http::StatusCode;
use serde_json::json;

/// `POST /me/email`, `POST /me/phone`: a code goes to the new address.
pub async fn request(mut call: Call, channel: Channel) -> Result<HttpResponse, Problem> {
    call.extended(changing(channel.identifier()));
    let who = signed_in(&call.request, &call.app).await?;
    let region = call.app.region();
    let Call { app, client, input, .. } = call;
    let destination =
        app.run_hashing(client, move |accounts, cx| accounts.request_change(cx, &who, channel, &input, region)).await?;
    Ok(on_its_way(&destination))
}

/// `DELETE /me/email`, `DELETE /me/phone`
pub async fn remove(call: Call, channel: Channel) -> Result<HttpResponse, Problem> {
    let who = signed_in(&call.request, &call.app).await?;
    let Call { app, client, input, .. } = call;
    let user = app.run_hashing(client, move |accounts, cx| accounts.remove_address(cx, &who, channel, &input)).await?;
    Ok(HttpResponse::Ok().json(json!({"user": user_json(&user)})))
}

/// `POST /me/email/confirm`, `POST /me/phone/confirm`
pub async fn confirm(call: Call, channel: Channel) -> Result<HttpResponse, Problem> {
    let who = signed_in(&call.request, &call.app).await?;
    let filled = change_address::confirm(channel.identifier()).clean(&call.input)?;
    let user = call
        .app
        .run_checking(call.client, move |accounts, cx| accounts.confirm_change(cx, &who, channel, filled.text("code")))
        .await?;
    Ok(HttpResponse::Ok().json(json!({"user": user_json(&user)})))
}

/// `POST /me/email/resend`, `POST /me/phone/resend`
pub async fn resend(call: Call, channel: Channel) -> Result<HttpResponse, Problem> {
    let who = signed_in(&call.request, &call.app).await?;
    change_address::nothing().clean(&call.input)?;
    let destination = call.app.run(call.client, move |accounts, cx| accounts.resend_change(cx, &who, channel)).await?;
    Ok(on_its_way(&destination))
}

/// `DELETE /me/email/pending`, `DELETE /me/phone/pending`
pub async fn cancel(call: Call, channel: Channel) -> Result<HttpResponse, Problem> {
    let who = signed_in(&call.request, &call.app).await?;
    change_address::nothing().clean(&call.input)?;
    call.app.run(call.client, move |accounts, cx| accounts.cancel_change(cx, &who, channel)).await?;
    Ok(HttpResponse::NoContent().finish())
}

fn on_its_way(destination: &str) -> HttpResponse {
    said(StatusCode::ACCEPTED, "api-code-sent", json!({"destination": destination}))
}
