//! From the id that a person reports to what happened, and how the account stands.

use super::explained;
use crate::house::{House, databases};
use crate::people::{PASSWORD, WRONG, alice};
use crate::visitor::{Door, Outcome};
use countersign::accounts::{Actor, ExplainedRequest};

fn about(house: &House, outcome: &Outcome) -> Option<ExplainedRequest> {
    let id = outcome.reply.header("x-request-id").unwrap();
    house.work(|accounts, cx| accounts.explain_request(cx, id, None, Actor::Shell))
}

#[test]
fn a_refusal_is_found_by_the_id_of_its_answer() {
    for database in databases() {
        let house = House::build(database, "");
        let user = alice(&house);
        for door in Door::ALL {
            let visitor = house.visitor(door);
            let refused = visitor.login(&[("identifier", "alice@example.org"), ("password", WRONG)]);
            let found = about(&house, &refused).unwrap();
            assert_eq!(found.events.len(), 1, "{found:?}");
            assert_eq!((found.events[0].kind.as_str(), found.events[0].ip.as_str()), ("login_failed", "127.0.0.1"));
            assert_eq!(found.events[0].account_id, Some(user.id.to_string()));
            let explanation = found.explanation.as_ref().unwrap();
            assert_eq!(
                (explanation.identifier.as_str(), explanation.account.as_ref().unwrap().id.as_str()),
                ("alice", &*user.id.to_string())
            );
            // Nobody said the address, so nobody is told it.
            let text = serde_json::to_string(&found).unwrap();
            assert!(!text.contains("alice@") && text.contains("al***@ex*****.***"), "{text}");
            let entry = visitor.login(&[("identifier", "alice"), ("password", PASSWORD)]).done();
            assert_eq!(about(&house, &entry).unwrap().events[0].kind, "login");
        }
        assert_eq!(explained(&house), 6);
    }
}

#[test]
fn a_refusal_about_nobody_is_found_and_says_no_more_than_that() {
    for database in databases() {
        let house = House::build(database, "");
        let refused = house.visitor(Door::Bearer).login(&[("identifier", "nobody@example.org"), ("password", WRONG)]);
        let found = about(&house, &refused).unwrap();
        assert!(found.explanation.is_none() && found.events[0].account_id.is_none());
        assert!(!format!("{found:?}").contains("nobody@"), "{found:?}");
        assert_eq!(explained(&house), 0);
    }
}

#[test]
fn an_account_that_is_gone_and_a_request_that_never_was_are_told() {
    for database in databases() {
        let house = House::build(database, "");
        let user = alice(&house);
        let refused = house.visitor(Door::Bearer).login(&[("username", "alice"), ("password", WRONG)]);
        house.work(|accounts, cx| accounts.delete_user(cx, countersign::accounts::Actor::Shell, user.id));
        assert!(about(&house, &refused).is_none(), "what happened to an account goes with it");
        let blank = house.visitor(Door::Bearer).login(&[("username", ""), ("password", WRONG)]);
        assert!(about(&house, &blank).is_none(), "a mistake in the form is no event");
    }
}

#[test]
fn the_id_is_in_the_log_and_what_the_owner_takes_along() {
    for database in databases() {
        let house = House::build(database, "");
        alice(&house);
        let visitor = house.visitor(Door::Bearer);
        let entry = visitor.login(&[("username", "alice"), ("password", PASSWORD)]).done();
        let all = visitor.get("/api/v1/me/export").json();
        let own = all["events"].as_array().unwrap().iter().find(|event| event["kind"] == "login").unwrap();
        assert_eq!(own["request"].as_str(), entry.reply.header("x-request-id"));
        assert_eq!(house.count("SELECT count(*) FROM account_events WHERE request IS NULL"), 1, "the shell's");
    }
}
