//! Things that prove something when shown again: session keys, access and refresh tokens, the mark of a browser
//! that has signed in before. Knows how they are made and checked; refuses to know whom they let do what.

mod access;
mod keys;
mod known_browser;
mod marks;
mod opaque;
mod probe;
mod seal;

pub use access::{AccessTokens, Claims};
pub use keys::{Keys, PurposeKeys};
pub use known_browser::{BrowserId, KnownBrowsers};
pub use marks::Marker;
pub use opaque::Opaque;
pub use probe::Probe;
pub use seal::Seal;
