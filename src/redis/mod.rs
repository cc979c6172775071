//! The Redis of the settings: short texts under keys that expire. Knows nothing of what they mean, and takes care that
//! one that is away costs nobody more than a second.

mod link;
mod texts;

pub use link::Redis;
