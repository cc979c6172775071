//! Which passwords may be chosen.

use countersign::error::Code;
use countersign::languages::in_english;
use countersign::passwords::{About, Common, MinLength, Numeric, PasswordValidator, Policy, Similarity};
use std::sync::Arc;

fn codes(rule: &dyn PasswordValidator, password: &str, about: &About<'_>) -> Option<Code> {
    rule.validate(password, about).err().map(|(code, words)| {
        let words = in_english(&words);
        assert!(!words.is_empty() && (password.len() < 9 || !words.contains(password)), "{words}");
        code
    })
}

#[test]
fn length_is_counted_in_characters() {
    let about = About::default();
    assert_eq!(codes(&MinLength(8), "1234567", &about), Some(Code::PasswordTooShort));
    assert_eq!(codes(&MinLength(8), "üüüüüüü", &about), Some(Code::PasswordTooShort));
    assert_eq!(codes(&MinLength(8), "üüüüüüüü", &about), None);
    assert_eq!(codes(&MinLength(8), "   a    ", &about), None, "spaces count");
}

#[test]
fn digits_of_any_script_are_no_password() {
    let about = About::default();
    for password in ["1234567890123", "٠١٢٣٤٥٦٧", "１２３４５６７８", "123٤٥٦"] {
        assert_eq!(codes(&Numeric, password, &about), Some(Code::PasswordNumeric), "{password}");
    }
    for password in ["123456789a", "12345 6789", "-12345678", "ⅧⅧⅧⅧⅧⅧⅧⅧ"] {
        assert_eq!(codes(&Numeric, password, &about), None, "{password}");
    }
}

#[test]
fn what_attackers_try_first_is_refused_in_every_case() {
    let about = About::default();
    for password in [
        "password",
        "PASSWORD",
        "Password",
        "pASSword",
        "p@ssw0rd",
        "drowssap",
        "password1",
        "12345678",
        "qwertyui",
        "letmein",
        "iloveyou",
        "trustno1",
        "abcdefgh",
        "aaaaaaaaaaaaaaaa",
        "abcabcabc",
        "sunshine",
        "baseball",
        "superman",
    ] {
        assert_eq!(codes(&Common, password, &about), Some(Code::PasswordTooCommon), "{password}");
    }
    for password in [
        "correct horse battery staple",
        "alice keeps the bees 0a",
        "xK4#vP9!qL",
        "Ärger mit dem Wäschetrockner",
        "jongleur-kapelle-1907",
    ] {
        assert_eq!(codes(&Common, password, &about), None, "{password}");
    }
}

#[test]
fn no_password_takes_the_rules_long_or_makes_them_panic() {
    let rules: [&dyn PasswordValidator; 4] = [&Similarity, &MinLength(8), &Common, &Numeric];
    let name = "ab".repeat(75);
    let email = format!("{}@{}.example", "a.b".repeat(20), "c-d.".repeat(40));
    let about = About {
        username: Some(&name),
        email: Some(&email),
        phone: Some("+4915123456789"),
        first_name: Some("\u{301}"),
        last_name: Some(""),
    };
    let units = [
        "a",
        "ab",
        "1",
        "4@",
        "ß",
        "\u{301}",
        "🦀",
        "\u{202E}",
        " ",
        "qwerty",
        "aB3$",
        "19.02.1907",
        "İ",
        "\u{10FFFF}",
        "(.+)\\1+",
    ];
    for unit in units {
        for length in [1, 2, 7, 63, 64, 65, 1024] {
            let password: String = unit.chars().cycle().take(length).collect();
            for rule in rules {
                let _ = rule.validate(&password, &about);
            }
        }
    }
}

#[test]
fn a_password_like_the_accounts_own_details_is_refused() {
    let about = About {
        username: Some("Alexander.K"),
        email: Some("wonderland-mail@looking-glass.example"),
        phone: Some("+4915123456789"),
        first_name: Some("Alexander"),
        last_name: Some("Kowalczyk-Nguyen"),
    };
    for password in [
        "alexander",
        "ALEXANDER1",
        "alexander.k",
        "4lexander",
        "rednaxela",
        "xalexanderx",
        "wonderland",
        "Wonderland1",
        "looking-glass",
        "wonderland-mail@looking-glass.example",
        "kowalczyk99",
        "Kowalczyk-Nguyen",
        "015123456789",
        "+4915123456789",
        "0151-23456789",
        "23456789",
        "456789xx",
        "491512345678x",
    ] {
        assert_eq!(codes(&Similarity, password, &about), Some(Code::PasswordSimilar), "{password}");
    }
    for password in [
        "glass-looking-",
        "correct horse battery staple",
        "alexander keeps many more bees than that",
        "mexican-dealer-kit",
        "99887766554433",
    ] {
        assert_eq!(codes(&Similarity, password, &about), None, "{password}");
    }
    assert_eq!(codes(&Similarity, "alexander", &About::default()), None);
    assert_eq!(
        codes(&Similarity, "ÖZGÜR-özgür", &About { first_name: Some("özgür-Özgür"), ..About::default() }),
        Some(Code::PasswordSimilar)
    );
}

#[test]
fn a_policy_reports_everything_together_and_keeps_three_rules_of_its_own() {
    let policy = Policy {
        min_length: 8,
        max_bytes: 20,
        validators: vec![Arc::new(Similarity), Arc::new(MinLength(8)), Arc::new(Common), Arc::new(Numeric)],
    };
    let about = About { username: Some("123456x"), ..About::default() };
    let found = |password: &str| policy.check(password, &about).into_iter().map(|(code, _)| code).collect::<Vec<_>>();
    assert_eq!(found(""), [Code::Blank]);
    assert_eq!(
        found("123456"),
        [Code::PasswordSimilar, Code::PasswordTooShort, Code::PasswordTooCommon, Code::PasswordNumeric]
    );
    assert_eq!(found(&"1".repeat(21)), [Code::TooLong], "nothing else is computed for it");
    assert_eq!(found(&"ü".repeat(11)), [Code::TooLong], "bytes, not characters");
    assert_eq!(found("bees\0honey wax"), [Code::Invalid]);
    assert_eq!(found("bees honey wax"), []);

    let bare = Policy { min_length: 0, max_bytes: 20, validators: Vec::new() };
    assert_eq!(bare.check("1", &about), []);
    for (password, code) in [("", Code::Blank), ("a\0", Code::Invalid), ("123456789012345678901", Code::TooLong)] {
        assert_eq!(bare.check(password, &about).iter().map(|(code, _)| *code).collect::<Vec<_>>(), [code]);
    }
    let shown = format!("{policy:?} {about:?}");
    assert!(shown.contains("numeric") && !shown.contains("123456x"), "{shown}");
}
