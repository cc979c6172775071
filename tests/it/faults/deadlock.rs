//! Two transactions that wait for each other: PostgreSQL gives one of them up, and nobody outside ever hears of it.

use crate::house::{Database, House, postgres_answers};
use countersign::context::Client;
use diesel::connection::SimpleConnection;
use std::sync::Barrier;
use std::sync::atomic::{AtomicUsize, Ordering};

#[test]
fn of_two_transactions_that_wait_for_each_other_both_are_done_in_the_end() {
    if !postgres_answers() {
        return;
    }
    let house = House::build(Database::Postgres, "");
    house.sql(
        "CREATE TABLE stones (name TEXT PRIMARY KEY, moves INT NOT NULL); INSERT INTO stones VALUES ('a', 0), ('b', 0)",
    );
    let (both, tries) = (Barrier::new(2), AtomicUsize::new(0));
    let turn = |first: &str, second: &str| {
        let mut met = false;
        let done = house.app.work(&Client::local(), |_, cx| {
            cx.db.write(|conn| {
                tries.fetch_add(1, Ordering::SeqCst);
                conn.batch_execute(&format!("UPDATE stones SET moves = moves + 1 WHERE name = '{first}'"))?;
                // Each has its first row before either asks for its second; whoever comes a second time comes alone.
                if !met {
                    met = true;
                    both.wait();
                }
                Ok(conn.batch_execute(&format!("UPDATE stones SET moves = moves + 1 WHERE name = '{second}'"))?)
            })
        });
        done.unwrap();
    };
    std::thread::scope(|scope| {
        scope.spawn(|| turn("a", "b"));
        scope.spawn(|| turn("b", "a"));
    });
    assert!(tries.load(Ordering::SeqCst) > 2, "one of them was done once more");
    assert_eq!(house.count("SELECT sum(moves) FROM stones"), 4);
}
