//! Accounts as other places keep them, and how they become ours and ours become theirs: formats, today's rules, collisions,
//! and what is said about everything that could not stay as it was. Pure: knows no file, no screen and no running program.

mod collisions;
pub mod django;
mod draft;
mod finding;
pub mod fixture;
pub mod lines;
mod rename;
mod settle;
mod times;

pub use collisions::{Clash, Ledger};
pub use draft::{Draft, Rules};
pub use finding::{Finding, Outcome, Rule};
pub use settle::{OnCollision, Settled};

use crate::db::Id;
use crate::db::moved_keys::Keys;
use crate::db::types::Json;
use std::fmt;

/// What a source says of an address being proved.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum Proof {
    /// It is not.
    #[default]
    None,
    /// It is, and nobody wrote down when.
    Sometime,
    /// It is, since then, as written there.
    At(String),
}

/// An account as another place keeps it: every value as it was written there.
#[derive(Clone, Default, PartialEq)]
pub struct Record {
    /// The table, model or file it stands in.
    pub table: String,
    /// Its key there.
    pub key: String,
    /// Its key with us, where it was ours before.
    pub id: Option<Id>,
    /// Username.
    pub username: Option<String>,
    /// Email address.
    pub email: Option<String>,
    /// Whether that is proved.
    pub email_proof: Proof,
    /// Phone number.
    pub phone: Option<String>,
    /// Whether that is proved.
    pub phone_proof: Proof,
    /// Further email addresses, and whether they are proved: an account has room for one.
    pub further: Vec<(String, bool)>,
    /// The encoded password.
    pub password: String,
    /// Given name.
    pub first_name: String,
    /// Family name.
    pub last_name: String,
    /// Everything else.
    pub profile: Json,
    /// Whether it may sign in.
    pub is_active: bool,
    /// May use the admin pages.
    pub is_staff: bool,
    /// May do everything there.
    pub is_superuser: bool,
    /// When it was made.
    pub date_joined: Option<String>,
    /// When somebody last signed in.
    pub last_login: Option<String>,
    /// See [`crate::db::User::reset_by`].
    pub reset_by: Option<String>,
    /// See [`crate::db::User::delete_at`].
    pub delete_at: Option<String>,
    /// What the unique fields of its profile are unique by.
    pub keys: Keys,
}

/// Never the password.
impl fmt::Debug for Record {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Record").field("table", &self.table).field("key", &self.key).finish_non_exhaustive()
    }
}
