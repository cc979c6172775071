//! Argon2id in Django's form, and all variants of Argon2 for reading; knows no other format.

use super::{DUMMY, Hasher};
use crate::ambient::{Random, random_bytes};
use crate::error::{Error, Result};
use argon2::{Algorithm, Argon2, Params, Version};
use base64::Engine as _;
use base64::engine::general_purpose::STANDARD_NO_PAD;
use std::hint::black_box;
use subtle::ConstantTimeEq;

/// Django's name.
pub(super) const ALGORITHM: &str = "argon2";

/// Bytes of the hash, as Django's.
const OUTPUT: usize = 32;
/// Most memory that is ever taken for one hash, in KiB: 1 GiB.
const MAX_MEMORY: u32 = 1 << 20;
/// Most memory times passes: some twenty times Django's.
const MAX_WORK: u64 = 4 << 20;
/// Most lanes.
const MAX_LANES: u32 = 255;

/// `argon2$argon2id$v=19$m=…,t=…,p=…$salt$hash`.
///
/// The default is Django's own: 100 MiB, 2 passes, 8 lanes, so that a hash that moves between the two programs is
/// stale in neither. It is five times the least that OWASP and ASVS 5.0 (appendix C) ask for. The memory is taken
/// once for each thread of the [`HashPool`](crate::passwords::HashPool).
#[derive(Clone, Copy, Debug)]
pub struct Argon2id {
    /// Memory in KiB, at least 8 for each lane, at most 1 GiB; times `passes` at most 4 GiB.
    pub memory: u32,
    /// Passes over the memory, at least 1.
    pub passes: u32,
    /// Lanes, 1 to 255; they are computed one after another here.
    pub lanes: u32,
}

impl Default for Argon2id {
    fn default() -> Self {
        Self { memory: 102_400, passes: 2, lanes: 8 }
    }
}

impl Argon2id {
    fn compute(self, password: &str, salt: &[u8]) -> Result<[u8; OUTPUT]> {
        let params = Params::new(self.memory, self.passes, self.lanes, Some(OUTPUT)).map_err(Error::internal)?;
        let mut output = [0; OUTPUT];
        Argon2::new(Algorithm::Argon2id, Version::V0x13, params)
            .hash_password_into(password.as_bytes(), salt, &mut output)
            .map_err(Error::internal)?;
        Ok(output)
    }

    fn encode(self, salt: &[u8], output: &[u8]) -> String {
        let Self { memory, passes, lanes } = self;
        let (salt, output) = (STANDARD_NO_PAD.encode(salt), STANDARD_NO_PAD.encode(output));
        format!("{ALGORITHM}$argon2id$v=19$m={memory},t={passes},p={lanes}${salt}${output}")
    }
}

impl Hasher for Argon2id {
    fn algorithm(&self) -> &'static str {
        ALGORITHM
    }

    fn hash(&self, password: &str, random: &dyn Random) -> Result<String> {
        let salt: [u8; 16] = random_bytes(random);
        // What we could not verify, we must not make.
        if !can_read(&self.encode(&salt, &[0; OUTPUT])) {
            return Err(Error::internal("the costs of Argon2 are out of bounds"));
        }
        Ok(self.encode(&salt, &self.compute(password, &salt)?))
    }

    fn verify(&self, password: &str, encoded: &str) -> bool {
        verify(password, encoded)
    }

    /// Less memory is weaker, and so is less memory times passes; lanes say nothing about strength.
    fn is_stale(&self, encoded: &str) -> bool {
        Stored::read(encoded).is_none_or(|stored| {
            stored.algorithm != Algorithm::Argon2id
                || stored.version != Version::V0x13
                || stored.memory < self.memory
                || stored.work() < u64::from(self.memory) * u64::from(self.passes)
        })
    }

    fn spend(&self, _password: &str) {
        // A verify in truth, so that it takes its memory in the same way, too.
        black_box(verify(DUMMY, &self.encode(&[0; 16], &[0; OUTPUT])));
    }
}

/// Whether `encoded` is of this format and within its bounds.
pub(super) fn can_read(encoded: &str) -> bool {
    Stored::read(encoded).is_some()
}

/// Checks a password against an encoded form of this algorithm.
pub(super) fn verify(password: &str, encoded: &str) -> bool {
    Stored::read(encoded).is_some_and(|stored| stored.matches(password))
}

/// An encoded form, taken apart.
struct Stored {
    algorithm: Algorithm,
    version: Version,
    memory: u32,
    passes: u32,
    params: Params,
    salt: Vec<u8>,
    hash: Vec<u8>,
}

impl Stored {
    fn read(encoded: &str) -> Option<Self> {
        let mut parts = encoded.strip_prefix(ALGORITHM)?.strip_prefix('$')?.split('$');
        let algorithm = match parts.next()? {
            "argon2id" => Algorithm::Argon2id,
            "argon2i" => Algorithm::Argon2i,
            "argon2d" => Algorithm::Argon2d,
            _ => return None,
        };
        let mut costs = parts.next()?;
        // Version 1.0 of Argon2 wrote no version.
        let version = match costs.strip_prefix("v=") {
            None | Some("16") => Version::V0x10,
            Some("19") => Version::V0x13,
            Some(_) => return None,
        };
        if costs.starts_with("v=") {
            costs = parts.next()?;
        }
        let mut costs = costs.split(',');
        let memory = number(costs.next()?, "m=")?;
        let passes = number(costs.next()?, "t=")?;
        let lanes = number(costs.next()?, "p=")?;
        let salt = STANDARD_NO_PAD.decode(parts.next()?).ok()?;
        let hash = STANDARD_NO_PAD.decode(parts.next()?).ok()?;
        let bounded = memory <= MAX_MEMORY
            && lanes <= MAX_LANES
            && u64::from(memory) * u64::from(passes) <= MAX_WORK
            && (argon2::MIN_SALT_LEN..=64).contains(&salt.len())
            && (16..=64).contains(&hash.len());
        if !bounded || costs.next().is_some() || parts.next().is_some() {
            return None;
        }
        let params = Params::new(memory, passes, lanes, Some(hash.len())).ok()?;
        Some(Self { algorithm, version, memory, passes, params, salt, hash })
    }

    fn work(&self) -> u64 {
        u64::from(self.memory) * u64::from(self.passes)
    }

    fn matches(self, password: &str) -> bool {
        let mut output = vec![0; self.hash.len()];
        Argon2::new(self.algorithm, self.version, self.params)
            .hash_password_into(password.as_bytes(), &self.salt, &mut output)
            .is_ok_and(|()| output.ct_eq(&self.hash).into())
    }
}

fn number(text: &str, key: &str) -> Option<u32> {
    super::django::decimal(text.strip_prefix(key)?)
}
