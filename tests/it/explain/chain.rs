//! What the backends are said to say, against what they do.

use super::{as_json, explain};
use crate::house::{House, databases};
use crate::people::{PASSWORD, alice};
use crate::visitor::Door;
use countersign::backends::{AuthenticationBackend, Credentials, Said, Verdict, Why};
use countersign::context::Context;
use countersign::db::{Conn, User, users};
use countersign::error::Result;
use countersign::identifiers::{Identifier, IdentifierKind, Username};
use serde_json::{Value, json};
use std::sync::Arc;

#[test]
fn each_backend_says_whether_it_has_a_use_for_it_and_whom_it_finds() {
    for database in databases() {
        let house = House::build(database, "authentication_backends = [\"username\", \"email\", \"any\"]");
        alice(&house);
        let says = |who: &str| -> Vec<(String, &str, Option<String>)> {
            explain(&house, who).backends.into_iter().map(|one| (one.name, one.says, one.why)).collect()
        };
        let case = |name: &str, says: &'static str, why: Option<&str>| (name.to_owned(), says, why.map(str::to_owned));
        let (no_use, nobody) = (Some("no_use"), Some("nobody"));
        assert_eq!(
            says("alice@example.org"),
            [case("username", "passes", no_use), case("email", "if_right", None), case("any", "if_right", None)]
        );
        assert_eq!(
            says("nobody"),
            [case("username", "passes", nobody), case("email", "passes", no_use), case("any", "passes", nobody)]
        );
        house.sql("UPDATE users SET is_active = false");
        assert_eq!(says("alice")[0], case("username", "passes", Some("inactive")));
        assert!(says("two words").is_empty(), "none is asked about what can be nobody's");
    }
}

#[test]
fn an_account_whose_kind_of_name_no_backend_takes_is_told_so() {
    for database in databases() {
        let house = House::build(database, "authentication_backends = [\"email\"]");
        alice(&house);
        let told = as_json(&house, "alice");
        assert_eq!(told["account"]["username"], "alice");
        let right = json!({"status": 401, "code": "invalid_credentials", "reason": "no_backend"});
        assert_eq!(told["answers"]["right_password"], right);
        let outcome = house.visitor(Door::Bearer).login(&[("username", "alice"), ("password", PASSWORD)]);
        outcome.refused(&["# invalid_credentials"]);
    }
}

#[test]
fn without_phones_a_number_is_nobodys() {
    for database in databases() {
        let house = House::build(database, "phone_authentication_active = false");
        alice(&house);
        let told = as_json(&house, "+4915123456789");
        assert_eq!(told["account"], Value::Null);
        assert_eq!(told["readings"][2]["active"], false);
        assert_eq!(told["answers"]["right_password"]["reason"], "not_an_identifier");
    }
}

/// Knows employees by their badges, and lets nobody in whose badge was lost.
struct Badge;

impl Badge {
    fn number(identifier: &Identifier) -> Option<&str> {
        identifier.as_str().strip_prefix("badge-")
    }
}

impl AuthenticationBackend for Badge {
    fn accepts(&self) -> &'static [IdentifierKind] {
        &[IdentifierKind::Username]
    }

    fn find(&self, conn: &mut Conn, identifier: &Identifier) -> Result<Option<User>> {
        let Some(_) = Self::number(identifier) else { return Ok(None) };
        users::find(conn, &Identifier::Username(Username::parse("alice").unwrap()))
    }

    fn authenticate(&self, cx: &mut Context<'_>, credentials: &Credentials<'_>) -> Result<Verdict> {
        for identifier in credentials.identifiers {
            let Some(number) = Self::number(identifier) else { continue };
            let Some(user) = cx.db.read(|conn| self.find(conn, identifier))? else { continue };
            if number == "13" {
                return Ok(Verdict::Deny);
            }
            if cx.check_password(&user, credentials.password)? {
                return Ok(Verdict::Accept(Box::new(user)));
            }
        }
        Ok(Verdict::Pass)
    }

    fn explain(&self, conn: &mut Conn, identifier: &Identifier) -> Result<Said> {
        Ok(match (Self::number(identifier), self.find(conn, identifier)?) {
            (None, _) => Said::Passes(Why::Other("it is the number of no badge".into())),
            (Some("13"), _) => Said::Denies("the badge was lost".into()),
            (Some(_), Some(user)) => Said::IfRight(Box::new(user)),
            (Some(_), None) => Said::Passes(Why::Nobody),
        })
    }
}

#[test]
fn a_backend_of_ones_own_explains_itself() {
    for database in databases() {
        let chain = "authentication_backends = [\"badge\", \"username\"]";
        let house = House::build_with(database, chain, |plugins| plugins.backends.register("badge", Arc::new(Badge)));
        let user = alice(&house);
        let says = |who: &str| as_json(&house, who)["backends"][0].clone();
        let words = "it is the number of no badge";
        assert_eq!(says("alice"), json!({"name": "badge", "says": "passes", "why": words}));
        assert_eq!(says("badge-13"), json!({"name": "badge", "says": "denies", "why": "the badge was lost"}));
        let told = as_json(&house, "badge-7");
        assert_eq!(told["account"]["id"], user.id.to_string(), "whom our own table does not know by that name");
        for (who, status) in [("alice", 200), ("badge-7", 200), ("badge-13", 401)] {
            assert_eq!(as_json(&house, who)["answers"]["right_password"]["status"], status, "{who}");
            let outcome = house.visitor(Door::Bearer).login(&[("username", who), ("password", PASSWORD)]);
            assert_eq!(outcome.reply.status, status as u16, "{who}");
        }
        assert_eq!(as_json(&house, "badge-13")["answers"]["right_password"]["reason"], "denied");
    }
}
