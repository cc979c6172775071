//! schemathesis makes requests out of the document, right ones and wrong ones, and holds the answers against it: every
//! check it has, by somebody who is not signed in, by somebody who is, and by somebody who administers.

use crate::faults::{Program, Site};
use crate::forms::CLUB;
use crate::house::{Database, fresh_directory};
use crate::people::PASSWORD;
use std::io::Write;
use std::path::Path;
use std::process::{Command, Stdio};

/// Nothing is throttled by address, so that no answer hides behind a 429.
const OPEN: &str = r#"
[login]
by_code = true
[verification]
email = "optional"
phone = "optional"
[limits]
reset_per_ip = "100000/m"
code_per_ip = "100000/m"
login_failures_per_account = 10000
[otp]
max_per_hour = 1000
max_per_day = 10000
max_attempts = 100
[email]
transport = "memory"
[sms]
gateway = "memory"
"#;

/// The program; nothing where there is none. Where one is named, it must be there.
fn schemathesis() -> Option<String> {
    let named = std::env::var("COUNTERSIGN_TEST_SCHEMATHESIS");
    let program = named.clone().unwrap_or_else(|_| "schemathesis".into());
    let there = Command::new(&program).arg("--version").output().is_ok_and(|ran| ran.status.success());
    if !there {
        assert!(named.is_err(), "{program} does not run");
        eprintln!("no schemathesis (see COUNTERSIGN_TEST_SCHEMATHESIS), so it is left out");
    }
    there.then_some(program)
}

/// Who makes the requests.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Who {
    Stranger,
    Member,
    Superuser,
}

fn finds_nothing(who: Who) {
    let Some(schemathesis) = schemathesis() else { return };
    let directory = fresh_directory();
    let url = format!("sqlite://{}/test.db", directory.display());
    let site = Site::at(Database::Sqlite, directory, url);
    std::fs::write(site.directory.join("settings.toml"), format!("{CLUB}\n{OPEN}")).unwrap();
    if who == Who::Superuser {
        // Alone, so that none of the requests can take the rights away.
        let mut create = site.command();
        create.args(["createsuperuser", "--username", "root", "--password-stdin"]).stdin(Stdio::piped());
        let mut create = create.spawn().unwrap();
        create.stdin.take().unwrap().write_all(format!("{PASSWORD}\n").as_bytes()).unwrap();
        assert!(create.wait().unwrap().success());
    }
    let program = Program::start(&mut site.command());
    let address = format!("http://{}", program.address);
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/schemathesis");
    let mut run = Command::new(schemathesis);
    run.current_dir(&site.directory)
        .arg("--config-file")
        .arg(folder.join("schemathesis.toml"))
        .args(["run", &format!("{address}/api/v1/openapi.json"), "--checks", "all", "--max-examples", "10"])
        // The same requests each time: what fails here fails there too. Nothing goes unseen for a browser's reasons.
        .args(["--seed", "20261128", "--warnings", "off", "--header", "Sec-Fetch-Site: same-origin"]);
    if who != Who::Stranger {
        run.env("SCHEMATHESIS_HOOKS", "hooks").env("PYTHONPATH", &folder).env("COUNTERSIGN_SITE", &address);
    }
    if who == Who::Superuser {
        // With their own account they would be the next to be locked out.
        run.env("COUNTERSIGN_ROOT", PASSWORD).args(["--include-path-regex", "/admin"]);
    }
    let ran = run.env("PYTHONDONTWRITEBYTECODE", "1").output().unwrap();
    let said = String::from_utf8_lossy(&ran.stdout);
    assert!(ran.status.success(), "{said}\n{}", String::from_utf8_lossy(&ran.stderr));
    let count = |word: &str| -> u32 {
        let before = said.split(word).next().unwrap().trim_end();
        before.rsplit(|c: char| !c.is_ascii_digit()).next().unwrap().parse().unwrap()
    };
    assert!(count(" generated") > 1000, "{said}");
    assert!(said.contains("Stateful"), "{said}");
}

#[test]
fn schemathesis_finds_nothing_as_a_stranger() {
    finds_nothing(Who::Stranger);
}

#[test]
fn schemathesis_finds_nothing_as_somebody_who_is_signed_in() {
    finds_nothing(Who::Member);
}

#[test]
fn schemathesis_finds_nothing_as_somebody_who_administers() {
    finds_nothing(Who::Superuser);
}
