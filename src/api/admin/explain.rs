//! `POST /admin/explain`

use crate::accounts::{Actor, Admin};
use crate::api::call::Call;
use crate::api::problem::Problem;
use crate::error::Error;
use crate::forms::explain;
use crate::web::unsaid;
use actix_web::HttpResponse;
use actix_web::http::StatusCode;
use actix_web::web::ReqData;
use serde_json::to_value;

/// What the program makes of an identifier, or what happened in a request. A call that is noted: so it is no GET.
pub async fn submit(call: Call, admin: ReqData<Admin>) -> Result<HttpResponse, Problem> {
    let question = explain::clean(&call.input)?;
    let (region, admin) = (call.app.region(), admin.into_inner());
    let explained = call
        .app
        .run(call.client.clone(), move |accounts, cx| {
            accounts.explain_question(cx, &question, region, Actor::Admin(&admin))
        })
        .await?;
    Ok(unsaid(StatusCode::OK, "application/json", to_value(&explained).map_err(Error::internal)?))
}
