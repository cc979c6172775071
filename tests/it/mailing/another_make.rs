//! Mail through a server that is not the tests' own: aiosmtpd, and what Python's email package reads in it.

use super::{address_of, command, register, until};
use crate::faults::{Program, at_every_site, post};
use serde_json::{Value, json};
use std::io::{BufRead, BufReader};
use std::process::{Child, Command, Stdio};
use std::sync::{Arc, Mutex};

/// `tests/smtp/receiver.py` at work.
struct Receiver {
    child: Child,
    port: String,
    seen: Arc<Mutex<Vec<Value>>>,
}

impl Receiver {
    /// Nothing where there is no Python with aiosmtpd; where one is named, it must be there.
    fn start() -> Option<Self> {
        let named = std::env::var("COUNTERSIGN_TEST_PYTHON");
        let python = named.clone().unwrap_or_else(|_| "python3".into());
        let there = Command::new(&python).args(["-c", "import aiosmtpd"]).stderr(Stdio::null()).status();
        if !there.is_ok_and(|status| status.success()) {
            assert!(named.is_err(), "{python} has no aiosmtpd");
            eprintln!("no Python with aiosmtpd (see COUNTERSIGN_TEST_PYTHON), so it is left out");
            return None;
        }
        let script = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/smtp/receiver.py");
        let mut child = Command::new(python).arg(script).stdin(Stdio::piped()).stdout(Stdio::piped()).spawn().unwrap();
        let mut lines = BufReader::new(child.stdout.take().unwrap()).lines().map_while(Result::ok);
        let port = lines.next().unwrap().strip_prefix("port ").unwrap().to_owned();
        let seen = Arc::new(Mutex::new(Vec::new()));
        let book = Arc::clone(&seen);
        std::thread::spawn(move || {
            for line in lines {
                book.lock().unwrap().push(serde_json::from_str(&line).unwrap());
            }
        });
        Some(Self { child, port, seen })
    }

    /// The `nth` message, once it is there, and nothing wrong with it.
    fn nth(&self, nth: usize) -> Value {
        until("a message arrives", || self.seen.lock().unwrap().len() > nth);
        let message = self.seen.lock().unwrap()[nth].clone();
        assert_eq!(message["faults"], json!([]), "{message}");
        message
    }
}

impl Drop for Receiver {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

#[test]
fn mail_arrives_whole_at_a_server_of_another_make_and_reads_well_there() {
    at_every_site(|site| {
        let Some(receiver) = Receiver::start() else { return };
        let mut command = command(site, &format!("127.0.0.1:{}", receiver.port));
        let often = [("COUNTERSIGN__OTP__RESEND_INTERVAL", "1s"), ("COUNTERSIGN__LIMITS__RESET_PER_IP", "1000/s")];
        let program = Program::start(command.envs(often));
        let at = program.address;
        assert_eq!(register(at, "carol").unwrap().0, 201);
        let message = receiver.nth(0);
        assert_eq!((&message["kind"], &message["to"]), (&json!("verify_email"), &json!([address_of("carol")])));
        // A name beyond ASCII: the parts are encoded.
        let name = json!({"username": "ZoëÅngström", "email": address_of("zoe"), "password": crate::people::PASSWORD});
        assert_eq!(post(at, "register", &name).unwrap().0, 201);
        let message = receiver.nth(1);
        assert!(message["text"].as_str().unwrap().contains("ZoëÅngström"), "{message}");
        let code = |nth: usize| {
            let text = receiver.nth(nth)["text"].as_str().unwrap().to_owned();
            text.lines()
                .find(|line| line.len() == 8 && line.chars().all(|c| c.is_ascii_uppercase()))
                .unwrap()
                .to_owned()
        };
        let proof = json!({"email": address_of("carol"), "code": code(0)});
        assert_eq!(post(at, "verify/email", &proof).unwrap().0, 204);
        // The clock here is the real one: asked again until a second is over since the message before.
        until("a reset is sent", || {
            assert_eq!(post(at, "password/reset", &json!({"identifier": address_of("carol")})).unwrap().0, 202);
            receiver.seen.lock().unwrap().len() > 2
        });
        assert_eq!(receiver.nth(2)["kind"], json!("reset_password"));
        let confirm = json!({
            "identifier": address_of("carol"), "code": code(2), "new_password": "the moles dig in the evening",
        });
        assert_eq!(post(at, "password/reset/confirm", &confirm).unwrap().0, 204);
        assert_eq!(receiver.nth(3)["kind"], json!("password_changed"));
    });
}
