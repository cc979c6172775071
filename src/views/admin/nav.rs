//! The way between the pages for staff. Knows their paths and names, and nothing that stands on them.

use crate::settings::Admin;
use serde_json::{Value, json};

/// What every page for staff is given beside what all pages are: where they are, and the way between them.
pub fn nav(admin: &Admin, path: &str) -> Value {
    const PAGES: [(&str, &str); 2] = [("", "Overview"), ("/accounts", "Accounts")];
    let root = admin.path.as_str();
    let below = |at: &str| path.strip_prefix(root).and_then(|rest| rest.strip_prefix(at));
    let here = |at: &str| below(at).is_some_and(|rest| rest.is_empty() || (!at.is_empty() && rest.starts_with('/')));
    let pages =
        PAGES.iter().map(|(at, label)| json!({"href": format!("{root}{at}"), "label": label, "current": here(at)}));
    json!({"path": root, "nav": pages.collect::<Vec<_>>()})
}
