//! The methods a path takes: HEAD goes wherever GET does (RFC 9110, 9.3.2), and whoever asks otherwise is told what
//! would do.

use actix_web::http::header::{self, HeaderValue};
use actix_web::{HttpResponse, Route, guard, web};

/// A route for GET and HEAD.
#[must_use]
pub fn read() -> Route {
    web::route().guard(guard::Any(guard::Get()).or(guard::Head()))
}

/// The refusal of a method, with the methods that the path takes (RFC 9110, 15.5.6).
#[must_use]
pub fn refuse_method(mut refusal: HttpResponse, allow: &str) -> HttpResponse {
    // Names of methods are tokens, which any header can hold.
    if let Ok(allow) = HeaderValue::from_str(allow) {
        refusal.headers_mut().insert(header::ALLOW, allow);
    }
    refusal
}
