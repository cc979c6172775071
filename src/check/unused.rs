//! Keys that somebody wrote and that do nothing, because another key is as it is.

use super::channels::{sends_mail, sends_sms};
use super::notes::Notes;
use crate::app::App;
use crate::settings::{Level, MailTransport, Proof, Settings, SmsGateway};

const WITHOUT_PHONES: &str = "does nothing: phone_authentication_active is false";
const WITH_PHONES: &str = "Leave it out, or set phone_authentication_active = true.";
const CLOSED: &str = "does nothing: registration.open is false";
const OPEN: &str = "Leave it out, or set registration.open = true.";

pub(super) fn judge(app: &App, notes: &mut Notes<'_>) {
    let written: Vec<&'static str> = notes.sources.written().collect();
    for key in written {
        if let Some((level, problem, remedy)) = idle(key, app.settings()) {
            notes.note(level, key, None, problem, remedy);
        }
    }
}

/// Why a key that was written does nothing, and what would make it do something.
fn idle(key: &str, settings: &Settings) -> Option<(Level, String, String)> {
    use Level::{Advice, Warning};
    let told = |level, problem: &str, remedy: &str| Some((level, problem.to_owned(), remedy.to_owned()));
    let section = key.rsplit_once('.').map_or("", |(section, _)| section);
    let phones = settings.phone_authentication_active;
    match key {
        // That one is told by the settings themselves.
        "verification.phone" if settings.verification.phone == Proof::Mandatory => None,
        "verification.phone" if !phones => told(Advice, WITHOUT_PHONES, WITH_PHONES),
        _ if !phones && matches!(section, "sms" | "sms.http" | "phone" | "otp.phone") => {
            told(Advice, WITHOUT_PHONES, WITH_PHONES)
        }
        "sms.directory" if settings.sms.gateway != SmsGateway::File => {
            told(Advice, "is not used: sms.gateway is not \"file\"", "Leave it out, or set sms.gateway = \"file\".")
        }
        _ if section == "sms.http" && settings.sms.gateway != SmsGateway::Http => told(
            Warning,
            "is not used: sms.gateway is not \"http\", so no text message leaves",
            "Set sms.gateway = \"http\", or leave it out.",
        ),
        "email.smtp_url" if !sends_mail(settings) => told(
            Warning,
            "is not used: email.transport is not \"smtp\", so no email leaves",
            "Set email.transport = \"smtp\", or leave it out.",
        ),
        "email.directory" if settings.email.transport != MailTransport::File => told(
            Advice,
            "is not used: email.transport is not \"file\"",
            "Leave it out, or set email.transport = \"file\".",
        ),
        _ if section == "otp.phone" && settings.phone.verifier != "otp" && key != "otp.phone.ttl" => told(
            Advice,
            "does nothing: phone.verifier makes the codes",
            "Leave it out, or set phone.verifier = \"otp\".",
        ),
        "sms.daily_budget" if !sends_sms(settings) => {
            told(Advice, "saves nothing: no text message leaves", "Leave it out, or set sms.gateway = \"http\".")
        }
        "passwords.bcrypt_cost" if settings.passwords.hasher != "bcrypt" => told(
            Advice,
            "is not used: passwords.hasher is not \"bcrypt\"",
            "Leave it out, or set passwords.hasher = \"bcrypt\".",
        ),
        "passwords.min_length" if !settings.passwords.validators.iter().any(|name| name == "min_length") => told(
            Warning,
            "is not kept: passwords.validators lacks \"min_length\"",
            "Add \"min_length\" to passwords.validators.",
        ),
        "metrics.bind" if settings.metrics.is_none() => {
            told(Advice, "does nothing: metrics.enabled is false", "Leave it out, or set metrics.enabled = true.")
        }
        "admin.path" | "admin.session_timeout" | "admin.idle_timeout" if !settings.admin.enabled => {
            told(Advice, "does nothing: admin.enabled is false", "Leave it out, or set admin.enabled = true.")
        }
        "log.format" if settings.log.level == "off" => {
            told(Advice, "does nothing: log.level is \"off\"", "Leave it out, or write log.level = \"info\".")
        }
        "registration.login_after" | "limits.register_per_ip" if !settings.registration.open => {
            told(Advice, CLOSED, OPEN)
        }
        "registration.login_after"
            if settings.registration.login_after && settings.verification.email == Proof::Mandatory =>
        {
            told(
                Advice,
                "does nothing for whoever gives an email address: verification.email = \"mandatory\" lets nobody in before it is proved",
                "Leave it out, or set verification.email = \"optional\".",
            )
        }
        _ => None,
    }
}
