//! bcrypt over SHA-256, as Django's `BCryptSHA256PasswordHasher` does it; knows no other format.

use super::{DUMMY, Hasher};
use crate::ambient::{Random, random_bytes};
use crate::error::{Error, Result};
use bcrypt::HashParts;
use sha2::{Digest, Sha256};
use std::fmt::Write as _;
use std::hint::black_box;
use subtle::ConstantTimeEq;

/// Django's name.
pub(super) const ALGORITHM: &str = "bcrypt_sha256";

/// Costs above this are not computed: each step doubles the time, and 16 takes some four seconds.
const MAX_COST: u32 = 16;

/// `bcrypt_sha256$$2b$COST$…`: the lower-case hexadecimal SHA-256 of the password, then bcrypt, so that
/// bcrypt's limit of 72 bytes cuts nothing off and its trouble with NUL never comes up.
#[derive(Clone, Copy, Debug)]
pub struct BcryptSha256 {
    /// Binary logarithm of the rounds, 4 to 16. 12 is Django's and OWASP's; each step doubles the time.
    pub cost: u32,
}

impl Default for BcryptSha256 {
    fn default() -> Self {
        Self { cost: 12 }
    }
}

impl Hasher for BcryptSha256 {
    fn algorithm(&self) -> &'static str {
        ALGORITHM
    }

    fn hash(&self, password: &str, random: &dyn Random) -> Result<String> {
        // What we could not verify, we must not make.
        if self.cost > MAX_COST {
            return Err(Error::internal("the cost of bcrypt is out of bounds"));
        }
        let parts =
            bcrypt::hash_with_salt(digest(password), self.cost, random_bytes(random)).map_err(Error::internal)?;
        Ok(format!("{ALGORITHM}${parts}"))
    }

    fn verify(&self, password: &str, encoded: &str) -> bool {
        verify(password, encoded)
    }

    fn is_stale(&self, encoded: &str) -> bool {
        parts(encoded).is_none_or(|parts| parts.get_cost() < self.cost)
    }

    fn spend(&self, _password: &str) {
        // A verify in truth. The dots are bcrypt's way to write zeros.
        let encoded = format!("{ALGORITHM}$$2b${:02}${}", self.cost, ".".repeat(53));
        black_box(verify(DUMMY, &encoded));
    }
}

/// Whether `encoded` is of this format and within its bounds.
pub(super) fn can_read(encoded: &str) -> bool {
    parts(encoded).is_some()
}

/// Checks a password against an encoded form of this algorithm.
pub(super) fn verify(password: &str, encoded: &str) -> bool {
    parts(encoded).is_some_and(|parts| matches(digest(password).as_bytes(), &parts))
}

/// Runs bcrypt again with the stored salt and cost and compares in constant time.
pub(super) fn matches(secret: &[u8], stored: &HashParts) -> bool {
    let Ok(computed) = bcrypt::hash_with_salt(secret, stored.get_cost(), stored.get_salt_raw()) else {
        return false;
    };
    // Both in the one canonical notation, so that versions 2a, 2b and 2y, which are one algorithm, compare.
    computed.to_string().as_bytes().ct_eq(stored.to_string().as_bytes()).into()
}

/// The parts of a modular crypt text (`$2b$12$…`), unless its cost is out of bounds or its version is not bcrypt as it should be.
pub(super) fn read_crypt(text: &str) -> Option<HashParts> {
    // `$2x$` marks hashes of an implementation with a fault: they match nothing we could compute.
    if text.starts_with("$2x$") {
        return None;
    }
    text.parse::<HashParts>().ok().filter(|parts| (4..=MAX_COST).contains(&parts.get_cost()))
}

fn parts(encoded: &str) -> Option<HashParts> {
    read_crypt(encoded.strip_prefix(ALGORITHM)?.strip_prefix('$')?)
}

fn digest(password: &str) -> String {
    let mut hex = String::with_capacity(64);
    for byte in Sha256::digest(password.as_bytes()) {
        let _ = write!(hex, "{byte:02x}");
    }
    hex
}
