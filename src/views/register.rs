//! `/register` and `/register/NAME`

use super::draw::{Content, form, reply, see_other};
use super::login::{add_wait, form_status};
use super::next;
use super::page::Page;
use super::submission::Submission;
use crate::accounts::{Carrier, Registered};
use crate::app::App;
use crate::error::{Code, Error, Result};
use crate::forms::Input;
use crate::web::signed_in;
use actix_web::{HttpRequest, HttpResponse, web};

/// The page of the form in use; signed in already, on to where that leads.
pub async fn show(request: HttpRequest, app: web::Data<App>) -> Result<HttpResponse, Page> {
    if signed_in(&request, &app).await.is_ok() {
        return Ok(see_other(&app.settings().login_redirect_url));
    }
    let next = next::of_query(request.query_string());
    draw(&request, &app, &next, None, None).map_err(|error| Page::error(&request, error))
}

/// The page of a form by its name.
pub async fn show_named(
    name: web::Path<String>,
    request: HttpRequest,
    app: web::Data<App>,
) -> Result<HttpResponse, Page> {
    check_name(&name, &app, &request)?;
    show(request, app).await
}

/// Registers.
pub async fn submit(post: Submission) -> Result<HttpResponse, Page> {
    if signed_in(&post.request, &post.app).await.is_ok() {
        return Ok(see_other(&post.app.settings().login_redirect_url));
    }
    let done = enter(&post).await;
    post.answer(done, |error| draw(&post.request, &post.app, &post.next, Some(&post.input), Some(error)))
}

/// Registers through a form by its name.
pub async fn submit_named(name: web::Path<String>, post: Submission) -> Result<HttpResponse, Page> {
    check_name(&name, &post.app, &post.request)?;
    submit(post).await
}

/// Only the form in use has a page: the others would be a way around it.
fn check_name(name: &str, app: &App, request: &HttpRequest) -> Result<(), Page> {
    if name == app.accounts().register_form.name() {
        return Ok(());
    }
    Err(Page::error(request, Error::Refused(Code::NotFound)))
}

async fn enter(post: &Submission) -> Result<HttpResponse> {
    let input = post.input.clone();
    let carrier = Carrier::Cookie { remember: false };
    let registered = post
        .app
        .run_hashing(post.client.clone(), move |accounts, cx| {
            accounts.register(cx, accounts.register_form.as_ref(), &input, carrier)
        })
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
    next: &str,
    input: Option<&Input>,
    error: Option<&Error>,
) -> Result<HttpResponse> {
    if !app.settings().registration.open {
        return Err(Error::Refused(Code::RegistrationClosed));
    }
    let registration = app.accounts().register_form.as_ref();
    let form = form(registration.name(), "/register", "Create account", registration.fields(), input, error);
    let content =
        Content { title: registration.title(), intro: registration.intro(), next, form, ..Content::default() };
    let mut page = reply(request, form_status(error), "register.html", &content)?;
    add_wait(&mut page, error);
    Ok(page)
}
