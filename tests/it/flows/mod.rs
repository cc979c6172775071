//! One verb a file, each through every door and on every database.

mod account;
mod change_address;
mod change_password;
mod delete_account;
mod events;
pub mod login;
mod login_by_code;
mod logout;
mod profile;
mod reauthenticate;
mod refresh;
pub mod register;
mod reset_password;
mod session;
mod sessions;
mod verify;
