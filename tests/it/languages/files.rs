//! The built-in files of words: none is missing, none is for nothing, and every language says the same.

use crate::house::{Database, House};
use countersign::accounts::EventKind;
use countersign::error::Code;
use countersign::languages::Languages;
use countersign::templates::Shelf;
use countersign::views::rehearse;
use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

/// The text of every message of a language, by id.
fn messages(tag: &str) -> BTreeMap<String, String> {
    let mut all = BTreeMap::new();
    for (name, text) in Shelf::originals() {
        if !name.starts_with(&format!("locales/{tag}/")) {
            continue;
        }
        let mut open: Option<String> = None;
        for line in text.lines().filter(|line| !line.starts_with('#')) {
            if let Some((id, words)) = line.split_once(" =").filter(|_| line.starts_with(|c: char| c.is_alphabetic())) {
                assert!(all.insert(id.to_owned(), words.to_owned()).is_none(), "{tag}: {id} stands twice");
                open = Some(id.to_owned());
            } else if let Some(text) = open.as_ref().and_then(|id| all.get_mut(id)) {
                text.push_str(line);
            }
        }
    }
    all
}

/// Every file below a folder of the repository, with its text.
pub fn texts(folder: &str, found: &mut Vec<(String, String)>) {
    for entry in std::fs::read_dir(Path::new(env!("CARGO_MANIFEST_DIR")).join(folder)).unwrap() {
        let entry = entry.unwrap();
        let name = format!("{folder}/{}", entry.file_name().to_str().unwrap());
        if entry.path().is_dir() {
            texts(&name, found);
        } else {
            found.push((name, std::fs::read_to_string(entry.path()).unwrap()));
        }
    }
}

/// What stands in quotes in code and templates.
fn quoted() -> Vec<String> {
    let mut all = Vec::new();
    texts("src", &mut all);
    texts("templates", &mut all);
    all.iter().flat_map(|(_, text)| text.split('"').map(str::to_owned).collect::<Vec<_>>()).collect()
}

/// Whether `id` is made by a text with places to fill in, such as `address-{what}-{}`.
fn made_by(id: &str, pattern: &str) -> bool {
    let mut rest = id;
    let parts: Vec<&str> =
        pattern.split('{').map(|part| part.split_once('}').map_or(part, |(_, after)| after)).collect();
    let (first, others) = parts.split_first().unwrap();
    if first.len() < 3 || others.is_empty() || !rest.starts_with(first) {
        return false;
    }
    rest = &rest[first.len()..];
    for (at, part) in others.iter().enumerate() {
        let found = if at + 1 == others.len() { rest.len().checked_sub(part.len()) } else { rest.find(part) };
        match found {
            Some(to) if to > 0 && rest[to..].starts_with(part) => rest = &rest[to + part.len()..],
            _ => return false,
        }
    }
    rest.is_empty()
}

#[test]
fn no_message_is_missing_and_none_is_for_nothing() {
    let english = messages("en");
    assert!(english.len() > 200);
    let quoted = quoted();
    let plain: BTreeSet<&str> = quoted.iter().map(String::as_str).collect();
    let patterns: Vec<&String> = quoted.iter().filter(|text| text.contains('{') && text.contains('-')).collect();
    let codes = Code::ALL.iter().map(|code| format!("error-{}", code.slug()));
    let events = EventKind::ALL.iter().map(|kind| format!("event-{}", kind.slug()));
    let tabled: BTreeSet<String> = codes.chain(events).collect();
    let referred = |id: &str| english.values().any(|text| text.contains(&format!("{{ {id} }}")));
    let unused: Vec<&String> = english
        .keys()
        .filter(|id| !plain.contains(id.as_str()) && !tabled.contains(*id) && !referred(id))
        .filter(|id| !patterns.iter().any(|pattern| made_by(id, pattern)))
        .collect();
    assert!(unused.is_empty(), "nobody asks for {unused:?}");
    let mut asked: BTreeSet<String> = tabled;
    let mut all = Vec::new();
    texts("src", &mut all);
    texts("templates", &mut all);
    for (_, text) in all {
        for opening in ["Phrase::new(\"", "t(id=\""] {
            asked.extend(text.split(opening).skip(1).map(|rest| rest.split('"').next().unwrap().to_owned()));
        }
    }
    let missing: Vec<&String> =
        asked.iter().filter(|id| !english.contains_key(*id) && !id.ends_with('-') && id.contains('-')).collect();
    // In tests of their own some files say what nobody does.
    let missing: Vec<&&String> = missing.iter().filter(|id| !id.starts_with("sample-")).collect();
    assert!(missing.is_empty(), "nobody says {missing:?}");
}

/// What is filled in, and what is referred to.
fn filled(text: &str) -> BTreeSet<String> {
    let names = text.split('$').skip(1);
    names.map(|rest| rest.chars().take_while(|c| c.is_alphanumeric() || *c == '_').collect()).collect()
}

#[test]
fn every_language_has_every_message_with_the_same_filled_in() {
    let english = messages("en");
    for tag in Languages::built_in().unwrap().known() {
        let own = messages(&tag);
        let lacking: Vec<&String> = english.keys().filter(|id| !own.contains_key(*id)).collect();
        assert!(lacking.is_empty(), "{tag} does not say {lacking:?}");
        for (id, text) in &own {
            assert_eq!(filled(text), filled(&english[id]), "{tag}: {id}");
            assert!(!text.trim().is_empty(), "{tag}: {id} says nothing");
        }
    }
}

#[test]
fn every_page_and_every_message_can_be_said_in_every_language() {
    for tag in Languages::built_in().unwrap().known() {
        let house = House::build(Database::Sqlite, &format!("[languages]\ndefault = \"{tag}\"\nenabled = [\"{tag}\"]"));
        let mistakes: Vec<String> = rehearse(&house.app).iter().map(ToString::to_string).collect();
        assert_eq!(mistakes, Vec::<String>::new(), "{tag}");
    }
}
