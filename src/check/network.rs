//! Addresses against one another: where people come, where the program listens, who stands between, and whom it believes.

use super::notes::Notes;
use crate::app::App;
use crate::settings::{Level, SameSite, Settings};
use ipnet::{IpNet, Ipv4Net, Ipv6Net};
use std::net::IpAddr;
use url::{Host, Url};

/// Private networks (RFC 1918, RFC 4193, RFC 6598), links and loopback: what is in them is the administrator's own.
const PRIVATE: [&str; 9] = [
    "10.0.0.0/8",
    "172.16.0.0/12",
    "192.168.0.0/16",
    "100.64.0.0/10",
    "127.0.0.0/8",
    "169.254.0.0/16",
    "fc00::/7",
    "fe80::/10",
    "::1/128",
];

/// Networks of public addresses larger than these are nobody's own proxies.
const WIDEST: (u8, u8) = (20, 48);

pub(super) fn judge(app: &App, notes: &mut Notes<'_>) {
    let settings = app.settings();
    ports(settings, notes);
    proxies(settings, notes);
    origins(settings, notes);
    cookies(settings, notes);
}

fn listens_on_loopback(settings: &Settings) -> bool {
    settings.server.bind.ip().to_canonical().is_loopback()
}

/// The port of an address, that of its scheme where it has none.
fn port(url: &str) -> Option<u16> {
    Url::parse(url).ok()?.port_or_known_default()
}

fn ports(settings: &Settings, notes: &mut Notes<'_>) {
    let (site, bind) = (&settings.public_url, settings.server.bind);
    let Some(port) = port(&site.base) else { return };
    if (site.https && port == 80) || (!site.https && port == 443) {
        let scheme = if site.https { "http" } else { "https" };
        let problem = format!("names port {port}, where {scheme} is spoken");
        notes.warning("public_url", problem, format!("Write \"{scheme}://{}\", or leave the port out.", site.host));
    } else if site.loopback && !site.https && port != bind.port() && settings.server.trusted_proxies.is_empty() {
        let problem = format!(
            "leads to port {port}, and server.bind listens on port {}: links in messages lead nowhere, and forms are refused",
            bind.port()
        );
        let remedy = format!("Write public_url = \"http://{}:{}\", or listen on port {port}.", site.host, bind.port());
        notes.warning("public_url", problem, remedy);
        notes.because_of("server.bind");
    }
}

fn proxies(settings: &Settings, notes: &mut Notes<'_>) {
    const KEY: &str = "server.trusted_proxies";
    let (site, trusted) = (&settings.public_url, &settings.server.trusted_proxies);
    if site.https && !site.loopback && trusted.is_empty() {
        let problem = "is https, which this program leaves to a proxy in front of it, and server.trusted_proxies names none: \
            every visitor seems to come from the proxy, and all share its limits";
        let remedy =
            "Write the proxy's address into [server], as in trusted_proxies = [\"127.0.0.1\"] for one on this machine.";
        notes.warning("public_url", problem, remedy);
    }
    let is_near = |network: &IpNet| network.addr().is_loopback();
    if !trusted.is_empty() && listens_on_loopback(settings) && !trusted.iter().any(is_near) {
        let problem = format!(
            "are never believed: server.bind is {}, so every request comes from this machine",
            settings.server.bind
        );
        let remedy = "Write trusted_proxies = [\"127.0.0.1\"] if the proxy runs here, or listen where it can reach this program, \
            as in bind = \"0.0.0.0:8000\".";
        notes.warning(KEY, problem, remedy);
    }
    for (index, network) in trusted.iter().enumerate().filter(|(_, network)| is_wide(**network)) {
        let problem = format!(
            "holds {} addresses of the internet: each of them could claim to be any visitor, and so escape every limit",
            count(*network)
        );
        notes.note(
            Level::Warning,
            KEY,
            Some(index),
            problem,
            "Name your own proxies one by one, as in \"203.0.113.7\".",
        );
    }
}

/// Whether it has more public addresses than anybody has proxies.
fn is_wide(network: IpNet) -> bool {
    let private = PRIVATE.iter().filter_map(|text| text.parse::<IpNet>().ok());
    let least = if matches!(network, IpNet::V4(_)) { WIDEST.0 } else { WIDEST.1 };
    network.prefix_len() < least && !private.into_iter().any(|own| own.contains(&network))
}

fn count(network: IpNet) -> String {
    match network {
        IpNet::V4(network) => (1_u64 << (Ipv4Net::max_prefix_len(&network) - network.prefix_len())).to_string(),
        IpNet::V6(network) => format!("2^{}", Ipv6Net::max_prefix_len(&network) - network.prefix_len()),
    }
}

fn is_loopback(origin: &str) -> bool {
    match Url::parse(origin).ok().as_ref().and_then(Url::host) {
        Some(Host::Domain(name)) => name == "localhost" || name.ends_with(".localhost"),
        Some(Host::Ipv4(ip)) => IpAddr::from(ip).is_loopback(),
        Some(Host::Ipv6(ip)) => IpAddr::from(ip).to_canonical().is_loopback(),
        None => false,
    }
}

fn origins(settings: &Settings, notes: &mut Notes<'_>) {
    const KEY: &str = "server.extra_origins";
    let site = &settings.public_url;
    for (index, origin) in settings.server.extra_origins.iter().enumerate() {
        if *origin == site.origin {
            notes.note(
                Level::Advice,
                KEY,
                Some(index),
                "is the origin of public_url, which is taken anyway",
                "Leave it out.",
            );
        } else if !site.loopback && is_loopback(origin) {
            let problem = "lets whatever runs on a visitor's own machine act in their name; it looks like a leftover of development";
            notes.note(Level::Warning, KEY, Some(index), problem, "Take it out of the settings of the real site.");
        } else if site.https && origin.starts_with("http://") {
            let problem = "is http: whoever is in the network of a visitor can write that page, and act in their name";
            notes.note(Level::Warning, KEY, Some(index), problem, format!("Write \"https{}\".", &origin[4..]));
        }
    }
}

fn cookies(settings: &Settings, notes: &mut Notes<'_>) {
    let (site, sessions) = (&settings.public_url, &settings.sessions);
    if sessions.cookie_secure && !site.https && site.loopback {
        let problem = "keeps the cookie for https, and public_url is http: some browsers then do not keep it, and nobody stays signed in";
        notes.warning(
            "sessions.cookie_secure",
            problem,
            "Write \"auto\", which is right for http on loopback and for https.",
        );
    }
    if sessions.same_site == SameSite::None && settings.server.extra_origins.is_empty() {
        let problem = "sends the cookie along with requests from every other site, and server.extra_origins lets none of them act";
        notes.warning("sessions.same_site", problem, "Write \"lax\", or name the sites in server.extra_origins.");
    }
    if sessions.same_site == SameSite::Strict {
        let problem = "signs people out, as it seems to them, whenever they follow a link from elsewhere to this site";
        notes.advice("sessions.same_site", problem, "Write \"lax\", which is as safe here: nothing changes on GET.");
    }
}

#[cfg(test)]
mod tests {
    use super::{count, is_wide};

    #[test]
    fn public_networks_are_wide_and_private_ones_are_the_administrators_own() {
        for (network, wide) in [
            ("203.0.0.0/16", true),
            ("203.0.113.0/24", false),
            ("10.0.0.0/8", false),
            ("172.0.0.0/8", true),
            ("2001:db8::/32", true),
            ("2001:db8:1::/48", false),
            ("fd00::/8", false),
        ] {
            assert_eq!(is_wide(network.parse().unwrap()), wide, "{network}");
        }
        assert_eq!(count("203.0.0.0/16".parse().unwrap()), "65536");
        assert_eq!(count("2001:db8::/32".parse().unwrap()), "2^96");
    }
}
