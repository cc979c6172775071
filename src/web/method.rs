//! The methods that read: GET, and HEAD, which is GET without the body (RFC 9110, 9.3.2).

use actix_web::{Route, guard, web};

/// A route for GET and HEAD.
#[must_use]
pub fn read() -> Route {
    web::route().guard(guard::Any(guard::Get()).or(guard::Head()))
}
