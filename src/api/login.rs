//! `POST /login`

use super::answer::signed_in;
use super::call::Call;
use super::problem::Problem;
use crate::forms::FormName;
use actix_web::HttpResponse;
use actix_web::http::StatusCode;

/// Signs in.
pub async fn submit(mut call: Call) -> Result<HttpResponse, Problem> {
    call.extended(FormName::Login);
    let request = call.app.accounts().login_form.clean(&call.input)?;
    let carrier = call.carrier(request.remember_me);
    let entry =
        call.app.run_hashing(call.client.clone(), move |accounts, cx| accounts.login(cx, &request, carrier)).await?;
    Ok(signed_in(&call, StatusCode::OK, &entry))
}
