//! The HTTP status of each refusal; the one place that maps codes to numbers.

use crate::error::{Code, Error};
use actix_web::http::StatusCode;

/// The status for `error`. 422 for everything the person can correct in the form.
#[must_use]
pub fn status(error: &Error) -> StatusCode {
    match error {
        Error::Invalid(_) => StatusCode::UNPROCESSABLE_ENTITY,
        Error::Throttled { .. } => StatusCode::TOO_MANY_REQUESTS,
        Error::Stale { .. } => StatusCode::FORBIDDEN,
        Error::Overloaded | Error::Unavailable(_) => StatusCode::SERVICE_UNAVAILABLE,
        Error::Internal(_) => StatusCode::INTERNAL_SERVER_ERROR,
        Error::Refused(code) => match code {
            Code::Malformed => StatusCode::BAD_REQUEST,
            Code::InvalidCredentials | Code::InvalidToken | Code::Unauthenticated => StatusCode::UNAUTHORIZED,
            Code::Unverified | Code::RegistrationClosed | Code::CrossOrigin | Code::Forbidden => StatusCode::FORBIDDEN,
            Code::NotFound => StatusCode::NOT_FOUND,
            Code::MethodNotAllowed => StatusCode::METHOD_NOT_ALLOWED,
            Code::AlreadyVerified => StatusCode::CONFLICT,
            Code::TooLarge => StatusCode::PAYLOAD_TOO_LARGE,
            Code::UnsupportedMediaType => StatusCode::UNSUPPORTED_MEDIA_TYPE,
            Code::Throttled => StatusCode::TOO_MANY_REQUESTS,
            Code::Overloaded | Code::Unavailable => StatusCode::SERVICE_UNAVAILABLE,
            Code::Internal => StatusCode::INTERNAL_SERVER_ERROR,
            _ => StatusCode::UNPROCESSABLE_ENTITY,
        },
    }
}

/// Whole seconds to put into `Retry-After`, for the refusals that pass: at least 1.
#[must_use]
pub fn retry_after(error: &Error) -> Option<u64> {
    match error {
        Error::Throttled { retry_after } => {
            Some(retry_after.as_secs() + u64::from(retry_after.subsec_nanos() > 0)).map(|seconds| seconds.max(1))
        }
        Error::Overloaded | Error::Unavailable(_) => Some(2),
        _ => None,
    }
}
