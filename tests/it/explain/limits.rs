//! The waits and limits that are told, against those that hold.

use super::as_json;
use crate::house::{House, databases};
use crate::people::{PASSWORD, WRONG, alice};
use crate::visitor::Door;
use countersign::delivery::MessageKind::{ChangeEmail, ResetPassword};
use serde_json::{Value, json};
use std::time::Duration;

#[test]
fn failures_are_told_with_the_end_of_the_wait_for_somebody_and_for_nobody() {
    for database in databases() {
        let house = House::build(database, "");
        alice(&house);
        for who in ["alice", "nobody", "two words"] {
            let visitor = house.visitor(Door::Bearer);
            let fields = [("identifier", who), ("password", WRONG)];
            visitor.login(&fields).refused(&["# invalid_credentials"]);
            let expected = json!({"failures": 1, "limit": 5, "waits_until": null, "per_network": "100000/m"});
            assert_eq!(as_json(&house, who)["login"], expected, "{who}");
            for _ in 0..4 {
                visitor.login(&fields).refused(&["# invalid_credentials"]);
            }
            let told = as_json(&house, who)["login"].clone();
            let until = house.app.now().after(Duration::from_secs(30));
            assert_eq!((told["failures"].as_i64(), &told["waits_until"]), (Some(5), &json!(until)), "{who}");
            assert_eq!(visitor.login(&fields).retry_after(), Some(30));
        }
        // Each spelling is the same account.
        assert_eq!(as_json(&house, "ALICE@example.org")["login"]["failures"], 5);
        house.later(Duration::from_secs(30));
        assert_eq!(as_json(&house, "alice")["login"]["waits_until"], Value::Null);
    }
}

#[test]
fn codes_under_way_wrong_ones_and_what_may_still_be_sent_are_told() {
    for database in databases() {
        let house = House::build(database, "");
        alice(&house);
        house.sql("UPDATE users SET email_verified_at = date_joined");
        let told = as_json(&house, "alice");
        assert_eq!(told["codes"], json!([]));
        let email = json!({"to": "al***@ex*****.***", "wait": 0, "left_in_hour": 5, "left_in_day": 10});
        assert_eq!(told["sending"][0], email);
        let asked = house.app.now();
        let visitor = house.visitor(Door::Bearer);
        visitor.submit("password/reset", &[("identifier", "alice")]).done();
        house.received(ResetPassword, "alice@example.org", 0);
        let guess = json!({"identifier": "alice", "code": "BBBBBBBB", "new_password": PASSWORD});
        assert_eq!(visitor.post_json("/api/v1/password/reset/confirm", &guess).reply.status, 422);
        let told = as_json(&house, "alice");
        let code = json!({
            "to": "al***@ex*****.***", "purpose": "reset", "open_until": asked.after(Duration::from_mins(15)),
            "tries_left": 4, "failures": 1, "waits_until": asked.after(Duration::from_secs(1)),
        });
        assert_eq!(told["codes"], json!([code]));
        let email = json!({"to": "al***@ex*****.***", "wait": 60, "left_in_hour": 4, "left_in_day": 9});
        assert_eq!(told["sending"][0], email);
        house.later(Duration::from_mins(15));
        let told = as_json(&house, "alice");
        assert_eq!((&told["codes"][0]["open_until"], &told["codes"][0]["failures"]), (&Value::Null, &json!(1)));
    }
}

#[test]
fn an_address_that_an_account_is_about_to_have_is_told_masked() {
    for database in databases() {
        let house = House::build(database, "");
        alice(&house);
        let visitor = house.visitor(Door::Bearer);
        visitor.login(&[("username", "alice"), ("password", PASSWORD)]).done();
        visitor.submit("me/email", &[("new_email", "wanted@example.net"), ("password", PASSWORD)]).done();
        house.received(ChangeEmail, "wanted@example.net", 0);
        let told = as_json(&house, "alice");
        assert_eq!(told["account"]["pending"], json!(["wa****@ex*****.***"]));
        assert_eq!(
            (&told["codes"][0]["purpose"], &told["codes"][0]["to"]),
            (&json!("change"), &json!("wa****@ex*****.***"))
        );
        assert_eq!(told["account"]["sessions"], 1);
        assert!(!told.to_string().contains("wanted@"), "{told}");
    }
}

#[test]
fn where_messages_would_go_is_told_and_why_some_go_nowhere() {
    for database in databases() {
        let house = House::build(database, "[login]\nby_code = true");
        alice(&house);
        let messages = |who: &str| -> Vec<String> {
            let told = as_json(&house, who)["messages"].clone();
            let one = |message: &Value| {
                let why = message["why_not"].as_str().or(message["message"].as_str()).unwrap().to_owned();
                format!("{} {why}", message["asked"].as_str().unwrap())
            };
            told.as_array().unwrap().iter().map(one).collect()
        };
        // Two addresses, neither proved: a name leads to neither, an address to itself.
        assert_eq!(
            messages("alice"),
            ["reset not_proved", "login not_proved", "verify_email verify_email", "verify_phone verify_phone"]
        );
        assert_eq!(messages("alice@example.org")[0], "reset reset_password");
        house.sql("UPDATE users SET email_verified_at = date_joined");
        assert_eq!(
            messages("alice"),
            ["reset reset_password", "login login_code", "verify_email proved", "verify_phone verify_phone"]
        );
        assert_eq!(messages("+4915123456789")[0], "reset release_address");
        house.sql("UPDATE users SET reset_by = 'email'");
        assert_eq!(messages("alice")[3], "verify_phone needs_owner");
        house.sql("UPDATE users SET is_active = false");
        assert_eq!(messages("alice")[..2], ["reset inactive", "login inactive"]);
        assert_eq!(
            messages("nobody"),
            ["reset no_account", "login no_account", "verify_email no_account", "verify_phone no_account"]
        );
        let house = House::build(database, "phone_authentication_active = false");
        alice(&house);
        let told = as_json(&house, "alice")["messages"].clone();
        assert_eq!((&told[1]["why_not"], &told[3]["why_not"]), (&json!("off"), &json!("off")));
    }
}
