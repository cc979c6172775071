//! Writes settings down for people: the reference, a first file, and what holds now; reads nothing.

use std::fmt::Write;

use super::Loaded;
use super::keyfile::draw;
use super::keys::{self, Key, Kind};
use super::secrets::quoted;
use super::table::TABLE;
use crate::ambient::Random;

const ABOUT_REFERENCE: &str = "\
# Every key of countersign, with its default. A key that is left out has the default.
#
# Each can also come from the environment, which wins: $COUNTERSIGN__DATABASE__URL is database.url; a list is
# written as in '[\"username\", \"email\"]'. A secret (secret_keys, database.url) may instead stand in a file of its own:
# secret_keys_file (one a line), database.url_file.
# Times: 10s, 5m, 12h, 14d, or several together as in 1h30m. Rates: 30/m (s, m, h, d).
# Relative paths begin at this file.
";

const ABOUT_FIRST: &str = "\
# Settings of countersign. Lines that begin with # show the defaults; take the # away to change one.
# `countersign check` tells whether all is well, `countersign settings` what holds and why,
# `countersign settings --reference` explains every key.
#
# This file holds secrets: keep it from other users, and out of version control.
";

const ABOUT_FORMS: &str = r#"
# Registration forms of your own, declared without code: docs/forms.md explains every type and rule.
# [forms.member]
# title = "Join the club"
# fields = [
#   { name = "email", required = true },
#   { name = "first_name", max_length = 50 },
#   { name = "team", type = "select", choices = ["red", "blue"] },
#   { name = "terms", type = "checkbox", label = "I accept the terms", must_be_true = true },
#   { name = "password", confirm = true },
# ]
"#;

const ABOUT_WEBHOOKS: &str = r#"
# Addresses that are told what happens to accounts, signed by the scheme of Standard Webhooks: docs/webhooks.md.
# [webhooks.shop]
# url = "https://shop.example.org/countersign"   # https, or http on this machine
# secret = "whsec_…"                             # 24 to 64 bytes in base64; [new, old] while you change it; or secret_file
# events = []                                    # all, or kinds as in ["registered", "email_changed"]
# timeout = "15s"                                # how long an answer is waited for
# enabled = true
"#;

const ABOUT_PAGE: &str = "\
# Settings

One file, `settings.toml`: that of `--settings FILE`, else of `$COUNTERSIGN_SETTINGS`, else the one in the working directory, else
none. A key that is left out has its default. `countersign settings` tells what holds and why, `countersign settings --reference`
prints all of this as a file, `countersign settings --schema` the JSON Schema for editors, and `countersign check` tells every
mistake with its line and what would work.

* From the environment, which wins: `COUNTERSIGN__DATABASE__URL` is `database.url`; a list is written as
  `'[\"username\", \"email\"]'`.
* A secret may stand in a file of its own: `secret_keys_file` (one a line), `database.url_file`. Both at once is a mistake.
* Relative paths begin at the settings file. Times: `10s`, `5m`, `12h`, `14d`, `1h30m`. Rates: `30/m` (s, m, h, d).
* `[forms.NAME]` declares a [registration form](forms.md), `[webhooks.NAME]` a [webhook](webhooks.md).

This page is made from the table that the program itself reads settings by.
";

/// The commented default file: every key with its default and what it is for. Reading it gives the defaults.
#[must_use]
pub fn reference() -> String {
    let keys = file(ABOUT_REFERENCE, |key| line(key, key.default, ""));
    keys + ABOUT_FORMS + ABOUT_WEBHOOKS
}

/// The page of the documents about settings: every key with its default, what it takes and what it is for.
#[must_use]
pub fn reference_page() -> String {
    let mut page = ABOUT_PAGE.to_owned();
    for section in keys::sections() {
        let title = if section.is_empty() { "Above the first section".to_owned() } else { format!("[{section}]") };
        // Writing to a string cannot fail.
        let _ = write!(page, "\n## {title}\n\n| key | default | takes | what it is for |\n|---|---|---|---|\n");
        for key in TABLE.iter().filter(|key| key.section == section) {
            let doc: String = key.doc.concat();
            let takes = match key.kind {
                Kind::Name(names) => names.iter().map(|name| quoted(name)).collect::<Vec<_>>().join(", "),
                kind => kind.expected(),
            };
            let cell = |text: &str| text.replace('|', "\\|");
            let (name, default, takes, doc) = (key.name, cell(key.default), cell(&takes), cell(doc.trim()));
            let _ = writeln!(page, "| `{name}` | `{default}` | {takes} | {doc} |");
        }
    }
    page
}

/// A first `settings.toml`, with a fresh secret key and every other key as a comment.
#[must_use]
pub fn init_file(random: &dyn Random) -> String {
    let secrets = format!("[\"{}\"]", draw(random));
    file(ABOUT_FIRST, |key| match key.kind {
        Kind::Secrets => line(key, &secrets, ""),
        Kind::Site => line(key, key.default, ""),
        _ => line(key, key.default, "# "),
    })
}

/// Every key that does something, with the value that holds, as TOML and masked where it is secret, and where it came from.
#[must_use]
pub fn effective(loaded: &Loaded) -> Vec<(String, String, String)> {
    let keys = TABLE.iter().filter_map(|key| {
        let entry = loaded.sources.entry(key.path)?;
        Some((key.path.to_owned(), entry.shown.clone(), entry.origin.to_string()))
    });
    let forms = loaded
        .settings
        .forms
        .iter()
        .map(|form| (format!("forms.{}", form.name), "{ … }".to_owned(), form.body.origin.to_string()));
    let webhooks = loaded
        .settings
        .webhooks
        .iter()
        .map(|webhook| (format!("webhooks.{}", webhook.name), "{ … }".to_owned(), webhook.origin.to_string()));
    keys.chain(forms).chain(webhooks).collect()
}

fn line(key: &Key, value: &str, mark: &str) -> String {
    format!("{mark}{} = {value}\n", key.name)
}

/// All sections; `entry` gives a key's line.
fn file(about: &str, entry: impl Fn(&Key) -> String) -> String {
    let mut text = about.to_owned();
    for section in keys::sections() {
        let mut body = String::new();
        for key in TABLE.iter().filter(|key| key.section == section) {
            body.push('\n');
            for doc in key.doc {
                // Writing to a string cannot fail.
                let _ = writeln!(body, "#{doc}");
            }
            body.push_str(&entry(key));
        }
        if !body.is_empty() && !section.is_empty() {
            let _ = write!(text, "\n[{section}]");
            text.push('\n');
        }
        text.push_str(if section.is_empty() { &body } else { body.trim_start() });
    }
    text
}
