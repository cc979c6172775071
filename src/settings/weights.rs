//! What a change of a key comes to for those who run the program and those who use it; changes nothing.

use serde::{Deserialize, Serialize};
use toml::Value as Toml;

use super::durations::{duration, rate};

/// What a change comes to.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Weight {
    /// A reload is enough.
    Reload,
    /// It stays as it is until the program is started anew.
    Restart,
    /// Some who are signed in have to sign in again.
    SignsOut,
    /// Some who can sign in today will not be able to.
    LocksOut,
    /// Something is easier to guess, to abuse or to misuse than before.
    Loosens,
}

impl Weight {
    /// What people are told.
    #[must_use]
    pub fn words(self) -> &'static str {
        match self {
            Self::Reload => "takes effect on reload",
            Self::Restart => "needs a restart",
            Self::SignsOut => "signs people out",
            Self::LocksOut => "locks people out",
            Self::Loosens => "loosens security",
        }
    }
}

/// Keys and whole sections (with a dot at the end) that cannot change while the program runs.
const RESTART: [&str; 16] = [
    "public_url",
    "server.bind",
    "server.workers",
    "server.request_timeout",
    "server.shutdown_timeout",
    "database.",
    "redis.",
    "sessions.store",
    "sessions.cookie_name",
    "sessions.cookie_secure",
    "sessions.same_site",
    "passwords.max_concurrent_hashes",
    "passwords.hash_queue",
    "limits.store",
    "log.",
    "metrics.",
];

/// Whether `key` cannot change while the program runs.
pub(super) fn needs_a_restart(key: &str) -> bool {
    key == "admin.path" || RESTART.iter().any(|one| if one.ends_with('.') { key.starts_with(one) } else { key == *one })
}

/// The direction in which a value goes.
#[derive(Clone, Copy)]
enum Way {
    /// A larger number, a longer time, a higher rate.
    More,
    /// A smaller one.
    Less,
    /// A list has something that it had not.
    Gains,
    /// A list lacks something that it had.
    Loses,
    /// A shorter text.
    Shorter,
    /// A later one of these, as TOML.
    Towards(&'static [&'static str]),
    /// Any.
    Any,
}

use Way::{Any, Gains, Less, Loses, More, Shorter, Towards};

const OFF_TO_ON: Way = Towards(&["false", "true"]);
const ON_TO_OFF: Way = Towards(&["true", "false"]);
const PROOF_TO_NONE: Way = Towards(&["\"mandatory\"", "\"optional\"", "\"none\""]);
const NONE_TO_PROOF: Way = Towards(&["\"none\"", "\"optional\"", "\"mandatory\""]);

const HEAVY: &[(&str, Way, Weight)] = &[
    ("server.trusted_proxies", Gains, Weight::Loosens),
    ("server.extra_origins", Gains, Weight::Loosens),
    ("passwords.min_length", Less, Weight::Loosens),
    ("passwords.bcrypt_cost", Less, Weight::Loosens),
    ("passwords.validators", Loses, Weight::Loosens),
    ("registration.open", OFF_TO_ON, Weight::Loosens),
    ("registration.prevent_enumeration", ON_TO_OFF, Weight::Loosens),
    ("login.by_code", OFF_TO_ON, Weight::Loosens),
    ("verification.email", PROOF_TO_NONE, Weight::Loosens),
    ("verification.phone", PROOF_TO_NONE, Weight::Loosens),
    ("otp.max_attempts", More, Weight::Loosens),
    ("otp.max_per_hour", More, Weight::Loosens),
    ("otp.max_per_day", More, Weight::Loosens),
    ("otp.resend_interval", Less, Weight::Loosens),
    ("otp.max_wait", Less, Weight::Loosens),
    ("otp.email.length", Less, Weight::Loosens),
    ("otp.email.alphabet", Shorter, Weight::Loosens),
    ("otp.email.ttl", More, Weight::Loosens),
    ("otp.phone.length", Less, Weight::Loosens),
    ("otp.phone.alphabet", Shorter, Weight::Loosens),
    ("otp.phone.ttl", More, Weight::Loosens),
    ("limits.login_per_ip", More, Weight::Loosens),
    ("limits.register_per_ip", More, Weight::Loosens),
    ("limits.reset_per_ip", More, Weight::Loosens),
    ("limits.code_per_ip", More, Weight::Loosens),
    ("limits.login_failures_per_account", More, Weight::Loosens),
    ("sessions.idle_timeout", More, Weight::Loosens),
    ("sessions.absolute_timeout", More, Weight::Loosens),
    ("sessions.unremembered_idle_timeout", More, Weight::Loosens),
    ("sessions.reauthenticate_after", More, Weight::Loosens),
    ("sessions.cookie_secure", Towards(&["true", "\"auto\"", "false"]), Weight::Loosens),
    ("sessions.same_site", Towards(&["\"strict\"", "\"lax\"", "\"none\""]), Weight::Loosens),
    ("tokens.access_ttl", More, Weight::Loosens),
    ("tokens.refresh_ttl", More, Weight::Loosens),
    ("admin.session_timeout", More, Weight::Loosens),
    ("admin.idle_timeout", More, Weight::Loosens),
    ("public_url", Any, Weight::SignsOut),
    ("database.url", Any, Weight::SignsOut),
    ("sessions.store", Any, Weight::SignsOut),
    ("sessions.cookie_name", Any, Weight::SignsOut),
    ("sessions.cookie_secure", Any, Weight::SignsOut),
    ("sessions.idle_timeout", Less, Weight::SignsOut),
    ("sessions.absolute_timeout", Less, Weight::SignsOut),
    ("sessions.unremembered_idle_timeout", Less, Weight::SignsOut),
    ("tokens.refresh_ttl", Less, Weight::SignsOut),
    ("admin.session_timeout", Less, Weight::SignsOut),
    ("admin.idle_timeout", Less, Weight::SignsOut),
    ("authentication_backends", Loses, Weight::LocksOut),
    ("phone_authentication_active", ON_TO_OFF, Weight::LocksOut),
    ("verification.email", NONE_TO_PROOF, Weight::LocksOut),
    ("verification.phone", NONE_TO_PROOF, Weight::LocksOut),
    ("login.by_code", ON_TO_OFF, Weight::LocksOut),
];

/// What it comes to when `key` goes from `old` to `new`, both as TOML: first whether a reload is enough, then what else.
pub(super) fn weights(key: &str, old: &str, new: &str) -> Vec<Weight> {
    let first = if needs_a_restart(key) { Weight::Restart } else { Weight::Reload };
    let heavy =
        HEAVY.iter().filter(|(name, way, _)| *name == key && goes(*way, old, new)).map(|(_, _, weight)| *weight);
    std::iter::once(first).chain(heavy).collect()
}

fn goes(way: Way, old: &str, new: &str) -> bool {
    match way {
        Any => true,
        More => size(old) < size(new),
        Less => size(old) > size(new),
        Gains => lacks(old, new),
        Loses => lacks(new, old),
        Shorter => new.chars().count() < old.chars().count(),
        Towards(order) => {
            let at = |text: &str| order.iter().position(|one| *one == text);
            at(old) < at(new) && at(old).is_some()
        }
    }
}

/// Whether `list` lacks an element of `other`.
fn lacks(list: &str, other: &str) -> bool {
    let elements = |text: &str| text.parse::<Toml>().ok().and_then(|list| list.as_array().cloned()).unwrap_or_default();
    let own = elements(list);
    elements(other).iter().any(|element| !own.contains(element))
}

/// A number as it is, a time in seconds, a rate in uses a second; nothing of what is none of these.
#[allow(clippy::cast_precision_loss, reason = "only compared, and no setting is that large")]
fn size(text: &str) -> Option<f64> {
    match text.parse::<Toml>().ok()? {
        Toml::Integer(number) => Some(number as f64),
        Toml::String(text) => {
            let time = duration(&text).map(|time| time.as_secs_f64());
            time.or_else(|| rate(&text).map(|rate| f64::from(rate.count) / rate.per.as_secs_f64()))
        }
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::super::keys::find;
    use super::*;

    #[test]
    fn every_key_that_is_named_here_is_a_key() {
        for (name, ..) in HEAVY {
            assert!(find(name).is_some(), "{name}");
        }
        for name in RESTART.iter().filter(|name| !name.ends_with('.')) {
            assert!(find(name).is_some(), "{name}");
        }
    }

    #[test]
    fn a_change_is_told_with_all_that_it_comes_to() {
        use Weight::{LocksOut, Loosens, Reload, Restart, SignsOut};
        for (key, old, new, expected) in [
            ("register_form", "\"register\"", "\"register_email\"", &[Reload][..]),
            ("server.bind", "\"127.0.0.1:8000\"", "\"127.0.0.1:8001\"", &[Restart]),
            ("log.level", "\"info\"", "\"warn\"", &[Restart]),
            ("passwords.min_length", "8", "6", &[Reload, Loosens]),
            ("passwords.min_length", "8", "15", &[Reload]),
            ("limits.login_per_ip", "\"30/m\"", "\"2/s\"", &[Reload, Loosens]),
            ("limits.login_per_ip", "\"30/m\"", "\"100/h\"", &[Reload]),
            ("sessions.idle_timeout", "\"14d\"", "\"1h\"", &[Reload, SignsOut]),
            ("sessions.idle_timeout", "\"1h\"", "\"90m\"", &[Reload, Loosens]),
            ("sessions.cookie_name", "\"a\"", "\"b\"", &[Restart, SignsOut]),
            ("authentication_backends", "[\"username\", \"email\"]", "[\"email\"]", &[Reload, LocksOut]),
            ("authentication_backends", "[\"email\"]", "[\"email\", \"phone\"]", &[Reload]),
            ("verification.email", "\"optional\"", "\"none\"", &[Reload, Loosens]),
            ("verification.email", "\"optional\"", "\"mandatory\"", &[Reload, LocksOut]),
            ("server.extra_origins", "[]", "[\"https://app.example.org\"]", &[Reload, Loosens]),
        ] {
            assert_eq!(weights(key, old, new), expected, "{key}: {old} to {new}");
        }
    }
}
