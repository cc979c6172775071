//! `check --deploy`: what a site on the internet needs.

use super::{KEY, about, found, tells};
use crate::commands::Shell;

const SITE: &str = "public_url = \"https://accounts.example.org\"\nsecret_keys_file = \"keys\"\n\
    phone_authentication_active = false\n[server]\ntrusted_proxies = [\"127.0.0.1\"]\n[email]\ntransport = \"smtp\"\n\
    from = \"Club <noreply@example.org>\"\nsmtp_url_file = \"smtp\"\n[passwords]\nmin_length = 15\n[log]\nformat = \"json\"\n";

fn shell() -> Shell {
    let shell = Shell::new();
    shell.write("keys", KEY);
    shell.write("smtp", "smtps://club:W8q-vJ2r_Xk5@mail.example.org");
    shell.keep_private("keys");
    shell.keep_private("smtp");
    shell
}

#[test]
fn the_defaults_are_for_ones_own_machine() {
    let shell = shell();
    let all = found(&shell, "", &["--deploy"]);
    for key in ["public_url", "secret_keys", "email.transport", "sms.gateway"] {
        assert_eq!(about(&all, key)["level"], "error", "{key}");
    }
    tells(about(&all, "public_url"), "error", None, &["/dev/inbox", "https://accounts.example.org"]);
    assert!(all.iter().all(|one| !one["remedy"].as_str().unwrap().is_empty()), "each has a remedy: {all:#?}");
    shell.run(&["check"]).ended(0);
}

#[test]
fn a_site_that_is_ready_hears_no_more_than_advice() {
    let all = found(&shell(), SITE, &["--deploy"]);
    assert!(all.iter().all(|one| one["level"] == "advice" && one["about"] == "deploy"), "{all:#?}");
}

#[test]
fn what_is_a_warning_at_home_is_an_error_there() {
    let shell = shell();
    for (from, to, key) in [
        ("https://", "http://", "public_url"),
        ("transport = \"smtp\"", "transport = \"file\"", "email.transport"),
        ("from = \"Club <noreply@example.org>\"\n", "", "email.from"),
        ("[log]", "[sessions]\ncookie_secure = false\n[log]", "sessions.cookie_secure"),
    ] {
        let settings = SITE.replace(from, to);
        let level = |more: &[&str]| about(&found(&shell, &settings, more), key)["level"].clone();
        assert_eq!(level(&[]), "warning", "{key}");
        assert_eq!(level(&["--deploy"]), "error", "{key}");
    }
}

#[test]
fn what_could_be_better_there_is_told_with_its_line() {
    let shell = shell();
    for (from, to, key, level, line, words) in [
        ("= 15", "= 8", "passwords.min_length", "advice", Some(11), "15"),
        ("\"json\"", "\"text\"", "log.format", "advice", Some(13), "json"),
        ("\"json\"", "\"json\"\nlevel = \"debug\"", "log.level", "warning", Some(14), "info"),
        (
            "[\"127.0.0.1\"]",
            "[\"10.0.0.1\"]\nbind = \"0.0.0.0:80\"",
            "server.bind",
            "advice",
            Some(6),
            "past the proxy",
        ),
        (
            "secret_keys_file = \"keys\"",
            &format!("secret_keys = [\"{KEY}\"]"),
            "secret_keys",
            "advice",
            Some(2),
            "secret_keys_file",
        ),
        (
            "[log]",
            "[database]\nurl = \"postgres://db.example.org/x\"\n[log]",
            "limits.store",
            "advice",
            None,
            "database",
        ),
    ] {
        let all = found(&shell, &SITE.replace(from, to), &["--deploy"]);
        tells(about(&all, key), level, line, &[words]);
    }
}
