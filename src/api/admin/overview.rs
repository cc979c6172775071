//! `GET /admin`

use crate::api::problem::Problem;
use crate::app::App;
use crate::web::client;
use actix_web::web::Data;
use actix_web::{HttpRequest, HttpResponse};
use serde_json::json;

/// How many there are of what.
pub async fn show(request: HttpRequest, app: Data<App>) -> Result<HttpResponse, Problem> {
    let site = app.run(client(&request, app.settings()), |accounts, cx| accounts.site(cx)).await?;
    Ok(HttpResponse::Ok().json(json!({
        "accounts": site.accounts,
        "verified": site.verified,
        "staff": site.staff,
        "sessions": site.sessions,
        "messages": {"waiting": site.waiting, "failed": site.failed, "dead": site.dead},
    })))
}
