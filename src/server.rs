//! The HTTP server: every path, what wraps it, how it starts and how it stops.

use crate::api;
use crate::app::App;
use crate::context::Client;
use crate::error::{Error, Result};
use crate::postman;
use crate::views;
use crate::web as shared;
use actix_web::dev::Server;
use actix_web::middleware::from_fn;
use actix_web::{App as Actix, HttpServer, web};
use std::net::TcpListener;
use std::time::Duration;

/// Sessions past their time and counters that matter no more are removed so often.
const PRUNE_EVERY: Duration = Duration::from_mins(10);
/// HTTP connections at once in each worker; more wait in the system's own queue.
const CONNECTIONS: usize = 10_000;

/// Starts to serve on `listener`. The server stops when its handle says so or the process is told to.
///
/// # Errors
/// When the listener cannot be used.
pub fn serve(app: App, listener: TcpListener) -> Result<Server> {
    let settings = app.settings();
    let server = &settings.server;
    let (workers, head, stop) = (server.workers, server.request_timeout, server.shutdown_timeout);
    let (phones, by_code) = (settings.phone_authentication_active, settings.login.by_code);
    let for_workers = app.clone();
    let server = HttpServer::new(move || {
        Actix::new()
            .app_data(web::Data::new(for_workers.clone()))
            .configure(views::plain_routes)
            .service(
                web::scope("/api/v1")
                    .wrap(shared::session_middleware(&for_workers))
                    .configure(|config| api::admin_routes(config, &for_workers.settings().admin))
                    .configure(|config| api::routes(config, phones, by_code)),
            )
            .service(
                web::scope("")
                    .wrap(shared::session_middleware(&for_workers))
                    .configure(|config| views::admin_routes(config, &for_workers.settings().admin))
                    .configure(|config| views::routes(config, phones, by_code)),
            )
            .wrap(from_fn(shared::envelope))
    })
    .workers(workers)
    .max_connections(CONNECTIONS)
    .client_request_timeout(head)
    .shutdown_timeout(stop.as_secs())
    .listen(listener)
    .map_err(Error::internal)?
    .run();
    postman::start(&app);
    #[cfg(unix)]
    actix_web::rt::spawn(hang_up(app.clone()));
    actix_web::rt::spawn(prune(app));
    Ok(server)
}

/// Ends the streams of the development inbox when the process is told to stop: the server waits for what is under way.
#[cfg(unix)]
async fn hang_up(app: App) {
    use actix_web::rt::signal::unix::{SignalKind, signal};
    if let Ok(mut told) = signal(SignalKind::terminate()) {
        told.recv().await;
        app.delivery().inbox().close();
    }
}

/// Forgets what has ended, now and then. Every process does; it is the same work to do once or twice.
async fn prune(app: App) {
    loop {
        match app.run(Client::local(), |accounts, cx| accounts.prune(cx)).await {
            Ok(pruned) => tracing::debug!(?pruned, "pruned"),
            Err(cause) => tracing::warn!(%cause, "could not prune"),
        }
        actix_web::rt::time::sleep(PRUNE_EVERY).await;
    }
}
