//! What keys ask of one another, and what is allowed but should be looked at; knows nothing of how a key is read.

use super::build::cookie_secure;
use super::load::Reading;
use super::parse::Value;
use super::secrets::{KEY_REMEDY, quoted};
use super::sources::{Entry, Origin};

/// The keys that a rule asks about, and the rule.
pub(super) type Rule = (&'static [&'static str], fn(&mut Reading));

/// Applies every rule. One that asks about a key whose own value was refused is left out: its answer would be a guess.
pub(super) fn apply(reading: &mut Reading) {
    let rules: &[Rule] = &[
        (&["phone_authentication_active", "authentication_backends"], phones_in_the_chain),
        (&["authentication_backends"], chain),
        (&["phone_authentication_active", "register_form"], phones_in_the_form),
        (&["passwords.validators"], validators),
        (&["secret_keys", "public_url", "server.bind"], secret_keys),
        (&["public_url", "server.bind"], reach),
        (&["public_url", "sessions.cookie_secure", "sessions.same_site"], cookies),
        (&["sessions.idle_timeout", "sessions.absolute_timeout", "sessions.unremembered_idle_timeout"], session_times),
        (&["tokens.access_ttl", "tokens.refresh_ttl"], token_times),
        (&["admin.session_timeout", "admin.idle_timeout"], admin_times),
        (&["passwords.min_length", "passwords.max_bytes"], password_lengths),
        (&["passwords.bcrypt_cost"], bcrypt_cost),
        (&["tokens.issuer", "public_url"], issuer),
        (&["public_url", "login_redirect_url", "logout_redirect_url"], redirects),
        (&["languages.default", "languages.enabled"], super::languages::rule),
        (&["metrics.enabled", "metrics.bind", "server.bind"], super::metrics::rule),
        (&["redis.url", "sessions.store", "limits.store"], super::redis::stores),
    ];
    for (keys, rule) in rules.iter().chain(super::message_rules::RULES) {
        if keys.iter().all(|key| !reading.faulty.contains(key)) {
            rule(reading);
        }
    }
}

impl Reading {
    pub(super) fn error(
        &mut self,
        key: &str,
        index: Option<usize>,
        problem: impl Into<String>,
        remedy: impl Into<String>,
    ) {
        let mistake = self.sources.at(key, index, problem, remedy);
        self.mistakes.push(mistake);
    }

    pub(super) fn warning(&mut self, key: &str, problem: &str, remedy: &str) {
        let mistake = self.sources.at(key, None, problem, remedy).as_warning();
        self.mistakes.push(mistake);
    }

    /// The last mistake stands at the place of `cause` where it has none of its own.
    pub(super) fn because_of(&mut self, cause: &str) {
        if let Some(mistake) = self.mistakes.pop() {
            self.mistakes.push(self.sources.because_of(cause, mistake));
        }
    }

    /// Each element that was in the list before is an error.
    pub(super) fn no_element_twice(&mut self, key: &str, list: &[String]) {
        for (index, name) in list.iter().enumerate() {
            if list[..index].contains(name) {
                self.error(key, Some(index), "is in the list twice", "Keep the first.");
            }
        }
    }
}

fn phones_in_the_chain(reading: &mut Reading) {
    const KEY: &str = "authentication_backends";
    if reading.values.flag("phone_authentication_active") {
        return;
    }
    let mut chain = reading.values.list(KEY);
    if reading.sources.is_default(KEY) {
        chain.retain(|name| name != "phone");
        let elements: Vec<(Option<usize>, String)> = chain.iter().map(|name| (None, quoted(name))).collect();
        let shown = format!("[{}]", elements.iter().map(|(_, name)| name.as_str()).collect::<Vec<_>>().join(", "));
        if let Some(entry) = reading.sources.entry(KEY) {
            let origin = entry.origin.clone();
            reading.sources.set(KEY, Entry { origin, shown, elements, secret: None });
        }
        reading.values.set(KEY, Value::List(chain));
        return;
    }
    for (index, name) in chain.iter().enumerate() {
        let remedy = match name.as_str() {
            "phone" => "Take it out, or set phone_authentication_active = true.",
            "username_or_phone" => "Write \"username\" instead, or set phone_authentication_active = true.",
            _ => continue,
        };
        reading.error(KEY, Some(index), "needs phones, and phone_authentication_active is false", remedy);
    }
}

fn chain(reading: &mut Reading) {
    const KEY: &str = "authentication_backends";
    let chain = reading.values.list(KEY);
    if chain.is_empty() {
        reading.error(KEY, None, "is empty: nobody could sign in", "Name at least one backend, as in [\"email\"].");
    }
    reading.no_element_twice(KEY, &chain);
}

fn phones_in_the_form(reading: &mut Reading) {
    let form = reading.values.text("register_form");
    if !reading.values.flag("phone_authentication_active")
        && matches!(form.as_str(), "register_phone" | "register_full")
    {
        let remedy = "Choose register, register_username or register_email, or set phone_authentication_active = true.";
        reading.error("register_form", None, "needs phones, and phone_authentication_active is false", remedy);
    }
}

fn validators(reading: &mut Reading) {
    let validators = reading.values.list("passwords.validators");
    reading.no_element_twice("passwords.validators", &validators);
    if validators.is_empty() {
        reading.warning("passwords.validators", "lets any password through, not even its length is checked", "");
    }
}

fn secret_keys(reading: &mut Reading) {
    use secrecy::ExposeSecret;
    let keys = reading.values.secrets("secret_keys");
    for (index, key) in keys.iter().enumerate() {
        if keys[..index].iter().any(|before| before.expose_secret() == key.expose_secret()) {
            reading.error("secret_keys", Some(index), "is in the list twice", "Keep the first.");
        }
    }
    let site = reading.values.site("public_url");
    let bind = reading.values.address("server.bind");
    if keys.is_empty() && !(site.loopback && bind.ip().to_canonical().is_loopback()) {
        let problem = if site.loopback {
            format!("is empty, which is for loopback only, and server.bind is {bind}")
        } else {
            format!("is empty, which is for loopback only, and public_url is {}", site.base)
        };
        reading.error("secret_keys", None, problem, format!("{KEY_REMEDY} It may also stand in a secret_keys_file."));
        // "secret_keys: [] is empty" would say it twice.
        if let Some(mistake) = reading.mistakes.last_mut() {
            mistake.value = None;
        }
        reading.because_of(if site.loopback { "server.bind" } else { "public_url" });
    }
}

fn reach(reading: &mut Reading) {
    let site = reading.values.site("public_url");
    let bind = reading.values.address("server.bind");
    if !site.https && !site.loopback {
        let problem =
            "is http: passwords and cookies would cross the network in the clear, and browsers keep no secure cookie";
        let remedy = format!("Put a proxy with TLS in front, and write \"https://{}\".", site.host);
        reading.warning("public_url", problem, &remedy);
    }
    if site.loopback && !bind.ip().to_canonical().is_loopback() {
        let problem = format!("leads to the reader's own machine, and server.bind is {bind}");
        reading.warning("public_url", &problem, "Write the address that people type into their browser.");
        reading.because_of("server.bind");
    }
}

fn cookies(reading: &mut Reading) {
    let secure = cookie_secure(&reading.values);
    if reading.values.text("sessions.same_site") == "none" && !secure {
        let remedy = "Serve over https with cookie_secure = \"auto\", or write \"lax\".";
        reading.error("sessions.same_site", None, "needs a secure cookie, and the session cookie is not", remedy);
    }
    let site = reading.values.site("public_url");
    if !secure && (site.https || !site.loopback) {
        let problem = "lets the session cookie cross the network in the clear";
        reading.warning("sessions.cookie_secure", problem, "Write \"auto\".");
    }
}

fn session_times(reading: &mut Reading) {
    let absolute = reading.values.time("sessions.absolute_timeout");
    for key in ["sessions.idle_timeout", "sessions.unremembered_idle_timeout"] {
        if reading.values.time(key) > absolute {
            reading.warning(key, "never ends a session: sessions.absolute_timeout is shorter", "");
        }
    }
}

fn token_times(reading: &mut Reading) {
    if reading.values.time("tokens.access_ttl") > reading.values.time("tokens.refresh_ttl") {
        reading.warning("tokens.access_ttl", "is longer than tokens.refresh_ttl", "A few minutes are usual.");
    }
}

fn admin_times(reading: &mut Reading) {
    if reading.values.time("admin.idle_timeout") > reading.values.time("admin.session_timeout") {
        reading.warning("admin.idle_timeout", "never asks again: admin.session_timeout is shorter", "");
    }
}

fn password_lengths(reading: &mut Reading) {
    let least = reading.values.number("passwords.min_length");
    if least > reading.values.number("passwords.max_bytes") {
        reading.error("passwords.min_length", None, "is more than passwords.max_bytes: no password would do", "");
    } else if least < 8 {
        reading.warning(
            "passwords.min_length",
            "makes for passwords that are quickly guessed",
            "8 is the least to use, 15 is better.",
        );
    }
}

fn bcrypt_cost(reading: &mut Reading) {
    if reading.values.number("passwords.bcrypt_cost") < 10 {
        reading.warning(
            "passwords.bcrypt_cost",
            "makes stolen hashes cheap to guess",
            "10 is the least to use, 12 is usual.",
        );
    }
}

/// Where nobody said where people go, they stay with us, also where we are mounted under a path.
fn redirects(reading: &mut Reading) {
    let path = reading.values.site("public_url").path;
    for key in ["login_redirect_url", "logout_redirect_url"] {
        let own = reading.values.text(key);
        if path.is_empty() || !reading.sources.is_default(key) || own.starts_with(&format!("{path}/")) {
            continue;
        }
        let whole = format!("{path}{own}");
        let (origin, shown) = (Origin::Default, quoted(&whole));
        reading.sources.set(key, Entry { origin, shown, elements: Vec::new(), secret: None });
        reading.values.set(key, Value::Text(whole));
    }
}

/// Shows the issuer that holds, rather than the empty text that stands for it.
fn issuer(reading: &mut Reading) {
    let Some(entry) = reading.sources.entry("tokens.issuer").filter(|entry| entry.shown == "\"\"") else { return };
    let shown = quoted(&reading.values.site("public_url").base);
    let origin = entry.origin.clone();
    reading.sources.set("tokens.issuer", Entry { origin, shown, elements: Vec::new(), secret: None });
}
