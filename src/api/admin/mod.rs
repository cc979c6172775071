//! The calls for staff, behind one entrance: the same verbs as the pages for staff, by the same file names.

mod account_acts;
mod accounts;
mod login;
mod overview;

use super::problem::{self, Problem};
use crate::db::Id;
use crate::error::{Code, Error, Result};
use crate::web::{AdminRoute, administered, admit, carries_our_cookie, only, read};
use account_acts as acts;
use actix_web::body::{BoxBody, MessageBody};
use actix_web::dev::{ServiceRequest, ServiceResponse};
use actix_web::middleware::{Next, from_fn};
use actix_web::web::{ServiceConfig, delete, patch, post, resource, scope, to};
use actix_web::{HttpRequest, HttpResponse, ResponseError};

/// Every call for staff, below `/api/v1/admin`: what is in this list is there, behind the entrance.
pub const ROUTES: &[AdminRoute] = &[
    AdminRoute { path: "", allow: "GET, HEAD", routes: || vec![read().to(overview::show)] },
    AdminRoute {
        path: "/accounts",
        allow: "GET, HEAD, POST",
        routes: || vec![read().to(accounts::list), post().to(accounts::create)],
    },
    AdminRoute {
        path: "/accounts/{id}",
        allow: "GET, HEAD, PATCH, DELETE",
        routes: || vec![read().to(accounts::show), patch().to(accounts::edit), delete().to(accounts::delete)],
    },
    AdminRoute { path: "/accounts/{id}/activate", allow: "POST", routes: || vec![post().to(acts::activate)] },
    AdminRoute { path: "/accounts/{id}/deactivate", allow: "POST", routes: || vec![post().to(acts::deactivate)] },
    AdminRoute { path: "/accounts/{id}/verify", allow: "POST", routes: || vec![post().to(acts::verify)] },
    AdminRoute { path: "/accounts/{id}/reset", allow: "POST", routes: || vec![post().to(acts::reset)] },
    AdminRoute {
        path: "/accounts/{id}/sessions",
        allow: "GET, HEAD, DELETE",
        routes: || vec![read().to(acts::sessions), delete().to(acts::end_sessions)],
    },
    AdminRoute {
        path: "/accounts/{id}/sessions/{session}",
        allow: "DELETE",
        routes: || vec![delete().to(acts::end_session)],
    },
    AdminRoute { path: "/accounts/{id}/events", allow: "GET, HEAD", routes: || vec![read().to(acts::events)] },
];

/// The key in a path; what is none names nothing.
fn id_of(text: &str) -> Result<Id> {
    text.parse().map_err(|_| Error::Refused(Code::NotFound))
}

/// The calls for staff, while there are pages for them. The way in is the only one that stands open.
pub fn routes(config: &mut ServiceConfig) {
    let way_in = resource("/admin/login").guard(only(administered)).route(post().to(login::submit));
    config.service(way_in.default_service(problem::wrong_method("POST")));
    let all = ROUTES.iter().fold(scope("/admin").guard(only(administered)), |all, route| {
        all.service(route.resource(problem::wrong_method))
    });
    config.service(all.default_service(to(problem::not_found)).wrap(from_fn(entrance)));
}

async fn entrance(
    request: ServiceRequest,
    next: Next<impl MessageBody + 'static>,
) -> Result<ServiceResponse<BoxBody>, actix_web::Error> {
    admit(request, next, carries_our_cookie, turn_away).await
}

fn turn_away(_: &HttpRequest, error: Error) -> HttpResponse {
    Problem(error).error_response()
}
