//! The database: one connection type for SQLite and PostgreSQL, a pool of them, and a file of queries
//! for each table. Knows rows; refuses to know what they mean to a person, a form or a request.

pub mod account_events;
pub mod address_undos;
pub mod addresses;
mod conn;
pub mod directory;
pub mod errors;
pub mod figures;
pub mod foreign;
pub mod imported;
pub mod login_failures;
pub mod migrations;
pub mod moved_keys;
pub mod one_time_passwords;
pub mod outbox;
pub mod pending_changes;
mod pool;
pub mod presence;
pub mod processes;
pub mod profile_keys;
pub mod profiles;
pub mod rate_limits;
pub mod refresh_tokens;
mod schema;
pub mod sendings;
pub mod sessions;
pub mod staff;
pub mod survey;
pub mod types;
pub mod users;

pub use conn::{Conn, Target};
pub use pool::Db;
pub use types::{Id, Json, Time};
pub use users::User;
