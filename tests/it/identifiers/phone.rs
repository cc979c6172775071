//! Phone numbers under all their spellings.

use super::{code, region};
use countersign::error::Code;
use countersign::identifiers::{Phone, Region};
use countersign::languages::in_english;
use phonenumber::metadata::DATABASE;
use std::collections::HashSet;

#[test]
fn six_spellings_of_a_phone_number_are_one() {
    let german = [
        "+4930901820",
        "+49 30 901820",
        "+49 (0)30 / 90-18-20",
        "030 901820",
        "0049 30 901820",
        "(030) 90.18.20",
        "＋４９ ３０ ９０１８２０",
        "\u{202A}+49\u{A0}30\u{A0}901820\u{202C}",
        "٠٣٠٩٠١٨٢٠",
    ];
    let found: HashSet<Phone> =
        german.iter().map(|raw| Phone::parse(raw, region("DE")).unwrap_or_else(|f| panic!("{raw:?}: {f:?}"))).collect();
    assert_eq!(found.iter().map(Phone::as_str).collect::<Vec<_>>(), ["+4930901820"]);

    let american = [
        "+12025550100",
        "+1 202 555 0100",
        "(202) 555-0100",
        "202.555.0100",
        "1-202-555-0100",
        "1 (202) 555 0100",
        "011 1 202 555 0100",
    ];
    let found: HashSet<Phone> = american
        .iter()
        .map(|raw| Phone::parse(raw, region("US")).unwrap_or_else(|f| panic!("{raw:?}: {f:?}")))
        .collect();
    assert_eq!(found.iter().map(Phone::as_str).collect::<Vec<_>>(), ["+12025550100"]);
}

#[test]
fn prefixes_of_a_country_are_taken_off_by_its_own_rules() {
    for (raw, home, e164) in [
        ("011 15 2345-6789", "AR", "+5491123456789"), // the 15 of a mobile number becomes a 9 in front
        ("0 15 11 2345 6789", "AR", ""),
        ("0 31 11 96123 4567", "BR", "+5511961234567"), // 31 chooses a carrier
        ("8 (912) 345-67-89", "RU", "+79123456789"),
        ("06 30 123 4567", "HU", "+36301234567"),
        ("0262 16 12 34", "RE", "+262262161234"), // begins like its own country code
        ("02 3661 8300", "IT", "+390236618300"),  // the zero belongs to it
        ("9001234", "AI", ""),
    ] {
        let parsed = Phone::parse(raw, region(home)).map(|phone| phone.as_str().to_owned()).unwrap_or_default();
        assert_eq!(parsed, e164, "{raw} in {home}");
    }
    assert_eq!(Phone::parse("0912 345 67 89", region("RU")).ok(), None, "Russia dials 8, not 0");
}

#[test]
fn a_number_is_judged_to_its_end() {
    for raw in ["+961 72123456", "+353 285 0123456", "+972 895 389206858", "+60 1 2145 67896"] {
        assert_eq!(code(Phone::parse(raw, None)), Some(Code::Invalid), "{raw}");
    }
}

#[test]
fn a_phone_number_without_a_region_needs_its_country_code() {
    let flaw = Phone::parse("030 901820", None).unwrap_err();
    assert_eq!(flaw.code, Code::Invalid);
    let words = in_english(&flaw.detail);
    assert!(words.contains('+') && words.contains("country code"), "{words}");
    assert_eq!(Phone::parse("+49 30 901820", None).unwrap().region(), region("DE"));
    assert_eq!(Phone::parse("+49 30 901820", region("US")).unwrap().as_str(), "+4930901820");
}

#[test]
fn what_is_not_exactly_one_valid_phone_number_is_refused() {
    for raw in [
        "1",
        "+",
        "+4",
        "+49",
        "()",
        "-",
        "+49 30",
        "+49 30 901820 901820 901820",
        "+1 202 555 01000",
        "+1 202 555 010",
        "+1 002 555 0100",
        "+999 12345678",
        "+0 30 901820",
        "++4930901820",
        "+49+30901820",
        "4930901820+",
        "+1 800 FLOWERS",
        "1-800-FLOWERS",
        "+49 30 901820 ext. 5",
        "+49 30 901820x5",
        "+49 30 901820;ext=5",
        "+49 30 901820#5",
        "+49 30 901820,5",
        "tel:+4930901820",
        "+4930901820;phone-context=+1",
        "+4930901820 or +4930901821",
        "call +4930901820",
        "+49 30 901820\0",
        "+49\n30\n901820",
        "112",
        "110",
        "911",
        "*#06#",
        "①②③",
        "+４９½",
    ] {
        for region in [None, region("DE"), region("US")] {
            assert_eq!(code(Phone::parse(raw, region)), Some(Code::Invalid), "{raw:?} in {region:?}");
        }
    }
    assert_eq!(code(Phone::parse(" \t", None)), Some(Code::Blank));
    assert_eq!(code(Phone::parse(&format!("+49 30{}901820", " ".repeat(54)), None)), Some(Code::TooLong));
    assert_eq!(Phone::parse(&format!("+49 30{}901820", " ".repeat(48)), None).unwrap().as_str(), "+4930901820");
}

#[test]
fn leading_zeros_that_belong_to_a_number_stay() {
    assert_eq!(Phone::parse("+39 06 6988 3462", None).unwrap().as_str(), "+390669883462");
    assert_eq!(Phone::parse("02 3661 8300", region("IT")).unwrap().as_str(), "+390236618300");
    assert_eq!(Phone::parse("+39 02 3661 8300", None).unwrap().region(), region("IT"));
    assert_eq!(
        Phone::parse("+39 2 3661 8300", None).map(|p| p.as_str().to_owned()).ok(),
        None,
        "without its zero it is no number"
    );
}

#[test]
fn numbers_that_cost_the_sender_can_be_told() {
    assert!(Phone::parse("+1 900 253 0000", None).unwrap().is_premium());
    assert!(Phone::parse("+49 900 1 123456", None).unwrap().is_premium());
    assert!(!Phone::parse("+1 202 555 0100", None).unwrap().is_premium());
    assert!(!Phone::parse("+49 151 23456789", None).unwrap().is_premium());
}

#[test]
fn a_region_is_one_that_has_phone_numbers() {
    assert_eq!(Region::parse("DE").unwrap().as_str(), "DE");
    assert_eq!(Region::parse("de").unwrap(), Region::parse("DE").unwrap());
    for raw in ["", "D", "DEU", "XX", "49", "001", "ÄÖ", "de_DE"] {
        assert_eq!(code(Region::parse(raw)), Some(Code::Invalid), "{raw:?}");
    }
}

/// The example numbers of libphonenumber itself, of every region and kind, as they are dialled at home and abroad.
#[test]
fn the_examples_of_every_region_are_found_again_under_every_spelling() {
    let (mut tried, mut failed) = (0, Vec::new());
    for first in 'A'..='Z' {
        for second in 'A'..='Z' {
            let Ok(region) = Region::parse(&format!("{first}{second}")) else { continue };
            let meta = DATABASE.by_id(region.as_str()).unwrap();
            let kinds = meta.descriptors();
            let examples = [kinds.mobile(), kinds.fixed_line()].into_iter().flatten().filter_map(|kind| kind.example());
            for national in examples {
                tried += 1;
                let full = format!("+{}{national}", meta.country_code());
                let spaced: String = full
                    .chars()
                    .enumerate()
                    .flat_map(|(i, c)| if i % 3 == 2 { vec![c, ' '] } else { vec![c] })
                    .collect();
                // A Colombian mobile number is dialled without the 0: a 3 behind it chooses a carrier.
                let prefix = meta.national_prefix().filter(|_| region.as_str() != "CO");
                let here = prefix.map_or(national.to_owned(), |prefix| format!("{prefix}{national}"));
                let spellings = [
                    Phone::parse(&full, None),
                    Phone::parse(&spaced, None),
                    Phone::parse(&full, Some(region)),
                    Phone::parse(national, Some(region)),
                    Phone::parse(&here, Some(region)),
                ];
                if spellings.iter().any(|parsed| parsed.as_ref().map(Phone::as_str) != Ok(full.as_str())) {
                    failed.push(format!("{region} {full} ({here}): {:?}", spellings.map(Result::ok)));
                }
            }
        }
    }
    assert!(tried > 400, "{tried}");
    assert!(failed.is_empty(), "{} of {tried}:\n{}", failed.len(), failed.join("\n"));
}
