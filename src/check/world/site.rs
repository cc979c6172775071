//! Whether `public_url` leads to this program, safely, and how the program sees who comes that way.

use super::PATIENCE;
use super::clocks;
use super::proxies;
use super::tls;
use crate::ambient::{Random, SystemRandom};
use crate::app::App;
use crate::check::notes::Notes;
use crate::db::Time;
use crate::delivery::{Trust, visit as fetch};
use crate::settings::Level;
use crate::tokens::Probe;
use ipnet::IpNet;
use serde::Deserialize;
use url::Url;

const KEY: &str = "public_url";
/// A certificate with fewer days left should have been renewed by itself.
const FEW_DAYS: i64 = 14;

/// What the program says of a request.
#[derive(Deserialize)]
struct Answer {
    version: String,
    now: Time,
    peer: std::net::IpAddr,
    forwarded: Vec<String>,
    trusted: Vec<String>,
}

pub(super) fn visit(app: &App, notes: &mut Notes<'_>) {
    let Ok(trust) = Trust::from_file(app.sources().authorities()) else {
        notes.error(
            "",
            "SSL_CERT_FILE names a file that holds no certificates",
            "Name a file of certificates in PEM, or unset it.",
        );
        return;
    };
    if app.settings().public_url.https && !certificate(app, &trust, notes) {
        return;
    }
    ask(app, &trust, &SystemRandom, notes);
}

/// Whether a visitor's browser would go on.
fn certificate(app: &App, trust: &Trust, notes: &mut Notes<'_>) -> bool {
    let site = &app.settings().public_url;
    let port = Url::parse(&site.base).ok().and_then(|url| url.port_or_known_default()).unwrap_or(443);
    match tls::certificate(&site.host, port, trust) {
        Err(cause) => {
            let remedy = "Look at the certificate of the proxy in front; with an authority of your own, name it as SSL_CERT_FILE.";
            notes.error(KEY, format!("has no safe connection: {cause}"), remedy);
            false
        }
        Ok(None) => true,
        Ok(Some(end)) => {
            let days = end.duration_since(app.now().timestamp()).as_hours() / 24;
            let until = end.strftime("%-d %B %Y").to_string();
            if days < FEW_DAYS {
                let problem = format!("has a certificate that is good for {days} more days, until {until}");
                notes.warning(KEY, problem, "Renew it; most proxies can do that by themselves.");
            } else {
                notes.note(Level::Ok, KEY, None, format!("has a good certificate, until {until} ({days} days)"), "");
            }
            true
        }
    }
}

fn ask(app: &App, trust: &Trust, random: &dyn Random, notes: &mut Notes<'_>) {
    let question = app.probe().question(app.now(), random);
    let url = format!("{}/healthz", app.settings().public_url.base);
    let begun = app.now();
    let reply = match fetch(&url, (Probe::QUESTION, &question), PATIENCE, trust) {
        Ok(reply) => reply,
        Err(cause) => {
            let remedy =
                "Start `countersign serve`, and the proxy in front of it if there is one; look at firewall and port.";
            notes.error(KEY, format!("leads to nothing that answers: {cause}"), remedy);
            return;
        }
    };
    clocks::outside(reply.header("date"), begun, notes);
    let proved = reply.header(Probe::PROOF).is_some_and(|proof| app.probe().is_proof(&question, &reply.body, proof));
    let answer = Some(&reply.body).filter(|_| proved).and_then(|body| serde_json::from_str::<Answer>(body).ok());
    let Some(answer) = answer else {
        not_us(reply.status, &reply.body, notes);
        return;
    };
    let own = env!("CARGO_PKG_VERSION");
    if answer.version == own {
        notes.note(Level::Ok, KEY, None, format!("leads to this program, version {own}"), "");
    } else {
        let problem = format!("leads to this installation, where version {} runs; this one is {own}", answer.version);
        notes.advice(KEY, problem, "Restart the server, if it was to be renewed.");
    }
    clocks::server(answer.now, begun, notes);
    let trusted: Vec<IpNet> = answer.trusted.iter().filter_map(|network| network.parse().ok()).collect();
    if trusted != app.settings().server.trusted_proxies {
        let problem = "differs from what the running server goes by";
        notes.advice("server.trusted_proxies", problem, "Restart the server, if the file was changed since.");
    }
    let chain: Vec<&str> = answer.forwarded.iter().map(String::as_str).collect();
    proxies::explain(answer.peer, &chain, &trusted, notes);
}

/// Something answers, and it does not know our keys.
fn not_us(status: u16, body: &str, notes: &mut Notes<'_>) {
    if status == 200 && body == "ok\n" {
        let problem = "leads to a countersign with other secret_keys, an older one, or one whose clock is an hour off";
        notes.error(KEY, problem, "Run `countersign doctor` with the settings of the server, as the user it runs as.");
    } else {
        let problem = format!("leads to something else: it answered {status} to /healthz");
        notes.error(
            KEY,
            problem,
            "Let the proxy hand every path of this host to this program, or correct the address.",
        );
    }
}
