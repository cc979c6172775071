//! `/password/reset…`

use super::draw::{Back, Content, form, gone_link, reply, see_other};
use super::login::{add_wait, form_status};
use super::page::Page;
use super::submission::Submission;
use super::verify::Link;
use crate::accounts::{Accounts, ResetMeaning, ResetProof};
use crate::app::App;
use crate::context::Context;
use crate::db::Id;
use crate::error::{Code, Error, Result};
use crate::forms::{Filled, FormName, Input, verify};
use crate::otp::Channel;
use crate::phrase::Phrase;
use crate::tokens::Opaque;
use crate::web::client;
use actix_web::http::StatusCode;
use actix_web::{HttpRequest, HttpResponse, web};

/// The query of the page one comes to after an address was released.
const RELEASED: &str = "released";

/// `GET /password/reset`
pub async fn show(request: HttpRequest, app: web::Data<App>) -> Result<HttpResponse, Page> {
    draw_request(&request, &app, None, None).map_err(|error| Page::error(&request, error))
}

/// `POST /password/reset`: the same way on, whether or not there is such an account.
pub async fn submit(mut post: Submission) -> Result<HttpResponse, Page> {
    post.extended(FormName::ResetPassword);
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
    post.answer(done, |error| draw_request(&post.request, &post.app, Some(&post.input), Some(error)))
}

/// `GET /password/reset/done`: what was sent, and where to type the code.
pub async fn show_done(request: HttpRequest, app: web::Data<App>) -> Result<HttpResponse, Page> {
    draw_confirm(&request, &app, None, None).map_err(|error| Page::error(&request, error))
}

/// `POST /password/reset/done`: the code tells what it is good for. Without a password it can release an address.
pub async fn submit_done(mut post: Submission) -> Result<HttpResponse, Page> {
    let passwords = ["new_password", "new_password_confirm"];
    let empty = |name: &&str| post.input.shown(name).is_none_or(str::is_empty);
    let passwordless = passwords.iter().all(empty);
    if passwordless {
        for name in passwords {
            post.input.take_text(name);
        }
        // A proof that releases an address sets no password: there is nothing to ask beside it.
        post.app.leave_extension_out(FormName::ConfirmResetPassword, &mut post.input);
    } else {
        post.extended(FormName::ConfirmResetPassword);
    }
    let asked = if passwordless { verify::reset_code() } else { verify::confirm_reset(post.app.policy()) };
    let done = async {
        let filled = asked.clean(&post.input)?;
        let proof =
            ResetProof::Code { identifier: filled.text("identifier").to_owned(), code: filled.text("code").to_owned() };
        if passwordless { release(&post, proof).await } else { confirm(&post, &filled, proof).await }
    };
    let done = done.await.map(|done| see_other(done_at(&done)));
    post.answer(done, |error| draw_confirm(&post.request, &post.app, Some(&post.input), Some(error)))
}

/// `GET /password/reset/{token}/{secret}`: a form. Programs that open every link of a mail change nothing.
pub async fn show_link(request: HttpRequest, app: web::Data<App>, link: Link) -> Result<HttpResponse, Page> {
    let Some((id, secret, action)) = read_link(&link) else { return Err(gone(&request)) };
    let client = client(&request, app.settings());
    let looked = app.run(client, move |accounts, cx| accounts.look_at_reset_link(cx, id, &secret)).await;
    draw_link(&request, &app, &action, looked, None).map_err(|error| Page::error(&request, error))
}

/// `POST /password/reset/{token}/{secret}`
pub async fn submit_link(mut post: Submission, link: Link) -> Result<HttpResponse, Page> {
    let Some((id, secret, action)) = read_link(&link) else { return Err(gone(&post.request)) };
    let work = move |accounts: &Accounts, cx: &mut Context<'_>| accounts.look_at_reset_link(cx, id, &secret);
    let looked = post.app.run(post.client.clone(), work).await;
    let proof = ResetProof::Link { id, secret: link.1.clone() };
    let done = match looked {
        Ok(ResetMeaning::Release(_)) => release(&post, proof).await,
        Ok(ResetMeaning::NewPassword) => {
            post.extended(FormName::ConfirmResetPassword);
            match verify::confirm_reset_by_link(post.app.policy()).clean(&post.input) {
                Ok(filled) => confirm(&post, &filled, proof).await,
                Err(error) => Err(error),
            }
        }
        Err(error) => Err(error),
    };
    match done.map(|done| see_other(done_at(&done))) {
        // Where a link stands for the code, there is no box to mend it in.
        Err(Error::Invalid(errors)) if errors.has("code") => {
            gone_link(&post.request, "/password/reset").map_err(|error| Page::error(&post.request, error))
        }
        done => post.answer(done, |error| {
            draw_link(&post.request, &post.app, &action, Ok(ResetMeaning::NewPassword), Some((&post.input, error)))
        }),
    }
}

/// `GET /password/reset/complete`
pub async fn complete(request: HttpRequest, app: web::Data<App>) -> Result<HttpResponse, Page> {
    let content = if request.query_string() == RELEASED {
        let back = if app.settings().registration.open {
            Back::new("/register", Phrase::new("register-link"))
        } else {
            Back::new("/login", Phrase::new("to-login"))
        };
        Content {
            title: Phrase::new("released-title"),
            intro: Phrase::new("released-intro"),
            back: Some(back),
            ..Content::default()
        }
    } else {
        Content {
            title: Phrase::new("reset-done-title"),
            intro: Phrase::new("reset-done-intro"),
            back: Some(Back::new("/login", Phrase::new("login-submit"))),
            ..Content::default()
        }
    };
    reply(&request, StatusCode::OK, "done.html", &content).map_err(|error| Page::error(&request, error))
}

async fn confirm(post: &Submission, filled: &Filled, proof: ResetProof) -> Result<ResetMeaning> {
    let password = filled.new_password().cloned().unwrap_or_default();
    let region = post.app.region();
    let work = move |accounts: &Accounts, cx: &mut Context<'_>| accounts.confirm_reset(cx, &proof, &password, region);
    post.app.run_hashing(post.client.clone(), work).await
}

async fn release(post: &Submission, proof: ResetProof) -> Result<ResetMeaning> {
    let region = post.app.region();
    let work = move |accounts: &Accounts, cx: &mut Context<'_>| accounts.release_address(cx, &proof, region);
    post.app.run_checking(post.client.clone(), work).await
}

/// Where what was done is told.
fn done_at(done: &ResetMeaning) -> &'static str {
    match done {
        ResetMeaning::NewPassword => "/password/reset/complete",
        ResetMeaning::Release(_) => "/password/reset/complete?released",
    }
}

/// The parts of a link of ours and its path; only what can be one is written into a page.
fn read_link(link: &Link) -> Option<(Id, Opaque, String)> {
    let id: Id = link.0.parse().ok()?;
    Some((id, Opaque::parse(&link.1)?, format!("/password/reset/{}/{}", link.0, link.1)))
}

fn gone(request: &HttpRequest) -> Page {
    Page::error(request, Error::Refused(Code::NotFound))
}

fn draw_request(
    request: &HttpRequest,
    app: &App,
    input: Option<&Input>,
    error: Option<&Error>,
) -> Result<HttpResponse> {
    let fields = app.fields(FormName::ResetPassword, verify::reset_password().fields);
    let content = Content {
        title: Phrase::new("reset-title"),
        intro: Phrase::new("reset-intro"),
        form: form("reset_password", "/password/reset", Phrase::new("send-code"), &fields, input, error),
        back: Some(Back::new("/login", Phrase::new("back-to-login"))),
        ..Content::default()
    };
    let mut page = reply(request, form_status(error), "form.html", &content)?;
    add_wait(&mut page, error);
    Ok(page)
}

fn draw_confirm(
    request: &HttpRequest,
    app: &App,
    input: Option<&Input>,
    error: Option<&Error>,
) -> Result<HttpResponse> {
    let fields = app.fields(FormName::ConfirmResetPassword, verify::confirm_reset(app.policy()).fields);
    let submit = Phrase::new("reset-confirm-submit");
    let content = Content {
        title: Phrase::new("reset-confirm-title"),
        intro: Phrase::new("reset-confirm-intro"),
        form: form("confirm_reset", "/password/reset/done", submit, &fields, input, error),
        back: Some(Back::new("/password/reset", Phrase::new("ask-for-another-code"))),
        ..Content::default()
    };
    let mut page = reply(request, form_status(error), "form.html", &content)?;
    add_wait(&mut page, error);
    Ok(page)
}

/// The page of a link: by what the link is good for, or that it is good for nothing any more.
fn draw_link(
    request: &HttpRequest,
    app: &App,
    action: &str,
    looked: Result<ResetMeaning>,
    refused: Option<(&Input, &Error)>,
) -> Result<HttpResponse> {
    let (input, error) = refused.unzip();
    let content = match looked {
        Ok(ResetMeaning::NewPassword) => {
            let own = verify::confirm_reset_by_link(app.policy()).fields;
            let fields = app.fields(FormName::ConfirmResetPassword, own);
            Content {
                title: Phrase::new("reset-confirm-title"),
                intro: Phrase::new("reset-link-intro"),
                form: form("confirm_reset", action, Phrase::new("reset-confirm-submit"), &fields, input, error),
                back: Some(Back::new("/password/reset", Phrase::new("ask-for-another-code"))),
                ..Content::default()
            }
        }
        Ok(ResetMeaning::Release(address)) => Content {
            title: Phrase::new("release-title"),
            intro: Phrase::new("release-intro").with("address", address.clone()),
            form: form("release_address", action, Phrase::new("release-submit"), &[], input, error),
            back: Some(Back::new("/password/reset", Phrase::new("release-back"))),
            ..Content::default()
        },
        Err(Error::Invalid(_)) => return gone_link(request, "/password/reset"),
        Err(error) => return Err(error),
    };
    let mut page = reply(request, form_status(error), "form.html", &content)?;
    add_wait(&mut page, error);
    Ok(page)
}
