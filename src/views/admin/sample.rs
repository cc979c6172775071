//! What each page for staff is given to show, as a sample: with everything there can be, or with as little. For telling
//! what is wrong with a template before anybody sees it.

use serde_json::{Value, json};

/// The sample of what this page alone shows.
pub fn view(name: &str, full: bool) -> Value {
    let count = if full { 1_000 } else { 0 };
    match name {
        "admin/overview.html" => json!({"figures": [{"label": "Accounts", "value": count}]}),
        "admin/explain.html" if full => {
            json!({"sections": [{"title": "Account", "facts": [{"label": "State", "value": "Active"}]}]})
        }
        "admin/explain.html" => json!({"sections": []}),
        _ => json!({}),
    }
}
