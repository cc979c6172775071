//! Settings that are right each by itself, and wrong together.

use super::{KEY, NOTHING, about, found, tells};
use crate::commands::Shell;

/// A site that others reach, and with which nothing is wrong.
fn site(top: &str, rest: &str) -> String {
    format!(
        "public_url = \"https://accounts.example.org\"\nsecret_keys = [\"{KEY}\"]\n{top}\n[server]\n\
         trusted_proxies = [\"127.0.0.1\"]\n{rest}"
    )
}

const MAIL: &str = "[email]\ntransport = \"smtp\"\nfrom = \"Club <noreply@example.org>\"\n\
    smtp_url = \"smtps://club:W8q-vJ2r_Xk5@mail.example.org\"\n";

#[test]
fn a_site_with_which_nothing_is_wrong_hears_nothing() {
    let shell = Shell::new();
    let settings = site("phone_authentication_active = false", MAIL);
    assert_eq!(found(&shell, &settings, &[]), NOTHING);
    let ran = shell.run(&["check"]).ended(0);
    assert!(ran.out.ends_with("\nEverything is in order.\n"), "{}", ran.out);
    assert_eq!(found(&shell, "", &[]), NOTHING, "nor do the defaults");
}

#[test]
fn what_nobody_could_receive_is_no_proof() {
    let shell = Shell::new();
    for transport in ["console", "file", "memory"] {
        let mail = format!("[email]\ntransport = \"{transport}\"\n[verification]\nemail = \"mandatory\"\n");
        let all = found(&shell, &site("phone_authentication_active = false", &mail), &[]);
        tells(
            about(&all, "verification.email"),
            "error",
            Some(9),
            &[transport, "email.smtp_url", "nobody who registers"],
        );
    }
    let on_loopback = "[verification]\nemail = \"mandatory\"\n";
    assert_eq!(found(&shell, on_loopback, &[]), NOTHING, "in development it is shown");
    let all = found(&shell, &site("", &format!("{MAIL}[verification]\nphone = \"mandatory\"\n")), &[]);
    tells(about(&all, "verification.phone"), "error", Some(11), &["sms.gateway = \"console\"", "[sms.http]"]);
}

#[test]
fn a_code_needs_a_way_to_arrive() {
    let shell = Shell::new();
    let all = found(&shell, &site("phone_authentication_active = false", "[login]\nby_code = true\n"), &[]);
    tells(about(&all, "login.by_code"), "error", Some(7), &["email.transport = \"console\"", "email.smtp_url"]);
    let fine = site("phone_authentication_active = false", &format!("{MAIL}[login]\nby_code = true\n"));
    assert_eq!(found(&shell, &fine, &[]), NOTHING);
}

#[test]
fn forms_and_backends_go_together() {
    let shell = Shell::new();
    let of = |settings: &str, key: &str| about(&found(&shell, settings, &[]), key).clone();
    let chain = "authentication_backends";
    let unneeded = "register_form = \"register_email\"\nauthentication_backends = [\n\"email\",\n\"phone\",\n]";
    tells(&of(unneeded, chain), "warning", Some(4), &["a phone number", "authentication_backends = [\"email\"]"]);
    let lost = "authentication_backends = [\"phone\"]\nregister_form = \"register_email\"";
    let told = of(lost, "register_form");
    tells(&told, "error", Some(2), &["an email address", "authentication_backends = [\"email\"]", "register_phone"]);
    let some = "authentication_backends = [\"email\"]";
    tells(&of(some, "register_form"), "warning", Some(1), &["a username or phone number alone", "register_email"]);
    let declared = "authentication_backends = [\"username\"]\nregister_form = \"member\"\n[forms.member]\n\
        fields = [{ name = \"email\", required = true }, { name = \"password\" }]\n";
    tells(&of(declared, "forms.member"), "error", Some(3), &["locks out"]);
    let by_code = format!("{declared}[login]\nby_code = true\n");
    assert!(found(&shell, &by_code, &[]).iter().all(|one| one["level"] != "error"), "the code lets them in");
    let closed = format!("{declared}[registration]\nopen = false\n");
    assert_eq!(found(&shell, &closed, &[]), NOTHING, "nobody registers");
    let all = found(&shell, "register_form = \"register_email\"", &[]);
    assert!(all.len() == 2 && all.iter().all(|one| one["level"] == "advice"), "nobody wrote the chain: {all:#?}");
}

#[test]
fn what_is_written_and_does_nothing_is_told() {
    let shell = Shell::new();
    for (settings, key, line, words) in [
        ("phone_authentication_active = false\n[sms]\nfrom = \"Club\"\n", "sms.from", 3, "phone_authentication_active"),
        (
            "phone_authentication_active = false\n[otp.phone]\nttl = \"5m\"\n",
            "otp.phone.ttl",
            3,
            "phone_authentication_active",
        ),
        ("[sms.http]\nmethod = \"GET\"\n", "sms.http.method", 2, "sms.gateway = \"http\""),
        ("[sms]\ndirectory = \"out\"\n", "sms.directory", 2, "sms.gateway = \"file\""),
        ("[email]\ndirectory = \"out\"\n", "email.directory", 2, "email.transport = \"file\""),
        (
            "[email]\nsmtp_url = \"smtps://a:W8q-vJ2r@mx.example.org\"\n",
            "email.smtp_url",
            2,
            "email.transport = \"smtp\"",
        ),
        ("[passwords]\nhasher = \"argon2id\"\nbcrypt_cost = 12\n", "passwords.bcrypt_cost", 3, "passwords.hasher"),
        ("[passwords]\nmin_length = 12\nvalidators = [\"common\"]\n", "passwords.min_length", 2, "\"min_length\""),
        ("[registration]\nopen = false\nlogin_after = true\n", "registration.login_after", 3, "registration.open"),
    ] {
        let all = found(&shell, settings, &[]);
        let one = about(&all, key);
        assert_eq!(one["line"], line, "{one:#}");
        assert!(one["level"] != "error" && format!("{one}").replace("\\\"", "\"").contains(words), "{one:#}");
        assert!(!format!("{all:?}").contains("W8q-vJ2r"), "no secret is told: {all:?}");
    }
}

#[test]
fn proxies_that_cannot_be_right_are_told() {
    let shell = Shell::new();
    let of = |server: &str| {
        let rest = format!("[server]\n{server}\n{MAIL}");
        let top = "public_url = \"https://accounts.example.org\"\nphone_authentication_active = false\n";
        found(&shell, &format!("{top}secret_keys = [\"{KEY}\"]\n{rest}"), &[])
    };
    tells(about(&of(""), "public_url"), "warning", Some(1), &["server.trusted_proxies names none", "127.0.0.1"]);
    let strange = of("trusted_proxies = [\"10.0.0.7\"]");
    tells(about(&strange, "server.trusted_proxies"), "warning", Some(5), &["never believed", "127.0.0.1:8000"]);
    let wide = of("bind = \"0.0.0.0:8000\"\ntrusted_proxies = [\n\"10.0.0.0/8\",\n\"203.0.0.0/12\"]");
    tells(about(&wide, "server.trusted_proxies"), "warning", Some(8), &["1048576 addresses"]);
    assert_eq!(of("bind = \"0.0.0.0:8000\"\ntrusted_proxies = [\"10.0.0.0/8\"]"), NOTHING);
    let port = found(&shell, "[server]\nbind = \"127.0.0.1:9000\"\n", &[]);
    tells(about(&port, "public_url"), "warning", Some(2), &["port 8000", "http://127.0.0.1:9000"]);
}

#[test]
fn a_secret_that_is_used_twice_or_lies_open_is_told_and_not_shown() {
    let shell = Shell::new();
    let twice = MAIL.replace("W8q-vJ2r_Xk5", KEY);
    let all = found(&shell, &site("phone_authentication_active = false", &twice), &[]);
    tells(about(&all, "email.smtp_url"), "error", Some(9), &["the same secret as secret_keys"]);
    assert!(!format!("{all:?}").contains(KEY), "{all:?}");
    let weak = MAIL.replace("W8q-vJ2r_Xk5", "password1");
    let all = found(&shell, &site("phone_authentication_active = false", &weak), &[]);
    tells(about(&all, "email.smtp_url"), "warning", Some(9), &["everybody tries first"]);
    let fine = site("phone_authentication_active = false", MAIL);
    shell.write("settings.toml", &fine);
    shell.open_to_others("settings.toml");
    let all = super::of(&shell, &[]);
    tells(about(&all, "email.smtp_url"), "warning", Some(9), &["mode 644", "chmod 600 settings.toml"]);
    shell.write("keys", KEY);
    shell.open_to_others("keys");
    let elsewhere = fine.replace(&format!("secret_keys = [\"{KEY}\"]"), "secret_keys_file = \"keys\"");
    let all = found(&shell, &elsewhere, &[]);
    tells(about(&all, "secret_keys"), "warning", Some(2), &["chmod 600", "keys"]);
}

#[test]
fn a_hash_is_timed_on_this_machine() {
    let shell = Shell::new();
    shell.write("settings.toml", "[passwords]\nbcrypt_cost = 16\n");
    let all = shell.run(&["check", "--json"]).ended(0).json();
    let one = about(all.as_array().unwrap(), "passwords.bcrypt_cost");
    tells(one, "warning", Some(2), &[" ms on this machine", "Here 1"]);
    assert_eq!(one["about"], "machine");
}

#[test]
fn nothing_is_written() {
    let shell = Shell::new();
    shell.run(&["check"]).ended(0);
    shell.run(&["check", "--deploy", "--json"]).ended(1);
    assert_eq!(std::fs::read_dir(&shell.directory).unwrap().count(), 0, "no database, no key, no directory");
}
