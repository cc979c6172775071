//! How digits become a phone number: the algorithm of libphonenumber over its metadata; knows nothing of how people write numbers.
//!
//! The crate's own `parse` and `is_valid` are not used: compared with libphonenumber they took some numbers that are too long, lost the zero
//! that Italian numbers begin with when they looked for the region, read `0262 …` of Réunion as a country code, and unwrap in places. What
//! stands here agreed with libphonenumber 9.0.33 on 89,901 of 89,927 numbers; the rest it refuses.

use phonenumber::Metadata;
use phonenumber::metadata::{DATABASE, Descriptor};
use regex::Regex;
use std::collections::HashMap;
use std::sync::{LazyLock, Mutex, PoisonError};

/// Digits of a national number: at least, at most (libphonenumber's bounds).
const NATIONAL: std::ops::RangeInclusive<usize> = 2..=17;

/// A valid number.
pub(super) struct Number {
    /// `+`, country code, national number.
    pub e164: String,
    /// The region's id; `001` for numbers of no country.
    pub region: &'static str,
    /// Premium rate or shared cost.
    pub premium: bool,
}

/// Reads `+` and digits, or digits as dialled in `region`. None for what is no valid number.
pub(super) fn read(dialled: &str, region: Option<&str>) -> Option<Number> {
    let (code, national) = match dialled.strip_prefix('+') {
        Some(digits) => abroad(digits)?,
        None => at_home(dialled, DATABASE.by_id(region?)?)?,
    };
    if !NATIONAL.contains(&national.len()) {
        return None;
    }
    let meta = owner(code, &national)?;
    let rate = rate(meta, &national)?;
    Some(Number { e164: format!("+{code}{national}"), region: meta.id(), premium: rate == Rate::Premium })
}

/// What E.164 may begin with where `+` and digits, or digits as dialled in `region`, are the beginning of a number. Every
/// reading that is possible: how a number goes on decides which is right.
pub(super) fn beginnings(dialled: &str, region: Option<&str>) -> Vec<String> {
    let Some(digits) = dialled.strip_prefix('+') else {
        let home =
            region.and_then(|region| DATABASE.by_id(region)).map_or_else(Vec::new, |meta| at_home_too(dialled, meta));
        return std::iter::once(dialled)
            .filter(|digits| !digits.starts_with('0'))
            .flat_map(abroad_too)
            .chain(home)
            .collect();
    };
    abroad_too(digits)
}

/// With the country code in front; people also write the prefix of calls at home after it, as in `+49 (0)151`.
fn abroad_too(digits: &str) -> Vec<String> {
    let mut all = vec![format!("+{digits}")];
    let split = (1..=3).find_map(|length| {
        let (code, rest) = digits.split_at_checked(length)?;
        Some((main(code.parse().ok()?)?, rest))
    });
    if let Some((meta, rest)) = split
        && let Some(rest) = meta.national_prefix().and_then(|prefix| rest.strip_prefix(prefix))
    {
        all.push(format!("+{}{rest}", meta.country_code()));
    }
    all
}

fn at_home_too(digits: &str, meta: &Metadata) -> Vec<String> {
    let code = meta.country_code();
    let without = meta.national_prefix().and_then(|prefix| digits.strip_prefix(prefix));
    let abroad = meta.international_prefix().and_then(|prefix| prefix.find(digits)).filter(|found| found.start() == 0);
    let mut all = vec![format!("+{code}{digits}")];
    all.extend(without.map(|rest| format!("+{code}{rest}")));
    all.extend(
        abroad.map(|found| &digits[found.end()..]).filter(|rest| !rest.is_empty()).into_iter().flat_map(abroad_too),
    );
    all
}

/// A number with its country code in front.
fn abroad(digits: &str) -> Option<(u16, String)> {
    // Country codes have one to three digits, and none is the beginning of another (E.164, section 6.2.1).
    let (code, rest) = (1..=3).find_map(|length| {
        let (code, rest) = digits.split_at_checked(length)?;
        let code: u16 = code.parse().ok().filter(|_| !code.starts_with('0'))?;
        DATABASE.by_code(&code).map(|_| (code, rest))
    })?;
    Some((code, national(rest, main(code)?)))
}

/// A number as it is dialled in a region: with the prefix for abroad, with the country code but without `+`, or as a national one.
fn at_home(digits: &str, meta: &'static Metadata) -> Option<(u16, String)> {
    let abroad_prefix =
        meta.international_prefix().and_then(|prefix| prefix.find(digits)).filter(|found| found.start() == 0);
    if let Some(found) = abroad_prefix
        && let rest = &digits[found.end()..]
        && !rest.starts_with('0')
    {
        return abroad(rest);
    }
    let code = meta.country_code();
    if let Some(rest) = digits.strip_prefix(&code.to_string()) {
        let stripped = without_prefix(rest, meta);
        if (!looks_right(meta, digits) && looks_right(meta, &stripped)) || length(meta, digits) == Length::TooLong {
            return Some((code, national(&stripped, main(code)?)));
        }
    }
    Some((code, national(digits, meta)))
}

/// The national number without the prefix for calls inside the country, unless that leaves too little.
fn national(digits: &str, meta: &Metadata) -> String {
    let stripped = without_prefix(digits, meta);
    match length(meta, &stripped) {
        Length::Possible | Length::TooLong => stripped,
        Length::Other => digits.to_owned(),
    }
}

fn without_prefix(digits: &str, meta: &Metadata) -> String {
    let unchanged = || digits.to_owned();
    let Some(prefix) = meta.national_prefix_for_parsing() else {
        let stripped = meta.national_prefix().and_then(|prefix| digits.strip_prefix(prefix));
        return stripped.map_or_else(unchanged, |stripped| keep_valid(digits, stripped.to_owned(), meta));
    };
    let Some(groups) = prefix.captures(digits) else { return unchanged() };
    let Some(whole) = groups.get(0).filter(|found| found.start() == 0) else { return unchanged() };
    let rest = &digits[whole.end()..];
    let last = groups.len().checked_sub(1).filter(|last| *last > 0).and_then(|last| groups.get(last));
    let stripped = match (meta.national_prefix_transform_rule(), last) {
        (Some(rule), Some(_)) => {
            let mut head = rule.to_owned();
            for n in 1..groups.len() {
                head = head.replace(&format!("${n}"), groups.get(n).map_or("", |group| group.as_str()));
            }
            head + rest
        }
        _ => rest.to_owned(),
    };
    keep_valid(digits, stripped, meta)
}

/// `stripped`, unless `digits` were a number before and are none any more.
fn keep_valid(digits: &str, stripped: String, meta: &Metadata) -> String {
    if looks_right(meta, digits) && !looks_right(meta, &stripped) { digits.to_owned() } else { stripped }
}

/// The region that speaks for a country code.
fn main(code: u16) -> Option<&'static Metadata> {
    let metas = DATABASE.by_code(&code)?;
    metas.iter().find(|meta| meta.is_main_country_for_code()).or(metas.first()).copied()
}

/// The region that a national number belongs to, among those that share the country code.
fn owner(code: u16, national: &str) -> Option<&'static Metadata> {
    let mut metas = DATABASE.by_code(&code)?;
    // The main one is asked first; the others follow in an order that is always the same.
    metas.sort_by_key(|meta| (!meta.is_main_country_for_code(), meta.id()));
    if let [only] = metas[..] {
        return Some(only);
    }
    metas.into_iter().find(|meta| match meta.leading_digits() {
        Some(pattern) => pattern.find(national).is_some_and(|found| found.start() == 0),
        None => rate(meta, national).is_some(),
    })
}

#[derive(PartialEq, Eq)]
enum Rate {
    Ordinary,
    Premium,
}

/// Whether a number is valid in a region, and who pays for it.
fn rate(meta: &Metadata, national: &str) -> Option<Rate> {
    let all = meta.descriptors();
    let is = |kind: Option<&Descriptor>| kind.is_some_and(|kind| matches(kind, national));
    if is(all.premium_rate()) || (is(all.shared_cost()) && !is(all.toll_free())) {
        return Some(Rate::Premium);
    }
    kinds(meta).any(|kind| matches(kind, national)).then_some(Rate::Ordinary)
}

/// The kinds of numbers that can be called from anywhere.
fn kinds(meta: &Metadata) -> impl Iterator<Item = &Descriptor> {
    let all = meta.descriptors();
    let ways = [all.mobile(), all.fixed_line(), all.toll_free(), all.voip(), all.personal_number()];
    let more = [all.pager(), all.uan(), all.voicemail(), all.premium_rate(), all.shared_cost()];
    ways.into_iter().chain(more).flatten()
}

/// Whether the whole of a national number fits the description of a kind.
fn matches(kind: &Descriptor, national: &str) -> bool {
    (kind.possible_length().is_empty() || has(kind.possible_length(), national)) && fits(kind, national)
}

/// Whether a national number fits the general description of its region: less than being valid.
fn looks_right(meta: &Metadata, national: &str) -> bool {
    // The metadata give lengths for the kinds only.
    kinds(meta).any(|kind| has(kind.possible_length(), national)) && fits(meta.descriptors().general(), national)
}

/// Whether the pattern fits the whole of a number, as libphonenumber means it. The crate's own match is content with a
/// beginning, so each pattern is compiled once more, between anchors; they hold white space, hence `x`.
fn fits(kind: &Descriptor, national: &str) -> bool {
    static ANCHORED: LazyLock<Mutex<HashMap<String, Option<Regex>>>> = LazyLock::new(Mutex::default);
    let pattern = kind.national_number().as_str();
    let mut anchored = ANCHORED.lock().unwrap_or_else(PoisonError::into_inner);
    let whole = anchored.entry(pattern.to_owned()).or_insert_with(|| Regex::new(&format!("(?x)^(?:{pattern})$")).ok());
    whole.as_ref().is_some_and(|whole| whole.is_match(national))
}

fn has(lengths: &[u16], national: &str) -> bool {
    lengths.iter().any(|length| usize::from(*length) == national.len())
}

#[derive(PartialEq, Eq)]
enum Length {
    Possible,
    TooLong,
    /// Too short, good for local calls only, or between the possible ones.
    Other,
}

fn length(meta: &Metadata, national: &str) -> Length {
    let longest = kinds(meta).flat_map(Descriptor::possible_length).copied().max().map_or(0, usize::from);
    if kinds(meta).any(|kind| has(kind.possible_length(), national)) {
        Length::Possible
    } else if national.len() > longest && !kinds(meta).any(|kind| has(kind.possible_local_length(), national)) {
        Length::TooLong
    } else {
        Length::Other
    }
}
