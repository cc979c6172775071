//! The way between the pages of an account. Knows their paths and names, and nothing that stands on them.

use crate::accounts::SignedIn;
use crate::phrase::Phrase;
use serde_json::{Value, json};

/// The way between the pages of an account, for whoever is on one of them.
pub(super) fn nav(path: &str, phones: bool, who: Option<&SignedIn>) -> Vec<Value> {
    const PAGES: [(&str, &str); 7] = [
        ("/account", "nav-overview"),
        ("/account/profile", "nav-profile"),
        ("/account/email", "nav-email"),
        ("/account/phone", "nav-phone"),
        ("/account/password", "nav-password"),
        ("/account/sessions", "nav-sessions"),
        ("/account/events", "nav-activity"),
    ];
    if who.is_none() || !(path == "/account" || path.starts_with("/account/")) {
        return Vec::new();
    }
    let here = |href: &str| path == href || (href != "/account" && path.starts_with(&format!("{href}/")));
    let shown = PAGES.iter().filter(|(href, _)| phones || *href != "/account/phone");
    shown.map(|(href, label)| json!({"href": href, "label": Phrase::new(*label), "current": here(href)})).collect()
}
