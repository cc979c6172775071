//! Serves the figures for a monitoring system, at an address of their own.

use crate::app::Countersign;
use crate::error::{Error, Result};
use crate::metrics::Page;
use actix_web::dev::Server;
use actix_web::{App as Actix, HttpResponse, HttpServer, web};
use std::net::SocketAddr;

/// Serves them under `/metrics`. It is the site's own server that is told to stop; this one goes with it.
///
/// # Errors
/// When the address cannot be listened on.
pub(super) fn serve(countersign: &Countersign, bind: SocketAddr) -> Result<Server> {
    let countersign = countersign.clone();
    let server = HttpServer::new(move || {
        Actix::new().app_data(web::Data::new(countersign.clone())).route("/metrics", web::get().to(tell))
    });
    let server = server.workers(1).disable_signals().bind(bind).map_err(|cause| {
        Error::internal(format!("cannot listen on {bind}: {cause}. Change metrics.bind, or stop what listens there"))
    })?;
    Ok(server.run())
}

async fn tell(countersign: web::Data<Countersign>) -> HttpResponse {
    HttpResponse::Ok().content_type(Page::CONTENT_TYPE).body(countersign.app().figures().await)
}
