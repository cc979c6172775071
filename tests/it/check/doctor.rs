//! `doctor`: what the settings rely on outside, asked by the real program. Nothing is sent, and nothing secret told.

use super::{KEY, about, tells};
use crate::commands::{Ran, Shell};
use crate::delivery::server::{At, Encrypts, MailServer, Mood, Service};
use crate::faults::{Program, Site, at_every_site};
use crate::mailing::tls::Authority;
use serde_json::Value;
use std::net::SocketAddr;

/// A shell of the installation that answers at `address`.
fn beside(site: &Site, address: SocketAddr) -> Shell {
    Shell::new()
        .with("COUNTERSIGN__PUBLIC_URL", &format!("http://{address}"))
        .with("COUNTERSIGN__SECRET_KEYS", "[\"a key for tests, long enough to be one: 8f3Kq2\"]")
        .with("COUNTERSIGN__DATABASE__URL", &site.url)
}

/// A shell of an installation with a key of its own at `url`.
fn elsewhere(url: &str) -> Shell {
    Shell::new().with("COUNTERSIGN__PUBLIC_URL", url).with("COUNTERSIGN__SECRET_KEYS", &format!("[\"{KEY}\"]"))
}

fn asked(shell: &Shell, arguments: &[&str], code: i32) -> Vec<Value> {
    let ran: Ran = shell.run(&[&["doctor", "--json"], arguments].concat()).ended(code);
    assert!(!format!("{ran:?}").contains("hunter2"), "{ran:?}");
    ran.json().as_array().unwrap().clone()
}

/// What is told at this level.
fn told(found: &[Value], level: &str) -> String {
    let of_level = found.iter().filter(|one| one["level"] == level);
    of_level.map(|one| format!("{} {}\n", one["key"].as_str().unwrap(), one["problem"].as_str().unwrap())).collect()
}

#[test]
fn a_running_installation_is_known_again_and_tells_whom_it_believes() {
    at_every_site(|site| {
        let mut command = site.command();
        command.env("COUNTERSIGN__SERVER__TRUSTED_PROXIES", "[\"127.0.0.1\"]");
        let program = Program::start(&mut command);
        let shell = beside(site, program.address);
        let found = asked(&shell, &[], 0);
        let fine = told(&found, "ok");
        for words in
            ["public_url leads to this program, version", "database.url answers within", "The clock here agrees"]
        {
            assert!(fine.contains(words), "{words}: {found:#?}");
        }
        let differs = told(&found, "advice").contains("server.trusted_proxies: [] differs")
            || told(&found, "advice").contains("server.trusted_proxies differs");
        assert!(differs, "the server runs with others: {found:#?}");
        let shell = shell.with("COUNTERSIGN__SERVER__TRUSTED_PROXIES", "[\"127.0.0.1\"]");
        let found = asked(&shell, &[], 0);
        let words = "127.0.0.1 has connected, and 127.0.0.1/32 is trusted";
        tells(about(&found, "server.trusted_proxies"), "ok", None, &[words]);
        let text = shell.run(&["doctor"]).ended(0).out;
        assert!(text.starts_with("The world outside\n  ok: "), "{text}");
        assert!(text.ends_with("\nEverything is in order.\n"), "{text}");
    });
}

#[test]
fn nobody_but_the_installation_learns_how_a_request_is_seen() {
    at_every_site(|site| {
        let program = site.start();
        let ask = |question: &str| {
            let url = format!("http://{}/healthz", program.address);
            let request = ureq::get(url).header("x-countersign-doctor", question);
            request.call().unwrap().body_mut().read_to_string().unwrap()
        };
        for question in ["", "1.2.3", "1795341600.AAAA.AAAA"] {
            assert_eq!(ask(question), "ok\n");
        }
        let stranger = elsewhere(&format!("http://{}", program.address));
        let found = asked(&stranger, &[], 1);
        let words = "public_url leads to a countersign with other secret_keys";
        assert!(told(&found, "error").contains(words), "{found:#?}");
    });
}

#[test]
fn an_address_that_leads_elsewhere_or_nowhere_is_told() {
    let other = Service::start("HTTP/1.1 404 Not Found\r\nContent-Length: 0\r\n\r\n");
    for (url, words) in [
        (format!("http://{}", other.address), "public_url leads to something else: it answered 404"),
        ("http://127.0.0.1:1".to_owned(), "public_url leads to nothing that answers"),
        ("https://no-such-host.invalid".to_owned(), "which cannot be found"),
    ] {
        let found = asked(&elsewhere(&url), &[], 1);
        assert!(told(&found, "error").contains(words), "{found:#?}");
    }
}

#[test]
fn a_clock_that_is_off_is_told() {
    let answer = "HTTP/1.1 200 OK\r\nDate: Sun, 22 Nov 2020 10:00:00 GMT\r\nContent-Length: 3\r\n\r\nok\n";
    let url = format!("http://{}", Service::start(answer).address);
    let found = asked(&elsewhere(&url), &[], 1);
    assert!(told(&found, "warning").contains("The clock here and that of whoever answers"), "{found:#?}");
}

#[test]
fn a_certificate_is_looked_at_before_a_visitor_does() {
    let authority = Authority::new("ours");
    let ask = |server: &MailServer| elsewhere(&format!("https://localhost:{}", server.address.port()));
    for (host, last_year, level, words) in [
        ("localhost", 2100, "ok", "has a good certificate, until 31 December 2100"),
        ("localhost", 2020, "error", "its certificate has expired"),
        ("elsewhere.example.org", 2100, "error", "its certificate is for another name"),
    ] {
        let server = MailServer::encrypting(Mood::Fine, &[], Encrypts::AtOnce(authority.vouches(host, last_year)));
        let shell = ask(&server);
        let file = shell.write("authorities.pem", &authority.pem());
        let found = asked(&shell.with("SSL_CERT_FILE", file.to_str().unwrap()), &[], 1);
        assert!(told(&found, level).contains(words), "{words}: {found:#?}");
    }
    let server = MailServer::encrypting(Mood::Fine, &[], Encrypts::AtOnce(authority.vouches("localhost", 2100)));
    let found = asked(&ask(&server), &[], 1);
    assert!(told(&found, "error").contains("nobody who is believed vouches"), "{found:#?}");
}

#[test]
fn a_mail_server_is_knocked_at_and_given_nothing() {
    for (mood, level, words) in [
        (Mood::Fine, "ok", "email.smtp_url lets us in, with user and password"),
        (Mood::Says(At::Auth, "535 no"), "error", "refuses the user or the password"),
        (Mood::Says(At::Greeting, "554 not you"), "error", "554"),
    ] {
        let server = MailServer::start(mood, &["AUTH PLAIN"]);
        let url = format!("smtp+insecure://me:hunter2@{}", server.address);
        let shell = elsewhere("http://127.0.0.1:1")
            .with("COUNTERSIGN__EMAIL__TRANSPORT", "smtp")
            .with("COUNTERSIGN__EMAIL__SMTP_URL", &url);
        let found = asked(&shell, &[], 1);
        assert!(told(&found, level).contains(words), "{words}: {found:#?}");
        assert!(server.messages().is_empty() && !server.commands().iter().any(|said| said.starts_with("MAIL")));
    }
}

#[test]
fn the_way_of_a_request_is_explained_without_asking_anybody() {
    let shell = Shell::new();
    shell.write("settings.toml", "[server]\ntrusted_proxies = [\"10.0.0.0/8\"]\n");
    let stranger = "make 203.0.113.9 the visitor: 203.0.113.9 has connected, and is not trusted";
    for (peer, forwarded, level, words) in [
        ("10.0.0.1", "1.1.1.1, 198.51.100.1, 10.9.9.9", "ok", "make 198.51.100.1 the visitor"),
        ("10.0.0.1", "1.1.1.1, 198.51.100.1", "ok", "Not believed, since the visitor may have written it: 1.1.1.1"),
        ("203.0.113.9", "198.51.100.1", "warning", stranger),
        ("10.0.0.1", "", "warning", "make 10.0.0.1 the visitor"),
        ("10.0.0.1", "nonsense", "warning", "\"nonsense\", which is no address"),
        ("203.0.113.9", "", "ok", "make 203.0.113.9 the visitor"),
    ] {
        let found = asked(&shell, &["--peer", peer, "--forwarded", forwarded], 0);
        assert_eq!(found.len(), 1);
        tells(&found[0], level, Some(2), &[words]);
    }
    shell.run(&["doctor", "--forwarded", "1.1.1.1"]).ended(2);
    shell.run(&["doctor", "--peer", "proxy"]).ended(2);
    assert_eq!(std::fs::read_dir(&shell.directory).unwrap().count(), 1, "nothing is written");
}
