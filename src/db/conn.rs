//! One connection to either database, with the pragmas and time limits it must have; knows no table.

use crate::error::Error;
use diesel::connection::{AnsiTransactionManager, SimpleConnection, TransactionManager, TransactionManagerStatus};
use diesel::pg::PgConnection;
use diesel::prelude::*;
use diesel::sqlite::SqliteConnection;
use secrecy::{ExposeSecret, SecretString};
use std::path::{Path, PathBuf};
use std::time::Duration;

/// A connection to the database that the settings name.
#[allow(missing_debug_implementations, reason = "the connections inside have none")]
#[derive(diesel::MultiConnection)]
pub enum Conn {
    /// SQLite, bundled.
    Sqlite(SqliteConnection),
    /// PostgreSQL.
    Postgres(PgConnection),
}

/// Where the database is.
#[derive(Clone, Debug)]
pub enum Target {
    /// A file; made when it is not there.
    Sqlite(PathBuf),
    /// A `postgres://` address; may hold a password.
    Postgres(SecretString),
}

/// A writer waits this long for another before it gives up.
const BUSY_TIMEOUT_MS: u32 = 10_000;

impl Target {
    /// Opens a connection, ready for use.
    ///
    /// # Errors
    /// When the database is away or the file cannot be opened.
    pub fn connect(&self) -> ConnectionResult<Conn> {
        match self {
            Self::Sqlite(path) => sqlite(path).map(Conn::Sqlite),
            Self::Postgres(url) => postgres(url).map(Conn::Postgres),
        }
    }

    /// Opens a connection that changes nothing, and makes no file that is not there.
    ///
    /// # Errors
    /// When the database is away, or there is no such file.
    pub fn connect_to_read(&self) -> Result<Conn, Error> {
        let mut conn = match self {
            Self::Sqlite(path) => Conn::Sqlite(SqliteConnection::establish(&existing(path, "rw")?)?),
            Self::Postgres(_) => self.connect()?,
        };
        conn.batch_execute(match conn {
            Conn::Sqlite(_) => "PRAGMA query_only = ON; PRAGMA trusted_schema = OFF; PRAGMA busy_timeout = 10000;",
            Conn::Postgres(_) => "SET default_transaction_read_only = on;",
        })?;
        Ok(conn)
    }

    /// Whether this is SQLite, where one writer works at a time.
    #[must_use]
    pub fn is_sqlite(&self) -> bool {
        matches!(self, Self::Sqlite(_))
    }
}

/// The address under which SQLite opens a file that is there, and makes none. With `ro` nothing can be written to it at
/// all, and the files of a write-ahead log are left behind; with `rw` they are cleared away as usual.
pub(super) fn existing(path: &Path, mode: &str) -> Result<String, Error> {
    let gone = |why: &str| Error::Unavailable(format!("{}: {why}", path.display()));
    let text = path.to_str().ok_or_else(|| gone("the path is not valid Unicode"))?;
    if !path.is_file() {
        return Err(gone("there is no such file"));
    }
    let mut uri = String::from("file:");
    for c in text.chars() {
        match c {
            '%' => uri.push_str("%25"),
            '?' => uri.push_str("%3f"),
            '#' => uri.push_str("%23"),
            c => uri.push(c),
        }
    }
    Ok(uri + "?mode=" + mode)
}

fn sqlite(path: &Path) -> ConnectionResult<SqliteConnection> {
    let path = path
        .to_str()
        .ok_or_else(|| ConnectionError::BadConnection("the path of the database is not valid Unicode".into()))?;
    let mut conn = SqliteConnection::establish(path)?;
    // FULL, because an answered registration has to survive a power cut.
    conn.batch_execute(&format!("PRAGMA busy_timeout = {BUSY_TIMEOUT_MS}; PRAGMA synchronous = FULL;"))
        .and_then(|()| write_ahead(&mut conn))
        .and_then(|()| {
            conn.batch_execute("PRAGMA foreign_keys = ON; PRAGMA mmap_size = 268435456; PRAGMA trusted_schema = OFF;")
        })
        .map_err(ConnectionError::CouldntSetupConfiguration)?;
    Ok(conn)
}

/// Turns WAL on. On a new file two processes may both want to be the one that does it, and SQLite then refuses the one
/// at once, without the wait that it keeps everywhere else.
fn write_ahead(conn: &mut SqliteConnection) -> QueryResult<()> {
    const PAUSE_MS: u32 = 20;
    for _ in 0..BUSY_TIMEOUT_MS / PAUSE_MS {
        match conn.batch_execute("PRAGMA journal_mode = WAL") {
            Err(diesel::result::Error::DatabaseError(_, info)) if info.message() == "database is locked" => {
                std::thread::sleep(Duration::from_millis(PAUSE_MS.into()));
            }
            done => return done,
        }
    }
    conn.batch_execute("PRAGMA journal_mode = WAL")
}

fn postgres(url: &SecretString) -> ConnectionResult<PgConnection> {
    let mut conn = PgConnection::establish(url.expose_secret())?;
    // A statement or lock that hangs becomes an error before the request's own time is over.
    conn.batch_execute(
        "SET timezone = 'UTC'; SET client_min_messages = 'warning'; SET statement_timeout = '8s'; \
         SET lock_timeout = '6s'; SET idle_in_transaction_session_timeout = '30s';",
    )
    .map_err(ConnectionError::CouldntSetupConfiguration)?;
    Ok(conn)
}

fn idle(status: &mut TransactionManagerStatus) -> bool {
    matches!(status.transaction_depth(), Ok(None))
}

impl Conn {
    /// Whether this connection is between transactions and may be used again.
    pub(super) fn is_sound(&mut self) -> bool {
        match self {
            Self::Sqlite(raw) => idle(AnsiTransactionManager::transaction_manager_status_mut(raw)),
            Self::Postgres(raw) => idle(AnsiTransactionManager::transaction_manager_status_mut(raw)),
        }
    }

    /// Runs `work` on the database as it is at one instant, however long it reads.
    ///
    /// # Errors
    /// What `work` returns, or what the database says at begin and commit.
    pub fn snapshot<T, E>(&mut self, work: impl FnOnce(&mut Self) -> Result<T, E>) -> Result<T, E>
    where
        E: From<diesel::result::Error>,
    {
        self.transaction(|conn| {
            // On SQLite every transaction is one.
            if let Self::Postgres(raw) = conn {
                raw.batch_execute("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ, READ ONLY")?;
            }
            work(conn)
        })
    }

    /// Runs `work` in one transaction that may write: all of it happens or nothing. On SQLite the
    /// write lock is taken at the start, so that what was looked at still holds when it is changed.
    ///
    /// # Errors
    /// What `work` returns, or what the database says at begin and commit.
    pub fn write<T, E>(&mut self, work: impl FnOnce(&mut Self) -> Result<T, E>) -> Result<T, E>
    where
        E: From<diesel::result::Error>,
    {
        let Self::Sqlite(raw) = self else { return self.transaction(work) };
        AnsiTransactionManager::begin_transaction_sql(raw, "BEGIN IMMEDIATE")?;
        let result = work(self);
        let Self::Sqlite(raw) = self else { return result };
        match result {
            Ok(value) => {
                AnsiTransactionManager::commit_transaction(raw)?;
                Ok(value)
            }
            Err(cause) => {
                // A database that has rolled back by itself (a full disk) refuses this; what went
                // wrong first is what counts, and the pool drops a connection left in doubt.
                let _ = AnsiTransactionManager::rollback_transaction(raw);
                Err(cause)
            }
        }
    }
}

/// The same typed statement on whichever database this is, for what the two write differently
/// underneath (upserts): Diesel builds it for the one or the other.
#[macro_export]
#[doc(hidden)]
macro_rules! on_either {
    ($conn:expr, $raw:ident => $work:expr) => {
        match $conn {
            $crate::db::Conn::Sqlite($raw) => $work,
            $crate::db::Conn::Postgres($raw) => $work,
        }
    };
}
