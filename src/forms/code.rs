//! A code as people type it, and the code as it was sent. Pure.

use crate::error::Code;

/// Longer than any code with any spaces and dashes in it.
const LONGEST: usize = 256;

/// A code as it was sent, from a code as it was typed: in any case, with any spaces and dashes.
#[must_use]
pub fn read(typed: &str) -> String {
    let kept = typed.chars().take(LONGEST).filter(|c| !c.is_whitespace() && !is_dash(*c) && !is_invisible(*c));
    kept.flat_map(char::to_uppercase).collect()
}

/// Why a text is no code at all, before anybody asks whether it is the right one.
#[must_use]
pub fn flaw(typed: &str) -> Option<Code> {
    if typed.chars().nth(LONGEST).is_some() {
        return Some(Code::TooLong);
    }
    read(typed).is_empty().then_some(Code::Blank)
}

fn is_dash(c: char) -> bool {
    matches!(c, '-' | '\u{2010}'..='\u{2015}' | '\u{2212}' | '\u{FE58}' | '\u{FE63}' | '\u{FF0D}')
}

/// What comes along when a code is copied out of a message.
fn is_invisible(c: char) -> bool {
    matches!(c, '\u{200B}'..='\u{200F}' | '\u{202A}'..='\u{202E}' | '\u{2060}'..='\u{2069}' | '\u{FEFF}')
}

#[cfg(test)]
mod tests {
    use super::{flaw, read};
    use crate::error::Code;

    #[test]
    fn a_code_is_read_however_it_is_typed() {
        for typed in ["BCDF-GHJK", "bcdf ghjk", " b c d f g h j k ", "bcdf\u{2013}ghjk", "\u{202A}BCDFGHJK\u{202C}\n"] {
            assert_eq!(read(typed), "BCDFGHJK", "{typed:?}");
        }
        assert_eq!(read("123 456"), "123456");
        assert!(read(&"x".repeat(1_000_000)).len() <= 256);
    }

    #[test]
    fn what_is_no_code_is_told_from_a_wrong_one() {
        assert_eq!(flaw(" - "), Some(Code::Blank));
        assert_eq!(flaw(&"x".repeat(10_000)), Some(Code::TooLong));
        assert_eq!(flaw("B"), None);
    }
}
