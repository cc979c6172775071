//! A session ends at the instant the settings say, neither before nor after.

use super::enter;
use crate::house::{House, on_every_store};
use crate::people::{PASSWORD, alice};
use crate::visitor::{Door, Visitor};
use serde_json::json;
use std::time::Duration;

const INSTANT: Duration = Duration::from_micros(1);
const HOUR: Duration = Duration::from_secs(3600);
const DAY: Duration = Duration::from_secs(24 * 3600);

fn remembered(visitor: &Visitor<'_>) {
    let body = json!({"identifier": "alice", "password": PASSWORD, "remember_me": true});
    visitor.submit_json("login", &body).done();
}

/// Two sessions begin at once. The one looked at an instant before `limit` is alive, the other at `limit` is not.
fn ends_after(house: &House, limit: Duration, door: Door, begin: fn(&Visitor<'_>)) {
    let (used, idle) = (house.visitor(door), house.visitor(door));
    begin(&used);
    begin(&idle);
    house.later(limit.checked_sub(INSTANT).unwrap());
    assert!(used.me().is_some(), "an instant before");
    house.later(INSTANT);
    assert_eq!(idle.me(), None, "at the instant");
    assert!(used.me().is_some(), "being used keeps it alive");
}

#[test]
fn a_session_that_lies_idle_ends_to_the_instant() {
    on_every_store("", |house| {
        alice(house);
        ends_after(house, 12 * HOUR, Door::Cookie, enter);
        ends_after(house, 12 * HOUR, Door::Pages, enter);
        ends_after(house, 14 * DAY, Door::Cookie, remembered);
    });
    on_every_store("[tokens]\naccess_ttl = '1d'\nrefresh_ttl = '20h'", |house| {
        alice(house);
        ends_after(house, 20 * HOUR, Door::Bearer, enter);
    });
}

#[test]
fn the_idle_times_are_those_of_the_settings() {
    let settings = "[sessions]\nidle_timeout = '2h'\nunremembered_idle_timeout = '10m'\nabsolute_timeout = '3h'";
    on_every_store(settings, |house| {
        alice(house);
        ends_after(house, Duration::from_secs(600), Door::Pages, enter);
        ends_after(house, 2 * HOUR, Door::Cookie, remembered);
        let visitor = house.visitor(Door::Cookie);
        remembered(&visitor);
        house.later(HOUR);
        assert!(visitor.me().is_some());
        house.later(2 * HOUR);
        assert_eq!(visitor.me(), None);
    });
}

/// Uses sessions every `step` until `limit`: alive an instant before, ended then.
fn ends_in_use(house: &House, visitors: &[&Visitor<'_>], step: Duration, steps: u32) {
    for _ in 1..steps {
        house.later(step);
        visitors.iter().for_each(|visitor| assert!(visitor.me().is_some()));
    }
    house.later(step.checked_sub(INSTANT).unwrap());
    visitors.iter().for_each(|visitor| assert!(visitor.me().is_some(), "{:?}: an instant before", visitor.door));
    house.later(INSTANT);
    visitors.iter().for_each(|visitor| assert_eq!(visitor.me(), None, "{:?}: at the limit", visitor.door));
}

#[test]
fn no_session_outlives_the_absolute_limit_however_much_it_is_used() {
    on_every_store("", |house| {
        alice(house);
        let [page, cookie, last] = [Door::Pages, Door::Cookie, Door::Cookie].map(|door| house.visitor(door));
        enter(&page);
        enter(&cookie);
        remembered(&last);
        ends_in_use(house, &[&page, &cookie, &last], 10 * HOUR, 72);
        assert_eq!(last.get("/account").status, 303);
    });
    on_every_store("[tokens]\naccess_ttl = '1d'\n[sessions]\nabsolute_timeout = '20h'", |house| {
        alice(house);
        let bearer = house.visitor(Door::Bearer);
        enter(&bearer);
        ends_in_use(house, &[&bearer], HOUR, 20);
    });
}

#[test]
fn an_access_token_is_good_for_five_minutes_and_not_an_instant_longer() {
    on_every_store("", |house| {
        alice(house);
        let visitor = house.visitor(Door::Bearer);
        enter(&visitor);
        house.later(Duration::from_secs(300) - INSTANT);
        assert!(visitor.me().is_some());
        house.later(INSTANT);
        assert_eq!(visitor.me(), None);
    });
}

#[test]
fn without_remember_me_in_the_settings_nobody_is_remembered() {
    on_every_store("[login]\nremember_me = false", |house| {
        alice(house);
        ends_after(house, 12 * HOUR, Door::Cookie, enter);
    });
}
