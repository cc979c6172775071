//! Forms: fields that know their rules, and what was sent turned into values or into all mistakes at once.
//! Pure: no database, no clock, no HTTP.

pub mod account;
pub mod change_address;
mod checks;
pub mod code;
mod declared;
mod describe;
pub mod directory;
mod field;
mod fields_form;
mod filled;
mod input;
mod kind;
mod login;
pub mod login_by_code;
pub mod password;
mod profile;
mod register;
mod typed;
mod value;
pub mod verify;

pub use checks::{Checks, Choice, Pattern};
pub use declared::{Surroundings, declared};
pub use field::Field;
pub use fields_form::FieldsForm;
pub use filled::{Filled, SmallForm};
pub use input::{Input, Source, Value};
pub use kind::{Kind, NAME_LENGTH, ProfileType};
pub use login::{Claimed, LoginForm, LoginRequest};
pub use profile::{Change, PROFILE_BYTES, ProfileChange, ProfileForm};
pub use register::{Registration, RegistrationForm, Rules, built_in};
pub use typed::{Details, TypedForm};
