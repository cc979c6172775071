//! Whether messages can reach anybody where the settings rely on it: proofs, codes, and the ways by which they leave.

use super::notes::Notes;
use crate::app::App;
use crate::identifiers::Region;
use crate::settings::{Level, MailTransport, Proof, Settings, SmsGateway, SmtpSecurity};
use regex::Regex;
use secrecy::ExposeSecret;
use std::time::Duration;

/// Endings of domains that no mail server of the internet takes (RFC 2606, RFC 6761, RFC 6762).
const NOBODYS: [&str; 5] = ["localhost", "local", "invalid", "test", "internal"];

pub(super) fn judge(app: &App, notes: &mut Notes<'_>) {
    let settings = app.settings();
    if !settings.public_url.loopback {
        proofs(settings, notes);
        code_logins(settings, notes);
        sender(settings, notes);
    }
    mail_server(settings, notes);
    gateway(settings, notes);
    code_times(settings, notes);
    code_counts(settings, notes);
    regions(settings, notes);
}

/// Whether email leaves the machine.
pub(super) fn sends_mail(settings: &Settings) -> bool {
    settings.email.transport == MailTransport::Smtp
}

/// Whether codes reach phones: by our own messages, or by those of a remote service.
pub(super) fn sends_sms(settings: &Settings) -> bool {
    settings.sms.gateway == SmsGateway::Http || settings.phone.verifier != "otp"
}

/// A text as the settings have it, for a sentence.
fn value(notes: &Notes<'_>, key: &str) -> String {
    notes.sources.at(key, None, "", "").value.unwrap_or_default()
}

fn proofs(settings: &Settings, notes: &mut Notes<'_>) {
    let proof = &settings.verification;
    if proof.email == Proof::Mandatory && !sends_mail(settings) {
        let problem = format!(
            "needs email that arrives, and email.transport = {} sends nothing to anybody: nobody who registers could sign in",
            value(notes, "email.transport")
        );
        let remedy = "Set email.transport = \"smtp\" and email.smtp_url = \"smtps://user:password@host:465\", \
            or verification.email = \"none\".";
        notes.error("verification.email", problem, remedy);
    }
    if proof.phone == Proof::Mandatory && settings.phone_authentication_active && !sends_sms(settings) {
        let problem = format!(
            "needs text messages that arrive, and sms.gateway = {} sends nothing to anybody: nobody who registers with a \
             number could sign in",
            value(notes, "sms.gateway")
        );
        let remedy =
            "Set sms.gateway = \"http\" and describe your provider in [sms.http], or verification.phone = \"none\".";
        notes.error("verification.phone", problem, remedy);
    }
}

fn code_logins(settings: &Settings, notes: &mut Notes<'_>) {
    let by_phone = settings.phone_authentication_active && sends_sms(settings);
    if settings.login.by_code && !sends_mail(settings) && !by_phone {
        let problem = format!(
            "needs codes that arrive, and neither email.transport = {} nor sms.gateway = {} sends anything to anybody",
            value(notes, "email.transport"),
            value(notes, "sms.gateway")
        );
        let remedy = "Set email.transport = \"smtp\" and email.smtp_url = \"smtps://user:password@host:465\", \
            or login.by_code = false.";
        notes.error("login.by_code", problem, remedy);
    }
}

fn sender(settings: &Settings, notes: &mut Notes<'_>) {
    let address = settings.email.from.trim_end_matches('>');
    let domain = address.rsplit_once('@').map_or("", |(_, domain)| domain).to_ascii_lowercase();
    let last = domain.rsplit('.').next().unwrap_or_default();
    if sends_mail(settings) && notes.written("email.from") && NOBODYS.contains(&last) {
        let problem = format!(
            "has the domain {domain}, which exists on no other machine: mail servers refuse it or call it spam"
        );
        let remedy = format!("Write an address of your own domain, as in \"noreply@{}\".", settings.public_url.host);
        notes.warning("email.from", problem, remedy);
    }
}

fn mail_server(settings: &Settings, notes: &mut Notes<'_>) {
    const KEY: &str = "email.smtp_url";
    let Some(server) = settings.email.smtp_url.as_ref().filter(|_| sends_mail(settings)) else { return };
    let swapped = match (server.security, server.port) {
        (SmtpSecurity::Tls, 587 | 25) => {
            Some(("smtps:// is TLS from the first byte, and servers await STARTTLS", "smtp", 587))
        }
        (SmtpSecurity::StartTls, 465) => {
            Some(("smtp:// begins in the clear, and servers await TLS from the first byte", "smtps", 465))
        }
        _ => None,
    };
    if let Some((why, scheme, port)) = swapped {
        let (host, given) = (&server.host, server.port);
        let other = if scheme == "smtp" { ("smtps", 465) } else { ("smtp", 587) };
        let problem = format!("does not fit together: {why} on port {given}");
        let remedy = format!("Write \"{scheme}://…@{host}:{port}\", or \"{}://…@{host}:{}\".", other.0, other.1);
        notes.warning(KEY, problem, remedy);
    }
    if server.credentials.is_none() && server.security != SmtpSecurity::None {
        let problem = "names no user and no password: most servers take mail for others only from those they know";
        notes.advice(KEY, problem, format!("Write \"smtps://user:password@{}:465\", if yours wants one.", server.host));
    }
}

fn gateway(settings: &Settings, notes: &mut Notes<'_>) {
    const KEY: &str = "sms.http.body";
    if settings.sms.gateway != SmsGateway::Http || !settings.phone_authentication_active {
        return;
    }
    let body = settings.sms.http.body.expose_secret();
    for (name, what) in [("to", "whom the message is for"), ("text", "what it says")] {
        if !asks_for(body, name) {
            let problem = format!("lacks {{{{ {name} }}}}: the service would not learn {what}");
            notes.of_key(
                Level::Error,
                KEY,
                problem,
                format!("Put {{{{ {name} }}}} where your gateway's manual has it."),
            );
        }
    }
    if settings.sms.from.is_empty() && asks_for(body, "from") {
        let problem = "is empty, and sms.http.body has {{ from }}: most services refuse a message without a sender";
        let remedy = "Write the number or the name that the service has given you, as in from = \"+15550100\".";
        notes.of_key(Level::Warning, "sms.from", problem, remedy);
    } else if notes.written("sms.from") && !settings.sms.from.is_empty() && !asks_for(body, "from") {
        notes.advice(
            "sms.from",
            "is not used: sms.http.body has no {{ from }}",
            "Put {{ from }} into the body, or leave sms.from out.",
        );
    }
}

/// Whether a template has this value somewhere between its braces.
fn asks_for(template: &str, name: &str) -> bool {
    Regex::new(&format!(r"\{{[{{%][^}}]*\b{name}\b")).is_ok_and(|pattern| pattern.is_match(template))
}

fn code_times(settings: &Settings, notes: &mut Notes<'_>) {
    const INTERVAL: &str = "otp.resend_interval";
    let interval = settings.otp.resend_interval;
    for (key, ttl) in [("otp.email.ttl", settings.otp.email.ttl), ("otp.phone.ttl", settings.otp.phone.ttl)] {
        if ttl < interval {
            let problem =
                format!("is over before another code can be asked for: {INTERVAL} is {}", value(notes, INTERVAL));
            notes.warning(key, problem, "Write resend_interval = \"60s\" into [otp], which is usual, or a longer ttl.");
            notes.because_of(INTERVAL);
        } else if ttl.as_secs() < 120 {
            let problem = "is short: messages often take a minute to arrive, and people some time to type";
            notes.warning(key, problem, "Write \"10m\" or \"15m\".");
        }
    }
}

/// How many codes an hour has room for, against how many may be sent in one.
fn code_counts(settings: &Settings, notes: &mut Notes<'_>) {
    const KEY: &str = "otp.max_per_hour";
    let room = Duration::from_hours(1).as_secs().div_ceil(settings.otp.resend_interval.as_secs().max(1));
    if notes.written(KEY) && u64::from(settings.otp.max_per_hour) > room {
        let problem = format!(
            "is never reached: otp.resend_interval = {} leaves room for {room} in an hour",
            value(notes, "otp.resend_interval")
        );
        notes.advice(KEY, problem, "Write less, or a shorter resend_interval into [otp]; \"60s\" is usual.");
    }
}

fn regions(settings: &Settings, notes: &mut Notes<'_>) {
    for (index, code) in settings.phone.allowed_regions.iter().enumerate() {
        if Region::parse(code).is_err() {
            let remedy = "Write the two capital letters of a country, such as \"GB\" (not \"UK\"), \"DE\" or \"US\".";
            notes.note(
                Level::Error,
                "phone.allowed_regions",
                Some(index),
                "is no region that has phone numbers",
                remedy,
            );
        }
    }
}

#[cfg(test)]
mod tests {
    use super::asks_for;

    #[test]
    fn a_value_is_found_between_braces_and_nowhere_else() {
        for (template, name, there) in [
            ("To={{ to }}", "to", true),
            ("{{to|replace(from=\"+\", to=\"\")}}", "to", true),
            ("{% if from %}x{% endif %}", "from", true),
            ("to={{ token }}", "to", false),
            ("to and text", "text", false),
        ] {
            assert_eq!(asks_for(template, name), there, "{template}");
        }
    }
}
