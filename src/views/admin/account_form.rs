//! `{admin.path}/accounts/new` and `…/{id}/edit`: the form of an account.

use super::account::{address, record};
use super::id_of;
use crate::accounts::{Accounts, Actor, Admin};
use crate::app::App;
use crate::context::Context;
use crate::db::User;
use crate::error::{Error, Result};
use crate::forms::{Input, Value};
use crate::phrase::Phrase;
use crate::views::draw::{Back, Content, form, reply, see_other};
use crate::views::login::{add_wait, form_status};
use crate::views::page::Page;
use crate::views::profile::present;
use crate::views::submission::Submission;
use crate::web::fresh;
use actix_web::web::{Data, Path, ReqData};
use actix_web::{HttpRequest, HttpResponse};

/// The empty form.
pub async fn show_new(request: HttpRequest, app: Data<App>, admin: ReqData<Admin>) -> Result<HttpResponse, Page> {
    let drawn = async {
        fresh(&request, &app, &admin).await?;
        draw_new(&request, &app, &admin, None, None)
    };
    drawn.await.map_err(|error| Page::error(&request, error))
}

/// Makes an account.
pub async fn submit_new(post: Submission, admin: ReqData<Admin>) -> Result<HttpResponse, Page> {
    let (asked, input) = (admin.clone(), post.input.clone());
    let work =
        move |accounts: &Accounts, cx: &mut Context<'_>| accounts.create_account(cx, Actor::Admin(&asked), &input);
    let made = post.app.run(post.client.clone(), work).await;
    let done = made.map(|user| see_other(&format!("{}?created", address(&post.app, user.id))));
    post.answer(done, |error| draw_new(&post.request, &post.app, &admin, Some(&post.input), Some(error)))
}

/// The form as the account is.
pub async fn show(
    request: HttpRequest,
    app: Data<App>,
    admin: ReqData<Admin>,
    id: Path<String>,
) -> Result<HttpResponse, Page> {
    let drawn = async {
        let user = record(&request, &app, &admin, &id).await?.user;
        Actor::Admin(&admin).may_change(&user)?;
        fresh(&request, &app, &admin).await?;
        draw(&request, &app, &admin, &user, &as_sent(&user), None)
    };
    drawn.await.map_err(|error| Page::error(&request, error))
}

/// Changes the account.
pub async fn submit(post: Submission, admin: ReqData<Admin>, id: Path<String>) -> Result<HttpResponse, Page> {
    let found = record(&post.request, &post.app, &admin, &id).await;
    let user = found.map_err(|error| Page::error(&post.request, error))?.user;
    let done = async {
        let (id, asked, input) = (id_of(&id)?, admin.clone(), post.input.clone());
        let work = move |accounts: &Accounts, cx: &mut Context<'_>| {
            accounts.edit_account(cx, Actor::Admin(&asked), id, &input)
        };
        post.app.run(post.client.clone(), work).await?;
        Ok(see_other(&format!("{}?edited", address(&post.app, id))))
    };
    let done = done.await;
    post.answer(done, |error| draw(&post.request, &post.app, &admin, &user, &post.input, Some(error)))
}

/// The account as its form would send it.
fn as_sent(user: &User) -> Input {
    let text = |text: &Option<String>| Value::Text(text.clone().unwrap_or_default());
    let ticked = |is: bool| Value::Text(if is { "true" } else { "" }.into());
    let more = [
        ("email", text(&user.email)),
        ("phone", text(&user.phone)),
        ("is_active", ticked(user.is_active)),
        ("is_staff", ticked(user.is_staff)),
        ("is_superuser", ticked(user.is_superuser)),
    ];
    present(user).with(more.map(|(name, value)| (name.to_owned(), value)))
}

fn draw(
    request: &HttpRequest,
    app: &App,
    admin: &Admin,
    user: &User,
    input: &Input,
    error: Option<&Error>,
) -> Result<HttpResponse> {
    let asked = app.accounts().account_form(Actor::Admin(admin), user);
    let at = address(app, user.id);
    let content = Content {
        title: Phrase::new("admin-account-edit-title").with("name", user.display_name().to_owned()),
        intro: Phrase::new("admin-account-edit-intro"),
        who: Some(admin.who()),
        form: form("account", &format!("{at}/edit"), Phrase::new("save"), asked.fields(), Some(input), error),
        back: Some(Back::new(at, Phrase::new("admin-account-back"))),
        ..Content::default()
    };
    reply(request, form_status(error), "admin/form.html", &content)
}

fn draw_new(
    request: &HttpRequest,
    app: &App,
    admin: &Admin,
    input: Option<&Input>,
    error: Option<&Error>,
) -> Result<HttpResponse> {
    let asked = app.accounts().new_account_form(Actor::Admin(admin));
    let list = format!("{}/accounts", app.settings().admin.path);
    let submit = Phrase::new("admin-account-new-submit");
    let content = Content {
        title: Phrase::new("admin-accounts-new"),
        intro: Phrase::new("admin-account-new-intro"),
        who: Some(admin.who()),
        form: form("account", &format!("{list}/new"), submit, &asked.new_fields(), input, error),
        back: Some(Back::new(list, Phrase::new("admin-accounts-back"))),
        ..Content::default()
    };
    let mut page = reply(request, form_status(error), "admin/form.html", &content)?;
    add_wait(&mut page, error);
    Ok(page)
}
