//! What a form does not know, or knows by another type, is said at its place, and all of it together.

use super::{FORM, JSON, changes_nothing, send};
use crate::house::on_every_database;
use crate::visitor::Reply;

/// Each mistake as `pointer code`, in order.
fn mistakes(reply: &Reply) -> Vec<String> {
    assert_eq!(reply.status, 422, "{reply:?}");
    let errors = reply.json()["errors"].clone();
    let tell = |e: &serde_json::Value| format!("{} {}", e["pointer"].as_str().unwrap(), e["code"].as_str().unwrap());
    errors.as_array().unwrap().iter().map(tell).collect()
}

#[test]
fn every_mistake_is_told_at_once() {
    on_every_database("", |house| {
        let ask = |path: &str, kind: &str, body: &str| {
            changes_nothing(house, || mistakes(&send(house, "POST", path, &[("content-type", kind)], body.as_bytes())))
        };
        let register = "/api/v1/register";
        assert_eq!(ask(register, JSON, "{}"), ["# no_identifier", "#/password required"]);
        assert_eq!(
            ask(
                register,
                JSON,
                r#"{"username":"@x","email":"nope","phone":"12","password":"7","password_confirm":"8","is_staff":true,
                    "id":"x","email_verified_at":"2026-01-01T00:00:00Z"}"#
            ),
            [
                "#/username invalid",
                "#/email invalid",
                "#/phone invalid",
                "#/password_confirm mismatch",
                "#/is_staff unknown_field",
                "#/id unknown_field",
                "#/email_verified_at unknown_field",
                "#/password password_too_short",
                "#/password password_too_common",
                "#/password password_numeric",
            ]
        );
        assert_eq!(
            ask(register, JSON, r#"{"username":5,"email":["a"],"phone":{},"password":true,"password_confirm":1.5}"#),
            [
                "#/username invalid",
                "#/email invalid",
                "#/phone invalid",
                "#/password_confirm invalid",
                "#/password invalid"
            ]
        );
        assert_eq!(
            ask(register, JSON, r#"{"username":"","email":null,"password":"","x":1}"#),
            ["#/username blank", "#/password blank", "#/x unknown_field"]
        );
        assert_eq!(ask(register, FORM, "username=&password="), ["#/username blank", "#/password blank"]);
        let login = "/api/v1/login";
        assert_eq!(ask(login, JSON, "{}"), ["# no_identifier", "#/password required"]);
        assert_eq!(
            ask(login, JSON, r#"{"username":3,"password":[],"remember_me":"yes","is_superuser":true}"#),
            ["#/username invalid", "#/password invalid", "#/remember_me invalid", "#/is_superuser unknown_field"]
        );
        assert_eq!(
            ask(login, JSON, r#"{"identifier":"","password":null,"remember_me":1}"#),
            ["#/identifier blank", "#/password required", "#/remember_me invalid"]
        );
        assert_eq!(
            ask(login, FORM, "identifier=&password=&x="),
            ["#/identifier blank", "#/password blank", "#/x unknown_field"]
        );
        let refresh = "/api/v1/token/refresh";
        assert_eq!(
            ask(refresh, JSON, r#"{"access_token":"x"}"#),
            ["#/refresh_token required", "#/access_token unknown_field"]
        );
        assert_eq!(ask(refresh, JSON, r#"{"refresh_token":7}"#), ["#/refresh_token invalid"]);
        assert_eq!(ask(refresh, JSON, r#"{"refresh_token":""}"#), ["#/refresh_token blank"]);
    });
}

#[test]
fn an_unknown_member_spoils_a_submission_that_is_good_otherwise() {
    on_every_database("", |house| {
        let good = r#""username":"carol","password":"the bees sleep until noon""#;
        for name in ["is_staff", "is_superuser", "is_active", "id", "email_verified_at", "Password", "csrf_token", ""] {
            let body = format!(r#"{{{good},"{name}":true}}"#);
            for path in ["/api/v1/register", "/api/v1/login"] {
                let reply =
                    changes_nothing(house, || send(house, "POST", path, &[("content-type", JSON)], body.as_bytes()));
                assert_eq!(mistakes(&reply), [format!("#/{name} unknown_field")], "{path}");
                assert_eq!(reply.json()["code"], "unknown_field");
            }
        }
    });
}

#[test]
fn a_pointer_is_written_as_the_standards_say() {
    let house = crate::house::House::build(crate::house::Database::Sqlite, "");
    let body =
        r#"{"username":"carol","password":"the bees sleep until noon","a/b":1,"c~d":1,"e f":1,"g%h":1,"ü":1,"~1":1}"#;
    let reply = send(&house, "POST", "/api/v1/login", &[("content-type", JSON)], body.as_bytes());
    let expected = ["#/a~1b", "#/c~0d", "#/e%20f", "#/g%25h", "#/%C3%BC", "#/~01"];
    assert_eq!(mistakes(&reply), expected.map(|pointer| format!("{pointer} unknown_field")));
}
