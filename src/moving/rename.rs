//! Another username for an account that cannot keep its own: made of the old one and of its key at the source, so that it is
//! the same whenever and in whatever order accounts come.

use crate::identifiers::Username;

/// Most characters taken from the old name and from the key.
const FROM_NAME: usize = 100;
const FROM_KEY: usize = 12;

/// The name to try at the `attempt`, counted from 1. For `ALICE` with the key 8: `ALICE-8`, `ALICE-8-2`, …
pub(super) fn candidate(old: Option<&str>, key: &str, attempt: u32) -> Option<Username> {
    let old = old.unwrap_or_default();
    let head = old.split_once('@').map_or(old, |(local, _)| local);
    let mut name: String = head.chars().take(FROM_NAME).map(|c| if may_follow(c) { c } else { '_' }).collect();
    name.truncate(name.trim_end_matches(['_', '-', '.']).len());
    if name.is_empty() {
        name.push_str("user");
    } else if Username::parse(&name).is_err() {
        name.insert(0, 'u');
    }
    let mut tail: Vec<char> = key.chars().filter(char::is_ascii_alphanumeric).rev().take(FROM_KEY).collect();
    tail.reverse();
    let tail: String = tail.into_iter().collect();
    let again = if attempt > 1 { format!("-{attempt}") } else { String::new() };
    [format!("{name}-{tail}{again}"), format!("user-{tail}{again}")].iter().find_map(|text| Username::parse(text).ok())
}

fn may_follow(c: char) -> bool {
    let mut probe = String::from("a");
    probe.push(c);
    Username::parse(&probe).is_ok()
}

#[cfg(test)]
mod tests {
    use super::candidate;

    #[test]
    fn a_name_that_breaks_the_rules_becomes_one_that_does_not() {
        for (old, key, name) in [
            (Some("ALICE"), "8", "ALICE-8"),
            (Some("john doe"), "12", "john_doe-12"),
            (Some("1abc"), "3", "u1abc-3"),
            (Some("a+b"), "3", "a_b-3"),
            (Some("someone@example.org"), "9", "someone-9"),
            (Some("+4915123456789"), "9", "u_4915123456789-9"),
            (Some("  "), "9", "user-9"),
            (Some("@@"), "9", "user-9"),
            (None, "0190e6c8-5d5a-7c3e-8f00-1234567890ab", "user-1234567890ab"),
            (Some("Ünal\u{200b}"), "5", "Ünal-5"),
        ] {
            assert_eq!(candidate(old, key, 1).unwrap().as_str(), name);
        }
        assert_eq!(candidate(Some("ALICE"), "8", 3).unwrap().as_str(), "ALICE-8-3");
        let long = "x".repeat(400);
        assert!(candidate(Some(&long), &long, 1).is_some());
    }
}
