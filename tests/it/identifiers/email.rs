//! Email addresses, and what is none.

use super::{code, email};
use countersign::error::Code;
use countersign::identifiers::Email;

#[test]
fn an_email_address_keeps_its_local_part_and_lowers_its_domain() {
    let parsed = email("  Ann.O'Neil+List@EXAMPLE.Org\n");
    assert_eq!(parsed.as_str(), "Ann.O'Neil+List@example.org");
    assert_eq!(parsed.canonical(), "ann.o'neil+list@example.org");
    assert_eq!((parsed.local(), parsed.domain()), ("Ann.O'Neil+List", "example.org"));
    for (raw, stored) in [
        ("a@BÜCHER.example", "a@xn--bcher-kva.example"),
        ("a@bu\u{308}cher.example", "a@xn--bcher-kva.example"),
        ("a@xn--bcher-kva.example", "a@xn--bcher-kva.example"),
        ("a@faß.de", "a@xn--fa-hia.de"),
        ("a@ｅｘａｍｐｌｅ．ｃｏｍ", "a@example.com"),
        ("a@例え。テスト", "a@xn--r8jz45g.xn--zckzah"),
        ("root@localhost", "root@localhost"),
        ("a@1und1.de", "a@1und1.de"),
        ("1@example.com", "1@example.com"),
        ("a@\u{212A}elvin.example", "a@kelvin.example"), // the domain may fold: DNS does not know case
    ] {
        assert_eq!(email(raw).as_str(), stored, "{raw:?}");
    }
}

#[test]
fn what_is_not_exactly_one_email_address_is_refused() {
    for raw in [
        "a",
        "@",
        "a@",
        "@a",
        "a@b",
        "a@@b.de",
        "a@b@c.de",
        "a b@c.de",
        "a@b c.de",
        "a\0@c.de",
        "a\n@c.de",
        "a@c.de\r\nBcc: x@y.zz",
        "a@c.de\nb",
        "a,b@c.de",
        "a@c.de,b@c.de",
        "a@c.de;b@c.de",
        "a@c.de b@c.de",
        "<a@c.de>",
        "Ann <a@c.de>",
        "\"a\"@c.de",
        "a(x)@c.de",
        "a\\b@c.de",
        "a:b@c.de",
        "[a]@c.de",
        "ä@c.de",
        "ı@c.de",
        "\u{212A}@c.de",
        "ａ@c.de",
        "a\u{200D}@c.de",
        "a\u{202E}@c.de",
        "a＠c.de",
        "a@[127.0.0.1]",
        "a@[IPv6:::1]",
        "a@127.0.0.1",
        "a@127.1",
        "a@1",
        "a@c.123",
        "a@c.0x1f",
        "a@１２７.０.０.１",
        "a@xn--a",
        "a@xn--.de",
        "a@xn--zzzzzzzzz.de",
        "a@xn--example.com",
        "a@-b.de",
        "a@b-.de",
        "a@ab--c.de",
        "a@b..de",
        "a@.de",
        "a@c.de.",
        "a@b_c.de",
        "a@b!c.de",
        "a@%41.de",
        "a@\u{301}b.de",
        "a@localhost.",
        "a@b\u{200B}",
        "a@🦀",
    ] {
        assert_eq!(code(Email::parse(raw)), Some(Code::Invalid), "{raw:?}");
    }
    for raw in ["", " ", "\t\r\n"] {
        assert_eq!(code(Email::parse(raw)), Some(Code::Blank), "{raw:?}");
    }
}

#[test]
fn an_email_address_has_at_most_254_characters_as_stored() {
    let label = "d".repeat(61);
    let domain = format!("{label}.{label}.{label}.de"); // 188 characters
    assert_eq!(email(&format!("{}@{domain}", "a".repeat(64))).as_str().len(), 253);
    let domain = format!("{label}d.{label}.{label}.de");
    assert_eq!(email(&format!("{}@{domain}", "a".repeat(64))).as_str().len(), 254);
    let domain = format!("{label}d.{label}d.{label}.de");
    assert_eq!(code(Email::parse(&format!("{}@{domain}", "a".repeat(64)))), Some(Code::TooLong));
    assert_eq!(code(Email::parse(&format!("{}@example.com", "a".repeat(65)))), Some(Code::TooLong));
    assert_eq!(code(Email::parse(&format!("a@{}.de", "d".repeat(64)))), Some(Code::Invalid), "a label has at most 63");
    let wide = format!("a@{}.de", "ü".repeat(50)); // short as typed, too long a label in punycode or not: never over the limit as stored
    assert!(Email::parse(&wide).map_or(true, |email| email.as_str().len() <= 254));
}

#[test]
fn no_other_letter_ever_meets_an_ascii_address() {
    // Every character there is, in the local part: accepted are the ASCII ones of HTML's rule, and each stays itself.
    let accepted: String = ('\0'..=char::MAX).filter(|c| Email::parse(&format!("x{c}x@example.com")).is_ok()).collect();
    assert_eq!(accepted, "!#$%&'*+-./0123456789=?ABCDEFGHIJKLMNOPQRSTUVWXYZ^_`abcdefghijklmnopqrstuvwxyz{|}~");
}
