//! Messages that wait: written with the change, tried again, sent once, and gone from the database when they are.

use crate::house::{House, on_every_database};
use crate::people::PASSWORD;
use crate::visitor::Door;
use countersign::accounts::Outcome;
use countersign::db::outbox::{self, Lease};
use countersign::delivery::MessageKind::VerifyEmail;
use std::time::Duration;

const OPTIONAL: &str = "[verification]\nemail = \"optional\"";

fn register(house: &House, name: &str) {
    let email = format!("{name}@example.org");
    house.visitor(Door::Bearer).register(&[("email", &email), ("password", PASSWORD)]).done();
}

#[test]
fn what_a_message_says_is_not_readable_in_the_database_and_gone_once_it_is_sent() {
    on_every_database(OPTIONAL, |house| {
        register(house, "carol");
        house.received(VerifyEmail, "carol@example.org", 0);
        // Sent and noted are two steps; the second is seen in the database.
        while house.count("SELECT count(*) FROM outbox WHERE sent_at IS NULL") > 0 {
            std::thread::yield_now();
        }
        assert_eq!(house.count("SELECT count(*) FROM outbox WHERE letter IS NOT NULL"), 0);
        assert_eq!(house.count("SELECT count(*) FROM outbox WHERE destination LIKE '%carol%'"), 0);
    });
}

#[test]
fn a_registration_that_is_refused_sends_nothing() {
    on_every_database(OPTIONAL, |house| {
        let visitor = house.visitor(Door::Bearer);
        assert!(!visitor.register(&[("email", "carol@example.org"), ("password", "short")]).is_done());
        assert_eq!(house.posted(), 0);
    });
}

#[test]
fn each_message_is_taken_by_one_of_many_who_ask_at_one_instant() {
    on_every_database("[verification]\nemail = \"none\"", |house| {
        // Written past the server, whose own postman looks only every two seconds.
        let twins: Vec<_> = (0..4).map(|_| house.app.clone()).collect();
        house.work(|_, cx| {
            cx.db.write(|conn| {
                for _ in 0..200 {
                    let id = countersign::db::Id::new(cx.now, cx.random.as_ref());
                    let later = cx.now.after(Duration::from_secs(1));
                    outbox::insert(conn, &message(id, later))?;
                }
                Ok(())
            })
        });
        let claim = |app: &countersign::app::App| {
            app.work(&countersign::context::Client::local(), |_, cx| {
                let at = cx.now.after(Duration::from_secs(2));
                let owner = countersign::db::Id::new(cx.now, cx.random.as_ref());
                let lease = Lease { owner, until: at.after(Duration::from_secs(60)) };
                cx.db.write(|conn| outbox::claim(conn, "email", at, lease, &[], 7))
            })
        };
        let taken: Vec<_> = std::thread::scope(|scope| {
            let work = |app: &countersign::app::App| {
                let mut own = Vec::new();
                loop {
                    let some = claim(app).unwrap();
                    if some.is_empty() {
                        return own;
                    }
                    own.extend(some.into_iter().map(|message| message.id));
                }
            };
            let threads: Vec<_> = twins.iter().map(|app| scope.spawn(move || work(app))).collect();
            threads.into_iter().flat_map(|thread| thread.join().unwrap()).collect()
        });
        let mut once = taken.clone();
        once.sort();
        once.dedup();
        assert_eq!((taken.len(), once.len()), (200, 200));
    });
}

#[test]
fn a_message_that_cannot_be_sent_is_tried_ten_times_and_given_up() {
    on_every_database("[verification]\nemail = \"none\"", |house| {
        let id = house.work(|_, cx| {
            let id = countersign::db::Id::new(cx.now, cx.random.as_ref());
            let later = cx.now.after(Duration::from_secs(3_600 * 24));
            cx.db.write(|conn| outbox::insert(conn, &message(id, later)))?;
            Ok(id)
        });
        let refused = |tries| {
            house.work(|accounts, cx| {
                let owner = countersign::db::Id::new(cx.now, cx.random.as_ref());
                let at = cx.now.after(Duration::from_secs(3_600 * 48));
                let lease = Lease { owner, until: at };
                assert_eq!(cx.db.write(|conn| outbox::claim(conn, "email", at, lease, &[], 1))?.len(), 1);
                accounts.note_errand(cx, owner, id, tries, &Outcome::Later("refused".into()))
            });
        };
        for tries in 1..=9 {
            refused(tries);
            assert_eq!(house.count("SELECT count(*) FROM outbox WHERE letter IS NOT NULL AND dead_at IS NULL"), 1);
        }
        refused(10);
        assert_eq!(house.count("SELECT count(*) FROM outbox WHERE letter IS NULL AND dead_at IS NOT NULL"), 1);
    });
}

#[test]
fn a_lease_is_its_owners_until_it_runs_out_and_then_whoever_takes_it_has_the_say() {
    on_every_database("[verification]\nemail = \"none\"", |house| {
        house.work(|accounts, cx| {
            let id = countersign::db::Id::new(cx.now, cx.random.as_ref());
            let owner = || countersign::db::Id::new(cx.now, cx.random.as_ref());
            let (first, second) = (owner(), owner());
            // Past the house's own postman, whose clock stands a day before.
            let day = cx.now.after(Duration::from_secs(86_400));
            let at = |seconds| day.after(Duration::from_secs(seconds));
            cx.db.write(|conn| outbox::insert(conn, &message(id, day)))?;
            let take = |owner, now: u64| {
                let lease = Lease { owner, until: at(now + 30) };
                cx.db.write(|conn| Ok(outbox::claim(conn, "email", at(now), lease, &[], 9)?.len()))
            };
            assert_eq!((take(first, 0)?, take(second, 29)?), (1, 0));
            let renewed = Lease { owner: first, until: at(50) };
            assert_eq!(cx.db.write(|conn| outbox::renew(conn, renewed, &[id]))?, 1);
            assert_eq!((take(second, 49)?, accounts.may_send(cx, first, id)?), (0, true));
            assert_eq!((take(second, 50)?, accounts.may_send(cx, first, id)?), (1, false));
            // Nothing that the first one still does touches the message, but for its being sent.
            assert_eq!(cx.db.write(|conn| outbox::renew(conn, renewed, &[id]))?, 0);
            assert_eq!(accounts.release_errands(cx, first, &[id])?, 0);
            for outcome in [Outcome::Later("late".into()), Outcome::Never("late".into())] {
                accounts.note_errand(cx, first, id, 10, &outcome)?;
            }
            let seen = accounts.list_messages(cx, None, 9)?.remove(0);
            assert_eq!((seen.lease_owner, seen.dead_at, seen.last_error), (Some(second), None, None));
            assert_eq!((seen.tries, accounts.may_send(cx, second, id)?), (2, true));
            accounts.note_errand(cx, first, id, 1, &Outcome::Sent)?;
            assert!(!accounts.may_send(cx, second, id)?);
            Ok(())
        });
    });
}

#[test]
fn what_is_written_for_nobody_is_thrown_away_and_never_shown() {
    on_every_database(OPTIONAL, |house| {
        let visitor = house.visitor(Door::Bearer);
        visitor.post_json("/api/v1/password/reset", &serde_json::json!({"identifier": "nobody@example.org"})).done();
        while house.count("SELECT count(*) FROM outbox") > 0 {
            std::thread::yield_now();
        }
        house.work(|accounts, cx| {
            let id = countersign::db::Id::new(cx.now, cx.random.as_ref());
            let later = cx.now.after(Duration::from_secs(86_400));
            let nobodys = outbox::Message { for_nobody: true, ..message(id, later) };
            cx.db.write(|conn| outbox::insert(conn, &nobodys))?;
            assert!(accounts.list_messages(cx, None, 9)?.is_empty());
            assert_eq!(accounts.retry_messages(cx)?, 0);
            Ok(())
        });
        assert!(house.app.delivery().inbox().list().is_empty());
    });
}

fn message(id: countersign::db::Id, due_at: countersign::db::Time) -> countersign::db::outbox::Message {
    countersign::db::outbox::Message {
        id,
        user_id: None,
        kind: "verify_email".into(),
        destination: "ca***@ex*****.***".into(),
        letter: Some(vec![1, 2, 3]),
        created_at: due_at,
        expires_at: None,
        due_at,
        tries: 0,
        sent_at: None,
        dead_at: None,
        last_error: None,
        lease_owner: None,
        leased_until: None,
        channel: "email".into(),
        for_nobody: false,
    }
}
