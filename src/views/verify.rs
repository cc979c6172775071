//! `/verify/email…` and `/verify/phone…`

use super::draw::{Back, Content, form, gone_link, other, reply, see_other};
use super::login::{add_wait, form_status};
use super::page::Page;
use super::submission::Submission;
use crate::accounts::{Prover, SignedIn};
use crate::app::App;
use crate::error::{Code, Error, Result};
use crate::forms::{Input, verify};
use crate::otp::Channel;
use crate::tokens::Opaque;
use crate::web::signed_in;
use actix_web::http::StatusCode;
use actix_web::{HttpRequest, HttpResponse, web};

/// The query of the page one comes to after asking for another code.
const SENT: &str = "sent";

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
    complete(&request, &app, "Your email address is verified").await
}

/// `GET /verify/phone/complete`
pub async fn complete_phone(request: HttpRequest, app: web::Data<App>) -> Result<HttpResponse, Page> {
    complete(&request, &app, "Your phone number is verified").await
}

/// `GET /verify/email/{token}/{secret}`: a button. Programs that open every link of a mail change nothing.
pub async fn show_link(request: HttpRequest, app: web::Data<App>, link: Link) -> Result<HttpResponse, Page> {
    let who = signed_in(&request, &app).await.ok();
    draw_link(&request, who.as_ref(), &link).map_err(|error| Page::error(&request, error))
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
        return Ok(see_other(&app.settings().login_redirect_url));
    }
    draw(request, channel, who.as_ref(), None, None)
}

async fn submit(post: Submission, channel: Channel) -> Result<HttpResponse, Page> {
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
    post.answer(done, |error| draw(&post.request, channel, who.as_ref(), Some(&post.input), Some(error)))
}

async fn resend(post: Submission, channel: Channel) -> Result<HttpResponse, Page> {
    let who = whoever(&post.request, &post.app).await.map_err(|error| Page::error(&post.request, error))?;
    let region = post.app.region();
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
    post.answer(done, |error| draw(&post.request, channel, who.as_ref(), Some(&post.input), Some(error)))
}

/// What is verified already is nothing to refuse: on to where a sign-in leads.
fn verified_or(post: &Submission, done: Result<HttpResponse>) -> Result<HttpResponse> {
    match done {
        Err(Error::Refused(Code::AlreadyVerified)) => Ok(see_other(&post.app.settings().login_redirect_url)),
        other => other,
    }
}

async fn complete(request: &HttpRequest, app: &web::Data<App>, title: &str) -> Result<HttpResponse, Page> {
    let who = signed_in(request, app).await.ok();
    let back = if who.is_some() { Back::new("/account", "Go to your account") } else { Back::new("/login", "Sign in") };
    let intro = "Messages for you reach you there, and it can help you back in when you forget your password.";
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

fn draw(
    request: &HttpRequest,
    channel: Channel,
    who: Option<&SignedIn>,
    input: Option<&Input>,
    error: Option<&Error>,
) -> Result<HttpResponse> {
    let kind = channel.identifier();
    let action = format!("/verify/{}", channel.as_str());
    let asked = verify::verify(kind, who.is_some()).fields;
    let again = verify::resend(kind, who.is_some()).fields;
    let (title, its) = match channel {
        Channel::Email => ("Verify your email address", ", or open the link in it"),
        Channel::Phone => ("Verify your phone number", ""),
    };
    let own = who.and_then(|who| match channel {
        Channel::Email => who.user.email.as_deref(),
        Channel::Phone => who.user.phone.as_deref(),
    });
    let to = own.map(|own| format!(" to {own}")).unwrap_or_default();
    let notice = match who {
        _ if error.is_some() || request.query_string() != SENT => "",
        Some(_) => "Another code is on its way.",
        // Says nothing about whether there is such an account.
        None => "If there is something to verify, another code is on its way.",
    };
    let content = Content {
        title,
        notice,
        intro: &format!("Type the code from our message{to}{its}."),
        who,
        form: form("verify", &action, "Verify", &asked, input, error),
        other: other("No message?", &format!("{action}/resend"), "Send another code", &again),
        ..Content::default()
    };
    let mut page = reply(request, form_status(error), "form.html", &content)?;
    add_wait(&mut page, error);
    Ok(page)
}

fn draw_link(request: &HttpRequest, who: Option<&SignedIn>, link: &Link) -> Result<HttpResponse> {
    // Only what can be part of a link of ours is written into the page.
    if link.0.parse::<crate::db::Id>().is_err() || Opaque::parse(&link.1).is_none() {
        return gone_link(request, "/verify/email");
    }
    let content = Content {
        title: "Verify your email address",
        intro: "One step is left: press the button.",
        who,
        form: form("verify", &format!("/verify/email/{}/{}", link.0, link.1), "Verify my address", &[], None, None),
        back: Some(Back::new("/verify/email", "Type the code instead, or ask for another")),
        ..Content::default()
    };
    reply(request, StatusCode::OK, "form.html", &content)
}
