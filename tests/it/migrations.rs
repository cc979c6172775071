//! The schema's history: up, down and up again, the same on both databases, and what the schema itself refuses.

use crate::house::{Database, databases, fresh_directory, fresh_schema, on_every_database};
use crate::people::alice;
use countersign::db::migrations::{Status, migrate, revert, status};
use countersign::db::{Conn, Target};
use diesel::connection::SimpleConnection;
use diesel::prelude::*;
use secrecy::SecretString;
use std::collections::BTreeSet;
use std::path::PathBuf;

/// A database without anything in it.
struct Empty {
    conn: Conn,
    directory: PathBuf,
    schema: Option<String>,
}

fn empty(database: Database) -> Empty {
    let directory = fresh_directory();
    let (target, schema) = match database {
        Database::Sqlite => (Target::Sqlite(directory.join("empty.db")), None),
        Database::Postgres => {
            let (url, schema) = fresh_schema();
            (Target::Postgres(SecretString::from(url)), schema)
        }
    };
    Empty { conn: target.connect().unwrap(), directory, schema }
}

impl Drop for Empty {
    fn drop(&mut self) {
        if let Some(schema) = &self.schema {
            let _ = self.conn.batch_execute(&format!("DROP SCHEMA {schema} CASCADE"));
        }
        let _ = std::fs::remove_dir_all(&self.directory);
    }
}

#[derive(QueryableByName)]
struct Line {
    #[diesel(sql_type = diesel::sql_types::Text)]
    line: String,
}

impl Empty {
    fn lines(&mut self, sql: &str) -> BTreeSet<String> {
        // Other tests drop their schemas meanwhile, and PostgreSQL's catalogue functions stumble over what has just gone.
        let ask = |conn: &mut Conn| diesel::sql_query(sql).load::<Line>(conn);
        let rows = (0..20).find_map(|_| ask(&mut self.conn).ok()).map_or_else(|| ask(&mut self.conn), Ok).unwrap();
        rows.into_iter().map(|row| row.line).collect()
    }

    fn is_sqlite(&self) -> bool {
        self.schema.is_none()
    }

    fn tables(&mut self) -> BTreeSet<String> {
        self.lines(if self.is_sqlite() {
            "SELECT name AS line FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%'"
        } else {
            "SELECT table_name::text AS line FROM information_schema.tables WHERE table_schema = current_schema()"
        })
    }

    /// `table.column`, and whether it must have a value.
    fn columns(&mut self) -> BTreeSet<String> {
        self.lines(if self.is_sqlite() {
            "SELECT m.name || '.' || c.name || CASE c.\"notnull\" WHEN 1 THEN '' ELSE ' or null' END AS line \
             FROM sqlite_master m, pragma_table_info(m.name) c WHERE m.type = 'table' AND m.name NOT LIKE '\\_\\_%' ESCAPE '\\'"
        } else {
            "SELECT table_name || '.' || column_name || CASE is_nullable WHEN 'NO' THEN '' ELSE ' or null' END AS line \
             FROM information_schema.columns WHERE table_schema = current_schema() AND table_name NOT LIKE '\\_\\_%'"
        })
    }

    /// `table(columns)` of every unique index, primary keys among them.
    fn unique(&mut self) -> BTreeSet<String> {
        self.lines(if self.is_sqlite() {
            "SELECT m.name || '(' || (SELECT group_concat(name, ',') FROM pragma_index_info(i.name)) || ')' AS line \
             FROM sqlite_master m, pragma_index_list(m.name) i \
             WHERE m.type = 'table' AND i.\"unique\" = 1 AND m.name NOT LIKE '\\_\\_%' ESCAPE '\\'"
        } else {
            "SELECT c.relname || '(' || (SELECT string_agg(a.attname, ',' ORDER BY a.attnum) FROM pg_attribute a \
             WHERE a.attrelid = i.indexrelid) || ')' AS line FROM pg_index i JOIN pg_class c ON c.oid = i.indrelid \
             WHERE i.indisunique AND c.relnamespace = current_schema()::regnamespace AND c.relname NOT LIKE '\\_\\_%'"
        })
    }

    /// `table(columns)` of every other index.
    fn indexes(&mut self) -> BTreeSet<String> {
        self.lines(if self.is_sqlite() {
            "SELECT m.name || '(' || (SELECT group_concat(name, ',') FROM pragma_index_info(i.name)) || ')' AS line \
             FROM sqlite_master m, pragma_index_list(m.name) i WHERE m.type = 'table' AND i.\"unique\" = 0"
        } else {
            "SELECT c.relname || '(' || (SELECT string_agg(a.attname, ',' ORDER BY a.attnum) FROM pg_attribute a \
             WHERE a.attrelid = i.indexrelid) || ')' AS line FROM pg_index i JOIN pg_class c ON c.oid = i.indrelid \
             WHERE NOT i.indisunique AND c.relnamespace = current_schema()::regnamespace"
        })
    }

    /// `table.column -> table.column`, and what happens when the other goes.
    fn references(&mut self) -> BTreeSet<String> {
        self.lines(if self.is_sqlite() {
            "SELECT m.name || '.' || f.\"from\" || ' -> ' || f.\"table\" || '.' || f.\"to\" || ' ' || lower(f.on_delete) AS line \
             FROM sqlite_master m, pragma_foreign_key_list(m.name) f WHERE m.type = 'table'"
        } else {
            "SELECT c.relname || '.' || a.attname || ' -> ' || t.relname || '.' || b.attname || ' ' || \
             CASE k.confdeltype WHEN 'c' THEN 'cascade' WHEN 'n' THEN 'set null' ELSE k.confdeltype::text END AS line \
             FROM pg_constraint k JOIN pg_class c ON c.oid = k.conrelid JOIN pg_class t ON t.oid = k.confrelid \
             JOIN pg_attribute a ON a.attrelid = k.conrelid AND a.attnum = k.conkey[1] \
             JOIN pg_attribute b ON b.attrelid = k.confrelid AND b.attnum = k.confkey[1] \
             WHERE k.contype = 'f' AND c.relnamespace = current_schema()::regnamespace"
        })
    }
}

#[test]
fn up_down_and_up_again_leads_to_the_same_schema() {
    for database in databases() {
        let mut base = empty(database);
        let ran = migrate(&mut base.conn).unwrap();
        assert!(!ran.is_empty());
        assert_eq!(status(&mut base.conn).unwrap(), Status { applied: ran.clone(), ..Status::default() });
        assert_eq!(migrate(&mut base.conn).unwrap(), Vec::<String>::new(), "a second time there is nothing to do");
        let first = (base.tables(), base.columns(), base.unique(), base.indexes(), base.references());
        assert_eq!(revert(&mut base.conn, 1000).unwrap(), ran.len());
        assert_eq!(base.tables(), BTreeSet::from(["__diesel_schema_migrations".to_owned()]), "nothing is left behind");
        assert_eq!(status(&mut base.conn).unwrap(), Status { pending: ran.clone(), ..Status::default() });
        assert_eq!(revert(&mut base.conn, 1).unwrap(), 0, "there is nothing to undo");
        assert_eq!(migrate(&mut base.conn).unwrap(), ran);
        assert_eq!((base.tables(), base.columns(), base.unique(), base.indexes(), base.references()), first);
    }
}

#[test]
fn asking_how_it_stands_changes_nothing() {
    for database in databases() {
        let mut base = empty(database);
        let before = status(&mut base.conn).unwrap();
        assert!(before.applied.is_empty() && before.unknown.is_empty() && !before.pending.is_empty());
        assert!(!before.is_current());
        assert_eq!(base.tables(), BTreeSet::new());
    }
}

#[test]
fn a_schema_of_a_newer_program_is_left_alone() {
    for database in databases() {
        let mut base = empty(database);
        migrate(&mut base.conn).unwrap();
        base.conn.batch_execute("INSERT INTO __diesel_schema_migrations (version) VALUES ('20990101000000')").unwrap();
        let found = status(&mut base.conn).unwrap();
        assert_eq!(found.unknown, ["20990101000000"]);
        assert!(!found.is_current());
        let refusal = migrate(&mut base.conn).unwrap_err().to_string();
        assert!(refusal.contains("newer") && refusal.contains("20990101000000"), "{refusal}");
    }
}

#[test]
fn both_databases_have_the_same_schema() {
    if databases().len() < 2 {
        return;
    }
    let [mut one, mut other] = [Database::Sqlite, Database::Postgres].map(empty);
    assert_eq!(migrate(&mut one.conn).unwrap(), migrate(&mut other.conn).unwrap(), "the same steps");
    assert_eq!(one.tables(), other.tables());
    assert_eq!(one.columns(), other.columns());
    assert_eq!(one.unique(), other.unique());
    assert_eq!(one.indexes(), other.indexes());
    assert_eq!(one.references(), other.references());
    assert!(
        one.columns().len() > 30 && one.unique().len() > 8 && one.references().len() > 4,
        "the asking finds too little"
    );
}

#[test]
fn the_schema_refuses_what_must_never_be() {
    on_every_database("", |house| {
        alice(house);
        let session = "kind = 'browser', key_hash = NULL";
        house
            .visitor(crate::visitor::Door::Cookie)
            .login(&[("username", "alice"), ("password", crate::people::PASSWORD)])
            .done();
        for (table, change) in [
            ("users", "username = NULL"),
            ("users", "username_canonical = NULL"),
            ("users", "username_skeleton = NULL"),
            ("users", "username_shown_skeleton = NULL"),
            ("users", "username = ''"),
            ("users", "username_canonical = ''"),
            ("users", "email = NULL"),
            ("users", "email_canonical = NULL"),
            ("users", "email = ''"),
            ("users", "phone = ''"),
            ("users", "phone = '0151'"),
            ("users", "phone = '+0151'"),
            ("users", "phone = '+49 151'"),
            ("users", "phone = '+49x'"),
            ("users", "phone = NULL, phone_verified_at = date_joined"),
            ("users", "email = NULL, email_canonical = NULL, email_verified_at = date_joined"),
            ("users", "password = ''"),
            ("users", "password = NULL"),
            ("users", "date_joined = NULL"),
            (
                "users",
                "username = NULL, username_canonical = NULL, username_skeleton = NULL, username_shown_skeleton = NULL, \
                 email = NULL, email_canonical = NULL, phone = NULL",
            ),
            ("sessions", "kind = 'admin'"),
            ("sessions", "kind = ''"),
            ("sessions", "kind = 'bearer'"),
            ("sessions", session),
            ("sessions", "user_id = id"),
            ("sessions", "ip = NULL"),
        ] {
            let sql = format!("UPDATE {table} SET {change}");
            let refused = house.app.work(&countersign::context::Client::local(), |_, cx| {
                cx.db.write(|conn| Ok(conn.batch_execute(&sql)?))
            });
            assert!(refused.is_err(), "{sql} was done");
        }
        assert_eq!(house.count("SELECT count(*) FROM users WHERE username = 'alice' AND email IS NOT NULL"), 1);
        assert_eq!(house.count("SELECT count(*) FROM sessions WHERE kind = 'browser'"), 1);
    });
}

#[test]
fn what_belongs_to_an_account_goes_with_it() {
    on_every_database("", |house| {
        alice(house);
        crate::people::bob(house);
        for name in ["alice", "bob"] {
            for door in crate::visitor::Door::ALL {
                house.visitor(door).login(&[("username", name), ("password", crate::people::PASSWORD)]).done();
            }
        }
        house.sql("DELETE FROM users WHERE username = 'alice'");
        assert_eq!(house.count("SELECT count(*) FROM sessions"), 3);
        assert_eq!(house.count("SELECT count(*) FROM refresh_tokens"), 1);
    });
}
