//! Every word of every language: the built-in files, and over them those of somebody's own, message by message. Chooses
//! no language.

use super::ftl::{self, Message};
use super::isolate::isolated;
use super::numbers;
use crate::phrase::{Phrase, Said, Value};
use crate::settings::{Mistake, known_names};
use crate::templates::{Shelf, Template};
use fluent_bundle::concurrent::FluentBundle;
use fluent_bundle::{FluentArgs, FluentResource, FluentValue};
use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;
use unic_langid::LanguageIdentifier;

/// The language that has every message, in which the program was written.
pub const FIRST: &str = "en";

/// The message that says in which direction a language is read.
const DIRECTION: &str = "language-direction";

/// Where files of words are: `locales/TAG/AREA.ftl`.
const FOLDER: &str = "locales/";

/// What all words of emails and text messages are given, whether or not the English ones ask for it.
const IN_MESSAGES: [&str; 13] = [
    "host",
    "site",
    "code",
    "link",
    "time",
    "name",
    "how",
    "new_email",
    "new_phone",
    "until",
    "timed",
    "linked",
    "shown",
];

/// Messages are made of messages, which are made of messages: deeper than this is a circle.
const DEEPEST: usize = 8;

/// The words of every language there is.
#[derive(Default)]
pub(super) struct Catalog {
    bundles: BTreeMap<String, Bundle>,
    /// What each message of the first language is given.
    known: BTreeMap<String, BTreeSet<String>>,
    /// The languages that are read from right to left.
    turned: BTreeSet<String>,
    /// What words depend on, by name: it is compared, so nothing is put around it.
    compared: BTreeSet<String>,
}

type Bundle = FluentBundle<Arc<FluentResource>>;

impl Catalog {
    /// Reads every file of words among the templates. What is built in is read always, so that a file in its place says
    /// only what is to be said otherwise.
    ///
    /// # Errors
    /// Everything that does not parse, every message nobody asks for, and whatever asks for something that it is not given.
    pub(super) fn make(templates: &[Template]) -> Result<Self, Vec<Mistake>> {
        let built_in =
            Shelf::originals().into_iter().map(|(name, text)| Template { name, text: text.into(), file: None });
        let own = templates.iter().filter(|one| one.file.is_some()).cloned();
        let mut files: Vec<(String, Template)> =
            built_in.chain(own).filter_map(|file| Some((tag_of(&file.name)?.to_owned(), file))).collect();
        // The first language first: what its messages are given is what those of the others may ask for.
        files.sort_by_key(|(tag, file)| (file.file.is_some(), tag != FIRST));
        let mut catalog = Self::default();
        let mut mistakes = Vec::new();
        let mut read = Vec::new();
        for (tag, file) in files {
            match catalog.read(&tag, &file) {
                Ok(messages) => read.push((tag, file, messages)),
                Err(found) => mistakes.extend(found),
            }
        }
        for (tag, file, messages) in &read {
            mistakes.extend(messages.iter().filter_map(|message| catalog.flaw(tag, file, message)));
            catalog.compared.extend(messages.iter().flat_map(|message| message.compared.clone()));
        }
        let turned =
            |tag: &&String| catalog.message(&[tag], DIRECTION, &FluentArgs::new()).is_ok_and(|way| way == "rtl");
        catalog.turned = catalog.bundles.keys().filter(turned).cloned().collect();
        if mistakes.is_empty() { Ok(catalog) } else { Err(mistakes) }
    }

    fn read(&mut self, tag: &str, file: &Template) -> Result<Vec<Message>, Vec<Mistake>> {
        let Ok(language) = tag.parse::<LanguageIdentifier>() else {
            let remedy = "Name the folder with a language's tag, as in locales/de or locales/pt-BR.";
            return Err(vec![about(file, None, format!("`{tag}` is no language"), remedy.to_owned())]);
        };
        let resource = FluentResource::try_new(file.text.clone()).map_err(|(_, errors)| {
            let told = errors.into_iter().map(|error| {
                let remedy = "A message is `id = words`; docs/languages.md tells the rest.".to_owned();
                about(file, Some(ftl::line(&file.text, error.pos.start)), error.kind.to_string(), remedy)
            });
            told.collect::<Vec<_>>()
        })?;
        let messages = ftl::messages(resource.entries(), &file.text);
        let bundle = self.bundles.entry(tag.to_owned()).or_insert_with(|| {
            let mut bundle = FluentBundle::new_concurrent(vec![language]);
            // Fluent would put marks around everything, in all languages; `foreign` does it where they are needed.
            bundle.set_use_isolating(false);
            bundle.set_formatter(Some(numbers::formatter(tag)));
            bundle
        });
        let resource = Arc::new(resource);
        if file.file.is_some() {
            bundle.add_resource_overriding(resource);
        } else if bundle.add_resource(resource).is_err() {
            return Err(vec![about(file, None, "says a message twice".into(), String::new())]);
        }
        if tag == FIRST && file.file.is_none() {
            for message in &messages {
                let mut given = self.given(message, &messages, DEEPEST);
                if message.id.starts_with("message-") {
                    given.extend(IN_MESSAGES.map(str::to_owned));
                }
                self.known.insert(message.id.clone(), given);
            }
        }
        Ok(messages)
    }

    /// What a message is given: what it asks for itself, and what those ask for that it is made of.
    fn given(&self, message: &Message, beside: &[Message], depth: usize) -> BTreeSet<String> {
        let mut all = message.variables.clone();
        for reference in message.references.iter().filter(|_| depth > 0) {
            match beside.iter().find(|other| other.id == *reference) {
                Some(other) => all.extend(self.given(other, beside, depth - 1)),
                None => all.extend(self.known.get(reference).into_iter().flatten().cloned()),
            }
        }
        all
    }

    /// What is wrong with a message beyond its form.
    fn flaw(&self, tag: &str, file: &Template, message: &Message) -> Option<Mistake> {
        let Message { id, line, .. } = message;
        let say = |problem: String, remedy: String| Some(about(file, Some(*line), problem, remedy));
        let Some(given) = self.known.get(id) else {
            // A term is there for the messages of its file.
            let known: Vec<&str> = self.known.keys().map(String::as_str).collect();
            let near = crate::settings::nearest(id, known).map(|near| format!(" Did you mean `{near}`?"));
            let remedy = format!("locales/{FIRST} has every id there is.{}", near.unwrap_or_default());
            return if id.starts_with('-') { None } else { say(format!("`{id}` is said nowhere"), remedy) };
        };
        if let Some(variable) = message.variables.iter().find(|variable| !given.contains(*variable)) {
            let known: Vec<&str> = given.iter().map(String::as_str).collect();
            return say(format!("`{id}` is not given ${variable}"), known_names(variable, &known));
        }
        let bundle = self.bundles.get(tag)?;
        // Terms are no messages to those who ask, but they are to those who refer to them.
        let lacks = message.references.iter().find(|other| !other.starts_with('-') && !bundle.has_message(other))?;
        say(format!("`{id}` is made of `{lacks}`, which there is not in {tag}"), String::new())
    }

    /// The tags of all languages with words of their own.
    pub(super) fn tags(&self) -> impl Iterator<Item = &str> {
        self.bundles.keys().map(String::as_str)
    }

    /// Whether the first language has this message, as it has every one.
    pub(super) fn has(&self, id: &str) -> bool {
        self.known.contains_key(id)
    }

    /// How many messages the first language has.
    pub(super) fn count(&self) -> usize {
        self.known.len()
    }

    /// The ids of the first language that this one does not say.
    pub(super) fn lacking(&self, tag: &str) -> Vec<String> {
        let bundle = self.bundles.get(tag);
        let says = |id: &str| bundle.is_some_and(|bundle| bundle.has_message(id));
        self.known.keys().filter(|id| !id.starts_with('-') && !says(id)).cloned().collect()
    }

    /// The words of the first of `tags` that has this message, and which that is.
    fn bundle<'a>(&'a self, tags: &[&'a str], id: &str) -> Option<(&'a str, &'a Bundle)> {
        let mut all = tags.iter().filter_map(|tag| Some((*tag, self.bundles.get(*tag)?)));
        all.find(|(_, bundle)| bundle.get_message(id).is_some_and(|message| message.value().is_some()))
    }

    /// What goes into a message as it is: set apart if it is read in another direction than the message.
    fn foreign_in(&self, tags: &[&str], id: &str, text: &str) -> String {
        let turned = self.bundle(tags, id).is_some_and(|(tag, _)| self.turned.contains(tag));
        isolated(text, turned).into_owned()
    }

    /// The same under this name. What words depend on stays as it is.
    pub(super) fn foreign(&self, tags: &[&str], id: &str, name: &str, text: &str) -> FluentValue<'static> {
        let compared = self.compared.contains(name);
        FluentValue::from(if compared { text.to_owned() } else { self.foreign_in(tags, id, text) })
    }

    /// A text beside words, in the direction that these have.
    pub(super) fn beside(&self, tags: &[&str], text: &str) -> String {
        self.foreign_in(tags, DIRECTION, text)
    }

    /// A message in the first of `tags` that has it.
    ///
    /// # Errors
    /// When none has it, or it asks for something that it is not given.
    pub(super) fn message(&self, tags: &[&str], id: &str, values: &FluentArgs<'_>) -> Result<String, String> {
        let found = self.bundle(tags, id).and_then(|(_, bundle)| Some((bundle, bundle.get_message(id)?.value()?)));
        let (bundle, pattern) = found.ok_or_else(|| {
            let known: Vec<&str> = self.known.keys().map(String::as_str).collect();
            let near = crate::settings::nearest(id, known).map(|near| format!("; did you mean `{near}`?"));
            format!("no language has a message `{id}`{}", near.unwrap_or_default())
        })?;
        let mut errors = Vec::new();
        let words = bundle.format_pattern(pattern, Some(values), &mut errors).into_owned();
        match errors.first() {
            None => Ok(words),
            Some(error) => Err(format!("`{id}`: {error}")),
        }
    }

    /// A phrase in words.
    ///
    /// # Errors
    /// As [`Catalog::message`].
    pub(super) fn say(&self, tags: &[&str], phrase: &Phrase) -> Result<String, String> {
        match phrase.said() {
            Said::Given(any, by_language) => {
                let own = |tag: &&str| by_language.iter().find(|(known, _)| known.eq_ignore_ascii_case(tag));
                let main = tags.first().map_or("", |tag| tag.split('-').next().unwrap_or(tag));
                let asked = tags.iter().take(1).copied().chain([main]);
                Ok(asked.into_iter().find_map(|tag| own(&tag)).map_or(&**any, |(_, words)| words).to_owned())
            }
            Said::Message(id, values) => {
                let mut filled = FluentArgs::with_capacity(values.len());
                for (name, value) in values {
                    let value = match value {
                        Value::Text(text) => self.foreign(tags, id, name, text),
                        Value::Number(number) => FluentValue::from(*number),
                        Value::Phrase(phrase) => {
                            let words = self.say(tags, phrase)?;
                            let given = matches!(phrase.said(), Said::Given(..));
                            if given { self.foreign(tags, id, name, &words) } else { FluentValue::from(words) }
                        }
                    };
                    filled.set(name.to_string(), value);
                }
                self.message(tags, id, &filled)
            }
        }
    }
}

/// The language of a file of words, by its name.
fn tag_of(name: &str) -> Option<&str> {
    let (tag, area) = name.strip_prefix(FOLDER)?.split_once('/')?;
    area.strip_suffix(".ftl").map(|_| tag)
}

fn about(file: &Template, line: Option<usize>, problem: String, remedy: String) -> Mistake {
    let problem = if file.file.is_some() { problem } else { format!("{}: {problem}", file.name) };
    Mistake { file: file.file.clone(), line, ..Mistake::new("", problem, remedy) }
}
