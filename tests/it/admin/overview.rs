//! The site at a glance: how many there are of what, what needs doing, what happened over time.

use super::{inside, page, told, zoe};
use crate::house::{House, on_every_database};
use crate::people::{PASSWORD, WRONG, alice, bob};
use crate::visitor::Door;
use serde_json::{Value, json};
use std::time::Duration;

const HOUR: u64 = 3600;

fn sum(overview: &Value, name: &str) -> i64 {
    overview["activity"].as_array().unwrap().iter().map(|step| step[name].as_i64().unwrap()).sum()
}

fn sent(house: &House) -> bool {
    house.count("SELECT count(*) FROM outbox WHERE sent_at IS NULL") == 0
}

#[test]
fn it_counts_accounts_sessions_and_messages() {
    on_every_database("[verification]\nemail = \"optional\"", |house| {
        zoe(house);
        alice(house);
        bob(house);
        house.sql("UPDATE users SET email_verified_at = date_joined WHERE username = 'alice'");
        house.sql("UPDATE users SET phone_verified_at = date_joined WHERE username = 'bob'");
        house.visitor(Door::Cookie).login(&[("identifier", "alice"), ("password", PASSWORD)]).done();
        house.visitor(Door::Bearer).login(&[("identifier", "bob"), ("password", PASSWORD)]).done();
        let visitor = inside(house, Door::Cookie, "zoe");
        let seen = told(&visitor, "");
        assert_eq!((&seen["accounts"], &seen["verified"], &seen["staff"]), (&json!(3), &json!(2), &json!(1)));
        assert_eq!(seen["sessions"], json!({"browsers": 2, "programs": 1}));
        assert_eq!(seen["messages"], json!({"waiting": 0, "failed": 0, "dead": 0}));
        assert_eq!(seen["schema_is_current"], json!(true));
        assert!(!page(&visitor, "").contains("Messages were given up"));
        // What is over is counted no more.
        house.later(Duration::from_secs(13 * HOUR));
        assert_eq!(told(&inside(house, Door::Cookie, "zoe"), "")["sessions"], json!({"browsers": 1, "programs": 1}));
    });
}

#[test]
fn it_says_what_needs_doing() {
    let settings = "[verification]\nemail = \"optional\"\n[passwords]\nmin_length = 4";
    on_every_database(settings, |house| {
        zoe(house);
        for name in ["carol@example.org", "dave@example.org"] {
            house.visitor(Door::Bearer).register(&[("email", name), ("password", PASSWORD)]).done();
        }
        while !sent(house) {
            std::thread::yield_now();
        }
        house.sql("UPDATE outbox SET sent_at = NULL, dead_at = created_at");
        let visitor = inside(house, Door::Cookie, "zoe");
        let shown = page(&visitor, "");
        for words in
            ["What needs doing", "2 messages of the last week", "/admin/messages?state=dead", "passwords.min_length"]
        {
            assert!(shown.contains(words), "{words}: {shown}");
        }
        let warnings = &told(&visitor, "")["warnings"];
        assert!(
            warnings.as_array().unwrap().iter().any(|warning| warning["key"] == "passwords.min_length"),
            "{warnings}"
        );
    });
}

#[test]
fn what_happened_is_counted_in_the_step_in_which_it_happened() {
    on_every_database("[verification]\nemail = \"optional\"", |house| {
        zoe(house);
        let visitor = house.visitor(Door::Bearer);
        visitor.register(&[("username", "carol"), ("email", "carol@example.org"), ("password", PASSWORD)]).done();
        visitor.login(&[("identifier", "carol"), ("password", WRONG)]);
        visitor.login(&[("identifier", "nobody"), ("password", WRONG)]);
        house.later(Duration::from_secs(2 * HOUR));
        visitor.login(&[("identifier", "carol"), ("password", PASSWORD)]).done();
        while !sent(house) {
            std::thread::yield_now();
        }
        let seen = told(&inside(house, Door::Cookie, "zoe"), "");
        let steps = seen["activity"].as_array().unwrap();
        assert_eq!((steps.len(), &seen["span"]), (24, &json!("24h")));
        assert_eq!(steps[23]["from"], "2026-11-22T12:00:00Z");
        assert_eq!(
            (&steps[21]["registrations"], &steps[21]["refusals"], &steps[21]["sent"]),
            (&json!(1), &json!(2), &json!(1))
        );
        // Registering signs in too; and the one who looks has just done so.
        assert_eq!((&steps[21]["logins"], &steps[23]["logins"]), (&json!(1), &json!(2)));
        // A day later it is over for the day, and not for the week.
        house.later(Duration::from_secs(24 * HOUR));
        let visitor = inside(house, Door::Cookie, "zoe");
        assert_eq!(sum(&told(&visitor, ""), "registrations"), 0);
        for (span, steps) in [("7d", 28), ("30d", 30)] {
            let seen = told(&visitor, &format!("?span={span}"));
            assert_eq!(seen["activity"].as_array().unwrap().len(), steps);
            let sums = ["registrations", "logins", "refusals", "sent", "dead"].map(|name| sum(&seen, name));
            assert_eq!(sums, [1, 4, 2, 1, 0], "{span}");
        }
    });
}

#[test]
fn messages_are_counted_for_a_month_though_they_are_kept_for_a_week() {
    on_every_database("[verification]\nemail = \"optional\"", |house| {
        zoe(house);
        for name in ["carol@example.org", "dave@example.org", "erin@example.org"] {
            house.visitor(Door::Bearer).register(&[("email", name), ("password", PASSWORD)]).done();
        }
        while !sent(house) {
            std::thread::yield_now();
        }
        house.sql(
            "UPDATE outbox SET sent_at = NULL, dead_at = created_at \
             WHERE user_id = (SELECT id FROM users WHERE email = 'dave@example.org')",
        );
        let counted = || {
            let seen = told(&inside(house, Door::Cookie, "zoe"), "?span=30d");
            (sum(&seen, "sent"), sum(&seen, "dead"))
        };
        assert_eq!(counted(), (2, 1));
        house.later(Duration::from_secs(8 * 24 * HOUR));
        for _ in 0..2 {
            house.work(|accounts, cx| accounts.prune(cx));
            assert_eq!(house.count("SELECT count(*) FROM outbox"), 0);
            assert_eq!(counted(), (2, 1));
        }
        house.later(Duration::from_secs(24 * 24 * HOUR));
        house.work(|accounts, cx| accounts.prune(cx));
        assert_eq!((counted(), house.count("SELECT count(*) FROM tallies")), ((0, 0), 0));
    });
}

#[test]
fn the_charts_say_the_same_in_words() {
    on_every_database("", |house| {
        zoe(house);
        house.visitor(Door::Bearer).register(&[("username", "carol"), ("password", PASSWORD)]).done();
        let shown = page(&inside(house, Door::Pages, "zoe"), "");
        assert_eq!((shown.matches("<svg viewBox").count(), shown.matches("<table class=\"numbers\"").count()), (4, 4));
        assert!(shown.contains(">Registrations</title>") && shown.contains(">Most: 1, 10:00.</desc>"), "{shown}");
        assert!(!shown.contains(" style="), "{shown}");
    });
}
