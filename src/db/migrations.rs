//! The schema's history, embedded for both databases; refuses to know what the tables are for.

use super::conn::Conn;
use crate::error::{Error, Result};
use diesel::migration::{Migration, MigrationSource};
use diesel_migrations::{EmbeddedMigrations, MigrationHarness, embed_migrations};

const SQLITE: EmbeddedMigrations = embed_migrations!("migrations/sqlite");
const POSTGRES: EmbeddedMigrations = embed_migrations!("migrations/postgres");

/// Where the database stands against this program.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Status {
    /// Migrations that have run and that this program knows, oldest first.
    pub applied: Vec<String>,
    /// Migrations that this program has and the database lacks, oldest first.
    pub pending: Vec<String>,
    /// Migrations that a newer program has run.
    pub unknown: Vec<String>,
}

impl Status {
    /// Whether this program may work on the database.
    #[must_use]
    pub fn is_current(&self) -> bool {
        self.pending.is_empty() && self.unknown.is_empty()
    }
}

#[derive(diesel::QueryableByName)]
struct Version {
    #[diesel(sql_type = diesel::sql_types::Text)]
    version: String,
}

/// Serialises processes that start at the same moment on one PostgreSQL; any number that nothing else uses.
const ADVISORY_LOCK: i64 = 0x636f_756e_7465_7273;

/// Where the database stands. Changes nothing, not even on a database without any table.
///
/// # Errors
/// When the database cannot be asked.
pub fn status(conn: &mut Conn) -> Result<Status> {
    let known = match conn {
        Conn::Sqlite(_) => names::<diesel::sqlite::Sqlite>(&SQLITE)?,
        Conn::Postgres(_) => names::<diesel::pg::Pg>(&POSTGRES)?,
    };
    let done: Vec<String> = if has_history(conn)? { history(conn)? } else { Vec::new() };
    let name_of = |version: &String| known.iter().find(|(v, _)| v == version).map(|(_, name)| name.clone());
    Ok(Status {
        applied: done.iter().filter_map(name_of).collect(),
        pending: known.iter().filter(|(v, _)| !done.contains(v)).map(|(_, name)| name.clone()).collect(),
        unknown: done.iter().filter(|version| name_of(version).is_none()).cloned().collect(),
    })
}

/// Runs what is pending and returns the names of what ran.
///
/// # Errors
/// When a newer program has changed the schema, or a migration fails (it is then undone).
pub fn migrate(conn: &mut Conn) -> Result<Vec<String>> {
    locked(conn, |conn| {
        let status = status(conn)?;
        if !status.unknown.is_empty() {
            return Err(Error::internal(newer(&status)));
        }
        match conn {
            Conn::Sqlite(c) => c.run_pending_migrations(SQLITE).map(|_| ()),
            Conn::Postgres(c) => c.run_pending_migrations(POSTGRES).map(|_| ()),
        }
        .map_err(Error::internal)?;
        Ok(status.pending)
    })
}

/// Undoes the `count` latest migrations, newest first, and returns how many were undone.
///
/// # Errors
/// When a migration cannot be undone.
pub fn revert(conn: &mut Conn, count: usize) -> Result<usize> {
    locked(conn, |conn| {
        let count = count.min(status(conn)?.applied.len());
        for _ in 0..count {
            match conn {
                Conn::Sqlite(c) => c.revert_last_migration(SQLITE).map(|_| ()),
                Conn::Postgres(c) => c.revert_last_migration(POSTGRES).map(|_| ()),
            }
            .map_err(Error::internal)?;
        }
        Ok(count)
    })
}

/// The words for a schema that a newer program has changed.
#[must_use]
pub fn newer(status: &Status) -> String {
    format!(
        "the database was changed by a newer countersign (it has {}, which this one does not know): run that version, or restore a backup from before",
        status.unknown.join(", ")
    )
}

fn names<B: diesel::backend::Backend>(source: &EmbeddedMigrations) -> Result<Vec<(String, String)>> {
    let mut all: Vec<(String, String)> = MigrationSource::<B>::migrations(source)
        .map_err(Error::internal)?
        .iter()
        .map(|m| (m.name().version().to_string(), m.name().to_string()))
        .collect();
    all.sort();
    Ok(all)
}

/// What has run, oldest first. Asked by ourselves: Diesel would make the table first, where it may not even be read only.
fn history(conn: &mut Conn) -> Result<Vec<String>> {
    use diesel::RunQueryDsl;
    let query = diesel::sql_query("SELECT version FROM __diesel_schema_migrations ORDER BY version");
    Ok(query.load::<Version>(conn)?.into_iter().map(|row| row.version).collect())
}

/// Whether the table that Diesel keeps its history in is there: asking for the history would make it.
fn has_history(conn: &mut Conn) -> Result<bool> {
    use diesel::RunQueryDsl;
    use diesel::dsl::{select, sql};
    use diesel::sql_types::Bool;
    let query = match conn {
        Conn::Sqlite(_) => "EXISTS (SELECT 1 FROM sqlite_master WHERE name = '__diesel_schema_migrations')",
        Conn::Postgres(_) => "to_regclass('__diesel_schema_migrations') IS NOT NULL",
    };
    Ok(select(sql::<Bool>(query)).get_result(conn)?)
}

/// Runs `work` while no other process migrates: what is pending must still be so when it is run.
fn locked<T>(conn: &mut Conn, work: impl FnOnce(&mut Conn) -> Result<T>) -> Result<T> {
    use diesel::RunQueryDsl;
    let Conn::Postgres(_) = conn else { return conn.write(work) };
    diesel::sql_query(format!("SELECT pg_advisory_lock({ADVISORY_LOCK})")).execute(conn)?;
    let result = work(conn);
    diesel::sql_query(format!("SELECT pg_advisory_unlock({ADVISORY_LOCK})")).execute(conn)?;
    result
}
