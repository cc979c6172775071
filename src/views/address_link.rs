//! The links of messages about a changed address: the one that makes the change, and the one that undoes it. Looking at
//! either changes nothing; both work signed out.

use super::draw::{Back, Content, form, gone_link, reply, see_other};
use super::page::Page;
use super::submission::Submission;
use super::verify::Link;
use crate::accounts::SignedIn;
use crate::app::App;
use crate::db::Id;
use crate::error::{Code, Error, Result};
use crate::otp::Channel;
use crate::phrase::Phrase;
use crate::tokens::Opaque;
use crate::web::signed_in;
use actix_web::http::StatusCode;
use actix_web::{HttpRequest, HttpResponse, web};

/// `GET /account/email/confirm/{token}/{secret}`
pub async fn show_confirm(request: HttpRequest, app: web::Data<App>, link: Link) -> Result<HttpResponse, Page> {
    let who = signed_in(&request, &app).await.ok();
    draw_confirm(&request, &link, who.as_ref()).map_err(|error| Page::error(&request, error))
}

/// `POST /account/email/confirm/{token}/{secret}`
pub async fn submit_confirm(post: Submission, link: Link) -> Result<HttpResponse, Page> {
    let confirmed = match read(&link) {
        None => Err(Error::field("code", Code::InvalidCode)),
        Some((id, secret)) => {
            let work = move |accounts: &crate::accounts::Accounts, cx: &mut crate::context::Context<'_>| {
                accounts.confirm_change_by_link(cx, id, &secret)
            };
            post.app.run(post.client.clone(), work).await
        }
    };
    let done = match confirmed {
        Ok(_) => Ok(see_other("/account/email/complete")),
        Err(error) if error.code() == Code::Taken => refused(&post.request, &error),
        Err(Error::Invalid(_)) => gone_link(&post.request, "/account/email"),
        Err(error) => Err(error),
    };
    done.map_err(|error| Page::error(&post.request, error))
}

/// `GET /account/email/complete`
pub async fn complete(request: HttpRequest, app: web::Data<App>) -> Result<HttpResponse, Page> {
    let who = signed_in(&request, &app).await.ok();
    let back = if who.is_some() {
        Back::new("/account", Phrase::new("to-account"))
    } else {
        Back::new("/login", Phrase::new("login-submit"))
    };
    let content = Content {
        title: Phrase::new("address-changed-email-title"),
        intro: Phrase::new("address-changed-email-intro"),
        who: who.as_ref(),
        back: Some(back),
        ..Content::default()
    };
    reply(&request, StatusCode::OK, "done.html", &content).map_err(|error| Page::error(&request, error))
}

/// `GET /account/email/undo/{token}/{secret}`, and the same for a phone number
pub fn show_undo(request: &HttpRequest, link: &Link, channel: Channel) -> Result<HttpResponse, Page> {
    draw_undo(request, link, channel).map_err(|error| Page::error(request, error))
}

/// `POST /account/email/undo/{token}/{secret}`, and the same for a phone number
pub async fn submit_undo(post: Submission, link: Link, channel: Channel) -> Result<HttpResponse, Page> {
    let undone = match read(&link) {
        None => Err(Error::field("code", Code::InvalidCode)),
        Some((id, secret)) => {
            let work = move |accounts: &crate::accounts::Accounts, cx: &mut crate::context::Context<'_>| {
                accounts.undo_change(cx, channel, id, &secret)
            };
            post.app.run(post.client.clone(), work).await
        }
    };
    let done = match undone {
        Ok(()) => Ok(see_other(&format!("/account/{}/undone", channel.as_str()))),
        Err(error) if error.code() == Code::Taken => refused(&post.request, &error),
        Err(Error::Invalid(_)) => undo_gone(&post.request),
        Err(error) => Err(error),
    };
    done.map_err(|error| Page::error(&post.request, error))
}

/// `GET /account/email/undone`, and the same for a phone number
pub fn undone(request: &HttpRequest, channel: Channel) -> Result<HttpResponse, Page> {
    let title = match channel {
        Channel::Email => "address-back-email-title",
        Channel::Phone => "address-back-phone-title",
    };
    let content = Content {
        title: Phrase::new(title),
        intro: Phrase::new("address-back-intro"),
        back: Some(Back::new("/password/reset", Phrase::new("set-new-password"))),
        ..Content::default()
    };
    reply(request, StatusCode::OK, "done.html", &content).map_err(|error| Page::error(request, error))
}

fn draw_confirm(request: &HttpRequest, link: &Link, who: Option<&SignedIn>) -> Result<HttpResponse> {
    if read(link).is_none() {
        return gone_link(request, "/account/email");
    }
    let action = format!("/account/email/confirm/{}/{}", link.0, link.1);
    let content = Content {
        title: Phrase::new("address-confirm-email-title"),
        intro: Phrase::new("address-confirm-link-intro"),
        who,
        form: form("confirm_address", &action, Phrase::new("address-confirm-link-submit"), &[], None, None),
        ..Content::default()
    };
    reply(request, StatusCode::OK, "form.html", &content)
}

fn draw_undo(request: &HttpRequest, link: &Link, channel: Channel) -> Result<HttpResponse> {
    if read(link).is_none() {
        return undo_gone(request);
    }
    let action = format!("/account/{}/undo/{}/{}", channel.as_str(), link.0, link.1);
    let (title, intro) = match channel {
        Channel::Email => ("address-undo-email-title", "address-undo-email-intro"),
        Channel::Phone => ("address-undo-phone-title", "address-undo-phone-intro"),
    };
    let form = form("undo_address", &action, Phrase::new("address-undo-submit"), &[], None, None);
    reply(
        request,
        StatusCode::OK,
        "form.html",
        &Content { title: Phrase::new(title), intro: Phrase::new(intro), form, ..Content::default() },
    )
}

/// The two parts of a link, if they can be those of one of ours; nothing else is written into a page.
fn read(link: &Link) -> Option<(Id, Opaque)> {
    Some((link.0.parse().ok()?, Opaque::parse(&link.1)?))
}

/// 422 for a link back that is used up, over, or led back to after all.
fn undo_gone(request: &HttpRequest) -> Result<HttpResponse> {
    let content = Content {
        title: Phrase::new("gone-title"),
        intro: Phrase::new("address-undo-gone"),
        back: Some(Back::new("/password/reset", Phrase::new("set-new-password"))),
        ..Content::default()
    };
    reply(request, StatusCode::UNPROCESSABLE_ENTITY, "gone.html", &content)
}

/// 422 for an address that somebody else has by now.
fn refused(request: &HttpRequest, error: &Error) -> Result<HttpResponse> {
    let detail = match error {
        Error::Invalid(errors) => errors.0.first().map(|first| first.detail.clone()).unwrap_or_default(),
        other => other.code().words(),
    };
    let content = Content {
        title: Phrase::new("address-taken-title"),
        intro: detail,
        back: Some(Back::new("/account", Phrase::new("to-account"))),
        ..Content::default()
    };
    reply(request, StatusCode::UNPROCESSABLE_ENTITY, "gone.html", &content)
}
