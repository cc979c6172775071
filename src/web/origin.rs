//! The same-origin rule: a request that a cookie could authorise comes from a page of this site, or is refused.

use super::cookies::known_browser_name;
use crate::error::{Code, Error, Result};
use crate::settings::Settings;
use actix_web::HttpRequest;

/// Refuses a request from another site, by `Sec-Fetch-Site` where the browser sends it, else by `Origin`. A request
/// with neither is refused too: browsers that matter send one of them with every POST.
///
/// # Errors
/// [`Code::CrossOrigin`].
pub fn check(request: &HttpRequest, settings: &Settings) -> Result<()> {
    let header = |name: &str| request.headers().get(name).and_then(|value| value.to_str().ok());
    let origin = header("origin");
    if origin.is_some_and(|origin| settings.server.extra_origins.iter().any(|extra| extra == origin)) {
        return Ok(());
    }
    let ours = match header("sec-fetch-site") {
        Some(site) => site == "same-origin",
        None => !request.headers().contains_key("sec-fetch-site") && origin == Some(&settings.public_url.origin),
    };
    if ours { Ok(()) } else { Err(Error::Refused(Code::CrossOrigin)) }
}

/// Whether the request carries a cookie of ours, and could therefore be authorised by one.
#[must_use]
pub fn is_ours(request: &HttpRequest, settings: &Settings) -> bool {
    request.cookie(&settings.sessions.cookie_name).is_some() || request.cookie(&known_browser_name(settings)).is_some()
}
