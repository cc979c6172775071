//! Phone numbers by libphonenumber's rules, as one E.164 text each; knows nothing of sending.

use super::numbering::read;
use super::text::{category, is_ignorable, nfkc};
use super::{Flaw, IdentifierKind};
use icu_properties::props::GeneralCategory;
use phonenumber::country::Id;
use phonenumber::metadata::DATABASE;
use std::fmt;

/// Most characters of the text as typed.
const MAX_RAW: usize = 60;
/// Most characters of the stored form: `+` and 15 digits.
const MAX_E164: usize = 16;

const TOO_LONG: &str = "identifier-phone-too-long";
const DIGITS: &str = "identifier-phone-digits";
const NEEDS_PLUS: &str = "identifier-phone-needs-plus";
const NOT_VALID: &str = "identifier-phone-not-valid";
const REGION: &str = "identifier-phone-region";

/// A region with phone numbers of its own: a two-letter code of CLDR, such as `DE`.
#[derive(Clone, Copy, PartialEq, Eq, Hash)]
pub struct Region(Id);

impl Region {
    /// Reads a region's code; upper and lower case are the same.
    ///
    /// # Errors
    /// `Invalid` for a region that libphonenumber has no numbers for.
    pub fn parse(code: &str) -> Result<Self, Flaw> {
        let flaw = || Flaw::invalid(REGION);
        if code.len() != 2 {
            return Err(flaw());
        }
        let id: Id = code.to_ascii_uppercase().parse().map_err(|_| flaw())?;
        DATABASE.by_id(id.as_ref()).map(|_| Self(id)).ok_or_else(flaw)
    }

    /// The code, in capitals.
    #[must_use]
    pub fn as_str(&self) -> &str {
        self.0.as_ref()
    }
}

/// A phone number that is valid by libphonenumber's rules, in the form of E.164.
#[derive(Clone, PartialEq, Eq, Hash)]
pub struct Phone {
    e164: String,
    region: Option<Region>,
    premium: bool,
}

impl Phone {
    /// Reads a phone number; white space, `-`, `.`, `/`, `~` and brackets between the digits do not count, nor does the script of the digits.
    /// Without a default region it begins with `+` and the country code. Letters, extensions and everything else are refused.
    ///
    /// # Errors
    /// `Blank` for nothing, `TooLong` above 60 characters, `Invalid` for what is no valid number.
    pub fn parse(raw: &str, default_region: Option<Region>) -> Result<Self, Flaw> {
        let text = raw.trim();
        if text.is_empty() {
            return Err(Flaw::blank());
        }
        // Bytes first: counting the characters of a huge text would be work for nothing.
        if text.len() > MAX_RAW * 4 || text.chars().count() > MAX_RAW {
            return Err(Flaw::too_long(TOO_LONG));
        }
        let dialled = dialled(text)?;
        if default_region.is_none() && !dialled.starts_with('+') {
            return Err(Flaw::invalid(NEEDS_PLUS));
        }
        let invalid = || Flaw::invalid(NOT_VALID);
        let number = read(&dialled, default_region.as_ref().map(Region::as_str)).ok_or_else(invalid)?;
        // What is stored must be found again by itself, in any region: a number for which that fails is refused.
        let stored = read(&number.e164, None).filter(|stored| stored.e164 == number.e164).ok_or_else(invalid)?;
        // E.164, section 6.2: at most 15 digits.
        if stored.e164.len() > MAX_E164 {
            return Err(invalid());
        }
        Ok(Self { e164: stored.e164, region: Region::parse(stored.region).ok(), premium: stored.premium })
    }

    /// The number in the form of E.164: `+`, country code, number, digits only.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.e164
    }

    /// The region the number belongs to; none for numbers of no country, such as `+800`.
    #[must_use]
    pub fn region(&self) -> Option<Region> {
        self.region
    }

    /// Whether whoever writes to this number pays someone for it: a premium-rate or shared-cost number.
    #[must_use]
    pub fn is_premium(&self) -> bool {
        self.premium
    }

    /// Always [`IdentifierKind::Phone`].
    #[must_use]
    pub fn kind(&self) -> IdentifierKind {
        IdentifierKind::Phone
    }
}

/// `+` and digits alone, from a text with the usual punctuation.
///
/// libphonenumber is forgiving: it looks for a number inside a sentence, reads letters as on a keypad, takes two numbers for the first. An
/// identifier must not be guessed at, so only digits, one leading `+` and separators are let through.
pub(super) fn dialled(text: &str) -> Result<String, Flaw> {
    let mut digits = String::with_capacity(MAX_RAW);
    for c in nfkc(text).chars() {
        match c {
            '0'..='9' => digits.push(c),
            '+' if digits.is_empty() => digits.push('+'),
            '-' | '.' | '/' | '(' | ')' | '[' | ']' | '~' | '\u{2010}'..='\u{2015}' | '\u{2212}' => {}
            // Marks of direction come along when a number is copied from an address book.
            c if is_ignorable(c) => {}
            c if c.is_whitespace() && !c.is_control() => {}
            c => digits.push(decimal(c).ok_or_else(|| Flaw::invalid(DIGITS))?),
        }
    }
    if digits.len() < 2 { Err(Flaw::invalid(DIGITS)) } else { Ok(digits) }
}

/// The ASCII digit that a decimal digit of another script stands for.
fn decimal(c: char) -> Option<char> {
    let is_digit = |c| category(c) == GeneralCategory::DecimalNumber;
    if !is_digit(c) {
        return None;
    }
    // Digits of a script stand together from 0 to 9 (Unicode, chapter 4.6): the distance to the first is the value.
    (0..10u32).find_map(|value| {
        let zero = char::from_u32(u32::from(c).checked_sub(value)?)?;
        let before = char::from_u32(u32::from(zero).checked_sub(1)?)?;
        (is_digit(zero) && !is_digit(before)).then(|| char::from_digit(value, 10)).flatten()
    })
}

impl fmt::Debug for Region {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_tuple("Region").field(&self.as_str()).finish()
    }
}

impl fmt::Display for Region {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}

impl fmt::Debug for Phone {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_tuple("Phone").field(&self.e164).finish()
    }
}

impl fmt::Display for Phone {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.e164)
    }
}
