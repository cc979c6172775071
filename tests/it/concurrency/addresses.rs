//! Changes of address at one instant: one owner, no half change, no refusal that is the program's fault.

use super::{at_once, statuses};
use crate::house::{House, databases, on_every_database};
use crate::people::{PASSWORD, person};
use crate::visitor::{Door, Visitor};
use countersign::delivery::MessageKind::{ChangeEmail, EmailChanged};
use serde_json::json;

const MANY: usize = 50;
const ONE: &str = "wanted@example.net";

fn ask(visitor: &Visitor<'_>, new: &str) -> u16 {
    visitor.post_json("/api/v1/me/email", &json!({"new_email": new, "password": PASSWORD})).reply.status
}

fn signed_in<'h>(house: &'h House, name: &str) -> Visitor<'h> {
    let visitor = house.visitor(Door::Bearer);
    visitor.login(&[("username", name), ("password", PASSWORD)]).done();
    visitor
}

#[test]
fn fifty_changes_to_fifty_addresses_by_one_account_leave_one_to_confirm() {
    for database in databases() {
        let house = House::build(database, "[otp]\nmax_per_hour = 100\nmax_per_day = 100");
        person(&house, Some("alice"), Some("alice@example.org"), None);
        let visitors: Vec<_> = (0..5).map(|_| signed_in(&house, "alice")).collect();
        let replies = at_once(MANY, |n| ask(&visitors[n % 5], &format!("new{n}@example.net")));
        assert_eq!(statuses(replies), [(202, MANY)], "{database:?}");
        assert_eq!(house.count("SELECT count(*) FROM pending_changes"), 1);
        assert_eq!(house.count("SELECT count(*) FROM one_time_passwords"), 1, "the codes of the others are dead");
        let last = (0..MANY).find(|n| {
            let sql = format!("SELECT count(*) FROM pending_changes WHERE address = 'new{n}@example.net'");
            house.count(&sql) == 1
        });
        let last = format!("new{}@example.net", last.unwrap());
        let code = house.received(ChangeEmail, &last, 0).code.unwrap();
        let replies = at_once(MANY, |n| {
            visitors[n % 5].post_json("/api/v1/me/email/confirm", &json!({"code": code})).reply.status
        });
        let all = statuses(replies);
        assert!(all.contains(&(200, 1)) && all.iter().all(|(status, _)| [200, 422, 429].contains(status)), "{all:?}");
        assert_eq!(house.count(&format!("SELECT count(*) FROM users WHERE email = '{last}'")), 1);
        for table in ["pending_changes", "one_time_passwords"] {
            assert_eq!(house.count(&format!("SELECT count(*) FROM {table}")), 0, "{table}");
        }
    }
}

#[test]
fn of_fifty_accounts_that_prove_one_address_one_gets_it() {
    let settings = "[otp]\nresend_interval = \"1us\"\nmax_per_hour = 100\nmax_per_day = 100";
    on_every_database(&settings.replace("1us", "1s"), |house| {
        let names: Vec<String> = (0..MANY).map(|n| format!("user{n}")).collect();
        let visitors: Vec<_> = names
            .iter()
            .map(|name| {
                person(house, Some(name), Some(&format!("{name}@example.org")), None);
                signed_in(house, name)
            })
            .collect();
        house.sql("UPDATE users SET email_verified_at = date_joined");
        // One after the other, since a destination is sent one code at a time; they were all free to ask.
        let codes: Vec<String> = visitors
            .iter()
            .enumerate()
            .map(|(n, visitor)| {
                assert_eq!(ask(visitor, ONE), 202);
                house.later(std::time::Duration::from_secs(1));
                house.received(ChangeEmail, ONE, n).code.unwrap()
            })
            .collect();
        let replies = at_once(MANY, |n| {
            visitors[n].post_json("/api/v1/me/email/confirm", &json!({"code": codes[n]})).reply.status
        });
        let winner = replies.iter().position(|status| *status == 200).unwrap();
        assert_eq!(statuses(replies), [(200, 1), (422, MANY - 1)]);
        assert_eq!(house.count(&format!("SELECT count(*) FROM users WHERE email = '{ONE}'")), 1);
        assert_eq!(visitors[winner].me().unwrap()["email"], ONE);
        for table in ["pending_changes", "one_time_passwords"] {
            assert_eq!(house.count(&format!("SELECT count(*) FROM {table}")), 0, "{table}");
        }
        assert_eq!(house.count("SELECT count(*) FROM address_undos"), 1, "for the one that changed");
        // Its way back, pressed fifty times at one instant, works once.
        let link = house.received(EmailChanged, &format!("user{winner}@example.org"), 0).link.unwrap();
        let replies = at_once(MANY, |_| house.visitor(Door::Pages).post_form(&link, &[]).reply.status);
        assert_eq!(statuses(replies), [(303, 1), (422, MANY - 1)]);
        assert_eq!(house.count(&format!("SELECT count(*) FROM users WHERE email = '{ONE}'")), 0);
    });
}

#[test]
fn fifty_accounts_that_ask_for_one_address_are_all_answered() {
    on_every_database("", |house| {
        let visitors: Vec<_> = (0..MANY)
            .map(|n| {
                let name = format!("user{n}");
                person(house, Some(&name), None, None);
                signed_in(house, &name)
            })
            .collect();
        let replies = at_once(MANY, |n| ask(&visitors[n], ONE));
        assert_eq!(statuses(replies), [(202, 1), (429, MANY - 1)], "one code at a time goes to a destination");
        assert_eq!(house.count("SELECT count(*) FROM pending_changes"), 1);
    });
}

#[test]
fn of_two_last_identifiers_removed_at_one_instant_one_stays() {
    on_every_database("", |house| {
        for n in 0..10 {
            let (email, phone) = (format!("user{n}@example.org"), format!("+49151234567{n:02}"));
            person(house, None, Some(&email), Some(&phone));
            let visitor = house.visitor(Door::Bearer);
            visitor.login(&[("identifier", &email), ("password", PASSWORD)]).done();
            let body = json!({"password": PASSWORD}).to_string();
            let replies = at_once(2, |n| {
                let path = ["/api/v1/me/email", "/api/v1/me/phone"][n];
                visitor.send("DELETE", path, &[("content-type", "application/json")], body.as_bytes()).status
            });
            assert_eq!(statuses(replies), [(200, 1), (422, 1)]);
        }
        let left = "SELECT count(*) FROM users WHERE (email IS NULL) <> (phone IS NULL)";
        assert_eq!(house.count(left), 10);
    });
}
