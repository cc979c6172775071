//! Identifiers by the letter of the contract, section 3, and every text that was ever used to get around such rules.

mod email;
mod phone;
mod username;

use countersign::error::Code;
use countersign::identifiers::{Email, Flaw, Identifier, IdentifierKind, Phone, Region, Username, fallback_key, shape};

/// Texts that have broken somebody's parser.
const NASTY: &[&str] = &[
    "",
    " ",
    "\0",
    "a\0b",
    "\u{202E}nimda",
    "\u{301}",
    "\u{301}\u{301}\u{301}",
    "\u{345}",
    "ａｄｍｉｎ",
    "ⅷ",
    "ﬃ",
    "İ",
    "ı",
    "ß",
    "ẞ",
    "\u{212A}",
    "a\u{200D}b",
    "a\u{34F}b",
    "\u{FEFF}a",
    "\u{115F}",
    "\u{3164}",
    "⑴abc",
    "①abc",
    "½",
    "a½",
    "٣",
    "a٣",
    "＠",
    "a＠b",
    "@",
    "@@",
    "a@",
    "@a",
    "a@@b",
    "a@b@c",
    "+",
    "++",
    "+49",
    "(",
    "()",
    "+()",
    "+0",
    "+999999999999999",
    "00",
    "0",
    "tel:+4930901820",
    "+49;ext=1",
    "\r\n",
    "a\r\nb@c.de",
    "a@c.de\r\nBcc: x@y.z",
    "🦀",
    "👩‍👩‍👧",
    "a🦀",
    "\u{FFFF}",
    "\u{10FFFF}",
    "\u{E000}",
    "Ω",
    "ǰ",
    "ŉ",
    "ΐ",
    "\u{1F88}",
    "\u{FB00}",
    "ς",
    "-a",
    ".a",
    "_a",
    "a-",
    "ªbc",
    "ﷺ",
    "\u{FDFA}",
    "a@[127.0.0.1]",
    "a@127.0.0.1",
    "a@1",
    "a@0x7f.1",
    "a@xn--",
    "a@xn--a",
    "a@xn--zzzzzzzz.de",
    "a@-b.de",
    "a@b-.de",
    "a@b..de",
    "a@.de",
    "a@de.",
    "a@ß.de",
    "\"a b\"@c.de",
    "a,b@c.de",
    "a b@c.de",
    "a(b)@c.de",
    "<a@c.de>",
    "a@c.de>",
    "a@c.de, b@c.de",
    "a@c.de b@c.de",
    "a@c。de",
    "a@%41.de",
];

fn username(raw: &str) -> Username {
    Username::parse(raw).unwrap_or_else(|flaw| panic!("{raw:?}: {flaw:?}"))
}

fn email(raw: &str) -> Email {
    Email::parse(raw).unwrap_or_else(|flaw| panic!("{raw:?}: {flaw:?}"))
}

#[allow(clippy::unnecessary_wraps, reason = "as the parsers take it")]
fn region(code: &str) -> Option<Region> {
    Some(Region::parse(code).unwrap())
}

fn code<T>(parsed: Result<T, Flaw>) -> Option<Code> {
    parsed.err().map(|flaw| flaw.code)
}

/// A sequence of numbers that looks random and is the same on every run.
struct Dice(u64);

impl Dice {
    fn roll(&mut self, sides: u32) -> u32 {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        ((self.0 >> 33) % u64::from(sides)) as u32
    }

    fn text(&mut self) -> String {
        const LIKELY: &[char] = &[
            '@', '.', '+', '-', '_', '(', ')', ' ', '0', '1', '4', '9', 'a', 'Z', 'ß', 'İ', 'ﬃ', '\u{301}', '\u{200D}',
            '\u{34F}', '＠', '٣', 'x', 'n', ';', '=', ',',
        ];
        let length = self.roll(24);
        (0..length)
            .filter_map(|_| match self.roll(4) {
                0 => char::from_u32(self.roll(0x0011_0000)),
                1 => char::from_u32(self.roll(0x3000)),
                _ => Some(LIKELY[self.roll(27) as usize]),
            })
            .collect()
    }
}

/// What must hold of every text, whatever it is.
fn holds_what_must(raw: &str, region: Option<Region>) {
    let kind = shape(raw);
    let key = fallback_key(raw);
    if !key.contains('…') {
        assert_eq!(key, fallback_key(&key), "the key of a key that was not cut is itself: {raw:?}");
    }
    assert!(key.len() < 1100, "keys are bounded");

    let all = IdentifierKind::ALL.iter().filter_map(|kind| Identifier::parse(*kind, raw, region).ok());
    let mut found = 0;
    for identifier in all {
        found += 1;
        assert_eq!(identifier.kind(), kind, "a text is only ever what its shape says: {raw:?}");
        assert!(!identifier.canonical().is_empty() && !identifier.as_str().is_empty());
        assert!(!identifier.as_str().chars().any(char::is_control), "{raw:?}");
        for form in [identifier.as_str(), identifier.canonical()] {
            let again = Identifier::parse(kind, form, None).unwrap_or_else(|f| panic!("{raw:?} gave {form:?}: {f:?}"));
            assert_eq!(again.canonical(), identifier.canonical(), "what is stored finds itself: {raw:?}");
        }
    }
    assert!(found <= 1, "the three spaces are disjoint: {raw:?}");
}

#[test]
fn no_text_makes_a_parser_panic_or_belongs_to_two_kinds() {
    for raw in NASTY {
        holds_what_must(raw, None);
        holds_what_must(raw, region("DE"));
        holds_what_must(&raw.repeat(40), region("US"));
    }
    let mut dice = Dice(20_261_122);
    for turn in 0..6_000 {
        let raw = dice.text();
        holds_what_must(&raw, if turn % 2 == 0 { region("DE") } else { None });
    }
}

#[test]
fn a_megabyte_is_too_long() {
    for unit in ["a", "\u{301}", "1", "+4", "ﷺ", "a@b.de,", " "] {
        let huge = unit.repeat(1_000_000 / unit.len());
        let flaws = [code(Username::parse(&huge)), code(Email::parse(&huge)), code(Phone::parse(&huge, None))];
        let blank_or_long = |flaw: &Option<Code>| matches!(flaw, Some(Code::TooLong | Code::Blank));
        assert!(flaws.iter().all(blank_or_long), "{unit:?}: {flaws:?}");
        assert!(fallback_key(&huge).len() < 1100);
    }
}

#[test]
fn a_shape_says_which_kind_a_text_can_only_be() {
    for (raw, kind) in [
        ("alice", IdentifierKind::Username),
        ("", IdentifierKind::Username),
        ("-1", IdentifierKind::Username),
        ("½", IdentifierKind::Phone), // NFKC makes it `1⁄2`
        ("Ⅷ", IdentifierKind::Username),
        ("alice@example.com", IdentifierKind::Email),
        ("+49@example.com", IdentifierKind::Email),
        ("1@example.com", IdentifierKind::Email),
        ("alice＠example.com", IdentifierKind::Email),
        ("+4930901820", IdentifierKind::Phone),
        ("＋4930901820", IdentifierKind::Phone),
        ("  (030) 901820", IdentifierKind::Phone),
        ("\u{202A}+49 30 901820\u{202C}", IdentifierKind::Phone),
        ("030901820", IdentifierKind::Phone),
        ("٠٣٠", IdentifierKind::Phone),
        ("①", IdentifierKind::Phone),
        ("⑴abc", IdentifierKind::Phone),
    ] {
        assert_eq!(shape(raw), kind, "{raw:?}");
    }
}

#[test]
fn spellings_of_one_unknown_thing_share_a_key() {
    assert_eq!(fallback_key(" No Body "), fallback_key("no body"));
    assert_eq!(fallback_key("ＮＯ\u{200B} ＢＯＤＹ"), fallback_key("no body"));
    assert_ne!(fallback_key("no body"), fallback_key("nobody"));
    let long = "x".repeat(5000);
    assert_ne!(fallback_key(&long), fallback_key(&format!("{long}y")));
}
