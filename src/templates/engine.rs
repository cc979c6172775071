//! The templates of pages, parsed together; knows no page. What is of messages is left to whoever writes those.

use super::faults::{Place, faults};
use super::made::Made;
use super::shelf::{Shelf, Template};
use crate::error::{Error, Result};
use crate::settings::{Mistake, Mistakes};
use std::collections::BTreeMap;
use std::fmt;
use std::sync::Arc;
use tera::{Context, Kwargs, State, Tera};

/// Draws pages by the names of their templates.
#[derive(Clone, Debug)]
pub struct Engine(Arc<Made<Pages>>);

struct Pages {
    /// The same templates for each language: they differ in what the function `t` says.
    by_language: BTreeMap<String, Tera>,
    templates: Vec<Template>,
}

/// How to say a message in a language: the tag, the id, and what goes into it by name.
pub type Say = dyn Fn(&str, &str, Vec<(String, serde_json::Value)>) -> Result<String, String> + Send + Sync;

/// What the function `t` says.
#[derive(Clone)]
pub struct Words {
    /// The languages that pages are drawn in; the first one is for those that are none of them.
    pub languages: Vec<String>,
    /// How to say a message.
    pub say: Arc<Say>,
}

impl fmt::Debug for Words {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Words").field("languages", &self.languages).finish_non_exhaustive()
    }
}

impl Engine {
    /// The built-in templates alone.
    ///
    /// # Errors
    /// When one of them does not parse; the tests parse them all.
    pub fn new(words: &Words) -> Result<Self> {
        Self::of(&Shelf::built_in(), words).map_err(Error::internal)
    }

    /// The templates of a shelf.
    ///
    /// # Errors
    /// Every template that does not parse, or does not fit the others.
    pub fn of(shelf: &Shelf, words: &Words) -> Result<Self, Mistakes> {
        let words = words.clone();
        Ok(Self(Arc::new(Made::new(shelf, move |templates| parse(templates, &words))?)))
    }

    /// Draws the template `name` in the language of its context, `lang`. Everything is escaped for HTML unless the template
    /// says otherwise.
    ///
    /// # Errors
    /// When a template asks for what the page did not give, or has been broken since the start.
    pub fn draw(&self, name: &str, context: &Context) -> Result<String> {
        self.try_draw(name, context).map_err(Error::internal)
    }

    /// As [`Engine::draw`], with what is wrong at its file and line.
    ///
    /// # Errors
    /// As [`Engine::draw`].
    pub fn try_draw(&self, name: &str, context: &Context) -> Result<String, Mistakes> {
        let pages = self.0.get()?;
        let place = |name: &str| place(&pages.templates, name);
        let language = context.get("lang").and_then(|lang| lang.as_str()).unwrap_or_default();
        let tera = pages.by_language.get(language).or_else(|| pages.by_language.values().next());
        let tera = tera.ok_or_else(|| Mistakes(vec![Mistake::new("languages.enabled", "is empty", "")]))?;
        tera.render(name, context).map_err(|error| Mistakes(faults(&error, &place)))
    }

    /// Whether files are read again whenever a page is drawn: then whoever sees a page is whoever writes it.
    #[must_use]
    pub fn again(&self) -> bool {
        self.0.shelf().again()
    }

    /// The names of the templates that are pages: no frame, no part of others.
    #[must_use]
    pub fn pages() -> Vec<String> {
        let is_page =
            |name: &String| of_pages(name) && !name.starts_with("partials/") && !name.ends_with("layout.html");
        Shelf::originals().into_keys().filter(is_page).collect()
    }
}

/// Whether a template is a page or a part of one: what is of messages, and words, are others'.
fn of_pages(name: &str) -> bool {
    !name.starts_with("messages/") && !name.starts_with("locales/")
}

fn parse(all: &[Template], words: &Words) -> Result<Pages, Vec<Mistake>> {
    let mut templates: Vec<Template> = all.iter().filter(|one| of_pages(&one.name)).cloned().collect();
    let mut mistakes = Vec::new();
    loop {
        let mut tera = Tera::new();
        speak(&mut tera, words, words.languages.first().map_or("", String::as_str));
        let Err(error) = tera.add_raw_templates(templates.iter().map(|one| (&one.name, &one.text))) else {
            let in_language = |language: &String| {
                let mut own = tera.clone();
                speak(&mut own, words, language);
                (language.clone(), own)
            };
            let by_language = words.languages.iter().map(in_language).collect();
            return if mistakes.is_empty() { Ok(Pages { by_language, templates }) } else { Err(mistakes) };
        };
        let found = faults(&error, &|name| place(&templates, name));
        // Without what is known to be wrong, to see whether there is more.
        let before = templates.clone();
        templates.retain_mut(|one| {
            let faulty = one.file.is_some() && found.iter().any(|mistake| mistake.file == one.file);
            match Shelf::originals().get(&one.name) {
                Some(original) if faulty => {
                    *one = Template { text: (*original).to_owned(), file: None, name: one.name.clone() };
                    true
                }
                _ => !faulty,
            }
        });
        mistakes.extend(found);
        if templates == before {
            return Err(mistakes);
        }
    }
}

/// Has the function `t` speak `language`. A component sees nothing of the page but what it is given, and so would not know.
fn speak(tera: &mut Tera, words: &Words, language: &str) {
    let (say, language) = (Arc::clone(&words.say), language.to_owned());
    tera.register_function("t", move |given: Kwargs, _: &State| -> tera::TeraResult<String> {
        let id = given.must_get::<&str>("id")?;
        let mut values = Vec::new();
        for (name, value) in given.iter() {
            let name = name.to_string();
            if name != "id" {
                values.push((name, serde_json::to_value(value).map_err(tera::Error::message)?));
            }
        }
        say(&language, id, values).map_err(tera::Error::message)
    });
}

fn place(templates: &[Template], name: &str) -> Option<Place> {
    let found = templates.iter().find(|one| one.name == name)?;
    Some(Place { name: found.name.clone(), file: found.file.clone(), line: 1 })
}
