//! Usernames, and the names that only look like them.

use super::{code, username};
use countersign::error::Code;
use countersign::identifiers::Username;

#[test]
fn a_username_is_shown_as_typed_after_nfkc() {
    for (raw, shown) in [
        ("alice", "alice"),
        ("Straße", "Straße"),
        ("ａｄｍｉｎ", "admin"),
        ("ﬃ", "ffi"),
        ("ⅷ", "viii"),
        ("e\u{301}a", "éa"),
        ("a.b_c-d", "a.b_c-d"),
        ("a…b", "a...b"),
        ("Ωμέγα", "Ωμέγα"),
        ("名前", "名前"),
        ("हिन्दी", "हिन्दी"),
        ("a1", "a1"),
        ("a٣", "a٣"),
        ("𐅀x", "𐅀x"),               // a letter number (Nl) in front
        ("\u{1369}x", "\u{1369}x"), // an Ethiopic digit is no decimal one (No)
        ("\u{301}x", "\u{301}x"),
        ("a\u{20DD}", "a\u{20DD}"), // an enclosing mark, not in front
    ] {
        assert_eq!(username(raw).as_str(), shown, "{raw:?}");
    }
}

#[test]
fn a_username_is_judged_after_normalisation() {
    for raw in [
        " ",
        " a",
        "a ",
        "a b",
        "a\u{A0}b",
        "a\u{3000}b",
        "a\tb",
        "a\0",
        "a\n",
        "1a",
        "٣a",
        "①a",
        "⑴abc",
        "½",
        "a½",
        "＠a",
        "a@b",
        "a＠b",
        "+a",
        "a+b",
        "a/b",
        "a\\b",
        "a'b",
        "a\"b",
        "a<b",
        "a%b",
        "a{b",
        "a,b",
        "a:b",
        "a;b",
        "a$b",
        ".a",
        "_a",
        "-a",
        "\u{20DD}a",
        "a⁄b",
        "🦀",
        "a🦀",
        "´a",
        "a\u{200B}b",
        "a\u{200C}b",
        "a\u{200D}b",
        "a\u{34F}b",
        "a\u{2060}b",
        "a\u{AD}b",
        "\u{FEFF}a",
        "\u{202E}nimda",
        "a\u{FE0F}",
        "\u{115F}a",
        "\u{3164}",
        "a\u{E0041}",
        "a\u{E000}",
        "a\u{FFFF}",
        "a\u{FFFD}",
        "a\u{378}",
        "ﷺ",
        "ªb c",
    ] {
        assert_eq!(code(Username::parse(raw)), Some(Code::Invalid), "{raw:?}");
    }
    assert_eq!(code(Username::parse("")), Some(Code::Blank));
}

#[test]
fn a_username_has_1_to_150_characters_counted_after_nfkc() {
    assert_eq!(username("a").as_str(), "a");
    assert_eq!(username(&"ß".repeat(150)).as_str().chars().count(), 150);
    assert_eq!(code(Username::parse(&"a".repeat(151))), Some(Code::TooLong));
    assert_eq!(username(&"e\u{301}".repeat(150)).as_str().chars().count(), 150, "composed before it is counted");
    assert_eq!(username(&"ﬃ".repeat(50)).as_str().len(), 150);
    assert_eq!(code(Username::parse(&"ﬃ".repeat(51))), Some(Code::TooLong));
    let widest = "\u{1F80}".repeat(150); // ᾀ, decomposed it has three characters of two bytes and more
    let decomposed = "\u{3B1}\u{313}\u{345}".repeat(150);
    assert_eq!(username(&decomposed).as_str(), widest);
}

#[test]
fn a_username_is_found_under_every_spelling_of_itself() {
    for (one, other) in [
        ("Straße", "STRASSE"),
        ("Straße", "strasse"),
        ("STRAẞE", "strasse"),
        ("ΣΊΣΥΦΟΣ", "σίσυφος"),
        ("ａｄｍｉｎ", "Admin"),
        ("Å", "å"),
        ("\u{212B}", "A\u{30A}"),
        ("\u{212A}elvin", "kelvin"),
        ("ﬃ", "FFI"),
        ("\u{1F88}", "\u{1F00}ι"),
        ("ǰ", "J\u{30C}"),
    ] {
        assert_eq!(username(one).canonical(), username(other).canonical(), "{one:?} and {other:?}");
    }
    assert_ne!(username("ı").canonical(), username("i").canonical(), "a dotless i is another letter");
    assert_eq!(username("İx").canonical(), "i\u{307}x");
}

#[test]
fn names_that_look_alike_have_one_skeleton() {
    for (one, other) in [("paypal", "pаypаl"), ("admin", "аdmin"), ("Bob", "Воb"), ("modern", "rnodern")] {
        assert_ne!(username(one).canonical(), username(other).canonical());
        assert!(
            username(one).skeleton() == username(other).skeleton()
                || username(one).shown_skeleton() == username(other).shown_skeleton(),
            "{one:?} and {other:?}"
        );
    }
    assert_eq!(username("alIce").shown_skeleton(), username("allce").shown_skeleton(), "I and l, as people see them");
    assert_ne!(username("alIce").skeleton(), username("allce").skeleton());
    assert_ne!(username("alice").skeleton(), username("carol").skeleton());
}
