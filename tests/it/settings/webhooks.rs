//! `[webhooks.NAME]`: what is taken, and every refusal with its line and what would work.

use super::{Place, read, refused, shown, with_environment};
use crate::webhooks::SECRET;
use countersign::ambient::{SystemClock, SystemRandom};
use countersign::app::App;
use countersign::settings::{self, Settings, Source};
use std::sync::Arc;
use std::time::Duration;

fn with(line: &str) -> String {
    format!("[webhooks.shop]\nurl = \"https://shop.example.org/in\"\nsecret = \"{SECRET}\"\n{line}")
}

#[test]
fn a_webhook_needs_an_address_and_a_secret_and_no_more() {
    let loaded = read(&with(""));
    let webhook = &loaded.settings.webhooks[0];
    assert_eq!((webhook.name.as_str(), webhook.timeout, webhook.enabled), ("shop", Duration::from_secs(15), true));
    assert_eq!((webhook.secrets.len(), webhook.events.len()), (1, 0));
    assert_eq!(webhook.signing_keys().collect::<Vec<_>>(), [(7..39).collect::<Vec<u8>>()]);
    assert_eq!(webhook.shown_url(), "https://shop.example.org/***");
    assert_eq!(shown(&loaded, "webhooks.shop"), ("{ … }".into(), "./settings.toml:1".into()));
    let debug = format!("{:?}", loaded.settings);
    assert!(!debug.contains(&SECRET[8..]) && !debug.contains("shop.example.org"), "{debug}");
    for url in ["http://127.0.0.1:9/x?y=z", "http://[::1]/", "http://localhost:8080", "https://a.example"] {
        read(&format!("[webhooks.a-1_b]\nurl = \"{url}\"\nsecret = \"{SECRET}\"\ntimeout = \"1m\"\nenabled = false"));
    }
}

#[test]
fn every_mistake_in_a_webhook_is_told_with_its_line_and_what_would_work() {
    let short = "whsec_c2hvcnQ=";
    let twice = format!("secret = [\"{SECRET}\",\n\"{SECRET}\"]");
    let url = "url = \"https://a.example\"\n";
    for (text, line, words) in [
        (format!("[webhooks.a]\nsecret = \"{SECRET}\""), 1, &["webhooks.a has no url", "https://"][..]),
        (format!("[webhooks.a]\n{url}"), 1, &["webhooks.a has no secret", "openssl rand"]),
        ("[webhooks]\na = 5".into(), 2, &["webhooks.a is not a webhook", "[webhooks.a]"]),
        (with("").replace("shop]", "'Big Shop']"), 1, &["is no name for a webhook"]),
        (with("evnets = []"), 4, &["webhooks.shop.evnets is not a key", "Did you mean `events`?"]),
        (with("[webhooks.shop.more]\nx = 1"), 4, &["webhooks.shop.more is not a key"]),
        (with("events = \"login\""), 4, &["webhooks.shop.events: \"login\" is not a list", "[] for all"]),
        (with("timeout = \"2m\""), 4, &["\"2m\" is not a time", "from \"1s\" to \"1m\""]),
        (with("timeout = 5"), 4, &["5 is not a time"]),
        (with("enabled = \"no\""), 4, &["\"no\" is neither true nor false"]),
        (with("secret_file = \"x\""), 4, &["is given beside `webhooks.shop.secret`"]),
        (with("").replace("https", "http"), 2, &["in the clear", "https://"]),
        (with("").replace("https:", "ftp:"), 2, &["is not an address of https"]),
        (with("").replace("shop.e", "me:hunter2@shop.e"), 2, &["holds a user or a password"]),
        (with("").replace("/in", "/in#x"), 2, &["has a fragment"]),
        (with("").replace("https://shop.example.org/in", "shop"), 2, &["is not an address"]),
        (with("").replace(SECRET, short), 3, &["has 5 bytes; a secret has 24 to 64", "openssl rand"]),
        (with("").replace("whsec_", ""), 3, &["does not begin with whsec_"]),
        (with("").replace(SECRET, "whsec_not base64"), 3, &["is not base64 behind whsec_"]),
        (with("").replace(SECRET, "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw"), 3, &["is an example"]),
        (with("").replace(SECRET, &format!("whsec_{}", "AAAA".repeat(10))), 3, &["easy to guess"]),
        (format!("[webhooks.a]\n{url}secret = []"), 3, &["holds no secret"]),
        (format!("[webhooks.a]\n{url}secret = 5"), 3, &["holds no secret"]),
        (format!("[webhooks.a]\n{url}{twice}"), 3, &["number 2 is in the list twice"]),
        (format!("[webhooks.a]\n{url}secret_file = \"nowhere\""), 3, &["cannot be read", "one secret a line"]),
    ] {
        let told = refused(&text);
        assert!(told.starts_with(&format!("settings.toml:{line}: ")), "{text}\n{told}");
        assert!(words.iter().all(|word| told.contains(word)), "{text}\n{told}");
        assert_eq!(told.lines().count(), 1, "{told}");
        let secrets = [&SECRET[8..], "c2hvcnQ", "hunter2", "MfKQ9r8"];
        assert!(!secrets.iter().any(|secret| told.contains(secret)), "{told}");
    }
}

#[test]
fn a_kind_of_event_that_there_is_not_is_told_with_those_that_there_are() {
    for (line, words) in [
        (
            "events = [\n\"login\",\n\"email_chnaged\"]",
            "settings.toml:6: webhooks.shop.events: \"email_chnaged\" is not a known kind",
        ),
        ("events = [\"account.email_changed\"]", "Did you mean `email_changed`?"),
    ] {
        let told =
            App::build(&read(&with(line)), Arc::new(SystemClock), Arc::new(SystemRandom)).unwrap_err().to_string();
        assert!(told.contains(words) && told.contains("`login_failed`, `login_unverified`"), "{told}");
    }
}

#[test]
fn secrets_may_stand_in_a_file_and_anything_in_the_environment() {
    let place = Place::new();
    let other = "whsec_ZGVmZ2hpamtsbW5vcHFyc3R1dnd4eXp7fH1+f4CBgoOEhYaHiImKiw==";
    place.write("secrets", &format!("{other}\n\n{SECRET}\n"));
    let file = place.write("settings.toml", "[webhooks.shop]\nurl = \"https://a.example\"\nsecret_file = \"secrets\"");
    let loaded = Settings::load(&Source::File(file), &Vec::new).unwrap();
    assert_eq!(loaded.settings.webhooks[0].secrets.len(), 2);

    let url = "[webhooks.shop]\nurl = \"https://a.example\"\nevents = [\"login\"]";
    let variables = [
        ("COUNTERSIGN__WEBHOOKS__SHOP__SECRET", SECRET),
        ("COUNTERSIGN__WEBHOOKS__SHOP__EVENTS", "[]"),
        ("COUNTERSIGN__WEBHOOKS__SHOP__ENABLED", "false"),
        ("COUNTERSIGN__WEBHOOKS__BILL__URL", "https://b.example"),
        ("COUNTERSIGN__WEBHOOKS__BILL__SECRET", &format!("[\"{SECRET}\", \"{other}\"]")),
        ("COUNTERSIGN__WEBHOOKS__LOG", &format!("{{ url = \"https://c.example\", secret = \"{SECRET}\" }}")),
    ];
    let settings = with_environment(url, &variables).unwrap().settings;
    let seen: Vec<_> =
        settings.webhooks.iter().map(|one| (one.name.as_str(), one.secrets.len(), one.enabled)).collect();
    assert_eq!(seen, [("bill", 2, true), ("log", 1, true), ("shop", 1, false)]);
    assert!(settings.webhooks[2].events.is_empty());
    let told = with_environment(url, &[("COUNTERSIGN__WEBHOOKS__SHOP__SECRET", "hunter2")]).unwrap_err();
    assert!(told.starts_with("$COUNTERSIGN__WEBHOOKS__SHOP__SECRET: webhooks.shop.secret does not begin"), "{told}");
    assert!(!told.contains("hunter2"), "{told}");
}

#[test]
fn the_schema_and_the_reference_know_webhooks() {
    let schema = settings::schema();
    let webhook = schema["properties"]["webhooks"]["patternProperties"].as_object().unwrap().values().next().unwrap();
    for key in ["url", "secret", "secret_file", "events", "timeout", "enabled"] {
        assert!(webhook["properties"][key].is_object(), "{key}");
    }
    let reference = settings::reference();
    let (_, own) = reference.split_once("# [webhooks.shop]").unwrap();
    let example: Vec<&str> = own.lines().map(|line| line.trim_start_matches("# ")).collect();
    let text = format!("[webhooks.shop]{}", example.join("\n")).replace("whsec_…", SECRET);
    assert_eq!(read(&text).settings.webhooks.len(), 1, "what the reference shows is right");
}
