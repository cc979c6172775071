//! `countersign doctor`

use super::output::Failure;
use super::{check, verdict};
use crate::check::{About, Finding, world};
use crate::settings::Mistakes;
use std::net::IpAddr;
use std::path::PathBuf;

/// What `doctor` is asked.
#[derive(Debug, clap::Args)]
pub struct Asked {
    /// Only explain whom a connection from this address would be taken for, and ask nobody.
    #[arg(long, value_name = "IP")]
    pub peer: Option<IpAddr>,
    /// The X-Forwarded-For that comes with it, as in "198.51.100.7, 10.0.0.2".
    #[arg(long, value_name = "LIST", requires = "peer", default_value = "")]
    pub forwarded: String,
    /// Print what was found as JSON.
    #[arg(long)]
    pub json: bool,
}

/// Asks the world outside what the settings rely on.
pub fn run(file: Option<PathBuf>, asked: &Asked) -> Result<(), Failure> {
    let app = match check::program(file) {
        Ok((_, app)) => app,
        Err(Mistakes(mistakes)) => {
            let found = mistakes.into_iter().map(|mistake| Finding::new(About::Settings, mistake)).collect();
            return verdict::tell(found, asked.json, "Nobody was asked: mend the errors first.");
        }
    };
    let found = match asked.peer {
        Some(peer) => world::proxies(&app, peer, &asked.forwarded),
        None => world::doctor(&app),
    };
    verdict::tell(found, asked.json, "")
}
