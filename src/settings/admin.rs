//! `[admin]`, typed and resolved; knows nothing of how it is read.

use std::time::Duration;

/// The pages for staff.
#[derive(Clone, Debug)]
pub struct Admin {
    /// Whether there are any, and `/api/v1/admin`.
    pub enabled: bool,
    /// Where they are: begins with a slash, ends without one.
    pub path: String,
    /// So long after the password was given there, it is asked for again.
    pub session_timeout: Duration,
    /// Without use for so long, too.
    pub idle_timeout: Duration,
}
