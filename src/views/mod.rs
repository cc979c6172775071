//! The HTML door: turns requests into calls of the verbs, and what comes of them into pages. Decides nothing.

mod account;
mod address_link;
mod admin;
mod api_docs;
mod assets;
mod change_address;
mod confirm;
mod delete;
mod dev_inbox;
mod device;
mod draw;
mod draw_form;
mod draw_verify;
mod events;
mod export;
mod files;
mod health;
mod language;
mod login;
mod login_by_code;
mod logout;
mod nav;
mod next;
mod page;
mod password;
mod profile;
mod register;
mod rehearse;
mod reset_password;
mod sessions;
mod submission;
mod verify;

pub use crate::templates::Engine;
pub use admin::{ROUTES as ADMIN_ROUTES, routes as admin_routes};
pub use api_docs::api_docs;
pub use page::Page;
pub use rehearse::rehearse;

use crate::otp::Channel;
use crate::web::{There, by_code, only, phones, read};
use actix_web::Route;
use actix_web::web::{ServiceConfig, post, resource, to};
use std::future::ready;

/// Every page. While there are no phone numbers on this site there are none for them, and without sign-in by code none
/// for that.
pub fn routes(config: &mut ServiceConfig) {
    page(config, "/language", None, Some(post().to(language::submit)));
    page(config, "/logout", None, Some(post().to(logout::submit)));
    messages(config);
    verification(config);
    recovery(config);
    codes(config);
    own_account(config);
    addresses(config);
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
        .service(resource("/").route(read().to(account::home)).default_service(page::wrong_method("GET, HEAD")))
        .default_service(to(page::not_found));
}

/// Stands with the requests to a path that only takes posts: nobody can come back to it.
struct OnlyPosted;

/// A page, and what it takes: reading, posting or both.
fn page(config: &mut ServiceConfig, path: &str, shown: Option<Route>, posted: Option<Route>) {
    page_while(|_| true, config, path, shown, posted);
}

/// A page that is there while `there` holds.
fn page_while(there: There, config: &mut ServiceConfig, path: &str, shown: Option<Route>, posted: Option<Route>) {
    let allowed = match (&shown, &posted) {
        (Some(_), Some(_)) => "GET, HEAD, POST",
        (Some(_), None) => "GET, HEAD",
        _ => "POST",
    };
    let only_posted = shown.is_none();
    let routes = shown.into_iter().chain(posted).fold(resource(path).guard(only(there)), actix_web::Resource::route);
    let routes = routes.default_service(page::wrong_method(allowed));
    config.service(if only_posted { routes.app_data(OnlyPosted) } else { routes });
}

fn verification(config: &mut ServiceConfig) {
    use verify as v;
    page(config, "/verify/email", Some(read().to(v::show_email)), Some(post().to(v::submit_email)));
    page(config, "/verify/email/resend", None, Some(post().to(v::resend_email)));
    page(config, "/verify/email/complete", Some(read().to(v::complete_email)), None);
    let link = "/verify/email/{token}/{secret}";
    page(config, link, Some(read().to(v::show_link)), Some(post().to(v::submit_link)));
    let (show, submit) = (read().to(v::show_phone), post().to(v::submit_phone));
    page_while(phones, config, "/verify/phone", Some(show), Some(submit));
    page_while(phones, config, "/verify/phone/resend", None, Some(post().to(v::resend_phone)));
    page_while(phones, config, "/verify/phone/complete", Some(read().to(v::complete_phone)), None);
}

fn recovery(config: &mut ServiceConfig) {
    use reset_password as r;
    page(config, "/password/reset", Some(read().to(r::show)), Some(post().to(r::submit)));
    page(config, "/password/reset/done", Some(read().to(r::show_done)), Some(post().to(r::submit_done)));
    page(config, "/password/reset/complete", Some(read().to(r::complete)), None);
    let link = "/password/reset/{token}/{secret}";
    page(config, link, Some(read().to(r::show_link)), Some(post().to(r::submit_link)));
}

fn codes(config: &mut ServiceConfig) {
    use login_by_code as l;
    let mut page = |path, show, submit| page_while(by_code, config, path, Some(show), Some(submit));
    page("/login/code", read().to(l::show), post().to(l::submit));
    page("/login/code/confirm", read().to(l::show_confirm), post().to(l::submit_confirm));
    page("/login/code/{token}/{secret}", read().to(l::show_link), post().to(l::submit_link));
}

/// What somebody does to their own account.
fn own_account(config: &mut ServiceConfig) {
    page(config, "/account", Some(read().to(account::show)), None);
    page(config, "/account/profile", Some(read().to(profile::show)), Some(post().to(profile::submit)));
    page(config, "/account/password", Some(read().to(password::show)), Some(post().to(password::submit)));
    page(config, "/account/sessions", Some(read().to(sessions::show)), Some(post().to(sessions::submit)));
    page(config, "/account/delete", Some(read().to(delete::show)), Some(post().to(delete::submit)));
    page(config, "/account/delete/cancel", None, Some(post().to(delete::keep)));
    page(config, "/account/delete/complete", Some(read().to(delete::complete)), None);
    page(config, "/account/export", Some(read().to(export::show)), Some(post().to(export::submit)));
    page(config, "/account/events", Some(read().to(events::show)), None);
    page(config, "/account/confirm", Some(read().to(confirm::show)), Some(post().to(confirm::submit)));
}

/// Changing and removing addresses, and the links about that.
fn addresses(config: &mut ServiceConfig) {
    use {address_link as l, change_address as c};
    for (channel, there) in [(Channel::Email, (|_| true) as There), (Channel::Phone, phones)] {
        let mut page = |path: &str, show, submit| page_while(there, config, path, show, submit);
        let at = format!("/account/{}", channel.as_str());
        let show = read().to(move |request, app| c::show(request, app, channel));
        page(&at, Some(show), Some(post().to(move |post| c::submit(post, channel))));
        let show = read().to(move |request, app| c::show_confirm(request, app, channel));
        let submit = post().to(move |post| c::submit_confirm(post, channel));
        page(&format!("{at}/confirm"), Some(show), Some(submit));
        let show = read().to(move |request, app| c::show_remove(request, app, channel));
        let submit = post().to(move |post| c::submit_remove(post, channel));
        page(&format!("{at}/remove"), Some(show), Some(submit));
        page(&format!("{at}/resend"), None, Some(post().to(move |post| c::resend(post, channel))));
        page(&format!("{at}/cancel"), None, Some(post().to(move |post| c::cancel(post, channel))));
        let show = read().to(move |request, link| ready(l::show_undo(&request, &link, channel)));
        let submit = post().to(move |post, link| l::submit_undo(post, link, channel));
        page(&format!("{at}/undo/{{token}}/{{secret}}"), Some(show), Some(submit));
        let show = read().to(move |request| ready(l::undone(&request, channel)));
        page(&format!("{at}/undone"), Some(show), None);
    }
    let link = "/account/email/confirm/{token}/{secret}";
    page(config, link, Some(read().to(l::show_confirm)), Some(post().to(l::submit_confirm)));
    page(config, "/account/email/complete", Some(read().to(l::complete)), None);
}

fn messages(config: &mut ServiceConfig) {
    page(config, "/dev/inbox", Some(read().to(dev_inbox::show)), None);
    page(config, "/dev/inbox/events", Some(read().to(dev_inbox::news)), None);
    page(config, "/dev/inbox/preview", Some(read().to(dev_inbox::preview)), None);
    page(config, "/dev/inbox/preview/{name}", Some(read().to(dev_inbox::preview_html)), None);
    page(config, "/dev/inbox/{id}", Some(read().to(dev_inbox::show_html)), None);
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
