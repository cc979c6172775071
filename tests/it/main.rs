//! Everything that is promised of the program, tested through the program: a real server on loopback, real databases,
//! the pages and the API side by side.

#![allow(clippy::pedantic, reason = "a test says what it means, not how to write it best")]
#![allow(clippy::type_complexity, reason = "tables of cases")]
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "a test fails by panicking")]

mod admin;
mod backends;
mod browser;
mod check;
mod commands;
mod concurrency;
mod cookies;
mod delivery;
mod documents;
mod doors;
mod explain;
mod failures;
mod faults;
mod floors;
mod flows;
mod forms;
mod house;
mod identifiers;
mod inbox;
mod languages;
mod library;
mod limits;
mod mail;
mod mailing;
mod matrix;
mod metrics;
mod migrations;
mod moving;
mod openapi;
mod otp;
mod outbox;
mod passwords;
mod people;
mod redis_stores;
mod reload;
mod requests;
mod secrets;
mod settings;
mod templates;
mod verifier;
mod views_table;
mod visitor;
mod webhooks;
