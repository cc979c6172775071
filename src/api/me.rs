//! `/me`

use super::account::user_json;
use super::call::Call;
use super::problem::Problem;
use crate::app::App;
use crate::forms::{FormName, SmallForm};
use crate::web::{forget_session, signed_in};
use actix_session::SessionExt;
use actix_web::{HttpRequest, HttpResponse, web};
use serde_json::json;

/// Who is signed in.
pub async fn show(request: HttpRequest, app: web::Data<App>) -> Result<HttpResponse, Problem> {
    let who = signed_in(&request, &app).await?;
    Ok(HttpResponse::Ok().json(user_json(&who.user)))
}

/// `DELETE /me`: deletes the account, with the password.
pub async fn delete(mut call: Call) -> Result<HttpResponse, Problem> {
    call.extended(FormName::DeleteAccount);
    let who = signed_in(&call.request, &call.app).await?;
    let input = call.input;
    call.app.run_hashing(call.client, move |accounts, cx| accounts.delete_account(cx, &who, &input)).await?;
    forget_session(&call.request.get_session());
    Ok(HttpResponse::NoContent().finish())
}

/// `POST /me/delete/cancel`: the account stays.
pub async fn keep(call: Call) -> Result<HttpResponse, Problem> {
    let who = signed_in(&call.request, &call.app).await?;
    SmallForm { fields: Vec::new() }.clean(&call.input)?;
    let user = call.app.run(call.client, move |accounts, cx| accounts.keep_account(cx, &who)).await?;
    Ok(HttpResponse::Ok().json(json!({"user": user_json(&user)})))
}

/// `PATCH /me`: changes what was sent of the profile.
pub async fn update(mut call: Call) -> Result<HttpResponse, Problem> {
    call.extended(FormName::ChangeProfile);
    let who = signed_in(&call.request, &call.app).await?;
    let region = call.app.region();
    let input = call.input;
    let user = call.app.run(call.client, move |accounts, cx| accounts.update_profile(cx, &who, &input, region)).await?;
    Ok(HttpResponse::Ok().json(user_json(&user)))
}
