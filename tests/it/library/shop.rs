//! The shop of `examples/embed.rs`: its pages at `/`, accounts under `/accounts`, orders beside ours.

use super::{Browser, beside_every_house, run, settings_of};
use crate::house::House;
use crate::people::PASSWORD;
use countersign::Countersign;
use countersign::delivery::Message;
use serde_json::Value;

#[path = "../../../examples/embed.rs"]
mod embed;

const SETTINGS: &str = "public_url = \"http://127.0.0.1:8000/accounts\"\nlogin_redirect_url = \"/orders\"\n\
                        logout_redirect_url = \"/\"\n[verification]\nemail = \"optional\"\n[login]\nby_code = true\n[admin]\nenabled = true";

fn open(house: &House, test: impl Fn(&Countersign, &Browser)) {
    let countersign = embed::accounts(&settings_of(house, SETTINGS), &house.directory).unwrap();
    embed::make_table(&countersign).unwrap();
    let shop = countersign.clone();
    let (address, handle) = run(move |listener| embed::serve(&shop, listener).unwrap());
    test(&countersign, &Browser::new(address));
    drop(handle.stop(false));
}

fn register(browser: &Browser, name: &str) -> super::Reply {
    let fields = [("username", name), ("password", PASSWORD), ("password_confirm", PASSWORD)];
    browser.post("/accounts/register", &fields)
}

#[test]
fn somebody_registers_orders_and_sees_their_orders() {
    beside_every_house(|house| {
        open(house, |countersign, browser| {
            assert_eq!(browser.get("/").body, "Hello. You can sign in at /accounts/login.");
            // A page that is somebody's sends to sign in and from there back; a program is told.
            let sent = browser.get("/orders");
            assert_eq!((sent.status, sent.location.as_str()), (303, "/accounts/login?next=%2Forders"));
            let program = browser.send("/orders", "application/json", None);
            let about: Value = serde_json::from_str(&program.body).unwrap();
            assert_eq!((program.status, &about["code"]), (401, &"unauthenticated".into()));
            assert_eq!(browser.post("/orders", &[("what", "a cake")]).location, "/accounts/login?next=%2F");
            let entered = register(browser, "alice");
            assert_eq!(
                (entered.status, entered.location.as_str()),
                (303, "http://127.0.0.1:8000/orders"),
                "{entered:?}"
            );
            assert_eq!(browser.get("/").body, "Hello, alice.");
            assert_eq!(browser.get("/orders").body, "a cup of tea", "what the signal put there");
            assert_eq!(browser.post("/orders", &[("what", "a cake")]).location, "/orders");
            assert_eq!(browser.get("/orders").body, "a cake\na cup of tea");
            // Another site's form is refused although it comes with the cookie.
            let forged =
                Browser { address: browser.address, origin: "https://evil.example", cookies: Default::default() };
            *forged.cookies.lock().unwrap() = browser.cookies.lock().unwrap().clone();
            assert_eq!(forged.post("/orders", &[("what", "a poison")]).status, 403);
            assert_eq!(browser.get("/orders").body, "a cake\na cup of tea");
            // Staff alone see the till.
            assert_eq!(browser.get("/till").status, 403);
            countersign
                .work(|_, cx| {
                    cx.db.write(|conn| {
                        Ok(diesel::connection::SimpleConnection::batch_execute(
                            conn,
                            "UPDATE users SET is_staff = true",
                        )?)
                    })
                })
                .unwrap();
            assert_eq!(browser.get("/till").body, "2 orders so far, alice.");
            // Sign out, and in again with `next`.
            let out = browser.post("/accounts/logout", &[]);
            assert_eq!((out.status, out.location.as_str()), (303, "http://127.0.0.1:8000/"));
            assert_eq!(browser.get("/till").status, 303);
            let page = browser.get("/accounts/login?next=%2Ftill").body;
            assert!(page.contains("value=\"/till\""), "{page}");
            let again =
                browser.post("/accounts/login", &[("identifier", "alice"), ("password", PASSWORD), ("next", "/till")]);
            assert_eq!(again.location, "http://127.0.0.1:8000/till");
            // The account takes its orders along.
            let gone = browser.post("/accounts/account/delete", &[("password", PASSWORD)]);
            assert_eq!((gone.status, gone.location.as_str()), (303, "/accounts/account/delete/complete"), "{gone:?}");
            assert_eq!(house.count("SELECT count(*) FROM orders"), 0);
        });
    });
}

#[test]
fn a_signal_that_refuses_leaves_nothing_behind() {
    beside_every_house(|house| {
        open(house, |_, browser| {
            let refused = register(browser, "competitor");
            assert_eq!(refused.status, 403, "{refused:?}");
            for table in ["users", "orders", "sessions", "account_events", "outbox"] {
                assert_eq!(house.count(&format!("SELECT count(*) FROM {table}")), 0, "{table}");
            }
            assert_eq!(browser.get("/").body, "Hello. You can sign in at /accounts/login.");
        });
    });
}

/// Every path that a page leads to.
fn paths_in(page: &str) -> Vec<&str> {
    let values = ["href=\"", "action=\"", "src=\""]
        .into_iter()
        .flat_map(|start| page.split(start).skip(1).map(|rest| rest.split('"').next().unwrap()));
    values.filter(|value| value.starts_with('/')).collect()
}

#[test]
fn every_path_on_every_page_lies_under_that_of_public_url() {
    let house = House::build(crate::house::Database::Sqlite, "");
    open(&house, |countersign, browser| {
        let all = |path: &str| {
            let page = browser.get(path);
            assert!(page.status == 200 || page.status == 303, "{path}: {page:?}");
            let mut paths = paths_in(&page.body);
            if page.location.starts_with('/') {
                paths.push(&page.location);
            }
            assert!(!paths.is_empty(), "{path}");
            for found in &paths {
                assert!(found.starts_with("/accounts/"), "{path} leads to {found}");
                assert!(!found.starts_with("/accounts/accounts"), "{path} leads to {found}");
            }
        };
        for path in ["/login", "/register", "/password/reset", "/login/code", "/account", "/dev/inbox", "/verify/email"]
        {
            all(&format!("/accounts{path}"));
        }
        let fields = [
            ("username", "alice"),
            ("email", "alice@example.org"),
            ("password", PASSWORD),
            ("password_confirm", PASSWORD),
        ];
        assert_eq!(browser.post("/accounts/register", &fields).status, 303);
        for path in ["", "/profile", "/email", "/phone", "/password", "/sessions", "/events", "/delete", "/export"] {
            all(&format!("/accounts/account{path}"));
        }
        assert!(
            browser.get("/accounts/account/profile").body.contains("aria-current=\"page\""),
            "the page knows where it is"
        );
        // Files, links of messages and the API lie there too, and nothing of it anywhere else.
        let page = browser.get("/accounts/account").body;
        let style = paths_in(&page).into_iter().find(|path| path.contains("/static/")).unwrap().to_owned();
        assert_eq!(browser.get(&style).status, 200);
        assert_eq!(browser.get("/accounts/api/v1/forms/register").status, 200);
        assert_eq!(browser.get("/accounts/healthz").status, 200);
        for elsewhere in ["/login", "/api/v1/forms/register", "/healthz", "/accountsx/login"] {
            assert_eq!(browser.get(elsewhere).status, 404, "{elsewhere}");
        }
        let begun = std::time::Instant::now();
        let link = loop {
            let kept = countersign.app().delivery().inbox().list();
            let texts = kept.iter().map(|one| match &one.message {
                Message::Email(email) => email.text.as_str(),
                Message::Sms(sms) => sms.text.as_str(),
            });
            let text = texts.collect::<String>();
            if let Some(at) = text.find("http://127.0.0.1:8000/") {
                break text[at..].split_whitespace().next().unwrap().to_owned();
            }
            assert!(begun.elapsed().as_secs() < 60, "no message came");
            std::thread::yield_now();
        };
        assert!(link.starts_with("http://127.0.0.1:8000/accounts/verify/email/"), "{link}");
        let shown = browser.get(link.strip_prefix("http://127.0.0.1:8000").unwrap());
        assert_eq!(shown.status, 200);
    });
}

#[test]
fn served_alone_it_lies_under_the_path_too_and_stays_there_through_reloads() {
    let house = House::build(crate::house::Database::Sqlite, "public_url = \"http://127.0.0.1:8000/accounts\"");
    let browser = Browser::new(house.address);
    assert_eq!(browser.get("/accounts/login").status, 200);
    assert_eq!(browser.get("/login").status, 404);
    assert_eq!(register(&browser, "alice").location, "http://127.0.0.1:8000/accounts/account");
    assert_eq!(browser.get("/accounts/account").status, 200);
    house.reload("public_url = \"http://127.0.0.1:8000/accounts\"\nregister_form = \"register_email\"").unwrap();
    assert!(!browser.get("/accounts/register").body.contains("id_username"));
    assert_eq!(house.countersign.app().settings().login_redirect_url, "/accounts/account");
}
