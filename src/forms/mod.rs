//! Forms: fields that know their rules, and what was sent turned into values or into all mistakes at once.
//! Pure: no database, no clock, no HTTP.

pub mod code;
mod field;
mod filled;
mod input;
mod login;
mod register;
pub mod verify;

pub use field::{Field, Kind};
pub use filled::{Filled, SmallForm};
pub use input::{Input, Source, Value};
pub use login::{Claimed, LoginForm, LoginRequest};
pub use register::{FieldsForm, Registration, RegistrationForm, Rules, built_in};
