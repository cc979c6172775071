//! What holds in one program beside what holds in another, without a secret: what differs, and what that comes to.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write;

use secrecy::ExposeSecret;
use serde::{Deserialize, Serialize};

use super::table::TABLE;
use super::weights::{Weight, weights};
use super::{Loaded, Placed, PlacedValue};

/// What all marks are told to be of one key by.
const PROBE: &[u8] = b"a text that is no setting";

/// Everything that holds, as it may be kept where others can read it: in place of a secret there is a mark, the same for
/// the same secret and useless to whoever lacks the key it was made with.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Snapshot {
    values: BTreeMap<String, String>,
    marks: BTreeMap<String, String>,
    probe: String,
}

/// One key that is not the same.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Change {
    /// The key, or `forms.NAME`, or `webhooks.NAME`.
    pub key: String,
    /// What holds in the running program, as TOML; none if it has no such form or webhook.
    pub running: Option<String>,
    /// What would hold, as TOML; none if there is no such form or webhook any more.
    pub file: Option<String>,
    /// What the change comes to.
    pub weights: Vec<Weight>,
}

impl Snapshot {
    /// What holds in `loaded`. `mark` makes the mark of a secret.
    #[must_use]
    pub fn of(loaded: &Loaded, mark: &dyn Fn(&[u8]) -> String) -> Self {
        let (mut values, mut marks) = (BTreeMap::new(), BTreeMap::new());
        for key in TABLE {
            let Some(entry) = loaded.sources.entry(key.path) else { continue };
            values.insert(key.path.to_owned(), entry.shown.clone());
            if let Some(secret) = &entry.secret {
                marks.insert(key.path.to_owned(), mark(format!("{} {}", key.path, secret.expose_secret()).as_bytes()));
            }
        }
        for form in &loaded.settings.forms {
            let mut text = String::new();
            write_down(&form.body, &mut text);
            values.insert(format!("forms.{}", form.name), text);
        }
        for webhook in &loaded.settings.webhooks {
            let name = format!("webhooks.{}", webhook.name);
            let events: Vec<String> = webhook.events.iter().filter_map(Placed::shown).collect();
            let (timeout, enabled) = (webhook.timeout, webhook.enabled);
            values.insert(name.clone(), format!("{events:?} {timeout:?} {enabled}"));
            let secret = webhook.secrets.iter().chain([&webhook.url]).map(ExposeSecret::expose_secret);
            let secret = secret.fold(name.clone(), |all, one| format!("{all} {one}"));
            marks.insert(name, mark(secret.as_bytes()));
        }
        Self { values, marks, probe: mark(PROBE) }
    }

    /// Whether the marks of the two were made with one key: else no secret can be compared.
    #[must_use]
    pub fn has_the_marks_of(&self, other: &Self) -> bool {
        self.probe == other.probe
    }

    /// What would be otherwise than here if `file` held. A secret that cannot be compared is taken to be the same, but
    /// for `secret_keys` themselves: that their marks differ says that they do.
    #[must_use]
    pub fn changes(&self, file: &Self) -> Vec<Change> {
        let comparable = self.has_the_marks_of(file);
        let keys: BTreeSet<&String> = self.values.keys().chain(file.values.keys()).collect();
        let differs = |key: &str| {
            let secret = if comparable { self.marks.get(key) != file.marks.get(key) } else { key == "secret_keys" };
            secret || self.values.get(key) != file.values.get(key)
        };
        let mut changes: Vec<Change> =
            keys.into_iter().filter(|key| differs(key)).map(|key| self.change(key, file)).collect();
        // As in the reference file; forms and webhooks come last.
        let place = |change: &Change| TABLE.iter().position(|key| key.path == change.key).unwrap_or(TABLE.len());
        changes.sort_by_key(place);
        changes
    }

    fn change(&self, key: &str, file: &Self) -> Change {
        let shown = |all: &Self| {
            let value = all.values.get(key)?;
            Some(if key.starts_with("forms.") || key.starts_with("webhooks.") {
                "{ … }".to_owned()
            } else {
                value.clone()
            })
        };
        let (running, new) = (shown(self), shown(file));
        let text = |value: &Option<String>| value.clone().unwrap_or_default();
        Change { key: key.to_owned(), weights: weights(key, &text(&running), &text(&new)), running, file: new }
    }
}

/// A declaration as one text, the same for the same declaration wherever it stands.
fn write_down(placed: &Placed, text: &mut String) {
    // Writing to a string cannot fail.
    let _ = match &placed.value {
        PlacedValue::Text(value) => write!(text, "{value:?}"),
        PlacedValue::Flag(value) => write!(text, "{value}"),
        PlacedValue::Whole(value) => write!(text, "{value}"),
        PlacedValue::Real(value) => write!(text, "{value}"),
        PlacedValue::Moment(value) => write!(text, "{value}"),
        PlacedValue::List(all) => {
            text.push('[');
            for one in all {
                write_down(one, text);
                text.push(',');
            }
            write!(text, "]")
        }
        PlacedValue::Table(all) => {
            text.push('{');
            for (name, one) in all {
                let _ = write!(text, "{name:?}=");
                write_down(one, text);
                text.push(',');
            }
            write!(text, "}}")
        }
    };
}
