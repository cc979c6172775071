//! `POST /token/refresh`

use super::answer::add_tokens;
use super::call::Call;
use super::problem::Problem;
use crate::error::{Code, FormErrors};
use actix_web::HttpResponse;
use secrecy::ExposeSecret;
use serde_json::json;

/// Gives a new pair of tokens for a refresh token.
pub async fn submit(call: Call) -> Result<HttpResponse, Problem> {
    let mut errors = FormErrors::default();
    let token = call.input.secret("refresh_token", &mut errors);
    if token.is_none() && errors.is_empty() {
        errors.add("refresh_token", Code::Required);
    }
    call.input.refuse_others(&["refresh_token"], &mut errors);
    let token = errors.or(|| token)?.unwrap_or_default();
    let pair = call.app.run(call.client, move |accounts, cx| accounts.refresh(cx, token.expose_secret())).await?;
    let mut all = json!({});
    add_tokens(&mut all, &pair);
    Ok(HttpResponse::Ok().json(all))
}
