//! The directory of `examples/custom_backend.rs`: it is asked by HTTP, and those it knows have an account from then on.

use super::{Browser, run, settings_of};
use crate::delivery::server::{Asked, Service};
use crate::house::{Database, House, databases};
use crate::people::{PASSWORD, WRONG, alice};
use countersign::Countersign;
use countersign::settings::Settings;
use std::sync::{Arc, Mutex};

#[path = "../../../examples/custom_backend.rs"]
mod directory;

const CHAIN: &str = "authentication_backends = [\"directory\", \"username\"]";

fn answer(status: &str) -> String {
    format!("HTTP/1.1 {status}\r\nContent-Length: 0\r\n\r\n")
}

/// A directory that knows dora, and says what it is told to of everybody else.
fn at_every_directory(test: impl Fn(&House, &Browser, &Service, &Mutex<&'static str>)) {
    for database in databases() {
        eprintln!("on {database:?}");
        let house = House::build(database, "");
        let others = Arc::new(Mutex::new("401 Unauthorized"));
        let says = Arc::clone(&others);
        let service = Service::answering(move |asked: &Asked| {
            let question: serde_json::Value = serde_json::from_str(&asked.body).unwrap();
            let known = question["name"] == "dora" && question["password"] == PASSWORD;
            answer(if known { "200 OK" } else { *says.lock().unwrap() })
        });
        let settings = Settings::from_toml(&settings_of(&house, CHAIN), &house.directory).unwrap();
        let directory = directory::Directory(format!("http://{}/check", service.address));
        let countersign = Countersign::builder().backend("directory", directory).build(settings).unwrap();
        let (address, handle) = run(move |listener| countersign::server::serve(&countersign, listener).unwrap());
        test(&house, &Browser::new(address), &service, &others);
        drop(handle.stop(false));
    }
}

fn login(browser: &Browser, name: &str, password: &str) -> u16 {
    browser.post("/login", &[("username", name), ("password", password)]).status
}

#[test]
fn whoever_the_directory_knows_has_an_account_from_then_on() {
    at_every_directory(|house, browser, service, _| {
        assert_eq!(login(browser, "dora", PASSWORD), 303);
        assert!(browser.get("/account").body.contains("dora"));
        assert_eq!(login(&Browser::new(browser.address), "DORA", PASSWORD), 422, "it knows names as they are written");
        assert_eq!(login(&Browser::new(browser.address), "dora", PASSWORD), 303);
        assert_eq!(house.count("SELECT count(*) FROM users"), 1);
        assert_eq!(house.count("SELECT count(*) FROM users WHERE password LIKE '!%'"), 1, "the password stays there");
        assert_eq!(service.asked().len(), 3);
    });
}

#[test]
fn whoever_it_does_not_know_signs_in_as_ever_or_not_at_all() {
    at_every_directory(|house, browser, _, _| {
        alice(house);
        assert_eq!(login(browser, "alice", WRONG), 422);
        assert_eq!(login(browser, "alice", PASSWORD), 303);
        assert_eq!(login(&Browser::new(browser.address), "nobody", PASSWORD), 422);
        assert_eq!(house.count("SELECT count(*) FROM users"), 1);
    });
}

#[test]
fn a_directory_that_is_away_refuses_nobody_for_good_and_counts_as_no_failure() {
    at_every_directory(|house, browser, _, others| {
        alice(house);
        *others.lock().unwrap() = "500 Internal Server Error";
        for _ in 0..8 {
            assert_eq!(login(browser, "alice", PASSWORD), 503);
        }
        *others.lock().unwrap() = "401 Unauthorized";
        assert_eq!(login(browser, "alice", PASSWORD), 303);
        assert!(house.database == Database::Sqlite || house.count("SELECT count(*) FROM users") == 1);
    });
}
