//! `/me/sessions`

use super::call::Call;
use super::problem::Problem;
use crate::accounts::{Accounts, SignedIn};
use crate::app::App;
use crate::db::Id;
use crate::db::sessions::{Session, SessionKind};
use crate::error::{Code, Error, FormErrors};
use crate::web::{Paging, client, forget_session, signed_in};
use actix_session::SessionExt;
use actix_web::{HttpRequest, HttpResponse, web};
use serde_json::{Value, json};

/// `GET /me/sessions`
pub async fn list(request: HttpRequest, app: web::Data<App>) -> Result<HttpResponse, Problem> {
    let who = signed_in(&request, &app).await?;
    let paging = Paging::of_query(request.query_string())?;
    let asked = who.clone();
    let page = app
        .run(client(&request, app.settings()), move |accounts, cx| {
            accounts.list_sessions(cx, &asked, paging.cursor, paging.limit)
        })
        .await?;
    Ok(paging.reply(app.settings(), "/me/sessions", &page, |session| session_json(app.accounts(), &who, session)))
}

/// `DELETE /me/sessions`: all but the one that asks.
pub async fn end_others(call: Call) -> Result<HttpResponse, Problem> {
    let who = signed_in(&call.request, &call.app).await?;
    nothing_sent(&call)?;
    call.app.run(call.client, move |accounts, cx| accounts.end_other_sessions(cx, &who)).await?;
    Ok(HttpResponse::NoContent().finish())
}

/// `DELETE /me/sessions/{id}`
pub async fn end(call: Call, id: web::Path<String>) -> Result<HttpResponse, Problem> {
    let who = signed_in(&call.request, &call.app).await?;
    nothing_sent(&call)?;
    let id: Id = id.parse().map_err(|_| Error::Refused(Code::NotFound))?;
    let own_cookie = id == who.session.id && who.session.kind != SessionKind::Bearer;
    call.app.run(call.client, move |accounts, cx| accounts.end_session(cx, &who, id)).await?;
    if own_cookie {
        forget_session(&call.request.get_session());
    }
    Ok(HttpResponse::NoContent().finish())
}

fn nothing_sent(call: &Call) -> Result<(), Error> {
    let mut errors = FormErrors::default();
    call.input.refuse_others(&[], &mut errors);
    errors.or(|| ())
}

/// A session as programs see it; `current` is the one of whoever looks.
pub fn session_json(accounts: &Accounts, who: &SignedIn, session: &Session) -> Value {
    json!({
        "id": session.id,
        "created_at": session.created_at,
        "last_used_at": session.last_used_at,
        "expires_at": accounts.session_expires_at(session),
        "ip": session.ip,
        "user_agent": session.user_agent,
        "current": session.id == who.session.id,
    })
}
