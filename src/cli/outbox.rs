//! `countersign outbox`

use super::arguments::Outbox as Command;
use super::output::{Failure, say};
use super::start;
use crate::context::Client;
use crate::db::outbox::Message;
use std::path::PathBuf;

/// Messages are read from the database in pages of this size.
const PAGE: u32 = 500;

/// Lists, retries or removes messages. What a message says is never shown.
pub fn run(file: Option<PathBuf>, command: &Command) -> Result<(), Failure> {
    let app = start::ready(file)?;
    let client = Client::local();
    match command {
        Command::List { all } => {
            let mut before = None;
            loop {
                let page = app.work(&client, |accounts, cx| accounts.list_messages(cx, before, PAGE))?;
                let Some(last) = page.last() else { return Ok(()) };
                before = Some(last.id);
                for message in page.iter().filter(|message| *all || message.sent_at.is_none()) {
                    say(&line(message))?;
                }
            }
        }
        Command::Retry => {
            let count = app.work(&client, |accounts, cx| accounts.retry_messages(cx))?;
            say(&format!("{count} messages are due now; a running server sends them."))
        }
        Command::Purge => {
            let count = app.work(&client, |accounts, cx| accounts.purge_messages(cx))?;
            say(&format!("Removed {count} messages that were sent or given up."))
        }
    }
}

fn line(message: &Message) -> String {
    let state = match (message.sent_at, message.dead_at) {
        (Some(at), _) => format!("sent {at}"),
        (_, Some(at)) => format!("dead {at}"),
        _ if message.tries == 0 => "waiting".to_owned(),
        _ => format!("failed {} times, due {}", message.tries, message.due_at),
    };
    let why = message.last_error.as_deref().unwrap_or_default();
    format!("{}  {}  {:<18} {:<28} {state}  {why}", message.id, message.created_at, message.kind, message.destination)
}
