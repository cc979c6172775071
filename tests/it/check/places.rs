//! What only several places, machines or files show together: the environment over the file, a Redis elsewhere, languages.

use super::{KEY, about, found, of, tells};
use crate::commands::{Shell, on_every_shell};
use countersign::ambient::{Clock, SystemClock};
use countersign::db::processes::{self, Process};
use countersign::db::{Id, Json, Time};
use serde_json::{Value, json};

/// The findings about this key under this heading.
fn under<'a>(found: &'a [Value], heading: &str, key: &str) -> Vec<&'a Value> {
    found.iter().filter(|one| one["about"] == heading && one["key"] == key).collect()
}

#[test]
fn a_variable_that_says_otherwise_than_the_file_is_told_with_both_places() {
    let shell = Shell::new().with("COUNTERSIGN__LOG__LEVEL", "warn").with("COUNTERSIGN__REGISTER_FORM", "register");
    let all = found(&shell, "register_form = \"register\"\n[log]\nlevel = \"info\"\n", &[]);
    assert_eq!(all.len(), 1, "the same in both places is told by nobody: {all:#?}");
    let told = about(&all, "log.level");
    tells(told, "advice", None, &["wins over settings.toml:3, which says \"info\"", "unset $COUNTERSIGN__LOG__LEVEL"]);
    assert_eq!(told["variable"], "COUNTERSIGN__LOG__LEVEL");
    let shell = Shell::new().with("COUNTERSIGN__SECRET_KEYS", &format!("[\"{KEY}\"]"));
    let shell = shell.with("COUNTERSIGN__EMAIL__SMTP_URL", "smtps://me:W8q-vJ2r_Xk5@mail.example.org");
    let file = "secret_keys = [\"a key for tests, long enough to be one: 8f3Kq2\"]\n[email]\ntransport = \"smtp\"\n\
        smtp_url = \"smtps://me:hunter2@mail.example.org\"\n";
    shell.write("settings.toml", file);
    shell.keep_private("settings.toml");
    let ran = shell.run(&["check", "--json"]);
    for secret in ["hunter2", "8f3Kq2", "W8q", KEY] {
        assert!(!format!("{ran:?}").contains(secret), "{secret}: {ran:?}");
    }
    let all = ran.json().as_array().unwrap().clone();
    tells(about(&all, "secret_keys"), "advice", None, &["wins over settings.toml:1"]);
    tells(
        about(&all, "email.smtp_url"),
        "advice",
        None,
        &["settings.toml:4, which says \"smtps://***@mail.example.org\""],
    );
}

#[test]
fn a_redis_across_a_network_asks_for_a_password_and_is_spoken_to_in_secret() {
    let shell = Shell::new();
    // Nobody is at these addresses (RFC 5737).
    for (url, asks, in_secret) in [
        ("redis://192.0.2.1/0", false, false),
        ("rediss://192.0.2.1/0", false, true),
        ("redis://me:W8q-vJ2r_Xk5@192.0.2.1/0", true, false),
        ("rediss://me:W8q-vJ2r_Xk5@192.0.2.1/0", true, true),
        ("redis://127.0.0.1:1/0", true, true),
    ] {
        let all = found(&shell, &format!("[redis]\nurl = \"{url}\"\n[limits]\nstore = \"redis\"\n"), &["--deploy"]);
        let unasked = under(&all, "settings", "redis.url");
        assert_eq!(unasked.len(), usize::from(!asks), "{url}: {unasked:#?}");
        for one in unasked {
            tells(one, "warning", Some(2), &["asks nobody for a password", "requirepass", "rediss://"]);
        }
        let said = under(&all, "deploy", "redis.url");
        let said: Vec<_> = said.into_iter().filter(|one| one["level"] == "warning").collect();
        assert_eq!(said.len(), usize::from(!in_secret), "{url}: {said:#?}");
        for one in said {
            tells(one, "warning", Some(2), &["without TLS", "rediss://"]);
        }
        tells(under(&all, "database", "redis.url")[0], "error", Some(2), &["cannot be used"]);
    }
}

#[test]
fn limits_in_memory_are_told_of_where_several_processes_serve() {
    on_every_shell(|house, shell| {
        let about_limits =
            || of(shell, &["--deploy"]).into_iter().filter(|one| one["key"] == "limits.store").collect::<Vec<_>>();
        house.work(|_, cx| {
            for pid in [11, 12] {
                let now: Time = SystemClock.now().into();
                let settings = json!({"values": {}, "marks": {}, "probe": ""});
                let process = Process {
                    id: Id::new(now, cx.random.as_ref()),
                    pid,
                    version: "1.0.0".into(),
                    started_at: now,
                    loaded_at: now,
                    seen_at: now,
                    settings: Json(settings.as_object().unwrap().clone()),
                };
                cx.db.write(|conn| processes::put(conn, &process))?;
            }
            Ok(())
        });
        let told = about_limits();
        assert_eq!(told.len(), 1, "{told:#?}");
        tells(&told[0], "warning", None, &["2 serve this database", "2 times as wide", "\"database\" or \"redis\""]);
        house.sql("DELETE FROM processes WHERE pid = 12");
        assert!(about_limits().iter().all(|one| one["level"] == "advice"));
    });
}

#[test]
fn figures_are_for_this_machine_and_the_network_around_it() {
    let shell = Shell::new();
    for (bind, told) in [
        ("127.0.0.1:9100", None),
        ("10.1.2.3:9100", None),
        ("[fd00::1]:9100", None),
        ("203.0.113.7:9100", Some("warning")),
        ("[::]:9100", Some("warning")),
        ("[::]:8000", Some("error")),
        ("10.1.2.3:8000", None),
    ] {
        let all = found(&shell, &format!("[metrics]\nenabled = true\nbind = \"{bind}\"\n"), &[]);
        let level = all.first().map(|one| one["level"].as_str().unwrap());
        assert_eq!((level, all.len()), (told, usize::from(told.is_some())), "{bind}: {all:#?}");
    }
}

#[test]
fn what_a_language_of_ones_own_lacks_is_counted_and_some_of_it_named() {
    let shell = Shell::new();
    std::fs::create_dir_all(shell.directory.join("mine/locales/it")).unwrap();
    shell.write("mine/locales/it/ours.ftl", "language-name = Italiano\nlanguage-direction = ltr\n");
    let settings = |more: &str| format!("[templates]\ndirectory = \"mine\"\n[languages]\n{more}\n");
    let all = found(&shell, &settings("enabled = [\n\"en\",\n\"it\",\n]"), &[]);
    let told = about(&all, "languages.enabled");
    tells(told, "warning", Some(6), &["lacks most of its words", "said in \"en\"", "locales/it"]);
    assert!(told["count"].as_u64().unwrap() > 100 && told["examples"].as_array().unwrap().len() == 3, "{told:#}");
    let all = found(&shell, &settings("enabled = [\"en\"]"), &[]);
    tells(about(&all, "templates.directory"), "advice", Some(2), &["has words in \"it\"", "languages.enabled"]);
    // Whoever says every word is told nothing.
    let mut every = String::new();
    for file in std::fs::read_dir(crate::documents::root().join("locales/en")).unwrap() {
        every += &std::fs::read_to_string(file.unwrap().path()).unwrap();
        every.push('\n');
    }
    shell.write("mine/locales/it/ours.ftl", &every);
    assert_eq!(found(&shell, &settings("enabled = [\"en\", \"it\"]"), &[]), super::NOTHING);
}
