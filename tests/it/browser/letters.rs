//! Every message in every language: in one language alone, of a length that an SMS may have, and as a mail program shows it.

use super::languages::LANGUAGES;
use super::{browser, verdict};
use countersign::delivery::{Sample, Stationery};
use countersign::languages::Languages;
use countersign::templates::Shelf;
use std::collections::BTreeSet;
use std::path::Path;
use std::process::Command;

/// As many parts of a text message are paid for at most.
const MOST_PARTS: usize = 4;

fn samples(tag: &str) -> Vec<Sample> {
    let languages = Languages::of(&Shelf::built_in(), tag, &[tag.to_owned()]).unwrap();
    let (site, from) = ("https://club.example.org", "Club <noreply@club.example.org>");
    let stationery = Stationery::of(&Shelf::built_in(), &languages, site, "club.example.org", from, "").unwrap();
    let sample = |name: &&str| stationery.sample(name).unwrap().unwrap();
    Stationery::names().iter().map(sample).collect()
}

/// The sentences of a text: paragraphs of three words or more.
fn sentences(text: &str) -> BTreeSet<String> {
    let paragraphs = text.split("\n\n").map(|one| one.split_whitespace().collect::<Vec<_>>());
    paragraphs.filter(|words| words.len() > 2).map(|words| words.join(" ")).collect()
}

fn is_mark(c: char) -> bool {
    matches!(c, '\u{2066}'..='\u{2069}')
}

/// Marks are closed where they are opened, line by line.
fn are_closed(text: &str) -> bool {
    let count = |wanted: fn(char) -> bool| text.chars().filter(|c| wanted(*c)).count();
    count(|c| matches!(c, '\u{2066}'..='\u{2068}')) == count(|c| c == '\u{2069}')
}

/// How many parts a text message is sent in: in the small alphabet of GSM 03.38 as far as it will do, else in UCS-2.
fn parts(text: &str) -> usize {
    const SMALL: &str = "@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !\"#¤%&'()*+,-./0123456789:;<=>?¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿\
                         abcdefghijklmnopqrstuvwxyzäöñüà";
    const LONG: &str = "^{}\\[~]|€";
    if text.chars().all(|c| SMALL.contains(c) || LONG.contains(c)) {
        let length: usize = text.chars().map(|c| if LONG.contains(c) { 2 } else { 1 }).sum();
        if length <= 160 { 1 } else { length.div_ceil(153) }
    } else {
        let length = text.encode_utf16().count();
        if length <= 70 { 1 } else { length.div_ceil(67) }
    }
}

#[test]
fn every_message_speaks_every_language_and_no_other() {
    let english = samples("en");
    let mut wrong = Vec::new();
    for tag in LANGUAGES {
        for (sample, english) in samples(tag).iter().zip(&english) {
            let mut check = |holds: bool, what: String| {
                if !holds {
                    wrong.push(format!("{tag} {}: {what}", sample.name));
                }
            };
            if let (Some(email), Some(english)) = (&sample.email, &english.email) {
                let way = if tag == "ar" { "rtl" } else { "ltr" };
                check(email.html.contains(&format!("<html lang=\"{tag}\" dir=\"{way}\">")), "another language".into());
                let both: Vec<String> =
                    sentences(&email.text).intersection(&sentences(&english.text)).cloned().collect();
                check(tag == "en" || both.is_empty(), format!("is in English: {both:?}"));
                check(tag == "en" || email.subject != english.subject, "an English subject".into());
                check(!email.subject.chars().any(is_mark), "marks in the subject".into());
                check(are_closed(&email.text) && are_closed(&email.html), "a mark is not closed".into());
                check(tag == "ar" || !email.text.chars().any(is_mark), "marks nobody needs".into());
                for link in email.html.split("href=\"").skip(1).map(|rest| rest.split('"').next().unwrap()) {
                    check(!link.chars().any(is_mark), format!("marks in a link: {link:?}"));
                }
                // Whoever makes a link of what begins like one takes all that follows up to a space.
                for link in email.text.split_whitespace().filter(|word| word.contains("://")) {
                    check(!link.chars().any(is_mark), format!("marks beside a link: {link:?}"));
                }
                check(!email.text.contains("{ $") && !email.html.contains("{ $"), "something is not filled in".into());
            }
            if let (Some(sms), Some(english)) = (&sample.sms, &english.sms) {
                check(!sms.text.chars().any(is_mark), "marks in a text message".into());
                check(tag == "en" || sms.text.lines().next() != english.text.lines().next(), "an English SMS".into());
                let parts = parts(&sms.text);
                eprintln!("{tag} {}: {parts} part(s), {} characters", sample.name, sms.text.chars().count());
                check(parts <= MOST_PARTS, format!("{parts} parts: {}", sms.text));
            }
        }
    }
    assert!(wrong.is_empty(), "{wrong:#?}");
}

#[test]
fn every_message_looks_right_in_every_language() {
    let Some(browser) = browser() else { return };
    let pictures = Path::new(env!("CARGO_TARGET_TMPDIR")).join("../screenshots/letters");
    let pages = pictures.join("pages");
    std::fs::create_dir_all(&pages).unwrap();
    for tag in LANGUAGES {
        for sample in samples(tag) {
            let Some(email) = sample.email else { continue };
            std::fs::write(pages.join(format!("{tag}-{}.html", sample.name)), email.html).unwrap();
        }
    }
    let mut walk = Command::new("node");
    walk.arg(Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/browser/letters.mjs"));
    walk.arg(&pages).arg(&pictures).args(["--executable", browser]);
    verdict(&walk.output().unwrap(), 80);
}
