//! A refusal as a page, and a person who is not signed in as a way to the login page.

use super::draw::error_page;
use super::next;
use crate::error::{Code, Error};
use crate::web::{refuse_method, retry_after, status};
use actix_web::body::BoxBody;
use actix_web::http::{StatusCode, header};
use actix_web::{HttpRequest, HttpResponse, ResponseError, Route, web};
use std::fmt;

/// A refusal, rendered as HTML.
#[derive(Debug)]
pub enum Page {
    /// Nobody is signed in: to the login page, and from there back to this path.
    SignIn(String),
    /// The password has to be confirmed: to the page for that, and from there back to this path.
    Confirm(String),
    /// Everything else.
    Error {
        /// What was refused.
        error: Error,
        /// The page about it, drawn while the request was at hand.
        html: String,
    },
}

impl Page {
    /// The page for `error`.
    #[must_use]
    pub fn error(request: &HttpRequest, error: Error) -> Self {
        let target = || request.uri().path_and_query().map_or("/", |target| target.as_str()).to_owned();
        match error {
            Error::Refused(Code::Unauthenticated) => return Self::SignIn(target()),
            Error::Stale { .. } => return Self::Confirm(target()),
            _ => {}
        }
        if matches!(error, Error::Internal(_) | Error::Unavailable(_)) {
            tracing::error!(cause = %error, request = %crate::web::request_id(request), "a page failed");
        }
        let html = error_page(request, &error);
        Self::Error { error, html }
    }
}

impl fmt::Display for Page {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::SignIn(_) => f.write_str("sign in first"),
            Self::Confirm(_) => f.write_str("confirm the password first"),
            Self::Error { error, .. } => fmt::Display::fmt(error, f),
        }
    }
}

impl ResponseError for Page {
    fn status_code(&self) -> StatusCode {
        match self {
            Self::SignIn(_) | Self::Confirm(_) => StatusCode::SEE_OTHER,
            Self::Error { error, .. } => status(error),
        }
    }

    fn error_response(&self) -> HttpResponse<BoxBody> {
        let mut reply = HttpResponse::build(self.status_code());
        match self {
            Self::SignIn(target) => reply.insert_header((header::LOCATION, back_from("/login", target))).finish(),
            Self::Confirm(target) => {
                reply.insert_header((header::LOCATION, back_from("/account/confirm", target))).finish()
            }
            Self::Error { error, html } => {
                if let Some(seconds) = retry_after(error) {
                    reply.insert_header((header::RETRY_AFTER, seconds.to_string()));
                }
                reply.content_type("text/html; charset=utf-8").body(html.clone())
            }
        }
    }
}

/// `path`, from where the way leads back to `target`.
fn back_from(path: &str, target: &str) -> String {
    format!("{path}{}", next::query(next::path_of_this_site(target).unwrap_or_default()))
}

/// A path that is known, asked by a method that is not.
pub fn wrong_method(allow: &'static str) -> Route {
    web::to(move |request: HttpRequest| async move {
        refuse_method(Page::error(&request, Error::Refused(Code::MethodNotAllowed)).error_response(), allow)
    })
}

/// A path that is not known.
pub async fn not_found(request: HttpRequest) -> Result<HttpResponse, Page> {
    Err(Page::error(&request, Error::Refused(Code::NotFound)))
}
