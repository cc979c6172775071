//! `/api/v1/docs`: the OpenAPI document as a page that needs no script.

mod sheet;
mod words;

use super::draw::{Content, reply};
use super::page::Page;
use crate::api::document;
use crate::app::App;
use crate::phrase::Phrase;
use crate::web::read;
use actix_web::http::StatusCode;
use actix_web::{HttpRequest, HttpResponse, Route, web};

pub(super) use sheet::draw;

/// The route of the page, for the table of the API.
pub fn api_docs() -> Route {
    read().to(show)
}

async fn show(request: HttpRequest, app: web::Data<App>) -> Result<HttpResponse, Page> {
    let content = Content {
        title: Phrase::verbatim("API"),
        intro: Phrase::verbatim("Every call that this site takes, with what it answers."),
        view: draw(&document(&app), &app.settings().public_url.base),
        ..Content::default()
    };
    reply(&request, StatusCode::OK, "api_docs.html", &content).map_err(|error| Page::error(&request, error))
}
