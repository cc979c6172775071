//! `[webhooks.NAME]`: addresses that are told what happens to accounts. Knows no kind of event, and asks nobody anything.

use std::fs;
use std::path::Path;
use std::time::Duration;

use secrecy::{ExposeSecret, SecretString};
use url::{Host, Url};

use super::durations::{duration, written};
use super::keys::{Kind, Refusal};
use super::mail::gateway_url;
use super::mistakes::{Mistake, known_names};
use super::placed::{Placed, PlacedValue};
use super::places::is_loopback_name;
use super::secrets::{shown, signing_key};
use super::sources::Origin;

/// What may be written of a webhook.
const KEYS: [&str; 6] = ["url", "secret", "secret_file", "events", "timeout", "enabled"];

/// How long an answer is waited for unless somebody says so, and the bounds of that, in seconds.
const TIMEOUT: u64 = 15;
const SHORTEST: u64 = 1;
const LONGEST: u64 = 60;

const SECRET_REMEDY: &str = "`echo whsec_$(openssl rand -base64 32)` draws one.";

/// An address that is told what happens to accounts.
#[derive(Clone, Debug)]
pub struct Webhook {
    /// The NAME of `[webhooks.NAME]`: small letters, digits, `_` and `-`.
    pub name: String,
    /// Where to: https, or http on loopback. May hold a key.
    pub url: SecretString,
    /// Each signs, at least one: 24 to 64 bytes in base64, behind `whsec_`.
    pub secrets: Vec<SecretString>,
    /// The kinds of events that are told, as written, each with its place; empty is all.
    pub events: Vec<Placed>,
    /// How long an answer is waited for.
    pub timeout: Duration,
    /// Whether anything is told.
    pub enabled: bool,
    /// Where it is declared.
    pub origin: Origin,
}

impl Webhook {
    /// The address as it may be shown.
    #[must_use]
    pub fn shown_url(&self) -> String {
        let masked = shown(Some(Kind::SecretText(gateway_url)), self.url.expose_secret());
        masked.trim_matches('"').to_owned()
    }

    /// The keys that sign, as bytes.
    pub fn signing_keys(&self) -> impl Iterator<Item = Vec<u8>> {
        self.secrets.iter().filter_map(|secret| signing_key(secret.expose_secret()).ok())
    }
}

/// Reads one declaration. Relative paths begin at `base`. Nothing when something about it is wrong, which is noted.
pub(super) fn read(name: &str, body: &Placed, base: &Path, mistakes: &mut Vec<Mistake>) -> Option<Webhook> {
    let before = mistakes.len();
    let key = format!("webhooks.{}", name.escape_debug());
    if !is_name(name) {
        let remedy = "Write small letters, digits, _ and -, beginning with a letter, at most 64.";
        mistakes.push(body.about(&key, "is no name for a webhook", remedy));
    }
    let PlacedValue::Table(entries) = &body.value else {
        mistakes.push(body.about(&key, "is not a webhook", format!("Write [{key}], and url and secret beneath.")));
        return None;
    };
    let mut reader = Reader { key, body, entries, mistakes };
    reader.only_known();
    let url = reader.url();
    let secrets = reader.secrets(base);
    let events = reader.events();
    let timeout = reader.timeout();
    let enabled = match reader.get("enabled").map(|placed| &placed.value) {
        None => true,
        Some(PlacedValue::Flag(flag)) => *flag,
        Some(_) => {
            reader.refuse("enabled", "is neither true nor false", "Write true or false, without quotes.");
            false
        }
    };
    let (url, origin) = (url?, body.origin.clone());
    (mistakes.len() == before).then(|| Webhook {
        name: name.to_owned(),
        url,
        secrets,
        events,
        timeout,
        enabled,
        origin,
    })
}

fn is_name(name: &str) -> bool {
    name.len() <= 64
        && name.starts_with(|c: char| c.is_ascii_lowercase())
        && name.chars().all(|c| c.is_ascii_lowercase() || c.is_ascii_digit() || matches!(c, '_' | '-'))
}

struct Reader<'a> {
    key: String,
    body: &'a Placed,
    entries: &'a [(String, Placed)],
    mistakes: &'a mut Vec<Mistake>,
}

impl<'a> Reader<'a> {
    fn get(&self, name: &str) -> Option<&'a Placed> {
        self.entries.iter().find(|(known, _)| known == name).map(|(_, value)| value)
    }

    /// Notes a mistake about the value under `name`, which is shown unless it may be secret.
    fn refuse(&mut self, name: &str, problem: impl Into<String>, remedy: impl Into<String>) {
        let key = format!("{}.{name}", self.key);
        let Some(value) = self.get(name) else { return };
        let secret = matches!(name, "secret" | "url");
        self.mistakes.push(if secret {
            value.about(&key, problem, remedy)
        } else {
            value.mistake(&key, problem, remedy)
        });
    }

    fn lacks(&mut self, what: &str, remedy: &str) {
        self.mistakes.push(self.body.about(&self.key, format!("has no {what}"), remedy));
    }

    fn only_known(&mut self) {
        for (name, value) in self.entries.iter().filter(|(name, _)| !KEYS.contains(&name.as_str())) {
            let key = format!("{}.{}", self.key, name.escape_debug());
            self.mistakes.push(value.about(&key, "is not a key of a webhook", known_names(name, &KEYS)));
        }
    }

    fn url(&mut self) -> Option<SecretString> {
        let Some(placed) = self.get("url") else {
            self.lacks("url", r#"Write url = "https://…": where events are sent."#);
            return None;
        };
        let PlacedValue::Text(text) = &placed.value else {
            self.refuse("url", "is not a text in quotes", r#"Write "https://…"."#);
            return None;
        };
        match address(text) {
            Ok(()) => Some(SecretString::from(text.as_str())),
            Err(Refusal { problem, remedy }) => {
                self.refuse("url", problem, remedy);
                None
            }
        }
    }

    /// The texts under `secret`, or the lines of the file that `secret_file` names.
    fn secrets(&mut self, base: &Path) -> Vec<SecretString> {
        let (place, texts) = match (self.get("secret"), self.get("secret_file")) {
            (Some(_), Some(_)) => {
                self.refuse("secret_file", format!("is given beside `{}.secret`", self.key), "Keep one of the two.");
                return Vec::new();
            }
            (None, None) => {
                self.lacks("secret", &format!("Write secret = \"whsec_…\". {SECRET_REMEDY}"));
                return Vec::new();
            }
            (Some(placed), None) => ("secret", texts_of(placed)),
            (None, Some(placed)) => match lines_of(placed, base) {
                Ok(lines) => ("secret_file", Some(lines)),
                Err(problem) => {
                    let remedy =
                        "Write the path of a file with one secret a line; a relative one begins at the settings file.";
                    self.refuse("secret_file", problem, remedy);
                    return Vec::new();
                }
            },
        };
        let Some(texts) = texts.filter(|texts| !texts.is_empty()) else {
            let remedy = format!("Write \"whsec_…\", or several as in [\"whsec_…\", \"whsec_…\"]. {SECRET_REMEDY}");
            self.refuse(place, "holds no secret", remedy);
            return Vec::new();
        };
        for (at, text) in texts.iter().enumerate() {
            let which = if texts.len() > 1 { format!("number {} ", at + 1) } else { String::new() };
            if let Err(problem) = signing_key(text) {
                self.refuse(place, format!("{which}{problem}"), SECRET_REMEDY);
            } else if texts[..at].contains(text) {
                self.refuse(place, format!("{which}is in the list twice"), "Keep the first.");
            }
        }
        texts.into_iter().map(SecretString::from).collect()
    }

    fn events(&mut self) -> Vec<Placed> {
        let Some(placed) = self.get("events") else { return Vec::new() };
        match &placed.value {
            PlacedValue::List(all) if all.iter().all(|one| matches!(one.value, PlacedValue::Text(_))) => all.clone(),
            _ => {
                let remedy = r#"Write [] for all, or kinds of events as in ["login", "email_changed"]."#;
                self.refuse("events", "is not a list of texts", remedy);
                Vec::new()
            }
        }
    }

    fn timeout(&mut self) -> Duration {
        let default = Duration::from_secs(TIMEOUT);
        let Some(placed) = self.get("timeout") else { return default };
        let read = match &placed.value {
            PlacedValue::Text(text) => duration(text),
            _ => None,
        };
        match read {
            Some(time) if (SHORTEST..=LONGEST).contains(&time.as_secs()) => time,
            _ => {
                let remedy = format!("Write a time from \"{}\" to \"{}\".", written(SHORTEST), written(LONGEST));
                self.refuse("timeout", "is not a time an answer can be waited for", remedy);
                default
            }
        }
    }
}

/// One text, or a list of them.
fn texts_of(placed: &Placed) -> Option<Vec<String>> {
    match &placed.value {
        PlacedValue::Text(text) => Some(vec![text.clone()]),
        PlacedValue::List(all) => {
            let text = |one: &Placed| match &one.value {
                PlacedValue::Text(text) => Some(text.clone()),
                _ => None,
            };
            all.iter().map(text).collect()
        }
        _ => None,
    }
}

fn lines_of(placed: &Placed, base: &Path) -> Result<Vec<String>, String> {
    let PlacedValue::Text(path) = &placed.value else { return Err("is not the path of a file".into()) };
    let text = fs::read_to_string(base.join(path)).map_err(|error| format!("cannot be read: {error}"))?;
    Ok(text.lines().map(str::trim).filter(|line| !line.is_empty()).map(str::to_owned).collect())
}

/// Takes where a webhook may be: https, or http on loopback, without user, password or fragment.
fn address(text: &str) -> Result<(), Refusal> {
    let refuse = |problem: &str| Refusal::new(problem, "Write it as in \"https://shop.example.org/countersign\".");
    let url = Url::parse(text).map_err(|_| refuse("is not an address"))?;
    let loopback = match url.host() {
        Some(Host::Domain(name)) => is_loopback_name(name),
        Some(Host::Ipv4(address)) => address.is_loopback(),
        Some(Host::Ipv6(address)) => address.is_loopback(),
        None => return Err(refuse("names no host")),
    };
    match url.scheme() {
        "https" => {}
        "http" if loopback => {}
        "http" => return Err(refuse("would tell what happens to accounts across the network in the clear")),
        _ => return Err(refuse("is not an address of https")),
    }
    if !url.username().is_empty() || url.password().is_some() {
        return Err(refuse("holds a user or a password; the signature proves who sends"));
    }
    if url.fragment().is_some() {
        return Err(refuse("has a fragment"));
    }
    Ok(())
}
