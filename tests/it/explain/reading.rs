//! How a text is said to be read: its kind, its forms, or the rule that it breaks.

use super::as_json;
use crate::house::{House, databases};
use crate::people::{alice, person};
use serde_json::{Value, json};

#[test]
fn a_text_is_read_as_each_kind_and_by_its_shape_as_one() {
    for database in databases() {
        let house = House::build(database, "[phone]\ndefault_region = \"DE\"");
        let reading = |text: &str, kind: usize| as_json(&house, text)["readings"][kind].clone();
        let username = reading("Ⓐlice", 0);
        assert_eq!((&username["by_shape"], &username["stored"]), (&json!(true), &json!("Alice")));
        assert_eq!((&username["canonical"], &username["skeletons"][0]), (&json!("alice"), &json!("alice")));
        let email = reading(" Alice@Müller.example ", 1);
        assert_eq!(
            (&email["stored"], &email["canonical"]),
            (&json!("Alice@xn--mller-kva.example"), &json!("alice@xn--mller-kva.example"))
        );
        let phone = reading("0151 / 234 567 89", 2);
        assert_eq!(
            (&phone["stored"], &phone["region"], &phone["premium"]),
            (&json!("+4915123456789"), &json!("DE"), &json!(false))
        );
        for (text, kind, code, words) in [
            ("two words", 0, "invalid", "without spaces"),
            ("two words", 1, "invalid", "one email address"),
            ("a@b@c", 1, "invalid", "one email address"),
            ("0151", 2, "invalid", "phone number"),
            ("", 0, "blank", "blank"),
        ] {
            let told = reading(text, kind);
            assert_eq!((told["code"].as_str(), &told["stored"]), (Some(code), &Value::Null), "{text}");
            assert!(told["rule"].as_str().unwrap().contains(words), "{told}");
        }
    }
}

#[test]
fn a_name_that_looks_like_anothers_is_told_to_be_taken_and_to_name_nobody() {
    for database in databases() {
        let house = House::build(database, "");
        person(&house, Some("paypal"), None, None);
        // Its second letter is of the Cyrillic alphabet.
        let told = as_json(&house, "pаypal");
        assert_eq!((&told["taken"], &told["account"]), (&json!(true), &Value::Null));
        assert_eq!(told["readings"][0]["skeletons"][0], as_json(&house, "paypal")["readings"][0]["skeletons"][0]);
        assert_eq!(as_json(&house, "nobody")["taken"], false);
        assert_eq!(as_json(&house, "paypal")["taken"], true);
    }
}

#[test]
fn every_spelling_leads_to_the_account() {
    for database in databases() {
        let house = House::build(database, "[phone]\ndefault_region = \"DE\"");
        let id = alice(&house).id.to_string();
        for text in
            ["alice", "ALICE", "alice@EXAMPLE.org", " Alice@example.org", "0151 23456789", "+49 (151) 234-567-89"]
        {
            assert_eq!(as_json(&house, text)["account"]["id"], id, "{text}");
        }
    }
}
