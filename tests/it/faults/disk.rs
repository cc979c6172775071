//! A full disk: what needs to write is refused and changes nothing; the rest is served; with room again all is well.

use super::{Program, Site, at_every_site, login, post, register};
use crate::house::{Database, binary};
use serde_json::json;
use std::process::Command;

/// The program, where writing too much is an error and not its end.
fn start(site: &Site) -> Program {
    let mut command = Command::new("sh");
    command.args(["-c", "trap '' XFSZ; exec \"$0\" serve"]).arg(binary());
    site.prepare(&mut command);
    Program::start(&mut command)
}

/// Lets the program write so many bytes into each file.
fn room(program: &Program, bytes: &str) {
    let pid = program.pid().to_string();
    let done = Command::new("prlimit").args(["--pid", &pid, &format!("--fsize={bytes}:")]).status();
    assert!(done.unwrap().success());
}

#[test]
fn a_full_disk_is_a_503_that_passes() {
    at_every_site(|site| {
        // The disk of a PostgreSQL is not the program's.
        if site.database == Database::Postgres || Command::new("prlimit").arg("--version").output().is_err() {
            return;
        }
        let program = start(site);
        assert_eq!(register(program.address, "alice").unwrap().0, 201);
        for _ in 0..3 {
            room(&program, "1");
            for _ in 0..3 {
                for (status, body) in
                    [register(program.address, "bob").unwrap(), login(program.address, "alice").unwrap()]
                {
                    assert_eq!((status, body["code"].as_str()), (503, Some("unavailable")), "{body}");
                }
            }
            room(&program, "unlimited");
            assert_eq!(login(program.address, "alice").unwrap().0, 200);
        }
        let (status, body) =
            post(program.address, "register", &json!({"username": "bob", "password": crate::people::PASSWORD}))
                .unwrap();
        assert_eq!(status, 201, "nothing was left behind: {body}");
    });
}

/// Killed while the disk is full, it comes up again with all that was answered.
#[test]
fn a_kill_on_a_full_disk_loses_nothing_that_was_answered() {
    at_every_site(|site| {
        if site.database == Database::Postgres || Command::new("prlimit").arg("--version").output().is_err() {
            return;
        }
        let program = start(site);
        let mut answered = Vec::new();
        room(&program, "1000000");
        for n in 0..1000 {
            let name = format!("user{n}");
            match register(program.address, &name).unwrap() {
                (201, _) => answered.push(name),
                (503, body) => {
                    assert_eq!(body["code"], "unavailable");
                    break;
                }
                (status, body) => panic!("{status} {body}"),
            }
        }
        assert!(!answered.is_empty() && answered.len() < 1000, "{}", answered.len());
        program.kill();
        let program = site.start();
        for name in answered {
            assert_eq!(login(program.address, &name).unwrap().0, 200, "{name}");
        }
    });
}
