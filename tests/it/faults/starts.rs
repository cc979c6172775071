//! How it starts: two at once on one empty database, and never on a schema that is not its own.

use super::{Site, at_every_site, login, register};
use crate::house::Database;

/// What `serve` says when it does not start, and that it says so with exit code 1.
fn refused(site: &Site, settings: &[(&str, &str)]) -> String {
    let output = site.command().arg("serve").envs(settings.iter().copied()).output().unwrap();
    let said = String::from_utf8(output.stderr).unwrap();
    assert_eq!(output.status.code(), Some(1), "{said}");
    assert!(!said.contains("is ready"), "{said}");
    said
}

#[test]
fn two_that_start_at_once_on_one_empty_database_both_come_up() {
    for round in 0..10 {
        at_every_site(|site| {
            let (one, two) = std::thread::scope(|scope| {
                let one = scope.spawn(|| site.start());
                let two = site.start();
                (one.join().unwrap(), two)
            });
            let name = format!("user{round}");
            assert_eq!(register(one.address, &name).unwrap().0, 201);
            assert_eq!(login(two.address, &name).unwrap().0, 200);
            assert_eq!(register(two.address, &name).unwrap().0, 422);
        });
    }
}

#[test]
fn a_schema_newer_than_the_program_stops_it() {
    at_every_site(|site| {
        assert!(site.command().arg("migrate").status().unwrap().success());
        site.sql("INSERT INTO __diesel_schema_migrations (version) VALUES ('20991231000000')");
        for migrate in ["true", "false"] {
            let said = refused(site, &[("COUNTERSIGN__DATABASE__MIGRATE_ON_START", migrate)]);
            assert!(said.contains("newer") && said.contains("20991231000000"), "{said}");
        }
        // Taken back, it starts: nothing was changed.
        site.sql("DELETE FROM __diesel_schema_migrations WHERE version = '20991231000000'");
        assert_eq!(register(site.start().address, "alice").unwrap().0, 201);
    });
}

#[test]
fn an_old_schema_stops_it_when_it_may_not_migrate() {
    at_every_site(|site| {
        let never = [("COUNTERSIGN__DATABASE__MIGRATE_ON_START", "false")];
        let said = refused(site, &never);
        assert!(said.contains("countersign migrate"), "{said}");
        // Nothing was made of it.
        site.sql("CREATE TABLE users (id integer)");
        site.sql("DROP TABLE users");
        assert!(site.command().arg("migrate").status().unwrap().success());
        let mut command = site.command();
        command.envs(never);
        assert_eq!(register(super::Program::start(&mut command).address, "alice").unwrap().0, 201);
    });
}

#[test]
fn a_database_that_is_away_stops_it_and_is_named_without_its_password() {
    at_every_site(|site| {
        let url = match site.database {
            // A directory that is not there.
            Database::Sqlite => "sqlite:///nowhere/hunter2/test.db",
            // Nobody listens at port 1.
            Database::Postgres => "postgres://me:hunter2@127.0.0.1:1/test",
        };
        let said = refused(site, &[("COUNTERSIGN__DATABASE__URL", url)]);
        assert!(!said.is_empty());
        assert!(site.database == Database::Sqlite || !said.contains("hunter2"), "{said}");
        assert!(!said.contains("panicked"), "{said}");
    });
}

#[test]
fn an_address_in_use_stops_it_and_is_named() {
    at_every_site(|site| {
        let first = site.start();
        let bind = first.address.to_string();
        let said = refused(site, &[("COUNTERSIGN__SERVER__BIND", &bind)]);
        assert!(said.contains(&bind) && said.contains("server.bind"), "{said}");
    });
}
