//! Backends of one's own: the first that accepts or denies ends the chain; what the core holds, no backend can undo.

use super::{Says, counts, scripted};
use crate::house::databases;
use crate::people::{PASSWORD, WRONG, alice, bob};
use crate::visitor::Door;
use countersign::accounts::Actor;

/// What each chain comes to when alice types a wrong password: who is let in, and how often each was asked.
#[test]
fn the_first_to_accept_or_deny_ends_the_chain() {
    use Says::{Accept, Deny, Pass};
    let cases: &[(&str, &[Says], bool, &[usize])] = &[
        (r#"["one", "two"]"#, &[Accept("alice"), Deny], true, &[1, 0]),
        (r#"["one", "two"]"#, &[Deny, Accept("alice")], false, &[1, 0]),
        (r#"["two", "one"]"#, &[Deny, Accept("alice")], true, &[0, 1]),
        (r#"["one", "two"]"#, &[Pass, Accept("alice")], true, &[1, 1]),
        (r#"["one", "two", "three"]"#, &[Pass, Deny, Accept("alice")], false, &[1, 1, 0]),
        (r#"["one", "two", "three"]"#, &[Pass, Pass, Pass], false, &[1, 1, 1]),
        (r#"["one", "any"]"#, &[Pass], false, &[1]),
        (r#"["username", "one"]"#, &[Accept("alice")], true, &[1]),
        (r#"["any", "one", "email"]"#, &[Deny], false, &[1]),
        (r#"["one"]"#, &[Accept("alice")], true, &[1]),
    ];
    for (chain, says, enters, expected) in cases {
        for database in databases() {
            for door in Door::ALL {
                let (house, asked) = scripted(database, chain, says);
                alice(&house);
                let visitor = house.visitor(door);
                let login = [("username", "alice"), ("password", WRONG)];
                let (hashes, outcome) = house.hashes_of(|| visitor.login(&login));
                assert_eq!(counts(&asked), *expected, "{chain} {says:?}");
                if *enters {
                    outcome.done();
                    assert_eq!(visitor.username().as_deref(), Some("alice"));
                    assert_eq!(house.count("SELECT count(*) FROM login_failures"), 0);
                } else {
                    outcome.refused(&["# invalid_credentials"]);
                    assert_eq!(hashes, 1, "{chain} {says:?}");
                    assert_eq!(house.count("SELECT count(*) FROM sessions"), 0);
                    assert_eq!(house.count("SELECT failures FROM login_failures"), 1);
                }
            }
        }
    }
}

/// A denial also ends it for the right password.
#[test]
fn a_denial_is_final_for_the_right_password_too() {
    for database in databases() {
        let (house, _) = scripted(database, r#"["one", "any"]"#, &[Says::Deny]);
        alice(&house);
        for door in Door::ALL {
            let login = [("username", "alice"), ("password", PASSWORD)];
            let (hashes, outcome) = house.hashes_of(|| house.visitor(door).login(&login));
            outcome.refused(&["# invalid_credentials"]);
            assert_eq!(hashes, 1);
        }
    }
}

/// A backend before it that has said no to the password has paid the hash.
#[test]
fn a_denial_after_a_wrong_password_costs_no_second_hash() {
    for database in databases() {
        let (house, asked) = scripted(database, r#"["username", "any", "one"]"#, &[Says::Deny]);
        alice(&house);
        let login = [("username", "alice"), ("password", WRONG)];
        let (hashes, outcome) = house.hashes_of(|| house.visitor(Door::Bearer).login(&login));
        outcome.refused(&["# invalid_credentials"]);
        assert_eq!((hashes, counts(&asked)), (1, vec![1]));
    }
}

#[test]
fn an_inactive_account_stays_out_whoever_accepts_it() {
    for database in databases() {
        let (house, asked) = scripted(database, r#"["one", "any"]"#, &[Says::Accept("alice")]);
        let user = alice(&house);
        house.work(|accounts, cx| accounts.set_active(cx, Actor::Shell, user.id, false));
        for (n, door) in Door::ALL.into_iter().enumerate() {
            let visitor = house.visitor(door);
            let login = [("username", "alice"), ("password", PASSWORD)];
            let (hashes, outcome) = house.hashes_of(|| visitor.login(&login));
            outcome.refused(&["# invalid_credentials"]);
            assert_eq!((hashes, counts(&asked)), (1, vec![n + 1]));
            assert_eq!(visitor.me(), None);
        }
        assert_eq!(house.count("SELECT count(*) FROM sessions"), 0);
    }
}

/// Accepting another account than the one that was named would let anybody in as anyone.
#[test]
fn a_backend_cannot_let_one_account_in_under_the_name_of_another() {
    for database in databases() {
        let (house, _) = scripted(database, r#"["one"]"#, &[Says::Accept("alice")]);
        alice(&house);
        bob(&house);
        for login in [
            &[("username", "bob"), ("password", PASSWORD)][..],
            &[("username", "alice"), ("email", "bob@example.org"), ("password", PASSWORD)],
            &[("username", "alice"), ("email", "nobody@example.org"), ("password", PASSWORD)],
        ] {
            let (hashes, outcome) = house.hashes_of(|| house.visitor(Door::Bearer).login(login));
            outcome.refused(&["# invalid_credentials"]);
            assert_eq!(hashes, 1, "{login:?}");
        }
        assert_eq!(house.count("SELECT count(*) FROM sessions"), 0);
    }
}

/// A name that only the backend knows, such as one of a directory.
#[test]
fn a_backend_may_know_names_that_our_table_does_not() {
    for database in databases() {
        let (house, _) = scripted(database, r#"["one"]"#, &[Says::Accept("alice")]);
        alice(&house);
        let visitor = house.visitor(Door::Cookie);
        visitor.login(&[("username", "a.liddell"), ("password", "of the directory")]).done();
        assert_eq!(visitor.username().as_deref(), Some("alice"));
        // What was taken for her password is not hers, and does not become it.
        house.visitor(Door::Cookie).login(&[("username", "alice"), ("password", PASSWORD)]).done();
        assert_eq!(house.count("SELECT count(*) FROM users"), 1);
    }
}

#[test]
fn a_backend_that_cannot_answer_ends_the_login_and_counts_nothing() {
    for (says, status, code) in [(Says::Away, 503, "unavailable"), (Says::Broken, 500, "internal")] {
        for database in databases() {
            let (house, asked) = scripted(database, r#"["one", "two"]"#, &[says, Says::Accept("alice")]);
            alice(&house);
            for door in [Door::Bearer, Door::Cookie] {
                for _ in 0..6 {
                    let outcome = house.visitor(door).login(&[("username", "alice"), ("password", PASSWORD)]);
                    let outcome = outcome.refused(&[&format!("# {code}")]);
                    assert_eq!(outcome.reply.status, status);
                    assert_eq!(outcome.retry_after().is_some(), status == 503);
                    assert!(!outcome.reply.body.contains("directory"), "causes stay inside: {}", outcome.reply.body);
                }
            }
            let page = house.visitor(Door::Pages).login(&[("username", "alice"), ("password", PASSWORD)]).reply;
            assert_eq!(page.status, status);
            assert!(!page.body.contains("directory"));
            assert_eq!(counts(&asked), [13, 0], "the next is not asked");
            assert_eq!(house.count("SELECT count(*) FROM sessions"), 0);
            assert_eq!(house.count("SELECT CAST(coalesce(sum(failures), 0) AS BIGINT) FROM login_failures"), 0);
        }
    }
}

/// A plug-in of a built-in name takes its place.
#[test]
fn a_backend_may_take_the_place_of_a_built_in_one() {
    use crate::house::{Database, House};
    use std::sync::Arc;
    let asked = Arc::default();
    let house = House::build_with(Database::Sqlite, "authentication_backends = [\"email\"]", |plugins| {
        plugins.backends.register("email", Arc::new(super::Scripted { says: Says::Deny, asked: Arc::clone(&asked) }));
    });
    alice(&house);
    let login = [("email", "alice@example.org"), ("password", PASSWORD)];
    house.visitor(Door::Bearer).login(&login).refused(&["# invalid_credentials"]);
    assert_eq!(counts(&[asked]), [1]);
}

/// Nor does it begin a wait anew that was over.
#[test]
fn a_backend_that_cannot_answer_makes_nobody_wait() {
    for database in databases() {
        let (house, _) = scripted(database, r#"["one"]"#, &[Says::Away]);
        alice(&house);
        let well = house.twin(&house.url, "");
        for _ in 0..5 {
            let wrong = [("username", "alice"), ("password", WRONG)];
            well.visitor(Door::Bearer).login(&wrong).refused(&["# invalid_credentials"]);
        }
        house.later(std::time::Duration::from_secs(30));
        let right = [("username", "alice"), ("password", PASSWORD)];
        for _ in 0..2 {
            house.visitor(Door::Bearer).login(&right).refused(&["# unavailable"]);
        }
        assert_eq!(house.count("SELECT failures FROM login_failures"), 5);
        well.visitor(Door::Bearer).login(&right).done();
    }
}
