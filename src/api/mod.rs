//! The JSON door: turns requests into calls of the verbs, and what comes of them into JSON. Decides nothing.

mod account;
mod admin;
mod answer;
mod call;
mod change_address;
mod events;
mod export;
mod forms;
mod login;
mod login_by_code;
mod logout;
mod me;
mod password;
mod problem;
mod refresh;
mod register;
mod reset_password;
mod sessions;
mod verify;

pub use account::{account_json, user_json};
pub use admin::{ROUTES as ADMIN_ROUTES, routes as admin_routes};
pub use export::as_file;
pub use problem::{Problem, wait_in_words};

use crate::otp::Channel;
use crate::web::{There, by_code, only, phones, read};
use actix_web::web::{ServiceConfig, delete, patch, post, resource};

/// Every path of the API, under `/api/v1`. While there are no phone numbers on this site there are none for them, and
/// without sign-in by code none for that.
pub fn routes(config: &mut ServiceConfig) {
    let always: There = |_| true;
    for (there, path, route) in [
        (always, "/verify/email", post().to(verify::email)),
        (always, "/verify/email/resend", post().to(verify::resend_email)),
        (phones, "/verify/phone", post().to(verify::phone)),
        (phones, "/verify/phone/resend", post().to(verify::resend_phone)),
        (always, "/password/reset", post().to(reset_password::request)),
        (always, "/password/reset/confirm", post().to(reset_password::confirm)),
        (by_code, "/login/code", post().to(login_by_code::request)),
        (by_code, "/login/code/confirm", post().to(login_by_code::confirm)),
    ] {
        let resource = resource(path).guard(only(there)).route(route);
        config.service(resource.default_service(problem::wrong_method("POST")));
    }
    own_account(config);
    addresses(config);
    config
        .service(
            resource("/forms/{name}").route(read().to(forms::show)).default_service(problem::wrong_method("GET, HEAD")),
        )
        .service(
            resource("/register").route(post().to(register::submit)).default_service(problem::wrong_method("POST")),
        )
        .service(
            resource("/register/{name}")
                .route(post().to(register::submit_named))
                .default_service(problem::wrong_method("POST")),
        )
        .service(resource("/login").route(post().to(login::submit)).default_service(problem::wrong_method("POST")))
        .service(resource("/logout").route(post().to(logout::submit)).default_service(problem::wrong_method("POST")))
        .service(
            resource("/token/refresh").route(post().to(refresh::submit)).default_service(problem::wrong_method("POST")),
        )
        .default_service(actix_web::web::to(problem::not_found));
}

/// What somebody does to their own account.
fn own_account(config: &mut ServiceConfig) {
    config
        .service(
            resource("/me")
                .route(read().to(me::show))
                .route(patch().to(me::update))
                .route(delete().to(me::delete))
                .default_service(problem::wrong_method("GET, HEAD, PATCH, DELETE")),
        )
        .service(
            resource("/me/delete/cancel").route(post().to(me::keep)).default_service(problem::wrong_method("POST")),
        )
        .service(
            resource("/me/export").route(read().to(export::show)).default_service(problem::wrong_method("GET, HEAD")),
        )
        .service(
            resource("/me/password").route(post().to(password::change)).default_service(problem::wrong_method("POST")),
        )
        .service(
            resource("/me/reauthenticate")
                .route(post().to(password::reauthenticate))
                .default_service(problem::wrong_method("POST")),
        )
        .service(
            resource("/me/sessions")
                .route(read().to(sessions::list))
                .route(delete().to(sessions::end_others))
                .default_service(problem::wrong_method("GET, HEAD, DELETE")),
        )
        .service(
            resource("/me/sessions/{id}")
                .route(delete().to(sessions::end))
                .default_service(problem::wrong_method("DELETE")),
        )
        .service(
            resource("/me/events").route(read().to(events::list)).default_service(problem::wrong_method("GET, HEAD")),
        );
}

/// Changing and removing the addresses of whoever is signed in.
fn addresses(config: &mut ServiceConfig) {
    use change_address as c;
    for (channel, there) in [(Channel::Email, (|_| true) as There), (Channel::Phone, phones)] {
        let at = format!("/me/{}", channel.as_str());
        config
            .service(
                resource(at.as_str())
                    .guard(only(there))
                    .route(post().to(move |call| c::request(call, channel)))
                    .route(delete().to(move |call| c::remove(call, channel)))
                    .default_service(problem::wrong_method("POST, DELETE")),
            )
            .service(
                resource(format!("{at}/pending"))
                    .guard(only(there))
                    .route(delete().to(move |call| c::cancel(call, channel)))
                    .default_service(problem::wrong_method("DELETE")),
            );
        for (path, route) in [
            ("confirm", post().to(move |call| c::confirm(call, channel))),
            ("resend", post().to(move |call| c::resend(call, channel))),
        ] {
            let both = resource(format!("{at}/{path}")).guard(only(there)).route(route);
            config.service(both.default_service(problem::wrong_method("POST")));
        }
    }
}
