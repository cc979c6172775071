//! What it takes to be on the internet: where a development site may be at ease, this one may not.

use super::channels::{sends_mail, sends_sms};
use super::finding::{About, Finding};
use super::notes::Notes;
use crate::app::App;
use crate::settings::{DatabaseUrl, Level, LimitStore, LogFormat, Origin, Settings, is_secret};
use secrecy::ExposeSecret;
use std::net::IpAddr;
use url::{Host, Url};

/// Warnings about these keys are errors on the internet.
const GRAVE: [&str; 4] = ["sessions.cookie_secure", "email.transport", "email.from", "sms.gateway"];

/// Fewest characters of a password that is the only factor (NIST SP 800-63B-4, section 3.1.1.2).
const ALONE: usize = 15;

/// Adds what is missing for the internet, and raises what was a warning and is not to be there.
pub fn deploy(app: &App, found: &mut Vec<Finding>) {
    let settings = app.settings();
    for one in found.iter_mut().filter(|one| one.level() == Level::Warning) {
        let key = one.mistake.key.as_str();
        if GRAVE.contains(&key) || (key == "public_url" && !settings.public_url.https) {
            one.mistake.level = Level::Error;
        }
    }
    let mut notes = Notes::new(app, About::Deploy);
    if settings.public_url.loopback {
        still_at_home(settings, &mut notes);
    }
    reach(settings, &mut notes);
    super::redis::on_the_way(app, &mut notes);
    secrets(&mut notes);
    strength(settings, &mut notes);
    operation(settings, &mut notes);
    found.append(&mut notes.found);
}

/// What nobody has to say of a site that is not on loopback: the settings themselves say it then.
fn still_at_home(settings: &Settings, notes: &mut Notes<'_>) {
    let inbox = if settings.server.bind.ip().to_canonical().is_loopback() {
        ", and /dev/inbox shows all messages to whoever reaches it"
    } else {
        ""
    };
    let problem = format!("leads to the reader's own machine{inbox}");
    notes.error(
        "public_url",
        problem,
        "Write the address that people type into their browser, as in \"https://accounts.example.org\".",
    );
    if settings.secret_keys.is_empty() {
        let problem = "is empty: the key that is drawn instead is for one machine alone";
        let remedy = "`openssl rand -base64 32` draws one; write it into secret_keys, or into a file that secret_keys_file names.";
        notes.of_key(Level::Error, "secret_keys", problem, remedy);
    }
    if !sends_mail(settings) {
        let remedy = "Set email.transport = \"smtp\" and email.smtp_url = \"smtps://user:password@host:465\".";
        notes.error("email.transport", "sends nothing to anybody: it is for development", remedy);
    } else if !notes.written("email.from") {
        notes.error("email.from", "is no address that mail servers take", "Write one of your own domain.");
    }
    if settings.phone_authentication_active && !sends_sms(settings) {
        let remedy = "Set sms.gateway = \"http\" and describe your provider in [sms.http], or phone_authentication_active = false.";
        notes.error("sms.gateway", "sends nothing to anybody: it is for development", remedy);
    }
}

fn reach(settings: &Settings, notes: &mut Notes<'_>) {
    let bind = settings.server.bind;
    if settings.public_url.https && !bind.ip().to_canonical().is_loopback() {
        let problem = "can be reached past the proxy, without TLS, by whoever is in its network";
        let remedy = "Listen on loopback if the proxy runs here, as in bind = \"127.0.0.1:8000\"; else let a firewall admit the proxy alone.";
        notes.advice("server.bind", problem, remedy);
    }
    if settings.admin.enabled {
        let problem = format!("lets the whole internet knock at {}", settings.admin.path);
        let remedy =
            "Let the proxy admit your own network alone there, or set it to false, if you need no pages for staff.";
        notes.of_key(Level::Advice, "admin.enabled", problem, remedy);
    }
    if let DatabaseUrl::Postgres(url) = &settings.database.url
        && !is_near(url.expose_secret())
    {
        let problem = "is on another machine, and PostgreSQL is spoken to without TLS";
        notes.warning(
            "database.url",
            problem,
            "Put it on this machine or into a private network, or tunnel the connection.",
        );
    }
}

/// Whether the host of an address is this machine. A path to a socket is.
pub(super) fn is_near(url: &str) -> bool {
    match Url::parse(url).ok().as_ref().and_then(Url::host) {
        None => true,
        Some(Host::Domain(name)) => {
            name.is_empty() || name == "localhost" || name.starts_with("%2F") || name.starts_with("%2f") || {
                name.parse::<IpAddr>().is_ok_and(|ip| ip.is_loopback())
            }
        }
        Some(Host::Ipv4(ip)) => ip.is_loopback(),
        Some(Host::Ipv6(ip)) => ip.is_loopback(),
    }
}

/// Secrets that stand among the other settings go wherever these go: backups, repositories, tickets.
fn secrets(notes: &mut Notes<'_>) {
    for key in notes.sources.written().filter(|key| is_secret(key)).collect::<Vec<_>>() {
        let shown = notes.sources.at(key, None, "", "").value.unwrap_or_default();
        let inline =
            matches!(notes.sources.origin(key), Some(Origin::File { .. })) && notes.sources.secret_file(key).is_none();
        if inline && (shown.contains("***") || shown.contains('…')) {
            let remedy = format!("Put it into a file of its own, and write {key}_file = \"/run/secrets/…\" instead.");
            notes.advice(key, "is a secret among the other settings, and goes wherever this file goes", remedy);
        }
    }
}

fn strength(settings: &Settings, notes: &mut Notes<'_>) {
    let least = settings.passwords.min_length;
    if (8..ALONE).contains(&least) {
        let problem =
            format!("is little for a password that nothing else stands beside: NIST asks for {ALONE} characters then");
        notes.advice("passwords.min_length", problem, format!("Write {ALONE}; a sentence is easily that long."));
    }
    if settings.registration.open && !settings.registration.prevent_enumeration {
        let problem = "is false: the registration form tells which addresses have an account";
        let remedy = "Set it to true, and verification.email = \"mandatory\", if that matters for your site.";
        notes.of_key(Level::Advice, "registration.prevent_enumeration", problem, remedy);
    }
    if settings.phone_authentication_active && sends_sms(settings) && settings.sms.daily_budget == 0 {
        let problem = "is 0: nothing limits what text messages cost when somebody has them sent for money";
        notes.of_key(
            Level::Advice,
            "sms.daily_budget",
            problem,
            "Write a few times what you send on a busy day, as in daily_budget = 500.",
        );
    }
}

fn operation(settings: &Settings, notes: &mut Notes<'_>) {
    if matches!(settings.log.level.as_str(), "debug" | "trace") {
        notes.warning("log.level", "writes much, and more about people than you need to keep", "Write \"info\".");
    }
    if settings.log.format == LogFormat::Text {
        notes.advice(
            "log.format",
            "is for people; programs that watch a log read JSON",
            "Write \"json\", if one does.",
        );
    }
    match &settings.database.url {
        DatabaseUrl::Sqlite(_) => {
            let problem = "is a file on this machine: all processes have to run here, and a backup has to be more than a copy of the file";
            let remedy = "Back it up with `sqlite3 FILE \".backup COPY\"`; for several machines write \"postgres://user:password@host/name\".";
            notes.advice("database.url", problem, remedy);
        }
        DatabaseUrl::Postgres(_) => {
            if settings.limits.store == LimitStore::Memory {
                let problem =
                    "counts in each process for itself: with several processes every limit is that many times as wide";
                notes.advice("limits.store", problem, "Write \"database\", if there are several.");
            }
            if settings.database.migrate_on_start {
                let problem = "lets the first new process change the schema under those that still run the old program";
                let remedy = "Write false, and run `countersign migrate` as a step of its own, if there are several.";
                notes.advice("database.migrate_on_start", problem, remedy);
            }
        }
    }
}
