//! A Verify service of the tests' own, which keeps to Twilio's rules as far as they matter here: one verification for a
//! number at a time, the same code again while it is under way, five wrong codes, right once.

use crate::delivery::server::{Asked, Service};
use countersign::delivery::{Failed, PhoneVerifier, Start, TwilioVerify, Unreachable, Verdict};
use secrecy::SecretString;
use serde_json::{Value, json};
use std::sync::{Arc, Mutex};
use std::time::Duration;

pub const ACCOUNT: &str = "AC00000000000000000000000000000001";
pub const SERVICE: &str = "VA00000000000000000000000000000002";
pub const TOKEN: &str = "an auth token, hunter2";

/// What the service does when it is asked.
#[derive(Clone, Debug)]
pub enum Mood {
    Fine,
    /// Always this answer, as it stands.
    Says(String),
    /// As a fine one, after so long.
    Slow(Duration),
}

#[derive(Debug)]
struct Held {
    sid: String,
    to: String,
    code: String,
    status: &'static str,
    wrong: usize,
    sent: usize,
}

#[derive(Debug)]
struct Book {
    mood: Mood,
    held: Vec<Held>,
}

pub struct Twilio {
    service: Service,
    book: Arc<Mutex<Book>>,
}

/// The adapter, without its pause after a wrong code.
pub struct Remote(pub TwilioVerify, pub Duration);

impl PhoneVerifier for Remote {
    fn start(&self, start: &Start<'_>) -> Result<String, Failed> {
        self.0.start(start)
    }

    fn check(&self, id: &str, to: &str, code: &str) -> Result<Verdict, Unreachable> {
        self.0.check(id, to, code)
    }

    fn usual_time(&self) -> Duration {
        self.1
    }
}

impl Twilio {
    pub fn start() -> Self {
        let book = Arc::new(Mutex::new(Book { mood: Mood::Fine, held: Vec::new() }));
        let shared = Arc::clone(&book);
        let service = Service::answering(move |asked| {
            let mood = shared.lock().unwrap().mood.clone();
            match mood {
                Mood::Says(answer) => return answer,
                Mood::Slow(span) => std::thread::sleep(span),
                Mood::Fine => {}
            }
            shared.lock().unwrap().answer(asked)
        });
        Self { service, book }
    }

    pub fn base(&self) -> String {
        format!("http://{}", self.service.address)
    }

    pub fn client(&self) -> TwilioVerify {
        let client = TwilioVerify::new(ACCOUNT, &SecretString::from(TOKEN), SERVICE, &self.base()).unwrap();
        client.with_timeout(Duration::from_secs(60))
    }

    pub fn remote(&self) -> Remote {
        Remote(self.client(), Duration::ZERO)
    }

    pub fn mood(&self, mood: Mood) {
        self.book.lock().unwrap().mood = mood;
    }

    pub fn asked(&self) -> Vec<Asked> {
        self.service.asked()
    }

    /// How many codes it was asked about.
    pub fn checks(&self) -> usize {
        self.asked().iter().filter(|asked| asked.line.contains("/VerificationCheck ")).count()
    }

    /// How many codes it was asked to send.
    pub fn starts(&self) -> usize {
        self.asked().iter().filter(|asked| asked.line.contains("/Verifications ")).count()
    }

    /// The code that was sent to this number last.
    pub fn code(&self, to: &str) -> String {
        let book = self.book.lock().unwrap();
        let held = book.held.iter().rev().find(|held| held.to == to);
        held.unwrap_or_else(|| panic!("nothing was sent to {to}: {book:?}")).code.clone()
    }

    /// What became of each verification for this number.
    pub fn statuses(&self, to: &str) -> Vec<&'static str> {
        let book = self.book.lock().unwrap();
        book.held.iter().filter(|held| held.to == to).map(|held| held.status).collect()
    }
}

pub fn reply(status: &str, body: &Value) -> String {
    let body = body.to_string();
    format!("HTTP/1.1 {status}\r\nContent-Type: application/json\r\nContent-Length: {}\r\n\r\n{body}", body.len())
}

pub fn refusal(status: &str, code: u32) -> String {
    let number: u32 = status.split(' ').next().unwrap().parse().unwrap();
    reply(status, &json!({"code": code, "message": "no", "more_info": "https://www.twilio.com/docs", "status": number}))
}

fn shown(held: &Held) -> Value {
    json!({"sid": held.sid, "service_sid": SERVICE, "account_sid": ACCOUNT, "to": held.to, "channel": "sms",
           "status": held.status, "valid": held.status == "approved"})
}

pub fn field(asked: &Asked, name: &str) -> Option<String> {
    let mut fields = url::form_urlencoded::parse(asked.body.as_bytes());
    fields.find(|(known, _)| known == name).map(|(_, value)| value.into_owned())
}

impl Book {
    fn answer(&mut self, asked: &Asked) -> String {
        let path = asked.line.strip_prefix(&format!("POST /v2/Services/{SERVICE}/")).unwrap();
        let path = path.strip_suffix(" HTTP/1.1").unwrap();
        match path.split_once('/') {
            None if path == "Verifications" => self.send(&field(asked, "To").unwrap()),
            None if path == "VerificationCheck" => {
                self.check(&field(asked, "VerificationSid").unwrap(), &field(asked, "Code").unwrap())
            }
            Some(("Verifications", sid)) => self.cancel(sid),
            _ => refusal("404 Not Found", 20404),
        }
    }

    fn send(&mut self, to: &str) -> String {
        let next = self.held.len() + 1;
        if !self.held.iter().any(|held| held.to == to && held.status == "pending") {
            let (sid, code) = (format!("VE{next:032x}"), format!("{:06}", 100_000 + 7_919 * next));
            self.held.push(Held { sid, to: to.to_owned(), code, status: "pending", wrong: 0, sent: 0 });
        }
        let open = self.held.iter_mut().find(|held| held.to == to && held.status == "pending").unwrap();
        open.sent += 1;
        if open.sent > 5 { refusal("429 Too Many Requests", 60203) } else { reply("201 Created", &shown(open)) }
    }

    fn check(&mut self, sid: &str, code: &str) -> String {
        if !(4..=10).contains(&code.len()) {
            return refusal("400 Bad Request", 60200);
        }
        let Some(held) = self.held.iter_mut().find(|held| held.sid == sid && held.status == "pending") else {
            return refusal("404 Not Found", 20404);
        };
        if held.wrong == 5 {
            return refusal("429 Too Many Requests", 60202);
        }
        if held.code == code {
            held.status = "approved";
        } else {
            held.wrong += 1;
        }
        reply("200 OK", &shown(held))
    }

    fn cancel(&mut self, sid: &str) -> String {
        match self.held.iter_mut().find(|held| held.sid == sid && held.status == "pending") {
            Some(held) => {
                held.status = "canceled";
                reply("200 OK", &shown(held))
            }
            None => refusal("404 Not Found", 20404),
        }
    }
}
