//! `/me`

use super::account::user_json;
use super::call::Call;
use super::problem::Problem;
use crate::app::App;
use crate::web::signed_in;
use actix_web::{HttpRequest, HttpResponse, web};

/// Who is signed in.
pub async fn show(request: HttpRequest, app: web::Data<App>) -> Result<HttpResponse, Problem> {
    let who = signed_in(&request, &app).await?;
    Ok(HttpResponse::Ok().json(user_json(&who.user)))
}

/// `PATCH /me`: changes what was sent of the profile.
pub async fn update(call: Call) -> Result<HttpResponse, Problem> {
    let who = signed_in(&call.request, &call.app).await?;
    let region = call.app.region();
    let input = call.input;
    let user = call.app.run(call.client, move |accounts, cx| accounts.update_profile(cx, &who, &input, region)).await?;
    Ok(HttpResponse::Ok().json(user_json(&user)))
}
