//! `/account/confirm`: the password once more, before what matters.

use super::draw::{Content, form, onward, reply, see_other};
use super::login::{add_wait, form_status};
use super::next;
use super::page::Page;
use super::submission::Submission;
use crate::accounts::SignedIn;
use crate::app::App;
use crate::error::{Error, Result};
use crate::forms::{Input, password};
use crate::phrase::Phrase;
use crate::web::{client, give, signed_in};
use actix_web::http::StatusCode;
use actix_web::{HttpRequest, HttpResponse, web};

/// `GET /account/confirm`. Confirmed already, on to where that leads.
pub async fn show(request: HttpRequest, app: web::Data<App>) -> Result<HttpResponse, Page> {
    let next = next::of_query(request.query_string());
    let drawn = async {
        let who = signed_in(&request, &app).await?;
        let asked = who.clone();
        let demanded =
            app.run(client(&request, app.settings()), move |accounts, cx| accounts.demand_fresh(cx, &asked)).await;
        match demanded {
            Ok(()) => Ok(on_to(&app, &next)),
            Err(Error::Stale { with_password: true }) => draw(&request, &who, &next, None, None),
            Err(Error::Stale { with_password: false }) => draw_without(&request, &who),
            Err(other) => Err(other),
        }
    };
    drawn.await.map_err(|error| Page::error(&request, error))
}

/// `POST /account/confirm`
pub async fn submit(post: Submission) -> Result<HttpResponse, Page> {
    let who = signed_in(&post.request, &post.app).await.map_err(|error| Page::error(&post.request, error))?;
    let done = async {
        let filled = password::confirm().clean(&post.input)?;
        let (asked, password) = (who.clone(), filled.text("password").into());
        let client = post.client.clone();
        let bearing =
            post.app.run_hashing(client, move |accounts, cx| accounts.reauthenticate(cx, &asked, &password)).await?;
        let mut reply = on_to(&post.app, &post.next);
        if let Some(bearing) = bearing {
            give(&post.request, post.app.settings(), &bearing, &mut reply);
        }
        Ok(reply)
    };
    let done = done.await;
    post.answer(done, |error| draw(&post.request, &who, &post.next, Some(&post.input), Some(error)))
}

fn on_to(app: &App, next: &str) -> HttpResponse {
    if next.is_empty() { see_other("/account") } else { onward(app, next) }
}

fn draw(
    request: &HttpRequest,
    who: &SignedIn,
    next: &str,
    input: Option<&Input>,
    error: Option<&Error>,
) -> Result<HttpResponse> {
    let content = Content {
        title: Phrase::new("confirm-title"),
        intro: Phrase::new("confirm-intro"),
        who: Some(who),
        next,
        form: form(
            "confirm",
            "/account/confirm",
            Phrase::new("confirm-submit"),
            &password::confirm().fields,
            input,
            error,
        ),
        ..Content::default()
    };
    let mut page = reply(request, form_status(error), "form.html", &content)?;
    add_wait(&mut page, error);
    Ok(page)
}

/// There is nothing to type: only signing in anew proves anything.
fn draw_without(request: &HttpRequest, who: &SignedIn) -> Result<HttpResponse> {
    let content = Content {
        title: Phrase::new("confirm-login-title"),
        intro: Phrase::new("confirm-login-intro"),
        who: Some(who),
        form: form("logout", "/logout", Phrase::new("logout"), &[], None, None),
        ..Content::default()
    };
    reply(request, StatusCode::OK, "form.html", &content)
}
