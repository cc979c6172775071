//! `/account/delete`: the end of an account, and the way back while there is one.

use super::draw::{Back, Content, form, reply, see_other};
use super::login::{add_wait, form_status};
use super::page::Page;
use super::submission::Submission;
use crate::accounts::{Deletion, SignedIn};
use crate::app::App;
use crate::error::{Error, Result};
use crate::forms::{FormName, Input, password};
use crate::languages::moment;
use crate::phrase::Phrase;
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
pub async fn submit(mut post: Submission) -> Result<HttpResponse, Page> {
    post.extended(FormName::DeleteAccount);
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
    let content = if request.query_string() == "later" && days > 0 {
        Content {
            title: Phrase::new("delete-later-title"),
            intro: Phrase::new("delete-later-intro").with("days", days),
            back: Some(Back::new("/login", Phrase::new("login-submit"))),
            ..Content::default()
        }
    } else {
        Content {
            title: Phrase::new("delete-done-title"),
            intro: Phrase::new("delete-done-intro"),
            back: Some(Back::new("/login", Phrase::new("to-the-beginning"))),
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
        let intro = Phrase::new("delete-waiting-intro").with("date", moment(at.timestamp()));
        let content = Content {
            title: Phrase::new("delete-waiting-title"),
            intro,
            who: Some(who),
            form: form("keep", "/account/delete/cancel", Phrase::new("delete-keep"), &[], None, None),
            back: Some(Back::new("/account", Phrase::new("back-to-account"))),
            ..Content::default()
        };
        return reply(request, StatusCode::OK, "form.html", &content);
    }
    let days = app.settings().account.deletion_grace.as_secs() / 86_400;
    let intro = match days {
        0 => Phrase::new("delete-at-once-intro"),
        days => Phrase::new("delete-intro").with("days", days),
    };
    let own = if seen.has_password { password::deletion(true).fields } else { Vec::new() };
    let fields = app.fields(FormName::DeleteAccount, own);
    let content = Content {
        title: Phrase::new("delete-title"),
        intro,
        who: Some(who),
        form: form("delete", "/account/delete", Phrase::new("delete-submit"), &fields, input, error),
        back: Some(Back::new("/account/export", Phrase::new("delete-export-first"))),
        ..Content::default()
    };
    let mut page = reply(request, form_status(error), "form.html", &content)?;
    add_wait(&mut page, error);
    Ok(page)
}
