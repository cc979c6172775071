//! Right, wrong, inactive, password-less, throttled, unverified and unknown: apart for the administrator, alike in public.

use super::{all_but, as_json, explained};
use crate::house::{House, databases};
use crate::people::{PASSWORD, WRONG, alice, person};
use crate::visitor::{Door, Reply};
use countersign::delivery::MessageKind::ResetPassword;
use serde_json::{Value, json};

const SETTINGS: &str = "[verification]\nemail = \"mandatory\"";

/// A house with an account of every state, each with an address of its own.
fn furnish(house: &House) {
    alice(house);
    person(house, Some("wilma"), Some("wilma@example.org"), None);
    for name in ["inactive", "bare", "throttled", "unverified"] {
        person(house, Some(name), Some(&format!("{name}@example.org")), None);
    }
    house.sql(
        "UPDATE users SET email_verified_at = date_joined WHERE username <> 'unverified';\
         UPDATE users SET is_active = false WHERE username = 'inactive';\
         UPDATE users SET password = '!nothing' WHERE username = 'bare'",
    );
    for _ in 0..5 {
        assert_eq!(login(house, "throttled", WRONG).0, 401);
    }
}

/// The answer, and all of it that is the same from one request to the next.
fn login(house: &House, who: &str, password: &str) -> (u16, String) {
    let visitor = house.visitor(Door::Bearer);
    let reply = visitor.post_json("/api/v1/login", &json!({"identifier": who, "password": password})).reply;
    (reply.status, told(reply))
}

fn told(mut reply: Reply) -> String {
    reply.headers.retain(|(name, _)| !["date", "x-request-id"].contains(&name.as_str()));
    reply.headers.sort();
    if reply.status == 200 {
        reply.body.clear();
    }
    format!("{reply:?}")
}

#[test]
fn every_state_is_told_apart_and_the_public_hears_what_it_heard_before() {
    for database in databases() {
        let house = House::build(database, SETTINGS);
        furnish(&house);
        for (who, right, wrong) in [
            ("alice", (200, Value::Null, Value::Null), (401, "wrong_password")),
            ("inactive", (401, json!("invalid_credentials"), json!("inactive")), (401, "inactive")),
            ("bare", (401, json!("invalid_credentials"), json!("no_password")), (401, "no_password")),
            ("throttled", (429, json!("throttled"), json!("throttled")), (429, "throttled")),
            ("unverified", (403, json!("unverified"), json!("unverified")), (401, "wrong_password")),
            ("nobody", (401, json!("invalid_credentials"), json!("no_account")), (401, "no_account")),
            ("two words", (401, json!("invalid_credentials"), json!("not_an_identifier")), (401, "not_an_identifier")),
        ] {
            let before = login(&house, who, WRONG);
            let answers = as_json(&house, who)["answers"].clone();
            let said = |of: &str| {
                let answer = &answers[of];
                (answer["status"].as_u64().unwrap() as u16, answer["code"].clone(), answer["reason"].clone())
            };
            assert_eq!(said("right_password"), right, "{who}");
            assert_eq!((said("wrong_password").0, said("wrong_password").2), (wrong.0, json!(wrong.1)), "{who}");
            let after = login(&house, who, WRONG);
            assert_eq!(after, before, "{who}");
            assert_eq!(after.0, wrong.0, "{who}");
            assert_eq!(login(&house, who, PASSWORD).0, right.0, "{who}: what was said of the right password");
        }
        // To the public they are one.
        let answer = |who: &str| login(&house, who, "a third one, and wrong");
        let alike = [answer("wilma"), answer("inactive"), answer("bare"), answer("unverified"), answer("nobody")];
        assert!(alike.iter().all(|one| *one == alike[0]), "{alike:?}");
    }
}

#[test]
fn nothing_changes_but_the_log_of_the_account() {
    for database in databases() {
        let house = House::build(database, SETTINGS);
        furnish(&house);
        house.visitor(Door::Bearer).submit("password/reset", &[("identifier", "wilma@example.org")]).done();
        house.received(ResetPassword, "wilma@example.org", 0);
        let until = || house.count("SELECT count(*) FROM outbox WHERE letter IS NOT NULL") == 0;
        while !until() {
            std::thread::yield_now();
        }
        let before = all_but(&house, "explained");
        let there = ["alice", "wilma@example.org", "+4915123456789", "inactive", "bare", "throttled", "unverified"];
        for who in there.iter().chain(&["nobody", "nobody@example.org", "+4915123456700", "", "two words", "a@b@c"]) {
            let (hashes, _) = house.hashes_of(|| as_json(&house, who));
            assert_eq!(hashes, 0, "{who}");
        }
        assert_eq!(all_but(&house, "explained"), before);
        assert_eq!(explained(&house), there.len() as i64, "and nothing about nobody");
        let visitor = house.visitor(Door::Bearer);
        visitor.login(&[("username", "alice"), ("password", PASSWORD)]).done();
        let events = visitor.get("/api/v1/me/events").json();
        let own: Vec<&Value> = events.as_array().unwrap().iter().filter(|event| event["kind"] == "explained").collect();
        assert_eq!(own.len(), 2, "its owner sees it");
        assert_eq!(own[0]["detail"], json!({"by": "shell"}));
    }
}

#[test]
fn no_hash_no_code_and_no_address_that_was_not_asked_for_is_told() {
    for database in databases() {
        let house = House::build(database, SETTINGS);
        furnish(&house);
        let visitor = house.visitor(Door::Bearer);
        visitor.submit("password/reset", &[("identifier", "alice@example.org")]).done();
        let letter = house.received(ResetPassword, "alice@example.org", 0);
        let hashed = house.work(|accounts, cx| Ok(accounts.list_users(cx, None, 1)?[0].password.clone()));
        let salted = hashed.rsplit('$').next().unwrap();
        let link = letter.link.unwrap();
        let secrets = [PASSWORD, salted, &hashed, letter.code.as_deref().unwrap(), link.rsplit('/').next().unwrap()];
        for (who, hidden) in [
            ("alice", vec!["alice@example.org", "+4915123456789"]),
            ("ALICE@example.org", vec!["+4915123456789"]),
            ("+49 151 23456789", vec!["alice@example.org"]),
        ] {
            let told = as_json(&house, who);
            let text = told.to_string();
            assert!(!secrets.iter().any(|secret| text.contains(secret)), "{who}: {text}");
            assert!(!hidden.iter().any(|address| text.contains(address)), "{who}: {text}");
            assert_eq!(told["account"]["password"]["format"], "bcrypt_sha256$$2b$04");
        }
        let told = as_json(&house, "alice");
        assert_eq!(told["account"]["email"]["address"], "al***@ex*****.***");
        assert_eq!(
            told["messages"][0],
            json!({"asked": "reset", "message": "reset_password", "to": "al***@ex*****.***", "why_not": null})
        );
        assert_eq!(as_json(&house, "alice@example.org")["messages"][0]["to"], "alice@example.org");
    }
}

#[test]
fn an_old_hash_is_told_to_be_kept_anew_and_one_that_is_not_read_to_be_never_right() {
    for database in databases() {
        let house = House::build(database, "");
        alice(&house);
        let password = |encoded: &str| {
            house.sql(&format!("UPDATE users SET password = '{encoded}'"));
            as_json(&house, "alice")
        };
        let old = password("pbkdf2_sha256$870000$saltsaltsalt$nZ3oHwvM1ZqNnGTGqU6y0W2q5VhXq0yD4mWqR3mK1nA=");
        let state = json!({"usable": true, "format": "pbkdf2_sha256$870000", "rehashed_at_login": true});
        assert_eq!(old["account"]["password"], state);
        let odd = password("5f4dcc3b5aa765d61d8327deb882cf99");
        assert_eq!(odd["account"]["password"]["format"], Value::Null);
        assert_eq!(odd["answers"]["right_password"]["reason"], "unreadable_password");
        let odd = odd.to_string();
        assert!(!odd.contains("5f4dcc3b5aa765d61d8327deb882cf99"), "{odd}");
    }
}
