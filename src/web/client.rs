//! Who asks: the address past trusted proxies, and what the client calls itself. No other forwarding header is read.

use super::cookies::known_browser_name;
use super::envelope::request_id;
use super::language::language_of_client;
use crate::context::Client;
use crate::context::hops::walk;
use crate::settings::Settings;
use actix_web::HttpRequest;
use actix_web::http::header;
use std::net::{IpAddr, Ipv4Addr};

/// Longer names of clients are cut.
const USER_AGENT_CHARS: usize = 512;

/// Who has connected, and whom `X-Forwarded-For` reports, in the order in which it was sent.
pub(super) fn hops(request: &HttpRequest) -> (IpAddr, Vec<&str>) {
    let peer = request.peer_addr().map_or(IpAddr::V4(Ipv4Addr::UNSPECIFIED), |peer| peer.ip().to_canonical());
    let forwarded = request.headers().get_all("x-forwarded-for").filter_map(|value| value.to_str().ok());
    (peer, forwarded.flat_map(|value| value.split(',')).map(str::trim).collect())
}

/// The client of this request.
#[must_use]
pub fn client(request: &HttpRequest, settings: &Settings) -> Client {
    let (peer, chain) = hops(request);
    let agent = request.headers().get(header::USER_AGENT).map(|value| String::from_utf8_lossy(value.as_bytes()));
    let known_browser = request.cookie(&known_browser_name(settings)).map(|cookie| cookie.value().to_owned());
    Client {
        ip: walk(peer, &chain, &settings.server.trusted_proxies).visitor(peer),
        user_agent: agent.map_or_else(String::new, |agent| {
            agent.chars().filter(|c| !c.is_control()).take(USER_AGENT_CHARS).collect()
        }),
        known_browser,
        language: language_of_client(request, settings),
        request: Some(request_id(request)).filter(|id| !id.is_empty()),
        also: None,
    }
}
