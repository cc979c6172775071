//! The OpenAPI document: made of the route table, the fields of the forms and the table of codes, so that it says what
//! this program does under these settings. Answers no request.

mod components;
mod components_admin;
mod components_explain;
mod document;
mod example;
mod fields;
mod operation;

pub use document::{document, show};
pub(super) use example::of_fields as example_of;
pub(super) use fields::{of_change, of_fields, of_parameter, of_registration, one_of_these};
pub use operation::{Operation, Tag, Who};
