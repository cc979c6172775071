//! The route table of the API. A call is a row: method, path, handler, and its description in the OpenAPI document. To add
//! one, write its row into the list it belongs to; to add a list, name it in [`table`].
//!
//! ```text
//! post("/me/thing", thing::submit, Operation::new("doThing", Tag::Account, "Does the thing")
//!     .by(Who::Account)                           // who may; refusals of strangers come with it
//!     .takes("Thing", &forms::thing().fields)     // the form that the handler cleans
//!     .gives(200, "It is done.", "UserReply")     // a schema of `openapi/components*.rs`
//!     .refuses(&[Code::Throttled]))               // beside what every call refuses
//! ```
//!
//! The tests hold every answer they see against what is written here.

mod about;
mod addresses;
mod admin;
mod admin_accounts;
mod endpoint;
mod entrance;
mod own_account;
mod recovery;

use super::problem;
use crate::app::App;
use crate::web::only;
use actix_web::http::Method;
use actix_web::web::{ServiceConfig, resource, to};
use actix_web::{Resource, Route};
use endpoint::Served;
use std::collections::BTreeMap;

pub use endpoint::Endpoint;

/// Where the API is.
pub const BASE: &str = "/api/v1";

/// Every call, described as it is under the settings of `app`. Some are there only while the settings say so: without
/// phone numbers on this site there are none for them, and without sign-in by code none for that.
pub fn table(app: &App) -> Vec<Endpoint> {
    let lists = [entrance::table, recovery::table, own_account::table, addresses::table, admin::table, about::table];
    lists.into_iter().flat_map(|list| list(app)).collect()
}

/// Serves the table, whichever settings hold by then. `docs` answers the rows that are pages.
pub fn routes(config: &mut ServiceConfig, app: &App, docs: impl Fn() -> Route) {
    let mut paths: BTreeMap<String, (Resource, Vec<&'static str>)> = BTreeMap::new();
    for Endpoint { path, method, there, served, .. } in table(app) {
        let route = match served {
            Served::Here(route) => route,
            Served::AsPage => docs(),
            Served::BehindTheEntrance => continue,
        };
        let begin = || (resource(path.as_str()).guard(only(there)), Vec::new());
        let (at, mut methods) = paths.remove(&path).unwrap_or_else(begin);
        methods.extend(allowed(&method));
        paths.insert(path, (at.route(route), methods));
    }
    for (at, methods) in paths.into_values() {
        config.service(at.default_service(problem::wrong_method(methods.join(", "))));
    }
    config.default_service(to(problem::not_found));
}

/// A method as `Allow` lists it.
fn allowed(method: &Method) -> &'static [&'static str] {
    match *method {
        Method::GET => &["GET", "HEAD"],
        Method::POST => &["POST"],
        Method::PATCH => &["PATCH"],
        _ => &["DELETE"],
    }
}
