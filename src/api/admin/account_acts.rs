//! What is done to an account below `/admin/accounts/{id}`, and the lists of what belongs to it.

use super::accounts::{act, nothing_sent};
use super::id_of;
use crate::accounts::{Actor, Admin};
use crate::api::call::Call;
use crate::api::events::event_json;
use crate::api::problem::Problem;
use crate::api::sessions::session_json;
use crate::app::App;
use crate::error::Result;
use crate::forms::account::{start_reset, verify_by_hand};
use crate::otp::Channel;
use crate::phrase::Phrase;
use crate::web::{Paging, client, unsaid};
use actix_web::http::StatusCode;
use actix_web::web::{Data, Path, ReqData};
use actix_web::{HttpRequest, HttpResponse};
use serde_json::json;

/// `POST …/activate`
pub async fn activate(call: Call, admin: ReqData<Admin>, id: Path<String>) -> Result<HttpResponse, Problem> {
    nothing_sent(&call.input)?;
    act(call, admin, &id, |accounts, cx, actor, id| accounts.set_active(cx, actor, id, true)).await
}

/// `POST …/deactivate`
pub async fn deactivate(call: Call, admin: ReqData<Admin>, id: Path<String>) -> Result<HttpResponse, Problem> {
    nothing_sent(&call.input)?;
    act(call, admin, &id, |accounts, cx, actor, id| accounts.set_active(cx, actor, id, false)).await
}

/// `POST …/verify`: an address is verified by hand.
pub async fn verify(call: Call, admin: ReqData<Admin>, id: Path<String>) -> Result<HttpResponse, Problem> {
    let filled = verify_by_hand().clean(&call.input)?;
    let channel = channel(filled.text("channel")).unwrap_or(Channel::Email);
    act(call, admin, &id, move |accounts, cx, actor, id| accounts.verify_address(cx, actor, id, channel)).await
}

/// `POST …/reset`: sends the message to set a password.
pub async fn reset(call: Call, admin: ReqData<Admin>, id: Path<String>) -> Result<HttpResponse, Problem> {
    let (id, admin) = (id_of(&id)?, admin.into_inner());
    let wish = channel(start_reset().clean(&call.input)?.text("channel"));
    let destination =
        call.app.run(call.client, move |accounts, cx| accounts.start_reset(cx, Actor::Admin(&admin), id, wish)).await?;
    let said = json!({"detail": Phrase::new("admin-act-reset-done"), "destination": destination});
    Ok(unsaid(StatusCode::ACCEPTED, "application/json", said))
}

fn channel(name: &str) -> Option<Channel> {
    [Channel::Email, Channel::Phone].into_iter().find(|channel| channel.as_str() == name)
}

/// `GET …/sessions`
pub async fn sessions(
    request: HttpRequest,
    app: Data<App>,
    admin: ReqData<Admin>,
    id: Path<String>,
) -> Result<HttpResponse, Problem> {
    let (id, paging) = (id_of(&id)?, Paging::of_query(request.query_string())?);
    let page = app
        .run(client(&request, app.settings()), move |accounts, cx| {
            accounts.account_sessions(cx, id, paging.cursor, paging.limit)
        })
        .await?;
    let path = format!("/admin/accounts/{id}/sessions");
    Ok(paging.reply(app.settings(), &path, &page, |session| session_json(app.accounts(), admin.who(), session)))
}

/// `DELETE …/sessions`: all of them; of one's own all but the one that asks.
pub async fn end_sessions(call: Call, admin: ReqData<Admin>, id: Path<String>) -> Result<HttpResponse, Problem> {
    let (id, admin) = (id_of(&id)?, admin.into_inner());
    nothing_sent(&call.input)?;
    call.app.run(call.client, move |accounts, cx| accounts.end_account_sessions(cx, Actor::Admin(&admin), id)).await?;
    Ok(HttpResponse::NoContent().finish())
}

/// `DELETE …/sessions/{session}`
pub async fn end_session(
    call: Call,
    admin: ReqData<Admin>,
    path: Path<(String, String)>,
) -> Result<HttpResponse, Problem> {
    let (id, session, admin) = (id_of(&path.0)?, id_of(&path.1)?, admin.into_inner());
    nothing_sent(&call.input)?;
    call.app
        .run(call.client, move |accounts, cx| accounts.end_account_session(cx, Actor::Admin(&admin), id, session))
        .await?;
    Ok(HttpResponse::NoContent().finish())
}

/// `GET …/events`
pub async fn events(request: HttpRequest, app: Data<App>, id: Path<String>) -> Result<HttpResponse, Problem> {
    let (id, paging) = (id_of(&id)?, Paging::of_query(request.query_string())?);
    let page = app
        .run(client(&request, app.settings()), move |accounts, cx| {
            accounts.account_events(cx, id, paging.cursor, paging.limit)
        })
        .await?;
    Ok(paging.reply(app.settings(), &format!("/admin/accounts/{id}/events"), &page, event_json))
}
