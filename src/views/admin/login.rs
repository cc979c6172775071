//! `{admin.path}/login`: the password at the entrance, whoever is signed in already.

use crate::accounts::Carrier;
use crate::app::App;
use crate::error::{Error, Result};
use crate::forms::{Field, Input};
use crate::phrase::Phrase;
use crate::views::draw::{Content, form, onward, reply, see_other};
use crate::views::login::{add_wait, form_status};
use crate::views::next;
use crate::views::page::Page;
use crate::views::submission::Submission;
use crate::web::{admin, give};
use actix_web::{HttpRequest, HttpResponse, web};

/// The page; let in already, on to where that leads.
pub async fn show(request: HttpRequest, app: web::Data<App>) -> Result<HttpResponse, Page> {
    let next = next::of_query(request.query_string());
    if admin(&request, &app).await.is_ok() {
        return Ok(on_to(&app, &next));
    }
    draw(&request, &app, &next, None, None).map_err(|error| Page::error(&request, error))
}

/// Signs in, with a new session that opens the pages for staff.
pub async fn submit(post: Submission) -> Result<HttpResponse, Page> {
    let done = enter(&post).await;
    post.answer(done, |error| draw(&post.request, &post.app, &post.next, Some(&post.input), Some(error)))
}

async fn enter(post: &Submission) -> Result<HttpResponse> {
    let request = post.app.accounts().login_form.clean(&post.input)?;
    let carrier = Carrier::Cookie { remember: false };
    let client = post.client.clone();
    let entry =
        post.app.run_hashing(client, move |accounts, cx| accounts.login_to_admin(cx, &request, carrier)).await?;
    let mut reply = on_to(&post.app, &post.next);
    give(&post.request, post.app.settings(), &entry.bearing, &mut reply);
    Ok(reply)
}

fn on_to(app: &App, next: &str) -> HttpResponse {
    if next.is_empty() { see_other(&app.settings().admin.path) } else { onward(app, next) }
}

fn draw(
    request: &HttpRequest,
    app: &App,
    next: &str,
    input: Option<&Input>,
    error: Option<&Error>,
) -> Result<HttpResponse> {
    // Nobody stays signed in here.
    let asked = app.accounts().login_form.fields().iter().filter(|field| field.name != "remember_me");
    let fields: Vec<Field> = asked.cloned().collect();
    let action = format!("{}/login", app.settings().admin.path);
    let content = Content {
        title: Phrase::new("admin-login-title"),
        intro: Phrase::new("admin-login-intro"),
        next,
        form: form("admin_login", &action, Phrase::new("admin-login-submit"), &fields, input, error),
        ..Content::default()
    };
    let mut page = reply(request, form_status(error), "form.html", &content)?;
    add_wait(&mut page, error);
    Ok(page)
}
