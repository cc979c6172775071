//! The text of a code: drawn evenly from its alphabet, and read back however people type it. Pure.

use super::CodeRules;
use crate::ambient::{Random, random_bytes};
use crate::error::Code;
use secrecy::SecretString;

/// Longer than any code with any spaces and dashes in it.
const LONGEST: usize = 256;

/// A new code. Every text of the right length is equally likely.
pub(super) fn draw(rules: &CodeRules, random: &dyn Random) -> SecretString {
    let size = rules.alphabet.len().clamp(1, 256);
    // Bytes beyond the last whole multiple would favour the first letters, so they are drawn anew.
    let fair = 256 - 256 % size;
    let mut code = String::with_capacity(rules.length);
    let mut length = 0;
    while length < rules.length {
        let [byte] = random_bytes::<1>(random);
        let byte = usize::from(byte);
        if byte < fair
            && let Some(letter) = rules.alphabet.get(byte % size)
        {
            code.push(*letter);
            length += 1;
        }
    }
    SecretString::from(code)
}

/// A code as it was sent, from a code as it was typed: in any case, with any spaces and dashes.
pub(super) fn read(typed: &str) -> String {
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
    use super::{draw, read};
    use crate::ambient::SystemRandom;
    use crate::otp::CodeRules;
    use secrecy::ExposeSecret;
    use std::collections::BTreeMap;
    use std::time::Duration;

    #[test]
    fn a_code_is_read_however_it_is_typed() {
        for typed in ["BCDF-GHJK", "bcdf ghjk", " b c d f g h j k ", "bcdf\u{2013}ghjk", "\u{202A}BCDFGHJK\u{202C}\n"] {
            assert_eq!(read(typed), "BCDFGHJK", "{typed:?}");
        }
        assert_eq!(read("123 456"), "123456");
        assert!(read(&"x".repeat(1_000_000)).len() <= 256);
    }

    #[test]
    fn every_letter_of_the_alphabet_is_as_likely_as_any_other() {
        let alphabet: Vec<char> = "BCDFGHJKLMNPQRSTVWXZ".chars().collect();
        let rules = CodeRules { length: 8, alphabet: alphabet.clone(), ttl: Duration::ZERO };
        let mut seen: BTreeMap<char, u32> = BTreeMap::new();
        for _ in 0..5_000 {
            let code = draw(&rules, &SystemRandom);
            assert_eq!(code.expose_secret().chars().count(), 8);
            code.expose_secret().chars().for_each(|c| *seen.entry(c).or_default() += 1);
        }
        // 2,000 of each are expected with a deviation of 44; seven of those either way never happen.
        assert_eq!(seen.keys().copied().collect::<Vec<_>>(), alphabet);
        assert!(seen.values().all(|count| (1_700..2_300).contains(count)), "{seen:?}");
    }
}
