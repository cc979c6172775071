//! Whether the servers that messages leave by open their doors: connected, encrypted, signed in; nothing is sent.

use super::PATIENCE;
use super::names::gateway;
use super::tls;
use crate::app::App;
use crate::check::bounded::bounded;
use crate::check::channels::sends_mail;
use crate::check::notes::Notes;
use crate::delivery::{Patience, Smtp, Trust};
use crate::settings::Level;
use secrecy::ExposeSecret;
use url::Url;

pub(super) fn knock(app: &App, notes: &mut Notes<'_>) {
    // What is wrong with the file of authorities was told before.
    let Ok(trust) = Trust::from_file(app.sources().authorities()) else { return };
    mail(app, &trust, notes);
    texts(app, &trust, notes);
}

fn mail(app: &App, trust: &Trust, notes: &mut Notes<'_>) {
    const KEY: &str = "email.smtp_url";
    let settings = app.settings();
    let Some(server) = settings.email.smtp_url.clone().filter(|_| sends_mail(settings)) else { return };
    let named = server.credentials.is_some();
    let smtp = match Smtp::new(server, &settings.public_url.host, Patience::default(), trust) {
        Ok(smtp) => smtp,
        Err(cause) => return notes.error(KEY, format!("cannot be used: {cause}"), ""),
    };
    let met = bounded(PATIENCE * 5, move || {
        let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build();
        runtime.map_err(|error| error.to_string())?.block_on(smtp.knock()).map_err(|failed| failed.reason().to_owned())
    });
    match met {
        None => notes.error(KEY, "does not answer", "Look at host, port and firewall."),
        Some(Err(cause)) => {
            let remedy = "Look at host, port, user and password; the firewall may keep mail from leaving.";
            notes.error(KEY, format!("does not let us in: {cause}"), remedy);
        }
        Some(Ok(())) if named => notes.note(Level::Ok, KEY, None, "lets us in, with user and password", ""),
        Some(Ok(())) => notes.note(Level::Ok, KEY, None, "lets us in", ""),
    }
}

fn texts(app: &App, trust: &Trust, notes: &mut Notes<'_>) {
    const KEY: &str = "sms.http.url";
    let settings = app.settings();
    let Some(host) = gateway(settings) else { return };
    let url = Url::parse(settings.sms.http.url.expose_secret()).ok().filter(|url| url.scheme() == "https");
    let Some(port) = url.and_then(|url| url.port_or_known_default()) else { return };
    match tls::certificate(&host, port, trust) {
        Err(cause) => notes.error(
            KEY,
            format!("has no safe connection: {cause}"),
            "Look at the host; with an authority of its own, name that as SSL_CERT_FILE.",
        ),
        Ok(_) => notes.note(Level::Ok, KEY, None, "has a good certificate", ""),
    }
}
