//! The HTTP client towards services that are given messages or codes; knows none of them.

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use std::time::Duration;
use ureq::Agent;
use ureq::tls::TlsConfig;
use url::Url;

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
