//! What somebody wrote in the file, each value with its place; knows nothing of what is right.

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

use secrecy::SecretString;
use toml::Spanned;
use toml::Value as Toml;
use toml::de::{DeTable, DeValue};

use super::keys::{self, Kind, Named};
use super::mistakes::Mistake;
use super::placed::{FormDeclaration, Placed, PlacedValue, line_of};
use super::secrets::{quoted, shown};
use super::sources::{Entry, Origin};

/// One value that somebody wrote.
#[derive(Clone, Debug)]
pub(super) struct Written {
    pub value: Toml,
    pub origin: Origin,
    /// Of a list: the line of each element.
    pub lines: Vec<usize>,
}

impl Written {
    /// How the value may be shown, for a key of `kind`; `None` for a path.
    pub(super) fn entry(&self, kind: Option<Kind>) -> Entry {
        let elements: Vec<(Option<usize>, String)> = match &self.value {
            Toml::Array(elements) => {
                let lines = self.lines.iter().copied().map(Some).chain(std::iter::repeat(None));
                lines.zip(elements).map(|(line, element)| (line, render(kind, element))).collect()
            }
            _ => Vec::new(),
        };
        let secret = kind.is_some_and(Kind::is_secret).then(|| SecretString::from(self.value.to_string()));
        Entry { origin: self.origin.clone(), shown: render(kind, &self.value), elements, secret }
    }
}

/// A value as TOML on one line, masked where `kind` is secret.
fn render(kind: Option<Kind>, value: &Toml) -> String {
    match value {
        Toml::String(text) => shown(kind, text),
        Toml::Array(elements) => {
            format!("[{}]", elements.iter().map(|element| render(kind, element)).collect::<Vec<_>>().join(", "))
        }
        Toml::Table(table) if table.is_empty() => "{}".to_owned(),
        Toml::Table(_) => "{ … }".to_owned(),
        // A password of digits alone that lost its quotes is a password still.
        _ if kind.is_some_and(Kind::is_secret) => "***".to_owned(),
        other => other.to_string(),
    }
}

/// Everything written, by path; of the same path the later place wins.
#[derive(Default)]
pub(super) struct All {
    /// The values of keys.
    pub keys: BTreeMap<String, Written>,
    /// What the file says and the environment says otherwise, by path.
    pub overridden: BTreeMap<String, Written>,
    /// The declarations of forms, by name.
    pub forms: BTreeMap<String, FormDeclaration>,
    /// The declarations of webhooks, by name.
    pub webhooks: BTreeMap<String, Placed>,
}

impl All {
    pub(super) fn get(&self, path: &str) -> Option<&Written> {
        self.keys.get(path)
    }
}

/// One slip in the syntax can look like many; the first few are enough to find it.
const MOST_SYNTAX_MISTAKES: usize = 5;

/// How TOML is written, for somebody who never did.
const SYNTAX: &str = "A section is [name] on a line of its own, a value is name = \"text\", name = 5 or name = true; \
    close every quote and every bracket.";

/// Reads the text of a settings file, as far as it can be read. Whether that was all of it is the answer.
pub(super) fn read(text: &str, file: &Path, all: &mut All, mistakes: &mut Vec<Mistake>) -> bool {
    let (table, errors) = DeTable::parse_recoverable(text);
    let mut reader = Reader { text, file, all, sure_until: usize::MAX, mistakes };
    let mut told = BTreeSet::new();
    for error in &errors {
        let place = error.span().map_or(0, |span| span.start);
        reader.sure_until = reader.sure_until.min(text[..floor(text, place)].rfind('\n').map_or(0, |at| at + 1));
        if told.len() >= MOST_SYNTAX_MISTAKES || !told.insert(reader.line(place)) {
            continue;
        }
        let problem = format!("this is not TOML: {}", error.message().replace('\n', ", "));
        reader.note(place, Mistake::new("", problem, SYNTAX));
    }
    reader.table("", table.get_ref());
    errors.is_empty()
}

struct Reader<'a> {
    text: &'a str,
    file: &'a Path,
    all: &'a mut All,
    /// Behind a mistake in the syntax a key may seem to stand where it does not: only what comes before is believed.
    sure_until: usize,
    mistakes: &'a mut Vec<Mistake>,
}

impl Reader<'_> {
    fn table(&mut self, section: &str, table: &DeTable<'_>) {
        for (name, value) in table {
            let path =
                if section.is_empty() { name.get_ref().to_string() } else { format!("{section}.{}", name.get_ref()) };
            let place = name.span().start;
            match (keys::named(&path), value.get_ref()) {
                (Named::Section, DeValue::Table(inner)) => self.table(&path, inner),
                // A section may begin before the mistake and end behind it, so its keys are looked at one by one.
                _ if value.span().end.max(place) > self.sure_until => {}
                (Named::Section, _) => {
                    let remedy = format!("Write [{path}] on a line of its own, and its keys beneath.");
                    self.note(place, Mistake::new(&path, "is a section, not a key", remedy));
                }
                (Named::Free, body) => {
                    let Some(body) = self.placed(body, value.span(), place) else { continue };
                    let name = name.get_ref().to_string();
                    if section == "forms" {
                        self.all.forms.insert(name.clone(), FormDeclaration { name, body });
                    } else {
                        self.all.webhooks.insert(name, body);
                    }
                }
                (Named::Unknown, stray) => {
                    let remedy = instead(&path, stray.is_table());
                    self.note(place, Mistake::new(&plain_path(&path), "is not a key of the settings", remedy));
                }
                (Named::Key(_) | Named::File, value_here) => {
                    let Some(plain) = self.plain(value_here, value.span()) else { continue };
                    let lines = match value_here {
                        DeValue::Array(elements) => elements.iter().map(|e| self.line(e.span().start)).collect(),
                        _ => Vec::new(),
                    };
                    let origin = Origin::File { file: self.file.to_owned(), line: self.line(place) };
                    self.all.keys.insert(path, Written { value: plain, origin, lines });
                }
            }
        }
    }

    /// The value without places.
    fn plain(&self, value: &DeValue<'_>, span: std::ops::Range<usize>) -> Option<Toml> {
        match value {
            DeValue::Table(table) => {
                let entry = |(name, value): (&Spanned<_>, &Spanned<DeValue<'_>>)| {
                    Some((ToString::to_string(name.get_ref()), self.plain(value.get_ref(), value.span())?))
                };
                table.iter().map(entry).collect::<Option<_>>().map(Toml::Table)
            }
            DeValue::String(text) => Some(Toml::String(text.to_string())),
            _ => self.text.get(span)?.parse().ok(),
        }
    }

    /// The value with the place of each value inside; it stands itself at `place`.
    fn placed(&self, value: &DeValue<'_>, span: std::ops::Range<usize>, place: usize) -> Option<Placed> {
        let origin = line_of(self.file, self.line(place));
        let value = match value {
            DeValue::Table(table) => {
                let entry = |(name, value): (&Spanned<_>, &Spanned<DeValue<'_>>)| {
                    let inner = self.placed(value.get_ref(), value.span(), name.span().start)?;
                    Some((ToString::to_string(name.get_ref()), inner))
                };
                PlacedValue::Table(table.iter().map(entry).collect::<Option<_>>()?)
            }
            DeValue::Array(all) => {
                let element =
                    |value: &Spanned<DeValue<'_>>| self.placed(value.get_ref(), value.span(), value.span().start);
                PlacedValue::List(all.iter().map(element).collect::<Option<_>>()?)
            }
            plain => return Some(Placed::all_at(self.plain(plain, span)?, &origin)),
        };
        Some(Placed { value, origin })
    }

    fn line(&self, place: usize) -> usize {
        1 + self.text[..floor(self.text, place)].matches('\n').count()
    }

    fn note(&mut self, place: usize, mistake: Mistake) {
        let line = Some(self.line(place));
        self.mistakes.push(Mistake { file: Some(self.file.to_owned()), line, ..mistake });
    }
}

/// The nearest place not after `place` where a character begins.
fn floor(text: &str, place: usize) -> usize {
    (0..=place.min(text.len())).rev().find(|at| text.is_char_boundary(*at)).unwrap_or(0)
}

/// A path that may be printed: on one line, whatever the key was.
fn plain_path(path: &str) -> String {
    if path.chars().any(|c| c.is_control() || c.is_whitespace()) { quoted(path) } else { path.to_owned() }
}

/// What was probably meant by a path that names nothing.
fn instead(path: &str, is_table: bool) -> String {
    let name = path.rsplit('.').next().unwrap_or(path);
    let section = path.strip_suffix(name).unwrap_or_default();
    let elsewhere: Vec<String> =
        keys::all_paths().filter(|known| known != path && known.rsplit('.').next() == Some(name)).collect();
    match elsewhere.as_slice() {
        [only] if only == name => {
            format!("Did you mean the key `{name}` of no section? It goes above the first [section].")
        }
        [only] => format!("Did you mean `{only}`?"),
        _ => {
            let sections = keys::sections();
            let known: Vec<String> = keys::all_paths()
                .chain(sections.iter().filter(|section| !section.is_empty()).map(|section| (*section).to_owned()))
                .chain(keys::FREE_SECTIONS.map(str::to_owned))
                .collect();
            match super::mistakes::nearest(path, known.iter().map(String::as_str)) {
                Some(near) => format!("Did you mean `{near}`?"),
                None if let Some(akin) = akin(name) => format!("Did you mean {akin}?"),
                None if is_table => format!("Known sections: {}.", sections[1..].join(", ")),
                None => known_in(section),
            }
        }
    }
}

/// The few keys that have this word among theirs, such as `smtp_url` for `smtp`.
fn akin(word: &str) -> Option<String> {
    let has = |path: &String| path.rsplit('.').next().is_some_and(|name| name.split('_').any(|part| part == word));
    let found: Vec<String> = keys::all_paths().filter(has).filter(|path| !path.ends_with("_file")).collect();
    if found.len() > 2 {
        None
    } else {
        found.first().map(|_| found.iter().map(|path| format!("`{path}`")).collect::<Vec<_>>().join(" or "))
    }
}

/// The keys of a section, for somebody whose key is like none of them.
fn known_in(section: &str) -> String {
    let names: Vec<String> = keys::all_paths()
        .filter_map(|path| {
            path.strip_prefix(section).filter(|name| !name.contains('.')).map(|name| format!("`{name}`"))
        })
        .collect();
    if names.is_empty() {
        return "`countersign settings --reference` prints every key.".to_owned();
    }
    let place = section.trim_end_matches('.');
    if place.is_empty() {
        format!("Known above the first [section]: {}.", names.join(", "))
    } else {
        format!("Known in [{place}]: {}.", names.join(", "))
    }
}
