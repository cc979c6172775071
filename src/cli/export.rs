//! `countersign export`

use super::arguments_moving::{Export, Format};
use super::output::{Failure, say};
use super::progress::Progress;
use super::start;
use crate::app::App;
use crate::context::Client;
use crate::error::Error;
use crate::moving::{fixture, lines};
use std::fs::File;
use std::io::{self, BufWriter, ErrorKind, IsTerminal, Write, stdout};
use std::path::{Path, PathBuf};

/// Accounts are read from the database in pages of this size.
const PAGE: i64 = 1_000;

/// What was written.
#[derive(Default)]
struct Written {
    accounts: u64,
    /// Of those, how many lose something in this format.
    lossy: u64,
}

/// Writes all accounts out.
pub fn run(file: Option<PathBuf>, what: &Export) -> Result<(), Failure> {
    if what.output.is_none() && !what.yes && !what.dry_run && stdout().is_terminal() {
        return Err(Failure::usage(
            "The hashes of all passwords would stand on this terminal. Write them to a file: --output FILE, or add --yes.",
        ));
    }
    let app = start::ready(file)?;
    let total = app.work(&Client::local(), |accounts, cx| accounts.count_users(cx))?;
    if what.dry_run {
        return say(&format!("{total} accounts would be written. Nothing was."));
    }
    let mut progress = Progress::new(Some(total));
    let written = match &what.output {
        None => write(&app, what.format, &mut stdout().lock(), &mut progress)?,
        Some(path) => {
            let written = into_file(path, |file| write(&app, what.format, file, &mut progress))?;
            say(&format!("{} accounts are in {}.", written.accounts, path.display()))?;
            written
        }
    };
    if written.lossy > 0 {
        eprintln!(
            "{} accounts have something that Django's own users have no place for: a phone number, a proved address, profile \
             fields, or no username. --format jsonl keeps everything.",
            written.lossy
        );
    }
    Ok(())
}

fn write(app: &App, format: Format, to: &mut dyn Write, progress: &mut Progress) -> Result<Written, Failure> {
    let mut to = BufWriter::new(to);
    let mut written = Written::default();
    let mut failed = None;
    let done = app.work(&Client::local(), |accounts, cx| {
        accounts.export(cx, PAGE, &mut |user, keys| {
            let text = match format {
                Format::Jsonl => lines::write(user, keys).map_err(Error::internal)? + "\n",
                Format::Django => {
                    written.lossy += u64::from(fixture::loses(user));
                    format!("{}{}", if written.accounts == 0 { "[\n" } else { ",\n" }, fixture::entry(user))
                }
            };
            written.accounts += 1;
            progress.at(written.accounts);
            to.write_all(text.as_bytes()).map_err(|cause| {
                let error = Error::internal(&cause);
                failed = Some(cause);
                error
            })
        })
    });
    progress.end();
    match failed {
        // A reader that has seen enough is an end, not a fault.
        Some(cause) if cause.kind() == ErrorKind::BrokenPipe => {
            return Err(Failure { exit: 0, message: String::new() });
        }
        Some(cause) => return Err(cause.into()),
        None => done?,
    }
    if format == Format::Django {
        to.write_all(if written.accounts == 0 { b"[]\n" } else { b"\n]\n" })?;
    }
    to.flush()?;
    Ok(written)
}

/// Writes a file that only its owner can read, and puts it in its place whole or not at all.
fn into_file<T>(path: &Path, write: impl FnOnce(&mut dyn Write) -> Result<T, Failure>) -> Result<T, Failure> {
    let cannot = |cause: io::Error| Failure::refused(format!("{} cannot be written: {cause}.", path.display()));
    let name = path.file_name().ok_or_else(|| cannot(ErrorKind::InvalidInput.into()))?;
    let mut beside = std::ffi::OsString::from(".");
    beside.push(name);
    beside.push(format!(".{}", std::process::id()));
    let beside = path.with_file_name(beside);
    let done = private(&beside).map_err(cannot).and_then(|mut file| {
        let written = write(&mut file)?;
        file.sync_all().and_then(|()| std::fs::rename(&beside, path)).map_err(cannot)?;
        Ok(written)
    });
    if done.is_err() {
        let _ = std::fs::remove_file(&beside);
    }
    done
}

fn private(path: &Path) -> io::Result<File> {
    let mut options = std::fs::OpenOptions::new();
    options.write(true).create_new(true);
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
    options.open(path)
}
