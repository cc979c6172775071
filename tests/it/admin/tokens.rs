//! One-time passwords under way: what is shown of them, what never is, and ending one.

use super::{column, inside, page, root, told, zoe};
use crate::house::{House, on_every_database};
use crate::people::{PASSWORD, alice};
use crate::visitor::{Door, Visitor};
use countersign::delivery::MessageKind::{ResetPassword, VerifyEmail};
use serde_json::json;
use std::time::Duration;

const OPTIONAL: &str = "[verification]\nemail = \"optional\"\n[otp]\nmax_attempts = 3";

fn end(visitor: &Visitor<'_>, id: &str) -> u16 {
    match visitor.door {
        Door::Pages => visitor.post_form("/admin/tokens", &[("token", id)]).reply.status,
        _ => visitor.call("DELETE", &format!("/api/v1/admin/tokens/{id}"), &json!({})).reply.status,
    }
}

fn guess(house: &House, code: &str) -> u16 {
    let body = json!({"email": "carol@example.org", "code": code});
    house.visitor(Door::Bearer).post_json("/api/v1/verify/email", &body).reply.status
}

#[test]
fn a_token_is_shown_with_its_state_and_without_its_secrets() {
    on_every_database(OPTIONAL, |house| {
        zoe(house);
        let email = [("username", "carol"), ("email", "carol@example.org"), ("password", PASSWORD)];
        house.visitor(Door::Bearer).register(&email).done();
        let sent = house.received(VerifyEmail, "carol@example.org", 0);
        let (code, link) = (sent.code.unwrap(), sent.link.unwrap());
        let visitor = inside(house, Door::Cookie, "zoe");
        let one = |query: &str| told(&visitor, &format!("/tokens{query}"))[0].clone();
        assert_eq!(one("")["destination"], "ca***@ex*****.***");
        assert_eq!((&one("")["attempts"], &one("")["throttled_until"]), (&json!(0), &json!(null)));
        assert_eq!(guess(house, "BBBBBBBB"), 422);
        assert_eq!((&one("")["attempts"], &one("")["throttled_until"]), (&json!(1), &json!("2026-11-22T10:00:01Z")));
        assert!(page(&visitor, "/tokens").contains("Throttled"));
        house.later(Duration::from_secs(1));
        assert_eq!(guess(house, "BBBBBBBB"), 422);
        house.later(Duration::from_secs(2));
        assert_eq!((guess(house, "BBBBBBBB"), &one("")["dead"]), (422, &json!(true)));
        assert!(page(&visitor, "/tokens").contains("Dead"));
        // Narrowed down, and over.
        assert_eq!(one("?purpose=verify&channel=email")["purpose"], "verify");
        for none in ["?purpose=reset", "?channel=phone"] {
            assert_eq!(told(&visitor, &format!("/tokens{none}")), json!([]), "{none}");
        }
        let secret = link.rsplit('/').next().unwrap();
        for shown in [page(&visitor, "/tokens"), told(&visitor, "/tokens").to_string()] {
            assert!(shown.contains("ca***@ex"), "{shown}");
            for hidden in [&*code, secret, "carol@example.org", "hash", "subject"] {
                assert!(!shown.contains(hidden), "{hidden}: {shown}");
            }
        }
        house.later(Duration::from_secs(15 * 60));
        assert_eq!(column(&told(&inside(house, Door::Cookie, "zoe"), "/tokens"), "id"), Vec::<String>::new());
    });
}

#[test]
fn an_ended_token_is_good_for_nothing() {
    for door in Door::ALL {
        on_every_database(OPTIONAL, |house| {
            let zoe = zoe(house);
            let email = [("username", "carol"), ("email", "carol@example.org"), ("password", PASSWORD)];
            house.visitor(Door::Bearer).register(&email).done();
            let sent = house.received(VerifyEmail, "carol@example.org", 0);
            let visitor = inside(house, door, "zoe");
            let id = told(&visitor, "/tokens")[0]["id"].as_str().unwrap().to_owned();
            assert_eq!(end(&visitor, &id), if door == Door::Pages { 303 } else { 204 });
            assert_eq!(guess(house, &sent.code.unwrap()), 422);
            let page = house.visitor(Door::Pages).post_form(&sent.link.unwrap(), &[]).reply.status;
            assert_eq!(page, 422, "its link neither");
            assert_eq!((told(&visitor, "/tokens"), end(&visitor, &id), end(&visitor, "x")), (json!([]), 404, 404));
            let event = &told(&visitor, "/events?kind=code_ended&account=carol")[0];
            assert_eq!(event["detail"], json!({"by": zoe.id, "purpose": "verify", "channel": "email"}));
            assert_eq!(house.count("SELECT count(*) FROM users WHERE email_verified_at IS NOT NULL"), 0);
        });
    }
}

#[test]
fn staff_do_not_end_what_is_a_superusers() {
    for door in Door::ALL {
        on_every_database("", |house| {
            zoe(house);
            root(house);
            alice(house);
            let ask = |identifier: &str| {
                let body = json!({"identifier": identifier});
                house.visitor(Door::Bearer).post_json("/api/v1/password/reset", &body).done();
            };
            ask("root");
            house.received(ResetPassword, "root@example.org", 0);
            ask("nobody@example.org");
            let staff = inside(house, door, "zoe");
            let of = |whose: bool| {
                let list = told(&staff, "/tokens");
                let found = list.as_array().unwrap().iter().find(|token| token["account"].is_string() == whose);
                found.unwrap()["id"].as_str().unwrap().to_owned()
            };
            assert!(page(&inside(house, Door::Pages, "zoe"), "/tokens").contains(">Nobody’s<"));
            let id = of(true);
            assert_eq!(end(&staff, &id), 403);
            assert_eq!(of(true), id, "it is still there");
            assert_eq!(house.count("SELECT count(*) FROM account_events WHERE kind = 'code_ended'"), 0);
            assert!(matches!(end(&staff, &of(false)), 204 | 303), "one of nobody is nobody's");
            assert!(matches!(end(&inside(house, door, "root"), &id), 204 | 303));
        });
    }
}
