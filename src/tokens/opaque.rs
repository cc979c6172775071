//! Random values that mean something only through a row in the database, which holds their hash and not them.

use crate::ambient::{Random, random_bytes};
use base64::Engine;
use base64::prelude::BASE64_URL_SAFE_NO_PAD;
use sha2::{Digest, Sha256};
use std::fmt;
use zeroize::Zeroizing;

/// 256 random bits: the key of a cookie session, or a refresh token (ASVS 7.2.3 asks for 128).
pub struct Opaque(Zeroizing<[u8; 32]>);

impl Opaque {
    /// A new one.
    #[must_use]
    pub fn new(random: &dyn Random) -> Self {
        Self(Zeroizing::new(random_bytes(random)))
    }

    /// Reads what a client sent back; `None` for what cannot be one of ours.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        let bytes: [u8; 32] = BASE64_URL_SAFE_NO_PAD.decode(text).ok()?.try_into().ok()?;
        Some(Self(Zeroizing::new(bytes)))
    }

    /// What the client keeps: 43 characters of base64url.
    #[must_use]
    pub fn expose(&self) -> String {
        BASE64_URL_SAFE_NO_PAD.encode(self.0.as_slice())
    }

    /// What the database keeps. A plain hash is enough for 256 random bits: there is nothing to guess.
    #[must_use]
    pub fn hash(&self) -> Vec<u8> {
        Sha256::digest(self.0.as_slice()).to_vec()
    }
}

impl fmt::Debug for Opaque {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Opaque(…)")
    }
}
