//! The first steps: the grammar, `init`, and where settings are looked for.

use super::Shell;

#[test]
fn what_nobody_can_have_meant_ends_with_2_and_changes_nothing() {
    let shell = Shell::new();
    for wrong in [
        &["bogus"][..],
        &["--bogus"],
        &["serve", "now"],
        &["check", "--bogus"],
        &["migrate", "--status", "--revert", "1"],
        &["migrate", "--revert"],
        &["migrate", "--revert", "-1"],
        &["migrate", "--revert", "many"],
        &["settings", "--reference", "--schema"],
        &["user"],
        &["user", "bogus"],
        &["user", "show"],
        &["user", "create", "--username"],
        &["user", "create", "--password", "x"],
        &["user", "create", "--username", "a", "--no-password", "--password-stdin"],
        &["user", "delete"],
        &["init", "a", "b"],
        &["--settings"],
    ] {
        let ran = shell.run(wrong).ended(2);
        assert_eq!(ran.out, "", "{wrong:?}");
        assert!(ran.err.contains("--help"), "{wrong:?}: {}", ran.err);
    }
    assert_eq!(std::fs::read_dir(&shell.directory).unwrap().count(), 0);
}

#[test]
fn help_and_version_are_no_mistakes() {
    let shell = Shell::new();
    let help = shell.run(&["--help"]).ended(0);
    for command in ["serve", "init", "check", "settings", "migrate", "createsuperuser", "user", "prune"] {
        assert!(help.out.contains(command), "{command}: {}", help.out);
        shell.run(&[command, "--help"]).ended(0);
    }
    assert!(shell.run(&["--version"]).ended(0).out.contains(env!("CARGO_PKG_VERSION")));
    assert_eq!(std::fs::read_dir(&shell.directory).unwrap().count(), 0);
}

#[test]
fn init_writes_a_file_for_its_owner_alone_and_the_program_takes_it() {
    use std::os::unix::fs::PermissionsExt;
    let shell = Shell::new();
    for place in [&[][..], &["site"], &["deep/er"]] {
        let mut arguments = vec!["init"];
        arguments.extend(place);
        let file = shell.directory.join(place.first().unwrap_or(&".")).join("settings.toml");
        let ran = shell.run(&arguments).ended(0);
        assert!(ran.out.contains("settings.toml"), "{}", ran.out);
        assert_eq!(file.metadata().unwrap().permissions().mode() & 0o777, 0o600);
        let file = file.to_str().unwrap();
        let checked = shell.run(&["--settings", file, "check"]).ended(0);
        assert!(checked.out.ends_with("\n\nEverything is in order.\n") && checked.err.is_empty(), "{checked:?}");
    }
    let secret = |place: &str| -> String {
        let text = std::fs::read_to_string(shell.directory.join(place)).unwrap();
        text.lines().find(|line| line.starts_with("secret_keys")).unwrap().to_owned()
    };
    assert_ne!(secret("settings.toml"), secret("site/settings.toml"), "each has a secret of its own");
    assert!(secret("settings.toml").len() > 45);
}

#[test]
fn init_never_overwrites() {
    let shell = Shell::new();
    shell.write("settings.toml", "# mine\n");
    let ran = shell.run(&["init"]).ended(1);
    assert!(ran.err.contains("settings.toml"), "{}", ran.err);
    assert_eq!(std::fs::read_to_string(shell.directory.join("settings.toml")).unwrap(), "# mine\n");
    std::os::unix::fs::symlink("nowhere.toml", {
        std::fs::create_dir(shell.directory.join("linked")).unwrap();
        shell.directory.join("linked/settings.toml")
    })
    .unwrap();
    shell.run(&["init", "linked"]).ended(1);
    assert!(!shell.directory.join("linked/nowhere.toml").exists(), "nor through a link");
}

#[test]
fn settings_come_from_the_flag_then_the_variable_then_the_directory() {
    let redirect = |ran: super::Ran| -> String {
        let ran = ran.ended(0);
        ran.out.lines().find(|line| line.starts_with("login_redirect_url")).unwrap().to_owned()
    };
    let shell = Shell::new();
    assert_eq!(redirect(shell.run(&["settings"])), "login_redirect_url = \"/account\"  # default");
    shell.write("settings.toml", "login_redirect_url = \"/here\"\n");
    assert_eq!(redirect(shell.run(&["settings"])), "login_redirect_url = \"/here\"  # settings.toml:1");
    let named = shell.write("named.toml", "\nlogin_redirect_url = \"/named\"\n");
    let flag = shell.write("flag.toml", "login_redirect_url = \"/flag\"\n");
    let shell = shell.with("COUNTERSIGN_SETTINGS", named.to_str().unwrap());
    let line = redirect(shell.run(&["settings"]));
    assert_eq!(line, format!("login_redirect_url = \"/named\"  # {}:2", named.display()));
    for arguments in [["--settings", flag.to_str().unwrap(), "settings"], ["settings", "--settings", "flag.toml"]] {
        assert!(redirect(shell.run(&arguments)).contains("\"/flag\""));
    }
    let shell = shell.with("COUNTERSIGN__LOGIN_REDIRECT_URL", "/variable");
    let line = redirect(shell.run(&["settings", "--settings", "flag.toml"]));
    assert_eq!(line, "login_redirect_url = \"/variable\"  # $COUNTERSIGN__LOGIN_REDIRECT_URL");
    shell.run(&["settings", "--settings", "gone.toml"]).ended(1);
}
