//! Writes each message into a file of its own, whole from the moment it can be seen; reads none.

use super::inbox::{Inbox, Message};
use super::letter::{Destination, Letter};
use super::message::{Email, Failed, Mailer, Sending, Sms, SmsGateway, Turn};
use super::mime::mime;
use crate::ambient::Clock;
use jiff::Timestamp;
use serde_json::json;
use std::fmt;
use std::fs::{self, OpenOptions};
use std::io::{self, Write};
use std::path::{Path, PathBuf};
use std::sync::Arc;

/// What the names of files end with.
const EMAIL: &str = "eml";
const SMS: &str = "json";

/// The transport into a directory, of both sorts: an `.eml` for an email, a `.json` for a text message.
///
/// A file's name begins with the time its letter was written, so that names sort by time, and ends with the letter's
/// id: a letter that is sent again after a crash takes the place of its first copy.
#[derive(Clone)]
pub struct File {
    directory: PathBuf,
    inbox: Arc<Inbox>,
    clock: Arc<dyn Clock>,
}

impl File {
    /// Writes into `directory`, which is made when it is missing, and keeps a copy in `inbox`.
    #[must_use]
    pub fn new(directory: impl Into<PathBuf>, inbox: Arc<Inbox>, clock: Arc<dyn Clock>) -> Self {
        Self { directory: directory.into(), inbox, clock }
    }

    /// Where a letter that is written into `directory` comes to lie.
    #[must_use]
    pub fn place(directory: &Path, letter: &Letter) -> PathBuf {
        let ending = match letter.to {
            Destination::Email(_) => EMAIL,
            Destination::Phone(_) => SMS,
        };
        directory.join(name(letter.created_at, &letter.id, ending))
    }

    async fn write(&self, name: String, bytes: Vec<u8>, message: Message) -> Result<(), Failed> {
        let directory = self.directory.clone();
        let written = tokio::task::spawn_blocking(move || put(&directory, &name, &bytes)).await;
        match written {
            Ok(Ok(())) => {
                self.inbox.keep("file", message);
                Ok(())
            }
            Ok(Err(error)) => Err(Failed::Passing(format!("cannot write to {}: {error}", self.directory.display()))),
            Err(error) => Err(Failed::Passing(error.to_string())),
        }
    }
}

/// Writes beside and renames, so that whoever looks for files never sees half of one. The time of sending is not in the
/// name: the same letter has the same name at every try.
fn put(directory: &Path, name: &str, bytes: &[u8]) -> io::Result<()> {
    if !directory.is_dir() {
        fs::create_dir_all(directory)?;
    }
    let draft = directory.join(format!(".{name}.{}", std::process::id()));
    let mut options = OpenOptions::new();
    options.write(true).create(true).truncate(true);
    // It holds codes.
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
    let written = options.open(&draft).and_then(|mut file| {
        file.write_all(bytes)?;
        file.sync_all()
    });
    written.and_then(|()| fs::rename(&draft, directory.join(name))).inspect_err(|_| {
        // A draft left behind is seen by nobody.
        let _ = fs::remove_file(&draft);
    })
}

fn name(date: Timestamp, id: &str, ending: &str) -> String {
    format!("{}-{id}.{ending}", date.strftime("%Y%m%dT%H%M%S.%6fZ"))
}

impl fmt::Debug for File {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_tuple("File").field(&self.directory).finish()
    }
}

impl Mailer for File {
    fn send<'a>(&'a self, email: &'a Email, turn: &'a dyn Turn) -> Sending<'a> {
        Box::pin(async move {
            let bytes = mime(email).map_err(|error| Failed::Final(error.to_string()))?.formatted();
            turn.comes().await?;
            self.write(name(email.date, &email.id, EMAIL), bytes, Message::Email(email.clone())).await
        })
    }

    fn name(&self) -> &'static str {
        "file"
    }
}

impl SmsGateway for File {
    fn send<'a>(&'a self, sms: &'a Sms, turn: &'a dyn Turn) -> Sending<'a> {
        Box::pin(async move {
            let Sms { to, from, text, kind, .. } = sms;
            let sent_at = self.clock.now();
            let file = json!({ "to": to, "from": from, "text": text, "kind": kind.slug(), "sent_at": sent_at });
            let bytes = format!("{file}\n").into_bytes();
            turn.comes().await?;
            self.write(name(sms.date, &sms.id, SMS), bytes, Message::Sms(sms.clone())).await
        })
    }

    fn name(&self) -> &'static str {
        "file"
    }
}
