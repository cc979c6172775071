//! countersign in programs of somebody else's: the examples, run as their authors would, on every database.

mod backend;
mod shop;

use crate::house::{Database, House, databases, merged};
use std::collections::BTreeMap;
use std::net::{SocketAddr, TcpListener};
use std::sync::{Mutex, mpsc};

/// Runs `test` beside an empty house on every database: its directory and its database are there to be used.
fn beside_every_house(test: impl Fn(&House)) {
    for database in databases() {
        eprintln!("on {database:?}");
        test(&House::build(database, ""));
    }
}

/// Runs a server on a thread of its own until it is stopped.
fn run(
    start: impl FnOnce(TcpListener) -> actix_web::dev::Server + Send + 'static,
) -> (SocketAddr, actix_web::dev::ServerHandle) {
    let listener = TcpListener::bind("127.0.0.1:0").unwrap();
    let address = listener.local_addr().unwrap();
    let (tell, told) = mpsc::channel();
    std::thread::spawn(move || {
        actix_web::rt::System::new().block_on(async move {
            let server = start(listener);
            tell.send(server.handle()).unwrap();
            server.await.unwrap();
        });
    });
    (address, told.recv().unwrap())
}

/// A browser: it keeps cookies, says where it comes from, and follows nothing by itself.
struct Browser {
    address: SocketAddr,
    origin: &'static str,
    cookies: Mutex<BTreeMap<String, String>>,
}

#[derive(Debug)]
struct Reply {
    status: u16,
    location: String,
    body: String,
}

impl Browser {
    fn new(address: SocketAddr) -> Self {
        Self { address, origin: "http://127.0.0.1:8000", cookies: Mutex::default() }
    }

    fn get(&self, path: &str) -> Reply {
        self.send(path, "text/html,*/*", None)
    }

    fn post(&self, path: &str, fields: &[(&str, &str)]) -> Reply {
        self.send(path, "text/html,*/*", Some(fields))
    }

    fn send(&self, path: &str, accept: &str, fields: Option<&[(&str, &str)]>) -> Reply {
        let config = ureq::Agent::config_builder().http_status_as_error(false).max_redirects(0);
        let agent: ureq::Agent = config.build().into();
        let url = format!("http://{}{path}", self.address);
        let cookies: Vec<String> =
            self.cookies.lock().unwrap().iter().map(|(name, value)| format!("{name}={value}")).collect();
        let cookies = cookies.join("; ");
        let mut reply = match fields {
            None => agent.get(url).header("accept", accept).header("cookie", cookies).call().unwrap(),
            Some(fields) => {
                let body = url::form_urlencoded::Serializer::new(String::new()).extend_pairs(fields).finish();
                let request = agent.post(url).header("accept", accept).header("cookie", cookies);
                let request = request.header("origin", self.origin);
                request.header("content-type", "application/x-www-form-urlencoded").send(body).unwrap()
            }
        };
        for cookie in reply.headers().get_all("set-cookie") {
            let (name, value) = cookie.to_str().unwrap().split(';').next().unwrap().split_once('=').unwrap();
            self.cookies.lock().unwrap().insert(name.to_owned(), value.to_owned());
        }
        let location = reply.headers().get("location").map(|to| to.to_str().unwrap().to_owned()).unwrap_or_default();
        Reply { status: reply.status().as_u16(), location, body: reply.body_mut().read_to_string().unwrap() }
    }
}

/// Settings for a program on the database of this house.
fn settings_of(house: &House, own: &str) -> String {
    merged(own, &house.url)
}

/// How many lines of `text` are between two lines that begin so, without blank lines and comments.
fn lines_between(text: &str, first: &str, last: &str) -> usize {
    let from = text.find(first).unwrap();
    let to = text[from..].find(last).unwrap() + from;
    text[from..to].lines().map(str::trim).filter(|line| !line.is_empty() && !line.starts_with("//")).count()
}

#[test]
fn accounts_take_less_than_twenty_lines_and_a_backend_less_than_forty() {
    let shop = include_str!("../../examples/embed.rs");
    let accounts = lines_between(shop, "// What the shop does to have accounts: from here …", "// … to here.");
    assert!(accounts < 20, "{accounts}");
    let backend = include_str!("../../examples/custom_backend.rs");
    let lines = lines_between(backend, "pub struct Directory", "/// Whom the directory knows and we do not yet");
    assert!(lines < 40, "{lines}");
    assert!(databases().contains(&Database::Sqlite));
}
