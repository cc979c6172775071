//! Where people reach the program, taken apart; reads no text.

/// Where people reach the program.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PublicUrl {
    /// What links begin with, without a slash at the end.
    pub base: String,
    /// Where on its host everything lies: empty, or begins with a slash and ends without one.
    pub path: String,
    /// As browsers write it in `Origin`: `https://host` or `https://host:port`.
    pub origin: String,
    /// The host alone, without port; an IPv6 address keeps its brackets.
    pub host: String,
    /// Whether the scheme is https.
    pub https: bool,
    /// Whether only this machine can reach it: `localhost`, `*.localhost`, 127.0.0.0/8 or `[::1]`.
    pub loopback: bool,
}
