//! The same explanation for staff, as a page and as a call.

use super::{all_but, explained};
use crate::admin::{inside, zoe};
use crate::house::on_every_database;
use crate::people::{WRONG, alice};
use crate::visitor::Door;
use serde_json::json;

#[test]
fn staff_ask_about_an_identifier_and_about_a_request_at_both_doors() {
    on_every_database("", |house| {
        let user = alice(house);
        let staff = zoe(house);
        let refused = house.visitor(Door::Bearer).login(&[("username", "alice"), ("password", WRONG)]);
        let request = refused.reply.header("x-request-id").unwrap().to_owned();
        let (caller, reader) = (inside(house, Door::Bearer, "zoe"), inside(house, Door::Pages, "zoe"));
        let before = all_but(house, "explained");
        let told = caller.post_json("/api/v1/admin/explain", &json!({"identifier": "ALICE"})).done().reply;
        let all = told.json();
        assert_eq!(all["account"]["id"], user.id.to_string());
        assert!(all["readings"][2]["rule"].as_str().unwrap().contains("phone number"), "in words: {all}");
        let told = caller.post_json("/api/v1/admin/explain", &json!({"request": request})).done().reply.json();
        assert_eq!(
            (&told["events"][0]["kind"], &told["explanation"]["login"]["failures"]),
            (&json!("login_failed"), &json!(1))
        );
        for field in [("identifier", "ALICE"), ("request", &request)] {
            let page = reader.post_form("/admin/explain", &[field]).reply;
            assert_eq!(page.status, 200, "{page:?}");
            for words in
                ["the password is wrong", "al***@ex*****.***, not verified", "Accepts if the password is right"]
            {
                assert!(page.body.contains(words), "{words}: {}", page.body);
            }
            assert!(!page.body.contains("alice@") && !page.body.contains("explain-"), "{}", page.body);
        }
        assert_eq!(explained(house), 4);
        assert_eq!(all_but(house, "explained"), before, "a look at it leaves no more than that");
        let by = format!("SELECT count(*) FROM account_events WHERE CAST(detail AS text) LIKE '%{}%'", staff.id);
        assert_eq!(house.count(&by), 4);
        assert_eq!(reader.get("/admin/explain").status, 200);
    });
}

#[test]
fn a_question_about_nothing_about_both_or_about_a_request_that_never_was_is_refused_alike() {
    on_every_database("", |house| {
        zoe(house);
        for door in [Door::Pages, Door::Bearer, Door::Cookie] {
            let visitor = inside(house, door, "zoe");
            let ask = |fields: &[(&str, &str)]| match door {
                Door::Pages => visitor.post_form("/admin/explain", fields),
                _ => visitor.submit("admin/explain", fields),
            };
            ask(&[]).refused(&["identifier required"]);
            ask(&[("identifier", "alice"), ("request", "0000")]).refused(&["request invalid"]);
            ask(&[("request", "0000")]).refused(&["request invalid"]);
        }
        assert_eq!(explained(house), 0);
    });
}
