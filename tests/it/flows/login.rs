//! Signing in.

use crate::house::through_every_door;
use crate::people::{PASSWORD, WRONG, alice};

#[test]
fn each_identifier_lets_its_owner_in() {
    through_every_door("", |house, _| {
        alice(house);
        for (name, value) in [
            ("username", "alice"),
            ("email", "alice@example.org"),
            ("phone", "+4915123456789"),
            ("identifier", "alice"),
            ("identifier", "ALICE@Example.ORG"),
            ("identifier", "+49 1512 345 6789"),
        ] {
            for door in crate::visitor::Door::ALL {
                let visitor = house.visitor(door);
                visitor.login(&[(name, value), ("password", PASSWORD)]).done();
                assert_eq!(visitor.username().as_deref(), Some("alice"), "{name} {value}");
            }
        }
    });
}

#[test]
fn a_wrong_password_is_refused_and_signs_nobody_in() {
    through_every_door("", |house, visitor| {
        alice(house);
        let outcome = visitor.login(&[("identifier", "alice"), ("password", WRONG)]);
        let outcome = outcome.refused(&["# invalid_credentials"]);
        let expected = if visitor.door == crate::visitor::Door::Pages { 422 } else { 401 };
        assert_eq!(outcome.reply.status, expected);
        assert!(!outcome.reply.body.contains(WRONG));
        assert_eq!(visitor.me(), None);
        assert_eq!(house.count("SELECT count(*) FROM sessions"), 0);
    });
}
