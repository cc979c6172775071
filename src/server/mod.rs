//! The HTTP server: every path, what wraps it, how it starts and how it stops.

mod background;
mod figures;
mod mount;
mod reload;

pub use reload::reload_on_hang_up;

use crate::app::Countersign;
use crate::error::{Error, Result};
use crate::web as shared;
use actix_web::dev::Server;
use actix_web::middleware::from_fn;
use actix_web::{App as Actix, HttpServer, web};
use std::net::TcpListener;

/// HTTP connections at once in each worker; more wait in the system's own queue.
const CONNECTIONS: usize = 10_000;

/// Starts to serve on `listener`. The server stops when its handle says so or the process is told to.
///
/// # Errors
/// When the listener cannot be used.
pub fn serve(countersign: &Countersign, listener: TcpListener) -> Result<Server> {
    let app = countersign.app();
    let server = &app.settings().server;
    let (workers, head, stop) = (server.workers, server.request_timeout, server.shutdown_timeout);
    let prefix = app.settings().public_url.path.clone();
    let for_workers = countersign.clone();
    let server = HttpServer::new(move || {
        Actix::new()
            .app_data(web::Data::new(for_workers.clone()))
            .configure(|config| {
                // Without a path the application itself is the scope: so that what is no path at all is answered too.
                if prefix.is_empty() {
                    mount::paths(&for_workers, config);
                } else {
                    config.service(web::scope(&prefix).configure(|config| mount::paths(&for_workers, config)));
                }
            })
            .wrap(from_fn(shared::envelope))
    })
    .workers(workers)
    .max_connections(CONNECTIONS)
    .client_request_timeout(head)
    .shutdown_timeout(stop.as_secs())
    .listen(listener)
    .map_err(Error::internal)?
    .run();
    if let Some(bind) = app.settings().metrics {
        actix_web::rt::spawn(figures::serve(countersign, bind)?);
    }
    background::start(countersign);
    Ok(server)
}
