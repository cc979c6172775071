//! No words for people stand in templates and in code: they are in the files of words, or nobody can translate them.

use super::files::texts;
use std::collections::BTreeSet;

/// What speaks English whoever reads it: what is for developers, and samples that nobody is shown.
const ENGLISH: [&str; 14] = [
    "templates/dev_inbox.html",
    "templates/dev_preview.html",
    "templates/api_docs.html",
    "templates/partials/api.html",
    "templates/partials/letter.html",
    "src/views/dev_inbox.rs",
    "src/views/api_docs/",
    "src/views/rehearse.rs",
    "src/views/admin/sample.rs",
    "src/views/admin/sample_accounts.rs",
    "src/api/routes/",
    "src/api/openapi/",
    // What is wrong with the settings, or with what is registered in code.
    "src/forms/declared/",
    "src/forms/extension.rs",
];

/// What stands in a page as it is in every language: our name, and names of HTML.
const NAMES: [&str; 3] = ["countersign", "column-wide", "required"];

fn of(folder: &str) -> Vec<(String, String)> {
    let mut all = Vec::new();
    texts(folder, &mut all);
    all.retain(|(name, _)| !ENGLISH.iter().any(|english| name.starts_with(english)));
    assert!(all.len() > 10, "{folder}");
    all
}

/// A text without what stands between `open` and `close`, and what stood there.
fn split_out(text: &str, open: &str, close: &str) -> (String, Vec<String>) {
    let mut parts = text.split(open);
    let (mut rest, mut inside) = (parts.next().unwrap_or_default().to_owned(), Vec::new());
    for part in parts {
        let (within, after) = part.split_once(close).unwrap_or((part, ""));
        inside.push(within.to_owned());
        rest.push_str(&format!(" {after}"));
    }
    (rest, inside)
}

/// Texts in quotes, each with what stands before it.
fn quoted(text: &str) -> Vec<(&str, &str)> {
    let parts: Vec<&str> = text.split('"').collect();
    parts.chunks(2).filter_map(|pair| Some((pair[0], *pair.get(1)?))).collect()
}

fn has_letters(text: &str) -> bool {
    text.chars().any(char::is_alphabetic)
}

#[test]
fn no_template_has_words_of_its_own() {
    let mut found = BTreeSet::new();
    for (name, text) in of("templates") {
        let (text, _) = split_out(&text, "{#", "#}");
        let (text, logic) = split_out(&text, "{%", "%}");
        let (text, filled) = split_out(&text, "{{", "}}");
        // What a component is given, and what an expression says itself. Names of HTML and of ours are single small words.
        for expression in logic.iter().chain(&filled) {
            let spoken = |words: &str| {
                let ends = words.ends_with(['.', '!', '?', ':']);
                ends || words.contains(char::is_uppercase) || words.trim().contains(' ')
            };
            let own = quoted(expression).into_iter().map(|(_, words)| words.to_owned());
            found.extend(own.filter(|words| has_letters(words) && spoken(words)).map(|words| (name.clone(), words)));
        }
        if !name.ends_with(".html") {
            continue;
        }
        let (text, _) = split_out(&text, "<style", "</style>");
        let (shown, tags) = split_out(&text, "<", ">");
        for tag in &tags {
            for (before, words) in quoted(tag) {
                let read =
                    ["label", "title", "alt", "placeholder"].iter().any(|one| before.ends_with(&format!("{one}=")));
                found.extend((read && has_letters(words)).then(|| (name.clone(), words.to_owned())));
            }
        }
        let (shown, entities) = split_out(&shown, "&", ";");
        assert!(entities.iter().all(|entity| entity.len() < 8), "{name}: {entities:?}");
        let words = shown.split_whitespace().filter(|word| has_letters(word) && !NAMES.contains(word));
        // Components that draw attributes.
        let words = words.filter(|word| !word.contains('='));
        found.extend(words.map(|word| (name.clone(), word.to_owned())));
    }
    assert!(found.is_empty(), "{found:#?}");
}

#[test]
fn no_phrase_is_written_out_in_the_code() {
    let mut found = Vec::new();
    for (name, text) in of("src") {
        let text = text.split("#[cfg(test)]").next().unwrap();
        // However it was broken into lines.
        let dense: String = text.split_whitespace().collect::<Vec<_>>().join(" ").replace("( ", "(");
        for opening in ["Phrase::verbatim(\"", "Phrase::verbatim(format!(\"", "Phrase::given(\""] {
            let spoken = dense.split(opening).skip(1).map(|rest| rest.split('"').next().unwrap_or_default());
            let spoken = spoken.filter(|words| has_letters(&split_out(words, "{", "}").0));
            found.extend(spoken.map(|words| (name.clone(), words.to_owned())));
        }
    }
    assert!(found.is_empty(), "{found:#?}");
}

#[test]
fn no_sentence_stands_in_what_draws_pages() {
    let mut found = Vec::new();
    for (name, text) in of("src/views").into_iter().chain(of("src/forms")) {
        let text = text.split("#[cfg(test)]").next().unwrap();
        for line in text.lines().filter(|line| !line.trim_start().starts_with("//") && !line.contains("tracing::")) {
            for (_, words) in quoted(line) {
                let mut parts = words.split(' ');
                let first = parts.next().unwrap_or_default();
                let begins = first.len() > 1 && first.starts_with(char::is_uppercase);
                let goes_on = parts.next().is_some_and(|word| word.starts_with(char::is_lowercase));
                found.extend((begins && goes_on).then(|| (name.clone(), words.to_owned())));
            }
        }
    }
    assert!(found.is_empty(), "{found:#?}");
}
