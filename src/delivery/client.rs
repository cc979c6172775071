//! The HTTP client towards services that are given messages or codes; knows none of them.

use super::trust::Trust;
use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use std::time::Duration;
use ureq::Agent;
use ureq::http::HeaderMap;
use ureq::tls::TlsConfig;
use url::Url;

/// More than this is not read of an answer to a visit.
const MOST_BYTES: u64 = 64 * 1024;

/// A client for this address: it follows no redirect, and waits no longer than `timeout` from the connection to the
/// end of the answer. `tls` says who may vouch for it.
pub(super) fn agent(url: &Url, timeout: Duration, tls: TlsConfig) -> Agent {
    let https = url.scheme() == "https";
    let mut config = Agent::config_builder()
        .timeout_global(Some(timeout))
        // A redirect would take the code, and the password of the service, to another address.
        .max_redirects(0)
        .max_redirects_will_error(false)
        .http_status_as_error(false)
        .https_only(https)
        .tls_config(tls)
        .max_idle_connections_per_host(2)
        .user_agent("countersign");
    if !https {
        // Plain HTTP is for this machine: it must not leave it through a proxy.
        config = config.proxy(None);
    }
    config.build().new_agent()
}

/// What a server answered to a visit.
#[derive(Debug)]
pub struct Reply {
    /// Its status.
    pub status: u16,
    /// Its body, as far as it is text and not long.
    pub body: String,
    headers: HeaderMap,
}

impl Reply {
    /// A header, where it is plain text.
    #[must_use]
    pub fn header(&self, name: &str) -> Option<&str> {
        self.headers.get(name)?.to_str().ok()
    }
}

/// Looks at an address with one header of the caller's, for at most so long. Redirects are not followed.
///
/// # Errors
/// In words: why there was no answer.
pub fn visit(url: &str, (name, value): (&str, &str), timeout: Duration, trust: &Trust) -> Result<Reply, String> {
    let parsed = Url::parse(url).map_err(|error| error.to_string())?;
    let agent = agent(&parsed, timeout, trust.https().map_err(|error| error.to_string())?);
    let answer = agent.get(url).header(name, value).call();
    let mut answer = answer.map_err(|error| told("the server", &error))?;
    let body = answer.body_mut().with_config().limit(MOST_BYTES).read_to_string().unwrap_or_default();
    Ok(Reply { status: answer.status().as_u16(), body, headers: answer.headers().clone() })
}

/// The value of `Authorization` for a user and a password (RFC 7617).
pub(super) fn basic(user: &str, password: &str) -> String {
    format!("Basic {}", STANDARD.encode(format!("{user}:{password}")))
}

/// What went wrong between us and `whom`, without the address: it may hold a password or the message.
pub(super) fn told(whom: &str, error: &ureq::Error) -> String {
    match error {
        ureq::Error::Timeout(_) => format!("{whom} did not answer in time"),
        ureq::Error::HostNotFound => format!("the host of {whom} is not known"),
        ureq::Error::Io(error) => format!("the connection to {whom} failed: {error}"),
        ureq::Error::Rustls(error) => format!("the connection to {whom} is not safe: {error}"),
        ureq::Error::ConnectionFailed => format!("{whom} cannot be reached"),
        _ => format!("the request to {whom} failed"),
    }
}
