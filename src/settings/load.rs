//! Lays file and environment over the defaults and checks each key by itself; what keys ask of one another is in `rules`.

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

use toml::Value as Toml;

use super::keys::{Key, Kind};
use super::mistakes::{Level, Mistake, Mistakes};
use super::parse::{Fault, Value, parse};
use super::sources::{Origin, Sources};
use super::table::TABLE;
use super::values::Values;
use super::written::{self, All, Written};
use super::{Environment, Loaded, Settings, Source, build, environment, rules, webhooks};

/// Every key with a value that it takes, and what was wrong on the way.
pub(super) struct Reading {
    pub values: Values,
    pub sources: Sources,
    pub mistakes: Vec<Mistake>,
    /// Keys whose written value was refused: what holds for them is unknown.
    pub faulty: BTreeSet<&'static str>,
}

/// Reads `source` and the environment.
pub(super) fn load(source: &Source, env: Environment<'_>) -> Result<Loaded, Mistakes> {
    match source {
        Source::Defaults(base) => from_text(None, base, env()),
        Source::File(file) => {
            let base = file.parent().filter(|base| !base.as_os_str().is_empty()).unwrap_or(Path::new("."));
            let refuse = |problem: String, remedy: &str| {
                Mistakes(vec![Mistake { file: Some(file.clone()), ..Mistake::new("", problem, remedy) }])
            };
            let bytes = fs::read(file).map_err(|error| {
                refuse(format!("the settings file cannot be read: {error}"), "`countersign init` writes a new one.")
            })?;
            let text = String::from_utf8(bytes)
                .map_err(|_| refuse("the settings file is not UTF-8".to_owned(), "Save it as UTF-8."))?;
            from_text(Some((&text, file)), base, env())
        }
    }
}

/// Reads a text as if it stood in `file`, and the environment.
pub(super) fn from_text(
    text: Option<(&str, &Path)>,
    base: &Path,
    variables: Vec<(String, String)>,
) -> Result<Loaded, Mistakes> {
    let mut all = All::default();
    let mut whole = true;
    let mut mistakes = Vec::new();
    if let Some((text, file)) = text {
        whole = written::read(text, file, &mut all, &mut mistakes);
    }
    let mut sources = Sources::new(base);
    sources.note_authorities(&variables);
    environment::read(variables, &mut all, &mut mistakes);
    let mut reading = Reading { values: Values::default(), sources, mistakes, faulty: BTreeSet::new() };
    for key in TABLE {
        reading.key(key, &all);
    }
    if whole {
        rules::apply(&mut reading);
    }
    let Reading { values, sources, mut mistakes, .. } = reading;
    let webhooks: Vec<_> =
        all.webhooks.iter().filter_map(|(name, body)| webhooks::read(name, body, base, &mut mistakes)).collect();
    mistakes.sort_by_key(|mistake| (mistake.line.is_none(), mistake.line));
    if mistakes.iter().any(|mistake| mistake.level == Level::Error) {
        return Err(Mistakes(mistakes));
    }
    let mut forms: Vec<_> = all.forms.into_values().collect();
    forms.sort_by_key(|form| form.body.origin.line());
    let settings = Settings { forms, webhooks, ..build::settings(&values, base) };
    Ok(Loaded { settings, warnings: mistakes, sources, values })
}

impl Reading {
    fn key(&mut self, key: &'static Key, all: &All) {
        let file_path = format!("{}_file", key.path);
        let direct = all.get(key.path);
        let from_file = all.get(&file_path).filter(|_| key.kind.is_secret());
        for (path, kind) in [(key.path, Some(key.kind)), (file_path.as_str(), None)] {
            if let Some(before) = all.overridden.get(path) {
                self.sources.note_overridden(key.path, before.entry(kind));
            }
        }
        let default = Written { value: default_of(key), origin: Origin::Default, lines: Vec::new() };
        let accepted = match (direct, from_file) {
            (Some(_), Some(written)) => {
                let remedy = "Keep one of the two.";
                let mistake = Mistake::new("", format!("is given beside `{}`", key.path), remedy);
                self.refuse(None, &file_path, written, None, mistake);
                None
            }
            (Some(written), None) => self.accept(key, key.path, written),
            (None, Some(written)) => self.accept_file(key, &file_path, written),
            (None, None) => self.accept(key, key.path, &default),
        };
        let value = accepted.unwrap_or_else(|| {
            self.faulty.insert(key.path);
            parse(key.kind, &default_of(key)).unwrap_or(Value::Flag(false))
        });
        self.values.set(key.path, value);
    }

    /// The value if its key takes it; else what is wrong with it is noted.
    fn accept(&mut self, key: &'static Key, path: &str, written: &Written) -> Option<Value> {
        self.sources.set(key.path, written.entry(Some(key.kind)));
        let value = match parse(key.kind, &written.value) {
            Ok(value) => value,
            Err(faults) => {
                for Fault { index, refusal } in faults {
                    let mistake = Mistake::new("", refusal.problem, refusal.remedy);
                    self.refuse(Some(key.kind), path, written, index, mistake);
                }
                return None;
            }
        };
        Some(value)
    }

    /// The same for a secret in a file of its own.
    fn accept_file(&mut self, key: &'static Key, path: &str, written: &Written) -> Option<Value> {
        let read = match &written.value {
            Toml::String(name) if !name.is_empty() => {
                let file = self.sources.base().join(name);
                self.sources.note_secret_file(key.path, file.clone());
                fs::read_to_string(file).map_err(|error| format!("cannot be read: {error}"))
            }
            _ => Err("is not the path of a file".to_owned()),
        };
        let text = match read {
            Ok(text) => text,
            Err(problem) => {
                let remedy = "Write the path of a file; a relative one begins at the settings file.";
                self.refuse(None, path, written, None, Mistake::new("", problem, remedy));
                return None;
            }
        };
        let value = if matches!(key.kind, Kind::Headers) {
            let lines = text.lines().map(str::trim).filter(|line| !line.is_empty());
            let header = |line: &str| {
                let (name, value) = line.split_once(':').unwrap_or((line, ""));
                (name.trim().to_owned(), Toml::String(value.trim().to_owned()))
            };
            Toml::Table(lines.map(header).collect())
        } else if key.kind.is_list() {
            let lines = text.lines().map(str::trim).filter(|line| !line.is_empty());
            Toml::Array(lines.map(|line| Toml::String(line.to_owned())).collect())
        } else {
            Toml::String(text.trim().to_owned())
        };
        if value.as_array().is_some_and(Vec::is_empty)
            || value.as_table().is_some_and(toml::Table::is_empty)
            || value.as_str() == Some("")
        {
            self.refuse(None, path, written, None, Mistake::new("", "is an empty file", "Put the secret into it."));
            return None;
        }
        self.accept(key, path, &Written { value, origin: written.origin.clone(), lines: Vec::new() })
    }

    /// Notes `mistake` at the place and with the value of `written`, which stands at `path` and is masked as `kind`
    /// asks; `None` is for what is no value of a key, such as the path of a secret's file.
    fn refuse(
        &mut self,
        kind: Option<Kind>,
        path: &str,
        written: &Written,
        index: Option<usize>,
        mut mistake: Mistake,
    ) {
        let entry = written.entry(kind);
        path.clone_into(&mut mistake.key);
        let element = index.and_then(|index| entry.elements.get(index));
        mistake.value = Some(match (index, element) {
            (Some(index), _) if kind.is_some_and(Kind::is_secret) => {
                format!("number {} of {} (hidden)", index + 1, entry.elements.len())
            }
            (_, Some((_, shown))) => shown.clone(),
            _ => entry.shown.clone(),
        });
        entry.locate(index, &mut mistake);
        self.mistakes.push(mistake);
    }
}

/// The default as a value. A test reads every one, so the other branch is never taken.
pub(super) fn default_of(key: &Key) -> Toml {
    key.default.parse().unwrap_or(Toml::Boolean(false))
}
