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

use actix_web::web::{ServiceConfig, get, post, resource, to};

/// Every page.
pub fn routes(config: &mut ServiceConfig) {
    config
        .service(
            resource("/login")
                .route(get().to(login::show))
                .route(post().to(login::submit))
                .default_service(page::wrong_method()),
        )
        .service(
            resource("/register")
                .route(get().to(register::show))
                .route(post().to(register::submit))
                .default_service(page::wrong_method()),
        )
        .service(
            resource("/register/{name}")
                .route(get().to(register::show_named))
                .route(post().to(register::submit_named))
                .default_service(page::wrong_method()),
        )
        .service(resource("/logout").route(post().to(logout::submit)).default_service(page::wrong_method()))
        .service(resource("/account").route(get().to(account::show)).default_service(page::wrong_method()))
        .service(resource("/").route(get().to(account::home)).default_service(page::wrong_method()))
        .default_service(to(page::not_found));
}

/// What needs nobody's session: files, and whether the program is alive.
pub fn plain_routes(config: &mut ServiceConfig) {
    config
        .service(resource("/static/{file}").route(get().to(assets::show)).default_service(page::wrong_method()))
        .service(resource("/healthz").route(get().to(health::alive)).default_service(page::wrong_method()))
        .service(resource("/readyz").route(get().to(health::ready)).default_service(page::wrong_method()));
}
