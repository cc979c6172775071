//! The session of a request: actix-session carries the cookie, our own rows say what it stands for.

use super::client::client;
use super::cookies::{KEY, same_site};
use super::language::note_account;
use crate::accounts::SignedIn;
use crate::app::{App, Countersign};
use crate::context::Client;
use crate::error::{Code, Error, Result};
use crate::settings::Settings;
use crate::tokens::Opaque;
use actix_session::config::{BrowserSession, CookieContentSecurity};
use actix_session::storage::{LoadError, SaveError, SessionKey, SessionStore, UpdateError};
use actix_session::{SessionExt, SessionMiddleware};
use actix_web::cookie::time::Duration;
use actix_web::cookie::{CookieJar, Key};
use actix_web::http::header;
use actix_web::{HttpRequest, web};
use std::collections::HashMap;

/// Where the store leaves who is signed in.
const WHO: &str = "who";
/// Where the store leaves word that the database was away.
const AWAY: &str = "away";

/// The session store: rows of our own table, which the verbs write in the transactions that begin and end sessions.
///
/// The middleware therefore never writes a session, it only learns the key of one. So a request that races with a
/// logout has nothing to save again, and no state is lost to whoever writes last.
#[derive(Clone, Debug)]
pub struct Store(pub Countersign);

impl SessionStore for Store {
    async fn load(&self, key: &SessionKey) -> Result<Option<HashMap<String, String>>, LoadError> {
        let Some(key) = Opaque::parse(key.as_ref()) else { return Ok(None) };
        let app = self.0.app();
        let found = app.run(Client::local(), move |accounts, cx| accounts.resume(cx, &key)).await;
        Ok(match found {
            Ok(None) => None,
            Ok(Some(who)) => serde_json::to_string(&who).ok().map(|who| HashMap::from([(WHO.to_owned(), who)])),
            // The pages and calls that need nobody still work; those that do, answer 503.
            Err(cause) => {
                tracing::error!(%cause, "a session could not be looked up");
                Some(HashMap::from([(AWAY.to_owned(), "true".to_owned())]))
            }
        })
    }

    async fn save(&self, state: HashMap<String, String>, _: &Duration) -> Result<SessionKey, SaveError> {
        key_of(&state).map_err(SaveError::Other)
    }

    async fn update(
        &self,
        key: SessionKey,
        state: HashMap<String, String>,
        _: &Duration,
    ) -> Result<SessionKey, UpdateError> {
        Ok(key_of(&state).unwrap_or(key))
    }

    async fn update_ttl(&self, _: &SessionKey, _: &Duration) -> Result<(), anyhow::Error> {
        Ok(())
    }

    /// Ends the session that a new sign-in in the same browser replaces.
    async fn delete(&self, key: &SessionKey) -> Result<(), anyhow::Error> {
        let Some(key) = Opaque::parse(key.as_ref()) else { return Ok(()) };
        let app = self.0.app();
        let ended = app.run(Client::local(), move |accounts, cx| accounts.end_by_key(cx, &key)).await;
        ended.map_err(anyhow::Error::msg)
    }
}

fn key_of(state: &HashMap<String, String>) -> Result<SessionKey, anyhow::Error> {
    let key = state.get(KEY).map(|quoted| serde_json::from_str::<String>(quoted)).transpose()?;
    key.and_then(|key| SessionKey::try_from(key).ok()).ok_or_else(|| anyhow::anyhow!("a session without a key"))
}

/// See [`middleware`].
const SIGNED_WITH: [u8; 64] = [0; 64];

/// The key of the session in this request's cookie, read as the middleware does.
pub(super) fn key_of_cookie(request: &HttpRequest, settings: &Settings) -> Option<Opaque> {
    let name = &settings.sessions.cookie_name;
    let mut jar = CookieJar::new();
    jar.add_original(request.cookie(name)?);
    let signed = jar.signed(&Key::from(&SIGNED_WITH)).get(name)?;
    Opaque::parse(signed.value())
}

/// The middleware, as the settings want the cookie.
#[must_use]
pub fn middleware(countersign: &Countersign) -> SessionMiddleware<Store> {
    // What is asked for here stays as it is through every reload.
    let app = countersign.app();
    let sessions = &app.settings().sessions;
    // The library insists on signing. The cookie is 256 random bits that mean something only through a row of ours, so
    // a signature adds nothing; under one of `secret_keys` it would sign everybody out when that key is retired. So
    // it is under a fixed key, which is not a secret and need not be one.
    SessionMiddleware::builder(Store(countersign.clone()), Key::from(&SIGNED_WITH))
        .cookie_name(sessions.cookie_name.clone())
        .cookie_secure(sessions.cookie_secure)
        .cookie_http_only(true)
        .cookie_same_site(same_site(app.settings()))
        .cookie_path("/".into())
        .cookie_content_security(CookieContentSecurity::Signed)
        .session_lifecycle(BrowserSession::default())
        .build()
}

/// Who is signed in by this request: by its access token if it bears one, else by its cookie.
///
/// # Errors
/// [`Code::Unauthenticated`] when nobody is; [`Error::Unavailable`] when the database cannot say.
pub async fn signed_in(request: &HttpRequest, app: &web::Data<App>) -> Result<SignedIn> {
    if let Some(token) = bearer(request) {
        let client = client(request, app.settings());
        let found = app.run(client, move |accounts, cx| accounts.resume_bearer(cx, &token)).await?;
        let who = found.ok_or(Error::Refused(Code::Unauthenticated))?;
        note_account(request, &who);
        return Ok(who);
    }
    if request.get_session().contains_key(AWAY) {
        return Err(Error::Unavailable("a session could not be looked up".into()));
    }
    let who = of_cookie(request).ok_or(Error::Refused(Code::Unauthenticated))?;
    note_account(request, &who);
    Ok(who)
}

/// Who is signed in by the cookie of this request, as the middleware found it.
pub(super) fn of_cookie(request: &HttpRequest) -> Option<SignedIn> {
    let session = request.get_session();
    session.entries().get(WHO).and_then(|who| serde_json::from_str(who).ok())
}

/// As [`signed_in`], for what needs a password confirmed just now: without a proof of late it is refused.
///
/// # Errors
/// As [`signed_in`]; [`Error::Stale`].
pub async fn freshly_signed_in(request: &HttpRequest, app: &web::Data<App>) -> Result<SignedIn> {
    let who = signed_in(request, app).await?;
    let client = client(request, app.settings());
    app.run(client, move |accounts, cx| accounts.demand_fresh(cx, &who).map(|()| who)).await
}

/// The access token of an `Authorization` header (RFC 6750, 2.1). A header of another scheme is for somebody else, such
/// as a proxy in front that asks for a password of its own.
pub(super) fn bearer(request: &HttpRequest) -> Option<String> {
    let value = request.headers().get(header::AUTHORIZATION)?.to_str().ok()?;
    let (scheme, token) = value.split_once(' ').unwrap_or((value, ""));
    scheme.eq_ignore_ascii_case("bearer").then(|| token.trim().to_owned())
}
