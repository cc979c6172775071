//! The JSON door: turns requests into calls of the verbs, and what comes of them into JSON. Decides nothing.

mod account;
mod admin;
mod answer;
mod call;
mod change_address;
mod events;
mod export;
mod forms;
mod login;
mod login_by_code;
mod logout;
mod me;
mod openapi;
mod password;
mod problem;
mod refresh;
mod register;
mod reset_password;
mod routes;
mod sessions;
mod verify;

pub use account::{account_json, user_json};
pub use admin::{ROUTES as ADMIN_ROUTES, routes as admin_routes};
pub use export::as_file;
pub use openapi::document;
pub use problem::{Problem, wait_in_words};
pub use routes::{BASE, routes};
