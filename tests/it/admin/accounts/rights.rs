//! Who may do what to whom, all of it: every act by staff and by superusers, to everybody there can be.

use super::super::{at, inside, root, zoe};
use super::{account, act, refused};
use crate::house::{House, on_every_database};
use crate::people::{alice, person};
use crate::visitor::Door;
use countersign::db::{Id, User};

const ACTS: [(&str, &[(&str, &str)]); 7] = [
    ("edit", &[("first_name", "New")]),
    ("deactivate", &[]),
    ("activate", &[]),
    ("verify", &[("channel", "email")]),
    ("reset", &[]),
    ("end-sessions", &[]),
    ("delete", &[]),
];

fn somebody(house: &House, name: &str, rights: &str) -> User {
    let user = person(house, Some(name), Some(&format!("{name}@example.org")), None);
    house.sql(&format!("UPDATE users SET {rights} WHERE username = '{name}'"));
    user
}

#[test]
fn staff_do_everything_but_to_superusers_and_superusers_do_everything() {
    on_every_database("", |house| {
        zoe(house);
        root(house);
        for door in Door::ALL {
            for actor in ["zoe", "root"] {
                let admin = inside(house, door, actor);
                for (at, (name, fields)) in ACTS.into_iter().enumerate() {
                    for (rank, rights) in [
                        ("plain", "is_active = true"),
                        ("staff", "is_staff = true"),
                        ("superuser", "is_staff = true, is_superuser = true"),
                        ("pure", "is_superuser = true"),
                    ] {
                        let whose = somebody(house, &format!("{rank}{at}{actor}{door:?}"), rights);
                        let case = format!("{actor} by {door:?}: {name} of {rank}");
                        let fields: Vec<(&str, &str)> = match (name, door) {
                            ("edit", Door::Pages) => {
                                let own = whose.username.as_deref().unwrap();
                                let mut all = vec![("username", own), ("first_name", "New"), ("is_active", "true")];
                                if actor == "root" && rank != "plain" {
                                    all.push(("is_staff", "true"));
                                }
                                if actor == "root" && matches!(rank, "superuser" | "pure") {
                                    all.push(("is_superuser", "true"));
                                }
                                all
                            }
                            _ => fields.to_vec(),
                        };
                        if actor == "zoe" && matches!(rank, "superuser" | "pure") {
                            let outcome = refused(house, whose.id, 403, || act(&admin, whose.id, name, &fields));
                            if door != Door::Pages {
                                assert_eq!(outcome.mistakes, ["# forbidden"], "{case}");
                            }
                        } else {
                            let outcome = act(&admin, whose.id, name, &fields);
                            assert!(outcome.is_done(), "{case}: {outcome:?}");
                            assert_eq!(account(house, whose.id).is_none(), name == "delete", "{case}");
                        }
                    }
                }
            }
        }
    });
}

#[test]
fn staff_see_superusers_and_no_button_that_would_be_refused() {
    on_every_database("", |house| {
        let (zoe, root, alice) = (zoe(house), root(house), alice(house));
        let staff = inside(house, Door::Pages, "zoe");
        let page = |id: Id| staff.get(&format!("/admin/accounts/{id}")).body;
        let buttons = |id: Id| {
            let page = page(id);
            ["edit", "verify", "reset", "end-sessions", "activate", "deactivate", "delete"]
                .into_iter()
                .filter(|name| page.contains(&format!("/accounts/{id}/{name}\"")))
                .collect::<Vec<_>>()
        };
        assert_eq!(buttons(root.id), [""; 0]);
        assert!(page(root.id).contains("Only superusers can change it"));
        assert_eq!(buttons(alice.id), ["edit", "verify", "reset", "deactivate", "delete"]);
        assert_eq!(buttons(zoe.id), ["edit", "verify", "reset"], "to oneself only what does not shut one out");
        for name in ["edit", "verify", "reset", "end-sessions", "deactivate", "delete"] {
            let reply = staff.get(&at(Door::Pages, &format!("/accounts/{}/{name}", root.id)));
            assert_eq!(reply.status, 403, "{name}");
        }
    });
}

#[test]
fn what_is_no_account_is_not_there() {
    on_every_database("", |house| {
        root(house);
        let alice = alice(house);
        let nobody: Id = "0190b3c4-0000-7000-8000-000000000000".parse().unwrap();
        for door in Door::ALL {
            let admin = inside(house, door, "root");
            for (name, fields) in ACTS {
                refused(house, alice.id, 404, || act(&admin, nobody, name, fields));
            }
            for odd in ["1", "alice", "%00", "..%2f", "0190b3c4-0000-7000-8000-00000000000"] {
                for below in ["", "/events", "/sessions"] {
                    let path = at(door, &format!("/accounts/{odd}{below}"));
                    assert_eq!(admin.get(&path).status, 404, "{path}");
                }
            }
        }
    });
}
