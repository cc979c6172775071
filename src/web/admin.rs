//! The entrance of the administration: who is let past, before anything else of a request is looked at. Both doors have
//! their paths behind it; knows none of them.

use super::client::client;
use super::origin::check;
use super::session::signed_in;
use crate::accounts::Admin;
use crate::app::App;
use crate::error::{Error, Result};
use crate::settings::Settings;
use actix_web::body::{BoxBody, MessageBody};
use actix_web::dev::{ServiceRequest, ServiceResponse};
use actix_web::middleware::Next;
use actix_web::{HttpMessage, HttpRequest, HttpResponse, Resource, Route, web};

/// One path of the administration at one of the doors.
#[derive(Clone, Copy, Debug)]
pub struct AdminRoute {
    /// Below the root of the administration: empty, or begins with a slash.
    pub path: &'static str,
    /// The methods it takes, as `Allow` names them.
    pub allow: &'static str,
    /// What answers them.
    pub routes: fn() -> Vec<Route>,
}

impl AdminRoute {
    /// The path with what answers there; every other method is refused by what `wrong_method` makes.
    #[must_use]
    pub fn resource(&self, wrong_method: fn(&'static str) -> Route) -> Resource {
        let all = (self.routes)().into_iter().fold(web::resource(self.path), Resource::route);
        all.default_service(wrong_method(self.allow))
    }
}

/// Who administers by this request.
///
/// # Errors
/// As [`signed_in`]; as [`crate::accounts::Accounts::admit`].
pub async fn admin(request: &HttpRequest, app: &web::Data<App>) -> Result<Admin> {
    let who = signed_in(request, app).await?;
    app.run(client(request, app.settings()), move |accounts, cx| accounts.admit(cx, who)).await
}

/// Lets through who administers, and leaves with the request who that is, for handlers to take as `ReqData<Admin>`. Everybody
/// else is turned away by `refuse`, alike for paths that are there and paths that are not. Of what would change something,
/// `guarded` says what has to come from this site, before anybody is told anything.
///
/// # Errors
/// None of its own.
pub async fn admit(
    request: ServiceRequest,
    next: Next<impl MessageBody + 'static>,
    guarded: fn(&HttpRequest, &Settings) -> bool,
    refuse: fn(&HttpRequest, Error) -> HttpResponse,
) -> Result<ServiceResponse<BoxBody>, actix_web::Error> {
    match find(request.request(), guarded).await {
        Ok(admin) => {
            request.extensions_mut().insert(admin);
            next.call(request).await.map(ServiceResponse::map_into_boxed_body)
        }
        Err(error) => {
            let refusal = refuse(request.request(), error);
            Ok(request.into_response(refusal))
        }
    }
}

async fn find(request: &HttpRequest, guarded: fn(&HttpRequest, &Settings) -> bool) -> Result<Admin> {
    let app = request.app_data::<web::Data<App>>().ok_or_else(|| Error::internal("an entrance without the program"))?;
    if !request.method().is_safe() && guarded(request, app.settings()) {
        check(request, app.settings())?;
    }
    admin(request, app).await
}

/// Refuses what matters unless whoever administers has proved their password of late.
///
/// # Errors
/// [`Error::Stale`].
pub async fn fresh(request: &HttpRequest, app: &web::Data<App>, admin: &Admin) -> Result<()> {
    let who = admin.who().clone();
    app.run(client(request, app.settings()), move |accounts, cx| accounts.demand_fresh(cx, &who)).await
}
