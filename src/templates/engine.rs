//! The templates of pages, parsed together; knows no page. What is of messages is left to whoever writes those.

use super::faults::{Place, faults};
use super::made::Made;
use super::shelf::{Shelf, Template};
use crate::error::{Error, Result};
use crate::settings::{Mistake, Mistakes};
use std::sync::Arc;
use tera::{Context, Tera};

/// Draws pages by the names of their templates.
#[derive(Clone, Debug)]
pub struct Engine(Arc<Made<Pages>>);

struct Pages {
    tera: Tera,
    templates: Vec<Template>,
}

impl Engine {
    /// The built-in templates alone.
    ///
    /// # Errors
    /// When one of them does not parse; the tests parse them all.
    pub fn new() -> Result<Self> {
        Self::of(&Shelf::built_in()).map_err(Error::internal)
    }

    /// The templates of a shelf.
    ///
    /// # Errors
    /// Every template that does not parse, or does not fit the others.
    pub fn of(shelf: &Shelf) -> Result<Self, Mistakes> {
        Ok(Self(Arc::new(Made::new(shelf, parse)?)))
    }

    /// Draws the template `name`. Everything is escaped for HTML unless the template says otherwise.
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
        pages.tera.render(name, context).map_err(|error| Mistakes(faults(&error, &place)))
    }

    /// Whether files are read again whenever a page is drawn: then whoever sees a page is whoever writes it.
    #[must_use]
    pub fn again(&self) -> bool {
        self.0.shelf().again()
    }

    /// The names of the templates that are pages: no frame, no part of others.
    #[must_use]
    pub fn pages() -> Vec<String> {
        let is_page = |name: &String| {
            !name.starts_with("messages/") && !name.starts_with("partials/") && !name.ends_with("layout.html")
        };
        Shelf::originals().into_keys().filter(is_page).collect()
    }
}

fn parse(all: &[Template]) -> Result<Pages, Vec<Mistake>> {
    let mut templates: Vec<Template> = all.iter().filter(|one| !one.name.starts_with("messages/")).cloned().collect();
    let mut mistakes = Vec::new();
    loop {
        let mut tera = Tera::new();
        let Err(error) = tera.add_raw_templates(templates.iter().map(|one| (&one.name, &one.text))) else {
            return if mistakes.is_empty() { Ok(Pages { tera, templates }) } else { Err(mistakes) };
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

fn place(templates: &[Template], name: &str) -> Option<Place> {
    let found = templates.iter().find(|one| one.name == name)?;
    Some(Place { name: found.name.clone(), file: found.file.clone(), line: 1 })
}
