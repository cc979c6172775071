//! Unicode operations that the three kinds share; knows no rule of any one kind beyond its shape.

use super::IdentifierKind;
use icu_casemap::CaseMapper;
use icu_normalizer::{ComposingNormalizer, DecomposingNormalizer};
use icu_properties::props::{DefaultIgnorableCodePoint, GeneralCategory};
use icu_properties::{CodePointMapData, CodePointSetData};
use std::fmt::Write as _;

/// Rounds after which [`nfkc_casefold`] stops. Unicode's own data settle in two.
const ROUNDS: usize = 8;

/// Texts of more bytes than this are no identifier of any kind, and only their beginning is used as a key.
const KEY_BYTES: usize = 1024;

/// The general category of a character (Unicode, chapter 4.5).
pub(super) fn category(c: char) -> GeneralCategory {
    CodePointMapData::<GeneralCategory>::new().get(c)
}

/// Whether a character is invisible by its nature (`Default_Ignorable_Code_Point`).
pub(super) fn is_ignorable(c: char) -> bool {
    CodePointSetData::new::<DefaultIgnorableCodePoint>().contains(c)
}

/// Normalisation form KC (UAX #15).
pub(super) fn nfkc(text: &str) -> String {
    ComposingNormalizer::new_nfkc().normalize(text).into_owned()
}

/// `toNFKC_Casefold` (Unicode, chapter 3.13), repeated until it changes nothing more, so that any
/// two texts that meet once stay together, whatever was applied to them before.
pub(super) fn nfkc_casefold(text: &str) -> String {
    let fold = CaseMapper::new();
    let mut now = text.to_owned();
    for _ in 0..ROUNDS {
        let plain = DecomposingNormalizer::new_nfd().normalize(&now);
        let folded = fold.fold_string(&plain);
        let visible: String = folded.chars().filter(|c| !is_ignorable(*c)).collect();
        let next = nfkc(&visible);
        if next == now {
            break;
        }
        now = next;
    }
    now
}

/// A text as it is compared with others: trimmed and folded (`NFKC_Casefold`).
#[must_use]
pub fn folded(text: &str) -> String {
    nfkc_casefold(text.trim())
}

/// The only kind of identifier that a text can be, by its shape alone (contract, section 3): with an `@` an email
/// address; beginning with `+`, `(` or a decimal digit of any script a phone number; else a username.
/// White space and invisible characters in front do not count, and full-width forms count as what they stand for.
#[must_use]
pub fn shape(raw: &str) -> IdentifierKind {
    let normal = ComposingNormalizer::new_nfkc();
    let mut first = None;
    for c in normal.normalize_iter(raw.chars()) {
        if c == '@' {
            return IdentifierKind::Email;
        }
        if first.is_none() && !c.is_whitespace() && !is_ignorable(c) {
            first = Some(c);
        }
    }
    match first {
        Some('+' | '(') => IdentifierKind::Phone,
        Some(c) if category(c) == GeneralCategory::DecimalNumber => IdentifierKind::Phone,
        _ => IdentifierKind::Username,
    }
}

/// A key for text that is no valid identifier of its kind: trimmed and folded (`NFKC_Casefold`), so that the spellings of one
/// unknown thing share one counter of failures. Never more than about a kilobyte, whatever came in.
#[must_use]
pub fn fallback_key(raw: &str) -> String {
    let text = raw.trim();
    let head = head(text, KEY_BYTES);
    let mut key = nfkc_casefold(head).trim().to_owned();
    if head.len() < text.len() || key.len() > KEY_BYTES {
        key = self::head(&key, KEY_BYTES).to_owned();
        // Long texts that begin alike are told apart by their length alone: enough for a counter, and bounded.
        let _ = write!(key, "…{}", text.len());
    }
    key
}

/// The first `limit` bytes of `text`, cut at a character.
pub(super) fn head(text: &str, limit: usize) -> &str {
    &text[..text.floor_char_boundary(limit)]
}
