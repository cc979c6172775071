//! A running program of a test's own: its database, its clock, its settings.

use crate::visitor::{Door, Visitor};
use countersign::accounts::Accounts;
use countersign::ambient::Clock;
use countersign::app::{App, Countersign, Plugins};
use countersign::context::{Client, Context};
use countersign::db::Target;
use countersign::error::Result;
use countersign::settings::{Change, Mistakes, Settings};
use diesel::connection::SimpleConnection;
use jiff::Timestamp;
use secrecy::SecretString;
use serde_json::Value;
use std::net::{SocketAddr, TcpListener};
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::{Arc, Mutex, OnceLock, mpsc};
use std::time::Duration;

/// Which database a house stands on.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Database {
    Sqlite,
    Postgres,
}

/// A clock that stands still until it is set forward.
#[derive(Debug)]
pub struct SetClock(Mutex<Timestamp>);

impl Clock for SetClock {
    fn now(&self) -> Timestamp {
        *self.0.lock().unwrap()
    }
}

/// The running program.
pub struct House {
    /// The program as it was at the start.
    pub app: App,
    /// The program as it is, through reloads.
    pub countersign: Countersign,
    pub address: SocketAddr,
    pub clock: Arc<SetClock>,
    pub database: Database,
    pub directory: PathBuf,
    /// Where its database is.
    pub url: String,
    server: actix_web::dev::ServerHandle,
    schema: Option<String>,
    document: Mutex<Option<Arc<Value>>>,
}

/// Settings that suit every test: nothing throttled by address, hashes that cost little.
const COMMON: &str = r#"
secret_keys = ["a key for tests, long enough to be one: 8f3Kq2"]
[server]
workers = 2
[limits]
login_per_ip = "100000/m"
register_per_ip = "100000/m"
reset_per_ip = "100000/m"
code_per_ip = "100000/m"
[verification]
email = "none"
phone = "none"
[email]
transport = "memory"
[sms]
gateway = "memory"
[languages]
enabled = ["en"]
"#;

/// Where PostgreSQL is; the tests make a schema each in it.
fn postgres_url() -> String {
    std::env::var("COUNTERSIGN_TEST_POSTGRES").unwrap_or_else(|_| "postgres://postgres@127.0.0.1:5432/test".into())
}

/// Whether PostgreSQL answers. Where it must (`COUNTERSIGN_TEST_ALL=1`), it is an error that it does not.
pub fn postgres_answers() -> bool {
    static ANSWERS: OnceLock<bool> = OnceLock::new();
    *ANSWERS.get_or_init(|| {
        let answer = Target::Postgres(SecretString::from(postgres_url())).connect();
        if let Err(cause) = &answer {
            assert!(std::env::var("COUNTERSIGN_TEST_ALL").is_err(), "PostgreSQL must answer: {cause}");
            eprintln!("PostgreSQL does not answer, so it is left out: {cause}");
        }
        answer.is_ok()
    })
}

/// The databases that are there.
pub fn databases() -> Vec<Database> {
    let mut all = vec![Database::Sqlite];
    if postgres_answers() {
        all.push(Database::Postgres);
    }
    all
}

/// Runs `test` in a fresh house on every database.
pub fn on_every_database(settings: &str, test: impl Fn(&House)) {
    for database in databases() {
        eprintln!("on {database:?}");
        test(&House::build(database, settings));
    }
}

/// Runs `test` in a fresh house for every door on every database.
pub fn through_every_door(settings: &str, test: impl Fn(&House, &Visitor<'_>)) {
    for door in Door::ALL {
        on_every_database(settings, |house| {
            eprintln!("through {door:?}");
            test(house, &house.visitor(door));
        });
    }
}

/// As [`on_every_database`], and once more where sessions and limits stand in Redis.
pub fn on_every_store(settings: &str, test: impl Fn(&House)) {
    on_every_database(settings, &test);
    if redis_answers() {
        eprintln!("with Redis");
        test(&House::build(Database::Sqlite, &in_redis(settings)));
    }
}

/// As [`through_every_door`], and once more where sessions and limits stand in Redis.
pub fn through_every_door_and_store(settings: &str, test: impl Fn(&House, &Visitor<'_>)) {
    for door in Door::ALL {
        on_every_store(settings, |house| {
            eprintln!("through {door:?}");
            test(house, &house.visitor(door));
        });
    }
}

/// Where Redis is; each test has keys of its own in it.
pub fn redis_url() -> String {
    std::env::var("COUNTERSIGN_TEST_REDIS").unwrap_or_else(|_| "redis://127.0.0.1:6379".into())
}

/// Whether Redis answers. Where it must (`COUNTERSIGN_TEST_ALL=1`), it is an error that it does not.
pub fn redis_answers() -> bool {
    static ANSWERS: std::sync::OnceLock<bool> = std::sync::OnceLock::new();
    *ANSWERS.get_or_init(|| {
        let answer = redis::Client::open(redis_url()).and_then(|client| {
            let mut conn = client.get_connection_with_timeout(Duration::from_secs(2))?;
            redis::cmd("PING").query::<String>(&mut conn)
        });
        if let Err(cause) = &answer {
            assert!(std::env::var("COUNTERSIGN_TEST_ALL").is_err(), "Redis must answer: {cause}");
            eprintln!("Redis does not answer, so it is left out: {cause}");
        }
        answer.is_ok()
    })
}

/// These settings, but sessions and limits stand in Redis, under keys of a test's own.
pub fn in_redis(settings: &str) -> String {
    in_redis_at(&redis_url(), settings)
}

/// As [`in_redis`], in the Redis at `url`.
pub fn in_redis_at(url: &str, settings: &str) -> String {
    let own = format!("redis.url = '{url}?prefix=test_{}'\nsessions.store = 'redis'\nlimits.store = 'redis'", unique());
    let mut all: toml::Table = toml::from_str(settings).unwrap();
    merge(&mut all, toml::from_str(&own).unwrap());
    toml::to_string(&all).unwrap()
}

impl House {
    /// A house on `database`. `settings` is TOML; a key or table in it takes the place of a common one.
    pub fn build(database: Database, settings: &str) -> Self {
        Self::build_with(database, settings, |_| ())
    }

    /// As [`House::build`], with plug-ins of the test's own.
    pub fn build_with(database: Database, settings: &str, plug_in: impl FnOnce(&mut Plugins)) -> Self {
        let directory = fresh_directory();
        let (url, schema) = match database {
            Database::Sqlite => (format!("sqlite://{}/test.db", directory.display()), None),
            Database::Postgres => fresh_schema(),
        };
        let clock = Arc::new(SetClock(Mutex::new("2026-11-22T10:00:00Z".parse().unwrap())));
        Self::open((database, url, schema), directory, clock, settings, plug_in)
    }

    /// Another process of the same installation: the same keys and clock, and the same database, reached by `url`.
    pub fn twin(&self, url: &str, settings: &str) -> Self {
        self.twin_with(url, settings, |_| ())
    }

    /// As [`House::twin`], with plug-ins of the test's own.
    pub fn twin_with(&self, url: &str, settings: &str, plug_in: impl FnOnce(&mut Plugins)) -> Self {
        Self::open((self.database, url.to_owned(), None), fresh_directory(), self.clock.clone(), settings, plug_in)
    }

    fn open(
        (database, url, schema): (Database, String, Option<String>),
        directory: PathBuf,
        clock: Arc<SetClock>,
        settings: &str,
        plug_in: impl FnOnce(&mut Plugins),
    ) -> Self {
        let loaded = Settings::from_toml(&merged(settings, &url), &directory).unwrap_or_else(|m| panic!("{m}"));
        let mut plugins = Plugins::default();
        plug_in(&mut plugins);
        let countersign = Countersign::builder()
            .plug_in(move |_, all| all.extend(&plugins))
            .clock(clock.clone())
            .build(loaded)
            .unwrap_or_else(|mistakes| panic!("{mistakes}"));
        let app = countersign.app();
        app.migrate().unwrap();
        let (address, server) = serve(countersign.clone());
        Self { app, countersign, address, clock, database, directory, url, server, schema, document: Mutex::default() }
    }

    /// Somebody without any cookie or token, who uses `door`.
    pub fn visitor(&self, door: Door) -> Visitor<'_> {
        Visitor::new(self, door)
    }

    /// Lets other settings hold in the running program, with everything common to all houses.
    pub fn reload(&self, settings: &str) -> std::result::Result<Vec<Change>, Mistakes> {
        let done = self.countersign.reload(|| Settings::from_toml(&merged(settings, &self.url), &self.directory));
        *self.document.lock().unwrap() = None;
        done
    }

    /// What the program says of its API.
    pub fn document(&self) -> Arc<Value> {
        let mut kept = self.document.lock().unwrap();
        let document = || Arc::new(countersign::api::document(&self.countersign.app()));
        Arc::clone(kept.get_or_insert_with(document))
    }

    /// Sets the clock forward.
    pub fn later(&self, span: Duration) {
        let mut now = self.clock.0.lock().unwrap();
        *now = now.checked_add(span).unwrap();
    }

    /// One unit of work, past the doors.
    pub fn work<T>(&self, work: impl FnOnce(&Accounts, &mut Context<'_>) -> Result<T>) -> T {
        self.app.work(&Client::local(), work).unwrap()
    }

    /// Runs SQL that tells one number.
    pub fn count(&self, sql: &str) -> i64 {
        use diesel::prelude::*;
        #[derive(QueryableByName)]
        struct Row {
            #[diesel(sql_type = diesel::sql_types::BigInt)]
            n: i64,
        }
        self.work(|_, cx| {
            cx.db.read(|conn| Ok(diesel::sql_query(format!("SELECT ({sql}) AS n")).get_result::<Row>(conn)?.n))
        })
    }

    /// Runs SQL that changes something behind the program's back.
    pub fn sql(&self, sql: &str) {
        self.work(|_, cx| cx.db.write(|conn| Ok(conn.batch_execute(sql)?)));
    }

    /// How many password hashes `work` cost.
    pub fn hashes_of<T>(&self, work: impl FnOnce() -> T) -> (u64, T) {
        let before = self.app.hashes_computed();
        let result = work();
        (self.app.hashes_computed() - before, result)
    }
}

impl Drop for House {
    fn drop(&mut self) {
        // The server's own threads end by themselves; nobody waits for them.
        drop(self.server.stop(false));
        if let Some(schema) = &self.schema
            && let Ok(mut conn) = Target::Postgres(SecretString::from(postgres_url())).connect()
        {
            let _ = conn.batch_execute(&format!("DROP SCHEMA {schema} CASCADE"));
        }
        if let Some(redis) = &self.app.settings().redis {
            forget_keys(&redis.prefix);
        }
        let _ = std::fs::remove_dir_all(&self.directory);
    }
}

/// Removes a test's own keys, as far as they can be reached.
fn forget_keys(prefix: &str) {
    let Ok(mut conn) = redis::Client::open(redis_url()).and_then(|client| client.get_connection()) else { return };
    let keys: Vec<String> = redis::cmd("KEYS").arg(format!("{prefix}:*")).query(&mut conn).unwrap_or_default();
    if !keys.is_empty() {
        let _: redis::RedisResult<()> = redis::cmd("DEL").arg(keys).query(&mut conn);
    }
}

fn unique() -> String {
    static COUNT: AtomicU64 = AtomicU64::new(0);
    format!("{}_{}", std::process::id(), COUNT.fetch_add(1, Ordering::Relaxed))
}

/// A directory of a test's own.
pub fn fresh_directory() -> PathBuf {
    let path = std::env::temp_dir().join(format!("countersign_{}", unique()));
    std::fs::create_dir_all(&path).unwrap();
    path
}

/// A schema of a test's own, and the address that leads into it.
pub fn fresh_schema() -> (String, Option<String>) {
    let schema = format!("countersign_{}", unique());
    let mut conn = Target::Postgres(SecretString::from(postgres_url())).connect().unwrap();
    conn.batch_execute(&format!("DROP SCHEMA IF EXISTS {schema} CASCADE; CREATE SCHEMA {schema}")).unwrap();
    let url = postgres_url();
    let joint = if url.contains('?') { '&' } else { '?' };
    (format!("{url}{joint}options=-csearch_path%3D{schema}"), Some(schema))
}

/// The common settings, those of the test, and the database, as one text.
pub fn merged(settings: &str, url: &str) -> String {
    let mut all: toml::Table = toml::from_str(COMMON).unwrap();
    merge(&mut all, toml::from_str(settings).unwrap());
    let mut base = toml::Table::new();
    base.insert("url".into(), url.into());
    let mut own = toml::Table::new();
    own.insert("database".into(), base.into());
    let mut cost = toml::Table::new();
    cost.insert("bcrypt_cost".into(), 4.into());
    let mut passwords = toml::Table::new();
    passwords.insert("passwords".into(), cost.into());
    merge(&mut passwords, all);
    merge(&mut passwords, own);
    toml::to_string(&passwords).unwrap()
}

fn merge(into: &mut toml::Table, from: toml::Table) {
    for (key, value) in from {
        match (into.get_mut(&key), value) {
            (Some(toml::Value::Table(old)), toml::Value::Table(new)) => merge(old, new),
            (_, value) => {
                into.insert(key, value);
            }
        }
    }
}

fn serve(countersign: Countersign) -> (SocketAddr, actix_web::dev::ServerHandle) {
    let listener = TcpListener::bind("127.0.0.1:0").unwrap();
    let address = listener.local_addr().unwrap();
    let (tell, told) = mpsc::channel();
    std::thread::spawn(move || {
        actix_web::rt::System::new().block_on(async move {
            let server = countersign::server::serve(&countersign, listener).unwrap();
            tell.send(server.handle()).unwrap();
            server.await.unwrap();
        });
    });
    (address, told.recv().unwrap())
}

/// The built program, for tests that start and kill it.
pub fn binary() -> &'static Path {
    Path::new(env!("CARGO_BIN_EXE_countersign"))
}
