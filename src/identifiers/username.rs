//! Usernames: names people choose, kept clear of email addresses, phone numbers and look-alikes; knows no reserved words.

use super::text::{category, is_ignorable, nfkc, nfkc_casefold};
use super::{Flaw, IdentifierKind};
use icu_properties::props::GeneralCategory as Gc;
use std::fmt;

/// Most characters in a username, counted after NFKC.
const MAX_CHARS: usize = 150;
/// Most bytes looked at. No text that NFKC brings under 150 characters of 4 bytes needs more: it shortens
/// by composing, and the longest compositions are of four characters.
const MAX_BYTES: usize = MAX_CHARS * 4 * 4;

const TOO_LONG: &str = "identifier-username-too-long";
const CHARACTERS: &str = "identifier-username-characters";
const FIRST: &str = "identifier-username-first";
const INVISIBLE: &str = "identifier-username-invisible";

/// A username (contract, section 3): 1 to 150 characters after NFKC; a letter, mark or non-decimal number, then letters, marks,
/// numbers, `.`, `_`, `-`.
#[derive(Clone, PartialEq, Eq, Hash)]
pub struct Username {
    shown: String,
    canonical: String,
}

impl Username {
    /// Reads a username. It is not trimmed: a space is a mistake, wherever it stands.
    ///
    /// # Errors
    /// `Blank` for nothing, `TooLong` above 150 characters, `Invalid` for a character that usernames do not have.
    pub fn parse(raw: &str) -> Result<Self, Flaw> {
        if raw.is_empty() {
            return Err(Flaw::blank());
        }
        if raw.len() > MAX_BYTES {
            return Err(Flaw::too_long(TOO_LONG));
        }
        // Normalised before it is judged: `⑴` becomes `(1)` and `＠` becomes `@`.
        let shown = nfkc(raw);
        if shown.chars().count() > MAX_CHARS {
            return Err(Flaw::too_long(TOO_LONG));
        }
        judge(&shown)?;
        let canonical = nfkc_casefold(&shown);
        // Folding maps letters to letters; should a version of Unicode ever disagree, the name is refused, not stored.
        judge(&canonical)?;
        Ok(Self { shown, canonical })
    }

    /// As typed, after NFKC: what is shown.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.shown
    }

    /// `NFKC_Casefold` of the name, to a fixpoint: what it is unique and found by. At most 450 characters.
    #[must_use]
    pub fn canonical(&self) -> &str {
        &self.canonical
    }

    /// The skeleton (UTS #39, section 4) of the canonical form: equal for names that look alike in lower case.
    #[must_use]
    pub fn skeleton(&self) -> String {
        unicode_security::skeleton(&self.canonical).collect()
    }

    /// The skeleton (UTS #39, section 4) of the form as shown: equal for names that look alike as people see them, `I` and `l` for one.
    #[must_use]
    pub fn shown_skeleton(&self) -> String {
        unicode_security::skeleton(&self.shown).collect()
    }

    /// Always [`IdentifierKind::Username`].
    #[must_use]
    pub fn kind(&self) -> IdentifierKind {
        IdentifierKind::Username
    }
}

/// The rule itself, for text that is normalised already.
fn judge(name: &str) -> Result<(), Flaw> {
    let Some(first) = name.chars().next() else {
        return Err(Flaw::invalid(CHARACTERS));
    };
    if name.chars().any(is_ignorable) {
        return Err(Flaw::invalid(INVISIBLE));
    }
    if !name.chars().all(is_allowed) {
        return Err(Flaw::invalid(CHARACTERS));
    }
    // A decimal digit in front would make it a phone number by its shape.
    if matches!(first, '.' | '_' | '-') || matches!(category(first), Gc::DecimalNumber | Gc::EnclosingMark) {
        return Err(Flaw::invalid(FIRST));
    }
    Ok(())
}

fn is_allowed(c: char) -> bool {
    matches!(c, '.' | '_' | '-')
        || matches!(
            category(c),
            Gc::UppercaseLetter
                | Gc::LowercaseLetter
                | Gc::TitlecaseLetter
                | Gc::ModifierLetter
                | Gc::OtherLetter
                | Gc::NonspacingMark
                | Gc::SpacingMark
                | Gc::EnclosingMark
                | Gc::DecimalNumber
                | Gc::LetterNumber
                | Gc::OtherNumber
        )
}

impl fmt::Debug for Username {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_tuple("Username").field(&self.shown).finish()
    }
}

impl fmt::Display for Username {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.shown)
    }
}
