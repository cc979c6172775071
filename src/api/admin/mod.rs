//! The calls for staff, behind one entrance: the same verbs as the pages for staff, by the same file names.

mod explain;
mod login;
mod overview;

use super::problem::{self, Problem};
use crate::error::Error;
use crate::web::{AdminRoute, administered, admit, carries_our_cookie, only, read};
use actix_web::body::{BoxBody, MessageBody};
use actix_web::dev::{ServiceRequest, ServiceResponse};
use actix_web::middleware::{Next, from_fn};
use actix_web::web::{ServiceConfig, post, resource, scope, to};
use actix_web::{HttpRequest, HttpResponse, ResponseError};

/// Every call for staff, below `/api/v1/admin`: what is in this list is there, behind the entrance.
pub const ROUTES: &[AdminRoute] = &[
    AdminRoute { path: "", allow: "GET, HEAD", routes: || vec![read().to(overview::show)] },
    AdminRoute { path: "/explain", allow: "POST", routes: || vec![post().to(explain::submit)] },
];

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
