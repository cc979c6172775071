//! Who is signed in, for handlers of a program that we are mounted in: extractors, and how they refuse. Knows no page.

use super::client::client;
use super::origin;
use super::session;
use super::status::{retry_after, status};
use crate::accounts::SignedIn;
use crate::app::{App, Countersign};
use crate::db::User;
use crate::error::{Code, Error, Result};
use actix_web::body::BoxBody;
use actix_web::dev::Payload;
use actix_web::http::{StatusCode, header};
use actix_web::{FromRequest, HttpRequest, HttpResponse, ResponseError, web};
use serde_json::json;
use std::fmt;
use std::future::Future;
use std::ops::Deref;
use std::pin::Pin;

/// Whoever is signed in, by the session cookie or an access token. Where nobody is, a browser that asks for a page is sent
/// to sign in and from there back, and everybody else is answered 401. A request that would change something and bears the
/// cookie has to come from a page of the same origin.
#[derive(Clone, Debug)]
pub struct Account(pub SignedIn);

/// Whoever is signed in, if anybody is.
#[derive(Clone, Debug)]
pub struct OptionalAccount(pub Option<Account>);

/// Whoever is signed in and of the staff. Others are refused: 403.
#[derive(Clone, Debug)]
pub struct Staff(pub Account);

impl Deref for Account {
    type Target = User;

    fn deref(&self) -> &User {
        &self.0.user
    }
}

impl Deref for Staff {
    type Target = User;

    fn deref(&self) -> &User {
        &self.0.0.user
    }
}

/// Why an extractor let nobody through.
#[derive(Debug)]
pub struct Refusal {
    error: Error,
    /// Where to sign in, for a browser.
    sign_in: Option<String>,
}

impl Refusal {
    fn of(request: &HttpRequest, error: Error) -> Self {
        let sign_in = matches!(error, Error::Refused(Code::Unauthenticated)).then(|| way_in(request)).flatten();
        if matches!(error, Error::Internal(_) | Error::Unavailable(_)) {
            tracing::error!(cause = %error, "it could not be said who is signed in");
        }
        Self { error, sign_in }
    }
}

impl fmt::Display for Refusal {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(&self.error, f)
    }
}

impl ResponseError for Refusal {
    fn status_code(&self) -> StatusCode {
        if self.sign_in.is_some() { StatusCode::SEE_OTHER } else { status(&self.error) }
    }

    fn error_response(&self) -> HttpResponse<BoxBody> {
        let mut reply = HttpResponse::build(self.status_code());
        if let Some(sign_in) = &self.sign_in {
            return reply.insert_header((header::LOCATION, sign_in.as_str())).finish();
        }
        if let Some(seconds) = retry_after(&self.error) {
            reply.insert_header((header::RETRY_AFTER, seconds.to_string()));
        }
        let status = self.status_code();
        let title = status.canonical_reason().unwrap_or_default();
        let about =
            json!({"type": "about:blank", "title": title, "status": status.as_u16(), "code": self.error.code().slug()});
        reply.content_type("application/problem+json").body(about.to_string())
    }
}

/// Where a browser signs in, and from there back to what it asked for. None for programs.
fn way_in(request: &HttpRequest) -> Option<String> {
    let accept = request.headers().get(header::ACCEPT).and_then(|accept| accept.to_str().ok()).unwrap_or_default();
    if !accept.contains("text/html") {
        return None;
    }
    let app = request.app_data::<web::Data<Countersign>>()?.app();
    let back =
        request.uri().path_and_query().filter(|_| request.method().is_safe()).map_or("/", |target| target.as_str());
    let back: String = url::form_urlencoded::byte_serialize(back.as_bytes()).collect();
    Some(format!("{}/login?next={back}", app.settings().public_url.path))
}

/// Who is signed in, without the session middleware: a handler of somebody else's has none.
async fn who(request: &HttpRequest) -> Result<SignedIn> {
    let countersign = request.app_data::<web::Data<Countersign>>();
    let app: App = countersign.ok_or_else(|| Error::internal("countersign is not mounted in this application"))?.app();
    let settings = app.settings();
    let client = client(request, settings);
    let found = if let Some(token) = session::bearer(request) {
        app.run(client, move |accounts, cx| accounts.resume_bearer(cx, &token)).await?
    } else if let Some(key) = session::key_of_cookie(request, settings) {
        if !request.method().is_safe() {
            origin::check(request, settings)?;
        }
        app.run(client, move |accounts, cx| accounts.resume(cx, &key)).await?
    } else {
        None
    };
    found.ok_or(Error::Refused(Code::Unauthenticated))
}

type Extracting<T> = Pin<Box<dyn Future<Output = std::result::Result<T, Refusal>>>>;

impl FromRequest for Account {
    type Error = Refusal;
    type Future = Extracting<Self>;

    fn from_request(request: &HttpRequest, _: &mut Payload) -> Self::Future {
        let request = request.clone();
        Box::pin(async move { who(&request).await.map(Self).map_err(|error| Refusal::of(&request, error)) })
    }
}

impl FromRequest for OptionalAccount {
    type Error = Refusal;
    type Future = Extracting<Self>;

    fn from_request(request: &HttpRequest, _: &mut Payload) -> Self::Future {
        let request = request.clone();
        Box::pin(async move {
            match who(&request).await {
                Ok(who) => Ok(Self(Some(Account(who)))),
                Err(Error::Refused(Code::Unauthenticated)) => Ok(Self(None)),
                Err(error) => Err(Refusal::of(&request, error)),
            }
        })
    }
}

impl FromRequest for Staff {
    type Error = Refusal;
    type Future = Extracting<Self>;

    fn from_request(request: &HttpRequest, _: &mut Payload) -> Self::Future {
        let request = request.clone();
        Box::pin(async move {
            let who = who(&request)
                .await
                .and_then(|who| if who.user.is_staff { Ok(who) } else { Err(Error::Refused(Code::Forbidden)) });
            who.map(|who| Self(Account(who))).map_err(|error| Refusal::of(&request, error))
        })
    }
}
