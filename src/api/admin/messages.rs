//! `/admin/messages`

use crate::accounts::{Actor, Admin};
use crate::api::call::Call;
use crate::api::problem::Problem;
use crate::app::App;
use crate::db::Id;
use crate::db::outbox_pages::{Envelope, State};
use crate::error::{Code, Error};
use crate::forms::{SmallForm, administer};
use crate::web::{Listing, client};
use actix_web::web::{Data, Path, ReqData};
use actix_web::{HttpRequest, HttpResponse};
use serde_json::{Value, json};

/// `GET /admin/messages`
pub async fn list(request: HttpRequest, app: Data<App>) -> Result<HttpResponse, Problem> {
    let listing = Listing::of_query(request.query_string(), &administer::messages())?;
    let (state, paging) = (State::named(listing.narrowed.text("state")), listing.paging);
    let page = app
        .run(client(&request, app.settings()), move |accounts, cx| {
            accounts.search_messages(cx, state, paging.cursor, paging.limit)
        })
        .await?;
    Ok(listing.reply(app.settings(), "/admin/messages", &page, draw))
}

/// `POST /admin/messages/{id}/retry`
pub async fn retry(call: Call, id: Path<String>, admin: ReqData<Admin>) -> Result<HttpResponse, Problem> {
    SmallForm { fields: Vec::new() }.clean(&call.input)?;
    let id: Id = id.parse().map_err(|_| Error::Refused(Code::NotFound))?;
    let admin = admin.into_inner();
    let client = call.client.clone();
    let message =
        call.app.run(client, move |accounts, cx| accounts.retry_message(cx, Actor::Admin(&admin), id)).await?;
    Ok(HttpResponse::Accepted().json(draw(&message)))
}

fn draw(message: &Envelope) -> Value {
    json!({
        "id": message.id,
        "kind": message.kind,
        "channel": message.channel,
        "destination": message.destination,
        "account": message.user_id,
        "state": message.state().as_str(),
        "tries": message.tries,
        "last_error": message.last_error,
        "created_at": message.created_at,
        "due_at": message.due_at,
        "expires_at": message.expires_at,
        "sent_at": message.sent_at,
        "dead_at": message.dead_at,
    })
}
