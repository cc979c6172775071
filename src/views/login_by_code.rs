//! `/login/code…`

use super::draw::{Back, Content, form, gone_link, onward, reply, see_other};
use super::login::{add_wait, form_status};
use super::next;
use super::page::Page;
use super::submission::Submission;
use super::verify::Link;
use crate::accounts::{Carrier, LinkedAccount, LoginProof};
use crate::app::App;
use crate::db::Id;
use crate::error::{Code, Error, Result};
use crate::forms::{Filled, Input, login_by_code};
use crate::phrase::Phrase;
use crate::tokens::Opaque;
use crate::web::{client, signed_in};
use actix_web::{HttpRequest, HttpResponse, web};

const REQUEST: &str = "/login/code";
const CONFIRM: &str = "/login/code/confirm";

/// `GET /login/code`; signed in already, on to where that leads.
pub async fn show(request: HttpRequest, app: web::Data<App>) -> Result<HttpResponse, Page> {
    if signed_in(&request, &app).await.is_ok() {
        return Ok(onward(&app, &app.settings().login_redirect_url));
    }
    let next = next::of_query(request.query_string());
    draw_request(&request, &app, &next, None, None).map_err(|error| Page::error(&request, error))
}

/// `POST /login/code`: the same way on, whether or not there is such an account.
pub async fn submit(post: Submission) -> Result<HttpResponse, Page> {
    if signed_in(&post.request, &post.app).await.is_ok() {
        return Ok(onward(&post.app, &post.app.settings().login_redirect_url));
    }
    let asked = async {
        let filled = login_by_code::request(true).clean(&post.input)?;
        let region = post.app.region();
        post.app
            .run(post.client.clone(), move |accounts, cx| {
                accounts.request_login_code(cx, filled.text("identifier"), filled.text("channel"), region)
            })
            .await
    };
    let done = asked.await.map(|()| see_other(&format!("{CONFIRM}{}", next::query(&post.next))));
    post.answer(done, |error| draw_request(&post.request, &post.app, &post.next, Some(&post.input), Some(error)))
}

/// `GET /login/code/confirm`: where to type the code.
pub async fn show_confirm(request: HttpRequest, app: web::Data<App>) -> Result<HttpResponse, Page> {
    if signed_in(&request, &app).await.is_ok() {
        return Ok(onward(&app, &app.settings().login_redirect_url));
    }
    let next = next::of_query(request.query_string());
    draw_confirm(&request, &app, &next, None, None).map_err(|error| Page::error(&request, error))
}

/// `POST /login/code/confirm`
pub async fn submit_confirm(post: Submission) -> Result<HttpResponse, Page> {
    if signed_in(&post.request, &post.app).await.is_ok() {
        return Ok(onward(&post.app, &post.app.settings().login_redirect_url));
    }
    let done = async {
        let filled = login_by_code::confirm(true, true).clean(&post.input)?;
        let (identifier, code) = (filled.text("identifier").to_owned(), filled.text("code").to_owned());
        enter(&post, LoginProof::Code { identifier, code }, &filled).await
    };
    let done = done.await;
    post.answer(done, |error| draw_confirm(&post.request, &post.app, &post.next, Some(&post.input), Some(error)))
}

/// `GET /login/code/{token}/{secret}`: whom the link signs in, and a button. Programs that open every link of a mail
/// change nothing; and whoever was sent the link of another's account sees whose it is.
pub async fn show_link(request: HttpRequest, app: web::Data<App>, link: Link) -> Result<HttpResponse, Page> {
    if signed_in(&request, &app).await.is_ok() {
        return Ok(onward(&app, &app.settings().login_redirect_url));
    }
    let drawn = match whose(&request, &app, &link).await {
        Ok(Some(account)) => draw_link(&request, &app, &account, &link, None),
        Ok(None) => gone_link(&request, REQUEST),
        Err(error) => Err(error),
    };
    drawn.map_err(|error| Page::error(&request, error))
}

/// `POST /login/code/{token}/{secret}`
pub async fn submit_link(post: Submission, link: Link) -> Result<HttpResponse, Page> {
    if signed_in(&post.request, &post.app).await.is_ok() {
        return Ok(onward(&post.app, &post.app.settings().login_redirect_url));
    }
    let gone = || gone_link(&post.request, REQUEST).map_err(|error| Page::error(&post.request, error));
    let account = whose(&post.request, &post.app, &link).await;
    let (Some(account), Some((id, secret))) = (account.map_err(|e| Page::error(&post.request, e))?, read_link(&link))
    else {
        return gone();
    };
    let filled = match login_by_code::confirm_by_link(true).clean(&post.input) {
        Ok(filled) => filled,
        Err(error) => {
            return post.answer(Err(error), |error| draw_link(&post.request, &post.app, &account, &link, Some(error)));
        }
    };
    match enter(&post, LoginProof::Link { id, secret }, &filled).await {
        Err(Error::Invalid(_)) => gone(),
        // The link has done its work: from here on it is another code.
        Err(error @ Error::Refused(Code::Unverified)) => {
            post.answer(Err(error), |error| draw_request(&post.request, &post.app, "", None, Some(error)))
        }
        done => post.answer(done, |error| draw_link(&post.request, &post.app, &account, &link, Some(error))),
    }
}

async fn enter(post: &Submission, proof: LoginProof, filled: &Filled) -> Result<HttpResponse> {
    let carrier = Carrier::Cookie { remember: filled.flag("remember_me") };
    let region = post.app.region();
    let entry = post
        .app
        .run_checking(post.client.clone(), move |accounts, cx| accounts.login_by_code(cx, &proof, carrier, region))
        .await?;
    Ok(post.enter(&entry.bearing))
}

/// Whom a link signs in, if it is still good.
async fn whose(request: &HttpRequest, app: &web::Data<App>, link: &Link) -> Result<Option<LinkedAccount>> {
    let Some((id, secret)) = read_link(link) else { return Ok(None) };
    let client = client(request, app.settings());
    app.run(client, move |accounts, cx| accounts.whose_login_link(cx, id, &secret)).await
}

/// The parts of a link of ours; only what can be one is written into a page.
fn read_link(link: &Link) -> Option<(Id, Opaque)> {
    Some((link.0.parse().ok()?, Opaque::parse(&link.1)?))
}

fn draw_request(
    request: &HttpRequest,
    app: &App,
    next: &str,
    input: Option<&Input>,
    error: Option<&Error>,
) -> Result<HttpResponse> {
    let phones = app.settings().phone_authentication_active;
    let intro = Phrase::new(if phones { "login-code-intro" } else { "login-code-intro-without-phone" });
    let content = Content {
        title: Phrase::new("login-code-title"),
        intro,
        next,
        form: form(
            "login_code",
            REQUEST,
            Phrase::new("send-code"),
            &login_by_code::request(phones).fields,
            input,
            error,
        ),
        back: Some(Back::new(format!("/login{}", next::query(next)), Phrase::new("login-with-password"))),
        ..Content::default()
    };
    let mut page = reply(request, form_status(error), "form.html", &content)?;
    add_wait(&mut page, error);
    Ok(page)
}

fn draw_confirm(
    request: &HttpRequest,
    app: &App,
    next: &str,
    input: Option<&Input>,
    error: Option<&Error>,
) -> Result<HttpResponse> {
    let settings = app.settings();
    let fields = login_by_code::confirm(settings.phone_authentication_active, settings.login.remember_me).fields;
    let content = Content {
        title: Phrase::new("login-code-title"),
        // Says nothing about whether there is such an account.
        intro: Phrase::new("login-code-sent"),
        next,
        form: form("confirm_login_code", CONFIRM, Phrase::new("login-submit"), &fields, input, error),
        back: Some(Back::new(format!("{REQUEST}{}", next::query(next)), Phrase::new("ask-for-another-code"))),
        ..Content::default()
    };
    let mut page = reply(request, form_status(error), "form.html", &content)?;
    add_wait(&mut page, error);
    Ok(page)
}

fn draw_link(
    request: &HttpRequest,
    app: &App,
    account: &LinkedAccount,
    link: &Link,
    error: Option<&Error>,
) -> Result<HttpResponse> {
    let intro = match &account.username {
        Some(name) => Phrase::new("login-link-intro-name").with("name", name.clone()),
        None => Phrase::new("login-link-intro"),
    };
    let intro = intro.with("address", account.destination.clone());
    let fields = login_by_code::confirm_by_link(app.settings().login.remember_me).fields;
    let action = format!("{REQUEST}/{}/{}", link.0, link.1);
    let content = Content {
        title: Phrase::new("login-title"),
        intro,
        form: form("login_link", &action, Phrase::new("login-submit"), &fields, None, error),
        back: Some(Back::new("/login", Phrase::new("login-with-password"))),
        ..Content::default()
    };
    let mut page = reply(request, form_status(error), "form.html", &content)?;
    add_wait(&mut page, error);
    Ok(page)
}
