//! `POST /register` and `POST /register/NAME`

use super::account::user_json;
use super::answer::{said, signed_in};
use super::call::Call;
use super::problem::Problem;
use crate::accounts::Registered;
use crate::error::{Code, Error};
use crate::forms::RegistrationForm;
use actix_web::http::StatusCode;
use actix_web::{HttpResponse, web};
use serde_json::json;
use std::sync::Arc;

/// Registers, and signs in if the settings say so.
pub async fn submit(call: Call) -> Result<HttpResponse, Problem> {
    let form = Arc::clone(&call.app.accounts().register_form);
    register(call, form).await
}

/// Registers with a form by its name.
pub async fn submit_named(name: web::Path<String>, call: Call) -> Result<HttpResponse, Problem> {
    let form = call.app.accounts().register_form(&name).ok_or(Error::Refused(Code::NotFound))?;
    register(call, form).await
}

async fn register(call: Call, form: Arc<dyn RegistrationForm>) -> Result<HttpResponse, Problem> {
    let carrier = call.carrier(false);
    let input = call.input.clone();
    let registered = call
        .app
        .run_hashing(call.client.clone(), move |accounts, cx| accounts.register(cx, form.as_ref(), &input, carrier))
        .await?;
    Ok(match registered {
        Registered::SignedIn(entry) => signed_in(&call, StatusCode::CREATED, &entry),
        Registered::Quietly(_) => said(StatusCode::ACCEPTED, "api-registered-quietly", json!({})),
        Registered::Account(user) => HttpResponse::Created().json(json!({"user": user_json(&user)})),
    })
}
