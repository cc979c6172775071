//! What registration refuses: every mistake at once, for nothing, and nothing is made.

use super::{refused_for, rows};
use crate::house::{on_every_database, through_every_door};
use crate::people::{PASSWORD, alice};
use crate::visitor::Door;
use serde_json::{Value, json};

/// Mistakes that are the same at every door.
const ALIKE: &[(&[(&str, &str)], &[&str])] = &[
    (&[], &["# no_identifier", "password required"]),
    (&[("username", "carol")], &["password required"]),
    (&[("password", PASSWORD)], &["# no_identifier"]),
    (&[("username", "9lives"), ("password", PASSWORD)], &["username invalid"]),
    (&[("username", "two words"), ("password", PASSWORD)], &["username invalid"]),
    (&[("username", "carol@home"), ("password", PASSWORD)], &["username invalid"]),
    (&[("username", "car\u{200b}ol"), ("password", PASSWORD)], &["username invalid"]),
    (&[("username", "⑴abc"), ("password", PASSWORD)], &["username invalid"]),
    (&[("username", " carol"), ("password", PASSWORD)], &["username invalid"]),
    (&[("email", "carol"), ("password", PASSWORD)], &["email invalid"]),
    (&[("email", "carol@xn--a.example"), ("password", PASSWORD)], &["email invalid"]),
    (&[("email", "carol@example.org,dave@example.org"), ("password", PASSWORD)], &["email invalid"]),
    (&[("email", "carol@example.org\r\nBcc: x@example.org"), ("password", PASSWORD)], &["email invalid"]),
    (&[("phone", "12"), ("password", PASSWORD)], &["phone invalid"]),
    (&[("phone", "+49 1512 3456789 ext 5"), ("password", PASSWORD)], &["phone invalid"]),
    (&[("username", "carol"), ("password", "q7!Zp")], &["password password_too_short"]),
    (&[("username", "carol"), ("password", "sunshine")], &["password password_too_common"]),
    (&[("username", "carol"), ("password", "8264019375")], &["password password_numeric"]),
    (&[("username", "marguerite"), ("password", "marguerite7")], &["password password_similar"]),
    (&[("email", "marguerite@example.org"), ("password", "marguerite7")], &["password password_similar"]),
    (&[("email", "ana.de.souza@example.org"), ("password", "Ana.de.Souza1")], &["password password_similar"]),
    (&[("username", "carol"), ("password", "nul\0in the middle of it")], &["password invalid"]),
    (&[("username", "carol"), ("password", PASSWORD), ("password_confirm", "another")], &["password_confirm mismatch"]),
    (&[("username", "alice"), ("password", PASSWORD)], &["username taken"]),
    (
        &[
            ("username", "ALICE"),
            ("email", "Alice@Example.org"),
            ("phone", "+49 1512 3456789"),
            ("password", "8264"),
            ("password_confirm", "8265"),
        ],
        &[
            "username taken",
            "email taken",
            "phone taken",
            "password password_too_short",
            "password password_numeric",
            "password_confirm mismatch",
        ],
    ),
    (
        &[("username", "9lives"), ("email", "alice@example.org"), ("phone", "x"), ("password", "sunshine")],
        &["username invalid", "email taken", "phone invalid", "password password_too_common"],
    ),
    (&[("username", "9lives"), ("email", "nonsense")], &["username invalid", "email invalid", "password required"]),
];

#[test]
fn every_mistake_is_told_at_once_and_nothing_is_made() {
    through_every_door("", |house, visitor| {
        alice(house);
        let before = rows(house);
        for (fields, mistakes) in ALIKE {
            eprintln!("{fields:?}");
            let (hashes, outcome) = house.hashes_of(|| visitor.register(fields));
            let outcome = refused_for(outcome, mistakes);
            assert_eq!(outcome.reply.status, 422);
            assert_eq!(hashes, 0, "a refused form costs no hash");
            assert_eq!(rows(house), before);
            assert_eq!(outcome.reply.cookies().count(), 0);
            for (name, value) in fields.iter().filter(|(name, value)| name.starts_with("password") && value.len() > 7) {
                assert!(!outcome.reply.body.contains(value), "{name} is shown again");
            }
        }
        assert_eq!(visitor.me(), None);
    });
}

#[test]
fn what_is_too_long_is_told_so() {
    let long = [
        ("username", "a".repeat(151)),
        ("username", "ü".repeat(151)),
        ("email", format!("{}@{}.example.org", "a".repeat(64), "b.".repeat(90) + "c")),
        ("email", format!("{}@example.org", "a".repeat(65))),
        ("phone", format!("+49{}", "1".repeat(60))),
    ];
    through_every_door("", |house, first| {
        for (name, value) in &long {
            eprintln!("{name} {}", value.len());
            let outcome = first.register(&[(name, value), ("password", PASSWORD)]);
            refused_for(outcome, &[&format!("{name} too_long")]);
        }
        let password = format!("{}é", "bees. ".repeat(170) + "123");
        assert_eq!(password.len(), 1025);
        refused_for(first.register(&[("username", "carol"), ("password", &password)]), &["password too_long"]);
        assert_eq!(rows(house), [0, 0, 0]);

        house.visitor(first.door).register(&[("username", &"a".repeat(150)), ("password", PASSWORD)]).done();
        let most = &password[..1023];
        let most = format!("{most}!");
        house.visitor(first.door).register(&[("username", "carol"), ("password", &most)]).done();
        house.visitor(first.door).login(&[("username", "carol"), ("password", &most)]).done();
        let cut = house.visitor(first.door).login(&[("username", "carol"), ("password", &most[..1023])]);
        cut.refused(&["# invalid_credentials"]);
    });
}

#[test]
fn empty_is_blank_to_the_api_and_absent_on_a_page() {
    through_every_door("", |house, visitor| {
        let pages = visitor.door == Door::Pages;
        let empty = [("username", ""), ("email", ""), ("phone", ""), ("password", "")];
        let all = ["username blank", "email blank", "phone blank", "password blank"];
        let outcome = if pages {
            refused_for(visitor.register(&empty), &["# no_identifier", "password required"])
        } else {
            refused_for(visitor.register(&empty), &all)
        };
        assert_eq!(outcome.reply.status, 422);
        let one = [("username", "carol"), ("email", ""), ("password", PASSWORD)];
        if !pages {
            refused_for(visitor.register(&one), &["email blank"]);
            let confirm = [("username", "carol"), ("password", PASSWORD), ("password_confirm", "")];
            refused_for(visitor.register(&confirm), &["password_confirm blank"]);
        }
        assert_eq!(rows(house), [0, 0, 0]);
        if pages {
            visitor.register(&one).done();
            assert_eq!(visitor.me().unwrap()["email"], Value::Null, "an empty box is no value");
        }
    });
}

#[test]
fn a_form_encoded_call_is_read_and_empty_is_blank_there() {
    on_every_database("", |house| {
        let visitor = house.visitor(Door::Bearer);
        let post = |fields: &[(&str, &str)]| {
            let body = url::form_urlencoded::Serializer::new(String::new()).extend_pairs(fields).finish();
            let kind = [("content-type", "application/x-www-form-urlencoded")];
            visitor.send("POST", "/api/v1/register", &kind, body.as_bytes())
        };
        let refused = post(&[("username", "carol"), ("email", ""), ("password", PASSWORD)]);
        assert_eq!((refused.status, &refused.json()["errors"][0]["code"]), (422, &json!("blank")));
        assert_eq!(refused.json()["errors"][0]["pointer"], "#/email");
        assert_eq!(post(&[("username", "carol"), ("password", PASSWORD)]).status, 201);
        assert_eq!(rows(house)[0], 1);
    });
}

#[test]
fn names_of_other_authority_are_refused() {
    let names = [
        "is_staff",
        "is_superuser",
        "is_active",
        "id",
        "email_verified",
        "email_verified_at",
        "phone_verified_at",
        "profile",
        "date_joined",
        "last_login",
        "email_canonical",
        "user_id",
        "identifier",
        "first_name",
        "Username",
        "a/b~c",
    ];
    through_every_door("", |house, visitor| {
        let pages = visitor.door == Door::Pages;
        for name in names {
            let (hashes, outcome) =
                house.hashes_of(|| visitor.register(&[("username", "carol"), ("password", PASSWORD), (name, "true")]));
            let pointer = name.replace('~', "~0").replace('/', "~1");
            let at = if pages { "#".to_owned() } else { pointer };
            let found = outcome.mistakes.iter().map(|mistake| mistake.replace("%2F", "/")).collect::<Vec<_>>();
            assert_eq!(found, [format!("{at} unknown_field")], "{}", outcome.reply.body);
            assert_eq!((outcome.reply.status, hashes), (422, 0));
        }
        if !pages {
            let body = json!({"username": "carol", "password": PASSWORD, "is_staff": true, "id": 7, "profile": {}});
            let outcome = visitor.submit_json("register", &body);
            refused_for(outcome, &["is_staff unknown_field", "id unknown_field", "profile unknown_field"]);
        }
        let both = [("username", "9"), ("password", PASSWORD), ("is_staff", "true")];
        let at = if pages { "#" } else { "is_staff" };
        refused_for(visitor.register(&both), &["username invalid", &format!("{at} unknown_field")]);
        assert_eq!(rows(house), [0, 0, 0]);
        assert_eq!(house.count("SELECT count(*) FROM login_failures"), 0);
    });
}

#[test]
fn a_member_of_the_wrong_type_is_invalid_and_null_is_absent() {
    on_every_database("", |house| {
        for door in [Door::Bearer, Door::Cookie] {
            let visitor = house.visitor(door);
            for wrong in [json!(1), json!(1.5), json!(true), json!(["carol"]), json!({"a": 1})] {
                for name in ["username", "email", "phone", "password", "password_confirm"] {
                    let mut body = json!({"username": "carol", "password": PASSWORD});
                    body[name] = wrong.clone();
                    let outcome = visitor.submit_json("register", &body);
                    assert_eq!(outcome.reply.status, 422);
                    refused_for(outcome, &[&format!("{name} invalid")]);
                }
            }
            let nothing = json!({"username": null, "email": null, "phone": null, "password": null});
            let outcome = visitor.submit_json("register", &nothing);
            refused_for(outcome, &["# no_identifier", "password required"]);
            for body in ["", "[]", "null", "{\"username\":\"carol\",\"username\":\"dave\"}", "{"] {
                let path = "/api/v1/register?session=cookie";
                let same = [("content-type", "application/json"), ("sec-fetch-site", "same-origin")];
                let reply = visitor.send("POST", path, &same, body.as_bytes());
                assert_eq!((reply.status, &reply.json()["code"]), (400, &json!("malformed")), "{body}");
            }
        }
        assert_eq!(rows(house), [0, 0, 0]);
        let body = json!({"username": "carol", "email": null, "phone": null, "password": PASSWORD});
        house.visitor(Door::Bearer).submit_json("register", &body).done();
        assert_eq!(rows(house)[0], 1);
    });
}

#[test]
fn a_refusal_is_a_problem_document_to_the_letter() {
    on_every_database("", |house| {
        alice(house);
        let body = json!({"email": "alice@example.org", "password": PASSWORD});
        let reply = house.visitor(Door::Bearer).submit_json("register", &body).reply;
        assert_eq!(reply.header("content-type"), Some("application/problem+json"));
        let problem = reply.json();
        assert!(problem["type"].is_string() && problem["title"].is_string());
        assert_eq!((&problem["status"], &problem["code"]), (&json!(422), &json!("taken")));
        let expected = json!([{"pointer": "#/email", "code": "taken", "detail": "A user with that email address already exists."}]);
        assert_eq!(problem["errors"], expected);
    });
}

#[test]
fn a_refused_page_keeps_what_was_typed_and_ties_each_message_to_its_box() {
    on_every_database("", |house| {
        alice(house);
        let fields = [("username", "carol"), ("email", "alice@example.org"), ("password", PASSWORD)];
        let page = house.visitor(Door::Pages).register(&fields).refused(&["email taken"]).reply.body;
        assert!(page.contains(r#"value="carol""#) && page.contains(r#"value="alice@example.org""#));
        let email = page.split_once(r#"id="id_email" "#).unwrap().1.split_once('>').unwrap().0;
        assert!(email.contains(r#"aria-describedby="id_email_errors""#), "{email}");
        assert!(email.contains(r#"aria-invalid="true""#), "{email}");
        assert!(!page.contains(PASSWORD));
    });
}
