//! Paths that are there only while the settings say so, asked for each request anew: a reload opens and closes them.

use crate::app::App;
use crate::settings::Settings;
use actix_web::guard::{Guard, fn_guard};
use actix_web::web;

/// Whether a path is there under these settings.
pub type There = fn(&Settings) -> bool;

/// Hides a path while `there` does not hold: it is then like one that never was.
pub fn only(there: There) -> impl Guard {
    fn_guard(move |cx| cx.app_data::<web::Data<App>>().is_some_and(|app| there(app.settings())))
}

/// There are phone numbers on this site.
#[must_use]
pub fn phones(settings: &Settings) -> bool {
    settings.phone_authentication_active
}

/// There are pages for staff.
#[must_use]
pub fn administered(settings: &Settings) -> bool {
    settings.admin.enabled
}

/// Codes can replace the password on this site.
#[must_use]
pub fn by_code(settings: &Settings) -> bool {
    settings.login.by_code
}
