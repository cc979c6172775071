//! Rates that are kept in Redis: exact at one instant, over all processes.

use crate::concurrency::{at_once, statuses};
use crate::house::{Database, House, in_redis, redis_answers};
use crate::limits::knock;
use crate::visitor::Door;
use std::time::Duration;

#[test]
fn of_many_at_one_instant_over_two_processes_exactly_as_many_as_the_rate_says_are_let_in() {
    if !redis_answers() {
        return;
    }
    let settings = in_redis("[limits]\nlogin_per_ip = '17/m'\n");
    let house = House::build(Database::Sqlite, &settings);
    let twin = house.twin(&house.url, &settings);
    let knocked = at_once(60, |n| {
        let process = if n % 2 == 0 { &house } else { &twin };
        knock(&process.visitor(Door::Bearer), &format!("nobody{n}")).reply.status
    });
    assert_eq!(statuses(knocked), [(401, 17), (429, 43)]);
}

/// The clock is that of the program: what Redis itself lets expire is over long before.
#[test]
fn windows_fade_by_the_clock_of_the_program() {
    if !redis_answers() {
        return;
    }
    let house = House::build(Database::Sqlite, &in_redis("[limits]\nlogin_per_ip = '2/h'\n"));
    let knock = || knock(&house.visitor(Door::Bearer), "nobody").reply.status;
    assert_eq!([knock(), knock(), knock()], [401, 401, 429]);
    house.later(Duration::from_secs(5400) - Duration::from_millis(1));
    assert_eq!(knock(), 429);
    house.later(Duration::from_millis(1));
    assert_eq!([knock(), knock()], [401, 429]);
}
