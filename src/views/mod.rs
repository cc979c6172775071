//! The HTML door: turns requests into calls of the verbs, and what comes of them into pages. Decides nothing.

mod account;
mod assets;
mod draw;
mod engine;
mod health;
mod login;
mod logout;
mod next;
mod page;
mod register;
mod submission;

pub use engine::Engine;
pub use page::Page;

use crate::web::read;
use actix_web::web::{ServiceConfig, post, resource, to};

/// Every page.
pub fn routes(config: &mut ServiceConfig) {
    config
        .service(
            resource("/login")
                .route(read().to(login::show))
                .route(post().to(login::submit))
                .default_service(page::wrong_method("GET, HEAD, POST")),
        )
        .service(
            resource("/register")
                .route(read().to(register::show))
                .route(post().to(register::submit))
                .default_service(page::wrong_method("GET, HEAD, POST")),
        )
        .service(
            resource("/register/{name}")
                .route(read().to(register::show_named))
                .route(post().to(register::submit_named))
                .default_service(page::wrong_method("GET, HEAD, POST")),
        )
        .service(resource("/logout").route(post().to(logout::submit)).default_service(page::wrong_method("POST")))
        .service(resource("/account").route(read().to(account::show)).default_service(page::wrong_method("GET, HEAD")))
        .service(resource("/").route(read().to(account::home)).default_service(page::wrong_method("GET, HEAD")))
        .default_service(to(page::not_found));
}

/// What needs nobody's session: files, and whether the program is alive.
pub fn plain_routes(config: &mut ServiceConfig) {
    config
        .service(
            resource("/static/{file}").route(read().to(assets::show)).default_service(page::wrong_method("GET, HEAD")),
        )
        .service(resource("/healthz").route(read().to(health::alive)).default_service(page::wrong_method("GET, HEAD")))
        .service(resource("/readyz").route(read().to(health::ready)).default_service(page::wrong_method("GET, HEAD")));
}
