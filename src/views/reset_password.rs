//! `/password/reset…`

use super::draw::{Back, Content, form, gone_link, reply, see_other};
use super::login::{add_wait, form_status};
use super::page::Page;
use super::submission::Submission;
use super::verify::Link;
use crate::accounts::ResetProof;
use crate::app::App;
use crate::db::Id;
use crate::error::{Code, Error, Result};
use crate::forms::{Field, Filled, Input, SmallForm, verify};
use crate::otp::Channel;
use crate::tokens::Opaque;
use actix_web::http::StatusCode;
use actix_web::{HttpRequest, HttpResponse, web};

/// `GET /password/reset`
pub async fn show(request: HttpRequest) -> Result<HttpResponse, Page> {
    draw_request(&request, None, None).map_err(|error| Page::error(&request, error))
}

/// `POST /password/reset`: the same way on, whether or not there is such an account.
pub async fn submit(post: Submission) -> Result<HttpResponse, Page> {
    let asked = async {
        let filled = verify::reset_password().clean(&post.input)?;
        let channel = match filled.text("channel") {
            "email" => Some(Channel::Email),
            "phone" => Some(Channel::Phone),
            "" => None,
            _ => return Err(Error::field("channel", Code::Invalid)),
        };
        let region = post.app.region();
        let client = post.client.clone();
        post.app
            .run(client, move |accounts, cx| accounts.request_reset(cx, filled.text("identifier"), channel, region))
            .await
    };
    let done = asked.await.map(|()| see_other("/password/reset/done"));
    post.answer(done, |error| draw_request(&post.request, Some(&post.input), Some(error)))
}

/// `GET /password/reset/done`: what was sent, and where to type the code.
pub async fn show_done(request: HttpRequest, app: web::Data<App>) -> Result<HttpResponse, Page> {
    draw_confirm(&request, &verify::confirm_reset(app.policy()).fields, "/password/reset/done", None, None)
        .map_err(|error| Page::error(&request, error))
}

/// `POST /password/reset/done`
pub async fn submit_done(post: Submission) -> Result<HttpResponse, Page> {
    let asked = verify::confirm_reset(post.app.policy());
    let proof = |filled: &Filled| ResetProof::Code {
        identifier: filled.text("identifier").to_owned(),
        code: filled.text("code").to_owned(),
    };
    confirm(post, asked, "/password/reset/done", proof).await
}

/// `GET /password/reset/{token}/{secret}`: a form. Programs that open every link of a mail change nothing.
pub async fn show_link(request: HttpRequest, app: web::Data<App>, link: Link) -> Result<HttpResponse, Page> {
    let Some((_, action)) = read_link(&link) else { return Err(gone(&request)) };
    draw_confirm(&request, &verify::confirm_reset_by_link(app.policy()).fields, &action, None, None)
        .map_err(|error| Page::error(&request, error))
}

/// `POST /password/reset/{token}/{secret}`
pub async fn submit_link(post: Submission, link: Link) -> Result<HttpResponse, Page> {
    let Some((id, action)) = read_link(&link) else { return Err(gone(&post.request)) };
    let asked = verify::confirm_reset_by_link(post.app.policy());
    let secret = link.1.clone();
    confirm(post, asked, &action, |_| ResetProof::Link { id, secret }).await
}

/// `GET /password/reset/complete`
pub async fn complete(request: HttpRequest) -> Result<HttpResponse, Page> {
    let content = Content {
        title: "Your password is changed",
        intro: "You are signed out everywhere. Sign in with the new one.",
        back: Some(Back::new("/login", "Sign in")),
        ..Content::default()
    };
    reply(&request, StatusCode::OK, "done.html", &content).map_err(|error| Page::error(&request, error))
}

async fn confirm(
    post: Submission,
    asked: SmallForm,
    action: &str,
    proof: impl FnOnce(&Filled) -> ResetProof,
) -> Result<HttpResponse, Page> {
    let done = async {
        let filled = asked.clean(&post.input)?;
        let proof = proof(&filled);
        let password = filled.new_password().cloned().unwrap_or_default();
        let region = post.app.region();
        let client = post.client.clone();
        let work = move |accounts: &crate::accounts::Accounts, cx: &mut crate::context::Context<'_>| {
            accounts.confirm_reset(cx, &proof, &password, region)
        };
        post.app.run_hashing(client, work).await
    };
    match done.await.map(|()| see_other("/password/reset/complete")) {
        // Where a link stands for the code, there is no box to mend it in.
        Err(Error::Invalid(errors)) if errors.has("code") && !asks_for_code(&asked.fields) => {
            gone_link(&post.request, "/password/reset").map_err(|error| Page::error(&post.request, error))
        }
        done => post
            .answer(done, |error| draw_confirm(&post.request, &asked.fields, action, Some(&post.input), Some(error))),
    }
}

/// The id of a link of ours and its path; only what can be one is written into a page.
fn read_link(link: &Link) -> Option<(Id, String)> {
    let id: Id = link.0.parse().ok()?;
    Opaque::parse(&link.1)?;
    Some((id, format!("/password/reset/{}/{}", link.0, link.1)))
}

fn gone(request: &HttpRequest) -> Page {
    Page::error(request, Error::Refused(Code::NotFound))
}

/// Not where a link stands for the code.
fn asks_for_code(fields: &[Field]) -> bool {
    fields.iter().any(|field| field.name == "code")
}

fn draw_request(request: &HttpRequest, input: Option<&Input>, error: Option<&Error>) -> Result<HttpResponse> {
    let fields: Vec<Field> = verify::reset_password().fields;
    let content = Content {
        title: "Reset your password",
        intro: "Tell us who you are, and we send you a code.",
        form: form("reset_password", "/password/reset", "Send the code", &fields, input, error),
        back: Some(Back::new("/login", "Back to sign in")),
        ..Content::default()
    };
    let mut page = reply(request, form_status(error), "form.html", &content)?;
    add_wait(&mut page, error);
    Ok(page)
}

fn draw_confirm(
    request: &HttpRequest,
    fields: &[Field],
    action: &str,
    input: Option<&Input>,
    error: Option<&Error>,
) -> Result<HttpResponse> {
    let intro = if asks_for_code(fields) {
        "If there is an account with what you gave us, a message with a code is on its way to it."
    } else {
        "One step is left. You are signed out everywhere then, and sign in with the new password."
    };
    let content = Content {
        title: "Choose a new password",
        intro,
        form: form("confirm_reset", action, "Set the password", fields, input, error),
        back: Some(Back::new("/password/reset", "Ask for another code")),
        ..Content::default()
    };
    let mut page = reply(request, form_status(error), "form.html", &content)?;
    add_wait(&mut page, error);
    Ok(page)
}
