//! What the pages and calls show of accounts: all there is, and nothing that is secret.

use super::super::{at, inside, zoe};
use super::act;
use crate::house::on_every_database;
use crate::people::{PASSWORD, alice, person};
use crate::visitor::Door;
use countersign::db::users::NewUser;
use countersign::delivery::MessageKind::ResetPassword;
use countersign::identifiers::Username;
use serde_json::{Value, json};

#[test]
fn an_account_is_shown_with_its_sessions_events_and_codes_and_none_of_their_secrets() {
    on_every_database("", |house| {
        let alice = alice(house);
        zoe(house);
        let owner = house.visitor(Door::Cookie);
        owner.login(&[("identifier", "alice"), ("password", PASSWORD)]).done();
        let staff = inside(house, Door::Pages, "zoe");
        act(&staff, alice.id, "reset", &[]).done();
        let received = house.received(ResetPassword, "alice@example.org", 0);
        let (code, link) = (received.code.unwrap(), received.link.unwrap());
        let secret = link.rsplit('/').next().unwrap();
        let cookie = owner.cookies.lock().unwrap()["countersign"].clone();
        let mut seen = String::new();
        for path in
            ["", "/edit", "/sessions", "/events", "/reset", "/verify", "/delete", "/end-sessions", "/deactivate"]
        {
            let page = staff.get(&at(Door::Pages, &format!("/accounts/{}{path}", alice.id)));
            assert_eq!(page.status, 200, "{path}");
            seen.push_str(&page.body);
        }
        for path in ["/accounts", "/accounts/ID", "/accounts/ID/sessions", "/accounts/ID/events"] {
            let reply = staff.get(&format!("/api/v1/admin{}", path.replace("ID", &alice.id.to_string())));
            assert_eq!(reply.status, 200, "{path}");
            seen.push_str(&reply.body);
        }
        let stored = house.work(|_, cx| cx.db.read(|conn| countersign::db::users::get(conn, alice.id))).unwrap();
        for hidden in [&stored.password, &code, secret, cookie.as_str(), PASSWORD, "bcrypt"] {
            assert!(!seen.contains(hidden), "{hidden} is shown");
        }
        let page = staff.get(&at(Door::Pages, &format!("/accounts/{}", alice.id))).body;
        for there in [
            "alice@example.org",
            "+4915123456789",
            "Reset the password<span class=\"more\">Email",
            "by staff",
            "127.0.0.1",
            "Unverified",
        ] {
            assert!(page.contains(there), "{there}: {page}");
        }
    });
}

#[test]
fn who_never_signed_in_is_said_to_have_done_so_never() {
    on_every_database("", |house| {
        let alice = alice(house);
        zoe(house);
        let page = inside(house, Door::Pages, "zoe").get(&at(Door::Pages, &format!("/accounts/{}", alice.id))).body;
        let fact = page.split("<dt>Last sign-in</dt>").nth(1).unwrap().split("</dd>").next().unwrap();
        assert!(fact.contains("None yet"), "{fact}");
    });
}

#[test]
fn the_calls_have_the_account_with_what_staff_need_beside() {
    on_every_database("", |house| {
        let alice = alice(house);
        zoe(house);
        let staff = inside(house, Door::Bearer, "zoe");
        let one = staff.get(&format!("/api/v1/admin/accounts/{}", alice.id)).json();
        let members = "id username email email_verified email_verified_at phone phone_verified phone_verified_at \
            first_name last_name profile is_staff date_joined last_login is_active is_superuser has_usable_password delete_at";
        assert_eq!(one.as_object().unwrap().keys().collect::<Vec<_>>(), members.split_whitespace().collect::<Vec<_>>());
        assert_eq!((&one["has_usable_password"], &one["delete_at"]), (&json!(true), &Value::Null));
        let list = staff.get("/api/v1/admin/accounts?q=alice").json();
        assert_eq!(list, json!([one]));
        house.later(std::time::Duration::from_secs(1));
        house.visitor(Door::Cookie).login(&[("identifier", "alice"), ("password", PASSWORD)]).done();
        let sessions = staff.get(&format!("/api/v1/admin/accounts/{}/sessions", alice.id)).json();
        assert_eq!((sessions.as_array().unwrap().len(), &sessions[0]["current"]), (1, &json!(false)));
        let path = format!("/api/v1/admin/accounts/{}/events", alice.id);
        let first = staff.get(&format!("{path}?limit=1"));
        assert_eq!(first.json()[0]["kind"], "login");
        let next = first.header("link").unwrap().split('>').next().unwrap().split_once("/api/v1").unwrap().1.to_owned();
        assert_eq!(staff.get(&format!("/api/v1{next}")).json()[0]["kind"], "created_by_admin");
    });
}

#[test]
fn names_that_mean_harm_are_text() {
    on_every_database("", |house| {
        zoe(house);
        let evil = "\"><script>alert(1)</script>{{7*7}}<img src=x onerror=alert(1)>";
        let mut new = NewUser { username: Some(Username::parse("mallory").unwrap()), ..NewUser::default() };
        new.first_name = evil.into();
        new.last_name = "' OR 1=1".into();
        new.profile.0.insert("about <b>".into(), json!(evil));
        new.profile.0.insert("list".into(), json!(["<script>"]));
        let mallory = house.work(|accounts, cx| accounts.create_user(cx, new, None));
        // What a browser calls itself is its own to choose too.
        house.sql("UPDATE users SET email = 'x', email_canonical = 'x<i>@example.org' WHERE username = 'mallory'");
        let staff = inside(house, Door::Pages, "zoe");
        for path in
            ["/accounts".to_owned(), format!("/accounts/{}", mallory.id), format!("/accounts/{}/edit", mallory.id)]
        {
            let page = staff.get(&at(Door::Pages, &path)).body;
            for raw in ["<script", "<img", "<b>", "<i>", ">49<"] {
                assert!(!page.contains(raw), "{path}: {raw}");
            }
            assert!(page.contains("&lt;script") || path == "/accounts", "{path}: {page}");
        }
        for q in [evil, "\" onfocus=\"alert(1)\" autofocus=\"", "{{7*7}}", "\r\nSet-Cookie: evil=1"] {
            let query = url::form_urlencoded::Serializer::new(String::new()).append_pair("q", q).finish();
            let page = staff.get(&format!("/admin/accounts?{query}"));
            assert!(matches!(page.status, 200 | 422), "{page:?}");
            assert!(!page.body.contains("<script") && !page.body.contains("onfocus=\"") && !page.body.contains(">49<"));
            assert_eq!(page.header("set-cookie"), None);
        }
        // A way back that leads away is never taken from a name.
        person(house, Some("javascript"), None, None);
        assert!(!staff.get("/admin/accounts").body.contains("href=\"javascript"));
    });
}

#[test]
fn the_way_to_the_accounts_is_marked_where_one_is() {
    on_every_database("", |house| {
        zoe(house);
        let staff = inside(house, Door::Pages, "zoe");
        for path in ["/admin/accounts", "/admin/accounts/new"] {
            let page = staff.get(path).body;
            assert!(page.contains("href=\"/admin/accounts\" aria-current=\"page\""), "{path}: {page}");
        }
    });
}
