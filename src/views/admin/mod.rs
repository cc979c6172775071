//! The pages for staff, behind one entrance. Draws what the verbs say; decides nothing.

mod account;
mod account_form;
mod account_sessions;
mod accounts;
mod acts;
mod login;
mod nav;
mod overview;
mod sample;

pub(super) use nav::nav;
pub(super) use sample::view as sample_view;

use super::draw::see_other;
use super::next;
use super::page::{self, Page};
use crate::app::App;
use crate::db::Id;
use crate::error::{Code, Error, Result};
use crate::web::{AdminRoute, administered, admit, only, read};
use actix_web::body::{BoxBody, MessageBody};
use actix_web::dev::{ServiceRequest, ServiceResponse};
use actix_web::middleware::{Next, from_fn};
use actix_web::web::{Data, ServiceConfig, post, resource, scope, to};
use actix_web::{HttpRequest, HttpResponse, ResponseError, Route};
use acts::Act;

/// Every page of staff, below `admin.path`: what is in this list is there, behind the entrance.
pub const ROUTES: &[AdminRoute] = &[
    AdminRoute { path: "", allow: "GET, HEAD", routes: || vec![read().to(overview::show)] },
    AdminRoute { path: "/accounts", allow: "GET, HEAD", routes: || vec![read().to(accounts::show)] },
    // Before the pages of single accounts, of which none has that for its id.
    AdminRoute {
        path: "/accounts/new",
        allow: "GET, HEAD, POST",
        routes: || vec![read().to(account_form::show_new), post().to(account_form::submit_new)],
    },
    AdminRoute { path: "/accounts/{id}", allow: "GET, HEAD", routes: || vec![read().to(account::show)] },
    AdminRoute {
        path: "/accounts/{id}/edit",
        allow: "GET, HEAD, POST",
        routes: || vec![read().to(account_form::show), post().to(account_form::submit)],
    },
    AdminRoute {
        path: "/accounts/{id}/sessions",
        allow: "GET, HEAD, POST",
        routes: || vec![read().to(account_sessions::show), post().to(account_sessions::submit)],
    },
    AdminRoute { path: "/accounts/{id}/events", allow: "GET, HEAD", routes: || vec![read().to(account::events)] },
    act("/accounts/{id}/verify", || both(Act::Verify)),
    act("/accounts/{id}/reset", || both(Act::Reset)),
    act("/accounts/{id}/end-sessions", || both(Act::EndSessions)),
    act("/accounts/{id}/activate", || both(Act::Activate)),
    act("/accounts/{id}/deactivate", || both(Act::Deactivate)),
    act("/accounts/{id}/delete", || both(Act::Delete)),
];

/// A page that asks, and does what it asks for when told to.
const fn act(path: &'static str, routes: fn() -> Vec<Route>) -> AdminRoute {
    AdminRoute { path, allow: "GET, HEAD, POST", routes }
}

fn both(act: Act) -> Vec<Route> {
    vec![
        read().to(move |request, app, admin, id| acts::show(request, app, admin, id, act)),
        post().to(move |form, admin, id| acts::submit(form, admin, id, act)),
    ]
}

/// The key in a path; what is none names nothing.
fn id_of(text: &str) -> Result<Id> {
    text.parse().map_err(|_| Error::Refused(Code::NotFound))
}

/// The pages for staff, at `at` while there are any. The way in is the only one that stands open.
pub fn routes(config: &mut ServiceConfig, at: &str) {
    config.service(
        resource(format!("{at}/login"))
            .guard(only(administered))
            .route(read().to(login::show))
            .route(post().to(login::submit))
            .default_service(page::wrong_method("GET, HEAD, POST")),
    );
    let all = ROUTES
        .iter()
        .fold(scope(at).guard(only(administered)), |all, route| all.service(route.resource(page::wrong_method)));
    config.service(all.default_service(to(page::not_found)).wrap(from_fn(entrance)));
}

async fn entrance(
    request: ServiceRequest,
    next: Next<impl MessageBody + 'static>,
) -> Result<ServiceResponse<BoxBody>, actix_web::Error> {
    admit(request, next, |_, _| true, turn_away).await
}

/// Whoever is not let in for want of a password is shown where to give it, and from there back to a page they asked for:
/// nobody to the way in of the site, staff who have not administered for a while to the one for staff.
fn turn_away(request: &HttpRequest, error: Error) -> HttpResponse {
    let Some(app) = request.app_data::<Data<App>>() else { return Page::error(request, error).error_response() };
    let entrance = match &error {
        Error::Refused(Code::Unauthenticated) => String::new(),
        Error::Stale { .. } => app.settings().admin.path.clone(),
        _ => return Page::error(request, error).error_response(),
    };
    let target = request.uri().path_and_query().map_or("", |target| target.as_str());
    let back = if request.method().is_safe() { next::path_of_this_site(target).unwrap_or_default() } else { "" };
    see_other(&format!("{entrance}/login{}", next::query(back)))
}
