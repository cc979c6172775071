//! Names to things: what settings.toml may name, and what to say of a name nobody registered. Knows nothing of the things.

use std::fmt;
use std::sync::Arc;

/// The things of one kind that settings.toml can name.
pub struct Registry<T: ?Sized> {
    entries: Vec<(String, Arc<T>)>,
}

impl<T: ?Sized> Registry<T> {
    /// An empty registry.
    #[must_use]
    pub fn new() -> Self {
        Self { entries: Vec::new() }
    }

    /// Adds a thing; a thing of the same name makes way for it.
    pub fn register(&mut self, name: impl Into<String>, thing: Arc<T>) {
        let name = name.into();
        self.entries.retain(|(known, _)| *known != name);
        self.entries.push((name, thing));
    }

    /// Adds everything of `other`; what has a name of theirs makes way.
    pub fn extend(&mut self, other: &Self) {
        for (name, thing) in &other.entries {
            self.register(name.clone(), Arc::clone(thing));
        }
    }

    /// The thing of that name.
    #[must_use]
    pub fn get(&self, name: &str) -> Option<Arc<T>> {
        self.entries.iter().find(|(known, _)| known == name).map(|(_, thing)| Arc::clone(thing))
    }

    /// Every name, in the order of registration.
    #[must_use]
    pub fn names(&self) -> Vec<&str> {
        self.entries.iter().map(|(name, _)| name.as_str()).collect()
    }
}

impl<T: ?Sized> Default for Registry<T> {
    fn default() -> Self {
        Self::new()
    }
}

impl<T: ?Sized> Clone for Registry<T> {
    fn clone(&self) -> Self {
        Self { entries: self.entries.clone() }
    }
}

impl<T: ?Sized> fmt::Debug for Registry<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_list().entries(self.names()).finish()
    }
}
