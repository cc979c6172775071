//! `templates`: what is built in, written out, shown and checked.

use super::Shell;

const SETTINGS: &str = "[templates]\ndirectory = \"mine\"\n";

#[test]
fn every_template_is_listed_written_out_and_in_order_as_it_is() {
    let shell = Shell::new();
    shell.write("settings.toml", SETTINGS);
    let names = Shell::new().run(&["templates", "list"]).ended(0).out;
    assert!(names.lines().any(|name| name == "login.html") && names.contains("locales/en/messages.ftl"), "{names}");
    let wrote = shell.run(&["templates", "export", "--all"]).ended(0).out;
    assert_eq!(wrote.lines().count(), names.lines().count(), "{wrote}");
    for name in names.lines() {
        let folder = if name.starts_with("locales/") { "" } else { "templates/" };
        let built_in = std::fs::read(format!("{}/{folder}{name}", env!("CARGO_MANIFEST_DIR"))).unwrap();
        assert_eq!(std::fs::read(shell.directory.join("mine").join(name)).unwrap(), built_in, "{name}");
    }
    let checked = shell.run(&["check"]).ended(0).out;
    assert!(checked.ends_with("\nEverything is in order.\n"), "{checked}");
    assert!(shell.run(&["templates", "list"]).ended(0).out.contains("login.html  ./mine/login.html"));
}

#[test]
fn nothing_is_ever_overwritten() {
    let shell = Shell::new();
    shell.write("settings.toml", SETTINGS);
    std::fs::create_dir(shell.directory.join("mine")).unwrap();
    shell.write("mine/login.html", "mine");
    for (arguments, code) in [(&["login.html", "done.html"][..], 1), (&["--all"], 0)] {
        let ran = shell.run(&[&["templates", "export"], arguments].concat()).ended(code);
        assert!((ran.out + &ran.err).contains("login.html is there already, and stays as it is."));
        assert_eq!(std::fs::read_to_string(shell.directory.join("mine/login.html")).unwrap(), "mine");
        assert!(shell.directory.join("mine/done.html").exists(), "the others are written");
    }
    let ran = shell.run(&["templates", "export", "form.html", "--to", "there/deep"]).ended(0);
    assert!(ran.out.contains("there/deep/form.html") && shell.directory.join("there/deep/form.html").exists());
}

#[test]
fn what_cannot_be_meant_is_told_with_what_would_work() {
    let shell = Shell::new();
    let ran = shell.run(&["templates", "export", "logn.html", "--to", "x"]).ended(1);
    assert!(ran.err.contains("Did you mean `login.html`?"), "{}", ran.err);
    let ran = shell.run(&["templates", "export", "login.html"]).ended(2);
    assert!(ran.err.contains("--to DIR") && ran.err.contains("templates.directory"), "{}", ran.err);
    let ran = shell.run(&["templates", "preview", "verify_emial"]).ended(1);
    assert!(ran.err.contains("Did you mean `verify_email`?"), "{}", ran.err);
    for usage in
        [&["templates", "export"][..], &["templates", "preview"], &["templates", "preview", "a", "--html", "--sms"]]
    {
        shell.run(usage).ended(2);
    }
    assert!(shell.run(&["templates", "preview", "verify_phone", "--html"]).ended(1).err.contains("not sent by email"));
    assert!(!shell.directory.join("x").exists());
    shell.write("settings.toml", SETTINGS);
    let ran = shell.run(&["check"]).ended(1);
    assert!(ran.out.contains("error: settings.toml:2: templates.directory: \"mine\" cannot be read"), "{}", ran.out);
    assert!(ran.out.contains("countersign templates export --all") && ran.out.contains("\n1 error."), "{}", ran.out);
}

#[test]
fn every_message_can_be_seen_before_it_is_sent() {
    let shell = Shell::new();
    for name in countersign::delivery::Stationery::names() {
        let all = shell.run(&["templates", "preview", name]).ended(0).out;
        assert!(all.contains("127.0.0.1") && !all.contains("{{"), "{name}: {all}");
    }
    let html = shell.run(&["templates", "preview", "reset_password", "--html"]).ended(0).out;
    assert!(html.starts_with("<!doctype html>") && html.trim_end().ends_with("</html>"));
    let text = shell.run(&["templates", "preview", "reset_password", "--text"]).ended(0).out;
    assert!(text.starts_with("Hello Ada Lovelace,") && text.contains("\nBCDFGHJK\n"), "{text}");
    let sms = shell.run(&["templates", "preview", "reset_password", "--sms"]).ended(0).out;
    assert!(sms.ends_with("@127.0.0.1 #123456\n"), "{sms}");
    assert!(!shell.directory.join("countersign.db").exists(), "no database is asked");
}

#[test]
fn a_page_that_does_not_parse_stops_the_start_and_check_fills_in_every_page() {
    let shell = Shell::new();
    shell.write("settings.toml", SETTINGS);
    shell.run(&["templates", "export", "register.html", "done.html"]).ended(0);
    let path = shell.directory.join("mine/register.html");
    let text = std::fs::read_to_string(&path).unwrap();
    let line = text.lines().position(|line| line.contains("<h1")).unwrap() + 1;
    // A template that does not parse stops every command that would draw with it, before the database is touched.
    std::fs::write(&path, "{% extends \"layout.html\" %}\n{% block main %}{{ title }\n").unwrap();
    for command in [&["serve"][..], &["check"]] {
        let ran = shell.run(command).ended(1);
        assert!((ran.out + &ran.err).contains("mine/register.html:2: "), "{command:?}");
    }
    assert!(!shell.directory.join("countersign.db").exists());
    std::fs::write(&path, text.replace("<h1 id=\"title\">{{ title }}", "<h1 id=\"title\">{{ titel }}")).unwrap();
    let found = shell.run(&["check", "--json"]).ended(1).json();
    assert_eq!(found.as_array().unwrap().len(), 1, "{found:#}");
    assert_eq!(found[0]["line"], line);
    assert!(found[0]["file"].as_str().unwrap().ends_with("mine/register.html"));
    assert!(found[0]["problem"].as_str().unwrap().contains("`titel`"), "{found:#}");
}
