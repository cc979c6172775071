//! `check` and `settings`: what is wrong and what holds, told so that it can be mended, and never a secret.

use super::Shell;

const SECRET: &str = "Vt3qZ8mWc5RkYxN7pLhJ2sDfGbT9aQeU";

#[test]
fn a_misspelt_name_is_told_with_its_place_and_what_would_work() {
    let shell = Shell::new();
    shell.write("settings.toml", "# Mine.\n\nauthentication_backends = [\n  \"username\",\n  \"emial\",\n]\n");
    for command in [&["check"][..], &["serve"], &["user", "list"], &["migrate"], &[]] {
        let ran = shell.run(command).ended(1);
        let told = ran.out + &ran.err;
        assert!(told.contains("settings.toml:5: authentication_backends: \"emial\""), "{command:?}: {told}");
        for name in ["`username`", "`email`", "`phone`", "`username_or_email`", "`username_or_phone`", "`any`"] {
            assert!(told.contains(name), "{command:?}: {told}");
        }
        assert!(told.contains("Did you mean `email`?"), "{command:?}: {told}");
    }
    let found = shell.run(&["check", "--json"]).ended(1).json();
    let mistake = &found[0];
    assert_eq!(found.as_array().unwrap().len(), 1);
    assert_eq!(mistake["key"], "authentication_backends");
    assert_eq!(mistake["line"], 5);
    assert_eq!(mistake["value"], "\"emial\"");
    assert_eq!(mistake["level"], "error");
    assert!(mistake["file"].as_str().unwrap().ends_with("settings.toml"));
    assert!(!shell.directory.join("countersign.db").exists(), "nothing was begun");
}

#[test]
fn every_mistake_is_told_and_each_line_is_ended() {
    let shell = Shell::new();
    shell.write(
        "settings.toml",
        "register_form = \"registr\"\n[passwords]\nhasher = \"md5\"\nvalidators = [\"comon\"]\n",
    );
    let ran = shell.run(&["check"]).ended(1);
    for place in ["settings.toml:1:", "settings.toml:3:", "settings.toml:4:"] {
        assert!(ran.out.contains(place), "{}", ran.out);
    }
    assert!(ran.out.ends_with('\n'), "{:?}", ran.out);
    assert_eq!(ran.out.lines().filter(|line| line.starts_with("  error: ")).count(), 3, "{}", ran.out);
    assert!(ran.out.contains("\n3 errors.\n"), "{}", ran.out);
    assert_eq!(shell.run(&["check", "--json"]).ended(1).json().as_array().unwrap().len(), 3);
}

#[test]
fn a_warning_is_told_and_stops_nothing() {
    let shell = Shell::new();
    shell.write("settings.toml", "[passwords]\nbcrypt_cost = 4\n");
    let ran = shell.run(&["check"]).ended(0);
    assert!(ran.out.starts_with("Settings\n  warning: settings.toml:2: passwords.bcrypt_cost"), "{}", ran.out);
    assert!(ran.out.ends_with("\n1 warning.\n"), "{}", ran.out);
    let found = shell.run(&["check", "--json"]).ended(0).json();
    assert_eq!(found[0]["level"], "warning");
    shell.write("settings.toml", "");
    assert_eq!(shell.run(&["check", "--json"]).ended(0).json(), serde_json::json!([]));
}

#[test]
fn a_database_that_is_away_is_a_mistake() {
    let shell = Shell::new().with("COUNTERSIGN__DATABASE__URL", "postgres://nobody:hunter2secret@127.0.0.1:1/none");
    for command in [&["check"][..], &["user", "list"], &["migrate", "--status"], &["prune"]] {
        let ran = shell.run(command).ended(1);
        assert!(!format!("{ran:?}").contains("hunter2secret"), "{ran:?}");
        assert!(format!("{ran:?}").contains("cannot be used"), "{ran:?}");
    }
}

#[test]
fn settings_are_told_with_their_source_and_without_their_secrets() {
    let shell = Shell::new()
        .with("COUNTERSIGN__SESSIONS__IDLE_TIMEOUT", "3d")
        .with("COUNTERSIGN__AUTHENTICATION_BACKENDS", "[\"email\"]");
    shell.write(
        "settings.toml",
        &format!("secret_keys = [\"{SECRET}\"]\n[database]\nurl = \"postgres://me:{SECRET}@db.example.org/x\"\n"),
    );
    let ran = shell.run(&["settings"]).ended(0);
    assert!(!ran.out.contains(SECRET) && !ran.err.contains(SECRET), "{ran:?}");
    for line in [
        "secret_keys = [\"***\"]  # settings.toml:1",
        "sessions.idle_timeout = \"3d\"  # $COUNTERSIGN__SESSIONS__IDLE_TIMEOUT",
        "authentication_backends = [\"email\"]  # $COUNTERSIGN__AUTHENTICATION_BACKENDS",
        "register_form = \"register\"  # default",
    ] {
        assert!(ran.out.lines().any(|known| known == line), "{line}\n{}", ran.out);
    }
    assert!(ran.out.contains("db.example.org"), "what is no secret is shown: {}", ran.out);
}

#[test]
fn a_variable_that_names_no_key_is_a_mistake() {
    let shell = Shell::new().with("COUNTERSIGN__DATABSE__URL", "sqlite://x.db");
    let ran = shell.run(&["check"]).ended(1);
    assert!(ran.out.contains("$COUNTERSIGN__DATABSE__URL"), "{}", ran.out);
    assert!(ran.out.contains("Did you mean $COUNTERSIGN__DATABASE__URL?"), "{}", ran.out);
}

#[test]
fn the_reference_can_be_read_again_and_the_schema_is_json() {
    let shell = Shell::new();
    let reference = shell.run(&["settings", "--reference"]).ended(0).out;
    shell.write("settings.toml", &reference);
    shell.run(&["check"]).ended(0);
    let schema = shell.run(&["settings", "--schema"]).ended(0).json();
    assert!(schema["properties"]["authentication_backends"].is_object(), "{schema}");
}

#[test]
fn a_reader_that_has_seen_enough_is_no_fault() {
    use std::process::{Command, Stdio};
    let shell = Shell::new();
    let mut child = Command::new(crate::house::binary())
        .args(["settings", "--reference"])
        .current_dir(&shell.directory)
        .env_clear()
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    drop(child.stdout.take());
    let output = child.wait_with_output().unwrap();
    assert_eq!(output.status.code(), Some(0), "{output:?}");
    assert_eq!(String::from_utf8_lossy(&output.stderr), "");
}

#[test]
fn a_redis_that_does_not_answer_is_told_with_its_line_and_without_its_password() {
    let shell = Shell::new();
    let nobody = std::net::TcpListener::bind("127.0.0.1:0").unwrap().local_addr().unwrap();
    let url = format!("redis://:hunter2@{nobody}/0");
    shell.write("settings.toml", &format!("[redis]\nurl = \"{url}\"\n[limits]\nstore = \"redis\"\n"));
    let ran = shell.run(&["check"]).ended(1);
    let place = format!("settings.toml:2: redis.url: \"redis://***@{nobody}/***\" cannot be used: ");
    assert!(ran.out.contains(&place) && ran.out.contains("Start the Redis"), "{}", ran.out);
    assert!(!ran.out.contains("hunter2") && !ran.err.contains("hunter2"), "{ran:?}");

    shell.write("settings.toml", "[redis]\nurl = \"redis://127.0.0.1:1\"\n");
    let ran = shell.run(&["check"]).ended(0);
    assert!(ran.out.contains("settings.toml:2: ") && ran.out.contains("is used by nothing"), "{}", ran.out);
}
