//! How a password is kept: today's two ways to hash, and every way Django ever had to read; knows no policy and no threads.

mod argon2id;
mod bcrypt_sha256;
mod django;

use crate::ambient::Random;
use crate::error::Result;

pub use argon2id::Argon2id;
pub use bcrypt_sha256::BcryptSha256;
pub use django::verify_any;
pub(super) use django::{can_read, kind};

/// What `spend` hashes: never the input, so that its cost depends on nothing a stranger sends.
const DUMMY: &str = "nobody has this password";

/// One way to keep passwords, in Django's encoded form (`algorithm$…`).
///
/// Every call but `algorithm` and `is_stale` costs a deliberate fraction of a second: requests reach
/// a hasher only through [`HashPool`](super::HashPool).
pub trait Hasher: Send + Sync {
    /// Django's name for it: the encoded form begins with this and `$`.
    fn algorithm(&self) -> &'static str;

    /// The encoded form of a password, under a fresh salt. All bytes of the text count, however many.
    ///
    /// # Errors
    /// `Internal` when the parameters of this hasher are impossible.
    fn hash(&self, password: &str, random: &dyn Random) -> Result<String>;

    /// Whether `encoded` was made from this password by this algorithm. False for what cannot be read.
    fn verify(&self, password: &str, encoded: &str) -> bool;

    /// Whether `encoded` should be replaced when the password is next at hand: made by another algorithm or with
    /// less work than today's. Never for more work.
    fn is_stale(&self, encoded: &str) -> bool;

    /// Costs what a verify costs, whatever `password` is.
    fn spend(&self, password: &str);
}

/// Whether there is a password at all: Django marks its absence by a leading `!`.
#[must_use]
pub fn is_usable(encoded: &str) -> bool {
    !encoded.is_empty() && !encoded.starts_with('!')
}

/// An encoded form that no password matches: `!` and 40 random letters and digits, as Django makes it.
#[must_use]
pub fn unusable(random: &dyn Random) -> String {
    const ALPHABET: &[u8; 62] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789";
    let mut bytes = [0; 80];
    random.fill(&mut bytes);
    let mut text = String::with_capacity(41);
    text.push('!');
    for pair in bytes.chunks_exact(2) {
        // Two bytes a letter leave a bias below one in a thousand, and nothing is ever compared with this text.
        let number = usize::from(pair[0]) << 8 | usize::from(pair[1]);
        text.push(char::from(ALPHABET[number % ALPHABET.len()]));
    }
    text
}
