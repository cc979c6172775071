//! The commands, as somebody at a shell runs them: the real program, its words, its exit codes, what it leaves behind.

mod accounts;
mod checks;
mod database;
mod first;
mod templates;

use crate::house::{House, binary, fresh_directory, on_every_database};
use countersign::settings::DatabaseUrl;
use secrecy::ExposeSecret;
use std::io::Write;
use std::path::PathBuf;
use std::process::{Command, Stdio};

/// A shell in a directory of its own, without any of the machine's settings.
pub struct Shell {
    pub directory: PathBuf,
    environment: Vec<(String, String)>,
}

/// What came of a command.
#[derive(Debug)]
pub struct Ran {
    pub code: i32,
    pub out: String,
    pub err: String,
}

impl Ran {
    #[track_caller]
    pub fn ended(self, code: i32) -> Self {
        assert_eq!(self.code, code, "{self:#?}");
        assert!(!self.err.contains("panicked"), "{self:#?}");
        self
    }

    #[track_caller]
    pub fn json(&self) -> serde_json::Value {
        serde_json::from_str(&self.out).unwrap_or_else(|cause| panic!("{cause}: {self:#?}"))
    }
}

impl Shell {
    pub fn new() -> Self {
        Self { directory: fresh_directory(), environment: Vec::new() }
    }

    /// A shell whose commands work on the database of this house.
    pub fn beside(house: &House) -> Self {
        let url = match &house.app.settings().database.url {
            DatabaseUrl::Sqlite(path) => format!("sqlite://{}", path.display()),
            DatabaseUrl::Postgres(url) => url.expose_secret().to_owned(),
        };
        Self::new().with("COUNTERSIGN__DATABASE__URL", &url).with("COUNTERSIGN__PASSWORDS__BCRYPT_COST", "4")
    }

    pub fn with(mut self, name: &str, value: &str) -> Self {
        self.environment.push((name.into(), value.into()));
        self
    }

    pub fn write(&self, name: &str, text: &str) -> PathBuf {
        let path = self.directory.join(name);
        std::fs::write(&path, text).unwrap();
        path
    }

    /// A file that only its owner can read.
    pub fn keep_private(&self, name: &str) {
        self.mode(name, 0o600);
    }

    /// A file that everybody can read.
    pub fn open_to_others(&self, name: &str) {
        self.mode(name, 0o644);
    }

    fn mode(&self, name: &str, mode: u32) {
        use std::os::unix::fs::PermissionsExt;
        std::fs::set_permissions(self.directory.join(name), std::fs::Permissions::from_mode(mode)).unwrap();
    }

    pub fn run(&self, arguments: &[&str]) -> Ran {
        self.feed(arguments, "")
    }

    /// Runs a command with this on its standard input.
    pub fn feed(&self, arguments: &[&str], input: &str) -> Ran {
        let mut child = Command::new(binary())
            .args(arguments)
            .current_dir(&self.directory)
            .env_clear()
            .envs(self.environment.iter().map(|(name, value)| (name, value)))
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .stderr(Stdio::piped())
            .spawn()
            .unwrap();
        // A command that wants no input may have ended already.
        let _ = child.stdin.take().unwrap().write_all(input.as_bytes());
        let output = child.wait_with_output().unwrap();
        let text = |bytes: &[u8]| String::from_utf8(bytes.to_vec()).unwrap();
        let code = output.status.code().unwrap_or_else(|| panic!("{arguments:?} ended by {}", output.status));
        Ran { code, out: text(&output.stdout), err: text(&output.stderr) }
    }
}

impl Drop for Shell {
    fn drop(&mut self) {
        let _ = std::fs::remove_dir_all(&self.directory);
    }
}

/// Runs `test` with a house and a shell on the same database, on every database.
pub fn on_every_shell(test: impl Fn(&House, &Shell)) {
    on_every_database("", |house| test(house, &Shell::beside(house)));
}
