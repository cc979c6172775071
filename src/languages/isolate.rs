//! Texts of other people and other machines inside a sentence that is read in the other direction: marks around them keep
//! their order, and that of what stands beside them. Pure.

use std::borrow::Cow;

/// The text is set apart, and goes in the direction of its first letter (FIRST STRONG ISOLATE); without letters, as a phone
/// number is, from left to right.
const APART: char = '\u{2068}';
/// What was set apart ends (POP DIRECTIONAL ISOLATE).
const END: char = '\u{2069}';

/// The text between marks that set it apart, if it needs them. An address of the web is left alone: its path may follow it,
/// and whoever makes a link of it would take a mark for a part of it.
#[must_use]
pub(super) fn isolated(text: &str, from_the_right: bool) -> Cow<'_, str> {
    let fits = if from_the_right { text.chars().all(stays) } else { !text.chars().any(is_from_the_right) };
    if fits || text.contains("://") { Cow::Borrowed(text) } else { Cow::Owned(format!("{APART}{text}{END}")) }
}

/// The text without any mark that sets something apart, for where these would be shown, paid for or sent on.
#[must_use]
pub fn unmarked(text: &str) -> String {
    text.chars().filter(|c| !matches!(c, '\u{2066}'..=END)).collect()
}

/// What is at its right place between letters that go from right to left: these themselves, and numbers as of a year or a
/// time of day.
fn stays(c: char) -> bool {
    c.is_ascii_digit() || matches!(c, ' ' | ':') || is_from_the_right(c)
}

fn is_from_the_right(c: char) -> bool {
    matches!(c, '\u{590}'..='\u{8ff}' | '\u{fb1d}'..='\u{fdff}' | '\u{fe70}'..='\u{feff}' | '\u{10800}'..='\u{10fff}' | '\u{1e800}'..='\u{1efff}')
}

#[cfg(test)]
mod tests {
    use super::{isolated, unmarked};

    #[test]
    fn what_would_lose_its_order_is_set_apart_and_nothing_else() {
        for text in [
            "+4915123456789",
            "+*********89",
            "ada@example.org",
            "ada",
            "عادل@example.org",
            "BCDF-GHJK",
            "192.0.2.7",
            "a b",
            "(x)",
        ] {
            let apart = isolated(text, true);
            assert_eq!(apart, format!("\u{2068}{text}\u{2069}"));
            assert_eq!(unmarked(&apart), text);
        }
        for text in ["", "2026", "10:00", "عادل", "15 دقيقة", "الآن", "https://club.example.org"] {
            assert_eq!(isolated(text, true), text);
        }
        assert_eq!(isolated("عادل", false), "\u{2068}عادل\u{2069}");
        for text in ["ada", "+4915123456789", "", "李小龍"] {
            assert_eq!(isolated(text, false), text);
        }
    }
}
