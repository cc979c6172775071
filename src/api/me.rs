//! `/me`

use super::account::user_json;
use super::problem::Problem;
use crate::app::App;
use crate::web::signed_in;
use actix_web::{HttpRequest, HttpResponse, web};

/// Who is signed in.
pub async fn show(request: HttpRequest, app: web::Data<App>) -> Result<HttpResponse, Problem> {
    let who = signed_in(&request, &app).await?;
    Ok(HttpResponse::Ok().json(user_json(&who.user)))
}
