//! Whom a request comes from: the address past the trusted proxies, and why it is believed. Knows no request and no header.

use ipnet::IpNet;
use std::net::IpAddr;

/// An address that is believed, and the trusted network it is in, if it is in one: then what it reports is read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Hop {
    /// The address.
    pub ip: IpAddr,
    /// The network of `server.trusted_proxies` that holds it.
    pub trusted_by: Option<IpNet>,
}

/// The way back to the visitor, as far as it can be believed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Walk<'a> {
    /// Whoever has connected, then whom each trusted one reported. Never empty; the last one is the visitor.
    pub believed: Vec<Hop>,
    /// What was reported and believed by nobody, in the order in which it was sent. Its last one may be no address at all.
    pub left: &'a [&'a str],
}

impl Walk<'_> {
    /// The visitor.
    #[must_use]
    pub fn visitor(&self, peer: IpAddr) -> IpAddr {
        self.believed.last().map_or(peer, |hop| hop.ip)
    }
}

/// From the right, each hop is believed as long as a trusted proxy reported it. What cannot be read ends the walk at
/// the last hop that could.
#[must_use]
pub fn walk<'a>(peer: IpAddr, chain: &'a [&'a str], trusted: &[IpNet]) -> Walk<'a> {
    let hop = |ip: IpAddr| Hop { ip, trusted_by: trusted.iter().copied().find(|network| network.contains(&ip)) };
    let mut believed = vec![hop(peer)];
    let mut left = chain;
    while let Some((reported, rest)) = left.split_last() {
        if believed.last().is_none_or(|hop| hop.trusted_by.is_none()) {
            break;
        }
        let Some(ip) = address(reported) else { break };
        believed.push(hop(ip));
        left = rest;
    }
    Walk { believed, left }
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
    use super::walk;
    use std::net::IpAddr;

    fn ip(text: &str) -> IpAddr {
        text.parse().unwrap()
    }

    #[test]
    fn only_hops_reported_by_trusted_proxies_are_believed() {
        let trusted = ["10.0.0.0/8".parse().unwrap(), "2001:db8::/32".parse().unwrap()];
        let of = |peer: &str, chain: &[&str]| walk(ip(peer), chain, &trusted).visitor(ip(peer));
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

    #[test]
    fn what_nobody_believes_is_left() {
        let trusted = ["10.0.0.0/8".parse().unwrap()];
        let chain = ["1.1.1.1", "198.51.100.1", "10.9.9.9"];
        let walk = walk(ip("10.0.0.1"), &chain, &trusted);
        assert_eq!(walk.left, ["1.1.1.1"]);
        let trusts: Vec<bool> = walk.believed.iter().map(|hop| hop.trusted_by.is_some()).collect();
        assert_eq!(trusts, [true, true, false]);
    }
}
