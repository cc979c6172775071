//! Passwords: which are good enough, how they are kept, and who may spend a processor on them; knows nothing of accounts or requests.

mod hashers;
mod pace;
mod policy;
mod pool;
mod validators;

pub use hashers::{Argon2id, BcryptSha256, Hasher, is_usable, unusable, verify_any};
pub use policy::{About, Complaint, PasswordValidator, Policy};
pub use pool::HashPool;
pub use validators::{Common, MinLength, Numeric, Similarity};
