//! What every reply carries and every request goes through: an id, a time limit, one line in the log, and the headers
//! that keep browsers careful. Knows nothing of what is inside.

use super::cookies::RememberCookie;
use super::language::{language_of_client, put_into_words, put_into_words_of, unsaid};
use super::prefix::redirect_under;
use crate::ambient::random_bytes;
use crate::app::{App, Countersign};
use crate::phrase::Phrase;
use actix_web::body::{BoxBody, MessageBody};
use actix_web::cookie::Cookie;
use actix_web::cookie::time::Duration;
use actix_web::dev::{Extensions, ServiceRequest, ServiceResponse};
use actix_web::error::InternalError;
use actix_web::http::StatusCode;
use actix_web::http::header::{self, HeaderMap, HeaderName, HeaderValue};
use actix_web::middleware::Next;
use actix_web::{Error, HttpMessage, HttpRequest, HttpResponse, web};
use serde_json::json;
use std::fmt::Write;
use std::rc::Rc;
use std::time::Instant;

/// The id of a request, in its reply's `X-Request-Id` and in the log.
#[derive(Clone, Debug)]
pub struct RequestId(pub String);

/// The id of this request.
#[must_use]
pub fn request_id(request: &HttpRequest) -> String {
    request.extensions().get::<RequestId>().map(|id| id.0.clone()).unwrap_or_default()
}

/// See [`envelope`].
const GRACE: std::time::Duration = std::time::Duration::from_millis(500);

/// What a page may do in a browser: no script, nothing from elsewhere.
pub const POLICY: &str = "default-src 'none'; style-src 'self'; img-src 'self' data:; form-action 'self'; \
                      frame-ancestors 'none'; base-uri 'none'";

/// Wraps every request. Neither query strings nor bodies nor cookies reach the log.
///
/// # Errors
/// Only what the framework itself makes of a broken connection.
pub async fn envelope(
    mut request: ServiceRequest,
    next: Next<impl MessageBody + 'static>,
) -> Result<ServiceResponse<BoxBody>, Error> {
    let Some(app) = request.app_data::<web::Data<Countersign>>().map(|countersign| countersign.app()) else {
        return next.call(request).await.map(ServiceResponse::map_into_boxed_body);
    };
    // One program from beginning to end, whatever is reloaded meanwhile.
    let mut own = Extensions::new();
    own.insert(web::Data::new(app.clone()));
    request.add_data_container(Rc::new(own));
    let began = Instant::now();
    let id = hex(&random_bytes::<8>(app.random()));
    request.extensions_mut().insert(RequestId(id.clone()));
    let method = request.method().clone();
    let path = loggable(request.path());
    let language = language_of_client(request.request(), app.settings());
    let route = app.traffic().and_then(|_| request.match_pattern());
    let note = |status: u16| {
        if let Some(traffic) = app.traffic() {
            traffic.note(route.clone(), method.as_str(), status, began.elapsed());
        }
    };
    // A little longer than a body may take, so that a slow one gets the answer that is about it.
    let limit = app.settings().server.request_timeout + GRACE;
    let mut reply = match tokio::time::timeout(limit, next.call(request)).await {
        Ok(reply) => reply?.map_into_boxed_body(),
        // What was begun still finishes; only nobody waits for it any more.
        Err(cause) => {
            tracing::warn!(target: "countersign::request", request = %id, %method, %path, "took too long");
            let mut late = put_into_words_of(&app, late(), &language);
            headers(&app, &id, late.headers_mut());
            note(late.status().as_u16());
            return Err(InternalError::from_response(cause, late).into());
        }
    };
    reply = put_into_words(&app, reply);
    redirect_under(&app, &mut reply);
    remember(&app, &mut reply);
    headers(&app, &id, reply.headers_mut());
    let status = reply.status().as_u16();
    note(status);
    let millis = began.elapsed().as_millis();
    tracing::info!(target: "countersign::request", request = %id, %method, %path, status, millis, "answered");
    Ok(reply)
}

/// A path as it may be written down: links of messages carry their secret in it, and what somebody mistypes may too.
fn loggable(path: &str) -> String {
    let mut shown: Vec<&str> = path.splitn(5, '/').take(4).collect();
    if path.split('/').count() > shown.len() {
        shown.push("…");
    }
    let first: String = shown.join("/");
    first.chars().take(100).collect()
}

fn late() -> HttpResponse {
    let said = json!({
        "type": "about:blank", "title": Phrase::new("problem-title").with("status", 503_u32), "status": 503,
        "detail": Phrase::new("error-late"), "code": "unavailable",
    });
    let mut late = unsaid(StatusCode::SERVICE_UNAVAILABLE, "application/problem+json", said);
    late.headers_mut().insert(header::RETRY_AFTER, HeaderValue::from_static("2"));
    late
}

fn headers(app: &App, id: &str, headers: &mut HeaderMap) {
    // Only the files say for themselves how long they may be kept.
    let may_be_kept = headers.contains_key(header::CACHE_CONTROL);
    // The development inbox has its own: it listens for news, and its mails may only look like themselves.
    let has_policy = headers.contains_key(header::CONTENT_SECURITY_POLICY);
    let mut set = |name: &'static str, value: &str| {
        if let Ok(value) = HeaderValue::from_str(value) {
            headers.insert(HeaderName::from_static(name), value);
        }
    };
    set("x-request-id", id);
    if !has_policy {
        set("content-security-policy", POLICY);
    }
    set("x-content-type-options", "nosniff");
    set("x-frame-options", "DENY");
    set("referrer-policy", "same-origin");
    set("cross-origin-opener-policy", "same-origin");
    set("cross-origin-resource-policy", "same-origin");
    set("permissions-policy", "camera=(), geolocation=(), microphone=(), payment=()");
    if app.settings().public_url.https {
        set("strict-transport-security", "max-age=31536000; includeSubDomains");
    }
    if !may_be_kept {
        set("cache-control", "no-store");
    }
}

/// Gives the session cookie an age when its session outlives the browser; the session middleware knows one age for all.
fn remember(app: &App, reply: &mut ServiceResponse<BoxBody>) {
    let age = reply.request().extensions().get::<RememberCookie>().map(|cookie| cookie.0);
    let Some(age) = age else { return };
    let name = &app.settings().sessions.cookie_name;
    let cookies: Vec<HeaderValue> = reply.headers_mut().remove(header::SET_COOKIE).collect();
    for value in cookies {
        let aged =
            value.to_str().ok().and_then(|text| Cookie::parse(text.to_owned()).ok()).filter(|c| c.name() == name);
        let value = aged.map_or(Some(value), |mut cookie| {
            cookie.set_max_age(Duration::try_from(age).ok());
            HeaderValue::from_str(&cookie.to_string()).ok()
        });
        if let Some(value) = value {
            reply.headers_mut().append(header::SET_COOKIE, value);
        }
    }
}

fn hex(bytes: &[u8]) -> String {
    bytes.iter().fold(String::new(), |mut text, byte| {
        // Writing to a String cannot fail.
        let _ = write!(text, "{byte:02x}");
        text
    })
}
