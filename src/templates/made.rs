//! What is made of templates: once, or anew whenever one of them was changed. Knows not what.

use super::shelf::{Shelf, Template};
use crate::settings::{Mistake, Mistakes};
use std::fmt;
use std::sync::{Arc, PoisonError, RwLock};

/// How to make it.
type Make<T> = Box<dyn Fn(&[Template]) -> Result<T, Vec<Mistake>> + Send + Sync>;

/// A thing made of templates.
pub struct Made<T> {
    shelf: Shelf,
    make: Make<T>,
    last: RwLock<(Vec<Template>, Arc<T>)>,
}

impl<T> Made<T> {
    /// Makes it for the first time.
    ///
    /// # Errors
    /// Everything wrong with the files, and with what they say.
    pub fn new(
        shelf: &Shelf,
        make: impl Fn(&[Template]) -> Result<T, Vec<Mistake>> + Send + Sync + 'static,
    ) -> Result<Self, Mistakes> {
        let make: Make<T> = Box::new(make);
        let templates = shelf.read().map_err(Mistakes)?;
        let first = Arc::new(make(&templates).map_err(Mistakes)?);
        Ok(Self { shelf: shelf.clone(), make, last: RwLock::new((templates, first)) })
    }

    /// The thing as of now.
    ///
    /// # Errors
    /// As [`Made::new`]; only where files are read again.
    pub fn get(&self) -> Result<Arc<T>, Mistakes> {
        if !self.shelf.again() {
            return Ok(self.last());
        }
        let templates = self.shelf.read().map_err(Mistakes)?;
        if self.last.read().unwrap_or_else(PoisonError::into_inner).0 == templates {
            return Ok(self.last());
        }
        let made = Arc::new((self.make)(&templates).map_err(Mistakes)?);
        *self.last.write().unwrap_or_else(PoisonError::into_inner) = (templates, Arc::clone(&made));
        Ok(made)
    }

    /// The thing as it was last made.
    pub fn last(&self) -> Arc<T> {
        Arc::clone(&self.last.read().unwrap_or_else(PoisonError::into_inner).1)
    }

    /// Where the templates come from.
    pub fn shelf(&self) -> &Shelf {
        &self.shelf
    }
}

impl<T> fmt::Debug for Made<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Made").field("shelf", &self.shelf).finish_non_exhaustive()
    }
}
