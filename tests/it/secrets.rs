//! What is secret stands in no log line, no reply, no `Debug` and no column: not a password, right or wrong, not a
//! token, not a cookie, not a key.

mod shown;

use crate::house::{Database, binary, databases, fresh_directory, fresh_schema};
use crate::visitor::Reply;
use base64::Engine;
use base64::prelude::{BASE64_STANDARD, BASE64_URL_SAFE_NO_PAD};
use countersign::db::Target;
use diesel::connection::SimpleConnection;
use diesel::prelude::*;
use secrecy::SecretString;
use serde_json::{Value, json};
use std::io::{BufRead, BufReader, Read};
use std::path::PathBuf;
use std::process::{Child, Command, Stdio};
use std::sync::mpsc;
use std::time::Duration;

const KEY: &str = "marked-key-Vt3qZ8mWc5RkYxN7pLhJ2sDfGbT9aQeU";
const RIGHT: &str = "marked right xylophone 41";
const WRONG: &str = "marked wrong accordion 52";
const IN_THE_WRONG_BOX: &str = "marked_slip_of_the_hand_63";
const IN_THE_QUERY: &str = "marked-query-74";
const REFERER: &str = "marked-referer-85";
const REFUSED: &str = "marked refused trombone";

/// The program itself, running, with everything it says kept.
struct Running {
    child: Child,
    said: Vec<std::thread::JoinHandle<String>>,
    address: String,
    directory: PathBuf,
    target: Target,
    schema: Option<String>,
    agent: ureq::Agent,
    replies: Vec<Reply>,
}

fn listen(pipe: impl Read + Send + 'static, tell: mpsc::Sender<String>) -> std::thread::JoinHandle<String> {
    std::thread::spawn(move || {
        let mut all = String::new();
        for line in BufReader::new(pipe).lines().map_while(Result::ok) {
            // Nobody listens once the program is ready.
            let _ = tell.send(line.clone());
            all.push_str(&line);
            all.push('\n');
        }
        all
    })
}

fn start(database: Database, format: &str) -> Running {
    let directory = fresh_directory();
    let (url, target, schema) = match database {
        Database::Sqlite => ("sqlite://test.db".to_owned(), Target::Sqlite(directory.join("test.db")), None),
        Database::Postgres => {
            let (url, schema) = fresh_schema();
            (url.clone(), Target::Postgres(SecretString::from(url)), schema)
        }
    };
    let mut child = Command::new(binary())
        .arg("serve")
        .current_dir(&directory)
        .env_clear()
        .env("COUNTERSIGN__DATABASE__URL", url)
        .env("COUNTERSIGN__SECRET_KEYS", format!("[\"{KEY}\"]"))
        .env("COUNTERSIGN__SERVER__BIND", "127.0.0.1:0")
        .env("COUNTERSIGN__SERVER__WORKERS", "1")
        .env("COUNTERSIGN__PASSWORDS__BCRYPT_COST", "4")
        .env("COUNTERSIGN__LOG__LEVEL", "trace")
        .env("COUNTERSIGN__LOG__FORMAT", format)
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    let (tell, told) = mpsc::channel();
    let said = vec![listen(child.stderr.take().unwrap(), tell.clone()), listen(child.stdout.take().unwrap(), tell)];
    let ready = told.iter().find(|line| line.contains("countersign is ready")).expect("the program starts");
    let (_, rest) = ready.split_once("127.0.0.1:").unwrap();
    let port: String = rest.chars().take_while(char::is_ascii_digit).collect();
    let config = ureq::Agent::config_builder().http_status_as_error(false).max_redirects(0);
    let config = config.max_idle_age(Duration::from_secs(2)).build();
    let address = format!("http://127.0.0.1:{port}");
    Running { child, said, address, directory, target, schema, agent: config.into(), replies: Vec::new() }
}

impl Running {
    fn ask(&mut self, method: &str, path: &str, headers: &[(&str, &str)], body: &str) -> Reply {
        let mut request = ureq::http::Request::builder()
            .method(method)
            .uri(format!("{}{path}", self.address))
            .header("origin", "http://127.0.0.1:8000")
            .header("referer", format!("http://127.0.0.1:8000/{REFERER}?{REFERER}"));
        for (name, value) in headers {
            request = request.header(*name, *value);
        }
        let mut reply = self.agent.run(request.body(body.as_bytes()).unwrap()).unwrap();
        let text = |value: &ureq::http::HeaderValue| value.to_str().unwrap().to_owned();
        let headers = reply.headers().iter().map(|(name, value)| (name.to_string(), text(value))).collect();
        let body = reply.body_mut().read_to_string().unwrap();
        let reply = Reply { status: reply.status().as_u16(), headers, body };
        self.replies.push(reply.clone());
        reply
    }

    fn json(&mut self, path: &str, body: &Value, headers: &[(&str, &str)]) -> Reply {
        let mut all = vec![("content-type", "application/json")];
        all.extend(headers);
        self.ask("POST", path, &all, &body.to_string())
    }

    fn form(&mut self, path: &str, fields: &[(&str, &str)]) -> Reply {
        let body = url::form_urlencoded::Serializer::new(String::new()).extend_pairs(fields).finish();
        self.ask("POST", path, &[("content-type", "application/x-www-form-urlencoded")], &body)
    }

    /// Every row of every table, as text; on SQLite the bytes of its files.
    fn stored(&self) -> Vec<u8> {
        if self.schema.is_none() {
            let mut all = Vec::new();
            for name in ["test.db", "test.db-wal", "test.db-shm"] {
                all.extend(std::fs::read(self.directory.join(name)).unwrap_or_default());
            }
            assert!(all.len() > 10_000);
            return all;
        }
        #[derive(QueryableByName)]
        struct Row {
            #[diesel(sql_type = diesel::sql_types::Text)]
            row: String,
        }
        let mut conn = self.target.connect().unwrap();
        let mut all = String::new();
        for table in ["users", "sessions", "refresh_tokens", "login_failures", "rate_limits"] {
            let sql = format!("SELECT t::text || encode(convert_to(t::text, 'UTF8'), 'escape') AS row FROM {table} t");
            let rows: Vec<Row> = diesel::sql_query(sql).load(&mut conn).unwrap();
            rows.iter().for_each(|row| all.push_str(&row.row));
        }
        assert!(all.contains("marked_name"));
        all.into_bytes()
    }

    /// Ends the program and tells all it has said.
    fn end(mut self) -> String {
        self.child.kill().unwrap();
        self.child.wait().unwrap();
        let said = self.said.drain(..).map(|thread| thread.join().unwrap()).collect();
        if let (Some(schema), Ok(mut conn)) = (&self.schema, self.target.connect()) {
            let _ = conn.batch_execute(&format!("DROP SCHEMA {schema} CASCADE"));
        }
        let _ = std::fs::remove_dir_all(&self.directory);
        said
    }
}

/// The ways a secret might be written down: as it is, escaped, encoded.
fn spellings(secret: &str) -> Vec<Vec<u8>> {
    let bytes = secret.as_bytes();
    let form: String = url::form_urlencoded::byte_serialize(bytes).collect();
    let hex = |bytes: &[u8]| bytes.iter().fold(String::new(), |all, byte| all + &format!("{byte:02x}"));
    let mut all = vec![bytes.to_vec(), form.replace('+', "%20").into(), form.into()];
    all.push(BASE64_STANDARD.encode(bytes).trim_end_matches('=').into());
    all.push(hex(bytes).into());
    // A token is base64 of random bytes: those, and their hexadecimal digits, are as good.
    if let Ok(decoded) = BASE64_URL_SAFE_NO_PAD.decode(secret)
        && decoded.len() == 32
    {
        all.push(hex(&decoded).into());
        all.push(decoded);
    }
    all
}

pub fn holds(all: &[u8], secret: &str) -> bool {
    spellings(secret).iter().any(|spelling| all.windows(spelling.len()).any(|part| part == spelling))
}

/// The session cookie's value, and its part that is the session's key.
fn keys_of(reply: &Reply) -> Vec<String> {
    let cookie = reply.cookies().find(|cookie| cookie.starts_with("countersign=")).unwrap();
    let value = cookie["countersign=".len()..].split(';').next().unwrap().to_owned();
    let decoded: String = url::form_urlencoded::parse(value.as_bytes()).map(|(name, _)| name.into_owned()).collect();
    // The last 43 characters are the key; before them stands the signature that the library insists on.
    let key = decoded[decoded.len() - 43..].to_owned();
    vec![value, key]
}

/// What everybody does, with values that can be found again. Returns the tokens and cookies that were given out.
fn live_through_a_day(running: &mut Running) -> Vec<String> {
    let mut given = Vec::new();
    let take = |reply: &Reply| -> Vec<String> {
        let all = reply.json();
        let token = |name: &str| all[name].as_str().unwrap().to_owned();
        let access = token("access_token");
        let signature = access.rsplit('.').next().unwrap().to_owned();
        vec![access, signature, token("refresh_token")]
    };
    let new = json!({"username": "marked_name", "email": "m@example.org", "password": RIGHT});
    let reply = running.json("/api/v1/register", &new, &[]);
    assert_eq!(reply.status, 201, "{reply:?}");
    given.extend(take(&reply));
    let refused = json!({"username": "other", "password": REFUSED, "password_confirm": WRONG, REFUSED: 1});
    assert_eq!(running.json("/api/v1/register", &refused, &[]).status, 422);
    assert_eq!(running.json("/api/v1/login", &json!({"username": "marked_name", "password": WRONG}), &[]).status, 401);
    assert_eq!(
        running.json("/api/v1/login", &json!({"identifier": IN_THE_WRONG_BOX, "password": WRONG}), &[]).status,
        401
    );
    let reply = running.json("/api/v1/login", &json!({"username": "marked_name", "password": RIGHT}), &[]);
    given.extend(take(&reply));
    let refresh = given.last().unwrap().clone();
    let reply = running.json("/api/v1/token/refresh", &json!({"refresh_token": refresh}), &[]);
    given.extend(take(&reply));
    let bearer = format!("Bearer {}", given[given.len() - 3]);
    assert_eq!(running.ask("GET", "/api/v1/me", &[("authorization", &bearer)], "").status, 200);
    assert_eq!(running.ask("POST", "/api/v1/logout", &[("authorization", &bearer)], "").status, 204);
    assert_eq!(running.json("/api/v1/token/refresh", &json!({"refresh_token": refresh}), &[]).status, 401);
    let cookie_login = json!({"username": "marked_name", "password": RIGHT, "remember_me": true});
    let reply = running.json("/api/v1/login?session=cookie", &cookie_login, &[]);
    given.extend(keys_of(&reply));
    let path = format!("/login?next=/{IN_THE_QUERY}&password={IN_THE_QUERY}");
    running.ask("GET", &path, &[], "");
    running.ask("GET", &format!("/account?{IN_THE_QUERY}"), &[("cookie", "countersign=marked-cookie-96")], "");
    assert_eq!(running.form("/login", &[("identifier", "marked_name"), ("password", WRONG)]).status, 422);
    assert_eq!(running.form("/login", &[("identifier", IN_THE_WRONG_BOX), ("password", "")]).status, 422);
    assert_eq!(
        running.form("/register", &[("username", "x"), ("password", REFUSED), ("password_confirm", WRONG)]).status,
        422
    );
    let reply = running.form("/login", &[("identifier", "marked_name"), ("password", RIGHT)]);
    assert_eq!(reply.status, 303, "{reply:?}");
    let keys = keys_of(&reply);
    let cookie = format!("countersign={}", keys[0]);
    given.extend(keys);
    assert_eq!(running.ask("GET", "/account", &[("cookie", &cookie)], "").status, 200);
    assert_eq!(running.ask("POST", "/logout", &[("cookie", &cookie)], "").status, 303);
    given
}

#[test]
fn no_secret_is_logged_stored_or_sent_back() {
    for database in databases() {
        for format in ["text", "json"] {
            let mut running = start(database, format);
            let given = live_through_a_day(&mut running);
            let stored = running.stored();
            let replies = std::mem::take(&mut running.replies);
            let log = running.end();
            assert!(log.contains("/api/v1/login") && log.lines().count() > 15, "there is a log: {log}");
            let written = [RIGHT, WRONG, REFUSED, KEY];
            for secret in written.iter().copied().chain(given.iter().map(String::as_str)) {
                assert!(!holds(log.as_bytes(), secret), "{database:?} {format}: {secret} is in the log:\n{log}");
                assert!(!holds(&stored, secret), "{database:?} {format}: {secret} is in the database");
            }
            for unsaid in [IN_THE_WRONG_BOX, IN_THE_QUERY, REFERER, "marked-cookie-96"] {
                assert!(!holds(log.as_bytes(), unsaid), "{database:?} {format}: {unsaid} is in the log:\n{log}");
                assert!(!holds(&stored, unsaid), "{database:?} {format}: {unsaid} is in the database");
            }
            for reply in &replies {
                let told = format!("{:?}{}", reply.headers, reply.body);
                // The unknown member's own name is told; that it was a password is nobody's to know.
                for secret in [RIGHT, WRONG, KEY, "bcrypt"] {
                    assert!(!holds(told.as_bytes(), secret), "{secret} is in {reply:?}");
                }
            }
            for token in &given {
                let given_in = replies.iter().filter(|reply| {
                    let told = format!("{:?}{}", reply.headers, reply.body);
                    told.contains(token.as_str())
                });
                assert!(given_in.count() <= 1, "{token} is told more than once");
            }
        }
    }
}

#[test]
fn the_search_finds_what_it_is_meant_to_find() {
    assert!(holds(b"x marked right xylophone 41 y", RIGHT));
    assert!(holds(b"password=marked+right+xylophone+41&", RIGHT));
    assert!(holds(BASE64_STANDARD.encode(RIGHT).as_bytes(), RIGHT));
    let key = BASE64_URL_SAFE_NO_PAD.encode([7_u8; 32]);
    assert!(holds(&[vec![1], vec![7; 32], vec![2]].concat(), &key));
    assert!(!holds(b"nothing here", RIGHT));
}
