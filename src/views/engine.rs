//! The templates, embedded and parsed once; knows no page.

use crate::error::{Error, Result};
use include_dir::{Dir, include_dir};
use tera::{Context, Tera};

static TEMPLATES: Dir<'_> = include_dir!("$CARGO_MANIFEST_DIR/templates");

/// Draws templates by name.
#[derive(Clone)]
pub struct Engine(std::sync::Arc<Tera>);

impl std::fmt::Debug for Engine {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Engine")
    }
}

impl Engine {
    /// Parses every template.
    ///
    /// # Errors
    /// When one of them does not parse; the tests parse them all.
    pub fn new() -> Result<Self> {
        let mut tera = Tera::new();
        tera.add_raw_templates(files(&TEMPLATES)).map_err(Error::internal)?;
        Ok(Self(std::sync::Arc::new(tera)))
    }

    /// Draws the template `name`. Everything is escaped for HTML unless the template says otherwise.
    ///
    /// # Errors
    /// When a template asks for what the page did not give.
    pub fn draw(&self, name: &str, context: &Context) -> Result<String> {
        self.0.render(name, context).map_err(Error::internal)
    }
}

fn files(dir: &'static Dir<'static>) -> Vec<(String, String)> {
    let here = dir
        .files()
        .filter_map(|file| Some((file.path().to_str()?.replace('\\', "/"), file.contents_utf8()?.to_owned())));
    here.chain(dir.dirs().flat_map(files)).collect()
}
