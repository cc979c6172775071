//! The calls for staff, described. They are served behind their own entrance (`api/admin/`); the tests hold its list and
//! this one against each other.

use super::endpoint::{Endpoint, behind_the_entrance};
use super::entrance::{gives_session, login_schema};
use crate::api::openapi::{Operation, Tag, Who, example_of};
use crate::app::App;
use crate::error::Code;
use crate::web::administered;
use actix_web::http::Method;

pub(super) fn table(app: &App) -> Vec<Endpoint> {
    let form = &app.accounts().login_form;
    let login = Operation::new("adminLogin", Tag::Admin, "Sign in to administer")
        .saying("Begins a session of its own, which opens the calls for staff for a while.")
        .takes_schema("AdminLogin", login_schema(form), example_of(form.fields()), true)
        .refuses(&[Code::NoIdentifier, Code::InvalidCredentials, Code::Unverified, Code::Throttled]);
    let overview = new("adminOverview", "The site at a glance").gives(200, "How many there are of what.", "Site");
    let all = [
        behind_the_entrance(Method::POST, "/admin/login", gives_session(login, 200, "Signed in.")),
        behind_the_entrance(Method::GET, "/admin", overview),
    ];
    all.into_iter().map(|endpoint| endpoint.only(administered)).collect()
}

/// A call for staff, who have signed in to administer.
fn new(id: &str, summary: &str) -> Operation {
    Operation::new(id, Tag::Admin, summary).by(Who::Staff)
}
