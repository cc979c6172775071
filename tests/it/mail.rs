//! The messages a house has sent, as whoever received them would read them.

use crate::house::House;
use countersign::delivery::{Kept, Message, MessageKind};
use std::sync::Arc;
use std::time::Duration;

/// A message with what can be used of it.
#[derive(Clone, Debug)]
pub struct Received {
    pub text: String,
    pub code: Option<String>,
    /// The path of the link.
    pub link: Option<String>,
}

impl House {
    /// The `nth` message (from 0) of this kind to this address, once the postman has brought it.
    pub fn received(&self, kind: MessageKind, to: &str, nth: usize) -> Received {
        let inbox = Arc::clone(self.app.delivery().inbox());
        let mut news = inbox.watch();
        let wait = async {
            loop {
                news.borrow_and_update();
                let all = inbox.list();
                if let Some(found) = all.iter().rev().filter(|kept| is(kept, kind, to)).nth(nth) {
                    return read(found);
                }
                news.changed().await.unwrap();
            }
        };
        let runtime = tokio::runtime::Builder::new_current_thread().enable_time().build().unwrap();
        let patience = Duration::from_secs(30);
        let found = runtime.block_on(async { tokio::time::timeout(patience, wait).await });
        found.unwrap_or_else(|_| panic!("{} never came to {to}: {:?}", kind.slug(), inbox.list()))
    }

    /// How many messages were ever put into the outbox for somebody.
    pub fn posted(&self) -> i64 {
        self.count("SELECT count(*) FROM outbox WHERE NOT for_nobody")
    }
}

fn is(kept: &Kept, kind: MessageKind, to: &str) -> bool {
    match &kept.message {
        Message::Email(email) => email.kind == kind && email.to == to,
        Message::Sms(sms) => sms.kind == kind && sms.to == to,
    }
}

fn read(kept: &Kept) -> Received {
    let (text, code) = match &kept.message {
        Message::Email(email) => {
            let alone = |line: &&str| line.len() == 8 && line.chars().all(|c| c.is_ascii_uppercase());
            (email.text.clone(), email.text.lines().map(str::trim).find(alone).map(str::to_owned))
        }
        Message::Sms(sms) => {
            let bound = sms.text.lines().last().and_then(|line| line.split_once(" #"));
            (sms.text.clone(), bound.map(|(_, code)| code.to_owned()))
        }
    };
    let link = text.split_whitespace().find_map(|word| word.strip_prefix("http://127.0.0.1:8000/"));
    Received { link: link.map(|path| format!("/{path}")), code, text }
}
