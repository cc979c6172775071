//! Every way to fill the login form: each identifier and the password absent, null, empty, right or wrong. What must
//! come of it is worked out here, from the contract's words alone.

use crate::house::{House, on_every_database};
use crate::people::{PASSWORD, WRONG, alice, bob};
use crate::visitor::{Door, Outcome, Visitor};
use serde_json::{Map, Value, json};

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Fill {
    Absent,
    Null,
    Empty,
    Right,
    Wrong,
}

use Fill::{Absent, Empty, Null, Right, Wrong};

const FILLS: [Fill; 5] = [Absent, Null, Empty, Right, Wrong];
const NAMES: [&str; 3] = ["username", "email", "phone"];
const OWN: [&str; 3] = ["alice", "alice@example.org", "+4915123456789"];

/// How the form is sent.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Way {
    Json,
    FormToTheApi,
    Page,
}

/// What the contract says must come of it.
#[derive(Clone, Debug, PartialEq, Eq)]
enum Due {
    /// 200, or 303 on a page.
    In,
    /// 401 on the API, for one hash.
    Refused,
    /// 422 for these mistakes, for no hash.
    Mistaken(Vec<String>),
}

/// Section 3: null is absent. Section 5: in a form-encoded body an empty value is blank; on a page it is absent.
fn meaning(fill: Fill, way: Way) -> Fill {
    match (fill, way) {
        (Null, _) | (Empty, Way::Page) => Absent,
        (fill, _) => fill,
    }
}

/// Section 3: no identifier, or an absent or empty one or password, is 422, with all mistakes together (section 5).
/// With several identifiers all must be those of one account. All else that fails is 401.
fn due(identifiers: [Fill; 3], password: Fill, way: Way) -> Due {
    let identifiers = identifiers.map(|fill| meaning(fill, way));
    let password = meaning(password, way);
    let mut mistakes: Vec<String> = Vec::new();
    for (name, fill) in NAMES.iter().zip(identifiers) {
        if fill == Empty {
            mistakes.push(format!("{name} blank"));
        }
    }
    if identifiers.iter().all(|fill| *fill == Absent) {
        // A page has one box for all three kinds, so that is where an identifier is missing.
        mistakes.push(if way == Way::Page { "identifier no_identifier" } else { "# no_identifier" }.to_owned());
    }
    match password {
        Absent => mistakes.push("password required".to_owned()),
        Empty => mistakes.push("password blank".to_owned()),
        _ => {}
    }
    if !mistakes.is_empty() {
        mistakes.sort();
        return Due::Mistaken(mistakes);
    }
    let wrong = identifiers.contains(&Wrong) || password == Wrong;
    if wrong { Due::Refused } else { Due::In }
}

fn send(visitor: &Visitor<'_>, way: Way, members: &[(&str, Option<&str>)]) -> Outcome {
    let texts: Vec<(&str, &str)> = members.iter().filter_map(|(name, value)| Some((*name, (*value)?))).collect();
    match way {
        Way::Page => visitor.post_form("/login", &texts),
        Way::Json => {
            let all: Map<String, Value> = members.iter().map(|(name, value)| ((*name).into(), json!(value))).collect();
            visitor.post_json("/api/v1/login", &Value::Object(all))
        }
        Way::FormToTheApi => {
            let mut outcome = visitor.post_form("/api/v1/login", &texts);
            let body: Value = serde_json::from_str(&outcome.reply.body).unwrap();
            let errors = body["errors"].as_array().cloned().unwrap_or_default();
            let told = |error: &Value| {
                let pointer = error["pointer"].as_str().unwrap();
                format!("{} {}", pointer.strip_prefix("#/").unwrap_or(pointer), error["code"].as_str().unwrap())
            };
            outcome.mistakes = errors.iter().map(told).collect();
            if errors.is_empty() && body["code"].is_string() {
                outcome.mistakes = vec![format!("# {}", body["code"].as_str().unwrap())];
            }
            outcome
        }
    }
}

fn check(house: &House, way: Way, wrong: [&str; 3], identifiers: [Fill; 3], password: Fill) {
    let text = |fill, right, wrong| match fill {
        Null | Absent => None,
        Empty => Some(""),
        Right => Some(right),
        Wrong => Some(wrong),
    };
    let mut members: Vec<(&str, Option<&str>)> = Vec::new();
    for (at, fill) in identifiers.into_iter().enumerate().filter(|(_, fill)| *fill != Absent) {
        members.push((NAMES[at], text(fill, OWN[at], wrong[at])));
    }
    if password != Absent {
        members.push(("password", text(password, PASSWORD, WRONG)));
    }
    let visitor = house.visitor(if way == Way::Page { Door::Pages } else { Door::Bearer });
    let (hashes, mut outcome) = house.hashes_of(|| send(&visitor, way, &members));
    outcome.mistakes.sort();
    let case = format!("{way:?} {identifiers:?} {password:?}: {} {:?}", outcome.reply.status, outcome.mistakes);
    let sessions = house.count("SELECT count(*) FROM sessions");
    let counted = house.count("SELECT count(*) FROM login_failures");
    match due(identifiers, password, way) {
        Due::In => {
            assert_eq!(outcome.reply.status, if way == Way::Page { 303 } else { 200 }, "{case}");
            assert_eq!((hashes, sessions, counted), (1, 1, 0), "{case}");
        }
        Due::Refused => {
            assert_eq!(outcome.reply.status, if way == Way::Page { 422 } else { 401 }, "{case}");
            assert_eq!(outcome.mistakes, ["# invalid_credentials"], "{case}");
            assert_eq!((hashes, sessions), (1, 0), "{case}");
            assert!(counted > 0, "{case}");
        }
        Due::Mistaken(mistakes) => {
            assert_eq!(outcome.reply.status, 422, "{case}");
            assert_eq!(outcome.mistakes, mistakes, "{case}");
            assert_eq!((hashes, sessions, counted), (0, 0, 0), "{case}");
        }
    }
    if sessions + counted > 0 {
        house.sql("DELETE FROM login_failures; DELETE FROM sessions");
    }
}

/// All 625 cases, with these as the wrong identifiers.
fn every_case(way: Way, wrong: [&str; 3]) {
    on_every_database("", |house| {
        alice(house);
        bob(house);
        let mut cases = 0;
        for username in FILLS {
            for email in FILLS {
                for phone in FILLS {
                    for password in FILLS {
                        check(house, way, wrong, [username, email, phone], password);
                        cases += 1;
                    }
                }
            }
        }
        assert_eq!(cases, 625);
    });
}

const NOBODY: [&str; 3] = ["nobody", "nobody@example.org", "+4915123456700"];
const ANOTHER: [&str; 3] = ["bob", "bob@example.org", "+4915123456780"];
const NO_SUCH_THING: [&str; 3] = ["9 + 9", "no address", "no number"];

#[test]
fn every_filling_of_the_form_as_json_comes_to_what_the_contract_says() {
    every_case(Way::Json, NOBODY);
}

#[test]
fn the_same_holds_where_wrong_means_impossible() {
    every_case(Way::Json, NO_SUCH_THING);
}

#[test]
fn the_same_holds_for_a_form_sent_to_the_api() {
    every_case(Way::FormToTheApi, NOBODY);
}

#[test]
fn the_same_holds_on_the_page() {
    every_case(Way::Page, NOBODY);
}

/// With another account's identifiers for wrong ones, those alone are a whole and another account's: they are asked
/// with the password that is wrong for both.
#[test]
fn the_same_holds_where_wrong_means_anothers_as_long_as_one_is_right() {
    on_every_database("", |house| {
        alice(house);
        bob(house);
        for way in [Way::Json, Way::Page] {
            for username in FILLS {
                for email in FILLS {
                    for phone in FILLS {
                        let identifiers = [username, email, phone];
                        if identifiers.contains(&Right) && identifiers.contains(&Wrong) {
                            check(house, way, ANOTHER, identifiers, Right);
                            check(house, way, ANOTHER, identifiers, Wrong);
                        }
                    }
                }
            }
        }
    });
}

#[test]
fn the_oracle_knows_both_answers() {
    assert_eq!(due([Right, Null, Absent], Right, Way::Json), Due::In);
    assert_eq!(due([Right, Wrong, Absent], Right, Way::Json), Due::Refused);
    assert_eq!(due([Right, Empty, Absent], Right, Way::Json), Due::Mistaken(vec!["email blank".into()]));
    assert_eq!(due([Right, Empty, Absent], Right, Way::Page), Due::In);
}
