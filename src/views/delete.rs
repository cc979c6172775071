//! `/account/delete`: the end of an account, and the way back while there is one.

use super::draw::{Back, Content, form, in_words, reply, see_other};
use super::login::{add_wait, form_status};
use super::page::Page;
use super::submission::Submission;
use crate::accounts::{Deletion, SignedIn};
use crate::app::App;
use crate::error::{Error, Result};
use crate::forms::{Input, password};
use crate::web::{client, forget_session, signed_in};
use actix_session::SessionExt;
use actix_web::http::StatusCode;
use actix_web::{HttpRequest, HttpResponse, web};

/// Where the deletion leads when the account can still be had back.
const LATER: &str = "/account/delete/complete?later";

/// `GET /account/delete`
pub async fn show(request: HttpRequest, app: web::Data<App>) -> Result<HttpResponse, Page> {
    let drawn = async {
        let who = signed_in(&request, &app).await?;
        draw(&request, &app, &who, None, None).await
    };
    drawn.await.map_err(|error| Page::error(&request, error))
}

/// `POST /account/delete`
pub async fn submit(post: Submission) -> Result<HttpResponse, Page> {
    let who = signed_in(&post.request, &post.app).await.map_err(|error| Page::error(&post.request, error))?;
    let (asked, input, client) = (who.clone(), post.input.clone(), post.client.clone());
    let deleted = post.app.run_hashing(client, move |accounts, cx| accounts.delete_account(cx, &asked, &input)).await;
    match deleted {
        Ok(deletion) => {
            forget_session(&post.request.get_session());
            Ok(see_other(if deletion == Deletion::Done { "/account/delete/complete" } else { LATER }))
        }
        Err(error @ (Error::Invalid(_) | Error::Throttled { .. } | Error::Overloaded)) => {
            let again = draw(&post.request, &post.app, &who, Some(&post.input), Some(&error)).await;
            again.map_err(|error| Page::error(&post.request, error))
        }
        Err(error) => Err(Page::error(&post.request, error)),
    }
}

/// `POST /account/delete/cancel`
pub async fn keep(post: Submission) -> Result<HttpResponse, Page> {
    let who = signed_in(&post.request, &post.app).await.map_err(|error| Page::error(&post.request, error))?;
    let kept = post.app.run(post.client.clone(), move |accounts, cx| accounts.keep_account(cx, &who)).await;
    kept.map(|_| see_other("/account")).map_err(|error| Page::error(&post.request, error))
}

/// `GET /account/delete/complete`
pub async fn complete(request: HttpRequest, app: web::Data<App>) -> Result<HttpResponse, Page> {
    let days = app.settings().account.deletion_grace.as_secs() / 86_400;
    let later = format!(
        "You are signed out everywhere. Within {} you can still have it back: sign in and say so.",
        if days == 1 { "a day".to_owned() } else { format!("{days} days") }
    );
    let content = if request.query_string() == "later" && days > 0 {
        Content {
            title: "Your account is going to be deleted".into(),
            intro: later.into(),
            back: Some(Back::new("/login", "Sign in")),
            ..Content::default()
        }
    } else {
        Content {
            title: "Your account is deleted".into(),
            intro: "Nothing of it is left here. Thank you for having been with us.".into(),
            back: Some(Back::new("/login", "To the beginning")),
            ..Content::default()
        }
    };
    reply(&request, StatusCode::OK, "done.html", &content).map_err(|error| Page::error(&request, error))
}

async fn draw(
    request: &HttpRequest,
    app: &web::Data<App>,
    who: &SignedIn,
    input: Option<&Input>,
    error: Option<&Error>,
) -> Result<HttpResponse> {
    let asked = who.clone();
    let seen = app.run(client(request, app.settings()), move |accounts, cx| accounts.overview(cx, &asked)).await?;
    if let Some(at) = seen.user.delete_at {
        let intro = format!("On {} nothing will be left of it, unless you keep it.", in_words(at));
        let content = Content {
            title: "This account is going to be deleted".into(),
            intro: intro.into(),
            who: Some(who),
            form: form("keep", "/account/delete/cancel", "Keep my account", &[], None, None),
            back: Some(Back::new("/account", "Back to your account")),
            ..Content::default()
        };
        return reply(request, StatusCode::OK, "form.html", &content);
    }
    let days = app.settings().account.deletion_grace.as_secs() / 86_400;
    let all = "your username, addresses, profile, sessions and activity";
    let intro = match days {
        0 => format!("Everything goes at once and for good: {all}. Nobody can bring it back."),
        1 => format!("A day from now everything goes for good: {all}. Until then you can still keep it."),
        days => format!("In {days} days everything goes for good: {all}. Until then you can still keep it."),
    };
    let fields = if seen.has_password { password::deletion(true).fields } else { Vec::new() };
    let content = Content {
        title: "Delete your account".into(),
        intro: intro.into(),
        who: Some(who),
        form: form("delete", "/account/delete", "Delete my account", &fields, input, error),
        back: Some(Back::new("/account/export", "Take your data along first")),
        ..Content::default()
    };
    let mut page = reply(request, form_status(error), "form.html", &content)?;
    add_wait(&mut page, error);
    Ok(page)
}
