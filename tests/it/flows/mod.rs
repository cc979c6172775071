//! One verb a file, each through every door and on every database.

mod change_address;
pub mod login;
mod login_by_code;
mod logout;
mod refresh;
pub mod register;
mod reset_password;
mod session;
mod verify;
