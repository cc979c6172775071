//! `/account`

use super::draw::{Content, reply, see_other};
use super::page::Page;
use crate::app::App;
use crate::web::signed_in;
use actix_web::http::StatusCode;
use actix_web::{HttpRequest, HttpResponse, web};

/// The account at a glance.
pub async fn show(request: HttpRequest, app: web::Data<App>) -> Result<HttpResponse, Page> {
    let who = signed_in(&request, &app).await.map_err(|error| Page::error(&request, error))?;
    let content = Content { title: "Your account", who: Some(&who), ..Content::default() };
    reply(&request, StatusCode::OK, "account.html", &content).map_err(|error| Page::error(&request, error))
}

/// `/`: nothing of its own, only the way on.
pub async fn home() -> HttpResponse {
    see_other("/account")
}
