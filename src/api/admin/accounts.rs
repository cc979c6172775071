//! `/admin/accounts` and `/admin/accounts/{id}`

use super::id_of;
use crate::accounts::{Accounts, Actor, Admin};
use crate::api::account::account_json;
use crate::api::call::Call;
use crate::api::problem::Problem;
use crate::app::App;
use crate::context::Context;
use crate::db::User;
use crate::error::{FormErrors, Result};
use crate::forms::Input;
use crate::forms::directory::{asked, read_search};
use crate::web::{Paging, client, with_next};
use actix_web::http::header;
use actix_web::web::{Data, Path, ReqData};
use actix_web::{HttpRequest, HttpResponse};

/// Those that are looked for.
pub async fn list(request: HttpRequest, app: Data<App>) -> Result<HttpResponse, Problem> {
    let (asked, kept) = asked(request.query_string());
    let paging = Paging::<String>::of_query(request.query_string())?;
    let wanted = read_search(&asked)?;
    let (cursor, limit, region) = (paging.cursor.clone(), paging.limit, app.region());
    let page = app
        .run(client(&request, app.settings()), move |accounts, cx| {
            accounts.search(cx, &wanted, cursor.as_deref(), limit, region)
        })
        .await?;
    let next = page.next.map(|next| paging.further("/admin/accounts", &kept, &next));
    Ok(with_next(app.settings(), page.users.iter().map(account_json).collect(), next.as_deref()))
}

/// `POST /admin/accounts`: makes one, without a password.
pub async fn create(call: Call, admin: ReqData<Admin>) -> Result<HttpResponse, Problem> {
    let (admin, input) = (admin.into_inner(), call.input);
    let work =
        move |accounts: &Accounts, cx: &mut Context<'_>| accounts.create_account(cx, Actor::Admin(&admin), &input);
    let user = call.app.run(call.client, work).await?;
    let place = format!("/api/v1/admin/accounts/{}", user.id);
    Ok(HttpResponse::Created().insert_header((header::LOCATION, place)).json(account_json(&user)))
}

/// `GET /admin/accounts/{id}`
pub async fn show(request: HttpRequest, app: Data<App>, id: Path<String>) -> Result<HttpResponse, Problem> {
    let id = id_of(&id)?;
    let user = app.run(client(&request, app.settings()), move |accounts, cx| accounts.account(cx, id)).await?;
    Ok(HttpResponse::Ok().json(account_json(&user)))
}

/// `PATCH /admin/accounts/{id}`: changes what was sent.
pub async fn edit(call: Call, admin: ReqData<Admin>, id: Path<String>) -> Result<HttpResponse, Problem> {
    let input = call.input.clone();
    act(call, admin, &id, move |accounts, cx, actor, id| accounts.edit_account(cx, actor, id, &input)).await
}

/// `DELETE /admin/accounts/{id}`: at once and for good.
pub async fn delete(call: Call, admin: ReqData<Admin>, id: Path<String>) -> Result<HttpResponse, Problem> {
    let (id, admin) = (id_of(&id)?, admin.into_inner());
    nothing_sent(&call.input)?;
    call.app.run(call.client, move |accounts, cx| accounts.delete_user(cx, Actor::Admin(&admin), id)).await?;
    Ok(HttpResponse::NoContent().finish())
}

/// Does something to the account that `id` names, and shows it as it is then.
pub(super) async fn act(
    call: Call,
    admin: ReqData<Admin>,
    id: &str,
    act: impl FnOnce(&Accounts, &mut Context<'_>, Actor<'_>, crate::db::Id) -> Result<User> + Send + 'static,
) -> Result<HttpResponse, Problem> {
    let (id, admin) = (id_of(id)?, admin.into_inner());
    let user = call.app.run(call.client, move |accounts, cx| act(accounts, cx, Actor::Admin(&admin), id)).await?;
    Ok(HttpResponse::Ok().json(account_json(&user)))
}

/// Refuses whatever was sent where nothing is asked.
///
/// # Errors
/// [`crate::error::Code::UnknownField`] at each member.
pub(super) fn nothing_sent(input: &Input) -> Result<()> {
    let mut errors = FormErrors::default();
    input.refuse_others(&[], &mut errors);
    errors.or(|| ())
}
