//! What happened to an account, as its owner is shown it: all of it, nothing of anybody else's, and no secret.

mod story;

use crate::house::{House, on_every_database, through_every_door};
use crate::people::{PASSWORD, WRONG, alice, bob};
use crate::visitor::{Door, Visitor};
use countersign::accounts::Actor;
use serde_json::{Value, json};
use std::time::Duration;

const FIREFOX: &str = "Mozilla/5.0 (X11; Linux x86_64; rv:145.0) Gecko/20100101 Firefox/145.0";

fn login(house: &House, visitor: &Visitor<'_>, name: &str, password: &str) -> bool {
    house.later(Duration::from_secs(1));
    visitor.login(&[("identifier", name), ("password", password)]).is_done()
}

/// The whole log of whoever this is, as the API tells it.
fn list(visitor: &Visitor<'_>) -> Vec<Value> {
    let reply = visitor.get("/api/v1/me/events?limit=100");
    assert_eq!((reply.status, reply.header("link")), (200, None), "{reply:?}");
    reply.json().as_array().unwrap().clone()
}

fn kinds(all: &[Value]) -> Vec<&str> {
    all.iter().map(|event| event["kind"].as_str().unwrap()).collect()
}

#[test]
fn the_log_says_what_is_known_of_each_newest_first_and_only_to_its_owner() {
    through_every_door("", |house, visitor| {
        let (ours, _) = (alice(house), bob(house));
        visitor.headers.lock().unwrap().push(("user-agent".into(), FIREFOX.into()));
        assert!(!login(house, &house.visitor(visitor.door), "alice", WRONG));
        assert!(login(house, visitor, "alice", PASSWORD));
        let stranger = house.visitor(visitor.door);
        assert!(!login(house, &stranger, "nobody", WRONG) && !login(house, &stranger, "bob", WRONG));
        assert!(login(house, &stranger, "bob", PASSWORD));
        let mut all = list(visitor);
        assert_eq!(kinds(&all), ["login", "login_failed", "created_by_admin"]);
        let id = all[0].as_object_mut().unwrap().remove("id").unwrap();
        assert_eq!(id.as_str().unwrap().len(), 36);
        let login = json!({"kind": "login", "at": "2026-11-22T10:00:02Z", "ip": "127.0.0.1", "user_agent": FIREFOX,
            "detail": {"by": "password"}});
        assert_eq!(all[0], login);
        assert_eq!(all[1]["detail"], json!({}));
        assert_eq!(kinds(&list(&stranger)), ["login", "login_failed", "created_by_admin"]);
        // What was about nobody is noted, and shown to nobody.
        assert_eq!(house.count("SELECT count(*) FROM account_events WHERE user_id IS NULL"), 1);
        assert_eq!(house.count("SELECT count(*) FROM account_events"), 7);

        let nobody = house.visitor(visitor.door);
        assert_eq!(nobody.get("/api/v1/me/events").status, 401);
        assert_eq!(nobody.get("/account/events").header("location"), Some("/login?next=%2Faccount%2Fevents"));
        house.work(|accounts, cx| accounts.set_active(cx, Actor::Shell, ours.id, false));
        assert_eq!(visitor.get("/api/v1/me/events").status, 401, "deactivated is out at once");
        assert_eq!(visitor.get("/account/events").status, 303);
    });
}

#[test]
fn a_long_log_comes_a_page_at_a_time_and_a_foreign_cursor_opens_nothing() {
    on_every_database("", |house| {
        alice(house);
        bob(house);
        let (visitor, stranger) = (house.visitor(Door::Bearer), house.visitor(Door::Bearer));
        for _ in 0..4 {
            assert!(login(house, &visitor, "alice", PASSWORD) && login(house, &stranger, "bob", PASSWORD));
        }
        let whole = list(&visitor);
        assert_eq!(whole.len(), 5);
        let mut path = "/api/v1/me/events?limit=2".to_owned();
        let mut seen = Vec::new();
        for size in [2, 2, 1] {
            let reply = visitor.get(&path);
            let page = reply.json().as_array().unwrap().clone();
            assert_eq!((page.len(), reply.header("link").is_some()), (size, size == 2));
            seen.extend(page);
            if let Some(link) = reply.header("link") {
                let link = link.strip_prefix("<http://127.0.0.1:8000").unwrap();
                path = link.strip_suffix(">; rel=\"next\"").unwrap().to_owned();
            }
        }
        assert_eq!(seen, whole);
        let theirs = list(&stranger)[0]["id"].as_str().unwrap().to_owned();
        let before_theirs = visitor.get(&format!("/api/v1/me/events?cursor={theirs}")).json();
        assert_eq!(before_theirs.as_array().unwrap(), &whole, "a place in time, and no more");
        for query in ["limit=0", "limit=101", "limit=x", "cursor=x", "cursor="] {
            let reply = visitor.get(&format!("/api/v1/me/events?{query}"));
            let pointer = format!("#/{}", query.split('=').next().unwrap());
            let error = &reply.json()["errors"][0];
            assert_eq!((reply.status, &error["pointer"], &error["code"]), (422, &json!(pointer), &json!("invalid")));
        }
    });
}

#[test]
fn what_happens_in_one_moment_is_told_in_its_order() {
    on_every_database("[verification]\nemail = \"optional\"\nphone = \"optional\"", |house| {
        for n in 0..8 {
            let visitor = house.visitor(Door::Bearer);
            let (email, phone) = (format!("carol{n}@example.org"), format!("+491512345678{n}"));
            visitor.register(&[("email", &email), ("phone", &phone), ("password", PASSWORD)]).done();
            let all = list(&visitor);
            let told: Vec<String> = all
                .iter()
                .rev()
                .map(|e| format!("{} {}", e["kind"], e["detail"]["channel"]).replace('"', ""))
                .collect();
            assert_eq!(told, ["registered null", "code_requested email", "code_requested phone", "login null"]);
        }
    });
}

#[test]
fn the_page_says_it_in_words() {
    on_every_database("", |house| {
        alice(house);
        let visitor = house.visitor(Door::Pages);
        visitor.headers.lock().unwrap().push(("user-agent".into(), FIREFOX.into()));
        assert!(!login(house, &house.visitor(Door::Bearer), "alice", WRONG));
        assert!(login(house, &visitor, "alice", PASSWORD));
        house.later(Duration::from_secs(3 * 3600));
        let page = visitor.get("/account/events");
        assert_eq!(page.status, 200);
        for words in [
            "<h1 id=\"title\">Activity</h1>",
            "aria-current=\"page\"",
            "Signed in",
            "A sign-in was refused",
            "An administrator made the account",
            "Firefox on Linux",
            "127.0.0.1",
            "22 November 2026, 10:00 UTC",
            "3 hours ago",
        ] {
            assert!(page.body.contains(words), "{words}: {}", page.body);
        }
        let place = |words: &str| page.body.find(words).unwrap();
        assert!(place("Signed in") < place("A sign-in was refused"), "newest first");
        assert!(!page.body.contains("Older") && !page.body.contains("Back to the latest"));

        let mut path = "/account/events?limit=1".to_owned();
        for words in ["Signed in", "A sign-in was refused", "An administrator made"] {
            let page = visitor.get(&path).body;
            assert!(page.contains(words) && page.matches("class=\"event\"").count() == 1, "{words}: {page}");
            assert_eq!(page.contains("Back to the latest"), path.contains("cursor"));
            let older = page.split("href=\"").find(|rest| rest.starts_with("/account/events?limit=1"));
            assert_eq!(older.is_some(), words != "An administrator made");
            path = older.map(|rest| rest.split('"').next().unwrap().replace("&amp;", "&")).unwrap_or_default();
        }
        assert_eq!(visitor.get("/account/events?limit=0").status, 422);
        assert!(visitor.get("/account").body.contains("href=\"/account/events\">All activity"));
    });
}
