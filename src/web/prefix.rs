//! The path of `public_url`, under which everything of ours lies where it is mounted in a site of somebody else's. Handlers
//! and templates know only our own paths; what leaves gets the prefix here.

use crate::app::App;
use actix_web::body::BoxBody;
use actix_web::dev::ServiceResponse;
use actix_web::http::header::{self, HeaderValue};

/// What stands before a path in a page.
const ATTRIBUTES: [&str; 3] = ["href", "action", "src"];

/// Whether `path` is one of ours that lacks the prefix still. No path of ours begins like a prefix: the settings see to it.
fn lacks(prefix: &str, path: &str) -> bool {
    let within =
        path.strip_prefix(prefix).is_some_and(|rest| rest.is_empty() || rest.starts_with(['/', '?', '#', '"']));
    path.starts_with('/') && !path.starts_with("//") && !within
}

/// A page whose links and forms lead to paths under `prefix`.
#[must_use]
pub fn under(prefix: &str, page: String) -> String {
    if prefix.is_empty() {
        return page;
    }
    let mut out = String::with_capacity(page.len() + 1024);
    let mut rest = page.as_str();
    while let Some(at) = rest.find("=\"/") {
        let (before, value) = rest.split_at(at + 2);
        out.push_str(before);
        if ATTRIBUTES.iter().any(|name| rest[..at].ends_with(name)) && lacks(prefix, value) {
            out.push_str(prefix);
        }
        rest = value;
    }
    out.push_str(rest);
    out
}

/// Sends a redirect to a path of ours where that is.
pub(super) fn redirect_under(app: &App, reply: &mut ServiceResponse<BoxBody>) {
    let prefix = app.settings().public_url.path.as_str();
    let Some(to) = reply.headers().get(header::LOCATION).and_then(|to| to.to_str().ok()).map(str::to_owned) else {
        return;
    };
    if !prefix.is_empty()
        && lacks(prefix, &to)
        && let Ok(to) = HeaderValue::from_str(&format!("{prefix}{to}"))
    {
        reply.headers_mut().insert(header::LOCATION, to);
    }
}

#[cfg(test)]
mod tests {
    use super::under;

    #[test]
    fn paths_of_ours_get_the_prefix_once_and_nothing_else_does() {
        let page = "<a href=\"/login?next=/x\"><form action=\"/logout\"><button formaction=\"/a\"><img src=\"/static/x\">\
                    <a href=\"/shop/login\"><a href=\"/shop\"><a href=\"//evil\"><a href=\"https://x/y\"><input value=\"/login\">";
        let expected = "<a href=\"/shop/login?next=/x\"><form action=\"/shop/logout\"><button formaction=\"/shop/a\"><img src=\"/shop/static/x\">\
                    <a href=\"/shop/login\"><a href=\"/shop\"><a href=\"//evil\"><a href=\"https://x/y\"><input value=\"/login\">";
        assert_eq!(under("/shop", page.to_owned()), expected);
        assert_eq!(under("", page.to_owned()), page);
        assert_eq!(under("/shop", "<a href=\"/shops\">".into()), "<a href=\"/shop/shops\">");
    }
}
