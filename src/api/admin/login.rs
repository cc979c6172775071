//! `POST /admin/login`

use crate::api::answer::signed_in;
use crate::api::call::Call;
use crate::api::problem::Problem;
use actix_web::HttpResponse;
use actix_web::http::StatusCode;

/// Signs in, with a new session that opens the administration.
pub async fn submit(call: Call) -> Result<HttpResponse, Problem> {
    let request = call.app.accounts().login_form.clean(&call.input)?;
    let carrier = call.carrier(false);
    let client = call.client.clone();
    let entry =
        call.app.run_hashing(client, move |accounts, cx| accounts.login_to_admin(cx, &request, carrier)).await?;
    Ok(signed_in(&call, StatusCode::OK, &entry))
}
