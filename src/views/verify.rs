//! `/verify/email…` and `/verify/phone…`

use super::draw::{Back, Content, gone_link, onward, reply, see_other};
use super::draw_verify::{Drawing, draw_link};
use super::page::Page;
use super::submission::Submission;
use crate::accounts::{Prover, SignedIn};
use crate::app::App;
use crate::error::{Code, Error, Result};
use crate::forms::{FormName, verify};
use crate::otp::Channel;
use crate::phrase::Phrase;
use crate::settings::Proof;
use crate::tokens::Opaque;
use crate::web::{client, signed_in};
use actix_web::http::StatusCode;
use actix_web::{HttpRequest, HttpResponse, web};

/// The query of the page one comes to after asking for a code.
pub(super) const SENT: &str = "sent";
/// The query of the page for whoever has a code, whatever the settings send.
pub(super) const TYPED: &str = "code";

/// The two parts of a link.
pub type Link = web::Path<(String, String)>;

/// `GET /verify/email`
pub async fn show_email(request: HttpRequest, app: web::Data<App>) -> Result<HttpResponse, Page> {
    show(&request, &app, Channel::Email).await.map_err(|error| Page::error(&request, error))
}

/// `GET /verify/phone`
pub async fn show_phone(request: HttpRequest, app: web::Data<App>) -> Result<HttpResponse, Page> {
    show(&request, &app, Channel::Phone).await.map_err(|error| Page::error(&request, error))
}

/// `POST /verify/email`
pub async fn submit_email(post: Submission) -> Result<HttpResponse, Page> {
    submit(post, Channel::Email).await
}

/// `POST /verify/phone`
pub async fn submit_phone(post: Submission) -> Result<HttpResponse, Page> {
    submit(post, Channel::Phone).await
}

/// `POST /verify/email/resend`
pub async fn resend_email(post: Submission) -> Result<HttpResponse, Page> {
    resend(post, Channel::Email).await
}

/// `POST /verify/phone/resend`
pub async fn resend_phone(post: Submission) -> Result<HttpResponse, Page> {
    resend(post, Channel::Phone).await
}

/// `GET /verify/email/complete`
pub async fn complete_email(request: HttpRequest, app: web::Data<App>) -> Result<HttpResponse, Page> {
    complete(&request, &app, "verify-email-done-title").await
}

/// `GET /verify/phone/complete`
pub async fn complete_phone(request: HttpRequest, app: web::Data<App>) -> Result<HttpResponse, Page> {
    complete(&request, &app, "verify-phone-done-title").await
}

/// `GET /verify/email/{token}/{secret}`: a button. Programs that open every link of a mail change nothing.
pub async fn show_link(request: HttpRequest, app: web::Data<App>, link: Link) -> Result<HttpResponse, Page> {
    let (Ok(id), Some(secret)) = (link.0.parse(), Opaque::parse(&link.1)) else {
        return gone_link(&request, "/verify/email").map_err(|error| Page::error(&request, error));
    };
    let who = signed_in(&request, &app).await.ok();
    let client = client(&request, app.settings());
    let good = app.run(client, move |accounts, cx| accounts.look_at_verification_link(cx, id, &secret)).await;
    let drawn = match good {
        Ok(()) => draw_link(&request, who.as_ref(), &link),
        Err(Error::Invalid(_)) => gone_link(&request, "/verify/email"),
        Err(error) => Err(error),
    };
    drawn.map_err(|error| Page::error(&request, error))
}

/// `POST /verify/email/{token}/{secret}`
pub async fn submit_link(post: Submission, link: Link) -> Result<HttpResponse, Page> {
    let (id, secret) = (link.0.parse(), Opaque::parse(&link.1));
    let proved = match (id, secret) {
        (Ok(id), Some(secret)) => post
            .app
            .run(post.client.clone(), move |accounts, cx| accounts.verify_by_link(cx, id, &secret))
            .await
            .map(|_| ()),
        _ => Err(Error::field("code", Code::InvalidCode)),
    };
    match proved {
        Ok(()) => Ok(see_other("/verify/email/complete")),
        Err(Error::Invalid(_)) => {
            gone_link(&post.request, "/verify/email").map_err(|error| Page::error(&post.request, error))
        }
        Err(error) => Err(Page::error(&post.request, error)),
    }
}

async fn show(request: &HttpRequest, app: &web::Data<App>, channel: Channel) -> Result<HttpResponse> {
    let who = whoever(request, app).await?;
    if who.as_ref().is_some_and(|who| nothing_to_prove(who, channel)) {
        return Ok(onward(app, &app.settings().login_redirect_url));
    }
    let typing = matches!(request.query_string(), SENT | TYPED) || sends_by_itself(app, channel);
    let drawing = Drawing { request, app, channel, who: who.as_ref(), input: None, error: None };
    if typing { drawing.type_code() } else { drawing.ask_for_code() }
}

async fn submit(mut post: Submission, channel: Channel) -> Result<HttpResponse, Page> {
    post.extended(verify::verifying(channel.identifier()));
    post.app.leave_extension_out(FormName::ResendVerification, &mut post.input);
    let who = whoever(&post.request, &post.app).await.map_err(|error| Page::error(&post.request, error))?;
    let form = verify::verify(channel.identifier(), who.is_some());
    let region = post.app.region();
    let proved = match form.clean(&post.input) {
        Err(error) => Err(error),
        Ok(filled) => {
            let prover = prover(who.clone(), filled.text(channel.as_str()));
            let work = move |accounts: &crate::accounts::Accounts, cx: &mut crate::context::Context<'_>| {
                accounts.verify(cx, channel, &prover, filled.text("code"), region)
            };
            post.app.run_checking(post.client.clone(), work).await
        }
    };
    let complete = format!("/verify/{}/complete", channel.as_str());
    let done = verified_or(&post, proved.map(|_| see_other(&complete)));
    post.answer(done, |error| {
        let (request, app, input) = (&post.request, &post.app, Some(&post.input));
        Drawing { request, app, channel, who: who.as_ref(), input, error: Some(error) }.type_code()
    })
}

async fn resend(mut post: Submission, channel: Channel) -> Result<HttpResponse, Page> {
    let who = whoever(&post.request, &post.app).await.map_err(|error| Page::error(&post.request, error))?;
    let region = post.app.region();
    // Signed out, one form has both buttons, and the box for the code is sent along.
    post.input.take_text("code");
    post.extended(FormName::ResendVerification);
    post.app.leave_extension_out(verify::verifying(channel.identifier()), &mut post.input);
    let sent = match verify::resend(channel.identifier(), who.is_some()).clean(&post.input) {
        Err(error) => Err(error),
        Ok(filled) => {
            let prover = prover(who.clone(), filled.text(channel.as_str()));
            let work = move |accounts: &crate::accounts::Accounts, cx: &mut crate::context::Context<'_>| {
                accounts.resend_verification(cx, channel, &prover, region)
            };
            post.app.run(post.client.clone(), work).await
        }
    };
    let back = format!("/verify/{}?{SENT}", channel.as_str());
    let done = verified_or(&post, sent.map(|_| see_other(&back)));
    post.answer(done, |error| {
        let (request, app, input) = (&post.request, &post.app, Some(&post.input));
        let drawing = Drawing { request, app, channel, who: who.as_ref(), input, error: Some(error) };
        if sends_by_itself(&post.app, channel) { drawing.type_code() } else { drawing.ask_for_code() }
    })
}

/// Whether registration sends a code to such an address, so that there is one to type without asking for it.
fn sends_by_itself(app: &App, channel: Channel) -> bool {
    let verification = &app.settings().verification;
    let proof = match channel {
        Channel::Email => verification.email,
        Channel::Phone => verification.phone,
    };
    proof != Proof::None
}

/// What is verified already is nothing to refuse: on to where a sign-in leads.
fn verified_or(post: &Submission, done: Result<HttpResponse>) -> Result<HttpResponse> {
    match done {
        Err(Error::Refused(Code::AlreadyVerified)) => Ok(onward(&post.app, &post.app.settings().login_redirect_url)),
        other => other,
    }
}

async fn complete(request: &HttpRequest, app: &web::Data<App>, title: &'static str) -> Result<HttpResponse, Page> {
    let who = signed_in(request, app).await.ok();
    let back = if who.is_some() {
        Back::new("/account", Phrase::new("to-account"))
    } else {
        Back::new("/login", Phrase::new("login-submit"))
    };
    let (title, intro) = (Phrase::new(title), Phrase::new("verify-done-intro"));
    let content = Content { title, intro, who: who.as_ref(), back: Some(back), ..Content::default() };
    reply(request, StatusCode::OK, "done.html", &content).map_err(|error| Page::error(request, error))
}

/// Who is signed in, or nobody.
async fn whoever(request: &HttpRequest, app: &web::Data<App>) -> Result<Option<SignedIn>> {
    match signed_in(request, app).await {
        Ok(who) => Ok(Some(who)),
        Err(Error::Refused(Code::Unauthenticated)) => Ok(None),
        Err(cause) => Err(cause),
    }
}

fn prover(who: Option<SignedIn>, address: &str) -> Prover {
    who.map_or_else(|| Prover::Stranger(address.to_owned()), |who| Prover::SignedIn(Box::new(who)))
}

/// Signed in, without such an address or with one that is verified.
fn nothing_to_prove(who: &SignedIn, channel: Channel) -> bool {
    match channel {
        Channel::Email => who.user.email.is_none() || who.user.email_verified_at.is_some(),
        Channel::Phone => who.user.phone.is_none() || who.user.phone_verified_at.is_some(),
    }
}
