//! The fields of the registration form in use that end up in the profile: changed later as they were asked for at first.

use crate::house::{Database, House, databases};
use crate::people::{PASSWORD, alice, bob};
use crate::visitor::Door;
use countersign::error::FormErrors;
use countersign::forms::{Checks, Choice, Field, Input, ProfileType, Registration, RegistrationForm};
use countersign::identifiers::IdentifierKind;
use countersign::phrase::Phrase;
use serde_json::json;
use std::sync::Arc;

/// A club asks for a number that is nobody else's, a colour, and whether one wants the paper.
struct Club(Vec<Field>);

impl Club {
    fn new() -> Self {
        let unique = Checks { unique: true, ..Checks::default() };
        let choices = vec![Choice::plain("red"), Choice::plain("blue")];
        Self(vec![
            Field::identifier(IdentifierKind::Email).required(),
            Field::profile("number", Phrase::verbatim("Number"), ProfileType::Text).checks(unique).required(),
            Field::profile("team", Phrase::verbatim("Team"), ProfileType::Select)
                .checks(Checks { choices, ..Checks::default() }),
            Field::profile("paper", Phrase::verbatim("The paper"), ProfileType::Checkbox),
        ])
    }
}

impl RegistrationForm for Club {
    fn name(&self) -> &str {
        "club"
    }
    fn title(&self) -> Phrase {
        Phrase::verbatim("Join")
    }
    fn fields(&self) -> &[Field] {
        &self.0
    }
    fn clean(&self, _: &Input) -> (Registration, FormErrors) {
        (Registration::default(), FormErrors::default())
    }
}

fn house(database: Database) -> House {
    House::build_with(database, "register_form = 'club'", |plugins| {
        plugins.register_forms.register("club", Arc::new(Club::new()));
    })
}

#[test]
fn they_stand_at_the_top_level_and_keep_their_rules() {
    for database in databases() {
        let house = house(database);
        alice(&house);
        bob(&house);
        let visitor = house.visitor(Door::Bearer);
        visitor.login(&[("identifier", "alice"), ("password", PASSWORD)]).done();
        let patch = |body| visitor.call("PATCH", "/api/v1/me", &body);
        let profile = || visitor.me().unwrap()["profile"].clone();
        patch(json!({"number": "AB 1", "team": "red"})).done();
        assert_eq!(profile(), json!({"number": "AB 1", "team": "red"}));
        patch(json!({"paper": true, "team": null})).done();
        assert_eq!(profile(), json!({"number": "AB 1", "paper": true}));
        patch(json!({"team": "green", "number": null, "paper": "yes", "colour": "x"})).refused(&[
            "number required",
            "team invalid",
            "paper invalid",
            "colour unknown_field",
        ]);
        assert_eq!(profile(), json!({"number": "AB 1", "paper": true}));
        let told = "SELECT count(*) FROM account_events WHERE kind = 'profile_changed' AND CAST(detail AS TEXT) LIKE ";
        assert_eq!(house.count(&format!("{told} '%paper%team%'")) + house.count(&format!("{told} '%team%paper%'")), 1);
        assert_eq!(house.count(&format!("{told} '%AB 1%'")), 0, "names of fields, no values");

        let other = house.visitor(Door::Pages);
        other.login(&[("identifier", "bob"), ("password", PASSWORD)]).done();
        let outcome = other.post_form("/account/profile", &[("username", "bob"), ("number", "ab 1"), ("team", "")]);
        assert_eq!(outcome.reply.status, 422);
        outcome.refused(&["number taken"]);
        other.post_form("/account/profile", &[("username", "bob"), ("number", "AB 2"), ("paper", "true")]).done();
        assert_eq!(other.me().unwrap()["profile"], json!({"number": "AB 2", "paper": true}));
        let page = other.get("/account/profile").body;
        assert!(page.contains("value=\"AB 2\"") && page.contains("value=\"true\" checked"), "{page}");
        // A browser sends nothing for a box without its tick.
        other.post_form("/account/profile", &[("username", "bob"), ("number", "AB 2"), ("team", "blue")]).done();
        assert_eq!(other.me().unwrap()["profile"], json!({"number": "AB 2", "paper": false, "team": "blue"}));
        patch(json!({"number": "AB 3"})).done();
        other.post_form("/account/profile", &[("number", "AB 1")]).done();
        assert_eq!(other.me().unwrap()["profile"]["number"], "AB 1", "given up by one, free for another");
    }
}
