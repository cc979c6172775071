//! Secrets that are used twice, that everybody knows, or that stand where others can read them. None is ever shown.

use super::notes::Notes;
use crate::app::App;
use crate::passwords::{About, Common, PasswordValidator};
use crate::settings::{DatabaseUrl, Level, Mistake, Origin, Settings, is_secret, percent_decoded};
use secrecy::{ExposeSecret, SecretString};
use std::collections::BTreeSet;
use std::path::{Path, PathBuf};
use url::Url;

/// Fewer characters than this are tried out in no time.
const SHORT: usize = 8;

pub(super) fn judge(app: &App, notes: &mut Notes<'_>) {
    let settings = app.settings();
    let all = secrets(settings);
    twice(&all, notes);
    if !settings.public_url.loopback {
        known_to_all(&all, notes);
    }
    files(settings, notes);
}

/// A secret, its key, and which element of a list it is.
struct Secret {
    key: &'static str,
    index: Option<usize>,
    value: SecretString,
    /// Whether a machine made it, so that its strength is judged elsewhere.
    drawn: bool,
}

fn secrets(settings: &Settings) -> Vec<Secret> {
    let mut all = Vec::new();
    for (index, key) in settings.secret_keys.iter().enumerate() {
        all.push(Secret { key: "secret_keys", index: Some(index), value: key.clone(), drawn: true });
    }
    let mut add = |key, value: Option<SecretString>| {
        all.extend(value.map(|value| Secret { key, index: None, value, drawn: false }));
    };
    if let DatabaseUrl::Postgres(url) = &settings.database.url {
        add("database.url", password_of(url));
    }
    let server = settings.email.smtp_url.as_ref();
    add("email.smtp_url", server.and_then(|server| server.credentials.as_ref()).map(|(_, password)| password.clone()));
    add("sms.http.url", password_of(&settings.sms.http.url));
    for (_, value) in &settings.sms.http.headers {
        let words = value.expose_secret().rsplit(' ').next().unwrap_or_default();
        if words.len() >= 16 {
            all.push(Secret { key: "sms.http.headers", index: None, value: words.into(), drawn: true });
        }
    }
    all
}

/// The password in an address, if there is one.
fn password_of(url: &SecretString) -> Option<SecretString> {
    let url = Url::parse(url.expose_secret()).ok()?;
    percent_decoded(url.password()?).filter(|password| !password.is_empty()).map(SecretString::from)
}

fn twice(all: &[Secret], notes: &mut Notes<'_>) {
    for (at, secret) in all.iter().enumerate() {
        let same =
            |other: &&Secret| other.key != secret.key && other.value.expose_secret() == secret.value.expose_secret();
        let Some(first) = all[..at].iter().find(same) else { continue };
        let problem = format!("holds the same secret as {}: whoever learns the one has the other", first.key);
        notes.note(
            Level::Error,
            secret.key,
            secret.index,
            problem,
            "Give each a secret of its own; `openssl rand -base64 32` draws one.",
        );
    }
}

fn known_to_all(all: &[Secret], notes: &mut Notes<'_>) {
    for secret in all.iter().filter(|secret| !secret.drawn) {
        let value = secret.value.expose_secret();
        let known = Common.validate(value, &About::default()).is_err()
            || matches!(value, "postgres" | "root" | "admin" | "changeme");
        let problem = if known {
            "holds a password that everybody tries first".to_owned()
        } else if value.chars().count() < SHORT {
            format!("holds a password of fewer than {SHORT} characters")
        } else {
            continue;
        };
        let remedy = "Give the user there a drawn one (`openssl rand -base64 32`), and write it here.";
        notes.note(Level::Warning, secret.key, secret.index, problem, remedy);
    }
}

/// Files with secrets that others than their owner can read.
fn files(settings: &Settings, notes: &mut Notes<'_>) {
    let mut seen: BTreeSet<PathBuf> = BTreeSet::new();
    let level = if settings.public_url.loopback { Level::Advice } else { Level::Warning };
    for key in notes.sources.written().filter(|key| is_secret(key)).collect::<Vec<_>>() {
        let mistake = notes.sources.at(key, None, "", "");
        let shows_less = mistake.value.as_deref().is_some_and(|value| value.contains("***") || value.contains('…'));
        let file = match (notes.sources.secret_file(key), notes.sources.origin(key)) {
            (Some(file), _) => file,
            (None, Some(Origin::File { file, .. })) => file,
            _ => continue,
        };
        if !shows_less || !seen.insert(file.to_owned()) {
            continue;
        }
        if let Some(mode) = open_to_others(file) {
            let problem = format!("stands in a file that other users of this machine can read (mode {mode:o})");
            let remedy = format!("Run: chmod 600 {}", file.display());
            notes.push(Mistake { problem, remedy, ..mistake }.of(level));
        }
    }
}

#[cfg(unix)]
fn open_to_others(file: &Path) -> Option<u32> {
    let mode = std::os::unix::fs::PermissionsExt::mode(&file.metadata().ok()?.permissions()) & 0o777;
    (mode & 0o077 != 0).then_some(mode)
}

#[cfg(not(unix))]
fn open_to_others(_: &Path) -> Option<u32> {
    None
}
