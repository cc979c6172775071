//! Where figures for a monitoring system are served; serves nothing.

use std::net::{IpAddr, SocketAddr};

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
    let site = reading.values.address("server.bind");
    let ips = [bind, site].map(|address| address.ip().to_canonical());
    let meet = ips[0] == ips[1] || ips.iter().any(IpAddr::is_unspecified);
    if bind.port() == site.port() && bind.port() != 0 && meet {
        let remedy = "Write another port, as in \"127.0.0.1:9100\".";
        reading.error(KEY, None, "is where the site itself listens, server.bind", remedy);
    } else if !is_private(ips[0]) {
        let problem = "shows how the site fares to whoever can reach it: nobody is asked to sign in there";
        reading.warning(KEY, problem, "Write an address of loopback or of a private network.");
    }
}

/// Whether only this machine, or the network around it, can come there.
fn is_private(ip: IpAddr) -> bool {
    match ip {
        IpAddr::V4(ip) => ip.is_loopback() || ip.is_private() || ip.is_link_local(),
        IpAddr::V6(ip) => ip.is_loopback() || ip.is_unique_local() || ip.is_unicast_link_local(),
    }
}
