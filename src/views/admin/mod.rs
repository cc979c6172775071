//! The pages for staff, behind one entrance. Draws what the verbs say; decides nothing.

mod explain;
mod explain_words;
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
use crate::error::{Code, Error};
use crate::web::{AdminRoute, administered, admit, only, read};
use actix_web::body::{BoxBody, MessageBody};
use actix_web::dev::{ServiceRequest, ServiceResponse};
use actix_web::middleware::{Next, from_fn};
use actix_web::web::{Data, ServiceConfig, post, resource, scope, to};
use actix_web::{HttpRequest, HttpResponse, ResponseError};

/// Every page of staff, below `admin.path`: what is in this list is there, behind the entrance.
pub const ROUTES: &[AdminRoute] = &[
    AdminRoute { path: "", allow: "GET, HEAD", routes: || vec![read().to(overview::show)] },
    AdminRoute {
        path: "/explain",
        allow: "GET, HEAD, POST",
        routes: || vec![read().to(explain::show), post().to(explain::submit)],
    },
];

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
