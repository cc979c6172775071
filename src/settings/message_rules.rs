//! What the keys about messages and codes ask of one another; knows nothing of how a key is read.

use super::build::escape;
use super::load::Reading;
use super::rules::Rule;

/// Fewest codes that there may be: those of six digits, the least that NIST SP 800-63B-4 takes (section 3.1.3.2).
const LEAST_CODES: u128 = 1_000_000;

/// The rules, each with the keys it asks about.
pub(super) const RULES: &[Rule] = &[
    (&["registration.prevent_enumeration", "verification.email"], enumeration),
    (&["verification.phone", "phone_authentication_active"], phones),
    (&["login.by_code", "verification.email", "verification.phone", "phone_authentication_active"], code_logins),
    (&["otp.email.length", "otp.email.alphabet"], email_codes),
    (&["otp.phone.length", "otp.phone.alphabet"], phone_codes),
    (&["otp.max_per_hour", "otp.max_per_day"], code_limits),
    (&["phone.default_region", "phone.allowed_regions"], regions),
    (&["email.transport", "email.smtp_url"], smtp),
    (&["sms.gateway", "sms.http.url", "sms.http.body", "sms.http.headers", "sms.http.method"], gateway),
    (&["public_url", "email.transport", "email.from"], nobody_reads_mail),
    (&["public_url", "sms.gateway", "phone_authentication_active"], nobody_reads_sms),
];

fn enumeration(reading: &mut Reading) {
    const KEY: &str = "registration.prevent_enumeration";
    if reading.values.flag(KEY) && reading.values.text("verification.email") != "mandatory" {
        let problem = "needs verification.email = \"mandatory\": else being signed in tells that the address was new";
        reading.error(KEY, None, problem, "Set verification.email = \"mandatory\" as well.");
    }
}

fn phones(reading: &mut Reading) {
    const KEY: &str = "verification.phone";
    if reading.values.text(KEY) == "mandatory" && !reading.values.flag("phone_authentication_active") {
        reading.warning(KEY, "does nothing: phone_authentication_active is false", "");
    }
}

fn code_logins(reading: &mut Reading) {
    const KEY: &str = "login.by_code";
    let asks = |key| reading.values.text(key) != "none";
    let phones = reading.values.flag("phone_authentication_active") && asks("verification.phone");
    if reading.values.flag(KEY) && !asks("verification.email") && !phones {
        let problem =
            "serves nobody who registers: a code goes to a verified address only, and nobody is asked to verify one";
        reading.warning(KEY, problem, "Set verification.email = \"optional\" as well.");
    }
}

fn email_codes(reading: &mut Reading) {
    codes(reading, "otp.email.length", "otp.email.alphabet");
}

fn phone_codes(reading: &mut Reading) {
    codes(reading, "otp.phone.length", "otp.phone.alphabet");
}

fn codes(reading: &mut Reading, length: &str, alphabet: &str) {
    let count = reading.values.text(alphabet).len();
    let enough = |length: u32| (count as u128).checked_pow(length).is_none_or(|codes| codes >= LEAST_CODES);
    if enough(reading.values.small(length)) {
        return;
    }
    let least = (1..=64).find(|length| enough(*length)).unwrap_or(64);
    let problem = format!("makes codes that are quickly guessed: {alphabet} has {count} characters");
    reading.error(length, None, problem, format!("With these characters {least} is the least: write {least} or more."));
    reading.because_of(alphabet);
}

fn code_limits(reading: &mut Reading) {
    if reading.values.number("otp.max_per_hour") > reading.values.number("otp.max_per_day") {
        reading.warning("otp.max_per_hour", "is never reached: otp.max_per_day is smaller", "");
    }
}

fn regions(reading: &mut Reading) {
    const KEY: &str = "phone.allowed_regions";
    let allowed = reading.values.list(KEY);
    reading.no_element_twice(KEY, &allowed);
    let default = reading.values.text("phone.default_region");
    if !default.is_empty() && !allowed.is_empty() && !allowed.contains(&default) {
        let problem = "is not among phone.allowed_regions: numbers without country code would all be refused";
        reading.error("phone.default_region", None, problem, format!("Add \"{default}\" to phone.allowed_regions."));
    }
}

fn smtp(reading: &mut Reading) {
    if reading.values.text("email.transport") == "smtp" && reading.values.text("email.smtp_url").is_empty() {
        let remedy = "Write the server into email.smtp_url, as in \"smtps://user:password@host:465\".";
        reading.error("email.transport", None, "needs email.smtp_url, which is empty", remedy);
    }
}

fn gateway(reading: &mut Reading) {
    const KEY: &str = "sms.gateway";
    if reading.values.text(KEY) != "http" {
        return;
    }
    for key in ["sms.http.url", "sms.http.body"] {
        if reading.values.text(key).is_empty() {
            let problem = format!("needs {key}, which is empty");
            reading.error(KEY, None, problem, format!("Write {key} as your gateway's manual says."));
        }
    }
    if escape(&reading.values).is_none() {
        let problem = "need a Content-Type that says what the values in sms.http.body are escaped for";
        let remedy =
            "Known: application/json, application/x-www-form-urlencoded, application/xml, text/xml, text/plain.";
        reading.error("sms.http.headers", None, problem, remedy);
        reading.because_of(KEY);
    }
}

fn nobody_reads_mail(reading: &mut Reading) {
    if reading.values.site("public_url").loopback {
        return;
    }
    let transport = reading.values.text("email.transport");
    if transport != "smtp" {
        let remedy = "Write transport = \"smtp\" into [email], and smtp_url = \"smtps://user:password@host:465\".";
        reading.warning("email.transport", "sends nothing to anybody: it is for development", remedy);
        reading.because_of("public_url");
    } else if reading.sources.is_default("email.from") {
        reading.warning("email.from", "is no address that mail servers take", "Write one of your own domain.");
        reading.because_of("public_url");
    }
}

fn nobody_reads_sms(reading: &mut Reading) {
    if reading.values.site("public_url").loopback || !reading.values.flag("phone_authentication_active") {
        return;
    }
    if reading.values.text("sms.gateway") != "http" {
        let remedy = "Write gateway = \"http\" into [sms] and describe your provider in [sms.http], or set \
            phone_authentication_active = false.";
        reading.warning("sms.gateway", "sends nothing to anybody: it is for development", remedy);
        reading.because_of("public_url");
    }
}
