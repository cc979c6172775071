//! Programs that are told what happens to accounts: signed, each once, whatever the other side does, and never a secret.

mod document;
mod events;
mod processes;
mod retries;
mod shell;
mod signed;

use crate::delivery::server::{Asked, Service};
use crate::house::House;
use base64::Engine;
use base64::prelude::BASE64_STANDARD;
use serde_json::Value;
use sha2::{Digest, Sha256};
use std::sync::{Arc, Mutex};
use std::time::{Duration, Instant};

/// What signs in these tests.
pub const SECRET: &str = "whsec_BwgJCgsMDQ4PEBESExQVFhcYGRobHB0eHyAhIiMkJSY=";
/// What signed before, or will.
const OTHER_SECRET: &str = "whsec_ZGVmZ2hpamtsbW5vcHFyc3R1dnd4eXp7fH1+f4CBgoOEhYaHiImKiw==";

/// How a receiver behaves.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Mood {
    Takes,
    Answers(&'static str),
    IsSilent,
}

/// A program that is told things.
struct Receiver {
    service: Service,
    mood: Arc<Mutex<Mood>>,
    taken: Arc<Mutex<Vec<Asked>>>,
}

impl Receiver {
    fn start(mood: Mood) -> Self {
        let mood = Arc::new(Mutex::new(mood));
        let taken: Arc<Mutex<Vec<Asked>>> = Arc::default();
        let (own_mood, own_taken) = (Arc::clone(&mood), Arc::clone(&taken));
        let service = Service::answering(move |asked| match *own_mood.lock().unwrap() {
            Mood::Takes => {
                own_taken.lock().unwrap().push(asked.clone());
                "HTTP/1.1 204 No Content\r\n\r\n".into()
            }
            Mood::Answers(status) => format!("HTTP/1.1 {status}\r\nContent-Length: 0\r\n\r\n"),
            Mood::IsSilent => String::new(),
        });
        Self { service, mood, taken }
    }

    fn mood(&self, mood: Mood) {
        *self.mood.lock().unwrap() = mood;
    }

    /// Everything that was sent here, whatever was answered.
    fn asked(&self) -> Vec<Asked> {
        self.service.asked()
    }

    /// What was answered with yes.
    fn taken(&self) -> Vec<Asked> {
        self.taken.lock().unwrap().clone()
    }

    /// The kinds of what was taken, in order, once it is so many.
    fn kinds(&self, count: usize) -> Vec<String> {
        until(&format!("{count} are taken"), || self.taken().len() >= count);
        let kind = |asked: &Asked| json(asked)["data"]["kind"].as_str().unwrap().to_owned();
        self.taken().iter().map(kind).collect()
    }

    /// The table that declares it under this name, with more lines.
    fn declared(&self, name: &str, more: &str) -> String {
        format!("[webhooks.{name}]\nurl = \"http://{}/events\"\nsecret = \"{SECRET}\"\n{more}\n", self.service.address)
    }
}

fn json(asked: &Asked) -> Value {
    serde_json::from_str(&asked.body).unwrap()
}

fn id(asked: &Asked) -> String {
    asked.header("webhook-id").unwrap().to_owned()
}

/// HMAC-SHA256, written down from RFC 2104.
fn hmac(key: &[u8], text: &[u8]) -> Vec<u8> {
    let mut block = [0; 64];
    if key.len() > block.len() {
        block[..32].copy_from_slice(&Sha256::digest(key));
    } else {
        block[..key.len()].copy_from_slice(key);
    }
    let padded = |with: u8| block.iter().map(|byte| byte ^ with).collect::<Vec<u8>>();
    let inner = Sha256::digest([&padded(0x36), text].concat());
    Sha256::digest([padded(0x5c), inner.to_vec()].concat()).to_vec()
}

/// Whether one of the signatures is that of `secret`, as the specification has a receiver find out.
fn verifies(asked: &Asked, secret: &str) -> bool {
    let key = BASE64_STANDARD.decode(secret.strip_prefix("whsec_").unwrap()).unwrap();
    let header = |name: &str| asked.header(name).unwrap().to_owned();
    let signed = format!("{}.{}.{}", header("webhook-id"), header("webhook-timestamp"), asked.body);
    let expected = format!("v1,{}", BASE64_STANDARD.encode(hmac(&key, signed.as_bytes())));
    header("webhook-signature").split(' ').any(|signature| signature == expected)
}

/// Waits until something is so. The time is only for a test that would otherwise never end.
fn until(what: &str, is_so: impl Fn() -> bool) {
    let begun = Instant::now();
    while !is_so() {
        std::thread::sleep(Duration::from_millis(2));
        assert!(begun.elapsed() < Duration::from_secs(120), "{what} never came about");
    }
}

/// Has the postman look for what is due, whatever his watch says.
fn ring(house: &House) {
    house.work(|_, cx| {
        cx.note_posted();
        Ok(())
    });
}

/// How many notifications are in this state, told in SQL.
fn notifications(house: &House, state: &str) -> i64 {
    house.count(&format!("SELECT count(*) FROM outbox WHERE channel LIKE 'webhook:%' AND {state}"))
}

fn until_notifications(house: &House, state: &str, count: i64) {
    until(state, || notifications(house, state) == count);
}
