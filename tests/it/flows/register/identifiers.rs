//! Identifiers are normalised when they come in, and are unique by what they mean, not by how they are written.

use super::{refused_for, rows};
use crate::house::{on_every_database, through_every_door};
use crate::people::{PASSWORD, person};
use crate::visitor::Door;

#[test]
fn identifiers_are_stored_in_their_normal_form() {
    let forms = [
        ("email", "  Anna.B@BÜCHER.Example ", "Anna.B@xn--bcher-kva.example"),
        ("email", "bea@Example。ORG", "bea@example.org"),
        ("username", "Zoe\u{308}", "Zo\u{eb}"),
        ("username", "ｆｕｌｌ_Ｗｉｄｔｈ", "full_Width"),
        ("username", "Straße", "Straße"),
        ("phone", "01512 345-67-89", "+4915123456789"),
        ("phone", "+49 (1512) 3456780", "+4915123456780"),
        ("phone", "0049 1512 3456781", "+4915123456781"),
        ("phone", "＋４９ １５１２ ３４５６７８２", "+4915123456782"),
        ("phone", "+44 20 7946 0958", "+442079460958"),
    ];
    through_every_door("[phone]\ndefault_region = 'DE'", |house, first| {
        for (name, typed, stored) in forms {
            let visitor = house.visitor(first.door);
            visitor.register(&[(name, typed), ("password", PASSWORD)]).done();
            assert_eq!(visitor.me().unwrap()[name], stored, "{typed}");
            for spelling in [typed, stored] {
                let outcome = house.visitor(first.door).login(&[("identifier", spelling), ("password", PASSWORD)]);
                assert!(outcome.is_done(), "{spelling}: {outcome:?}");
            }
        }
    });
}

#[test]
fn a_national_number_needs_a_region() {
    through_every_door("", |house, visitor| {
        let outcome = visitor.register(&[("phone", "01512 3456789"), ("password", PASSWORD)]);
        outcome.refused(&["phone invalid"]);
        assert_eq!(rows(house), [0, 0, 0]);
    });
}

#[test]
fn another_spelling_or_a_look_alike_is_taken() {
    let twins = [
        ("username", "Straße"),
        ("username", "STRASSE"),
        ("username", "strasse"),
        ("username", "ｓｔｒａｓｓｅ"),
        ("username", "paypal"),
        ("username", "PayPal"),
        ("username", "p\u{430}yp\u{430}l"),
        ("username", "paypaI"),
        ("username", "paypa1"),
        ("username", "PAYPA1"),
        ("username", "Zoe\u{308}"),
        ("username", "ZOË"),
        ("email", "zoe@example.org"),
        ("email", " ZOE@EXAMPLE.ORG"),
        ("email", "Zoe@ｅｘａｍｐｌｅ.org"),
        ("email", "anna@bücher.example"),
        ("email", "ANNA@XN--BCHER-KVA.EXAMPLE"),
        ("phone", "+4915123456789"),
        ("phone", "+49 1512 345 6789"),
        ("phone", "01512/3456789"),
    ];
    through_every_door("[phone]\ndefault_region = 'DE'", |house, visitor| {
        person(house, Some("straße"), Some("Zoe@example.org"), Some("+4915123456789"));
        person(house, Some("paypal"), Some("anna@bücher.example"), None);
        person(house, Some("Zoë"), None, None);
        for (name, value) in twins {
            let (hashes, outcome) = house.hashes_of(|| visitor.register(&[(name, value), ("password", PASSWORD)]));
            eprintln!("{name} {value}");
            let outcome = refused_for(outcome, &[&format!("{name} taken")]);
            assert_eq!(outcome.reply.status, 422);
            assert_eq!(hashes, 0, "{value}");
        }
        assert_eq!(rows(house), [3, 0, 0]);
        assert_eq!(visitor.me(), None);
    });
}

#[test]
fn names_that_only_share_letters_are_not_taken() {
    through_every_door("", |house, first| {
        person(house, Some("carol"), Some("carol@example.org"), Some("+4915123456789"));
        for (name, value) in [
            ("username", "carola"),
            ("username", "caro"),
            ("username", "c.a.r.o.l"),
            ("email", "carol@example.com"),
            ("email", "car.ol@example.org"),
            ("email", "carol+a@example.org"),
            ("phone", "+4915123456788"),
        ] {
            let outcome = house.visitor(first.door).register(&[(name, value), ("password", PASSWORD)]);
            assert!(outcome.is_done(), "{value}: {outcome:?}");
        }
        assert_eq!(rows(house)[0], 8);
    });
}

#[test]
fn numbers_of_other_regions_and_those_that_cost_are_not_taken() {
    on_every_database("[phone]\nallowed_regions = [\"DE\", \"AT\"]", |house| {
        let visitor = house.visitor(Door::Bearer);
        for number in ["+12025550123", "+4990012345678", "+447400123456"] {
            visitor.register(&[("phone", number), ("password", PASSWORD)]).refused(&["phone invalid"]);
        }
        assert_eq!(house.count("SELECT count(*) FROM users"), 0);
        visitor.register(&[("phone", "+4915123456789"), ("password", PASSWORD)]).done();
    });
}
