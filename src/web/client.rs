//! Who asks: the address past trusted proxies, and what the client calls itself. No other forwarding header is read.

use super::cookies::known_browser_name;
use super::envelope::request_id;
use super::language::language_of_client;
use crate::context::Client;
use crate::settings::Settings;
use actix_web::HttpRequest;
use actix_web::http::header;
use ipnet::IpNet;
use std::net::{IpAddr, Ipv4Addr};

/// Longer names of clients are cut.
const USER_AGENT_CHARS: usize = 512;

/// The client of this request.
#[must_use]
pub fn client(request: &HttpRequest, settings: &Settings) -> Client {
    let peer = request.peer_addr().map_or(IpAddr::V4(Ipv4Addr::UNSPECIFIED), |peer| peer.ip().to_canonical());
    let forwarded = request.headers().get_all("x-forwarded-for").filter_map(|value| value.to_str().ok());
    let chain: Vec<&str> = forwarded.flat_map(|value| value.split(',')).map(str::trim).collect();
    let agent = request.headers().get(header::USER_AGENT).map(|value| String::from_utf8_lossy(value.as_bytes()));
    let known_browser = request.cookie(&known_browser_name(settings)).map(|cookie| cookie.value().to_owned());
    Client {
        ip: beyond_proxies(peer, &chain, &settings.server.trusted_proxies),
        user_agent: agent.map_or_else(String::new, |agent| {
            agent.chars().filter(|c| !c.is_control()).take(USER_AGENT_CHARS).collect()
        }),
        known_browser,
        language: language_of_client(request, settings),
        request: Some(request_id(request)).filter(|id| !id.is_empty()),
    }
}

/// From the right, each hop is believed as long as a trusted proxy reported it. What cannot be read ends the walk at
/// the last hop that could.
fn beyond_proxies(peer: IpAddr, chain: &[&str], trusted: &[IpNet]) -> IpAddr {
    let is_trusted = |ip: &IpAddr| trusted.iter().any(|network| network.contains(ip));
    let mut believed = peer;
    for hop in chain.iter().rev() {
        if !is_trusted(&believed) {
            break;
        }
        let Some(ip) = address(hop) else { break };
        believed = ip;
    }
    believed
}

/// An address as proxies write it: bare, or with a port, or in brackets.
fn address(hop: &str) -> Option<IpAddr> {
    let bare = hop.parse::<IpAddr>().ok();
    let with_port = || hop.parse::<std::net::SocketAddr>().ok().map(|socket| socket.ip());
    let bracketed = || hop.strip_prefix('[')?.strip_suffix(']')?.parse().ok();
    bare.or_else(with_port).or_else(bracketed).map(|ip: IpAddr| ip.to_canonical())
}

#[cfg(test)]
mod tests {
    use super::beyond_proxies;
    use std::net::IpAddr;

    fn ip(text: &str) -> IpAddr {
        text.parse().unwrap()
    }

    #[test]
    fn only_hops_reported_by_trusted_proxies_are_believed() {
        let trusted = ["10.0.0.0/8".parse().unwrap(), "2001:db8::/32".parse().unwrap()];
        let of = |peer: &str, chain: &[&str]| beyond_proxies(ip(peer), chain, &trusted);
        assert_eq!(of("203.0.113.9", &["198.51.100.1"]), ip("203.0.113.9"), "a stranger's header is not read");
        assert_eq!(of("10.0.0.1", &[]), ip("10.0.0.1"));
        assert_eq!(
            of("10.0.0.1", &["1.1.1.1", "198.51.100.1"]),
            ip("198.51.100.1"),
            "what the client forged stays left"
        );
        assert_eq!(of("10.0.0.1", &["198.51.100.1", "10.9.9.9"]), ip("198.51.100.1"));
        assert_eq!(of("10.0.0.1", &["nonsense"]), ip("10.0.0.1"));
        assert_eq!(of("10.0.0.1", &["[2001:db8::5]:443", "198.51.100.7:1234"]), ip("198.51.100.7"));
    }
}
