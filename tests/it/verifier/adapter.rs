//! What Twilio Verify is asked, and what its answers mean.

use super::service::{ACCOUNT, Mood, SERVICE, TOKEN, Twilio, field, refusal, reply};
use super::{MINUTE, PHONE, WRONG};
use countersign::delivery::{Failed, MessageKind, PhoneVerifier, Start, TwilioVerify, Unreachable, Verdict};
use secrecy::SecretString;
use serde_json::json;
use std::net::TcpListener;
use std::time::Duration;

const SID: &str = "VE00000000000000000000000000000001";

fn start<'a>(language: &'a str, before: &'a [String]) -> Start<'a> {
    Start { to: PHONE, language, kind: MessageKind::VerifyPhone, before }
}

fn client(base: &str) -> TwilioVerify {
    TwilioVerify::new(ACCOUNT, &SecretString::from(TOKEN), SERVICE, base).unwrap()
}

#[test]
fn the_service_is_asked_as_its_manual_says() {
    let twilio = Twilio::start();
    let client = twilio.client();
    assert_eq!(client.start(&start("pt-BR", &[])).unwrap(), SID);
    assert_eq!(client.check(SID, PHONE, WRONG), Ok(Verdict::Wrong));
    assert_eq!(client.check(SID, PHONE, &twilio.code(PHONE)), Ok(Verdict::Right));
    assert_eq!(client.check(SID, PHONE, &twilio.code(PHONE)), Ok(Verdict::Gone), "right once");
    let asked = twilio.asked();
    assert_eq!(asked[0].line, format!("POST /v2/Services/{SERVICE}/Verifications HTTP/1.1"));
    assert_eq!(asked[0].body, "To=%2B4915123456789&Channel=sms&Locale=pt-BR");
    assert_eq!(asked[1].line, format!("POST /v2/Services/{SERVICE}/VerificationCheck HTTP/1.1"));
    assert_eq!(asked[1].body, format!("VerificationSid={SID}&Code={WRONG}"));
    for one in &asked {
        // RFC 7617, by hand.
        use base64::Engine;
        let both = base64::prelude::BASE64_STANDARD.encode(format!("{ACCOUNT}:{TOKEN}"));
        assert_eq!(one.header("Authorization"), Some(format!("Basic {both}").as_str()));
        assert_eq!(one.header("Content-Type"), Some("application/x-www-form-urlencoded"));
    }
    assert!(!format!("{client:?}").contains("hunter2") && !format!("{client:?}").contains(ACCOUNT));
}

#[test]
fn a_language_it_does_not_have_is_left_to_the_country_of_the_number() {
    let twilio = Twilio::start();
    twilio.client().start(&start("tlh", &[])).unwrap();
    assert_eq!(field(&twilio.asked()[0], "Locale"), None);
}

#[test]
fn what_was_under_way_is_canceled_first_and_never_gone_on_with() {
    let twilio = Twilio::start();
    let client = twilio.client();
    let first = client.start(&start("en", &[])).unwrap();
    let code = twilio.code(PHONE);
    let before = [first.clone(), "../../Services".into()];
    let second = client.start(&start("en", &before)).unwrap();
    assert!(second != first && twilio.code(PHONE) != code);
    assert_eq!(client.check(&first, PHONE, &code), Ok(Verdict::Gone));
    let asked: Vec<String> = twilio.asked().into_iter().map(|asked| asked.line).collect();
    assert_eq!(asked[1], format!("POST /v2/Services/{SERVICE}/Verifications/{first} HTTP/1.1"));
    assert!(!asked.iter().any(|line| line.contains("..")), "{asked:?}");
    // One that is over already stands in nobody's way.
    client.start(&start("en", &[first])).unwrap();
    // A service that sends the old one all the same has not sent what was asked for.
    let body = json!({"sid": second, "to": PHONE, "status": "pending"});
    twilio.mood(Mood::Says(reply("200 OK", &body)));
    let failed = client.start(&start("en", &[second])).unwrap_err();
    assert!(!failed.is_final() && failed.reason().contains("canceled"), "{failed:?}");
}

#[test]
fn answers_to_a_start_mean_sent_later_or_never() {
    let twilio = Twilio::start();
    let client = twilio.client();
    let good = json!({"sid": SID, "to": PHONE, "status": "pending"});
    let with = |member: &str, value: &str| {
        let mut body = good.clone();
        body[member] = json!(value);
        reply("201 Created", &body)
    };
    for (answer, sent, is_final) in [
        (reply("201 Created", &good), true, false),
        (refusal("400 Bad Request", 60200), false, true),
        (refusal("403 Forbidden", 60410), false, true),
        (refusal("401 Unauthorized", 20003), false, false),
        (refusal("404 Not Found", 20404), false, false),
        (refusal("429 Too Many Requests", 60203), false, false),
        (refusal("503 Service Unavailable", 0), false, false),
        (with("sid", "VE1"), false, false),
        (with("to", "+4915123456780"), false, false),
        (with("status", "approved"), false, false),
        ("HTTP/1.1 201 Created\r\nContent-Length: 3\r\n\r\n[1]".into(), false, false),
        ("HTTP/1.1 201 Created\r\nContent-Length: 0\r\n\r\n".into(), false, false),
        ("nonsense\r\n\r\n".into(), false, false),
    ] {
        twilio.mood(Mood::Says(answer.clone()));
        let outcome = client.start(&start("en", &[]));
        assert_eq!(outcome.is_ok(), sent, "{answer}: {outcome:?}");
        assert_eq!(outcome.as_ref().is_err_and(Failed::is_final), is_final, "{answer}: {outcome:?}");
        assert!(!format!("{outcome:?}").contains("hunter2"));
    }
}

#[test]
fn answers_to_a_check_mean_right_wrong_gone_or_nothing() {
    let twilio = Twilio::start();
    let client = twilio.client();
    let says =
        |to: &str, status: &str| reply("200 OK", &json!({"sid": SID, "to": to, "status": status, "valid": true}));
    let long = format!("HTTP/1.1 200 OK\r\nContent-Length: 20000\r\n\r\n{}", " ".repeat(20_000));
    for (answer, verdict) in [
        (says(PHONE, "approved"), Some(Verdict::Right)),
        (says(PHONE, "pending"), Some(Verdict::Wrong)),
        (says(PHONE, "canceled"), Some(Verdict::Gone)),
        (says(PHONE, "expired"), Some(Verdict::Gone)),
        (says(PHONE, "max_attempts_reached"), Some(Verdict::Gone)),
        (says(PHONE, "APPROVED"), None),
        (says(PHONE, ""), None),
        (says("+4915123456780", "approved"), None),
        (says("", "approved"), None),
        (reply("200 OK", &json!({"to": PHONE, "status": ["approved"]})), None),
        (reply("200 OK", &json!({"valid": true})), None),
        (reply("400 Bad Request", &json!({"to": PHONE, "status": "approved"})), None),
        (refusal("400 Bad Request", 60200), Some(Verdict::Wrong)),
        (refusal("429 Too Many Requests", 60202), Some(Verdict::Gone)),
        (refusal("429 Too Many Requests", 20429), None),
        (refusal("404 Not Found", 20404), Some(Verdict::Gone)),
        (refusal("401 Unauthorized", 20003), None),
        (refusal("500 Internal Server Error", 20500), None),
        (long, None),
        ("nonsense\r\n\r\n".into(), None),
        ("HTTP/1.1 200 OK\r\nContent-Length: 9\r\n\r\n{\"status\"".into(), None),
    ] {
        twilio.mood(Mood::Says(answer.clone()));
        let said = client.check(SID, PHONE, "654321");
        assert_eq!(said.as_ref().ok(), verdict.as_ref(), "{answer}: {said:?}");
        assert!(!format!("{said:?}").contains("654321") && !format!("{said:?}").contains("hunter2"));
    }
}

#[test]
fn a_redirect_is_not_followed() {
    let (twilio, elsewhere) = (Twilio::start(), Twilio::start());
    let location =
        format!("HTTP/1.1 307 Temporary Redirect\r\nLocation: {}\r\nContent-Length: 0\r\n\r\n", elsewhere.base());
    twilio.mood(Mood::Says(location));
    let client = twilio.client();
    let Err(Unreachable(why)) = client.check(SID, PHONE, WRONG) else { panic!("followed") };
    assert!(why.contains("307") && why.contains("redirect"), "{why}");
    assert!(!client.start(&start("en", &[])).unwrap_err().is_final());
    assert!(elsewhere.asked().is_empty());
}

#[test]
fn a_service_that_is_silent_or_gone_is_told_from_one_that_refuses() {
    let twilio = Twilio::start();
    twilio.mood(Mood::Says(String::new()));
    let client = twilio.client().with_timeout(Duration::from_millis(100));
    assert!(client.check(SID, PHONE, WRONG).unwrap_err().0.contains("in time"));
    assert!(!client.start(&start("en", &[])).unwrap_err().is_final());
    assert_eq!(client.usual_time(), Duration::from_millis(10));
    assert_eq!(twilio.client().with_timeout(MINUTE).usual_time(), MINUTE / 10);
    let gone = TcpListener::bind("127.0.0.1:0").unwrap().local_addr().unwrap();
    assert!(client_at(gone).check(SID, PHONE, WRONG).is_err());
}

fn client_at(address: std::net::SocketAddr) -> TwilioVerify {
    client(&format!("http://{address}"))
}

#[test]
fn what_is_no_verification_of_theirs_is_not_asked_about() {
    let twilio = Twilio::start();
    for id in ["", "VE1", "../Verifications", &"0".repeat(32), &format!("VA{}", "0".repeat(32))] {
        assert_eq!(twilio.client().check(id, PHONE, WRONG), Ok(Verdict::Gone));
    }
    assert!(twilio.asked().is_empty());
}

#[test]
fn what_cannot_be_an_account_a_service_or_a_safe_address_is_refused_with_what_would_be() {
    let token = SecretString::from(TOKEN);
    let told = |account: &str, token: &SecretString, service: &str, base: &str| {
        TwilioVerify::new(account, token, service, base).unwrap_err().to_string()
    };
    assert!(told("me", &token, SERVICE, TwilioVerify::BASE).contains("32 hexadecimal digits"));
    assert!(told(ACCOUNT, &token, ACCOUNT, TwilioVerify::BASE).contains("VA"));
    assert!(told(ACCOUNT, &SecretString::default(), SERVICE, TwilioVerify::BASE).contains("auth token"));
    for base in
        ["http://verify.twilio.com", "ftp://127.0.0.1", "verify", "https://a:b@c", "https://a/?b=", "https://a/#b"]
    {
        assert!(told(ACCOUNT, &token, SERVICE, base).contains("https://"), "{base}");
    }
    for base in
        [TwilioVerify::BASE, "https://verify.twilio.com/", "http://127.0.0.1:1", "http://[::1]:1", "http://localhost"]
    {
        TwilioVerify::new(&ACCOUNT.replace("AC", "SK"), &token, SERVICE, base).unwrap();
    }
}
