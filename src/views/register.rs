//! `/register` and `/register/NAME`

use super::draw::{Content, form, onward, reply, see_other};
use super::login::{add_wait, form_status};
use super::next;
use super::page::Page;
use super::submission::Submission;
use crate::accounts::{Carrier, Registered};
use crate::app::App;
use crate::error::{Code, Error, Result};
use crate::forms::{Input, RegistrationForm};
use crate::phrase::Phrase;
use crate::web::signed_in;
use actix_web::{HttpRequest, HttpResponse, web};
use std::sync::Arc;

/// The page of the form in use; signed in already, on to where that leads.
pub async fn show(request: HttpRequest, app: web::Data<App>) -> Result<HttpResponse, Page> {
    let form = Arc::clone(&app.accounts().register_form);
    show_form(&request, &app, form.as_ref(), "/register").await
}

/// The page of a form by its name.
pub async fn show_named(
    name: web::Path<String>,
    request: HttpRequest,
    app: web::Data<App>,
) -> Result<HttpResponse, Page> {
    let form = named(&name, &app, &request)?;
    show_form(&request, &app, form.as_ref(), &format!("/register/{name}")).await
}

/// Registers.
pub async fn submit(post: Submission) -> Result<HttpResponse, Page> {
    let form = Arc::clone(&post.app.accounts().register_form);
    submit_form(&post, form, "/register").await
}

/// Registers with a form by its name.
pub async fn submit_named(name: web::Path<String>, post: Submission) -> Result<HttpResponse, Page> {
    let form = named(&name, &post.app, &post.request)?;
    submit_form(&post, form, &format!("/register/{name}")).await
}

fn named(name: &str, app: &App, request: &HttpRequest) -> Result<Arc<dyn RegistrationForm>, Page> {
    app.accounts().register_form(name).ok_or_else(|| Page::error(request, Error::Refused(Code::NotFound)))
}

async fn show_form(
    request: &HttpRequest,
    app: &web::Data<App>,
    form: &dyn RegistrationForm,
    action: &str,
) -> Result<HttpResponse, Page> {
    if signed_in(request, app).await.is_ok() {
        return Ok(onward(app, &app.settings().login_redirect_url));
    }
    let next = next::of_query(request.query_string());
    draw(request, app, form, action, &next, None, None).map_err(|error| Page::error(request, error))
}

async fn submit_form(post: &Submission, form: Arc<dyn RegistrationForm>, action: &str) -> Result<HttpResponse, Page> {
    if signed_in(&post.request, &post.app).await.is_ok() {
        return Ok(onward(&post.app, &post.app.settings().login_redirect_url));
    }
    let done = enter(post, Arc::clone(&form)).await;
    post.answer(done, |error| {
        draw(&post.request, &post.app, form.as_ref(), action, &post.next, Some(&post.input), Some(error))
    })
}

async fn enter(post: &Submission, form: Arc<dyn RegistrationForm>) -> Result<HttpResponse> {
    let input = post.input.clone();
    let carrier = Carrier::Cookie { remember: false };
    let registered = post
        .app
        .run_hashing(post.client.clone(), move |accounts, cx| accounts.register(cx, form.as_ref(), &input, carrier))
        .await?;
    Ok(match registered {
        Registered::SignedIn(entry) => post.enter(&entry.bearing),
        Registered::Quietly(channel) => see_other(&format!("/verify/{}", channel.as_str())),
        // Where something has to be proved first, that is the way on; the code is on its way already.
        Registered::Account(user) => match post.app.accounts().first_to_verify(&user) {
            Some(channel) => see_other(&format!("/verify/{}", channel.as_str())),
            None => see_other(&format!("/login{}", next::query(&post.next))),
        },
    })
}

fn draw(
    request: &HttpRequest,
    app: &App,
    registration: &dyn RegistrationForm,
    action: &str,
    next: &str,
    input: Option<&Input>,
    error: Option<&Error>,
) -> Result<HttpResponse> {
    if !app.settings().registration.open {
        return Err(Error::Refused(Code::RegistrationClosed));
    }
    let form = form(registration.name(), action, Phrase::new("register-submit"), registration.fields(), input, error);
    let content =
        Content { title: registration.title(), intro: registration.intro(), next, form, ..Content::default() };
    let mut page = reply(request, form_status(error), "register.html", &content)?;
    add_wait(&mut page, error);
    Ok(page)
}
