//! What an administrator is told of an identifier and the public is not, and that asking leaves nothing behind but its event.

mod chain;
mod limits;
mod reading;
mod requests;
mod shell;
mod staff;
mod states;

use crate::house::{Database, House};
use countersign::accounts::{Actor, Explanation};
use diesel::prelude::*;
use std::collections::BTreeMap;

/// What the administrator is told of `text`.
fn explain(house: &House, text: &str) -> Explanation {
    house.work(|accounts, cx| accounts.explain(cx, text, house.app.region(), Actor::Shell))
}

/// The same as JSON.
fn as_json(house: &House, text: &str) -> serde_json::Value {
    house.app.languages().say_all("en", serde_json::to_value(explain(house, text)).unwrap())
}

#[derive(QueryableByName)]
struct Line {
    #[diesel(sql_type = diesel::sql_types::Text)]
    line: String,
}

/// Everything in the database but events of this kind, a text for each table.
fn all_but(house: &House, kind: &str) -> BTreeMap<String, String> {
    let sqlite = house.database == Database::Sqlite;
    let lines = |sql: String| -> Vec<String> {
        house.work(|_, cx| {
            let rows: Vec<Line> = cx.db.read(|conn| Ok(diesel::sql_query(&sql).load(conn)?))?;
            Ok(rows.into_iter().map(|row| row.line).collect())
        })
    };
    let tables = lines(if sqlite {
        "SELECT name AS line FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%'".into()
    } else {
        "SELECT table_name::text AS line FROM information_schema.tables WHERE table_schema = current_schema()".into()
    });
    let of = |table: &String| {
        let but = if table == "account_events" { format!("WHERE kind <> '{kind}'") } else { String::new() };
        let row = if sqlite {
            let columns =
                lines(format!("SELECT 'quote(\"' || name || '\")' AS line FROM pragma_table_info('{table}')"));
            columns.join(" || ',' || ")
        } else {
            "t::text".into()
        };
        let mut rows = lines(format!("SELECT {row} AS line FROM {table} t {but}"));
        rows.sort();
        (table.clone(), rows.join("\n"))
    };
    let all: BTreeMap<String, String> = tables.iter().map(of).collect();
    assert!(all.len() > 10, "{all:?}");
    all
}

fn explained(house: &House) -> i64 {
    house.count("SELECT count(*) FROM account_events WHERE kind = 'explained'")
}
