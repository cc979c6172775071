//! What `docs/moving-from-django.md` says to type, typed.

use super::{AUTH_USER, a_hash, user};
use crate::commands::Shell;
use crate::house::{Database, House};
use countersign::moving::Rule;
use diesel::connection::SimpleConnection;
use std::path::Path;

fn document() -> String {
    std::fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join("docs/moving-from-django.md")).unwrap()
}

#[test]
fn the_commands_of_the_document_do_what_it_says() {
    let house = House::build(Database::Sqlite, "");
    let shell = Shell::beside(&house);
    let mut conn = countersign::db::Target::Sqlite(shell.directory.join("db.sqlite3")).connect().unwrap();
    let sql = [(1, "alice"), (2, "ALICE"), (3, "john doe")]
        .iter()
        .fold(AUTH_USER.to_owned(), |sql, (id, name)| sql + &user(*id, name, "", &a_hash()));
    conn.batch_execute(&sql).unwrap();
    let text = document();
    let blocks = text.split("```sh\n").skip(1).map(|rest| rest.split("```").next().unwrap());
    let commands: Vec<&str> =
        blocks.flat_map(str::lines).filter_map(|line| line.strip_prefix("countersign ")).collect();
    let mut counts = Vec::new();
    for command in &commands {
        let arguments: Vec<&str> = command.split_whitespace().collect();
        shell.run(&arguments).ended(0);
        counts.push(house.count("SELECT count(*) FROM users"));
    }
    assert_eq!(counts, [0, 1, 3, 3, 3, 3, 3], "{commands:?}");
    for name in ["ALICE-2", "john_doe-3"] {
        super::show(&shell, name);
    }
}

#[test]
fn the_document_names_every_rule() {
    let text = document();
    let lacking: Vec<&str> =
        Rule::ALL.iter().map(|rule| rule.slug()).filter(|slug| !text.contains(&format!("`{slug}`"))).collect();
    assert!(lacking.is_empty(), "{lacking:?}");
}
