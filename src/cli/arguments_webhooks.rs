//! The grammar of `webhooks`, with the help it prints.

use clap::{Args, Subcommand};

/// A webhook is declared in the settings: [webhooks.NAME].
#[derive(Debug, Subcommand)]
pub enum Webhooks {
    /// List the webhooks, what each is told, and what has not reached it.
    List,
    /// Tell one of them something that means nothing, now, and say what it answered.
    Test {
        /// The NAME of [webhooks.NAME].
        name: String,
    },
    /// Tell what happened once more, under the ids it had: what still waits comes twice.
    Replay {
        /// The webhook to tell; all that want it if not said.
        name: Option<String>,
        #[command(flatten)]
        what: Replayed,
    },
}

/// What is told once more.
#[derive(Args, Debug)]
#[group(required = true, multiple = false)]
pub struct Replayed {
    /// Everything from then on: an instant as in 2026-11-28T13:00:00Z, a day in UTC, or how long ago as in 2h or 1d12h.
    #[arg(long, value_name = "TIME")]
    pub since: Option<String>,
    /// One event, by its id.
    #[arg(long, value_name = "ID")]
    pub event: Option<String>,
}
