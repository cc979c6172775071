//! Seals what must not be readable in the database: what a message says. Authenticated encryption (RFC 8439), under the
//! first secret key, opened with any.

use super::keys::{Keys, PurposeKeys};
use crate::ambient::{Random, random_bytes};
use chacha20poly1305::aead::{Aead, KeyInit};
use chacha20poly1305::{XChaCha20Poly1305, XNonce};
use std::fmt;

/// Bytes of the nonce that stands in front; drawn at random, which its length allows for.
const NONCE: usize = 24;

/// Seals and opens.
pub struct Seal(PurposeKeys);

impl Seal {
    /// For one purpose.
    #[must_use]
    pub fn new(keys: &Keys, purpose: &str) -> Self {
        Self(keys.derive(purpose))
    }

    /// The sealed form; `None` only without secret keys.
    #[must_use]
    pub fn seal(&self, plain: &[u8], random: &dyn Random) -> Option<Vec<u8>> {
        let cipher = XChaCha20Poly1305::new_from_slice(self.0.first()?.as_slice()).ok()?;
        let nonce: [u8; NONCE] = random_bytes(random);
        let mut sealed = nonce.to_vec();
        sealed.extend(cipher.encrypt(&XNonce::from(nonce), plain).ok()?);
        Some(sealed)
    }

    /// What was sealed, unless it was changed or its key is gone.
    #[must_use]
    pub fn open(&self, sealed: &[u8]) -> Option<Vec<u8>> {
        let (nonce, rest) = sealed.split_at_checked(NONCE)?;
        let nonce = XNonce::from(<[u8; NONCE]>::try_from(nonce).ok()?);
        self.0.iter().find_map(|key| XChaCha20Poly1305::new_from_slice(key.as_slice()).ok()?.decrypt(&nonce, rest).ok())
    }
}

impl fmt::Debug for Seal {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Seal({} keys)", self.0.len())
    }
}
