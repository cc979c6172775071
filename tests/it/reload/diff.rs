//! `countersign settings diff`: what the running server would take from the file, and what each change comes to.

use super::by_signal::reload;
use crate::faults::{Site, at_every_site};
use serde_json::{Value, json};

fn diff(site: &Site, arguments: &[&str], settings: &[(&str, &str)]) -> (String, String) {
    let output = site
        .command()
        .args(["settings", "diff"])
        .args(arguments)
        .envs(settings.iter().copied())
        .stdout(std::process::Stdio::piped())
        .output()
        .unwrap();
    let text = |bytes| String::from_utf8(bytes).unwrap();
    (text(output.stdout), text(output.stderr))
}

fn changes(site: &Site, settings: &[(&str, &str)]) -> Value {
    let (out, err) = diff(site, &["--json"], settings);
    serde_json::from_str(&out).unwrap_or_else(|cause| panic!("{cause}: {out}{err}"))
}

#[test]
fn each_change_is_told_with_its_weight_and_no_secret() {
    at_every_site(|site| {
        let write = |text: &str| std::fs::write(site.directory.join("settings.toml"), text).unwrap();
        let url = |password: &str| {
            format!(
                "[email]\ntransport = \"smtp\"\nfrom = \"a@example.org\"\nsmtp_url = \"smtps://me:{password}@mail.example.org\"\n"
            )
        };
        write(&url("hunter2hunter2"));
        let (out, _) = diff(site, &[], &[]);
        assert_eq!(out, "", "there is no database yet");
        let program = site.start();
        let (out, err) = diff(site, &[], &[]);
        assert!(out.contains("nothing differs") && out.contains(&format!("Process {}", program.pid())), "{out}{err}");
        write(&format!(
            "register_form = \"register_email\"\n[passwords]\nmin_length = 6\n[log]\nlevel = \"warn\"\n{}",
            url("swordfish9swordfish")
        ));
        let all = changes(site, &[]);
        let told: Vec<(&str, &Value)> = all[0]["changes"]
            .as_array()
            .unwrap()
            .iter()
            .map(|one| (one["key"].as_str().unwrap(), &one["weights"]))
            .collect();
        assert_eq!(
            told,
            [
                ("register_form", &json!(["reload"])),
                ("passwords.min_length", &json!(["reload", "loosens"])),
                ("email.smtp_url", &json!(["reload"])),
                ("log.level", &json!(["restart"])),
            ]
        );
        let (out, err) = diff(site, &[], &[]);
        for words in [
            "register_form: \"register\" -> \"register_email\"  # settings.toml:1, takes effect on reload",
            "passwords.min_length: 8 -> 6",
            "loosens security",
            "log.level: \"info\" -> \"warn\"",
            "needs a restart",
            "kill -HUP",
        ] {
            assert!(out.contains(words), "{words} is not in\n{out}{err}");
        }
        for secret in ["hunter2", "swordfish", "8f3Kq2"] {
            assert!(!out.contains(secret) && !all.to_string().contains(secret), "{out}");
            assert_eq!(
                site.count(&format!("SELECT count(*) FROM processes WHERE CAST(settings AS text) LIKE '%{secret}%'")),
                0
            );
        }
        // Another key in front, the old one behind it: everything can still be compared.
        let both =
            "[\"another key for tests, and long enough: 7Hq2Zx\", \"a key for tests, long enough to be one: 8f3Kq2\"]";
        let rotated = changes(site, &[("COUNTERSIGN__SECRET_KEYS", both)]);
        assert_eq!(
            (&rotated[0]["changes"][0]["key"], &rotated[0]["secrets_compared"]),
            (&json!("secret_keys"), &json!(true))
        );
        assert_eq!(rotated[0]["changes"].as_array().unwrap().len(), 5);
        let other =
            changes(site, &[("COUNTERSIGN__SECRET_KEYS", "[\"another key for tests, and long enough: 7Hq2Zx\"]")]);
        assert_eq!(
            (&other[0]["changes"][0]["key"], &other[0]["secrets_compared"]),
            (&json!("secret_keys"), &json!(false))
        );
        // Reloaded, only what needs a restart is left.
        reload(site, &program);
        let left = || changes(site, &[])[0]["changes"].as_array().unwrap().len();
        while left() != 1 {
            std::thread::yield_now();
        }
        assert_eq!(changes(site, &[])[0]["changes"][0]["key"], "log.level");
        program.kill();
        // Who was killed is forgotten a while later; who ended left no trace.
        site.sql("DELETE FROM processes");
        let (out, _) = diff(site, &[], &[]);
        assert!(out.contains("No process serves this database now"), "{out}");
    });
}

#[test]
fn settings_are_told_as_json_too() {
    at_every_site(|site| {
        let output = site.command().args(["settings", "--json"]).stdout(std::process::Stdio::piped()).output().unwrap();
        let all: Value = serde_json::from_slice(&output.stdout).unwrap();
        let one = |key: &str| all.as_array().unwrap().iter().find(|one| one["key"] == key).unwrap().clone();
        assert_eq!(one("register_form"), json!({"key": "register_form", "value": "\"register\"", "source": "default"}));
        assert_eq!(one("secret_keys")["value"], "[\"***\"]");
    });
}
