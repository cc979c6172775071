//! The receiver of the document, as it stands there, told by the program.

use super::{SECRET, until};
use crate::commands::Shell;
use std::io::{BufRead, BufReader};
use std::net::{TcpListener, TcpStream};
use std::process::{Child, Command, Stdio};

/// Where a Python is; without one the test is left out.
fn python() -> Option<String> {
    let named = std::env::var("COUNTERSIGN_TEST_PYTHON").unwrap_or_else(|_| "python3".into());
    let answers = Command::new(&named).arg("--version").stdout(Stdio::null()).status().is_ok_and(|ran| ran.success());
    answers.then_some(named)
}

struct Killed(Child);

impl Drop for Killed {
    fn drop(&mut self) {
        let _ = self.0.kill();
        let _ = self.0.wait();
    }
}

#[test]
fn the_receiver_of_the_document_takes_what_is_signed_and_nothing_else() {
    let Some(python) = python() else { return eprintln!("without Python this is left out") };
    let text = std::fs::read_to_string(concat!(env!("CARGO_MANIFEST_DIR"), "/docs/webhooks.md")).unwrap();
    let code = text.split("```python\n").nth(1).unwrap().split("```").next().unwrap();
    let shell = Shell::new();
    let program = shell.write("receiver.py", code);
    let port = TcpListener::bind("127.0.0.1:0").unwrap().local_addr().unwrap().port();
    let mut started = Command::new(python);
    started.arg(program).args([&port.to_string(), SECRET]).stdout(Stdio::piped());
    let mut receiver = Killed(started.spawn().unwrap());
    until("it listens", || TcpStream::connect(("127.0.0.1", port)).is_ok());
    let declare = |secret: &str| {
        shell.write(
            "settings.toml",
            &format!("[webhooks.shop]\nurl = \"http://127.0.0.1:{port}/\"\nsecret = \"{secret}\""),
        );
    };
    declare(super::OTHER_SECRET);
    let ran = shell.run(&["webhooks", "test", "shop"]).ended(1);
    assert!(ran.err.contains("401 Unauthorized"), "{ran:?}");
    declare(SECRET);
    shell.run(&["webhooks", "test", "shop"]).ended(0);
    let mut said = String::new();
    BufReader::new(receiver.0.stdout.take().unwrap()).read_line(&mut said).unwrap();
    assert_eq!(said, "webhook.test None\n");
}
