//! Rules for single texts: names, paths of this site, regions; knows nothing of the other keys.

use super::keys::Refusal;

/// Takes anything. Returns a `Result` because the table holds rules of one shape.
#[allow(clippy::unnecessary_wraps, reason = "one shape for all rules")]
pub(super) fn any_text(_: &str) -> Result<(), Refusal> {
    Ok(())
}

/// Takes anything that is not blank.
pub(super) fn not_empty(text: &str) -> Result<(), Refusal> {
    if text.trim().is_empty() {
        return Err(Refusal::new("is empty", "Write a name, or leave the key out for its default."));
    }
    Ok(())
}

/// Takes a path of this site. What a browser could read as another host is refused.
pub(super) fn path_of_this_site(text: &str) -> Result<(), Refusal> {
    let problem = if !text.starts_with('/') {
        "does not begin with /"
    } else if text.starts_with("//") {
        "begins with //, which leads to another host"
    } else if text.contains('\\') {
        "has a backslash, which browsers take for a slash"
    } else if text.chars().any(|c| c.is_control() || c.is_whitespace()) {
        "has a space or a control character"
    } else {
        return Ok(());
    };
    Err(Refusal::new(problem, "Write a path of this site, as in \"/account\"."))
}

/// What the program itself has at the root of the site.
const OWN_PATHS: [&str; 14] = [
    "account",
    "api",
    "dev",
    "docs",
    "healthz",
    "login",
    "logout",
    "metrics",
    "openapi.json",
    "password",
    "readyz",
    "register",
    "static",
    "verify",
];

/// Takes a path that nothing else of the program is at: letters, digits, `-`, `_` and `.` between single slashes.
pub(super) fn path_of_admin(text: &str) -> Result<(), Refusal> {
    const REMEDY: &str = "Write a path of its own, as in \"/admin\" or \"/staff/console\".";
    let named = |part: &str| {
        let plain = part.chars().all(|c| c.is_ascii_alphanumeric() || "-_.".contains(c));
        plain && part.chars().any(|c| c != '.')
    };
    let mut parts = text.strip_prefix('/').unwrap_or_default().split('/');
    if !parts.clone().all(named) {
        let problem = "is no path of names made of letters, digits, \"-\", \"_\" and \".\" between single slashes";
        return Err(Refusal::new(problem, REMEDY));
    }
    if parts.next().is_some_and(|first| OWN_PATHS.contains(&first)) {
        return Err(Refusal::new("is where the program has other pages", REMEDY));
    }
    Ok(())
}

/// Takes what RFC 6265 allows as the name of a cookie, without the prefixes that browsers give a meaning to.
pub(super) fn cookie_name(text: &str) -> Result<(), Refusal> {
    let good = |c: char| c.is_ascii_alphanumeric() || "!#$%&'*+-.^_`|~".contains(c);
    if text.is_empty() || !text.chars().all(good) {
        return Err(Refusal::new(
            "cannot be the name of a cookie",
            "Use letters, digits, \"-\" and \"_\", as in \"countersign\".",
        ));
    }
    let lower = text.to_ascii_lowercase();
    if lower.starts_with("__host-") || lower.starts_with("__secure-") {
        return Err(Refusal::new(
            "has a prefix that the program adds by itself",
            "Leave the prefix out: a secure cookie gains __Host-.",
        ));
    }
    Ok(())
}

/// Takes nothing, or two capital letters.
pub(super) fn region(text: &str) -> Result<(), Refusal> {
    if text.is_empty() || (text.len() == 2 && text.bytes().all(|b| b.is_ascii_uppercase())) {
        return Ok(());
    }
    let upper = text.to_ascii_uppercase();
    let remedy = if upper.len() == 2 && upper.bytes().all(|b| b.is_ascii_uppercase()) {
        format!("Write \"{upper}\".")
    } else {
        "Write two capital letters, as in \"GB\" or \"DE\"; empty asks everyone for + and the country code.".to_owned()
    };
    Err(Refusal::new("is not a region", remedy))
}

/// Takes two capital letters.
pub(super) fn one_region(text: &str) -> Result<(), Refusal> {
    if text.is_empty() {
        return Err(Refusal::new("is not a region", "Write two capital letters, as in \"GB\"."));
    }
    region(text)
}
