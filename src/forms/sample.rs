//! A text that matches a pattern: the shortest and plainest one there is. Pure; for examples, never for a check.

use super::checks::Pattern;
use regex_syntax::hir::{Class, Hir, HirKind};

/// A pattern that wants more than this has no plain example.
const LONGEST: usize = 200;

impl Pattern {
    /// A text that matches; none where the pattern looks at more than single characters, such as the ends of words.
    #[must_use]
    pub fn sample(&self) -> Option<String> {
        let mut text = String::new();
        write(&regex_syntax::parse(self.as_str()).ok()?, &mut text)?;
        self.matches(&text).then_some(text)
    }
}

/// Adds what `hir` matches at its least.
fn write(hir: &Hir, text: &mut String) -> Option<()> {
    match hir.kind() {
        HirKind::Empty | HirKind::Look(_) => {}
        HirKind::Literal(literal) => text.push_str(std::str::from_utf8(&literal.0).ok()?),
        HirKind::Class(class) => text.push(first_of(class)?),
        HirKind::Repetition(repeated) => {
            for _ in 0..repeated.min {
                write(&repeated.sub, text)?;
            }
        }
        HirKind::Capture(group) => write(&group.sub, text)?,
        HirKind::Concat(all) => all.iter().try_for_each(|one| write(one, text))?,
        HirKind::Alternation(all) => write(all.first()?, text)?,
    }
    (text.len() <= LONGEST).then_some(())
}

/// A letter or digit where there is one.
fn first_of(class: &Class) -> Option<char> {
    let Class::Unicode(class) = class else {
        let Class::Bytes(class) = class else { return None };
        return class.ranges().first().map(|range| char::from(range.start()));
    };
    let has = |c: &char| class.ranges().iter().any(|range| (range.start()..=range.end()).contains(c));
    let plain = ['A', 'a', '1', '0'].into_iter().find(has);
    plain.or_else(|| class.ranges().first().map(regex_syntax::hir::ClassUnicodeRange::start))
}

#[cfg(test)]
mod tests {
    use crate::forms::Pattern;

    #[test]
    fn a_sample_matches_its_pattern() {
        for (pattern, sample) in [
            ("^[A-Z]{2}[0-9]{6}$", Some("AA111111")),
            ("red|blue", Some("red")),
            (r"\d{4}-\d{2}", Some("1111-11")),
            ("(ab)+c?", Some("ab")),
            ("[^a-z]{1,3}", Some("A")),
            (r"x\by", None),
            ("a{500}", None),
        ] {
            assert_eq!(Pattern::new(pattern).unwrap().sample().as_deref(), sample, "{pattern}");
        }
    }
}
