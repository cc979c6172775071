//! `{admin.path}/explain`: why somebody cannot sign in.

use super::explain_words::sections;
use crate::accounts::{Actor, Admin, Explained};
use crate::app::App;
use crate::error::{Error, Result};
use crate::forms::{Input, explain};
use crate::phrase::Phrase;
use crate::views::draw::{Content, reply};
use crate::views::draw_form::form;
use crate::views::login::form_status;
use crate::views::page::Page;
use crate::views::submission::Submission;
use actix_web::web::{Data, ReqData};
use actix_web::{HttpRequest, HttpResponse};
use serde_json::json;

/// The form.
pub async fn show(request: HttpRequest, app: Data<App>, admin: ReqData<Admin>) -> Result<HttpResponse, Page> {
    draw(&request, &app, &admin, None, Ok(None)).map_err(|error| Page::error(&request, error))
}

/// The form with the answer below it.
pub async fn submit(post: Submission, admin: ReqData<Admin>) -> Result<HttpResponse, Page> {
    let done = ask(&post, &admin)
        .await
        .and_then(|explained| draw(&post.request, &post.app, &admin, Some(&post.input), Ok(Some(&explained))));
    post.answer(done, |error| draw(&post.request, &post.app, &admin, Some(&post.input), Err(error)))
}

async fn ask(post: &Submission, admin: &Admin) -> Result<Explained> {
    let question = explain::clean(&post.input)?;
    let (region, admin) = (post.app.region(), admin.clone());
    let work = post.app.run(post.client.clone(), move |accounts, cx| {
        accounts.explain_question(cx, &question, region, Actor::Admin(&admin))
    });
    work.await
}

fn draw(
    request: &HttpRequest,
    app: &App,
    admin: &Admin,
    input: Option<&Input>,
    done: Result<Option<&Explained>, &Error>,
) -> Result<HttpResponse> {
    let action = format!("{}/explain", app.settings().admin.path);
    let error = done.err();
    let content = Content {
        title: Phrase::new("explain-title"),
        intro: Phrase::new("explain-intro"),
        who: Some(admin.who()),
        form: form("explain", &action, Phrase::new("explain-submit"), &explain::form().fields, input, error),
        view: json!({"sections": done.ok().flatten().map(sections).unwrap_or_default()}),
        ..Content::default()
    };
    reply(request, form_status(error), "admin/explain.html", &content)
}
