//! The databases of other programs: which tables and columns they have, and their rows, every value as text. Reads only,
//! and refuses to know what any of it means.

use super::conn::{Conn, Target, existing};
use crate::error::{Error, Result};
use diesel::connection::SimpleConnection;
use diesel::prelude::*;
use diesel::sql_types::{BigInt, Text};
use diesel::sqlite::SqliteConnection;
use std::collections::BTreeMap;
use std::fmt::Write as _;

/// Columns by name, each with its type as the database calls it.
pub type Columns = BTreeMap<String, String>;
/// Tables by name.
pub type Tables = BTreeMap<String, Columns>;
/// The values of a row, in the order they were asked for; none for null and for columns that are not there.
pub type Values = Vec<Option<String>>;

/// A database of another program.
#[allow(missing_debug_implementations, reason = "the connection inside has none")]
pub struct Foreign(Conn);

/// Which rows of a table.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Span {
    /// From the beginning, so many.
    First(i64),
    /// After the row with this key, so many.
    After(String, i64),
    /// From this key to that, both included.
    Between(String, String),
}

#[derive(QueryableByName)]
struct Line {
    #[diesel(sql_type = Text)]
    line: String,
}

#[derive(QueryableByName)]
struct Count {
    #[diesel(sql_type = BigInt)]
    n: i64,
}

#[derive(QueryableByName)]
struct ColumnRow {
    #[diesel(sql_type = Text)]
    table_name: String,
    #[diesel(sql_type = Text)]
    column_name: String,
    #[diesel(sql_type = Text)]
    kind: String,
}

impl Foreign {
    /// Opens a database for reading; a file that is not there is not made.
    ///
    /// # Errors
    /// When it cannot be opened.
    pub fn open(target: &Target) -> Result<Self> {
        let mut conn = match target {
            Target::Sqlite(path) => Conn::Sqlite(SqliteConnection::establish(&existing(path, "ro")?)?),
            Target::Postgres(_) => target.connect()?,
        };
        conn.batch_execute(match conn {
            Conn::Sqlite(_) => "PRAGMA query_only = ON; PRAGMA trusted_schema = OFF; PRAGMA busy_timeout = 10000;",
            // Counting a large table takes its time.
            Conn::Postgres(_) => "SET default_transaction_read_only = on; SET statement_timeout = '5min';",
        })?;
        Ok(Self(conn))
    }

    /// Every table and view there is.
    ///
    /// # Errors
    /// When the database cannot be asked, or is none.
    pub fn tables(&mut self) -> Result<Tables> {
        let sql = match self.0 {
            Conn::Sqlite(_) => {
                "SELECT m.name AS table_name, c.name AS column_name, lower(c.type) AS kind \
                 FROM sqlite_master m, pragma_table_info(m.name) c WHERE m.type IN ('table', 'view')"
            }
            Conn::Postgres(_) => {
                "SELECT c.relname::text AS table_name, a.attname::text AS column_name, \
                 format_type(a.atttypid, a.atttypmod) AS kind FROM pg_attribute a JOIN pg_class c ON c.oid = a.attrelid \
                 JOIN pg_namespace n ON n.oid = c.relnamespace WHERE c.relkind IN ('r', 'p', 'v', 'm') AND a.attnum > 0 \
                 AND NOT a.attisdropped AND pg_table_is_visible(c.oid) AND n.nspname NOT IN ('pg_catalog', 'information_schema')"
            }
        };
        let mut tables = Tables::new();
        for row in diesel::sql_query(sql).load::<ColumnRow>(&mut self.0)? {
            tables.entry(row.table_name).or_default().insert(row.column_name, row.kind);
        }
        Ok(tables)
    }

    /// How many rows a table has.
    ///
    /// # Errors
    /// When the database cannot be asked.
    pub fn count(&mut self, table: &str) -> Result<u64> {
        let sql = format!("SELECT count(*) AS n FROM {}", quoted(table));
        let count = diesel::sql_query(sql).get_result::<Count>(&mut self.0)?.n;
        Ok(u64::try_from(count).unwrap_or_default())
    }

    /// Rows of a table in the order of `key`, a column of type `kind`. Where `columns` has none, there is a null.
    ///
    /// # Errors
    /// When the database cannot be asked.
    pub fn rows(
        &mut self,
        table: &str,
        (key, kind): (&str, &str),
        columns: &[Option<&str>],
        span: &Span,
    ) -> Result<Vec<Values>> {
        let sqlite = matches!(self.0, Conn::Sqlite(_));
        let mut sql = String::from(if sqlite { "SELECT json_array(" } else { "SELECT CAST(json_build_array(" });
        for (index, column) in columns.iter().enumerate() {
            let value = column.map_or_else(|| "NULL".to_owned(), quoted);
            let comma = if index == 0 { "" } else { ", " };
            // Writing to a String cannot fail.
            let _ = write!(sql, "{comma}CAST({value} AS text)");
        }
        sql.push_str(if sqlite { ")" } else { ") AS text)" });
        let key = quoted(key);
        let _ = write!(sql, " AS line FROM {}", quoted(table));
        // A key is compared as what it is: as text, 10 would come before 9.
        let kind = if !sqlite {
            kind
        } else if kind.contains("int") {
            "integer"
        } else {
            "text"
        };
        let bound = |number: u8| {
            if sqlite {
                format!("CAST(?{number} AS {kind})")
            } else {
                format!("CAST(CAST(${number} AS text) AS {kind})")
            }
        };
        let _ = match span {
            Span::First(limit) => write!(sql, " ORDER BY {key} LIMIT {limit}"),
            Span::After(_, limit) => write!(sql, " WHERE {key} > {} ORDER BY {key} LIMIT {limit}", bound(1)),
            Span::Between(..) => write!(sql, " WHERE {key} >= {} AND {key} <= {} ORDER BY {key}", bound(1), bound(2)),
        };
        let query = diesel::sql_query(sql).into_boxed();
        let lines: Vec<Line> = match span {
            Span::First(_) => query.load(&mut self.0),
            Span::After(after, _) => query.bind::<Text, _>(after).load(&mut self.0),
            Span::Between(from, to) => query.bind::<Text, _>(from).bind::<Text, _>(to).load(&mut self.0),
        }?;
        lines.iter().map(|row| serde_json::from_str(&row.line).map_err(Error::internal)).collect()
    }
}

/// A name as SQL takes it, whatever it is.
fn quoted(name: &str) -> String {
    format!("\"{}\"", name.replace('"', "\"\""))
}
