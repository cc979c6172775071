//! A new code, drawn evenly from its alphabet. Pure.

use super::CodeRules;
use crate::ambient::{Random, random_bytes};
use secrecy::SecretString;

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

#[cfg(test)]
mod tests {
    use super::draw;
    use crate::ambient::SystemRandom;
    use crate::otp::CodeRules;
    use secrecy::ExposeSecret;
    use std::collections::BTreeMap;
    use std::time::Duration;

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
