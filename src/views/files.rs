//! The files that were embedded, and their addresses. Only what has a name here can be asked for, so no path leads
//! anywhere else.

use base64::Engine;
use base64::prelude::BASE64_URL_SAFE_NO_PAD;
use include_dir::{Dir, include_dir};
use serde_json::{Value, json};
use sha2::{Digest, Sha256};

static FILES: Dir<'_> = include_dir!("$CARGO_MANIFEST_DIR/static");

/// The content of a file.
#[must_use]
pub fn find(name: &str) -> Option<&'static [u8]> {
    FILES.get_file(name).map(include_dir::File::contents)
}

/// A short hash of a file's content.
#[must_use]
pub fn version(content: &[u8]) -> String {
    let digest = Sha256::digest(content);
    BASE64_URL_SAFE_NO_PAD.encode(digest.get(..9).unwrap_or_default())
}

/// The files that pages refer to, by the names that templates know.
#[must_use]
pub fn addresses() -> Value {
    json!({
        "style": address("style.css"),
        "admin": address("admin.css"),
        "favicon": address("favicon.svg"),
        "inbox": address("inbox.js"),
    })
}

/// The address of a file, with the hash of its content.
fn address(name: &str) -> String {
    find(name).map_or_else(String::new, |content| format!("/static/{name}?v={}", version(content)))
}
