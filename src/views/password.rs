//! `/account/password`

use super::account::PASSWORD_CHANGED;
use super::draw::{Content, form, reply, see_other};
use super::login::{add_wait, form_status};
use super::page::Page;
use super::submission::Submission;
use crate::accounts::SignedIn;
use crate::app::App;
use crate::error::{Error, Result};
use crate::forms::{FormName, Input, password};
use crate::phrase::Phrase;
use crate::web::{client, give, signed_in};
use actix_web::{HttpRequest, HttpResponse, web};

/// `GET /account/password`
pub async fn show(request: HttpRequest, app: web::Data<App>) -> Result<HttpResponse, Page> {
    let drawn = async {
        let who = signed_in(&request, &app).await?;
        let has_password = has_password(&request, &app, &who).await?;
        draw(&request, &app, &who, has_password, None, None)
    };
    drawn.await.map_err(|error| Page::error(&request, error))
}

/// `POST /account/password`
pub async fn submit(mut post: Submission) -> Result<HttpResponse, Page> {
    post.extended(FormName::ChangePassword);
    let who = signed_in(&post.request, &post.app).await.map_err(|error| Page::error(&post.request, error))?;
    let has_password = has_password(&post.request, &post.app, &who).await;
    let has_password = has_password.map_err(|error| Page::error(&post.request, error))?;
    let (asked, input) = (who.clone(), post.input.clone());
    let client = post.client.clone();
    let changed = post.app.run_hashing(client, move |accounts, cx| accounts.change_password(cx, &asked, &input)).await;
    let done = changed.map(|entry| {
        let mut reply = see_other(&format!("/account?{PASSWORD_CHANGED}"));
        give(&post.request, post.app.settings(), &entry.bearing, &mut reply);
        reply
    });
    post.answer(done, |error| draw(&post.request, &post.app, &who, has_password, Some(&post.input), Some(error)))
}

async fn has_password(request: &HttpRequest, app: &web::Data<App>, who: &SignedIn) -> Result<bool> {
    let who = who.clone();
    app.run(client(request, app.settings()), move |accounts, cx| accounts.has_password(cx, &who)).await
}

fn draw(
    request: &HttpRequest,
    app: &App,
    who: &SignedIn,
    has_password: bool,
    input: Option<&Input>,
    error: Option<&Error>,
) -> Result<HttpResponse> {
    let fields = app.fields(FormName::ChangePassword, password::fields(app.policy(), has_password));
    let (title, intro) = if has_password {
        ("password-change-title", "password-change-intro")
    } else {
        ("password-set-title", "password-set-intro")
    };
    let form = form("password", "/account/password", Phrase::new(title), &fields, input, error);
    let content =
        Content { title: Phrase::new(title), intro: Phrase::new(intro), who: Some(who), form, ..Content::default() };
    let mut page = reply(request, form_status(error), "form.html", &content)?;
    add_wait(&mut page, error);
    Ok(page)
}
