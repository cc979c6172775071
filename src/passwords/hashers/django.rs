//! Every format of password that Django's own hashers have written, for reading; hashes nothing anew.

use super::{argon2id, bcrypt_sha256};
use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use hmac::{Hmac, KeyInit};
use sha1::Sha1;
use sha2::Sha256;
use subtle::ConstantTimeEq;

/// No encoded form is longer: Django's column holds 128 characters.
const MAX_ENCODED: usize = 1024;
/// Most iterations of PBKDF2: some seven times Django's of 2026.
const MAX_ITERATIONS: u32 = 10_000_000;
/// Most of scrypt's N × r: 256 MiB of memory.
const MAX_SCRYPT_MEMORY: u64 = 1 << 21;
/// Most of scrypt's N × r × p: sixteen times Django's.
const MAX_SCRYPT_WORK: u64 = 10 << 20;

/// Whether a password matches an encoded form of any of Django's hashers: `pbkdf2_sha256`, `pbkdf2_sha1`, `bcrypt_sha256`, `bcrypt`, `argon2`,
/// `scrypt`. False for an unusable password and for what cannot be read.
///
/// Costs are bounded, because a row of a database should not be able to stop the program: PBKDF2 to 10 million iterations, bcrypt to
/// cost 16, Argon2 to 1 GiB and 4 GiB-passes, scrypt to 256 MiB. What asks for more matches nothing.
#[must_use]
pub fn verify_any(password: &str, encoded: &str) -> bool {
    match Format::read(encoded) {
        Some(Format::BcryptSha256) => bcrypt_sha256::verify(password, encoded),
        Some(Format::Argon2) => argon2id::verify(password, encoded),
        Some(Format::Bcrypt(stored)) => {
            // Python's bcrypt used the first 72 bytes until version 5. It refused U+0000, and so must we: bcrypt repeats its key with a
            // NUL between, so `a` and `a\0a` would be one password.
            let bytes = password.as_bytes();
            let matches = bcrypt_sha256::matches(&bytes[..bytes.len().min(72)], &stored);
            matches && !bytes.contains(&0)
        }
        Some(Format::Pbkdf2 { hash: PbkdfHash::Sha256, iterations, salt, expected }) => {
            let mut output = [0; 32];
            pbkdf2::<Hmac<Sha256>>(password, salt, iterations, &mut output) && output.ct_eq(&expected).into()
        }
        Some(Format::Pbkdf2 { hash: PbkdfHash::Sha1, iterations, salt, expected }) => {
            let mut output = [0; 20];
            pbkdf2::<Hmac<Sha1>>(password, salt, iterations, &mut output) && output.ct_eq(&expected).into()
        }
        Some(Format::Scrypt { params, salt, expected }) => {
            let mut output = [0; 64];
            scrypt::scrypt(password.as_bytes(), salt.as_bytes(), &params, &mut output).is_ok()
                && output.ct_eq(&expected).into()
        }
        None => false,
    }
}

/// Whether [`verify_any`] would compute something for this encoded form, rather than answer at once.
#[must_use]
pub fn can_read(encoded: &str) -> bool {
    Format::read(encoded).is_some()
}

/// What encoded forms of equal cost begin with alike: the algorithm and what it says of its cost before the salt.
#[must_use]
pub fn kind(encoded: &str) -> &str {
    let parts = match encoded.split('$').next() {
        Some("bcrypt" | bcrypt_sha256::ALGORITHM | argon2id::ALGORITHM) => 4,
        Some("pbkdf2_sha256" | "pbkdf2_sha1" | "scrypt") => 2,
        _ => 1,
    };
    let end = encoded.match_indices('$').nth(parts - 1).map_or(encoded.len(), |(at, _)| at);
    &encoded[..end]
}

/// A number in decimal digits alone; `str::parse` would take a `+` too.
pub(super) fn decimal(text: &str) -> Option<u32> {
    text.bytes().all(|b| b.is_ascii_digit()).then(|| text.parse().ok()).flatten()
}

enum PbkdfHash {
    Sha256,
    Sha1,
}

enum Format<'a> {
    BcryptSha256,
    Argon2,
    Bcrypt(bcrypt::HashParts),
    Pbkdf2 { hash: PbkdfHash, iterations: u32, salt: &'a str, expected: Vec<u8> },
    Scrypt { params: scrypt::Params, salt: &'a str, expected: Vec<u8> },
}

impl<'a> Format<'a> {
    fn read(encoded: &'a str) -> Option<Self> {
        if encoded.len() > MAX_ENCODED {
            return None;
        }
        let (algorithm, rest) = encoded.split_once('$')?;
        match algorithm {
            bcrypt_sha256::ALGORITHM => bcrypt_sha256::can_read(encoded).then_some(Self::BcryptSha256),
            argon2id::ALGORITHM => argon2id::can_read(encoded).then_some(Self::Argon2),
            "bcrypt" => bcrypt_sha256::read_crypt(rest).map(Self::Bcrypt),
            "pbkdf2_sha256" => Self::pbkdf2(rest, PbkdfHash::Sha256, 32),
            "pbkdf2_sha1" => Self::pbkdf2(rest, PbkdfHash::Sha1, 20),
            "scrypt" => Self::scrypt(rest),
            _ => None,
        }
    }

    /// `iterations$salt$hash`.
    fn pbkdf2(rest: &'a str, hash: PbkdfHash, length: usize) -> Option<Self> {
        let [iterations, salt, expected] = split(rest)?;
        let iterations = decimal(iterations).filter(|n| (1..=MAX_ITERATIONS).contains(n))?;
        let expected = STANDARD.decode(expected).ok().filter(|bytes| bytes.len() == length)?;
        Some(Self::Pbkdf2 { hash, iterations, salt, expected })
    }

    /// `N$salt$r$p$hash`.
    fn scrypt(rest: &'a str) -> Option<Self> {
        let [n, salt, r, p, expected] = split(rest)?;
        let (n, r, p) = (decimal(n)?, decimal(r)?, decimal(p)?);
        let memory = u64::from(n).checked_mul(u64::from(r))?;
        let work = memory.checked_mul(u64::from(p))?;
        if !n.is_power_of_two() || n < 2 || memory > MAX_SCRYPT_MEMORY || work > MAX_SCRYPT_WORK {
            return None;
        }
        let log_n = u8::try_from(n.trailing_zeros()).ok()?;
        let params = scrypt::Params::new(log_n, r, p).ok()?;
        let expected = STANDARD.decode(expected).ok().filter(|bytes| bytes.len() == 64)?;
        Some(Self::Scrypt { params, salt, expected })
    }
}

/// Exactly `N` parts between `$`, or none.
fn split<const N: usize>(text: &str) -> Option<[&str; N]> {
    text.split('$').collect::<Vec<_>>().try_into().ok()
}

fn pbkdf2<P>(password: &str, salt: &str, iterations: u32, output: &mut [u8]) -> bool
where
    P: KeyInit + hmac::digest::Update + hmac::digest::FixedOutput + Clone,
{
    pbkdf2::pbkdf2::<P>(password.as_bytes(), salt.as_bytes(), iterations, output).is_ok()
}
