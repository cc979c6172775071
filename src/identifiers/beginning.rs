//! What the beginning of an identifier may be the beginning of, in the forms that are stored. Knows no account: that
//! something begins so does not mean that there is anything.

use super::numbering;
use super::phone::dialled;
use super::text::{folded, shape};
use super::{Email, IdentifierKind, Phone, Region};

/// The canonical forms that an identifier beginning with `text` may begin with, each with its kind. None begins with
/// another of its kind. Empty for what no identifier begins with.
#[must_use]
pub fn beginnings(text: &str, region: Option<Region>) -> Vec<(IdentifierKind, String)> {
    let folded = folded(text);
    let plain = !folded.is_empty() && !folded.chars().any(|c| c.is_whitespace() || c.is_control());
    if !plain && !is_number(text) {
        return Vec::new();
    }
    match shape(text) {
        IdentifierKind::Phone => {
            let numbers = numbers(text, region).into_iter().map(|number| (IdentifierKind::Phone, number));
            // `007@example.org` begins with a digit too.
            numbers.chain((plain && folded.is_ascii()).then_some((IdentifierKind::Email, folded))).collect()
        }
        IdentifierKind::Email => {
            // A whole address is known in its one spelling; of a part only what is ASCII already.
            let whole = Email::parse(text).map(|email| email.canonical().to_owned());
            vec![(IdentifierKind::Email, whole.unwrap_or(folded))]
        }
        IdentifierKind::Username => {
            let email = folded.is_ascii().then(|| (IdentifierKind::Email, folded.clone()));
            std::iter::once((IdentifierKind::Username, folded)).chain(email).collect()
        }
    }
}

fn is_number(text: &str) -> bool {
    shape(text) == IdentifierKind::Phone && dialled(text).is_ok()
}

/// What a number in E.164 may begin with, of which this is the beginning: with `+`, without it, or as it is dialled in
/// `region`.
fn numbers(text: &str, region: Option<Region>) -> Vec<String> {
    let mut found = Vec::new();
    if let Ok(whole) = Phone::parse(text, region) {
        found.push(whole.as_str().to_owned());
    }
    if let Ok(typed) = dialled(text) {
        found.extend(numbering::beginnings(&typed, region.as_ref().map(Region::as_str)));
    }
    let mut shortest: Vec<String> = Vec::new();
    found.sort();
    for number in found {
        if !shortest.iter().any(|shorter| number.starts_with(shorter.as_str())) {
            shortest.push(number);
        }
    }
    shortest
}

/// The first text, in the order of bytes, that comes after everything beginning with `beginning`; none where nothing does.
#[must_use]
pub fn after(beginning: &str) -> Option<String> {
    let mut letters: Vec<char> = beginning.chars().collect();
    while let Some(last) = letters.pop() {
        let next = (u32::from(last) + 1..=u32::from(char::MAX)).find_map(char::from_u32);
        if let Some(next) = next {
            letters.push(next);
            return Some(letters.into_iter().collect());
        }
    }
    None
}

#[cfg(test)]
mod tests {
    use super::{after, beginnings};
    use crate::identifiers::{IdentifierKind, Region};

    fn found(text: &str, region: Option<&str>) -> Vec<String> {
        let region = region.map(|code| Region::parse(code).unwrap());
        let told = |(kind, text): (IdentifierKind, String)| format!("{kind} {text}");
        beginnings(text, region).into_iter().map(told).collect()
    }

    #[test]
    fn a_beginning_is_read_as_what_it_may_become() {
        assert_eq!(found("Ali", None), ["username ali", "email ali"]);
        assert_eq!(found("STRAß", None), ["username strass", "email strass"]);
        assert_eq!(found("Ärger", None), ["username ärger"]);
        assert_eq!(found("Alice@Exa", None), ["email alice@exa"]);
        assert_eq!(found("alice@Bücher.example", None), ["email alice@xn--bcher-kva.example"]);
        assert_eq!(found("100%_", None), ["email 100%_"]);
        assert_eq!(found("two words", None), [""; 0]);
        assert_eq!(found("\u{0}", None), [""; 0]);
        assert_eq!(found("", None), [""; 0]);
    }

    #[test]
    fn a_number_is_found_as_it_is_dialled_at_home_and_abroad() {
        for typed in ["+49 151", "+49 (0)151"] {
            assert!(found(typed, None).contains(&"phone +49151".to_owned()), "{typed}: {:?}", found(typed, None));
        }
        assert_eq!(found("49151", None), ["phone +49151", "email 49151"]);
        for typed in ["0151", "0 151", "151", "0049151"] {
            let all = found(typed, Some("DE"));
            assert!(all.contains(&"phone +49151".to_owned()), "{typed}: {all:?}");
        }
        assert!(found("0151 23456789", Some("DE")).contains(&"phone +4915123456789".to_owned()));
        assert!(found("06 6982", Some("IT")).contains(&"phone +39066982".to_owned()));
        assert!(found("(202) 555", Some("US")).contains(&"phone +1202555".to_owned()));
    }

    #[test]
    fn what_comes_after_a_beginning_comes_after_all_that_begins_so() {
        assert_eq!(after("ab").as_deref(), Some("ac"));
        assert_eq!(after("a\u{10ffff}").as_deref(), Some("b"));
        assert_eq!(after("\u{d7ff}").as_deref(), Some("\u{e000}"));
        assert_eq!(after("\u{10ffff}"), None);
        assert_eq!(after(""), None);
        assert!("ab\u{10ffff}\u{10ffff}" < after("ab").unwrap().as_str());
    }
}
