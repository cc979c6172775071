//! One key for each purpose, derived from `secret_keys`: what is signed for one purpose means nothing for another.

use hkdf::Hkdf;
use secrecy::{ExposeSecret, SecretString};
use sha2::Sha256;
use std::fmt;
use zeroize::Zeroizing;

/// Keys for one purpose: the first signs, all verify.
pub type PurposeKeys = Vec<Zeroizing<[u8; 32]>>;

/// The secret keys of the installation, ready to be derived from.
#[derive(Clone)]
pub struct Keys(Vec<Hkdf<Sha256>>);

impl Keys {
    /// From `secret_keys`, in order.
    #[must_use]
    pub fn new(secrets: &[SecretString]) -> Self {
        let extract = |secret: &SecretString| Hkdf::new(Some(b"countersign"), secret.expose_secret().as_bytes());
        Self(secrets.iter().map(extract).collect())
    }

    /// The keys for `purpose` (HKDF-SHA256, RFC 5869, with the purpose as info).
    #[must_use]
    pub fn derive(&self, purpose: &str) -> PurposeKeys {
        let expand = |from: &Hkdf<Sha256>| {
            let mut key = Zeroizing::new([0; 32]);
            // 32 bytes are always within what HKDF can give, so there is no error to hand on.
            let _ = from.expand(purpose.as_bytes(), key.as_mut_slice());
            key
        };
        self.0.iter().map(expand).collect()
    }
}

impl fmt::Debug for Keys {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} secret keys", self.0.len())
    }
}
