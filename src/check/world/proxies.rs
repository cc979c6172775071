//! Which hop of a request is believed, and why: `server.trusted_proxies`, explained for one request.

use crate::app::App;
use crate::check::finding::{About, Finding};
use crate::check::notes::Notes;
use crate::context::hops::{Hop, walk};
use crate::settings::Level;
use ipnet::IpNet;
use std::net::IpAddr;

const KEY: &str = "server.trusted_proxies";

/// What the program would make of a connection from `peer` with this `X-Forwarded-For`.
#[must_use]
pub fn proxies(app: &App, peer: IpAddr, forwarded: &str) -> Vec<Finding> {
    let mut notes = Notes::new(app, About::World);
    let chain: Vec<&str> = forwarded.split(',').map(str::trim).filter(|hop| !hop.is_empty()).collect();
    explain(peer.to_canonical(), &chain, &app.settings().server.trusted_proxies, &mut notes);
    notes.found
}

pub(super) fn explain(peer: IpAddr, chain: &[&str], trusted: &[IpNet], notes: &mut Notes<'_>) {
    let walk = walk(peer, chain, trusted);
    let mut steps = vec![the_first(walk.believed.first(), peer)];
    steps.extend(walk.believed.iter().skip(1).map(|hop| format!("that one reported {}, {}", hop.ip, trust(hop))));
    let last_trusted = walk.believed.last().is_some_and(|hop| hop.trusted_by.is_some());
    let left = match walk.left.last() {
        None => String::new(),
        Some(odd) if last_trusted => {
            steps.push(format!("that one reported {odd:?}, which is no address"));
            String::new()
        }
        Some(_) => format!(". Not believed, since the visitor may have written it: {}", walk.left.join(", ")),
    };
    let told = format!("make {} the visitor: {}{left}", walk.visitor(peer), steps.join("; "));
    let (level, remedy) = if !last_trusted && walk.believed.len() == 1 && !chain.is_empty() {
        (
            Level::Warning,
            format!(
                "If {peer} is a proxy of yours, write it into {KEY}; else all is well: somebody tried to look like another."
            ),
        )
    } else if last_trusted && peer.is_loopback() && chain.is_empty() {
        (Level::Ok, String::new())
    } else if last_trusted {
        (Level::Warning, "Let the proxy nearest to the visitors add X-Forwarded-For, and name proxies only: every visitor would share the limits of this address.".to_owned())
    } else {
        (Level::Ok, String::new())
    };
    notes.of_key(level, KEY, told, remedy);
}

fn the_first(hop: Option<&Hop>, peer: IpAddr) -> String {
    match hop.and_then(|hop| hop.trusted_by) {
        Some(network) => format!("{peer} has connected, and {network} is trusted, so what it reports is read"),
        None => format!("{peer} has connected, and is not trusted, so nothing that it reports is read"),
    }
}

fn trust(hop: &Hop) -> String {
    match hop.trusted_by {
        Some(network) => format!("and {network} is trusted too"),
        None => "which is not trusted, and so is the visitor".to_owned(),
    }
}
