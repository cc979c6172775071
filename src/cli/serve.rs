//! `countersign serve`

use super::output::Failure;
use super::{log, start};
use crate::app::Countersign;
use crate::settings::{Settings, locate};
use crate::{server, views};
use std::net::TcpListener;
use std::path::PathBuf;

/// Migrates, then serves until told to stop.
pub fn run(file: Option<PathBuf>) -> Result<(), Failure> {
    let source = locate(file, &start::environment);
    let loaded = start::load_from(&source)?;
    log::start(&loaded.settings.log);
    let countersign = Countersign::builder().build(loaded)?;
    let app = countersign.app();
    // Sample data is not what people send: what it shows to be wrong is told, and stops nothing.
    if app.settings().templates.directory.is_some() {
        for mistake in views::rehearse(&app) {
            tracing::warn!(%mistake, "a template of your own");
        }
    }
    for name in start::bring_up_to_date(&app)? {
        tracing::info!(migration = name, "the database was brought up to date");
    }
    if let Some(redis) = app.redis() {
        // It says so itself in the log; what needs it answers 503 until it is there.
        let _ = redis.check(app.now());
    }
    let bind = app.settings().server.bind;
    let listener = TcpListener::bind(bind).map_err(|cause| {
        Failure::refused(format!("Cannot listen on {bind}: {cause}. Change server.bind, or stop what listens there."))
    })?;
    let address = listener.local_addr()?;
    let url = app.settings().public_url.base.clone();
    actix_web::rt::System::new().block_on(async move {
        let server = server::serve(&countersign, listener)?;
        server::reload_on_hang_up(&countersign, move || Settings::load(&source, &start::environment))?;
        tracing::info!(%address, url, version = env!("CARGO_PKG_VERSION"), "countersign is ready");
        server.await?;
        countersign.stop().await;
        Ok(())
    })
}
