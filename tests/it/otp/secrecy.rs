//! A code, and the secret of a link, are in their message and nowhere else: not in a log at its most talkative, not in
//! the database, not in a reply.

use super::{EMAIL, NEW, PHONE, WRONG};
use crate::faults::{Program, Site, at_every_site};
use crate::house::Database;
use crate::people::PASSWORD;
use crate::secrets::holds;
use countersign::db::Target;
use diesel::prelude::*;
use secrecy::SecretString;
use serde_json::{Value, json};
use std::io::Write;
use std::net::SocketAddr;
use std::process::Stdio;
use std::time::{Duration, Instant};

const SECOND: &str = "dave@example.org";

/// A message as it lies in its directory: whole, and what can be used of it.
struct Filed {
    code: String,
    /// The path of the link, and its secret.
    link: Option<(String, String)>,
}

/// Waits for the `nth` file whose text holds these two.
fn filed(site: &Site, directory: &str, kind: &str, to: &str, nth: usize) -> Filed {
    let begun = Instant::now();
    loop {
        let mut names: Vec<_> = std::fs::read_dir(site.directory.join(directory))
            .map(|all| all.flatten().map(|entry| entry.path()).collect())
            .unwrap_or_default();
        names.retain(|path| !path.file_name().unwrap().to_str().unwrap().starts_with('.'));
        names.sort();
        let texts = names.iter().map(|path| std::fs::read_to_string(path).unwrap());
        let mut matching = texts.filter(|text| text.contains(kind) && text.contains(to));
        if let Some(text) = matching.nth(nth) {
            return if directory == "sms" { read_sms(&text) } else { read_email(&text) };
        }
        std::thread::yield_now();
        assert!(begun.elapsed() < Duration::from_secs(60), "{kind} never came to {to}");
    }
}

fn read_sms(text: &str) -> Filed {
    let all: Value = serde_json::from_str(text).unwrap();
    let (_, code) = all["text"].as_str().unwrap().rsplit_once(" #").unwrap();
    Filed { code: code.to_owned(), link: None }
}

fn read_email(text: &str) -> Filed {
    let text = text.replace("=\r\n", "").replace("=3D", "=");
    let is_code = |line: &&str| line.len() == 8 && line.chars().all(|c| c.is_ascii_uppercase());
    let code = text.lines().map(str::trim).find(is_code).unwrap_or_else(|| panic!("{text}")).to_owned();
    let path = text.split_whitespace().find_map(|word| word.strip_prefix("http://127.0.0.1:8000/"));
    let link = path.map(|path| (format!("/{path}"), path.rsplit('/').next().unwrap().to_owned()));
    Filed { code, link }
}

/// Somebody who keeps every reply, with the path it was an answer to.
struct Listener {
    address: SocketAddr,
    agent: ureq::Agent,
    heard: Vec<(String, String)>,
}

impl Listener {
    fn new(program: &Program) -> Self {
        let config = ureq::Agent::config_builder().http_status_as_error(false).max_redirects(0);
        let config = config.max_idle_age(Duration::from_secs(2)).timeout_global(Some(Duration::from_secs(60)));
        let agent = config.build().into();
        Self { address: program.address, agent, heard: Vec::new() }
    }

    fn ask(&mut self, method: &str, path: &str, kind: &str, token: Option<&str>, body: &str) -> (u16, Value) {
        let mut request = ureq::http::Request::builder()
            .method(method)
            .uri(format!("http://{}{path}", self.address))
            .header("origin", "http://127.0.0.1:8000")
            .header("referer", format!("http://127.0.0.1:8000{path}"))
            .header("content-type", kind);
        if let Some(token) = token {
            request = request.header("authorization", format!("Bearer {token}"));
        }
        let mut reply = self.agent.run(request.body(body.as_bytes()).unwrap()).unwrap();
        let status = reply.status().as_u16();
        let text = reply.body_mut().read_to_string().unwrap_or_default();
        self.heard.push((path.to_owned(), format!("{:?}\n{text}", reply.headers())));
        (status, serde_json::from_str(&text).unwrap_or_default())
    }

    fn json(&mut self, path: &str, token: Option<&str>, body: &Value) -> (u16, Value) {
        self.ask("POST", &format!("/api/v1/{path}"), "application/json", token, &body.to_string())
    }

    fn form(&mut self, path: &str, fields: &[(&str, &str)]) -> u16 {
        let body = url::form_urlencoded::Serializer::new(String::new()).extend_pairs(fields).finish();
        self.ask("POST", path, "application/x-www-form-urlencoded", None, &body).0
    }

    fn get(&mut self, path: &str) -> u16 {
        self.ask("GET", path, "text/plain", None, "").0
    }
}

/// Every byte of the database.
fn stored(site: &Site) -> Vec<u8> {
    if site.database == Database::Sqlite {
        let files = ["test.db", "test.db-wal", "test.db-shm"];
        return files.iter().flat_map(|name| std::fs::read(site.directory.join(name)).unwrap_or_default()).collect();
    }
    #[derive(QueryableByName)]
    struct Row {
        #[diesel(sql_type = diesel::sql_types::Text)]
        row: String,
    }
    let mut conn = Target::Postgres(SecretString::from(site.url.as_str())).connect().unwrap();
    let tables = "SELECT table_name::text AS row FROM information_schema.tables WHERE table_schema = current_schema()";
    let tables: Vec<Row> = diesel::sql_query(tables).load(&mut conn).unwrap();
    assert!(tables.len() >= 8);
    let mut all = Vec::new();
    for Row { row: table } in tables {
        let rows: Vec<Row> =
            diesel::sql_query(format!("SELECT t::text AS row FROM {table} t")).load(&mut conn).unwrap();
        rows.iter().for_each(|row| all.extend(row.row.as_bytes()));
    }
    all
}

/// An account of the shell's making, to which nothing was sent.
fn create(site: &Site, flag: &str, address: &str) {
    let mut command = site.command();
    command.args(["user", "create", flag, address, "--password-stdin"]);
    let mut child = command.stdin(Stdio::piped()).spawn().unwrap();
    child.stdin.take().unwrap().write_all(format!("{PASSWORD}\n").as_bytes()).unwrap();
    let output = child.wait_with_output().unwrap();
    assert!(output.status.success(), "{output:?}");
}

/// What must be nowhere, and what the database held while codes were open.
#[derive(Default)]
struct Found {
    secrets: Vec<String>,
    stored: Vec<u8>,
}

impl Found {
    fn note(&mut self, filed: &Filed) {
        self.secrets.push(filed.code.clone());
        self.secrets.extend(filed.link.iter().map(|(_, secret)| secret.clone()));
    }
}

/// Registers and verifies by every way.
fn verify(site: &Site, listener: &mut Listener, found: &mut Found) {
    let new = json!({"username": "carol", "email": EMAIL, "phone": PHONE, "password": PASSWORD});
    let (status, body) = listener.json("register", None, &new);
    assert_eq!(status, 201, "{body}");
    let token = body["access_token"].as_str().unwrap().to_owned();
    assert_eq!(listener.json("register", None, &json!({"email": SECOND, "password": PASSWORD})).0, 201);
    let (email, phone) = (filed(site, "mail", "verify_email", EMAIL, 0), filed(site, "sms", "verify_phone", PHONE, 0));
    let second = filed(site, "mail", "verify_email", SECOND, 0);
    [&email, &phone, &second].iter().for_each(|filed| found.note(filed));
    found.stored.extend(stored(site));
    assert_eq!(listener.json("verify/email/resend", Some(&token), &json!({})).0, 429);
    for _ in 0..3 {
        assert!(matches!(listener.json("verify/email", Some(&token), &json!({"code": WRONG})).0, 422 | 429));
    }
    // In the wrong boxes.
    assert_eq!(listener.json("verify/email", None, &json!({"email": email.code, "code": email.code})).0, 422);
    assert_eq!(listener.form("/verify/email", &[("email", SECOND), ("code", &phone.code)]), 422);
    assert_eq!(listener.json("verify/email", None, &json!({"email": SECOND, "code": "", "kode": second.code})).0, 422);
    assert_eq!(listener.json("verify/phone", Some(&token), &json!({"code": phone.code})).0, 200);
    assert_eq!(listener.json("verify/phone", None, &json!({"phone": PHONE, "code": phone.code})).0, 422);
    for filed in [&email, &second] {
        let (path, _) = filed.link.as_ref().unwrap();
        // As some mail programs write it.
        for odd in [format!("{path}."), format!("{path}/"), path.replacen('/', "//", 1), format!("{path}?{path}")] {
            listener.get(&odd);
        }
        assert_eq!((listener.get(path), listener.form(path, &[])), (200, 303));
        assert_eq!((listener.get(path), listener.form(path, &[])), (422, 422));
    }
}

/// Resets by a code in an email, by one in a text message, and by a link.
fn reset(site: &Site, listener: &mut Listener, found: &mut Found) {
    let (erin, finn, gail) = ("erin@example.org", "finn@example.org", "+4915123456780");
    for (flag, address) in [("--email", erin), ("--email", finn), ("--phone", gail)] {
        create(site, flag, address);
        assert_eq!(listener.json("password/reset", None, &json!({"identifier": address})).0, 202);
    }
    let by_code =
        [(erin, filed(site, "mail", "reset_password", erin, 0)), (gail, filed(site, "sms", "reset_", gail, 0))];
    let by_link = filed(site, "mail", "reset_password", finn, 0);
    by_code.iter().for_each(|(_, filed)| found.note(filed));
    found.note(&by_link);
    found.stored.extend(stored(site));
    for (who, filed) in &by_code {
        let short = json!({"identifier": who, "code": filed.code, "new_password": "xq7 vz"});
        assert_eq!(listener.json("password/reset/confirm", None, &short).0, 422);
        // The code for the password, as somebody in a hurry types it.
        let twice = json!({"identifier": who, "code": filed.code, "new_password": &filed.code[..7]});
        assert_eq!(listener.json("password/reset/confirm", None, &twice).0, 422);
        let page = [("identifier", *who), ("code", &filed.code), ("new_password", "a"), ("new_password_confirm", "b")];
        assert_eq!(listener.form("/password/reset/done", &page), 422);
        let good = json!({"identifier": who, "code": filed.code, "new_password": NEW});
        assert_eq!(listener.json("password/reset/confirm", None, &good).0, 204);
    }
    let (path, _) = by_link.link.as_ref().unwrap();
    assert_eq!(listener.get(path), 200);
    assert_eq!(listener.form(path, &[("new_password", "a"), ("new_password_confirm", "b")]), 422);
    assert_eq!(listener.form(path, &[("new_password", NEW), ("new_password_confirm", NEW)]), 303);
    for page in ["/password/reset", "/password/reset/done", "/password/reset/complete", "/verify/email", "/login"] {
        assert_eq!(listener.get(page), 200, "{page}");
    }
}

/// Signs in by a code in an email and one in a text message, and by a link.
fn sign_in(site: &Site, listener: &mut Listener, found: &mut Found) {
    let (hugo, iris, jack) = ("hugo@example.org", "iris@example.org", "+4915123456781");
    for (flag, address) in [("--email", hugo), ("--email", iris), ("--phone", jack)] {
        create(site, flag, address);
        assert!(site.command().args(["user", "verify", address]).status().unwrap().success());
        assert_eq!(listener.json("login/code", None, &json!({"identifier": address})).0, 202);
    }
    let by_code =
        [(hugo, filed(site, "mail", "login_code", hugo, 0)), (jack, filed(site, "sms", "login_code", jack, 0))];
    let by_link = filed(site, "mail", "login_code", iris, 0);
    by_code.iter().for_each(|(_, filed)| found.note(filed));
    found.note(&by_link);
    found.stored.extend(stored(site));
    for (who, filed) in &by_code {
        let wrong_box = json!({"identifier": filed.code, "code": WRONG});
        assert_eq!(listener.json("login/code/confirm", None, &wrong_box).0, 422);
        assert_eq!(
            listener.form("/login/code/confirm", &[("identifier", who), ("code", &filed.code), ("x", "y")]),
            422
        );
        let good = json!({"identifier": who, "code": filed.code});
        assert_eq!(listener.json("login/code/confirm", None, &good).0, 200);
        assert_eq!(listener.json("login/code/confirm", None, &good).0, 422);
    }
    let (path, _) = by_link.link.as_ref().unwrap();
    assert_eq!((listener.get(path), listener.form(path, &[])), (200, 303));
    assert_eq!((listener.get(path), listener.form(path, &[])), (422, 422));
}

#[test]
fn a_code_is_nowhere_but_in_its_message() {
    at_every_site(|site| {
        let mut command = site.command();
        command
            .env("COUNTERSIGN__EMAIL__TRANSPORT", "file")
            .env("COUNTERSIGN__SMS__GATEWAY", "file")
            // So long that no other number has it in it by chance.
            .env("COUNTERSIGN__OTP__PHONE__LENGTH", "24")
            .env("COUNTERSIGN__LOGIN__BY_CODE", "true")
            .env("COUNTERSIGN__LOG__LEVEL", "trace");
        let program = Program::start(&mut command);
        let (mut listener, mut found) = (Listener::new(&program), Found::default());
        verify(site, &mut listener, &mut found);
        reset(site, &mut listener, &mut found);
        sign_in(site, &mut listener, &mut found);
        program.terminate();
        let (_, log) = program.ended();
        found.stored.extend(stored(site));
        assert!(log.contains("/api/v1/verify/") && log.lines().count() > 20, "{log}");
        assert!(holds(&found.stored, "carol") && found.secrets.len() >= 14);
        for secret in &found.secrets {
            for spelling in [secret.clone(), secret.to_lowercase()] {
                assert!(!holds(log.as_bytes(), &spelling), "{secret} is in the log:\n{log}");
                assert!(!holds(&found.stored, &spelling), "{secret} is in the database");
                // The page with the button sends back the link it was asked for by, and nothing else does.
                let told = listener.heard.iter().filter(|(path, _)| !path.contains(secret.as_str()));
                let mut told = told.filter(|(_, reply)| reply.contains(&spelling));
                let told = told.next();
                assert!(told.is_none(), "{secret} is told: {told:?}");
            }
        }
    });
}
