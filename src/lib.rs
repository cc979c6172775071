#![doc = include_str!("../README.md")]
#![forbid(unsafe_code)]

pub mod accounts;
pub mod ambient;
pub mod api;
pub mod app;
pub mod backends;
pub mod check;
pub mod cli;
pub mod context;
pub mod db;
pub mod delivery;
pub mod error;
pub mod forms;
pub mod identifiers;
pub mod languages;
pub mod limits;
pub mod metrics;
pub mod moving;
pub mod otp;
pub mod passwords;
pub mod phrase;
pub mod postman;
pub mod redis;
pub mod registry;
pub mod server;
pub mod settings;
pub mod templates;
pub mod tokens;
pub mod views;
pub mod web;

pub use app::{Builder, Countersign};
pub use web::{Account, OptionalAccount, Staff};

#[cfg(doctest)]
#[doc = include_str!("../docs/library.md")]
pub struct LibraryDocument;

#[cfg(doctest)]
#[doc = include_str!("../docs/backends.md")]
pub struct BackendsDocument;

#[cfg(doctest)]
#[doc = include_str!("../docs/phone-verifiers.md")]
pub struct PhoneVerifiersDocument;

#[cfg(doctest)]
#[doc = include_str!("../docs/forms.md")]
pub struct FormsDocument;

#[cfg(doctest)]
#[doc = include_str!("../docs/passwords.md")]
pub struct PasswordsDocument;
