//! Forms: fields that know their rules, and what was sent turned into values or into all mistakes at once.
//! Pure: no database, no clock, no HTTP.

pub mod account;
pub mod administer;
pub mod change_address;
mod checks;
pub mod code;
mod declared;
mod describe;
pub mod directory;
pub mod explain;
mod extension;
mod extensions;
mod field;
mod fields_form;
mod filled;
mod filters;
mod input;
mod kind;
mod login;
pub mod login_by_code;
pub mod password;
mod profile;
mod register;
mod sample;
mod typed;
mod typed_checks;
mod value;
pub mod verify;

pub use checks::{Checks, Choice, Pattern};
pub use declared::{Surroundings, declared};
pub use extension::{Extension, FormExtension, FormName, unfit};
pub use extensions::{Extended, Extensions};
pub use field::Field;
pub use fields_form::FieldsForm;
pub use filled::{Filled, SmallForm};
pub use filters::{Filters, Narrowed};
pub use input::{Input, Source, Value};
pub use kind::{Kind, NAME_LENGTH, ProfileType};
pub use login::{Claimed, LoginForm, LoginRequest};
pub use profile::{Change, PROFILE_BYTES, ProfileChange, ProfileForm};
pub use register::{Registration, RegistrationForm, Rules, built_in};
pub use typed::{Details, TypedForm};
