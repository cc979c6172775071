//! Where the program's own words go: standard error, as text or JSON.

use crate::settings::{Log, LogFormat};
use std::io::{IsTerminal, stderr};
use tracing_subscriber::EnvFilter;

/// Starts logging, once in a process.
pub fn start(log: &Log) {
    // What the libraries say of themselves is of use only when it is a warning; the session library warns of every
    // cookie it cannot read, which anybody can send.
    let filter = format!("warn,countersign={},actix_session=error", log.level);
    let filter = EnvFilter::try_new(filter).unwrap_or_else(|_| EnvFilter::new("info"));
    let builder =
        tracing_subscriber::fmt().with_env_filter(filter).with_writer(stderr).with_ansi(stderr().is_terminal());
    // A second start changes nothing, and is nobody's mistake.
    let _ = match log.format {
        LogFormat::Text => builder.with_target(false).try_init(),
        LogFormat::Json => builder.json().flatten_event(true).try_init(),
    };
}
