//! `{admin.path}/accounts/{id}/sessions`: where an account is signed in, and ending that.

use super::account::{address, session};
use super::id_of;
use crate::accounts::{Accounts, Actor, Admin};
use crate::app::App;
use crate::context::Context;
use crate::error::{Code, Error, FormErrors, Result};
use crate::phrase::Phrase;
use crate::views::draw::{Content, reply, see_other};
use crate::views::page::Page;
use crate::views::submission::Submission;
use crate::web::{Paging, client};
use actix_web::http::StatusCode;
use actix_web::web::{Data, Path, ReqData};
use actix_web::{HttpRequest, HttpResponse};
use serde_json::json;

/// The query of the page one comes to after ending one.
const ENDED: &str = "ended";

/// All of them, latest begun first.
pub async fn show(
    request: HttpRequest,
    app: Data<App>,
    admin: ReqData<Admin>,
    id: Path<String>,
) -> Result<HttpResponse, Page> {
    draw(&request, &app, &admin, &id).await.map_err(|error| Page::error(&request, error))
}

/// Ends the one named `session`.
pub async fn submit(post: Submission, admin: ReqData<Admin>, id: Path<String>) -> Result<HttpResponse, Page> {
    end(&post, &admin, &id).await.map_err(|error| Page::error(&post.request, error))
}

async fn end(post: &Submission, admin: &Admin, id: &str) -> Result<HttpResponse> {
    let id = id_of(id)?;
    let mut errors = FormErrors::default();
    let named = post.input.text("session", &mut errors).map(str::to_owned);
    post.input.refuse_others(&["session"], &mut errors);
    let named = errors.or(|| named)?.ok_or(Error::Refused(Code::NotFound))?;
    let (session, admin) = (id_of(&named)?, admin.clone());
    let work = move |accounts: &Accounts, cx: &mut Context<'_>| {
        accounts.end_account_session(cx, Actor::Admin(&admin), id, session)
    };
    post.app.run(post.client.clone(), work).await?;
    Ok(see_other(&format!("{}/sessions?{ENDED}", address(&post.app, id))))
}

async fn draw(request: &HttpRequest, app: &App, admin: &Admin, id: &str) -> Result<HttpResponse> {
    let (id, paging) = (id_of(id)?, Paging::of_query(request.query_string())?);
    let work = move |accounts: &Accounts, cx: &mut Context<'_>| {
        Ok((accounts.account(cx, id)?, accounts.account_sessions(cx, id, paging.cursor, paging.limit)?))
    };
    let (user, page) = app.run(client(request, app.settings()), work).await?;
    let at = address(app, id);
    let content = Content {
        title: Phrase::new("nav-sessions"),
        notice: if request.query_string() == ENDED { Phrase::new("sessions-ended") } else { Phrase::NONE },
        who: Some(admin.who()),
        view: json!({
            "at": at,
            "name": user.display_name(),
            "may_change": Actor::Admin(admin).may_change(&user).is_ok(),
            "sessions": page.items.iter().map(|one| session(one, admin, app.now())).collect::<Vec<_>>(),
            "first": paging.cursor.map(|_| format!("{at}/sessions")),
            "next": page.next.map(|next| paging.further(&format!("{at}/sessions"), "", &next.to_string())),
        }),
        ..Content::default()
    };
    reply(request, StatusCode::OK, "admin/account_sessions.html", &content)
}
