//! Accounts found: by what their identifiers begin with, by id, by their state; page after page.

use super::super::{at, inside, root, zoe};
use crate::house::{House, on_every_database};
use crate::people::{alice, person};
use crate::visitor::{Door, Reply, Visitor};
use serde_json::Value;
use std::collections::BTreeSet;
use std::time::Duration;

fn query(pairs: &[(&str, &str)]) -> String {
    url::form_urlencoded::Serializer::new(String::new()).extend_pairs(pairs).finish()
}

/// The way to the next page, below the host.
fn next(reply: &Reply) -> Option<String> {
    let link = reply.header("link")?.strip_prefix('<')?.split_once('>')?.0;
    link.split_once("/api/v1").map(|(_, path)| format!("/api/v1{path}"))
}

/// What to call each account on a page of the API, in order.
fn names(reply: &Reply) -> Vec<String> {
    assert_eq!(reply.status, 200, "{reply:?}");
    let name = |user: &Value| {
        let all = [&user["username"], &user["email"], &user["phone"]];
        all.into_iter().find_map(Value::as_str).unwrap().to_owned()
    };
    reply.json().as_array().unwrap().iter().map(name).collect()
}

/// Everything that is found, over all pages. No page comes twice, and each is within its limit.
fn all(staff: &Visitor<'_>, pairs: &[(&str, &str)]) -> Vec<String> {
    let limit = pairs.iter().find(|(name, _)| *name == "limit").map_or(50, |(_, limit)| limit.parse().unwrap());
    let mut found = Vec::new();
    let mut at = Some(format!("/api/v1/admin/accounts?{}", query(pairs)));
    let mut seen = BTreeSet::new();
    while let Some(path) = at {
        assert!(seen.insert(path.clone()), "{path} came twice");
        let reply = staff.get(&path);
        let some = names(&reply);
        assert!(some.len() <= limit, "{path}: {some:?}");
        found.extend(some);
        at = next(&reply);
    }
    found
}

fn found(staff: &Visitor<'_>, q: &str) -> Vec<String> {
    all(staff, &[("q", q)])
}

/// Many accounts at once: `prefix0`, `prefix1`, …, each made a second after the one before it.
fn crowd(house: &House, prefix: &str, count: usize) {
    for n in 0..count {
        house.later(Duration::from_secs(1));
        person(house, Some(&format!("{prefix}{n}")), Some(&format!("{prefix}{n}@example.org")), None);
    }
}

#[test]
fn an_account_is_found_by_the_beginning_of_any_identifier_in_any_spelling() {
    on_every_database("[phone]\ndefault_region = \"DE\"", |house| {
        let alice = alice(house);
        person(house, Some("Straße"), Some("Mixed.Case@Bücher.example"), Some("+4930901820"));
        zoe(house);
        let staff = inside(house, Door::Bearer, "zoe");
        for q in ["a", "ali", "ALICE", "Alice", "ａｌｉ", " alice ", "alice@", "alice@example.org", "ALICE@EXAMPLE.ORG"]
        {
            assert_eq!(found(&staff, q), ["alice"], "{q}");
        }
        for q in ["+4915123456789", "+49 1512 345", "0151 2345", "01512-34", "004915123", "4915123456789", "(0151) 23"]
        {
            assert_eq!(found(&staff, q), ["alice"], "{q}");
        }
        for q in ["stras", "STRASSE", "straß", "mixed.case", "MIXED", "mixed.case@bücher.example", "+4930", "030 9018"]
        {
            assert_eq!(found(&staff, q), ["Straße"], "{q}");
        }
        for q in [&alice.id.to_string(), &alice.id.to_string().to_uppercase()] {
            assert_eq!(found(&staff, q), ["alice"], "{q}");
        }
        for q in [
            "lice",
            "example.org",
            "@example.org",
            "15123456789@",
            "nobody",
            "+44",
            "0190b3c4-0000-7000-8000-000000000000",
        ] {
            assert_eq!(found(&staff, q), [""; 0], "{q}");
        }
    });
}

#[test]
fn what_is_a_sign_elsewhere_means_itself_here() {
    on_every_database("", |house| {
        for email in ["100%a@example.org", "100xa@example.org", "a_b@example.org", "axb@example.org", "a'b@example.org"]
        {
            person(house, None, Some(email), None);
        }
        person(house, Some("ab_c"), None, None);
        person(house, Some("abxc"), None, None);
        zoe(house);
        let staff = inside(house, Door::Bearer, "zoe");
        assert_eq!(found(&staff, "100%"), ["100%a@example.org"]);
        assert_eq!(found(&staff, "a_"), ["a_b@example.org"]);
        assert_eq!(found(&staff, "ab_"), ["ab_c"]);
        assert_eq!(found(&staff, "a'"), ["a'b@example.org"]);
        for odd in ["%", "_", "\\", "' OR 1=1 --", "*", "a%", "\u{10ffff}", "\u{202e}", "((", "+", "++1"] {
            assert_eq!(found(&staff, odd), [""; 0], "{odd}");
        }
        for refused in ["\u{0}", "a\u{0}", &"x".repeat(300)] {
            let reply = staff.get(&format!("/api/v1/admin/accounts?{}", query(&[("q", refused)])));
            assert_eq!(reply.status, 422, "{refused}: {reply:?}");
        }
    });
}

#[test]
fn the_list_is_newest_first_and_every_account_is_on_one_page() {
    on_every_database("", |house| {
        zoe(house);
        crowd(house, "user", 23);
        let staff = inside(house, Door::Bearer, "zoe");
        let mut due: Vec<String> = (0..23).rev().map(|n| format!("user{n}")).collect();
        due.push("zoe".into());
        for limit in ["1", "2", "7", "23", "24", "25", "100"] {
            assert_eq!(all(&staff, &[("limit", limit)]), due, "{limit}");
        }
    });
}

#[test]
fn accounts_that_come_meanwhile_make_no_page_repeat_or_leave_out_any() {
    on_every_database("", |house| {
        zoe(house);
        crowd(house, "old", 12);
        let staff = inside(house, Door::Bearer, "zoe");
        for (q, prefix) in [("", "old"), ("o", "old")] {
            let mut seen = Vec::new();
            let mut at = Some(format!("/api/v1/admin/accounts?{}", query(&[("limit", "3"), ("q", q)])));
            let mut turn = 0;
            while let Some(path) = at {
                let reply = staff.get(&path);
                seen.extend(names(&reply));
                at = next(&reply);
                house.later(Duration::from_secs(1));
                turn += 1;
                person(house, Some(&format!("o{turn}{}", q.len())), None, None);
            }
            let olds: Vec<&String> = seen.iter().filter(|name| name.starts_with(prefix)).collect();
            assert_eq!(olds.len(), 12, "{q}: {seen:?}");
            let once: BTreeSet<&String> = seen.iter().collect();
            assert_eq!(once.len(), seen.len(), "{q}: {seen:?}");
        }
    });
}

#[test]
fn who_is_found_by_several_identifiers_is_found_once() {
    on_every_database("", |house| {
        crowd(house, "sam", 8);
        // The one's email begins as the other's username does.
        person(house, Some("zz"), Some("sam3x@example.org"), None);
        person(house, Some("sam9"), Some("other@example.org"), None);
        zoe(house);
        let staff = inside(house, Door::Bearer, "zoe");
        let mut due: Vec<String> = (0..8).map(|n| format!("sam{n}")).collect();
        due.extend(["sam9".to_owned(), "zz".to_owned()]);
        for limit in ["1", "2", "3", "50"] {
            let mut found = all(&staff, &[("q", "sam"), ("limit", limit)]);
            found.sort();
            assert_eq!(found, due, "{limit}");
        }
        assert_eq!(all(&staff, &[("q", "sam"), ("limit", "3")])[..4], ["sam0", "sam1", "sam2", "sam3"]);
    });
}

#[test]
fn accounts_are_found_by_their_state() {
    on_every_database("", |house| {
        zoe(house);
        house.later(Duration::from_secs(1));
        root(house);
        for (n, change) in [
            "is_active = false",
            "email_verified_at = date_joined",
            "phone_verified_at = date_joined",
            "last_login = date_joined",
            "is_active = false, email_verified_at = date_joined",
        ]
        .into_iter()
        .enumerate()
        {
            house.later(Duration::from_secs(86_400));
            let (name, phone) = (format!("user{n}"), format!("+491512345670{n}"));
            person(house, Some(&name), Some(&format!("{name}@example.org")), Some(&phone));
            house.sql(&format!("UPDATE users SET {change} WHERE username = '{name}'"));
        }
        house.sql("UPDATE users SET last_login = NULL WHERE username <> 'user3'");
        let staff = inside(house, Door::Bearer, "zoe");
        house.sql("UPDATE users SET last_login = NULL WHERE username = 'zoe'");
        for (filters, due) in [
            (vec![("active", "false")], vec!["user4", "user0"]),
            (vec![("active", "true")], vec!["user3", "user2", "user1", "root", "zoe"]),
            (vec![("verified", "true")], vec!["user4", "user2", "user1"]),
            (vec![("verified", "false")], vec!["user3", "user0", "root", "zoe"]),
            (vec![("staff", "true")], vec!["root", "zoe"]),
            (vec![("staff", "true"), ("superuser", "false")], vec!["zoe"]),
            (vec![("superuser", "true")], vec!["root"]),
            (vec![("superuser", "false"), ("staff", "false"), ("active", "false")], vec!["user4", "user0"]),
            // The first account was made at ten on 22 November, each of the others a day after the one before.
            (vec![("joined_since", "2026-11-26")], vec!["user4", "user3"]),
            (vec![("joined_since", "2026-11-27")], vec!["user4"]),
            (vec![("joined_since", "2026-11-28")], vec![]),
            (vec![("last_login_since", "2026-11-26")], vec!["user3"]),
            (vec![("last_login_since", "2026-11-27")], vec![]),
            (
                vec![("last_login_before", "2026-11-27"), ("active", "true"), ("staff", "false")],
                vec!["user3", "user2", "user1"],
            ),
            (vec![("last_login_before", "2026-11-26"), ("active", "true"), ("staff", "false")], vec!["user2", "user1"]),
            (vec![("active", "false"), ("verified", "true")], vec!["user4"]),
            (vec![("q", "user"), ("active", "false")], vec!["user0", "user4"]),
            (vec![("q", "+49"), ("verified", "true")], vec!["user1", "user2", "user4"]),
            (vec![("q", "user"), ("joined_since", "2026-11-26")], vec!["user3", "user4"]),
            (vec![("active", ""), ("q", " "), ("nonsense", "1"), ("staff", "true")], vec!["root", "zoe"]),
        ] {
            for limit in ["1", "2", "50"] {
                let mut pairs = filters.clone();
                pairs.push(("limit", limit));
                assert_eq!(all(&staff, &pairs), due, "{pairs:?}");
            }
        }
    });
}

#[test]
fn a_question_that_makes_no_sense_is_refused_at_its_place() {
    on_every_database("", |house| {
        zoe(house);
        for door in Door::ALL {
            let staff = inside(house, door, "zoe");
            for (odd, due) in [
                ("active=perhaps", "active invalid"),
                ("verified=1", "verified invalid"),
                ("joined_since=yesterday", "joined_since invalid"),
                ("joined_since=2026-02-30", "joined_since invalid"),
                ("last_login_since=0000-01-01", "last_login_since invalid"),
                ("limit=0", "limit invalid"),
                ("limit=101", "limit invalid"),
                ("cursor=x", "cursor invalid"),
                ("q=a&cursor=%00", "cursor invalid"),
            ] {
                let reply = staff.get(&at(door, &format!("/accounts?{odd}")));
                assert_eq!(reply.status, 422, "{door:?} {odd}");
                if door == Door::Pages {
                    assert!(reply.body.contains("data-code=\"invalid\""), "{odd}: {}", reply.body);
                } else {
                    let mistakes = crate::visitor::mistakes_of_problem(&reply.json());
                    assert_eq!(mistakes, [due], "{odd}");
                }
            }
        }
    });
}

#[test]
fn the_page_leads_from_page_to_page_and_keeps_what_was_asked() {
    on_every_database("", |house| {
        zoe(house);
        crowd(house, "user", 5);
        let staff = inside(house, Door::Pages, "zoe");
        let mut at = Some("/admin/accounts?q=user&active=true&limit=2".to_owned());
        let mut found = Vec::new();
        while let Some(path) = at {
            let page = staff.get(&path);
            assert_eq!(page.status, 200);
            assert!(page.body.contains("name=\"q\"") && page.body.contains("value=\"user\""), "{}", page.body);
            assert!(page.body.contains("<option value=\"true\" selected"), "{}", page.body);
            let names =
                page.body.match_indices("<bdi>user").map(|(at, _)| page.body[at + 5..].split('<').next().unwrap());
            found.extend(names.map(str::to_owned));
            let link = page.body.split("rel=\"next\"").next().filter(|before| before.len() < page.body.len());
            at = link.map(|before| {
                before.rsplit("href=\"").next().unwrap().split('"').next().unwrap().replace("&amp;", "&")
            });
        }
        assert_eq!(found, ["user0", "user1", "user2", "user3", "user4"]);
    });
}
