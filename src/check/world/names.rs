//! Whether the names of hosts lead somewhere, and whether that is where others can come.

use super::PATIENCE;
use crate::app::App;
use crate::check::bounded::bounded;
use crate::check::channels::sends_mail;
use crate::check::notes::Notes;
use crate::settings::{Level, Settings, SmsGateway};
use secrecy::ExposeSecret;
use std::net::{IpAddr, SocketAddr, ToSocketAddrs};
use url::Url;

pub(super) fn look_up(app: &App, notes: &mut Notes<'_>) {
    let settings = app.settings();
    let site = &settings.public_url;
    if site.loopback {
        notes.note(Level::Ok, "public_url", None, "is this machine's own, which no name server has to know", "");
    } else {
        host(notes, "public_url", &site.host, true);
    }
    if let Some(server) = settings.email.smtp_url.as_ref().filter(|_| sends_mail(settings)) {
        host(notes, "email.smtp_url", &server.host, false);
    }
    if let Some(name) = gateway(settings) {
        host(notes, "sms.http.url", &name, false);
    }
}

/// The host of the gateway for text messages, where there is one.
pub(super) fn gateway(settings: &Settings) -> Option<String> {
    if settings.sms.gateway != SmsGateway::Http || !settings.phone_authentication_active {
        return None;
    }
    Url::parse(settings.sms.http.url.expose_secret()).ok()?.host_str().map(str::to_owned)
}

/// The addresses of a host, by the name servers of this machine.
pub(super) fn addresses(host: &str, port: u16) -> Result<Vec<SocketAddr>, String> {
    let bare = host.trim_matches(['[', ']']).to_owned();
    let found = bounded(PATIENCE, move || (bare.as_str(), port).to_socket_addrs().map(Iterator::collect::<Vec<_>>));
    match found {
        None => Err(format!("no name server answered within {} s", PATIENCE.as_secs())),
        Some(Err(cause)) => Err(cause.to_string()),
        Some(Ok(found)) if found.is_empty() => Err("it has no address".to_owned()),
        Some(Ok(found)) => Ok(found),
    }
}

fn host(notes: &mut Notes<'_>, key: &str, host: &str, for_all: bool) {
    match addresses(host, 0) {
        Err(cause) => {
            let remedy = "Correct the name, or enter it at your name server; a new one can take hours to be known.";
            notes.error(key, format!("names the host {host}, which cannot be found: {cause}"), remedy);
        }
        Ok(found) => {
            let mut ips: Vec<String> = found.iter().map(|address| address.ip().to_string()).collect();
            ips.dedup();
            let all = ips.join(", ");
            if for_all && found.iter().all(|address| is_private(address.ip())) {
                let problem = format!("leads to {all} from here, which the internet cannot reach");
                notes.advice(key, problem, "That is right for a site within your own network; else enter its public address at your name server.");
            } else {
                notes.note(Level::Ok, key, None, format!("leads to {all}"), "");
            }
        }
    }
}

fn is_private(ip: IpAddr) -> bool {
    match ip.to_canonical() {
        IpAddr::V4(ip) => ip.is_private() || ip.is_loopback() || ip.is_link_local(),
        IpAddr::V6(ip) => ip.is_loopback() || ip.is_unique_local() || ip.is_unicast_link_local(),
    }
}
