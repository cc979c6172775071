//! `POST /logout`

use super::call::Call;
use super::problem::Problem;
use crate::db::sessions::SessionKind;
use crate::web::{forget_session, signed_in};
use actix_session::SessionExt;
use actix_web::HttpResponse;

/// Ends the session that the call bears.
pub async fn submit(call: Call) -> Result<HttpResponse, Problem> {
    let who = signed_in(&call.request, &call.app).await?;
    // Beside a token, a cookie is another session: not the one that the call bears.
    let by_cookie = who.session.kind != SessionKind::Bearer;
    call.app.run(call.client, move |accounts, cx| accounts.logout(cx, &who)).await?;
    if by_cookie {
        forget_session(&call.request.get_session());
    }
    Ok(HttpResponse::NoContent().finish())
}
