//! Which of the languages offered a browser wants. Knows tags and `Accept-Language`, and nothing of words.

/// Longer headers are not read to their end.
const MOST_RANGES: usize = 50;

/// The language of `offered` that `accept`, the value of `Accept-Language`, asks for most: each of its ranges, the most
/// wanted first, as it is and then with its last parts left out (lookup, RFC 4647, 3.4). A range for all, `*`, and ranges
/// that are not wanted (`q=0`) choose nothing.
#[must_use]
pub fn wanted<'a>(accept: &str, offered: &'a [String]) -> Option<&'a str> {
    let mut ranges: Vec<(&str, u16)> = accept.split(',').take(MOST_RANGES).filter_map(range).collect();
    // Equally wanted ones stay in their order.
    ranges.sort_by_key(|(_, quality)| std::cmp::Reverse(*quality));
    ranges.into_iter().filter(|(_, quality)| *quality > 0).find_map(|(range, _)| nearest(range, offered))
}

/// The language of `offered` that is `tag`, or `tag` without its last parts.
#[must_use]
pub fn nearest<'a>(tag: &str, offered: &'a [String]) -> Option<&'a str> {
    let mut rest = tag;
    loop {
        if let Some(found) = offered.iter().find(|own| own.eq_ignore_ascii_case(rest)) {
            return Some(found);
        }
        rest = rest.rsplit_once('-')?.0;
        // What a single letter introduces goes together with it.
        if rest.rsplit_once('-').is_some_and(|(_, last)| last.len() == 1) {
            rest = rest.rsplit_once('-')?.0;
        }
    }
}

/// `de-AT;q=0.8` as the range and its quality in thousandths.
fn range(text: &str) -> Option<(&str, u16)> {
    let mut parts = text.split(';').map(str::trim);
    let tag = parts.next()?;
    let good = !tag.is_empty() && tag.len() <= 35 && tag.bytes().all(|b| b.is_ascii_alphanumeric() || b == b'-');
    let quality = parts.find_map(|part| part.strip_prefix("q=").or_else(|| part.strip_prefix("Q=")));
    good.then_some((tag, quality.map_or(1000, thousandths)))
}

/// A weight (RFC 9110, 12.4.2): from 0 to 1 with at most three digits. What is none weighs nothing.
fn thousandths(text: &str) -> u16 {
    let (whole, part) = text.split_once('.').unwrap_or((text, ""));
    let part: u16 = format!("{part:0<3}").parse().unwrap_or(1001);
    match (whole, part) {
        ("1", 0) => 1000,
        ("0", 0..=999) => part,
        _ => 0,
    }
}

#[cfg(test)]
mod tests {
    use super::wanted;

    #[test]
    fn the_most_wanted_language_that_is_offered_is_chosen() {
        let offered = ["en", "de", "zh", "pt-BR", "ar"].map(str::to_owned);
        for (accept, chosen) in [
            ("de", Some("de")),
            ("DE", Some("de")),
            ("de-AT", Some("de")),
            ("de-Latn-AT-1996", Some("de")),
            ("zh-Hant-TW", Some("zh")),
            ("fr, de;q=0.8, en;q=0.9", Some("en")),
            ("fr;q=1, ar;q=0.001", Some("ar")),
            ("de;q=0, en", Some("en")),
            ("de;q=0", None),
            ("en;q=0.5,de;q=0.5", Some("en")),
            ("pt-BR", Some("pt-BR")),
            ("pt", None),
            ("de-x-private", Some("de")),
            ("*", None),
            ("fr,*;q=0.5", None),
            ("", None),
            ("de;q=2", None),
            ("de;q=abc, en;q=0.1", Some("en")),
            ("de_AT", None),
            ("d\u{e9}", None),
            (",,;;q=,de", Some("de")),
        ] {
            assert_eq!(wanted(accept, &offered), chosen, "{accept}");
        }
    }
}
