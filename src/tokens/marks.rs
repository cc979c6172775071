//! Marks by which secrets are compared without being kept: the same for the same text, and worth nothing without the key.

use super::Keys;
use hmac::{Hmac, KeyInit, Mac};
use sha2::Sha256;
use std::fmt::{self, Write};
use zeroize::Zeroizing;

/// Bytes of a mark: enough that no two differ by chance alone.
const LENGTH: usize = 16;

/// Makes marks with one key.
#[derive(Clone)]
pub struct Marker(Zeroizing<[u8; 32]>);

impl Marker {
    /// One for each secret key of the installation, in order.
    #[must_use]
    pub fn each(keys: &Keys) -> Vec<Self> {
        keys.derive("settings-mark/v1").into_iter().map(Self).collect()
    }

    /// The mark of `text`, in hexadecimal.
    #[must_use]
    pub fn mark(&self, text: &[u8]) -> String {
        let Ok(mut mac) = Hmac::<Sha256>::new_from_slice(self.0.as_slice()) else { return String::new() };
        mac.update(text);
        mac.finalize().into_bytes().iter().take(LENGTH).fold(String::new(), |mut mark, byte| {
            // Writing to a String cannot fail.
            let _ = write!(mark, "{byte:02x}");
            mark
        })
    }
}

impl fmt::Debug for Marker {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Marker")
    }
}
