//! Every type of field: what it takes by which door, what is stored, what it refuses.

use super::{send, with};
use crate::flows::register::{refused_for, rows};
use crate::house::{Database, House, on_every_database};
use crate::people::PASSWORD;
use crate::visitor::{Door, Visitor};
use serde_json::{Value, json};
use std::sync::atomic::{AtomicUsize, Ordering};

const ALL: &str = r#"
register_form = "all"
[forms.all]
title = { en = "Everything", de = "Alles" }
fields = [
  { name = "username", max_length = 20, required = true },
  { name = "nick", min_length = 2, max_length = 10, group = "You" },
  { name = "contact", type = "email", group = "You" },
  { name = "call_me", type = "tel", group = "You", unique = true },
  { name = "site", type = "url" },
  { name = "age", type = "number", min = 18, max = 120.5 },
  { name = "born", type = "date", min = 1900-01-01, max = "2026-12-31" },
  { name = "about", type = "textarea", max_length = 1000, help = "A few words." },
  { name = "size", type = "select", choices = ["s", { value = "m", label = { en = "medium", de = "mittel" } }], default = "s" },
  { name = "news", type = "checkbox", default = true },
  { name = "other", required_unless = "nick" },
  { name = "password" },
]
"#;

fn person() -> Value {
    static COUNT: AtomicUsize = AtomicUsize::new(0);
    let name = format!("person{}", COUNT.fetch_add(1, Ordering::Relaxed));
    json!({"username": name, "nick": "nick", "password": PASSWORD})
}

/// What is stored of `value` in `field`.
#[track_caller]
fn stored(visitor: &Visitor<'_>, field: &str, value: Value) -> Value {
    send(visitor, "register", &with(person(), json!({field: value}))).done();
    visitor.me().unwrap()["profile"][field].clone()
}

#[test]
fn values_are_stored_by_their_type_whichever_way_they_came() {
    on_every_database(ALL, |house| {
        for (field, sent, kept) in [
            ("nick", json!("  Al  "), json!("Al")),
            ("nick", json!("日本語"), json!("日本語")),
            ("contact", json!("Me@EXAMPLE.org"), json!("Me@example.org")),
            ("site", json!("https://example.org/a?b=c#d"), json!("https://example.org/a?b=c#d")),
            ("age", json!(42), json!(42)),
            ("age", json!(42.5), json!(42.5)),
            ("age", json!(18.0), json!(18)),
            ("born", json!("2000-02-29"), json!("2000-02-29")),
            ("about", json!("one\ntwo\t<script>{{7*7}}"), json!("one\ntwo\t<script>{{7*7}}")),
            ("size", json!("m"), json!("m")),
            ("news", json!(false), json!(false)),
            ("news", json!(true), json!(true)),
        ] {
            for door in Door::ALL {
                assert_eq!(stored(&house.visitor(door), field, sent.clone()), kept, "{field} {sent} {door:?}");
            }
        }
        let page = house.visitor(Door::Pages);
        assert_eq!(stored(&page, "about", json!("one\r\ntwo")), "one\ntwo", "a browser's breaks of line");
    });
}

#[test]
fn what_is_not_of_the_type_is_refused_at_its_field() {
    on_every_database(ALL, |house| {
        let long = "x".repeat(11);
        let both = [
            ("nick", json!("x"), "too_short"),
            ("nick", json!(long), "too_long"),
            ("nick", json!("a\nb"), "invalid"),
            ("nick", json!("ab\r\nBcc: x"), "invalid"),
            ("nick", json!("a\u{0}b"), "invalid"),
            ("nick", json!("a\u{2028}b"), "invalid"),
            ("contact", json!("nobody"), "invalid"),
            ("contact", json!("a@example.org\n"), "invalid"),
            ("call_me", json!("call me"), "invalid"),
            ("site", json!("javascript:alert(1)"), "invalid"),
            ("site", json!("https://good@evil.example"), "invalid"),
            ("site", json!("//example.org"), "invalid"),
            ("age", json!("old"), "invalid"),
            ("age", json!(17), "invalid"),
            ("age", json!(121), "invalid"),
            ("born", json!("2001-02-29"), "invalid"),
            ("born", json!("20000101"), "invalid"),
            ("born", json!("1899-12-31"), "invalid"),
            ("born", json!("2027-01-01"), "invalid"),
            ("about", json!("a\u{7}b"), "invalid"),
            ("about", json!("x".repeat(1001)), "too_long"),
            ("size", json!("xl"), "invalid"),
        ];
        let json_only = [
            ("nick", json!(5), "invalid"),
            ("nick", json!(true), "invalid"),
            ("nick", json!(["nick"]), "invalid"),
            ("nick", json!(""), "blank"),
            ("nick", json!("   "), "blank"),
            ("age", json!("42"), "invalid"),
            ("age", json!(1e300), "invalid"),
            ("age", json!({}), "invalid"),
            ("news", json!("true"), "invalid"),
            ("news", json!(1), "invalid"),
            ("size", json!(["s"]), "invalid"),
            ("born", json!(20000101), "invalid"),
        ];
        for (field, value, code) in both.iter().chain(&json_only) {
            for door in Door::ALL {
                if door == Door::Pages && json_only.iter().any(|(f, v, _)| (f, v) == (field, value)) {
                    continue;
                }
                let outcome = send(&house.visitor(door), "register", &with(person(), json!({*field: value})));
                let expected = format!("{field} {code}");
                assert_eq!(outcome.mistakes, [expected.as_str()], "{field} {value} {door:?}");
            }
        }
        assert_eq!(rows(house), [0, 0, 0]);
    });
}

#[test]
fn one_of_two_fields_must_be_there_and_defaults_are_for_programs_and_empty_boxes() {
    let house = House::build(Database::Sqlite, ALL);
    let bearer = house.visitor(Door::Bearer);
    let neither = with(person(), json!({"nick": null}));
    let refused = send(&bearer, "register", &neither).refused(&["other required"]);
    assert!(refused.reply.body.contains("Nick"), "it says which other field would do: {}", refused.reply.body);
    send(&bearer, "register", &with(neither, json!({"other": "this"}))).done();
    let profile = bearer.me().unwrap()["profile"].clone();
    assert_eq!((&profile["size"], &profile["news"]), (&json!("s"), &json!(true)), "what nobody sent has its default");

    let page = house.visitor(Door::Pages);
    let drawn = page.get("/register").body;
    assert!(drawn.contains("value=\"s\" selected") && drawn.contains("value=\"true\" checked"), "{drawn}");
    assert!(drawn.contains(">medium</option>"));
    assert_eq!((drawn.matches("<fieldset").count(), drawn.matches("</fieldset>").count()), (1, 1));
    assert!(drawn.contains("<legend>You</legend>"));
    send(&page, "register", &with(person(), json!({"size": "", "news": false}))).done();
    let profile = page.me().unwrap()["profile"].clone();
    assert_eq!((profile.get("size"), &profile["news"]), (None, &json!(false)), "whoever empties a box means it");
}

#[test]
fn one_number_is_taken_in_every_spelling_and_a_form_body_counts_as_one() {
    on_every_database(ALL, |house| {
        let visitor = house.visitor(Door::Bearer);
        send(&visitor, "register", &with(person(), json!({"call_me": "+49 1512 3456789"}))).done();
        for same in ["+4915123456789", "+49 (1512) 345-6789"] {
            let outcome = send(&visitor, "register", &with(person(), json!({"call_me": same})));
            outcome.refused(&["call_me taken"]);
        }
        let visitor = house.visitor(Door::Bearer);
        let pairs = [("username", "formy"), ("nick", "nick"), ("age", "42"), ("news", "false"), ("password", PASSWORD)];
        let body = url::form_urlencoded::Serializer::new(String::new()).extend_pairs(pairs).finish();
        let kind = [("content-type", "application/x-www-form-urlencoded")];
        let reply = visitor.send("POST", "/api/v1/register", &kind, body.as_bytes());
        assert_eq!(reply.status, 201, "{}", reply.body);
        assert_eq!(reply.json()["user"]["profile"], json!({"nick": "nick", "age": 42, "size": "s", "news": false}));
    });
}

#[test]
fn all_answers_together_have_a_limit() {
    let fields: String =
        (0..3).map(|n| format!("{{ name = 'a{n}', type = 'textarea', max_length = 10000 }},")).collect();
    let settings = format!("[forms.long]\nfields = [{{ name = 'username' }}, {{ name = 'password' }}, {fields}]");
    let house = House::build(Database::Sqlite, &settings);
    let visitor = house.visitor(Door::Bearer);
    let text = "x".repeat(9000);
    let sent = json!({"username": "long", "password": PASSWORD, "a0": text, "a1": text, "a2": text});
    refused_for(send(&visitor, "register/long", &sent), &["# too_long"]);
    send(&visitor, "register/long", &with(sent, json!({"a1": null, "a2": null}))).done();
}
