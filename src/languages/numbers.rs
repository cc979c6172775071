//! Quantities as each language writes them: where marks stand between the digits, and which. Knows no words, and nothing
//! of numbers that are names: an id, a code or a year is filled in as a text.

use crate::phrase::Phrase;
use fluent_bundle::FluentValue;

/// How a language groups the digits of a whole number.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Grouping {
    /// Between groups.
    mark: char,
    /// Digits in each group but the last, which has three.
    size: usize,
    /// Digits before the first mark for which it is worth having any.
    least: usize,
}

/// "1,234": English, Chinese, and Arabic as it is written with the digits of our dates.
const COMMA: Grouping = Grouping { mark: ',', size: 3, least: 1 };
/// "12,34,567"
const LAKHS: Grouping = Grouping { mark: ',', size: 2, least: 1 };
/// "1.234"
const POINT: Grouping = Grouping { mark: '.', size: 3, least: 1 };
/// "1234", but "12.345"
const LATE_POINT: Grouping = Grouping { mark: '.', size: 3, least: 2 };
/// "1 234", as French has it, and ISO 80000-1, which no language reads as anything else.
const SPACE: Grouping = Grouping { mark: '\u{202f}', size: 3, least: 1 };

/// What a bundle formats its values with. It is handed no language, so there is one for each way to group.
pub(super) type Formatter<M> = fn(&FluentValue<'_>, &M) -> Option<String>;

/// A quantity by itself.
#[must_use]
pub fn number(count: i64) -> Phrase {
    Phrase::new("number").with("count", count)
}

/// How quantities are written in the language of this tag, whatever its region.
pub(super) fn formatter<M>(tag: &str) -> Formatter<M> {
    match tag.split('-').next().unwrap_or(tag) {
        "en" | "zh" | "ar" => |value, _| written(value, COMMA),
        "hi" => |value, _| written(value, LAKHS),
        "de" | "pt" => |value, _| written(value, POINT),
        "es" => |value, _| written(value, LATE_POINT),
        _ => |value, _| written(value, SPACE),
    }
}

/// A whole number in groups; everything else is left to Fluent.
fn written(value: &FluentValue<'_>, grouping: Grouping) -> Option<String> {
    let FluentValue::Number(number) = value else { return None };
    let plain = number.as_string();
    let (sign, digits) = plain.strip_prefix('-').map_or(("", &*plain), |digits| ("-", digits));
    let whole = digits.bytes().all(|digit| digit.is_ascii_digit());
    (whole && number.options.use_grouping).then(|| format!("{sign}{}", grouped(digits, grouping)))
}

fn grouped(digits: &str, Grouping { mark, size, least }: Grouping) -> String {
    if digits.len() < 3 + least {
        return digits.to_owned();
    }
    let first = digits.len() - 3;
    let mut all = String::with_capacity(digits.len() * 2);
    for (at, digit) in digits.chars().enumerate() {
        if at > 0 && at <= first && (first - at).is_multiple_of(size) {
            all.push(mark);
        }
        all.push(digit);
    }
    all
}

#[cfg(test)]
mod tests {
    use super::formatter;
    use fluent_bundle::FluentValue;

    fn told(tag: &str, number: impl Into<FluentValue<'static>>) -> Option<String> {
        formatter::<()>(tag)(&number.into(), &())
    }

    #[test]
    fn every_language_groups_digits_as_it_does() {
        let numbers = [0, 999, 1_234, 12_345, 123_456, 1_234_567, 12_345_678];
        for (tag, words) in [
            ("en", ["0", "999", "1,234", "12,345", "123,456", "1,234,567", "12,345,678"]),
            ("de", ["0", "999", "1.234", "12.345", "123.456", "1.234.567", "12.345.678"]),
            ("es", ["0", "999", "1234", "12.345", "123.456", "1.234.567", "12.345.678"]),
            ("fr", ["0", "999", "1_234", "12_345", "123_456", "1_234_567", "12_345_678"]),
            ("pt", ["0", "999", "1.234", "12.345", "123.456", "1.234.567", "12.345.678"]),
            ("ar", ["0", "999", "1,234", "12,345", "123,456", "1,234,567", "12,345,678"]),
            ("hi", ["0", "999", "1,234", "12,345", "1,23,456", "12,34,567", "1,23,45,678"]),
            ("zh", ["0", "999", "1,234", "12,345", "123,456", "1,234,567", "12,345,678"]),
            ("it", ["0", "999", "1_234", "12_345", "123_456", "1_234_567", "12_345_678"]),
            ("de-AT", ["0", "999", "1.234", "12.345", "123.456", "1.234.567", "12.345.678"]),
        ] {
            for (number, words) in numbers.into_iter().zip(words) {
                assert_eq!(told(tag, number), Some(words.replace('_', "\u{202f}")), "{tag}");
            }
        }
    }

    #[test]
    fn what_is_no_whole_number_is_left_alone() {
        assert_eq!((told("en", -1_234), told("en", -999)), (Some("-1,234".into()), Some("-999".into())));
        assert_eq!((told("en", 1_234.5), told("en", "1234")), (None, None));
    }
}
