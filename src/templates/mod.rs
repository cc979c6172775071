//! The templates of pages and messages: those built in, and the files of `templates.directory` that win over them. Knows
//! names and files; refuses to know what a template is given.

mod engine;
mod faults;
mod made;
mod shelf;

pub use engine::{Engine, Say, Words};
pub(crate) use faults::{Place, faults};
pub use made::Made;
pub use shelf::{Shelf, Template};
