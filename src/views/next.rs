//! Where to go after signing in: only ever to a path of this site.

/// `target` if it is a path of this site, as every browser reads it.
///
/// Browsers take `\` for `/`, drop tabs and line breaks, and read `//host` as another site; so what holds any of these
/// is not followed. A path that only decodes to such a thing stays a path.
#[must_use]
pub fn path_of_this_site(target: &str) -> Option<&str> {
    let rooted = target.starts_with('/') && !target.starts_with("//");
    let plain = target.chars().all(|c| !c.is_control() && !c.is_whitespace() && c != '\\');
    (rooted && plain && target.len() <= 2048).then_some(target)
}

/// `?next=…` for a link, or nothing.
#[must_use]
pub fn query(next: &str) -> String {
    if next.is_empty() {
        return String::new();
    }
    let encoded: String = url::form_urlencoded::byte_serialize(next.as_bytes()).collect();
    format!("?next={encoded}")
}

/// The `next` of a query string, if it may be followed; else empty.
#[must_use]
pub fn of_query(query: &str) -> String {
    let found = url::form_urlencoded::parse(query.as_bytes()).find(|(name, _)| name == "next");
    found.and_then(|(_, target)| path_of_this_site(&target).map(str::to_owned)).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::path_of_this_site;

    #[test]
    fn only_a_path_of_this_site_is_followed() {
        for good in ["/", "/account", "/a/b?c=d#e", "/%09/evil", "/@evil"] {
            assert_eq!(path_of_this_site(good), Some(good), "{good}");
        }
        let bad = [
            "",
            "account",
            "//evil",
            "///evil",
            "/\\evil",
            "\\\\evil",
            "/\t/evil",
            "/\n/evil",
            "\t//evil",
            " /account",
            "javascript:alert(1)",
            "https:evil",
            "https://evil",
            "https://good@evil",
            "/a b",
            "/\u{0}",
            "/\u{a0}",
        ];
        for target in bad {
            assert_eq!(path_of_this_site(target), None, "{target:?}");
        }
    }
}
