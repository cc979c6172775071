//! `/login`

use super::draw::{Content, form, onward, reply};
use super::next;
use super::page::Page;
use super::submission::Submission;
use crate::accounts::Carrier;
use crate::app::App;
use crate::error::{Code, Error, Result};
use crate::forms::{FormName, Input};
use crate::phrase::Phrase;
use crate::web::{retry_after, signed_in, status};
use actix_web::http::{StatusCode, header};
use actix_web::{HttpRequest, HttpResponse, web};

/// The page; signed in already, on to where that leads.
pub async fn show(request: HttpRequest, app: web::Data<App>) -> Result<HttpResponse, Page> {
    if signed_in(&request, &app).await.is_ok() {
        return Ok(onward(&app, &app.settings().login_redirect_url));
    }
    let next = next::of_query(request.query_string());
    draw(&request, &app, &next, None, None).map_err(|error| Page::error(&request, error))
}

/// Signs in.
pub async fn submit(mut post: Submission) -> Result<HttpResponse, Page> {
    post.extended(FormName::Login);
    if signed_in(&post.request, &post.app).await.is_ok() {
        return Ok(onward(&post.app, &post.app.settings().login_redirect_url));
    }
    let done = enter(&post).await;
    post.answer(done, |error| draw(&post.request, &post.app, &post.next, Some(&post.input), Some(error)))
}

async fn enter(post: &Submission) -> Result<HttpResponse> {
    let request = post.app.accounts().login_form.clean(&post.input)?;
    let carrier = Carrier::Cookie { remember: request.remember_me };
    let entry =
        post.app.run_hashing(post.client.clone(), move |accounts, cx| accounts.login(cx, &request, carrier)).await?;
    Ok(post.enter(&entry.bearing))
}

/// A refused form is 422, for wrong credentials too: a page that says 401 would owe a `WWW-Authenticate`.
pub(super) fn form_status(error: Option<&Error>) -> StatusCode {
    match error {
        None => StatusCode::OK,
        Some(Error::Refused(Code::InvalidCredentials)) => StatusCode::UNPROCESSABLE_ENTITY,
        Some(error) => status(error),
    }
}

fn draw(
    request: &HttpRequest,
    app: &App,
    next: &str,
    input: Option<&Input>,
    error: Option<&Error>,
) -> Result<HttpResponse> {
    let fields = app.accounts().login_form.fields();
    let form = form("login", "/login", Phrase::new("login-submit"), fields, input, error);
    let content = Content { title: Phrase::new("login-title"), next, form, ..Content::default() };
    let mut page = reply(request, form_status(error), "login.html", &content)?;
    add_wait(&mut page, error);
    Ok(page)
}

/// `Retry-After`, where the refusal passes.
pub(super) fn add_wait(page: &mut HttpResponse, error: Option<&Error>) {
    if let Some(seconds) = error.and_then(retry_after) {
        page.headers_mut().insert(header::RETRY_AFTER, header::HeaderValue::from(seconds));
    }
}
