//! One verb a file, each through every door and on every database.

mod login;
mod logout;
mod refresh;
mod register;
mod session;
