//! What Django wrote is read, what we write Django reads, and no row of a database can ask for more than is good.

use super::{ABSENT, ARGON2, ARGON2_OF_UMLAUT, BCRYPT, BCRYPT_OF_UMLAUT, CHEAP, DJANGO, ERIN, UMLAUT, Zeros};
use countersign::ambient::SystemRandom;
use countersign::passwords::{Argon2id, BcryptSha256, Hasher, is_usable, unusable, verify_any};

#[test]
fn every_format_that_django_ships_verifies_its_password_and_no_other() {
    for (password, encoded) in DJANGO {
        assert!(verify_any(password, encoded), "{encoded}");
        assert!(!verify_any(&password.replace("bees", "beeS"), encoded), "{encoded}");
    }
}

#[test]
fn a_changed_character_anywhere_in_an_encoded_password_fails() {
    for (password, encoded) in CHEAP {
        assert!(verify_any(password, encoded), "{encoded}");
        assert!(!verify_any(&format!("{password} "), encoded), "{encoded}");
        assert!(!verify_any("", encoded), "{encoded}");
        for (at, old) in encoded.char_indices() {
            // The versions 2a, 2b and 2y of bcrypt are one algorithm; here it becomes something else.
            let new = if old == '1' { '2' } else { '1' };
            let changed = format!("{}{new}{}", &encoded[..at], &encoded[at + 1..]);
            assert!(!verify_any(password, &changed), "{changed}");
            let cut = &encoded[..at];
            assert!(!verify_any(password, cut), "{cut}");
        }
        for changed in [
            format!("{encoded}="),
            format!("{encoded}$"),
            format!(" {encoded}"),
            format!("{encoded}\n"),
            encoded.to_uppercase(),
        ] {
            assert!(!verify_any(password, &changed), "{changed}");
        }
    }
}

#[test]
fn bcrypt_alone_reads_72_bytes_as_python_did() {
    let encoded = "bcrypt$$2b$04$.....................uvMNSOEIj2fGKxCQIsRQZzKuDOAq0JBq";
    let head = "x".repeat(71);
    // Python cut within the letter `ä`: its first byte counts, its second does not.
    assert!(verify_any(&format!("{head}ä und mehr"), encoded));
    assert!(verify_any(&format!("{head}ä"), encoded));
    assert!(!verify_any(&head, encoded));
    assert!(!verify_any(&format!("{head}x"), encoded));
    let encoded = "bcrypt$$2b$04$......................ab4uk7zdS0i/IlhKXBIf8klDpk4gLJu";
    assert!(verify_any("a", &encoded.replace("2b", "2a")) && verify_any("a", &encoded.replace("2b", "2y")));
    assert!(!verify_any("a", &encoded.replace("2b", "2x")));
    assert!(!verify_any("a\0a", encoded), "bcrypt repeats its key with a NUL between");
}

#[test]
fn what_we_hash_is_what_django_hashes() {
    assert_eq!(BCRYPT.hash(UMLAUT, &Zeros).unwrap(), BCRYPT_OF_UMLAUT);
    assert_eq!(ARGON2.hash(UMLAUT, &Zeros).unwrap(), ARGON2_OF_UMLAUT);
}

#[test]
fn a_hash_verifies_its_password_and_every_byte_of_it_counts() {
    for hasher in [&BCRYPT as &dyn Hasher, &ARGON2] {
        let long = "ü".repeat(500);
        for password in ["", "x", " x ", "pass\0word", "e\u{301}", &long] {
            let encoded = hasher.hash(password, &SystemRandom).unwrap();
            assert!(encoded.starts_with(&format!("{}$", hasher.algorithm())), "{encoded}");
            assert!(hasher.verify(password, &encoded) && verify_any(password, &encoded), "{password:?}");
            assert_ne!(encoded, hasher.hash(password, &SystemRandom).unwrap(), "the salt is fresh");
            assert!(!hasher.verify(&format!("{password}x"), &encoded), "{password:?}");
        }
        let encoded = hasher.hash(&long, &SystemRandom).unwrap();
        assert!(!hasher.verify(&format!("{}u", "ü".repeat(499)), &encoded), "the end of a long one counts");
        let encoded = hasher.hash("é", &SystemRandom).unwrap();
        assert!(!hasher.verify("e\u{301}", &encoded), "nothing is normalised");
        let encoded = hasher.hash("pass\0word", &SystemRandom).unwrap();
        assert!(!hasher.verify("pass", &encoded) && !hasher.verify("pass\0work", &encoded));
    }
}

#[test]
fn a_hasher_verifies_its_own_algorithm_only() {
    assert!(!BCRYPT.verify(UMLAUT, ARGON2_OF_UMLAUT));
    assert!(!ARGON2.verify(UMLAUT, BCRYPT_OF_UMLAUT));
    for encoded in [
        "",
        "!",
        "$",
        ABSENT,
        "bcrypt_sha256$",
        "argon2$",
        "bcrypt_sha256$$2b$04$",
        "argon2$argon2id$v=19$m=64,t=1,p=2$$",
    ] {
        assert!(!BCRYPT.verify("", encoded) && !ARGON2.verify("", encoded) && !verify_any("", encoded), "{encoded:?}");
    }
}

#[test]
fn impossible_parameters_are_an_error_and_no_panic() {
    assert!(BcryptSha256 { cost: 3 }.hash("x", &SystemRandom).is_err());
    assert!(BcryptSha256 { cost: 17 }.hash("x", &SystemRandom).is_err(), "no verify would read it");
    assert!(Argon2id { memory: 8, passes: 1, lanes: 2 }.hash("x", &SystemRandom).is_err());
    assert!(Argon2id { memory: 64, passes: 0, lanes: 2 }.hash("x", &SystemRandom).is_err());
    assert!(
        Argon2id { memory: 2048, passes: 1, lanes: 256 }.hash("x", &SystemRandom).is_err(),
        "no verify would read it"
    );
    BcryptSha256 { cost: 3 }.spend("x");
    Argon2id { memory: 0, passes: 0, lanes: 0 }.spend("x");
}

#[test]
fn a_hash_is_stale_when_it_is_weaker_than_todays_and_never_when_stronger() {
    let bcrypt =
        |cost: u32| format!("bcrypt_sha256$$2b${cost:02}$......................bXCjwTswioR0X/XWN7IaxQutWxZxgPq");
    let today = BcryptSha256 { cost: 10 };
    assert!(today.is_stale(&bcrypt(9)));
    assert!(!today.is_stale(&bcrypt(10)));
    assert!(!today.is_stale(&bcrypt(13)));
    for other in [ERIN, ABSENT, "", DJANGO[0].1, DJANGO[3].1] {
        assert!(today.is_stale(other), "{other}");
    }

    let argon2 = |variant: &str, version: u32, m: u32, t: u32| {
        format!(
            "argon2${variant}$v={version}$m={m},t={t},p=1$c2FsdHNhbHRzYWx0$MgXeeIBz3ULuJa+xbJwf8uVfq9c+iEbYofzDlszEoEo"
        )
    };
    let today = Argon2id { memory: 1000, passes: 2, lanes: 1 };
    assert!(!today.is_stale(&argon2("argon2id", 19, 1000, 2)));
    assert!(!today.is_stale(&argon2("argon2id", 19, 2000, 2)));
    assert!(!today.is_stale(&argon2("argon2id", 19, 2000, 1)), "as much work on more memory");
    assert!(!today.is_stale(&argon2("argon2id", 19, 1000, 3)));
    assert!(today.is_stale(&argon2("argon2id", 19, 999, 9)), "less memory");
    assert!(today.is_stale(&argon2("argon2id", 19, 1999, 1)), "less work");
    assert!(today.is_stale(&argon2("argon2i", 19, 1000, 2)), "another variant");
    assert!(today.is_stale(&argon2("argon2id", 16, 1000, 2)), "an older version");
    assert!(today.is_stale(BCRYPT_OF_UMLAUT) && today.is_stale(ABSENT));
    assert!(!Argon2id::default().is_stale(ERIN), "what Django makes today is good enough today");
    assert_eq!(BcryptSha256::default().cost, 12);
}

#[test]
fn a_row_with_absurd_costs_matches_nothing_and_is_not_computed() {
    // Computed, any of these would keep the test busy for hours.
    for encoded in [
        "pbkdf2_sha256$4294967295$salt$DlxMyt5cqsOrlUp18HLGCkCsqaPrWYSemWxPPu+vNv0=".to_owned(),
        "pbkdf2_sha256$99999999999999999999$salt$DlxMyt5cqsOrlUp18HLGCkCsqaPrWYSemWxPPu+vNv0=".to_owned(),
        "pbkdf2_sha256$0$salt$DlxMyt5cqsOrlUp18HLGCkCsqaPrWYSemWxPPu+vNv0=".to_owned(),
        "pbkdf2_sha256$+1000$salt$DlxMyt5cqsOrlUp18HLGCkCsqaPrWYSemWxPPu+vNv0=".to_owned(),
        "bcrypt_sha256$$2b$31$......................bXCjwTswioR0X/XWN7IaxQutWxZxgPq".to_owned(),
        "bcrypt$$2b$17$......................ab4uk7zdS0i/IlhKXBIf8klDpk4gLJu".to_owned(),
        ERIN.replace("102400", "4294967295"),
        ERIN.replace("t=2", "t=4294967295"),
        ERIN.replace("p=8", "p=16777215"),
        ERIN.replace("m=102400", "m=1048577"),
        "scrypt$1073741824$salt$8$1$kUAk4LVMseu+WpS4MYE7/rgFpgF0f7Tu2NlQWiwDealb1indxRQ5mlw+obBvDyYFL9Z1uGPe69YR77TZQzilCw==".to_owned(),
        "scrypt$16$salt$4294967295$4294967295$kUAk4LVMseu+WpS4MYE7/rgFpgF0f7Tu2NlQWiwDealb1indxRQ5mlw+obBvDyYFL9Z1uGPe69YR77TZQzilCw==".to_owned(),
        "scrypt$15$salt$8$1$kUAk4LVMseu+WpS4MYE7/rgFpgF0f7Tu2NlQWiwDealb1indxRQ5mlw+obBvDyYFL9Z1uGPe69YR77TZQzilCw==".to_owned(),
        "scrypt$0$salt$0$0$kUAk4LVMseu+WpS4MYE7/rgFpgF0f7Tu2NlQWiwDealb1indxRQ5mlw+obBvDyYFL9Z1uGPe69YR77TZQzilCw==".to_owned(),
        format!("pbkdf2_sha256$1000${}$DlxMyt5cqsOrlUp18HLGCkCsqaPrWYSemWxPPu+vNv0=", "s".repeat(1_000_000)),
        "md5$salt$0123456789abcdef".to_owned(),
        "bcrypt_sha256$$2b$04$ä.....................bXCjwTswioR0X/XWN7IaxQutWxZxgPq".to_owned(),
    ] {
        assert!(!verify_any("x", &encoded), "{encoded}");
    }
}

#[test]
fn an_unusable_password_is_a_mark_and_forty_letters() {
    assert!(!is_usable(ABSENT) && !is_usable("!") && !is_usable("") && is_usable(ERIN));
    let (one, other) = (unusable(&SystemRandom), unusable(&SystemRandom));
    assert_ne!(one, other);
    assert_eq!(one.len(), 41);
    assert!(one.starts_with('!') && one[1..].chars().all(|c| c.is_ascii_alphanumeric()), "{one}");
    assert!(!is_usable(&one) && !verify_any("", &one) && !verify_any(&one, &one));
}
