//! What goes wrong outside: processes that are killed, databases that go away, disks that are full.

mod away;
mod deadlock;
mod disk;
mod kills;
pub mod proxy;
mod starts;

use crate::house::{Database, binary, databases, fresh_directory, fresh_schema};
use countersign::db::Target;
use diesel::connection::SimpleConnection;
use secrecy::SecretString;
use serde_json::{Value, json};
use std::io::{BufRead, BufReader, Read};
use std::net::SocketAddr;
use std::path::PathBuf;
use std::process::{Child, Command, ExitStatus, Stdio};
use std::sync::mpsc;
use std::thread::JoinHandle;
use std::time::Duration;

/// An installation without any process: a database, a directory, keys.
pub struct Site {
    pub database: Database,
    pub directory: PathBuf,
    pub url: String,
    schema: Option<String>,
}

/// Runs `test` at an empty site on every database.
pub fn at_every_site(test: impl Fn(&Site)) {
    for database in databases() {
        eprintln!("on {database:?}");
        let directory = fresh_directory();
        let (url, schema) = match database {
            Database::Sqlite => (format!("sqlite://{}/test.db", directory.display()), None),
            Database::Postgres => fresh_schema(),
        };
        test(&Site { database, directory, url, schema });
    }
}

impl Site {
    /// A site on a database that is there.
    pub fn at(database: Database, directory: PathBuf, url: String) -> Self {
        Self { database, directory, url, schema: None }
    }

    /// The program, about to be started here.
    pub fn command(&self) -> Command {
        let mut command = Command::new(binary());
        self.prepare(&mut command);
        command
    }

    /// Gives a command what the program needs to know.
    pub fn prepare(&self, command: &mut Command) {
        command
            .current_dir(&self.directory)
            .env_remove("COUNTERSIGN_SETTINGS")
            .env("COUNTERSIGN__SERVER__BIND", "127.0.0.1:0")
            .env("COUNTERSIGN__DATABASE__URL", &self.url)
            .env("COUNTERSIGN__SECRET_KEYS", "[\"a key for tests, long enough to be one: 8f3Kq2\"]")
            .env("COUNTERSIGN__PASSWORDS__BCRYPT_COST", "4")
            .env("COUNTERSIGN__LIMITS__LOGIN_PER_IP", "100000/m")
            .env("COUNTERSIGN__LIMITS__REGISTER_PER_IP", "100000/m")
            .stdin(Stdio::null())
            .stdout(Stdio::null())
            .stderr(Stdio::piped());
    }

    /// The running program.
    pub fn start(&self) -> Program {
        Program::start(&mut self.command())
    }

    /// SQL past the program.
    pub fn sql(&self, sql: &str) {
        target(self.database, &self.url).connect().unwrap().batch_execute(sql).unwrap();
    }

    /// SQL that tells one number.
    pub fn count(&self, sql: &str) -> i64 {
        use diesel::prelude::*;
        #[derive(QueryableByName)]
        struct Row {
            #[diesel(sql_type = diesel::sql_types::BigInt)]
            n: i64,
        }
        let mut conn = target(self.database, &self.url).connect().unwrap();
        diesel::sql_query(format!("SELECT ({sql}) AS n")).get_result::<Row>(&mut conn).unwrap().n
    }
}

impl Drop for Site {
    fn drop(&mut self) {
        if let Some(schema) = &self.schema {
            self.sql(&format!("DROP SCHEMA {schema} CASCADE"));
        }
        let _ = std::fs::remove_dir_all(&self.directory);
    }
}

fn target(database: Database, url: &str) -> Target {
    match database {
        Database::Sqlite => Target::Sqlite(url.strip_prefix("sqlite://").unwrap().into()),
        Database::Postgres => Target::Postgres(SecretString::from(url)),
    }
}

/// The program as a process, killed when it is dropped.
pub struct Program {
    child: Child,
    pub address: SocketAddr,
    log: Option<JoinHandle<String>>,
}

impl Program {
    /// Starts it and waits until it says that it is ready.
    pub fn start(command: &mut Command) -> Self {
        let mut child = command.spawn().unwrap();
        let mut lines = BufReader::new(child.stderr.take().unwrap());
        let (tell, ready) = mpsc::channel();
        let log = std::thread::spawn(move || {
            let mut all = String::new();
            let mut line = String::new();
            while lines.read_line(&mut line).is_ok_and(|read| read > 0) {
                if let Some((_, rest)) = line.split_once("countersign is ready address=") {
                    let _ = tell.send(rest.split_whitespace().next().unwrap().parse().unwrap());
                }
                all.push_str(&line);
                line.clear();
            }
            all
        });
        match ready.recv() {
            Ok(address) => Self { child, address, log: Some(log) },
            Err(_) => panic!("it did not start: {:?}\n{}", child.wait(), log.join().unwrap()),
        }
    }

    pub fn pid(&self) -> u32 {
        self.child.id()
    }

    /// Ends it as a power cut would.
    pub fn kill(mut self) {
        self.child.kill().unwrap();
        self.child.wait().unwrap();
    }

    /// Asks it to end.
    pub fn terminate(&self) {
        self.signal("TERM");
    }

    /// Tells it something.
    pub fn signal(&self, name: &str) {
        // The shell's own `kill`: a bare system has no program of that name.
        let kill = format!("kill -{name} {}", self.pid());
        assert!(Command::new("sh").args(["-c", &kill]).status().unwrap().success());
    }

    /// Waits until it has ended; how, and what it had said.
    pub fn ended(mut self) -> (ExitStatus, String) {
        let status = self.child.wait().unwrap();
        (status, self.log.take().unwrap().join().unwrap())
    }
}

impl Drop for Program {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

/// The status and the body of an answer, or `None` when the connection broke before it came.
pub fn post(address: SocketAddr, path: &str, body: &Value) -> Option<(u16, Value)> {
    let config =
        ureq::Agent::config_builder().http_status_as_error(false).timeout_global(Some(Duration::from_secs(60)));
    let agent: ureq::Agent = config.build().into();
    let request = agent.post(format!("http://{address}/api/v1/{path}")).header("content-type", "application/json");
    let mut reply = request.send(body.to_string()).ok()?;
    let mut text = String::new();
    reply.body_mut().as_reader().read_to_string(&mut text).ok()?;
    Some((reply.status().as_u16(), serde_json::from_str(&text).unwrap_or_default()))
}

pub fn register(address: SocketAddr, name: &str) -> Option<(u16, Value)> {
    post(address, "register", &json!({"username": name, "password": crate::people::PASSWORD}))
}

pub fn login(address: SocketAddr, name: &str) -> Option<(u16, Value)> {
    post(address, "login", &json!({"username": name, "password": crate::people::PASSWORD}))
}
