//! Settings are read again while the program runs: whole or not at all, and nothing under way is lost.

mod by_signal;
mod diff;

use crate::house::{House, on_every_database};
use crate::people::{PASSWORD, WRONG, alice};
use crate::visitor::Door;
use countersign::db::users;
use countersign::settings::Weight;
use std::io::{Read, Write};
use std::net::TcpStream;

/// What the house noted of its settings: kind and detail, latest last.
fn noted(house: &House, kind: &str) -> i64 {
    house.count(&format!("SELECT count(*) FROM account_events WHERE user_id IS NULL AND kind = '{kind}'"))
}

fn status(house: &House, path: &str) -> u16 {
    house.visitor(Door::Pages).get(path).status
}

#[test]
fn what_a_page_asks_for_and_which_paths_are_there_change_with_the_settings() {
    on_every_database("register_form = \"register_username\"", |house| {
        let page = |what: &str| house.visitor(Door::Pages).get("/register").body.contains(what);
        assert!(page("id_username") && !page("id_email"));
        assert_eq!((status(house, "/verify/phone"), status(house, "/login/code")), (200, 404));
        assert_eq!(status(house, "/register/club"), 404);
        let changes = house
            .reload(
                "register_form = \"register_email\"\nphone_authentication_active = false\n[login]\nby_code = true\n\
                 [forms.club]\nfields = [{ name = \"email\", required = true }, { name = \"team\" }, { name = \"password\" }]",
            )
            .unwrap();
        let changed: Vec<&str> = changes.iter().map(|change| change.key.as_str()).collect();
        let expected = ["authentication_backends", "phone_authentication_active", "register_form", "login.by_code"];
        assert_eq!(changed, [&expected[..], &["forms.club"]].concat());
        assert!(!page("id_username") && page("id_email"));
        assert_eq!((status(house, "/verify/phone"), status(house, "/login/code")), (404, 200));
        assert_eq!(status(house, "/register/club"), 200);
        for (path, there) in [("/verify/phone/resend", false), ("/me/phone", false), ("/login/code", true)] {
            let status = house.visitor(Door::Bearer).post_json(&format!("/api/v1{path}"), &serde_json::json!({}));
            assert_eq!(status.reply.status != 404, there, "{path}: {status:?}");
        }
        // And back.
        house.reload("register_form = \"register_username\"").unwrap();
        assert!(page("id_username") && !page("id_email"));
        assert_eq!((status(house, "/verify/phone"), status(house, "/login/code")), (200, 404));
        assert_eq!(noted(house, "settings_reloaded"), 2);
    });
}

#[test]
fn settings_with_a_mistake_leave_everything_as_it_is() {
    on_every_database("register_form = \"register_username\"", |house| {
        for broken in [
            "register_form = \"no_such_form\"",
            "[login]\nby_code = 7",
            "no_such_key = true",
            "register_form = \"club\"\n[forms.club]\nfields = [{ name = \"is_staff\" }]",
        ] {
            let before = noted(house, "settings_refused");
            let mistakes = house.reload(broken).unwrap_err();
            assert!(mistakes.0.iter().any(|mistake| mistake.line.is_some()), "{mistakes}");
            assert_eq!(noted(house, "settings_refused"), before + 1);
            let page = house.visitor(Door::Pages).get("/register");
            assert!(page.status == 200 && page.body.contains("id_username") && !page.body.contains("id_email"));
        }
        assert_eq!(noted(house, "settings_reloaded"), 0);
    });
}

#[test]
fn a_request_under_way_ends_under_the_settings_it_began_with() {
    on_every_database("register_form = \"register_username\"", |house| {
        let body = serde_json::json!({"username": "alice", "password": PASSWORD}).to_string();
        let head = format!(
            "POST /api/v1/register HTTP/1.1\r\nhost: x\r\nconnection: close\r\ncontent-type: application/json\r\n\
             content-length: {}\r\n\r\n",
            body.len()
        );
        let (first, rest) = body.split_at(10);
        let mut under_way = TcpStream::connect(house.address).unwrap();
        under_way.write_all(format!("{head}{first}").as_bytes()).unwrap();
        // Once another request was answered by each worker, the head of the first has been read.
        for _ in 0..20 {
            assert_eq!(status(house, "/healthz"), 200);
        }
        house.reload("register_form = \"register_email\"").unwrap();
        let refused = house.visitor(Door::Bearer).register(&[("username", "bob"), ("password", PASSWORD)]);
        assert_eq!(refused.reply.status, 422);
        under_way.write_all(rest.as_bytes()).unwrap();
        let mut answer = String::new();
        under_way.read_to_string(&mut answer).unwrap();
        assert!(answer.starts_with("HTTP/1.1 201"), "{answer}");
        assert_eq!(house.count("SELECT count(*) FROM users WHERE username = 'alice'"), 1);
    });
}

#[test]
fn counts_and_messages_in_memory_and_sessions_outlast_a_reload() {
    let limits = "[verification]\nemail = \"optional\"\n[limits]\nlogin_per_ip = \"3/h\"";
    on_every_database(limits, |house| {
        let person = house.visitor(Door::Bearer);
        person.register(&[("email", "carol@example.org"), ("password", PASSWORD)]).done();
        house.received(countersign::delivery::MessageKind::VerifyEmail, "carol@example.org", 0);
        let kept = house.app.delivery().inbox().list().len();
        let stranger = house.visitor(Door::Bearer);
        let mut tries = Vec::new();
        for round in 0..4 {
            tries.push(stranger.login(&[("username", &format!("nobody{round}")), ("password", WRONG)]).reply.status);
            house.reload(&format!("login_redirect_url = \"/a{round}\"\n{limits}")).unwrap();
        }
        assert_eq!(tries, [401, 401, 401, 429]);
        assert_eq!(house.countersign.app().delivery().inbox().list().len(), kept);
        assert!(person.me().is_some(), "whoever was signed in still is");
        // What is sent from now on is sent by the postman that was there before, and kept in the same inbox.
        person.register(&[("email", "dora@example.org"), ("password", PASSWORD)]).done();
        house.received(countersign::delivery::MessageKind::VerifyEmail, "dora@example.org", 0);
        assert!(house.app.delivery().inbox().list().len() > kept);
    });
}

#[test]
fn failures_are_counted_and_hashes_made_as_the_new_settings_want_it() {
    on_every_database("[limits]\nlogin_failures_per_account = 5", |house| {
        let alice = alice(house);
        let visitor = house.visitor(Door::Bearer);
        visitor.login(&[("username", "alice"), ("password", WRONG)]).refused(&["# invalid_credentials"]);
        house.reload("[limits]\nlogin_failures_per_account = 1\n[passwords]\nbcrypt_cost = 5").unwrap();
        let (hashes, refused) = house.hashes_of(|| visitor.login(&[("username", "alice"), ("password", WRONG)]));
        refused.refused(&["# invalid_credentials"]);
        assert_eq!(hashes, 1, "one count for all programs, one after the other");
        visitor.login(&[("username", "alice"), ("password", PASSWORD)]).refused(&["# throttled"]);
        house.later(std::time::Duration::from_secs(3600));
        visitor.login(&[("username", "alice"), ("password", PASSWORD)]).done();
        let stored = house.work(|_, cx| cx.db.read(|conn| users::get(conn, alice.id))).unwrap().password;
        assert!(stored.starts_with("bcrypt_sha256$$2b$05$"), "{stored}");
    });
}

#[test]
fn what_needs_a_restart_stays_as_it_is_and_the_rest_changes() {
    on_every_database("", |house| {
        let settings = "public_url = \"http://localhost:9000\"\nlogin_redirect_url = \"/elsewhere\"\n\
                        [server]\nworkers = 3\n[sessions]\ncookie_name = \"other\"\nidle_timeout = \"1h\"";
        let changes = house.reload(settings).unwrap();
        let weight = |key: &str| &changes.iter().find(|change| change.key == key).unwrap().weights;
        assert_eq!(*weight("public_url"), [Weight::Restart, Weight::SignsOut]);
        assert_eq!(*weight("server.workers"), [Weight::Restart]);
        assert_eq!(*weight("sessions.cookie_name"), [Weight::Restart, Weight::SignsOut]);
        assert_eq!(*weight("sessions.idle_timeout"), [Weight::Reload, Weight::SignsOut]);
        assert_eq!(*weight("login_redirect_url"), [Weight::Reload]);
        let app = house.countersign.app();
        let settings = app.settings();
        assert_eq!(settings.public_url.base, "http://127.0.0.1:8000");
        assert_eq!(settings.tokens.issuer, "http://127.0.0.1:8000");
        assert_eq!(settings.sessions.cookie_name, "countersign");
        assert_eq!(settings.login_redirect_url, "/elsewhere");
        let detail = house.count(
            "SELECT count(*) FROM account_events WHERE kind = 'settings_reloaded' AND CAST(detail AS text) LIKE \
             '%needs_restart%public_url%server.workers%sessions.cookie_name%'",
        );
        let other_order = house.count(
            "SELECT count(*) FROM account_events WHERE kind = 'settings_reloaded' AND CAST(detail AS text) LIKE '%login_redirect_url%'",
        );
        assert_eq!((detail, other_order), (1, 1));
        // What waits for a restart is told at each reload until then.
        let again = house.reload("public_url = \"http://localhost:9000\"").unwrap();
        assert!(again.iter().any(|change| change.key == "public_url"));
    });
}

#[test]
fn settings_that_do_not_go_with_what_needs_a_restart_are_refused() {
    let house = House::build(crate::house::Database::Sqlite, "[server]\nbind = \"0.0.0.0:0\"");
    // Alone they hold: no keys are needed on loopback. The running program is not bound to loopback alone.
    let refused = house.countersign.reload(|| {
        let text = format!("[database]\nurl = \"{}\"", house.url);
        countersign::settings::Settings::from_toml(&text, &house.directory)
    });
    let mistakes = refused.unwrap_err();
    assert!(mistakes.to_string().contains("secret_keys"), "{mistakes}");
    assert_eq!(house.countersign.app().settings().secret_keys.len(), 1);
}
