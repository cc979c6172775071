//! The settings of messages and codes: the defaults, what can be written, and what of it is never shown.

use super::{Place, SENDS, public, read, shown, with_environment};
use countersign::delivery::Delivery;
use countersign::settings::{
    self, BodyFormat, MailTransport, Proof, Settings, SmsGateway, SmtpSecurity, SmtpServer, Source,
};
use secrecy::ExposeSecret;
use std::path::Path;
use std::sync::Arc;
use std::time::Duration;

fn server(url: &str) -> SmtpServer {
    read(&format!("[email]\nsmtp_url = \"{url}\"")).settings.email.smtp_url.unwrap()
}

#[test]
fn the_defaults_are_those_of_the_contract() {
    let Settings { otp, verification, email, sms, phone, limits, registration, login, .. } = Settings::defaults();
    assert_eq!((otp.resend_interval, otp.max_wait), (Duration::from_mins(1), Duration::from_hours(1)));
    assert_eq!((otp.max_per_hour, otp.max_per_day, otp.max_attempts), (5, 10, 5));
    assert_eq!((otp.email.length, otp.email.alphabet.as_str()), (8, "BCDFGHJKLMNPQRSTVWXZ"));
    assert_eq!((otp.phone.length, otp.phone.alphabet.as_str()), (6, "0123456789"));
    assert_eq!((otp.email.ttl, otp.phone.ttl), (Duration::from_mins(15), Duration::from_mins(10)));
    assert_eq!((verification.email, verification.phone), (Proof::Optional, Proof::Optional));
    assert_eq!((email.transport, email.directory.as_path()), (MailTransport::Console, Path::new("./mail")));
    assert!(email.smtp_url.is_none());
    assert_eq!((sms.gateway, sms.directory.as_path()), (SmsGateway::Console, Path::new("./sms")));
    assert_eq!((sms.daily_budget, sms.from.as_str()), (0, ""));
    assert_eq!((sms.http.method.as_str(), sms.http.success), ("POST", vec![200..=299]));
    assert_eq!((phone.verifier.as_str(), phone.allowed_regions.len()), ("otp", 0));
    assert_eq!((limits.reset_per_ip.count, limits.code_per_ip.count), (20, 20));
    assert!(!registration.prevent_enumeration && !login.by_code);
}

#[test]
fn a_mail_server_is_read_with_its_port_and_its_password() {
    for (url, security, host, port) in [
        ("smtps://mx.example.org", SmtpSecurity::Tls, "mx.example.org", 465),
        ("smtp://mx.example.org", SmtpSecurity::StartTls, "mx.example.org", 587),
        ("smtp+insecure://127.0.0.1:2525", SmtpSecurity::None, "127.0.0.1", 2525),
        ("smtp+insecure://localhost/", SmtpSecurity::None, "localhost", 25),
        ("smtp+insecure://[::1]", SmtpSecurity::None, "::1", 25),
    ] {
        let server = server(url);
        assert_eq!((server.security, server.host.as_str(), server.port), (security, host, port), "{url}");
        assert!(server.credentials.is_none());
    }
    let (user, password) = server("smtps://me%40example.org:p%2Fa%3As%25s@mx.example.org:4465").credentials.unwrap();
    assert_eq!((user.as_str(), password.expose_secret()), ("me@example.org", "p/a:s%s"));
}

#[test]
fn a_gateway_is_read_from_an_inline_table_or_a_section_of_its_own() {
    for headers in [
        "headers = { Authorization = \"Bearer hunter2\", Content-Type = \"application/vnd.api+json; charset=utf-8\" }\n",
        "[sms.http.headers]\nAuthorization = \"Bearer hunter2\"\nContent-Type = \"application/json\"\n",
    ] {
        let text = format!(
            "[sms]\ngateway = \"http\"\n[sms.http]\nurl = \"http://127.0.0.1:9/x\"\nbody = '''{{\"to\": \"{{{{ to }}}}\"}}'''\n\
             success = \"200, 202,4xx\"\n{headers}"
        );
        let http = read(&text).settings.sms.http;
        assert_eq!((http.escape, http.success), (BodyFormat::Json, vec![200..=200, 202..=202, 400..=499]));
        assert_eq!(http.headers[0].0, "Authorization");
        assert_eq!(http.headers[0].1.expose_secret(), "Bearer hunter2");
        assert_eq!(http.body.expose_secret(), "{\"to\": \"{{ to }}\"}");
    }
    let get = "[sms]\ngateway = \"http\"\n[sms.http]\nurl = \"https://a\"\nmethod = \"GET\"\nbody = \"t={{ text }}\"";
    assert_eq!(read(get).settings.sms.http.escape, BodyFormat::Form);
}

#[test]
fn headers_and_body_of_a_gateway_may_come_from_files_and_the_environment() {
    let place = Place::new();
    place.write("headers", "Content-Type: text/plain\nAuthorization: Basic a:hunter2\n");
    place.write("body", "{{ text }}\n");
    let file = place.write(
        "settings.toml",
        "[sms]\ngateway = \"http\"\n[sms.http]\nurl = \"https://a\"\nheaders_file = \"headers\"\nbody_file = \"body\"\n",
    );
    let http = Settings::load(&Source::File(file), &Vec::new).unwrap().settings.sms.http;
    assert_eq!(http.headers[0].1.expose_secret(), "Basic a:hunter2");
    assert_eq!((http.body.expose_secret(), http.escape), ("{{ text }}", BodyFormat::Plain));
    let variable = ("COUNTERSIGN__SMS__HTTP__HEADERS", "{ X-Key = \"hunter2\" }");
    let loaded = with_environment("", &[variable]).unwrap();
    assert_eq!(loaded.settings.sms.http.headers[0].1.expose_secret(), "hunter2");
}

#[test]
fn what_may_hold_a_password_is_never_shown() {
    let text = public(SENDS)
        .replace("smtps://mx", "smtps://me:hunter2@mx")
        .replace("https://sms.example.org", "https://me:hunter2@sms.example.org/hunter2?key=hunter2")
        .replace("Content-Type =", "Authorization = \"hunter2\", Content-Type =")
        .replace("{{ text }}", "key=hunter2&url=https://a&text={{ text }}");
    let loaded = read(&text);
    assert!(loaded.warnings.is_empty());
    let all = format!("{:?} {:?} {:?}", settings::effective(&loaded), loaded, loaded.settings);
    assert!(!all.contains("hunter2"), "{all}");
    assert_eq!(shown(&loaded, "sms.http.url").0, "\"https://***@sms.example.org/***\"");
    assert_eq!(shown(&loaded, "email.smtp_url").0, "\"smtps://***@mx.example.org\"");
    assert_eq!(
        (shown(&loaded, "sms.http.body").0, shown(&loaded, "sms.http.headers").0),
        ("\"***\"".into(), "{ … }".into())
    );
}

#[test]
fn the_settings_in_the_documents_hold() {
    struct Still;
    impl countersign::ambient::Clock for Still {
        fn now(&self) -> jiff::Timestamp {
            jiff::Timestamp::UNIX_EPOCH
        }
    }
    let clock: Arc<dyn countersign::ambient::Clock> = Arc::new(Still);
    let words = countersign::languages::Languages::built_in().unwrap();
    let blocks: Vec<&str> = include_str!("../../../docs/messages.md").split("```toml\n").skip(1).collect();
    assert_eq!(blocks.len(), 4);
    for block in blocks {
        let loaded = read(block.split("```").next().unwrap());
        let delivery = Delivery::from_settings(&loaded.settings, &loaded.sources, &clock, &words).unwrap();
        assert!(delivery.names() == ("smtp", "console") || delivery.names() == ("console", "http"));
    }
}

#[test]
fn signing_in_by_code_where_nobody_is_asked_to_verify_an_address_is_a_warning() {
    const ON: &str = "[login]\nby_code = true\n[verification]\n";
    let warned = |rest: &str| {
        let loaded = read(&format!("{rest}\n"));
        assert!(loaded.settings.login.by_code);
        loaded.warnings.iter().any(|warning| warning.key == "login.by_code")
    };
    assert!(warned(&format!("{ON}email = \"none\"\nphone = \"none\"")));
    assert!(warned(&format!("phone_authentication_active = false\n{ON}email = \"none\"")));
    for rest in ["", "email = \"none\"", "phone = \"none\"", "email = \"mandatory\"\nphone = \"none\""] {
        assert!(!warned(&format!("{ON}{rest}")), "{rest}");
    }
}
