//! The two layouts that the words of emails go into, parsed together. Knows no word and no letter.

use crate::settings::Mistake;
use crate::templates::{Place, Template, faults};
use std::collections::BTreeMap;
use tera::{Context, Tera};

/// Where the layouts of messages are.
const FOLDER: &str = "messages/";

/// The layouts and the parts they are made of.
pub(super) struct Layouts {
    tera: Tera,
    places: BTreeMap<String, Place>,
}

impl Layouts {
    /// Parses `messages/email.html` and `messages/email.txt`, and the parts these are made of.
    ///
    /// # Errors
    /// Everything that does not parse.
    pub(super) fn make(templates: &[Template]) -> Result<Self, Vec<Mistake>> {
        let all = || templates.iter().filter(|one| one.name.starts_with(FOLDER));
        let place = |one: &Template| Place { name: one.name.clone(), file: one.file.clone(), line: 1 };
        let places: BTreeMap<String, Place> = all().map(|one| (one.name.clone(), place(one))).collect();
        let mut tera = Tera::new();
        match tera.add_raw_templates(all().map(|one| (&one.name, &one.text))) {
            Ok(()) => Ok(Self { tera, places }),
            Err(error) => Err(faults(&error, &|name| places.get(name).cloned())),
        }
    }

    /// The layout `email.html` (everything escaped) or `email.txt` (nothing escaped), filled in.
    ///
    /// # Errors
    /// When it asks for a value that there is not.
    pub(super) fn lay_out(&self, layout: &str, values: &Context) -> Result<String, Vec<Mistake>> {
        let place = |name: &str| self.places.get(name).cloned();
        self.tera.render(&format!("{FOLDER}{layout}"), values).map_err(|error| faults(&error, &place))
    }
}
