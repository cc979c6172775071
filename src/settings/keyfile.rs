//! The secret key that is drawn when none is configured, and kept in a file; knows nothing of configured keys' rules.

#![allow(clippy::result_large_err, reason = "taken at most once in the life of the program")]

use std::ffi::OsString;
use std::fs::{self, File, OpenOptions};
use std::io::{self, Read, Write};
use std::path::{Path, PathBuf};

use base64::Engine;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use secrecy::SecretString;

use super::mistakes::Mistake;
use super::secrets::LEAST_BYTES;
use super::types::{DatabaseUrl, Settings};
use crate::ambient::{Random, random_bytes};

/// More than any key file holds; keeps a wrong file from being read whole.
const MOST_BYTES: u64 = 4096;

/// The keys to sign and verify with: those configured, else on loopback the generated one, drawn at the first call
/// and kept beside an `SQLite` database, or in `base` for `PostgreSQL`. Processes that start at once agree on one.
///
/// # Errors
/// When there is no key and the program is not on loopback alone, or when the kept key cannot be written or read, or
/// others than its owner can read it.
pub fn secret_keys(settings: &Settings, base: &Path, random: &dyn Random) -> Result<Vec<SecretString>, Mistake> {
    if let Some(keys) = kept(settings, base)? {
        return Ok(keys);
    }
    let path = place(&settings.database.url, base);
    create(&path, random)?;
    match read(&path)? {
        Some(key) => Ok(vec![key]),
        None => Err(refusal(&path, "was just written and is gone again")),
    }
}

/// As [`secret_keys`], for whoever only looks: where none is kept yet, one is drawn for this once and written nowhere.
///
/// # Errors
/// As [`secret_keys`].
pub fn secret_keys_unwritten(
    settings: &Settings,
    base: &Path,
    random: &dyn Random,
) -> Result<Vec<SecretString>, Mistake> {
    Ok(kept(settings, base)?.unwrap_or_else(|| vec![SecretString::from(draw(random))]))
}

/// The keys configured, else the one that was drawn before; `None` when none was.
fn kept(settings: &Settings, base: &Path) -> Result<Option<Vec<SecretString>>, Mistake> {
    if !settings.secret_keys.is_empty() {
        return Ok(Some(settings.secret_keys.clone()));
    }
    if !settings.public_url.loopback || !settings.server.bind.ip().to_canonical().is_loopback() {
        return Err(Mistake::new("secret_keys", "is empty, which is for loopback only", super::secrets::KEY_REMEDY));
    }
    Ok(read(&place(&settings.database.url, base))?.map(|key| vec![key]))
}

/// A new key, as it is written into files.
pub(super) fn draw(random: &dyn Random) -> String {
    URL_SAFE_NO_PAD.encode(random_bytes::<LEAST_BYTES>(random))
}

fn place(database: &DatabaseUrl, base: &Path) -> PathBuf {
    match database {
        DatabaseUrl::Sqlite(path) => {
            let mut name = OsString::from(path.as_os_str());
            name.push(".secret-key");
            PathBuf::from(name)
        }
        DatabaseUrl::Postgres(_) => base.join("countersign.secret-key"),
    }
}

fn refusal(path: &Path, problem: &str) -> Mistake {
    let remedy = "Put that right, or set secret_keys in the settings.";
    Mistake::new("secret_keys", format!("is empty, and the generated key in {} {problem}", path.display()), remedy)
}

/// The kept key, `None` when there is none yet.
fn read(path: &Path) -> Result<Option<SecretString>, Mistake> {
    let file = match File::open(path) {
        Ok(file) => file,
        Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(None),
        Err(error) => return Err(refusal(path, &format!("cannot be read: {error}"))),
    };
    // Asked of the open file, so that nothing can be swapped in between.
    let about = file.metadata().map_err(|error| refusal(path, &format!("cannot be read: {error}")))?;
    if !about.is_file() {
        return Err(refusal(path, "is not a file"));
    }
    if is_open_to_others(&about) {
        let problem =
            format!("can be read by others: run `chmod 600 {}`, or delete it if they may have", path.display());
        return Err(refusal(path, &problem));
    }
    let mut text = String::new();
    file.take(MOST_BYTES)
        .read_to_string(&mut text)
        .map_err(|error| refusal(path, &format!("cannot be read: {error}")))?;
    let text = text.trim();
    if text.len() < LEAST_BYTES {
        return Err(refusal(path, "is damaged: delete it, and a new one is drawn; everybody must then sign in again"));
    }
    Ok(Some(SecretString::from(text)))
}

/// Writes a new key beside `path`, then gives it that name, unless another process was first: the name is only ever
/// seen on a whole file.
fn create(path: &Path, random: &dyn Random) -> Result<(), Mistake> {
    let mut name = OsString::from(path.as_os_str());
    name.push(format!(".{}", URL_SAFE_NO_PAD.encode(random_bytes::<12>(random))));
    let draft = PathBuf::from(name);
    let outcome = write(&draft, &draw(random)).and_then(|()| match fs::hard_link(&draft, path) {
        Err(error) if error.kind() == io::ErrorKind::AlreadyExists => Ok(()),
        other => other,
    });
    // A draft left behind is a key that nobody uses, so failing to remove it is no reason to stop.
    let _ = fs::remove_file(&draft);
    outcome.map_err(|error| refusal(path, &format!("cannot be written: {error}")))
}

fn write(path: &Path, key: &str) -> io::Result<()> {
    let mut options = OpenOptions::new();
    options.write(true).create_new(true);
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
    let mut file = options.open(path)?;
    writeln!(file, "{key}")?;
    file.sync_all()
}

#[cfg(unix)]
fn is_open_to_others(about: &fs::Metadata) -> bool {
    std::os::unix::fs::PermissionsExt::mode(&about.permissions()) & 0o077 != 0
}

#[cfg(not(unix))]
fn is_open_to_others(_: &fs::Metadata) -> bool {
    false
}
