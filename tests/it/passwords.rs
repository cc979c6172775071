//! Passwords: what may be chosen, what Django wrote and can read again, and what a hash may cost.

mod hashers;
mod policy;
mod pool;

use countersign::ambient::{Random, SystemRandom};
use countersign::passwords::{Argon2id, BcryptSha256};
use secrecy::SecretString;
use std::sync::Arc;

const BCRYPT: BcryptSha256 = BcryptSha256 { cost: 4 };
const ARGON2: Argon2id = Argon2id { memory: 64, passes: 1, lanes: 2 };

/// Made by Django's own hashers, at the strength of their versions.
const DJANGO: &[(&str, &str)] = &[
    (
        "alice keeps the bees 0a",
        "pbkdf2_sha256$260000$CjYbsjKuRSixmlLoRkBNUv$EdvxzQUrYf7cPf2N+5ReTwfSg93NxiY6I4kFLLOrNqQ=",
    ),
    ("bob keeps the bees 1a", "pbkdf2_sha1$260000$wYoHLtVqQEpYYBXQFzYs3z$3JzCFuhQcSDsf3CSiWHalFLe9yk="),
    ("carol keeps the bees 2a", "bcrypt_sha256$$2b$12$ia7yFuR7e245d3YT6011c.nMcpBlzz2q2e3pkfc8mnfxu9E7MoDeO"),
    ("dave keeps the bees 3a", "bcrypt$$2b$12$sTrnfwMaN8OMJ1IAJ6/uJO0ixgDkAqJeWveSH4EPWssJS28gXnbn2"),
    ("erin keeps the bees 4a", ERIN),
    (
        "frank keeps the bees 5a",
        "scrypt$16384$vwURIhpP6mXR8UGSvhGdUY$8$5$M6AvWEB0LGPZqHjLO+dG70peRIWu9Q/bh4eF9JUeHAocw9oQLXJm2foGDtFW6dHucLK+xkdZQSAZa5ht3h4l+g==",
    ),
];
const ERIN: &str =
    "argon2$argon2id$v=19$m=102400,t=2,p=8$M3dDYTVMeWZ6NWpCZXQwbUwybEVENw$Uw2gPqtBIt+YQn/b/u5fK63YYRXR2bfVAELvfhH53cM";

/// Made by Django's hashers and the libraries below them with the least work, so that many can be tried.
const CHEAP: &[(&str, &str)] = &[
    (UMLAUT, BCRYPT_OF_UMLAUT),
    (UMLAUT, ARGON2_OF_UMLAUT),
    ("a", "bcrypt$$2b$04$......................ab4uk7zdS0i/IlhKXBIf8klDpk4gLJu"),
    (
        "an older variant",
        "argon2$argon2i$v=19$m=64,t=1,p=1$c2FsdHNhbHRzYWx0$MgXeeIBz3ULuJa+xbJwf8uVfq9c+iEbYofzDlszEoEo",
    ),
    (
        "an older variant",
        "argon2$argon2d$v=19$m=64,t=1,p=1$c2FsdHNhbHRzYWx0$zf0OagIJggtfkFw2RDXwiggnXIjCp2zkXlcnj7PH3WA",
    ),
    (
        "an older version",
        "argon2$argon2i$v=16$m=64,t=1,p=1$c2FsdHNhbHRzYWx0$bQj+4DH1Pr+Ciglfbz2YymvDbfVa3we4Ixj2NFp5lXo",
    ),
    (
        "short scrypt",
        "scrypt$16$salt$8$1$kUAk4LVMseu+WpS4MYE7/rgFpgF0f7Tu2NlQWiwDealb1indxRQ5mlw+obBvDyYFL9Z1uGPe69YR77TZQzilCw==",
    ),
    ("short pbkdf2", "pbkdf2_sha256$1000$salt$DlxMyt5cqsOrlUp18HLGCkCsqaPrWYSemWxPPu+vNv0="),
    ("short pbkdf2", "pbkdf2_sha1$1000$salt$LLqq6hkjNX1sN5tDGnkJD2Lb1bQ="),
];
const UMLAUT: &str = "läuft auch mit Ümlaut";
const BCRYPT_OF_UMLAUT: &str = "bcrypt_sha256$$2b$04$......................bXCjwTswioR0X/XWN7IaxQutWxZxgPq";
const ARGON2_OF_UMLAUT: &str =
    "argon2$argon2id$v=19$m=64,t=1,p=2$AAAAAAAAAAAAAAAAAAAAAA$taRcQ5dzgBZ/HaouLJ3wDrhFn0EYT04d98Tc8o7itro";
const ABSENT: &str = "!a6UUbpYXCHLK0EE9NlbqFD6V9FYkhbiketXoHqqG";

/// No randomness at all: salts are zeros, so that what Django made of the same salt can be compared.
struct Zeros;

impl Random for Zeros {
    fn fill(&self, bytes: &mut [u8]) {
        bytes.fill(0);
    }
}

fn secret(text: &str) -> SecretString {
    SecretString::from(text)
}

fn random() -> Arc<dyn Random> {
    Arc::new(SystemRandom)
}
