//! Registrations of one name at one instant: one account.

use super::{at_once, statuses};
use crate::house::{House, databases};
use crate::people::PASSWORD;
use crate::visitor::Door;

/// Of those that register what `field` gives them, one is let in, and the others are told that it is taken.
fn one_of(count: usize, name: &str, spelling: impl Fn(usize) -> String + Sync) {
    for database in databases() {
        for door in Door::ALL {
            let house = House::build(database, "");
            let (hashes, outcomes) = house.hashes_of(|| {
                at_once(count, |n| house.visitor(door).register(&[(name, &spelling(n)), ("password", PASSWORD)]))
            });
            assert_eq!(hashes, 1, "who sees the name taken computes nothing");
            let done = outcomes.iter().filter(|outcome| outcome.is_done()).count();
            let all = statuses(outcomes.iter().map(|outcome| outcome.reply.status));
            assert_eq!(done, 1, "{database:?} {door:?} {all:?}");
            for outcome in outcomes.into_iter().filter(|outcome| !outcome.is_done()) {
                assert_eq!(outcome.reply.status, 422, "{all:?}");
                outcome.refused(&[&format!("{name} taken")]);
            }
            assert_eq!(house.count("SELECT count(*) FROM users"), 1);
            assert_eq!(house.count("SELECT count(*) FROM sessions"), 1, "nobody else is signed in");
        }
    }
}

#[test]
fn a_hundred_registrations_of_one_email_in_mixed_case_make_one_account() {
    one_of(100, "email", |n| {
        let text = "alice@example.org";
        let mixed = text.char_indices().map(|(i, c)| if n >> (i % 7) & 1 == 1 { c.to_ascii_uppercase() } else { c });
        mixed.collect()
    });
}

#[test]
fn a_username_and_its_look_alikes_make_one_account() {
    // Latin, full-width, Cyrillic а, і and е, capitals.
    let spellings = ["alice", "ALICE", "ａｌｉｃｅ", "\u{430}lice", "al\u{456}ce", "alic\u{435}", "AlIcE"];
    one_of(42, "username", |n| spellings[n % spellings.len()].to_owned());
}

#[test]
fn a_phone_number_in_several_spellings_makes_one_account() {
    let spellings =
        ["+4915123456789", "+49 1512 3456789", "+49 (0)1512 345-6789", "+49-1512-345-6789", "+49.1512.3456789"];
    one_of(40, "phone", |n| spellings[n % spellings.len()].to_owned());
}

/// Crosswise: each has its own name and the other's address.
#[test]
fn registrations_that_clash_crosswise_make_no_half_accounts() {
    for database in databases() {
        let house = House::build(database, "");
        let outcomes = at_once(40, |n| {
            let (name, email) = (format!("user{}", (n / 2) % 5), format!("user{}@example.org", n % 5));
            house.visitor(Door::Bearer).register(&[("username", &name), ("email", &email), ("password", PASSWORD)])
        });
        let all = statuses(outcomes.iter().map(|outcome| outcome.reply.status));
        assert!(all.iter().all(|(status, _)| [201, 422].contains(status)), "{all:?}");
        let made = i64::try_from(outcomes.iter().filter(|outcome| outcome.is_done()).count()).unwrap();
        assert!((1..=5).contains(&made), "{made}");
        assert_eq!(house.count("SELECT count(*) FROM users"), made);
        assert_eq!(house.count("SELECT count(*) FROM sessions"), made);
    }
}
