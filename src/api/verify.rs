//! `/verify/email`, `/verify/phone` and their `/resend`

use super::account::user_json;
use super::answer::said;
use super::call::Call;
use super::problem::Problem;
use crate::accounts::Prover;
use crate::error::{Code, Error, Result};
use crate::forms::{Filled, FormName, verify};
use crate::otp::Channel;
use crate::web::signed_in;
use actix_web::HttpResponse;
use actix_web::http::StatusCode;
use serde_json::json;

/// `POST /verify/email`
pub async fn email(call: Call) -> Result<HttpResponse, Problem> {
    submit(call, Channel::Email).await
}

/// `POST /verify/phone`
pub async fn phone(call: Call) -> Result<HttpResponse, Problem> {
    submit(call, Channel::Phone).await
}

/// `POST /verify/email/resend`
pub async fn resend_email(call: Call) -> Result<HttpResponse, Problem> {
    resend(call, Channel::Email).await
}

/// `POST /verify/phone/resend`
pub async fn resend_phone(call: Call) -> Result<HttpResponse, Problem> {
    resend(call, Channel::Phone).await
}

async fn submit(mut call: Call, channel: Channel) -> Result<HttpResponse, Problem> {
    call.extended(verify::verifying(channel.identifier()));
    let (prover, filled) = read(&call, channel, verify::verify).await?;
    let stranger = matches!(prover, Prover::Stranger(_));
    let region = call.app.region();
    let user = call
        .app
        .run_checking(call.client, move |accounts, cx| {
            accounts.verify(cx, channel, &prover, filled.text("code"), region)
        })
        .await?;
    // Who is not signed in learns that it worked, and nothing about the account.
    Ok(if stranger {
        HttpResponse::NoContent().finish()
    } else {
        HttpResponse::Ok().json(json!({"user": user_json(&user)}))
    })
}

async fn resend(mut call: Call, channel: Channel) -> Result<HttpResponse, Problem> {
    call.extended(FormName::ResendVerification);
    let (prover, _) = read(&call, channel, verify::resend).await?;
    let stranger = matches!(prover, Prover::Stranger(_));
    let region = call.app.region();
    let destination = call
        .app
        .run(call.client, move |accounts, cx| accounts.resend_verification(cx, channel, &prover, region))
        .await?;
    Ok(if stranger {
        said(StatusCode::ACCEPTED, "api-verify-sent", json!({}))
    } else {
        said(StatusCode::ACCEPTED, "api-code-sent", json!({"destination": destination}))
    })
}

type Form = fn(crate::identifiers::IdentifierKind, bool) -> crate::forms::SmallForm;

/// Who wants to prove the address, and what they sent. Without a session and without an address there is nobody.
async fn read(call: &Call, channel: Channel, form: Form) -> Result<(Prover, Filled)> {
    let who = match signed_in(&call.request, &call.app).await {
        Ok(who) => Some(who),
        Err(Error::Refused(Code::Unauthenticated)) if call.input.names().any(|name| name == channel.as_str()) => None,
        Err(cause) => return Err(cause),
    };
    let filled = form(channel.identifier(), who.is_some()).clean(&call.input)?;
    let prover = match who {
        Some(who) => Prover::SignedIn(Box::new(who)),
        None => Prover::Stranger(filled.text(channel.as_str()).to_owned()),
    };
    Ok((prover, filled))
}
