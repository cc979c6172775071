//! Messages: how it stands with each, in which state, and trying one again.

use super::{column, inside, page, told, zoe};
use crate::house::{House, on_every_database};
use crate::people::PASSWORD;
use crate::visitor::{Door, Visitor};
use serde_json::json;
use std::net::TcpListener;
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};

/// A mail server that hangs up at once, and how often somebody called.
fn rude_server() -> (String, Arc<AtomicU64>) {
    let listener = TcpListener::bind("127.0.0.1:0").unwrap();
    let settings = format!(
        "[email]\ntransport = \"smtp\"\nsmtp_url = \"smtp+insecure://{}\"\n[verification]\nemail = \"optional\"",
        listener.local_addr().unwrap()
    );
    let calls = Arc::new(AtomicU64::new(0));
    let counted = calls.clone();
    std::thread::spawn(move || {
        for stream in listener.incoming() {
            drop(stream);
            counted.fetch_add(1, Ordering::SeqCst);
        }
    });
    (settings, calls)
}

fn wait(until: impl Fn() -> bool) {
    let patience = std::time::Instant::now();
    while !until() {
        assert!(patience.elapsed() < std::time::Duration::from_secs(30), "it never came");
        std::thread::yield_now();
    }
}

fn register(house: &House, name: &str) {
    let email = format!("{name}@example.org");
    house.visitor(Door::Bearer).register(&[("username", name), ("email", &email), ("password", PASSWORD)]).done();
    house.later(std::time::Duration::from_millis(1));
}

/// Has a message tried again, by the page or the call.
fn retry(visitor: &Visitor<'_>, id: &str) -> (u16, Vec<String>) {
    let outcome = match visitor.door {
        Door::Pages => visitor.post_form("/admin/messages", &[("message", id)]),
        _ => visitor.post_json(&format!("/api/v1/admin/messages/{id}/retry"), &json!({})),
    };
    (outcome.reply.status, outcome.mistakes)
}

#[test]
fn a_message_that_failed_is_tried_again_when_staff_say_so() {
    for door in Door::ALL {
        let (settings, calls) = rude_server();
        on_every_database(&settings, |house| {
            let zoe = zoe(house);
            register(house, "carol");
            let failed =
                || house.count("SELECT count(*) FROM outbox WHERE last_error IS NOT NULL AND lease_owner IS NULL") == 1;
            wait(failed);
            let visitor = inside(house, door, "zoe");
            let list = told(&visitor, "/messages?state=failed");
            assert_eq!(column(&list, "state"), ["failed"]);
            assert_eq!(column(&list, "destination"), ["ca***@ex*****.***"]);
            // The clock stands still, so nobody tries by themselves.
            let before = calls.load(Ordering::SeqCst);
            let id = list[0]["id"].as_str().unwrap();
            assert_eq!(retry(&visitor, id), (if door == Door::Pages { 303 } else { 202 }, vec![]));
            wait(|| calls.load(Ordering::SeqCst) > before);
            wait(failed);
            let events = told(&visitor, "/events?kind=message_retried");
            assert_eq!(events[0]["detail"]["by"], json!(zoe.id));
            assert_eq!(events[0]["detail"]["message"].as_str(), Some(id));
            assert_eq!(column(&told(&visitor, "/events?kind=message_retried&account=carol"), "kind").len(), 1);
        });
    }
}

#[test]
fn what_was_sent_or_given_up_is_not_tried_again() {
    let (settings, calls) = rude_server();
    on_every_database(&settings, |house| {
        zoe(house);
        register(house, "carol");
        wait(|| house.count("SELECT count(*) FROM outbox WHERE last_error IS NOT NULL AND lease_owner IS NULL") == 1);
        let before = calls.load(Ordering::SeqCst);
        for (name, times) in
            [("dead", "dead_at = created_at, sent_at = NULL"), ("sent", "sent_at = created_at, dead_at = NULL")]
        {
            house.sql(&format!("UPDATE outbox SET letter = NULL, {times}"));
            for door in Door::ALL {
                let visitor = inside(house, door, "zoe");
                let list = told(&visitor, &format!("/messages?state={name}"));
                let id = list[0]["id"].as_str().unwrap().to_owned();
                let (status, mistakes) = retry(&visitor, &id);
                let due = if door == Door::Pages { "# invalid" } else { "message invalid" };
                assert_eq!((status, mistakes), (422, vec![due.to_owned()]));
                assert!(!page(&visitor, "/messages").contains("Try now"));
                for nobody in ["0190b3c4-0000-7000-8000-000000000000", "x"] {
                    assert_eq!(retry(&visitor, nobody).0, 404, "{nobody}");
                }
            }
        }
        assert_eq!(calls.load(Ordering::SeqCst), before);
        assert_eq!(house.count("SELECT count(*) FROM account_events WHERE kind = 'message_retried'"), 0);
    });
}

#[test]
fn messages_are_listed_by_state_a_page_at_a_time_and_escaped() {
    on_every_database("[verification]\nemail = \"optional\"", |house| {
        zoe(house);
        for name in ["carol", "dave", "erin"] {
            register(house, name);
        }
        wait(|| house.count("SELECT count(*) FROM outbox WHERE sent_at IS NOT NULL") == 3);
        house.sql(
            "UPDATE outbox SET sent_at = NULL, dead_at = created_at, last_error = '<b>no</b>' \
             WHERE user_id = (SELECT id FROM users WHERE username = 'dave')",
        );
        // What was written for nobody is nobody's to see.
        let visitor = inside(house, Door::Cookie, "zoe");
        let count = |query: &str| told(&visitor, &format!("/messages{query}")).as_array().unwrap().len();
        assert_eq!((count(""), count("?state=sent"), count("?state=dead"), count("?state=waiting")), (3, 2, 1, 0));
        let reply = visitor.get("/api/v1/admin/messages?state=sent&limit=1");
        let link = reply.header("link").unwrap();
        let next = link.split(['<', '>']).nth(1).unwrap().strip_prefix("http://127.0.0.1:8000").unwrap();
        assert!(next.starts_with("/api/v1/admin/messages?state=sent&limit=1&cursor="), "{link}");
        let rest = visitor.get(next);
        assert_eq!(column(&rest.json(), "destination"), ["ca***@ex*****.***"], "the older one");
        assert_eq!(rest.header("link"), None);
        let shown = page(&visitor, "/messages?state=dead");
        assert!(shown.contains("&lt;b&gt;no") && !shown.contains("<b>no"), "{shown}");
        assert!(shown.contains(">dave</bdi>") && !shown.contains(">carol</bdi>"), "{shown}");
        assert!(page(&visitor, "/messages?state=waiting").contains("Nothing is like that."));
        let first = page(&visitor, "/messages?limit=2");
        assert!(first.contains("rel=\"next\"") && !first.contains("Back to the first page"), "{first}");
    });
}

#[test]
fn what_no_list_can_be_narrowed_by_is_refused_in_words() {
    on_every_database("", |house| {
        zoe(house);
        let visitor = inside(house, Door::Cookie, "zoe");
        for (path, mistakes) in [
            ("/messages?state=lost", vec!["state invalid"]),
            ("/messages?is_staff=1", vec!["is_staff unknown_field"]),
            ("/messages?limit=0&cursor=x", vec!["limit invalid", "cursor invalid"]),
            ("/tokens?purpose=x&channel=y", vec!["purpose invalid", "channel invalid"]),
            ("/events?kind=x&since=yesterday", vec!["kind invalid", "since invalid"]),
            ("/events?account=nobody&network=x", vec!["account invalid", "network invalid"]),
            ("?span=1y", vec!["span invalid"]),
        ] {
            let reply = visitor.get(&format!("/api/v1/admin{path}"));
            assert_eq!(reply.status, 422, "{path}");
            assert_eq!(crate::visitor::mistakes_of_problem(&reply.json()), mistakes, "{path}");
            let reply = visitor.get(&format!("/admin{path}"));
            assert_eq!(reply.status, if path.starts_with('?') { 200 } else { 422 }, "{path}: {}", reply.body);
        }
    });
}
