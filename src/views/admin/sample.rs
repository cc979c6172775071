//! What each page for staff is given to show, as a sample: with everything there can be, or with as little. For telling
//! what is wrong with a template before anybody sees it.

use super::chart::{Bar, chart};
use super::sample_accounts;
use serde_json::{Value, json};

const AT: &str = "2026-11-22T10:00:00Z";
const ID: &str = "0193a1c2-0000-7000-8000-000000000000";

/// The sample of what this page alone shows.
pub fn view(name: &str, full: bool) -> Value {
    let some = |one: Value| if full { one } else { Value::Null };
    let time = |past: bool| json!({"at": AT, "words": "22 November 2026", "ago": if past { "just now" } else { "" }});
    let account = json!({"id": ID, "name": some(json!("ada")), "href": some(json!("/admin/accounts/1"))});
    let state = json!({"name": "failed", "words": "To be tried again", "tone": some(json!("bad")).as_str().unwrap_or_default()});
    let list = |row: Value| {
        json!({
            "at": "/admin/list", "rows": if full { json!([row]) } else { json!([]) }, "narrowed": full,
            "refused": false, "next": if full { "/admin/list?cursor=1" } else { "" }, "first": if full { "/admin/list" } else { "" },
            "clear": if full { "/admin/list" } else { "" },
        })
    };
    match name {
        "admin/overview.html" => overview(full),
        "admin/messages.html" => list(json!({
            "id": ID, "kind": "verify_email", "channel": "email", "destination": "ad*****@ex*****.***", "account": account,
            "state": state, "tries": 2, "why": "no route", "created": time(true), "due": time(false), "ended": time(true),
        })),
        "admin/tokens.html" => list(json!({
            "id": ID, "purpose": "Sign in", "channel": "email", "destination": "ad*****@ex*****.***", "account": account,
            "state": state, "attempts": 2, "issued": time(true), "expires": time(false), "throttled": time(false),
        })),
        "admin/events.html" => list(json!({
            "id": ID, "kind": "login", "words": "Signed in", "time": time(true), "account": account, "by": account,
            "ip": "192.0.2.7", "device": "Firefox on Linux", "more": [{"name": "fields", "values": ["Username", "First name"]}],
        })),
        "admin/accounts.html" => sample_accounts::accounts(full),
        "admin/account.html" => sample_accounts::account(full),
        "admin/account_sessions.html" | "admin/account_events.html" => sample_accounts::list(full),
        "admin/explain.html" if full => {
            json!({"sections": [{"title": "Account", "facts": [{"label": "State", "value": "Active"}]}]})
        }
        "admin/explain.html" => json!({"sections": []}),
        _ => json!({}),
    }
}

fn overview(full: bool) -> Value {
    let some = |one: Value| if full { json!([one]) } else { json!([]) };
    let bar = |good, bad| Bar { when: "10:00".to_owned(), good, bad };
    let bars = if full { vec![bar(3, 1), bar(0, 0)] } else { Vec::new() };
    json!({
        "figures": [{"label": "Accounts", "value": "1,000", "href": if full { json!("/admin") } else { Value::Null }}],
        "todo": some(json!({"title": "Something to do", "text": "And why.", "href": "/admin", "lang": "en"})),
        "spans": [{"href": "/admin?span=24h", "label": "24 hours", "current": full}],
        "charts": [chart("sample", "admin-chart-messages", (Some("admin-chart-sent"), Some("admin-chart-dead")), &bars)],
    })
}
