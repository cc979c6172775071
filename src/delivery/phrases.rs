//! Reads the files of words: which phrases, at which line of which file. Fills none in.

use crate::settings::{Mistake, known_names};
use crate::templates::{Place, Shelf, Template};
use std::collections::BTreeMap;
use toml::Spanned;

/// A file of words: sections of phrases.
type Sections = BTreeMap<String, BTreeMap<String, Spanned<String>>>;

/// Every phrase and layout as it is to be parsed.
#[derive(Default)]
pub(super) struct Phrases {
    /// Names and texts. A phrase has no ending that Tera takes for HTML: what is escaped is escaped by the layout.
    pub texts: BTreeMap<String, String>,
    /// Where each of them stands.
    pub places: BTreeMap<String, Place>,
    /// Of each language, the section `common` as it is.
    pub common: BTreeMap<String, BTreeMap<String, String>>,
    /// What is wrong.
    pub mistakes: Vec<Mistake>,
}

impl Phrases {
    /// Takes a layout or a part of one as it is.
    pub(super) fn layout(&mut self, template: &Template) {
        let place = Place { name: template.name.clone(), file: template.file.clone(), line: 1 };
        self.texts.insert(template.name.clone(), template.text.clone());
        self.places.insert(template.name.clone(), place);
    }

    /// Reads the words of a language; over the built-in ones where they are somebody's own.
    pub(super) fn read(&mut self, language: &str, template: &Template) {
        if template.file.is_some()
            && let Some(text) = Shelf::originals().get(&template.name)
        {
            let original = Template { text: (*text).to_owned(), file: None, name: template.name.clone() };
            self.read(language, &original);
        }
        let sections: Sections = match toml::from_str(&template.text) {
            Ok(sections) => sections,
            Err(error) => {
                let line = error.span().map(|span| line(&template.text, span.start));
                let remedy = "It is TOML: sections of one message each, and in them texts in quotes.";
                self.mistakes.push(about(template, line, error.message().to_owned(), remedy.to_owned()));
                return;
            }
        };
        for (section, phrases) in sections {
            for (key, text) in phrases {
                self.take(language, template, (&section, &key), &text);
            }
        }
    }

    fn take(&mut self, language: &str, template: &Template, (section, key): (&str, &str), text: &Spanned<String>) {
        let name = phrase(language, section, key);
        let at = line(&template.text, text.span().start);
        if template.file.is_some() && !self.texts.contains_key(&name) {
            self.mistakes.push(self.unknown(language, template, (section, key), at));
            return;
        }
        let place = Place { name: template.name.clone(), file: template.file.clone(), line: at };
        self.texts.insert(name.clone(), text.as_ref().clone());
        self.places.insert(name, place);
        if section == "common" {
            self.common.entry(language.to_owned()).or_default().insert(key.to_owned(), text.as_ref().clone());
        }
    }

    fn unknown(&self, language: &str, template: &Template, (section, key): (&str, &str), line: usize) -> Mistake {
        let own = phrase(language, section, "");
        let keys: Vec<&str> = self.texts.keys().filter_map(|name| name.strip_prefix(&own)).collect();
        if !keys.is_empty() {
            return about(template, Some(line), format!("{section}.{key} is said nowhere"), known_names(key, &keys));
        }
        let all = self.texts.keys().filter_map(|name| name.strip_prefix(&format!("{language}/")));
        let mut sections: Vec<&str> = all.filter_map(|name| Some(name.split_once('.')?.0)).collect();
        sections.dedup();
        about(template, Some(line), format!("[{section}] is no message"), known_names(section, &sections))
    }
}

/// The name that a phrase is parsed under.
pub(super) fn phrase(language: &str, section: &str, key: &str) -> String {
    format!("{language}/{section}.{key}")
}

fn about(template: &Template, line: Option<usize>, problem: String, remedy: String) -> Mistake {
    Mistake { file: template.file.clone(), line, ..Mistake::new("", problem, remedy) }
}

/// The line, from 1, of a byte of a text.
fn line(text: &str, at: usize) -> usize {
    text.bytes().take(at).filter(|byte| *byte == b'\n').count() + 1
}
