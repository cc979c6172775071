//! Where figures for a monitoring system are served; serves nothing.

use std::net::SocketAddr;

use super::load::Reading;
use super::values::Values;

/// Where, if they are.
pub(super) fn read(values: &Values) -> Option<SocketAddr> {
    values.flag("metrics.enabled").then(|| values.address("metrics.bind"))
}

/// They have an address of their own, which is nobody's business.
pub(super) fn rule(reading: &mut Reading) {
    const KEY: &str = "metrics.bind";
    let Some(bind) = read(&reading.values) else { return };
    if bind == reading.values.address("server.bind") && bind.port() != 0 {
        let remedy = "Write another port, as in \"127.0.0.1:9100\".";
        reading.error(KEY, None, "is where the site itself listens, server.bind", remedy);
    } else if !bind.ip().to_canonical().is_loopback() {
        let problem = "shows how the site fares to whoever can reach it: nobody is asked to sign in there";
        reading.warning(KEY, problem, "Write an address of loopback or of a private network.");
    }
}
