//! Messages to a mail server that is there, away, slow or unfriendly: each one arrives, once, and nobody waits for it.

mod another_make;
mod kills;
mod moods;
mod processes;
mod shell;
pub mod tls;

use crate::delivery::server::MailServer;
use crate::faults::{Site, post};
use crate::house::House;
use crate::people::PASSWORD;
use crate::visitor::{Door, Outcome};
use serde_json::{Value, json};
use std::collections::BTreeMap;
use std::net::SocketAddr;
use std::process::{Command, Stdio};
use std::time::{Duration, Instant};

/// Where no mail server is: nobody but the system may listen there, and nothing does.
const NOWHERE: &str = "127.0.0.1:1";

/// The program, about to be started here with the mail server at `mail`.
fn command(site: &Site, mail: &str) -> Command {
    let mut command = site.command();
    command
        .env("COUNTERSIGN__EMAIL__TRANSPORT", "smtp")
        .env("COUNTERSIGN__EMAIL__SMTP_URL", format!("smtp+insecure://{mail}"))
        .env("COUNTERSIGN__EMAIL__FROM", "Club <noreply@example.org>");
    command
}

/// Runs `countersign outbox …` here; what it says.
fn outbox(site: &Site, arguments: &[&str]) -> String {
    let mut command = command(site, NOWHERE);
    let ran = command.arg("outbox").args(arguments).stdout(Stdio::piped()).output().unwrap();
    assert!(ran.status.success(), "{ran:?}");
    String::from_utf8(ran.stdout).unwrap()
}

/// How often something is done: some times, or as often as is promised with `COUNTERSIGN_TEST_WHOLE=1`, which takes
/// many minutes.
fn whole_or(some: usize, promised: usize) -> usize {
    if std::env::var("COUNTERSIGN_TEST_WHOLE").is_ok() { promised } else { some }
}

fn address_of(name: &str) -> String {
    format!("{name}@example.org")
}

fn register(address: SocketAddr, name: &str) -> Option<(u16, Value)> {
    post(address, "register", &json!({"email": address_of(name), "password": PASSWORD}))
}

/// The Message-IDs of what was sent, by whom it is for.
fn arrived(server: &MailServer) -> BTreeMap<String, Vec<String>> {
    let mut all: BTreeMap<String, Vec<String>> = BTreeMap::new();
    for message in server.messages() {
        let (to, id) = (header(&message, "To"), header(&message, "Message-ID"));
        all.entry(to).or_default().push(id);
    }
    all
}

fn header(message: &str, name: &str) -> String {
    let start = format!("{name}: ");
    message.lines().find_map(|line| line.strip_prefix(&start)).unwrap_or_else(|| panic!("{name}: {message}")).to_owned()
}

/// Waits until something is so. The time is only for a test that would otherwise never end.
pub fn until(what: &str, is_so: impl Fn() -> bool) {
    let begun = Instant::now();
    let patience = Duration::from_secs(whole_or(120, 1_200) as u64);
    while !is_so() {
        // Each look may be a connection to the database: not more than the others can bear.
        std::thread::sleep(Duration::from_millis(2));
        assert!(begun.elapsed() < patience, "{what} never came about");
    }
}

/// Settings of a house whose mail goes to `server`.
fn by_smtp(server: &MailServer) -> String {
    let address = server.address;
    format!(
        "[verification]\nemail = \"optional\"\n[email]\ntransport = \"smtp\"\nfrom = \"Club <noreply@example.org>\"\n\
         smtp_url = \"smtp+insecure://{address}\""
    )
}

fn registers(house: &House, name: &str) -> Outcome {
    house.visitor(Door::Bearer).register(&[("email", &address_of(name)), ("password", PASSWORD)]).done()
}

/// Has the postman look for what is due, whatever his watch says.
fn ring(house: &House) {
    house.work(|_, cx| {
        cx.note_posted();
        Ok(())
    });
}

/// Waits until so many messages are in this state, told in SQL.
fn until_messages(house: &House, state: &str, count: i64) {
    until(state, || house.count(&format!("SELECT count(*) FROM outbox WHERE {state}")) == count);
}
