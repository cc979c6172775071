//! `check --send-to`: one message that really leaves, told as it went, and nothing else that changes.

use super::{about, tells};
use crate::commands::{Ran, Shell, on_every_shell};
use crate::delivery::server::{At, MailServer, Mood, Service};
use crate::house::House;
use serde_json::Value;

const ADA: &str = "ada@example.org";
const NUMBER: &str = "+4915123456789";

fn by_mail(shell: Shell, url: &str) -> Shell {
    shell.with("COUNTERSIGN__EMAIL__TRANSPORT", "smtp").with("COUNTERSIGN__EMAIL__SMTP_URL", url)
}

fn by_gateway(shell: Shell, service: &Service) -> Shell {
    shell
        .with("COUNTERSIGN__SMS__GATEWAY", "http")
        .with("COUNTERSIGN__SMS__HTTP__URL", &format!("http://user:hunter2@{}/send", service.address))
        .with("COUNTERSIGN__SMS__HTTP__HEADERS", "{ Content-Type = \"application/json\" }")
        .with("COUNTERSIGN__SMS__HTTP__BODY", r#"{"to": "{{ to }}", "text": "{{ text }}"}"#)
}

/// What is told of messages, when one is to go to each of these.
fn sent(shell: &Shell, to: &[&str], code: i32) -> Vec<Value> {
    let arguments: Vec<&str> =
        ["check", "--json"].into_iter().chain(to.iter().flat_map(|to| ["--send-to", to])).collect();
    let ran: Ran = shell.run(&arguments).ended(code);
    assert!(!format!("{ran:?}").contains("hunter2"), "{ran:?}");
    let found = ran.json().as_array().unwrap().clone();
    found.into_iter().filter(|one| one["about"] == "messages").collect()
}

#[track_caller]
fn is_as_it_was(house: &House) {
    for table in ["outbox", "users", "account_events", "one_time_passwords", "sendings"] {
        assert_eq!(house.count(&format!("SELECT count(*) FROM {table}")), 0, "{table}");
    }
}

#[test]
fn a_message_that_is_asked_for_leaves_and_nothing_else_changes() {
    on_every_shell(|house, _| {
        let server = MailServer::start(Mood::Fine, &["AUTH PLAIN"]);
        let url = format!("smtp+insecure://me:hunter2@{}", server.address);
        let shell = by_mail(Shell::beside(house), &url);
        let found = sent(&shell, &[ADA], 0);
        tells(about(&found, "email.transport"), "ok", None, &["sent a test to ada@example.org", "the server took it"]);
        let messages = server.messages();
        assert_eq!(messages.len(), 1);
        for words in ["X-Countersign-Message: test", "To: ada@example.org", "Subject: A test from 127.0.0.1"] {
            assert!(messages[0].contains(words), "{words}: {}", messages[0]);
        }
        assert!(server.commands().iter().any(|said| said.starts_with("RCPT TO:<ada@example.org>")));
        is_as_it_was(house);
    });
}

#[test]
fn a_refusal_is_told_with_its_step_its_words_and_what_to_look_at() {
    for (mood, words) in [
        (Mood::Says(At::Mail, "553 not your address"), &["MAIL", "553", "not your address", "email.from"][..]),
        (Mood::Says(At::Auth, "535 hunter2 is wrong"), &["AUTH", "535", "Correct user and password"]),
        (Mood::Says(At::Message, "554 looks like spam"), &["the message", "554", "looks like spam"]),
        (Mood::Says(At::Greeting, "421 too busy"), &["the connection", "421", "too busy", "firewall"]),
        (Mood::HangsUp(At::Data), &["DATA", "does not take a test for ada@example.org"]),
    ] {
        let server = MailServer::start(mood, &["AUTH PLAIN"]);
        let url = format!("smtp+insecure://me:hunter2@{}", server.address);
        let shell = by_mail(Shell::new(), &url);
        tells(about(&sent(&shell, &[ADA], 1), "email.smtp_url"), "error", None, words);
        assert_eq!(server.messages().len(), 0, "{mood:?}");
        assert!(std::fs::read_dir(&shell.directory).unwrap().next().is_none(), "nothing is written");
    }
}

#[test]
fn a_refused_message_leaves_no_trace() {
    on_every_shell(|house, _| {
        let server = MailServer::start(Mood::Says(At::Rcpt, "550 5.1.1 no such user"), &[]);
        let shell = by_mail(Shell::beside(house), &format!("smtp+insecure://{}", server.address));
        let words = ["RCPT", "550", "no such user", "Look at the address"];
        tells(about(&sent(&shell, &[ADA], 1), "email.smtp_url"), "error", None, &words);
        let nobody = by_mail(Shell::beside(house), "smtp+insecure://127.0.0.1:1");
        let words = ["the connection", "refused", "host and port"];
        tells(about(&sent(&nobody, &[ADA], 1), "email.smtp_url"), "error", None, &words);
        is_as_it_was(house);
    });
}

#[test]
fn a_text_message_goes_to_the_gateway_under_the_rules_for_all_numbers() {
    on_every_shell(|house, _| {
        let service = Service::start("HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n");
        let shell = by_gateway(Shell::beside(house), &service).with("COUNTERSIGN__PHONE__ALLOWED_REGIONS", "[\"DE\"]");
        let found = sent(&shell, &["+49 151 23456789"], 0);
        tells(about(&found, "sms.gateway"), "ok", None, &["sent a test to +4915123456789", "the service took it"]);
        let body: Value = serde_json::from_str(&service.asked()[0].body).unwrap();
        assert_eq!(body["to"], NUMBER);
        assert!(body["text"].as_str().unwrap().starts_with("A test from 127.0.0.1:"), "{body}");
        for (number, words) in [("+33 6 12 34 56 78", "these regions only: DE"), ("+49 900 1234567", "costs whoever")] {
            let found = sent(&shell, &[number], 1);
            tells(about(&found, ""), "error", None, &["does not take, and nothing was sent", words]);
        }
        assert_eq!(service.asked().len(), 1, "the others were not asked for");
        let refusing = Service::start("HTTP/1.1 401 Unauthorized\r\nContent-Length: 0\r\n\r\n");
        let found = sent(&by_gateway(Shell::beside(house), &refusing), &[NUMBER], 1);
        tells(about(&found, "sms.http.url"), "error", None, &["answered 401 Unauthorized", "[sms.http]"]);
        is_as_it_was(house);
    });
}

#[test]
fn where_nothing_leaves_the_machine_that_is_told() {
    let shell = Shell::new();
    let found = sent(&shell, &[ADA, NUMBER], 0);
    for key in ["email.transport", "sms.gateway"] {
        tells(about(&found, key), "warning", None, &["sends nothing to anybody", "never left this machine"]);
    }
    let ran = shell.run(&["check", "--send-to", ADA]).ended(0);
    assert!(ran.out.contains("Messages\n  warning: email.transport: \"console\" sends nothing"), "{}", ran.out);
    assert!(std::fs::read_dir(&shell.directory).unwrap().next().is_none(), "nothing is written");
    shell.write("settings.toml", "[email]\ntransport = \"file\"\n");
    let found = sent(&shell, &[ADA], 0);
    let told = about(&found, "email.transport");
    tells(told, "ok", Some(2), &["wrote a test for ada@example.org to", "sends nothing to anybody"]);
    let problem = told["problem"].as_str().unwrap();
    let path = problem.split(" to ").nth(1).unwrap().split(',').next().unwrap();
    let written = std::fs::read_to_string(shell.directory.join(path)).unwrap();
    assert!(written.contains("X-Countersign-Message: test\r\n"), "{written}");
}

#[test]
fn what_is_no_address_is_told_with_one_that_would_do() {
    let shell = Shell::new().with("COUNTERSIGN__PHONE_AUTHENTICATION_ACTIVE", "false");
    for (text, words) in [
        ("ada", &["neither an email address nor a phone number", "--send-to you@example.org", "+4915123456789"][..]),
        ("ada@", &["is no email address, and nothing was sent", "name@example.com"]),
        (NUMBER, &["phone_authentication_active is false"]),
    ] {
        let found = sent(&shell, &[text], 1);
        tells(about(&found, ""), "error", None, words);
        assert_eq!(found[0]["value"], format!("{text:?}"));
    }
    let found = sent(&Shell::new(), &[ADA, "bob@example.org"], 1);
    tells(about(&found, ""), "error", None, &["one address too many"]);
    let broken = Shell::new();
    broken.write("settings.toml", "register_frm = 1\n");
    let ran = broken.run(&["check", "--send-to", ADA]).ended(1);
    assert!(ran.out.contains("and nothing was sent: mend the errors first"), "{}", ran.out);
}

#[test]
fn the_test_is_in_the_default_language() {
    let server = MailServer::start(Mood::Fine, &[]);
    let shell = by_mail(Shell::new(), &format!("smtp+insecure://{}", server.address));
    sent(&shell.with("COUNTERSIGN__LANGUAGES__DEFAULT", "de"), &[ADA], 0);
    let message = &server.messages()[0];
    assert!(
        message.contains("Content-Language: de") && message.contains("Subject: Ein Test von 127.0.0.1"),
        "{message}"
    );
}
