//! The real program, told by SIGHUP.

use crate::faults::{Program, Site, at_every_site, login, register};
use std::time::{Duration, Instant};

pub fn page(program: &Program, path: &str) -> String {
    let agent: ureq::Agent = ureq::Agent::config_builder().http_status_as_error(false).build().into();
    agent.get(format!("http://{}{path}", program.address)).call().unwrap().body_mut().read_to_string().unwrap()
}

/// Tells the program to read its settings, and waits until it has said what came of it.
pub fn reload(site: &Site, program: &Program) {
    let noted = || site.count("SELECT count(*) FROM account_events WHERE kind LIKE 'settings_%'");
    let before = noted();
    program.signal("HUP");
    let begun = Instant::now();
    while noted() == before {
        assert!(begun.elapsed() < Duration::from_secs(30), "it did not read its settings");
        std::thread::yield_now();
    }
}

/// Looks until the page is so: what came of new settings is noted just before they hold.
fn becomes(program: &Program, path: &str, is_so: impl Fn(&str) -> bool) {
    let begun = Instant::now();
    while !is_so(&page(program, path)) {
        assert!(begun.elapsed() < Duration::from_secs(30), "{}", page(program, path));
        std::thread::yield_now();
    }
}

#[test]
fn another_registration_form_is_on_the_page_of_the_running_server_and_a_broken_file_changes_nothing() {
    at_every_site(|site| {
        let write = |text: &str| std::fs::write(site.directory.join("settings.toml"), text).unwrap();
        write("register_form = \"register_username\"\n");
        let program = site.start();
        assert_eq!(register(program.address, "alice").unwrap().0, 201);
        assert!(!page(&program, "/register").contains("id_team"));
        write(
            "register_form = \"club\"\n[forms.club]\nfields = [\n  { name = \"username\", required = true },\n  \
             { name = \"team\", type = \"select\", choices = [\"red\", \"blue\"] },\n  { name = \"password\" },\n]\n",
        );
        reload(site, &program);
        becomes(&program, "/register", |page| page.contains("id_team"));
        // A mistake in the syntax, one in a value, one in a name: each keeps what holds.
        for broken in [
            "register_form = \n",
            "register_form = \"register\"\n[otp]\nmax_attempts = \"many\"\n",
            "\nregister_form = \"clubb\"\n",
        ] {
            write(broken);
            reload(site, &program);
            assert!(page(&program, "/register").contains("id_team"), "{broken}");
        }
        assert_eq!(login(program.address, "alice").unwrap().0, 200);
        write("");
        reload(site, &program);
        becomes(&program, "/register", |page| page.contains("id_email"));
        let kinds = |kind: &str| site.count(&format!("SELECT count(*) FROM account_events WHERE kind = '{kind}'"));
        assert_eq!((kinds("settings_reloaded"), kinds("settings_refused")), (2, 3));
        assert_eq!(site.count("SELECT count(*) FROM processes"), 1);
        program.terminate();
        let (status, log) = program.ended();
        assert!(status.success(), "{log}");
        assert_eq!(site.count("SELECT count(*) FROM processes"), 0, "who serves no longer says so");
        for words in [
            "settings.toml:1",
            "settings.toml:3: otp.max_attempts",
            "settings.toml:2: register_form",
            "those that held go on",
            "a changed setting holds key=\"register_form\"",
        ] {
            assert!(log.contains(words), "{words} is not in\n{log}");
        }
    });
}
