//! What makes a secret a secret: long enough, no example, never shown; generates nothing.

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use secrecy::SecretString;

use super::keys::{Kind, Refusal};

/// Fewest bytes of a secret key.
pub(super) const LEAST_BYTES: usize = 32;

/// Fewer different characters than this were never drawn at random.
const LEAST_VARIETY: usize = 6;

/// What people leave standing from examples; compared with letters and digits alone, in small letters.
const EXAMPLES: [&str; 10] = [
    "changeme",
    "secret",
    "example",
    "password",
    "insecure",
    "replaceme",
    "yourkey",
    "0123456789",
    "abcdefgh",
    "deadbeefdeadbeef",
];

/// Bytes of the secret of a webhook (Standard Webhooks, "Symmetric").
const SIGNING_BYTES: std::ops::RangeInclusive<usize> = 24..=64;

/// What such a secret begins with.
const SIGNING_PREFIX: &str = "whsec_";

/// The secret of the specification's own examples, which many copy.
const SIGNING_EXAMPLE: &str = "MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw";

/// What to do about a bad secret key.
pub(super) const KEY_REMEDY: &str =
    "`openssl rand -base64 32` draws one, and `countersign init` writes a settings file with one.";

/// Takes a key that can sign.
pub(super) fn key(text: &str) -> Result<SecretString, Refusal> {
    if text.len() < LEAST_BYTES {
        let problem = format!("has {} bytes; a secret key needs at least {LEAST_BYTES}", text.len());
        return Err(Refusal::new(problem, KEY_REMEDY));
    }
    let mut seen: Vec<char> = text.chars().collect();
    seen.sort_unstable();
    seen.dedup();
    let plain: String = text.chars().filter(char::is_ascii_alphanumeric).collect::<String>().to_ascii_lowercase();
    if seen.len() < LEAST_VARIETY || EXAMPLES.iter().any(|example| plain.contains(example)) {
        return Err(Refusal::new("is an example, or easy to guess", KEY_REMEDY));
    }
    Ok(SecretString::from(text))
}

/// The bytes of the secret of a webhook; else what is wrong with it, as the end of a sentence.
pub(super) fn signing_key(text: &str) -> Result<Vec<u8>, String> {
    let Some(encoded) = text.strip_prefix(SIGNING_PREFIX) else {
        return Err(format!("does not begin with {SIGNING_PREFIX}"));
    };
    let bytes = STANDARD.decode(encoded).map_err(|_| format!("is not base64 behind {SIGNING_PREFIX}"))?;
    if !SIGNING_BYTES.contains(&bytes.len()) {
        let (least, most) = (SIGNING_BYTES.start(), SIGNING_BYTES.end());
        return Err(format!("has {} bytes; a secret has {least} to {most}", bytes.len()));
    }
    let mut seen = bytes.clone();
    seen.sort_unstable();
    seen.dedup();
    if encoded == SIGNING_EXAMPLE || seen.len() < 8 {
        return Err("is an example, or easy to guess".into());
    }
    Ok(bytes)
}

/// A text as TOML, on one line, with what `kind` says is secret left out.
pub(super) fn shown(kind: Option<Kind>, text: &str) -> String {
    match kind {
        Some(Kind::Secrets) => quoted("***"),
        Some(Kind::Database) => quoted(&without_password(text)),
        Some(Kind::SecretText(_)) => quoted(&without_path(&without_password(text))),
        Some(Kind::Hidden(_) | Kind::Headers) if !text.is_empty() => quoted("***"),
        _ => quoted(text),
    }
}

/// An address without anything that could be a password; hides too much rather than too little.
fn without_password(text: &str) -> String {
    if text.is_empty() || text.starts_with("sqlite:") {
        return text.to_owned();
    }
    let Some((scheme, rest)) = text.split_once("://") else { return "***".to_owned() };
    let Some((before, place)) = rest.rsplit_once('@') else {
        return match rest.split_once(['?', '#']) {
            Some((place, _)) => format!("{scheme}://{place}?***"),
            None => text.to_owned(),
        };
    };
    if before.contains(['?', '#']) {
        // The @ may stand in an option, and half a password behind it.
        return format!("{scheme}://***");
    }
    match place.split_once(['?', '#']) {
        Some((place, _)) => format!("{scheme}://***@{place}?***"),
        None => format!("{scheme}://***@{place}"),
    }
}

/// An address whose path is left out as well: some services have their users write a key there.
fn without_path(address: &str) -> String {
    let Some((scheme, rest)) = address.split_once("://") else { return address.to_owned() };
    match rest.split_once('/') {
        Some((host, path)) if !path.is_empty() => format!("{scheme}://{host}/***"),
        _ => address.to_owned(),
    }
}

/// A text as a TOML string on one line.
pub(super) fn quoted(text: &str) -> String {
    let mut quoted = String::from("\"");
    for c in text.chars() {
        match c {
            '"' | '\\' => quoted.extend(['\\', c]),
            c if c.is_control() => quoted.extend(format!("\\u{:04X}", u32::from(c)).chars()),
            c => quoted.push(c),
        }
    }
    quoted + "\""
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_part_of_a_password_is_ever_shown() {
        for address in [
            "postgres://me:hunter2@host/db",
            "postgres://me:hun@ter2@host/db",
            "postgres://me:hunter2?x@host/db",
            "postgres://me:a#hunter2@host/db",
            "postgres://host/db?password=hunter2",
            "postgres://host/db?password=x@hunter2",
            "postgres://me:pw@host/db?password=hunter2",
            "host=db password=hunter2",
            "hunter2",
        ] {
            let shown = shown(Some(Kind::Database), address);
            assert!(!shown.contains("hunter2") && !shown.contains("ter2"), "{address} is shown as {shown}");
        }
        assert_eq!(shown(Some(Kind::Database), "postgres://me:hunter2@host:5/db"), "\"postgres://***@host:5/db\"");
        assert_eq!(shown(Some(Kind::Secrets), "hunter2"), "\"***\"");
        assert_eq!(shown(Some(Kind::Database), "sqlite://countersign.db"), "\"sqlite://countersign.db\"");
    }

    #[test]
    fn a_shown_text_is_toml_on_one_line() {
        let text = "a\"b\\c\nd\u{7f}é";
        let shown = shown(None, text);
        assert!(!shown.contains('\n'));
        assert_eq!(shown.parse::<toml::Value>().ok().as_ref().and_then(toml::Value::as_str), Some(text));
    }

    #[test]
    fn drawn_keys_are_taken_and_examples_are_not() {
        for good in [
            "pporDe9Y7JZdnN_tu6hhf3Q7ArXeG8-CYopQglCD2n0",
            "8f14e45fceea167a5a36dedd4bea2543",
            "correct horse battery staple, and so on",
        ] {
            assert!(key(good).is_ok(), "{good}");
        }
        for bad in [
            "8f14e45fceea167a5a36dedd4bea254",
            "django-insecure-8f14e45fceea167a5a36dedd4bea2543",
            "01234567890123456789012345678901",
            "abababababababababababababababababab",
            "My-Sec-Ret-8f14e45fceea167a5a36dedd4bea2543",
            "Change.Me.8f14e45fceea167a5a36dedd4bea2543",
        ] {
            assert!(key(bad).is_err(), "{bad}");
        }
    }
}
