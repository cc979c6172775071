//! `/admin/tokens`

use crate::accounts::{Actor, Admin, OpenToken};
use crate::api::call::Call;
use crate::api::problem::Problem;
use crate::app::App;
use crate::db::Id;
use crate::error::{Code, Error};
use crate::forms::{SmallForm, administer};
use crate::web::{Listing, client};
use actix_web::web::{Data, Path, ReqData};
use actix_web::{HttpRequest, HttpResponse};
use serde_json::{Value, json};

/// `GET /admin/tokens`
pub async fn list(request: HttpRequest, app: Data<App>) -> Result<HttpResponse, Problem> {
    let listing = Listing::of_query(request.query_string(), &administer::tokens())?;
    let asked = listing.clone();
    let page = app
        .run(client(&request, app.settings()), move |accounts, cx| {
            let narrowed = (asked.narrowed.some("purpose"), asked.narrowed.some("channel"));
            accounts.search_tokens(cx, narrowed, asked.paging.cursor, asked.paging.limit)
        })
        .await?;
    Ok(listing.reply(app.settings(), "/admin/tokens", &page, draw))
}

/// `DELETE /admin/tokens/{id}`
pub async fn end(call: Call, id: Path<String>, admin: ReqData<Admin>) -> Result<HttpResponse, Problem> {
    SmallForm { fields: Vec::new() }.clean(&call.input)?;
    let id: Id = id.parse().map_err(|_| Error::Refused(Code::NotFound))?;
    let admin = admin.into_inner();
    call.app.run(call.client, move |accounts, cx| accounts.end_token(cx, Actor::Admin(&admin), id)).await?;
    Ok(HttpResponse::NoContent().finish())
}

fn draw(token: &OpenToken) -> Value {
    json!({
        "id": token.id,
        "account": token.user,
        "purpose": token.purpose,
        "channel": token.channel,
        "destination": token.destination,
        "issued_at": token.issued_at,
        "expires_at": token.expires_at,
        "attempts": token.attempts,
        "dead": token.is_dead,
        "throttled_until": token.throttled_until,
    })
}
