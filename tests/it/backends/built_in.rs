//! Each built-in backend alone: what it takes, what it refuses, and at what cost.

use crate::house::{House, through_every_door};
use crate::people::{PASSWORD, WRONG, alice, bob, person};
use crate::visitor::{Door, Visitor};
use countersign::accounts::Actor;

const KINDS: [(&str, &str); 3] = [("username", "alice"), ("email", "alice@example.org"), ("phone", "+4915123456789")];

fn chain(names: &[&str]) -> String {
    format!("authentication_backends = {names:?}")
}

/// Refused, for one hash, and nothing begun.
#[track_caller]
fn refused(house: &House, visitor: &Visitor<'_>, fields: &[(&str, &str)]) {
    let (hashes, outcome) = house.hashes_of(|| visitor.login(fields));
    outcome.refused(&["# invalid_credentials"]);
    assert_eq!(hashes, 1, "{fields:?}");
    assert_eq!(house.count("SELECT count(*) FROM sessions"), 0);
    // Each try stands for itself.
    house.sql("DELETE FROM login_failures");
}

#[test]
fn each_takes_its_own_identifiers_and_no_others() {
    let backends: [(&str, &[&str]); 6] = [
        ("username", &["username"]),
        ("email", &["email"]),
        ("phone", &["phone"]),
        ("username_or_email", &["username", "email"]),
        ("username_or_phone", &["username", "phone"]),
        ("any", &["username", "email", "phone"]),
    ];
    for (backend, takes) in backends {
        through_every_door(&chain(&[backend]), |house, visitor| {
            alice(house);
            for (kind, value) in KINDS {
                for name in [kind, "identifier"] {
                    let right = [(name, value), ("password", PASSWORD)];
                    if takes.contains(&kind) {
                        let (hashes, _) = house.hashes_of(|| house.visitor(visitor.door).login(&right).done());
                        assert_eq!(hashes, 1, "{backend}: {name} {value}");
                        house.sql("DELETE FROM sessions");
                    } else {
                        refused(house, visitor, &right);
                    }
                    refused(house, visitor, &[(name, value), ("password", WRONG)]);
                }
            }
        });
    }
}

#[test]
fn the_page_asks_for_what_the_chain_takes() {
    for (backends, field) in [
        (&["username"][..], "username"),
        (&["email"], "email"),
        (&["phone"], "phone"),
        (&["username", "email"], "identifier"),
        (&["username_or_phone"], "identifier"),
        (&["any"], "identifier"),
    ] {
        let house = House::build(crate::house::Database::Sqlite, &chain(backends));
        let page = house.visitor(Door::Pages).get("/login").body;
        for name in ["identifier", "username", "email", "phone"] {
            assert_eq!(page.contains(&format!("name=\"{name}\"")), name == field, "{backends:?}: {name}");
        }
        let described = house.visitor(Door::Bearer).get("/api/v1/forms/login").json();
        assert_eq!(described["fields"][0]["name"], field, "{backends:?}");
    }
}

#[test]
fn a_chain_takes_what_its_backends_take_together() {
    for names in
        [&["username", "email"][..], &["email", "username"], &["username_or_email"], &["email", "phone", "username"]]
    {
        through_every_door(&chain(names), |house, visitor| {
            alice(house);
            for (kind, value) in KINDS {
                let right = [(kind, value), ("password", PASSWORD)];
                if names.iter().any(|name| name.contains(kind)) {
                    house.visitor(visitor.door).login(&right).done();
                    house.sql("DELETE FROM sessions");
                } else {
                    refused(house, visitor, &right);
                }
            }
        });
    }
}

/// Several backends that find the account, or none that does: a refusal costs one hash, and a right password too.
#[test]
fn a_refusal_costs_one_hash_whatever_the_chain() {
    let chains: [&[&str]; 5] = [
        &["username", "any"],
        &["username", "email", "phone"],
        &["any", "username_or_email", "username_or_phone", "username", "email", "phone"],
        &["email", "phone"],
        &["phone"],
    ];
    for names in chains {
        through_every_door(&chain(names), |house, visitor| {
            alice(house);
            let inactive = bob(house);
            house.work(|accounts, cx| accounts.set_active(cx, Actor::Shell, inactive.id, false));
            person(house, Some("carla"), Some("carla@example.org"), None);
            house.sql("UPDATE users SET password = '!nothing' WHERE username = 'carla'");
            let all = [("username", "alice"), ("email", "alice@example.org"), ("phone", "+4915123456789")];
            refused(house, visitor, &[&all[..], &[("password", WRONG)]].concat());
            refused(house, visitor, &[&all[..2], &[("phone", "+4915123456700"), ("password", PASSWORD)]].concat());
            for (name, value) in [
                ("username", "alice"),
                ("email", "alice@example.org"),
                ("username", "nobody"),
                ("email", "nobody@example.org"),
                ("phone", "+4915123456700"),
                ("phone", "12"),
                ("email", "no address"),
                ("identifier", "!!"),
                ("username", "carla"),
                ("email", "carla@example.org"),
            ] {
                refused(house, visitor, &[(name, value), ("password", WRONG)]);
            }
            for (name, value) in [("username", "bob"), ("phone", "+4915123456780"), ("username", "carla")] {
                refused(house, visitor, &[(name, value), ("password", PASSWORD)]);
                refused(house, visitor, &[(name, value), ("password", "!nothing")]);
            }
        });
    }
}

#[test]
fn an_identifier_that_no_backend_asks_for_is_checked_all_the_same() {
    through_every_door(&chain(&["username"]), |house, visitor| {
        alice(house);
        bob(house);
        let with = |email: &str| {
            let fields = [("username", "alice"), ("email", email), ("password", PASSWORD)];
            visitor.login(&fields)
        };
        for other in ["bob@example.org", "nobody@example.org", "no address"] {
            refused(house, visitor, &[("username", "alice"), ("email", other), ("password", PASSWORD)]);
        }
        with("Alice@Example.Org").done();
    });
}

#[test]
fn without_phones_a_number_is_nobodys() {
    let settings = "phone_authentication_active = false\nauthentication_backends = [\"any\"]";
    through_every_door(settings, |house, visitor| {
        alice(house);
        refused(house, visitor, &[("identifier", "+4915123456789"), ("password", PASSWORD)]);
        let unknown = visitor.login(&[("phone", "+4915123456789"), ("password", PASSWORD)]);
        assert_eq!(unknown.reply.status, 422);
        visitor.login(&[("identifier", "alice@example.org"), ("password", PASSWORD)]).done();
    });
}
