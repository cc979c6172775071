//! Text messages against an HTTP service: what it is asked, and what its answers mean.

use super::server::Service;
use super::{by_phone, stationery};
use countersign::delivery::{AtOnce, Failed, HttpGateway, MessageKind, Sms, SmsGateway, Trust};
use countersign::settings::{BodyFormat, SmsHttp};
use secrecy::SecretString;
use std::net::TcpListener;
use std::time::Duration;

const PATIENT: Duration = Duration::from_mins(1);

fn http(url: &str, escape: BodyFormat, body: &str) -> SmsHttp {
    SmsHttp {
        url: SecretString::from(url),
        method: "POST".into(),
        headers: vec![("X-Key".into(), SecretString::from("hunter2"))],
        body: SecretString::from(body),
        escape,
        success: vec![200..=299],
    }
}

fn sms() -> Sms {
    stationery().sms(&by_phone(MessageKind::VerifyPhone)).unwrap()
}

fn answer(status: &'static str) -> Service {
    Service::start(status)
}

const OK: &str = "HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nOK";

#[tokio::test]
async fn the_service_is_asked_as_the_settings_say() {
    let service = answer(OK);
    let body = r#"{"to": "{{ to | replace(from="+", to="") }}", "from": "{{ from }}", "text": "{{ text }}"}"#;
    let url = format!("http://user:p%40ss@{}/v1/messages?a=b", service.address);
    let gateway = HttpGateway::new(http(&url, BodyFormat::Json, body), PATIENT, &Trust::default()).unwrap();
    gateway.send(&sms(), &AtOnce).await.unwrap();
    gateway.send(&sms(), &AtOnce).await.unwrap();
    let asked = service.asked();
    assert_eq!(asked.len(), 2);
    assert_eq!(asked[0].line, "POST /v1/messages?a=b HTTP/1.1");
    assert_eq!(asked[0].header("X-Key"), Some("hunter2"));
    // RFC 7617: user:p@ss in base64.
    assert_eq!(asked[0].header("Authorization"), Some("Basic dXNlcjpwQHNz"));
    let body: serde_json::Value = serde_json::from_str(&asked[0].body).unwrap();
    assert_eq!((body["to"].as_str(), body["from"].as_str()), (Some("4930901820"), Some("CLUB")));
    assert_eq!(body["text"].as_str(), Some(sms().text.as_str()));
    assert!(!format!("{gateway:?}").contains("p%40ss") && !format!("{gateway:?}").contains("hunter2"));
}

#[tokio::test]
async fn values_are_escaped_for_what_the_body_is() {
    let awkward = Sms { text: "a\"b\\c&d=e+f <g> 'h' %ü\n{{ to }}".into(), ..sms() };
    for (escape, expected) in [
        (BodyFormat::Json, r#"t=a\"b\\c&d=e+f <g> 'h' %ü\n{{ to }}"#),
        (BodyFormat::Form, "t=a%22b%5Cc%26d%3De%2Bf+%3Cg%3E+%27h%27+%25%C3%BC%0A%7B%7B+to+%7D%7D"),
        (BodyFormat::Xml, "t=a&quot;b\\c&amp;d=e+f &lt;g&gt; &apos;h&apos; %ü&#10;{{ to }}"),
        (BodyFormat::Plain, "t=a\"b\\c&d=e+f <g> 'h' %ü\n{{ to }}"),
    ] {
        let service = answer(OK);
        let url = format!("http://{}/", service.address);
        HttpGateway::new(http(&url, escape, "t={{ text }}"), PATIENT, &Trust::default())
            .unwrap()
            .send(&awkward, &AtOnce)
            .await
            .unwrap();
        assert_eq!(service.asked()[0].body, expected, "{escape:?}");
    }
}

#[tokio::test]
async fn a_get_request_carries_the_values_in_its_query() {
    let service = answer(OK);
    for (path, line) in
        [("/send", "GET /send?to=%2B4930901820 HTTP/1.1"), ("/?k=1", "GET /?k=1&to=%2B4930901820 HTTP/1.1")]
    {
        let url = format!("http://{}{path}", service.address);
        let http = SmsHttp { method: "GET".into(), ..http(&url, BodyFormat::Form, "to={{ to }}") };
        HttpGateway::new(http, PATIENT, &Trust::default()).unwrap().send(&sms(), &AtOnce).await.unwrap();
        let asked = service.asked().pop().unwrap();
        assert_eq!((asked.line.as_str(), asked.body.as_str()), (line, ""));
    }
}

#[tokio::test]
async fn answers_mean_sent_later_or_never() {
    for (status, sent, is_final) in [
        ("HTTP/1.1 202 Accepted\r\nContent-Length: 0\r\n\r\n", true, false),
        ("HTTP/1.1 400 Bad Request\r\nContent-Length: 6\r\n\r\n834920", false, true),
        ("HTTP/1.1 422 Unprocessable Content\r\nContent-Length: 0\r\n\r\n", false, true),
        ("HTTP/1.1 401 Unauthorized\r\nContent-Length: 0\r\n\r\n", false, false),
        ("HTTP/1.1 404 Not Found\r\nContent-Length: 0\r\n\r\n", false, false),
        ("HTTP/1.1 429 Too Many Requests\r\nContent-Length: 0\r\n\r\n", false, false),
        ("HTTP/1.1 503 Service Unavailable\r\nContent-Length: 0\r\n\r\n", false, false),
        ("nonsense\r\n\r\n", false, false),
    ] {
        let service = answer(status);
        let url = format!("http://{}/secret-path", service.address);
        let outcome = HttpGateway::new(http(&url, BodyFormat::Plain, "{{ text }}"), PATIENT, &Trust::default())
            .unwrap()
            .send(&sms(), &AtOnce)
            .await;
        assert_eq!(outcome.is_ok(), sent, "{status}: {outcome:?}");
        assert_eq!(outcome.as_ref().is_err_and(Failed::is_final), is_final, "{status}: {outcome:?}");
        let told = format!("{outcome:?}");
        assert!(!told.contains("834920") && !told.contains("secret-path"), "{told}");
    }
}

#[tokio::test]
async fn only_the_status_codes_named_are_a_success() {
    let service = answer("HTTP/1.1 204 No Content\r\n\r\n");
    let url = format!("http://{}/", service.address);
    let only = SmsHttp { success: vec![200..=200, 202..=202], ..http(&url, BodyFormat::Plain, "x") };
    assert!(HttpGateway::new(only, PATIENT, &Trust::default()).unwrap().send(&sms(), &AtOnce).await.is_err());
}

#[tokio::test]
async fn a_redirect_is_not_followed() {
    let elsewhere = answer(OK);
    let location = format!(
        "HTTP/1.1 307 Temporary Redirect\r\nLocation: http://{}/\r\nContent-Length: 0\r\n\r\n",
        elsewhere.address
    );
    let service = answer(location.leak());
    let url = format!("http://{}/", service.address);
    let failed = HttpGateway::new(http(&url, BodyFormat::Plain, "{{ text }}"), PATIENT, &Trust::default())
        .unwrap()
        .send(&sms(), &AtOnce)
        .await
        .unwrap_err();
    assert!(!failed.is_final() && failed.reason().contains("307"), "{failed:?}");
    assert!(elsewhere.asked().is_empty());
}

#[tokio::test]
async fn a_service_that_is_silent_or_gone_is_tried_again_later() {
    let silent = answer("");
    let url = format!("http://{}/", silent.address);
    let gateway =
        HttpGateway::new(http(&url, BodyFormat::Plain, "x"), Duration::from_millis(100), &Trust::default()).unwrap();
    let failed = gateway.send(&sms(), &AtOnce).await.unwrap_err();
    assert!(!failed.is_final() && failed.reason().contains("in time"), "{failed:?}");
    let gone = TcpListener::bind("127.0.0.1:0").unwrap().local_addr().unwrap();
    let gateway =
        HttpGateway::new(http(&format!("http://{gone}/"), BodyFormat::Plain, "x"), PATIENT, &Trust::default()).unwrap();
    assert!(!gateway.send(&sms(), &AtOnce).await.unwrap_err().is_final());
}

#[test]
fn a_body_that_cannot_be_filled_in_is_refused_at_the_start() {
    for body in ["{{ to", "{{ too }}", "{% if x %}", "{{ text | shout }}", "{% include \"/etc/passwd\" %}"] {
        assert!(
            HttpGateway::new(http("https://sms.example", BodyFormat::Json, body), PATIENT, &Trust::default()).is_err(),
            "{body}"
        );
    }
}
