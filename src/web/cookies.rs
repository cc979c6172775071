//! The two cookies: the session's, which the session middleware writes, and the mark of a known browser.

use crate::accounts::Bearing;
use crate::settings::{SameSite, Settings};
use actix_session::Session;
use actix_web::cookie::time::Duration;
use actix_web::cookie::{Cookie, SameSite as CookieSameSite};
use actix_web::{HttpMessage, HttpRequest, HttpResponse};

/// Where a sign-in leaves the key of the session it has begun.
pub(super) const KEY: &str = "key";

/// Browsers keep no cookie longer than 400 days.
const KNOWN_BROWSER_DAYS: i64 = 400;

/// Left with a request whose session cookie shall outlive the browser; the envelope gives the cookie its age.
#[derive(Clone, Copy, Debug)]
pub struct RememberCookie(pub std::time::Duration);

/// The name of the cookie that marks a known browser.
#[must_use]
pub fn known_browser_name(settings: &Settings) -> String {
    format!("{}_known", settings.sessions.cookie_name)
}

/// Puts what a sign-in gave the browser to carry into the reply. Tokens are not carried in cookies.
pub fn give(request: &HttpRequest, settings: &Settings, bearing: &Bearing, reply: &mut HttpResponse) {
    use actix_session::SessionExt;
    let Bearing::Cookie { key, remember, known_browser } = bearing else { return };
    let session = request.get_session();
    session.clear();
    // A text always serialises.
    let _ = session.insert(KEY, key.expose());
    session.renew();
    if *remember {
        request.extensions_mut().insert(RememberCookie(settings.sessions.absolute_timeout));
    }
    let mut cookie = Cookie::new(known_browser_name(settings), known_browser.clone());
    cookie.set_http_only(true);
    cookie.set_secure(settings.sessions.cookie_secure);
    cookie.set_same_site(same_site(settings));
    cookie.set_path("/");
    cookie.set_max_age(Duration::days(KNOWN_BROWSER_DAYS));
    // Fails only on a name or value that no header can hold; both are of our own making.
    let _ = reply.add_cookie(&cookie);
}

/// Takes the session cookie back.
pub fn forget_session(session: &Session) {
    session.purge();
}

/// `sessions.same_site`, as the cookie library calls it.
#[must_use]
pub fn same_site(settings: &Settings) -> CookieSameSite {
    match settings.sessions.same_site {
        SameSite::Lax => CookieSameSite::Lax,
        SameSite::Strict => CookieSameSite::Strict,
        SameSite::None => CookieSameSite::None,
    }
}
