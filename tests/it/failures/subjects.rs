//! Whose failures they are: one count for an account, by whatever name and door; nothing readable in the table.

use super::{SPELLINGS, fail, highest, seconds, try_with, waits};
use crate::house::{House, databases, on_every_database, through_every_door};
use crate::people::{PASSWORD, WRONG, alice, bob};
use crate::visitor::Door;

#[test]
fn all_names_of_an_account_in_every_spelling_are_one_count() {
    through_every_door("", |house, visitor| {
        alice(house);
        for (n, (name, value)) in SPELLINGS.iter().cycle().take(5).enumerate() {
            fail(visitor, name, value);
            assert_eq!(highest(house), i64::try_from(n).unwrap() + 1);
        }
        assert_eq!(house.count("SELECT count(*) FROM login_failures"), 1);
        for (name, value) in SPELLINGS {
            waits(visitor, name, value, 30);
        }
        house.later(seconds(30));
        for (name, value) in SPELLINGS.iter().skip(5) {
            fail(visitor, name, value);
            house.later(seconds(3600));
        }
        assert_eq!((highest(house), house.count("SELECT count(*) FROM login_failures")), (9, 1));
    });
}

#[test]
fn all_doors_are_one_count() {
    on_every_database("", |house| {
        alice(house);
        for door in Door::ALL.iter().cycle().take(5) {
            fail(&house.visitor(*door), "username", "alice");
        }
        for door in Door::ALL {
            waits(&house.visitor(door), "username", "alice", 30);
        }
    });
}

#[test]
fn several_names_at_once_are_one_failure() {
    on_every_database("", |house| {
        alice(house);
        let visitor = house.visitor(Door::Bearer);
        let all =
            [("username", "alice"), ("email", "alice@example.org"), ("phone", "+4915123456789"), ("password", WRONG)];
        visitor.login(&all).refused(&["# invalid_credentials"]);
        assert_eq!((highest(house), house.count("SELECT count(*) FROM login_failures")), (1, 1));
    });
}

/// Who mixes the names of two accounts fails at both, so nobody gets free tries by mixing.
#[test]
fn names_of_two_accounts_are_a_failure_of_both() {
    on_every_database("", |house| {
        alice(house);
        bob(house);
        let visitor = house.visitor(Door::Bearer);
        let both = [("username", "alice"), ("email", "bob@example.org"), ("password", PASSWORD)];
        for _ in 0..5 {
            let (hashes, outcome) = house.hashes_of(|| visitor.login(&both));
            outcome.refused(&["# invalid_credentials"]);
            assert_eq!(hashes, 1);
        }
        waits(&visitor, "username", "alice", 30);
        waits(&visitor, "email", "bob@example.org", 30);
        let one_waits = [("username", "nobody"), ("email", "bob@example.org"), ("password", PASSWORD)];
        visitor.login(&one_waits).refused(&["# throttled"]);
        assert_eq!(house.count("SELECT count(*) FROM login_failures"), 2, "nothing counted for the other either");
        assert_eq!(house.count("SELECT count(*) FROM sessions"), 0);
    });
}

#[test]
fn an_unknown_name_is_one_count_in_every_spelling() {
    on_every_database("", |house| {
        let visitor = house.visitor(Door::Bearer);
        let spellings = [
            [("username", "nobody"), ("username", "NOBODY"), ("identifier", "Nobody"), ("username", "ｎｏｂｏｄｙ")],
            [
                ("email", "nobody@example.org"),
                ("email", "NOBODY@example.ORG"),
                ("identifier", " Nobody@Example.org "),
                ("email", "nobody@EXAMPLE.org"),
            ],
            [
                ("phone", "+4915123456700"),
                ("phone", "+49 1512 3456700"),
                ("identifier", "+49 (0)1512 3456700"),
                ("identifier", "+49-1512-3456700"),
            ],
        ];
        for one in spellings {
            for (name, value) in one {
                fail(&visitor, name, value);
            }
            fail(&visitor, one[0].0, one[0].1);
            for (name, value) in one {
                waits(&visitor, name, value, 30);
            }
        }
        assert_eq!(house.count("SELECT count(*) FROM login_failures"), 3);
    });
}

/// People type passwords into the wrong box.
#[test]
fn what_was_typed_is_not_readable_in_the_database() {
    for database in databases() {
        let house = House::build(database, "");
        let visitor = house.visitor(Door::Bearer);
        for value in ["hunter2hunter2", "hunter2@hunter2.example", "hunter2 is my password!"] {
            fail(&visitor, "identifier", value);
        }
        assert_eq!(house.count("SELECT count(*) FROM login_failures"), 3);
        // Every column as text, the subject's bytes too.
        let (subject, like) = match database {
            crate::house::Database::Sqlite => {
                ("CAST(subject AS TEXT)", "lower(CAST(subject AS TEXT)) LIKE '%hunter2%'")
            }
            crate::house::Database::Postgres => {
                ("encode(subject, 'escape')", "encode(subject, 'escape') ILIKE '%hunter2%'")
            }
        };
        assert_eq!(house.count(&format!("SELECT count(*) FROM login_failures WHERE {like}")), 0, "{subject}");
        assert_eq!(house.count("SELECT count(*) FROM login_failures WHERE length(subject) = 32"), 3);
    }
}

/// The hash is keyed: who has the database cannot try names against it.
#[test]
fn the_same_name_is_hashed_differently_under_another_key() {
    let house = House::build(crate::house::Database::Sqlite, "");
    let other = house.twin(&house.url, "secret_keys = [\"another key for tests, long enough too: 8f3Kq2\"]");
    fail(&house.visitor(Door::Bearer), "username", "nobody");
    fail(&other.visitor(Door::Bearer), "username", "nobody");
    assert_eq!(house.count("SELECT count(*) FROM login_failures"), 2);
}

#[test]
fn mistakes_of_form_count_nothing() {
    through_every_door("", |house, visitor| {
        alice(house);
        for _ in 0..6 {
            visitor.login(&[("username", "alice")]);
            visitor.login(&[("username", "alice"), ("password", "")]);
            visitor.login(&[("username", "alice"), ("identifier", "alice"), ("password", WRONG)]);
        }
        assert_eq!(house.count("SELECT count(*) FROM login_failures"), 0);
        try_with(visitor, "username", "alice", PASSWORD).done();
    });
}
