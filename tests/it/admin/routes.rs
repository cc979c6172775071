//! Every path of the administration by every role at every door, from the lists that the program itself serves by.

use super::{at, closed, inside, outside, renew, root, zoe};
use crate::house::{House, on_every_database};
use crate::people::{PASSWORD, alice};
use crate::requests::changes_nothing;
use crate::visitor::{Door, Visitor};
use countersign::{api, views};

const METHODS: [&str; 5] = ["GET", "POST", "PUT", "PATCH", "DELETE"];

/// Each path, with the methods it takes. What stands for an id is nobody's.
fn paths(door: Door) -> Vec<(String, Vec<&'static str>)> {
    let all = if door == Door::Pages { views::ADMIN_ROUTES } else { api::ADMIN_ROUTES };
    let listed = all.iter().map(|route| {
        let nobody = "0190b3c4-0000-7000-8000-000000000000";
        let path = route.path.replace("{id}", nobody).replace("{session}", nobody);
        assert!(!path.contains('{'), "say what stands for it in {path}");
        (at(door, &path), route.allow.split(", ").collect())
    });
    listed.collect()
}

fn ask(visitor: &Visitor<'_>, method: &str, path: &str) -> u16 {
    let form = if visitor.door == Door::Pages { "application/x-www-form-urlencoded" } else { "application/json" };
    let body: &[u8] = if visitor.door == Door::Pages { b"" } else { b"{}" };
    let headers = if method == "GET" { vec![] } else { vec![("content-type", form)] };
    let reply = visitor.send(method, path, &headers, if method == "GET" { b"" } else { body });
    if reply.status == 303
        && reply.header("location").is_some_and(|to| to.starts_with("/admin/login") || to.starts_with("/login"))
    {
        // On the way back only what can be looked at is asked for.
        let back = reply.header("location").unwrap().contains("?next=%2Fadmin");
        assert_eq!(back, method == "GET", "{method} {path}: {reply:?}");
        return outside(Door::Pages);
    }
    if reply.status == 303 { 200 } else { reply.status }
}

fn signed_in<'h>(house: &'h House, door: Door, name: &str) -> Visitor<'h> {
    let visitor = house.visitor(door);
    visitor.login(&[("identifier", name), ("password", PASSWORD)]).done();
    visitor
}

#[test]
fn every_path_is_closed_to_whoever_was_not_let_in() {
    on_every_database("", |house| {
        alice(house);
        zoe(house);
        for door in Door::ALL {
            let stranger = house.visitor(door);
            let account = signed_in(house, door, "alice");
            let staff = signed_in(house, door, "zoe");
            house.later(std::time::Duration::from_secs(15 * 60));
            renew(&account);
            renew(&staff);
            let mut all = paths(door);
            assert!(!all.is_empty());
            // What is not there is closed in the same way, so that nobody learns what there is.
            all.push((at(door, "/nowhere"), vec![]));
            for (path, _) in all {
                for method in METHODS {
                    for (who, visitor, due) in [
                        ("a stranger", &stranger, outside(door)),
                        ("an account", &account, 403),
                        ("staff", &staff, closed(door)),
                    ] {
                        let status = changes_nothing(house, || ask(visitor, method, &path));
                        assert_eq!(status, due, "{who} by {door:?}: {method} {path}");
                    }
                }
            }
        }
    });
}

#[test]
fn every_path_is_open_to_staff_and_superusers_by_the_methods_it_takes() {
    on_every_database("", |house| {
        zoe(house);
        root(house);
        for door in Door::ALL {
            for name in ["zoe", "root"] {
                let visitor = inside(house, door, name);
                for (path, taken) in paths(door) {
                    for method in METHODS {
                        let status = ask(&visitor, method, &path);
                        let case = format!("{name} by {door:?}: {method} {path}: {status}");
                        if taken.contains(&method) {
                            // Asked with nothing, and about nobody: done, or missed, or not found.
                            assert!(matches!(status, 200 | 202 | 204 | 404 | 422), "{case}");
                        } else {
                            assert_eq!(status, 405, "{case}");
                        }
                    }
                }
                assert_eq!(ask(&visitor, "GET", &at(door, "/nowhere")), 404);
            }
        }
    });
}
