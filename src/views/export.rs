//! `/account/export`: all that is kept of an account, as a file.

use super::draw::{Back, Content, form, reply};
use super::page::Page;
use super::submission::Submission;
use crate::api::as_file;
use crate::app::App;
use crate::phrase::Phrase;
use crate::web::freshly_signed_in;
use actix_web::http::StatusCode;
use actix_web::{HttpRequest, HttpResponse, web};

/// `GET /account/export`
pub async fn show(request: HttpRequest, app: web::Data<App>) -> Result<HttpResponse, Page> {
    let drawn = async {
        let who = freshly_signed_in(&request, &app).await?;
        let content = Content {
            title: Phrase::new("export-title"),
            intro: Phrase::new("export-intro"),
            who: Some(&who),
            form: form("export", "/account/export", Phrase::new("export-submit"), &[], None, None),
            back: Some(Back::new("/account", Phrase::new("back-to-account"))),
            ..Content::default()
        };
        reply(&request, StatusCode::OK, "form.html", &content)
    };
    drawn.await.map_err(|error| Page::error(&request, error))
}

/// `POST /account/export`
pub async fn submit(post: Submission) -> Result<HttpResponse, Page> {
    let done = async {
        let who = freshly_signed_in(&post.request, &post.app).await?;
        let all = post.app.run(post.client.clone(), move |accounts, cx| accounts.export_account(cx, &who)).await?;
        Ok(as_file(&all))
    };
    done.await.map_err(|error| Page::error(&post.request, error))
}
