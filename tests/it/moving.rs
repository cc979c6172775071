//! Accounts in and out: from the databases and fixtures of Django sites, and from our own export, by the real commands on
//! every pair of databases.

mod again;
mod django;
mod documents;
mod export;
mod rules;
mod samples;
mod usage;

use crate::commands::{Ran, Shell};
use crate::house::{Database, House, databases, fresh_directory, fresh_schema};
use crate::people::PASSWORD;
use countersign::ambient::SystemRandom;
use countersign::db::Target;
use countersign::passwords::{Argon2id, BcryptSha256, Hasher};
use diesel::connection::SimpleConnection;
use secrecy::SecretString;
use serde_json::Value;
use std::path::PathBuf;

/// The columns of Django's own users, as both databases take them.
const AUTH_USER: &str = "CREATE TABLE auth_user (id integer NOT NULL PRIMARY KEY, password varchar(128) NOT NULL, \
    last_login timestamp with time zone NULL, is_superuser bool NOT NULL, username varchar(150) NOT NULL UNIQUE, \
    first_name varchar(150) NOT NULL, last_name varchar(150) NOT NULL, email varchar(254) NOT NULL, is_staff bool NOT NULL, \
    is_active bool NOT NULL, date_joined timestamp with time zone NOT NULL);";

/// allauth's addresses beside them.
const EMAIL_ADDRESS: &str = "CREATE TABLE account_emailaddress (id integer NOT NULL PRIMARY KEY, verified bool NOT NULL, \
    \"primary\" bool NOT NULL, user_id integer NOT NULL REFERENCES auth_user (id), email varchar(254) NOT NULL);";

/// An unusable password, as Django makes one.
const UNUSABLE: &str = "!a6UUbpYXCHLK0EE9NlbqFD6V9FYkhbiketXoHqqG";

/// The database of a Django site.
pub struct Site {
    pub url: String,
    target: Target,
    directory: PathBuf,
    schema: Option<String>,
}

impl Site {
    pub fn new(database: Database, sql: &str) -> Self {
        let directory = fresh_directory();
        let (url, target, schema) = match database {
            Database::Sqlite => {
                let path = directory.join("site #1?.sqlite3");
                // What is in an address of ours cannot have these; the file of the import is a link without them.
                let plain = directory.join("site.sqlite3");
                std::os::unix::fs::symlink(&path, &plain).unwrap();
                (format!("sqlite://{}", plain.display()), Target::Sqlite(path), None)
            }
            Database::Postgres => {
                let (url, schema) = fresh_schema();
                (url.clone(), Target::Postgres(SecretString::from(url)), schema)
            }
        };
        let site = Self { url, target, directory, schema };
        site.sql(sql);
        site
    }

    pub fn sql(&self, sql: &str) {
        self.target.connect().unwrap().batch_execute(sql).unwrap();
    }

    /// Runs the import of this site with these options too.
    pub fn import(&self, shell: &Shell, options: &[&str]) -> Ran {
        let mut arguments = vec!["import", "django", &self.url];
        arguments.extend(options);
        shell.run(&arguments)
    }

    /// As [`Site::import`]: what it tells as JSON.
    pub fn imported(&self, shell: &Shell, options: &[&str]) -> Value {
        let mut all = vec!["--json"];
        all.extend(options);
        self.import(shell, &all).ended(0).json()
    }
}

impl Drop for Site {
    fn drop(&mut self) {
        if let (Some(schema), Ok(mut conn)) = (&self.schema, self.target.connect()) {
            let _ = conn.batch_execute(&format!("DROP SCHEMA {schema} CASCADE"));
        }
        let _ = std::fs::remove_dir_all(&self.directory);
    }
}

/// Runs `test` for a site with these tables on every database, and a house on every database.
pub fn on_every_pair(sql: &str, test: impl Fn(&House, &Shell, &Site)) {
    for source in databases() {
        for database in databases() {
            eprintln!("from {source:?} to {database:?}");
            let house = House::build(database, "");
            test(&house, &Shell::beside(&house), &Site::new(source, sql));
        }
    }
}

/// A row of `auth_user`: the other columns are as Django makes them.
pub fn user(id: u32, username: &str, email: &str, password: &str) -> String {
    format!(
        "INSERT INTO auth_user VALUES ({id}, '{password}', NULL, FALSE, '{username}', '', '', '{email}', FALSE, TRUE, \
         '2023-05-17 08:30:00.00{id:04}');"
    )
}

/// One form of [`PASSWORD`] for each of Django's hashers, all of them cheap.
pub fn every_hash() -> Vec<String> {
    let plain = bcrypt::hash_with_salt(PASSWORD, 4, [7; 16]).unwrap().format_for_version(bcrypt::Version::TwoB);
    vec![
        "pbkdf2_sha256$1000$salty$UUju2y7z7Q0h6Gd290RyfZf4N+JFrzDMFmcdmWsbBsY=".into(),
        "pbkdf2_sha1$1000$salty$mg831V2grBu8r4TdJR5aH84eNLY=".into(),
        "scrypt$1024$salty$8$1$Xo3fnjQ+dMA9lMUU2CV9krZiCUrxj6YLzzcr1/18hRinTRvNU6Eg0O+0LxiAFbQ8QcaT+PMS5R/J0lJ4rgqrVg=="
            .into(),
        format!("bcrypt${plain}"),
        BcryptSha256 { cost: 4 }.hash(PASSWORD, &SystemRandom).unwrap(),
        Argon2id::default().hash(PASSWORD, &SystemRandom).unwrap(),
    ]
}

/// The cheapest of them.
pub fn a_hash() -> String {
    every_hash().swap_remove(0)
}

/// What an administrator sees of an account.
#[track_caller]
pub fn show(shell: &Shell, identifier: &str) -> Value {
    shell.run(&["user", "show", identifier, "--json"]).ended(0).json()
}

/// Every account, whole, as it is exported.
pub fn everything(shell: &Shell) -> String {
    shell.run(&["export"]).ended(0).out
}

/// `rule: outcome` of what was found about the account with this key, in order.
pub fn found(told: &Value, key: &str) -> Vec<String> {
    let of = told["findings"].as_array().unwrap().iter().filter(|finding| finding["key"] == key);
    of.map(|finding| format!("{}: {}", finding["rule"].as_str().unwrap(), finding["outcome"].as_str().unwrap()))
        .collect()
}
