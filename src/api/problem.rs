//! Refusals as RFC 9457 problem details.

use crate::error::{Code, Error};
use crate::phrase::Phrase;
use crate::web::{refuse_method, retry_after, status, unsaid};
use actix_web::body::BoxBody;
use actix_web::http::{StatusCode, header};
use actix_web::{HttpResponse, ResponseError, Route, web};
use serde_json::{Value, json};
use std::borrow::Cow;
use std::fmt;
use std::future::ready;

/// A refusal, rendered as `application/problem+json`.
#[derive(Debug)]
pub struct Problem(pub Error);

impl From<Error> for Problem {
    fn from(error: Error) -> Self {
        Self(error)
    }
}

impl fmt::Display for Problem {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(&self.0, f)
    }
}

impl ResponseError for Problem {
    fn status_code(&self) -> StatusCode {
        status(&self.0)
    }

    fn error_response(&self) -> HttpResponse<BoxBody> {
        let status = self.status_code();
        let mut reply = unsaid(status, "application/problem+json", body(&self.0, status));
        let headers = reply.headers_mut();
        if let Some(seconds) = retry_after(&self.0) {
            headers.insert(header::RETRY_AFTER, seconds.into());
        }
        // Every 401 owes one (RFC 9110, 15.5.2); no browser asks for a password because of this one.
        if status == StatusCode::UNAUTHORIZED {
            headers.insert(header::WWW_AUTHENTICATE, header::HeaderValue::from_static("Bearer"));
        }
        match self.0.code() {
            Code::Internal => tracing::error!(cause = %self.0, "a request failed"),
            Code::Unavailable => tracing::error!(cause = %self.0, "what a request needs is away"),
            _ => {}
        }
        reply
    }
}

fn body(error: &Error, status: StatusCode) -> Value {
    let mut all = json!({
        "type": "about:blank",
        "title": Phrase::new("problem-title").with("status", u64::from(status.as_u16())),
        "status": status.as_u16(),
        "code": error.code().slug(),
    });
    let detail = match error {
        Error::Invalid(errors) => {
            all["code"] = json!(summary(errors.0.iter().map(|e| e.code)).slug());
            all["errors"] = errors
                .0
                .iter()
                .map(|e| {
                    let pointer = e.field.as_deref().map_or_else(|| "#".to_owned(), pointer);
                    json!({"pointer": pointer, "code": e.code.slug(), "detail": e.detail})
                })
                .collect();
            Phrase::new("problem-invalid")
        }
        Error::Throttled { .. } => {
            let seconds = retry_after(error).unwrap_or(1);
            Phrase::new("error-wait").with("wait", wait_in_words(seconds))
        }
        Error::Stale { with_password: true } => Phrase::new("problem-stale"),
        Error::Stale { with_password: false } => Phrase::new("problem-stale-without-password"),
        other => other.code().words(),
    };
    all["detail"] = json!(detail);
    all
}

/// One mistake gives the whole its code; several are `invalid` together.
fn summary(codes: impl Iterator<Item = Code>) -> Code {
    let mut codes: Vec<Code> = codes.collect();
    codes.dedup();
    match codes.as_slice() {
        [one] => *one,
        _ => Code::Invalid,
    }
}

/// A JSON pointer (RFC 6901) to a member, as a URI fragment (RFC 3986 lets these characters stand).
fn pointer(field: &str) -> String {
    let escaped = field.replace('~', "~0").replace('/', "~1");
    let encoded: String = url::form_urlencoded::byte_serialize(escaped.as_bytes()).collect();
    format!("#/{}", encoded.replace('+', "%20").replace("%7E", "~"))
}

/// "30 seconds", "5 minutes": for people, so rounded up to the unit.
#[must_use]
pub fn wait_in_words(seconds: u64) -> Phrase {
    let (id, count) = match seconds {
        0..=90 => ("wait-seconds", seconds),
        91..=5400 => ("wait-minutes", seconds.div_ceil(60)),
        _ => ("wait-hours", seconds.div_ceil(3600)),
    };
    Phrase::new(id).with("count", count)
}

/// A path that is known, asked by a method that is not.
pub fn wrong_method(allow: impl Into<Cow<'static, str>>) -> Route {
    let allow = allow.into();
    web::to(move || {
        let refusal = Problem(Error::Refused(Code::MethodNotAllowed)).error_response();
        ready(refuse_method(refusal, &allow))
    })
}

/// A path that is not known.
pub async fn not_found() -> Result<HttpResponse, Problem> {
    Err(Problem(Error::Refused(Code::NotFound)))
}
