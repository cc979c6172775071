//! One row of the route table: a method, a path, the handler, and what the document says of it. Without that there is no
//! row, so no call can be served that is not described.

use crate::api::openapi::Operation;
use crate::web::{There, read};
use actix_web::http::Method;
use actix_web::{FromRequest, Handler, Responder, Route, web};

/// One row of the route table.
#[allow(missing_debug_implementations, reason = "a route has none")]
pub struct Endpoint {
    /// The path below `/api/v1`, as the router reads it.
    pub path: String,
    /// The method; GET stands for HEAD too.
    pub method: Method,
    /// What the document says, by path: one, except where a path stands for several.
    pub operations: Vec<(String, Operation)>,
    /// Under which settings it is there.
    pub there: There,
    /// Who answers.
    pub(super) served: Served,
}

/// Who answers a call.
pub(super) enum Served {
    /// A handler of this room.
    Here(Route),
    /// A page.
    AsPage,
    /// A handler behind the entrance of the administration.
    BehindTheEntrance,
}

impl Endpoint {
    fn new(method: Method, path: impl Into<String>, served: Served, operation: Operation) -> Self {
        let path = path.into();
        Self { operations: vec![(path.clone(), operation)], path, method, there: |_| true, served }
    }

    /// A row that is there only while this holds.
    #[must_use]
    pub fn only(self, there: There) -> Self {
        Self { there, ..self }
    }

    /// A row whose path stands for these.
    #[must_use]
    pub fn standing_for(self, operations: Vec<(String, Operation)>) -> Self {
        Self { operations, ..self }
    }
}

/// A page, drawn in another room.
pub fn page(path: &str, operation: Operation) -> Endpoint {
    Endpoint::new(Method::GET, path, Served::AsPage, operation)
}

/// A call for staff, which has its handler in the list of the administration.
pub fn behind_the_entrance(method: Method, path: &str, operation: Operation) -> Endpoint {
    Endpoint::new(method, path, Served::BehindTheEntrance, operation)
}

macro_rules! methods {
    ($($(#[$doc:meta])* $name:ident = $method:ident, $route:expr;)*) => {
        $($(#[$doc])*
        pub fn $name<F, Args>(path: impl Into<String>, handler: F, operation: Operation) -> Endpoint
        where
            F: Handler<Args>,
            Args: FromRequest + 'static,
            F::Output: Responder + 'static,
        {
            Endpoint::new(Method::$method, path, Served::Here($route.to(handler)), operation)
        })*
    };
}

methods! {
    /// GET, and HEAD.
    get = GET, read();
    /// POST.
    post = POST, web::post();
    /// PATCH.
    patch = PATCH, web::patch();
    /// DELETE.
    delete = DELETE, web::delete();
}
