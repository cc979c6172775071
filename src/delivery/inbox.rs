//! The last messages that went to the console, a directory or nowhere, for the development inbox and for tests; forgets
//! the oldest, and everything with the process.

use super::message::{Email, Failed, Mailer, Sending, Sms, SmsGateway, Turn};
use crate::ambient::Clock;
use jiff::Timestamp;
use std::collections::VecDeque;
use std::fmt;
use std::sync::{Arc, Mutex, PoisonError};
use tokio::sync::watch;

/// A message of either sort.
#[derive(Clone, Debug, PartialEq)]
pub enum Message {
    /// By email.
    Email(Email),
    /// By text message.
    Sms(Sms),
}

/// A copy of a message, and how it left.
#[derive(Clone, Debug)]
pub struct Kept {
    /// From 1, one more for each; never used again in this process.
    pub id: u64,
    /// When it was sent.
    pub sent_at: Timestamp,
    /// The name of the transport: `console`, `file` or `memory`.
    pub transport: &'static str,
    /// The message.
    pub message: Message,
}

/// The last messages. Full, it forgets the oldest.
pub struct Inbox {
    clock: Arc<dyn Clock>,
    capacity: usize,
    kept: Mutex<VecDeque<Arc<Kept>>>,
    newest: watch::Sender<u64>,
    closed: watch::Sender<bool>,
}

impl Inbox {
    /// How many messages an inbox keeps unless told otherwise.
    pub const CAPACITY: usize = 1000;

    /// An empty inbox for `capacity` messages, at least 1.
    #[must_use]
    pub fn new(clock: Arc<dyn Clock>, capacity: usize) -> Self {
        Self {
            clock,
            capacity: capacity.max(1),
            kept: Mutex::default(),
            newest: watch::Sender::new(0),
            closed: watch::Sender::new(false),
        }
    }

    /// Puts a copy in.
    pub fn keep(&self, transport: &'static str, message: Message) {
        let sent_at = self.clock.now();
        let mut kept = self.kept.lock().unwrap_or_else(PoisonError::into_inner);
        if kept.len() >= self.capacity {
            kept.pop_front();
        }
        // Under the lock, so that the order of the ids is that of the list.
        self.newest.send_modify(|newest| {
            *newest += 1;
            kept.push_back(Arc::new(Kept { id: *newest, sent_at, transport, message }));
        });
    }

    /// Every message kept, the newest first.
    #[must_use]
    pub fn list(&self) -> Vec<Arc<Kept>> {
        self.kept.lock().unwrap_or_else(PoisonError::into_inner).iter().rev().cloned().collect()
    }

    /// The message of this id, unless it is forgotten.
    #[must_use]
    pub fn get(&self, id: u64) -> Option<Arc<Kept>> {
        self.kept.lock().unwrap_or_else(PoisonError::into_inner).iter().find(|kept| kept.id == id).cloned()
    }

    /// Tells of every new message: the value is the id of the newest, 0 before the first.
    #[must_use]
    pub fn watch(&self) -> watch::Receiver<u64> {
        self.newest.subscribe()
    }

    /// Lets whoever listens go: the program is about to stop.
    pub fn close(&self) {
        self.closed.send_replace(true);
    }

    /// Becomes true when the program is about to stop.
    #[must_use]
    pub fn closed(&self) -> watch::Receiver<bool> {
        self.closed.subscribe()
    }

    /// Forgets everything kept. Ids go on where they were.
    pub fn clear(&self) {
        self.kept.lock().unwrap_or_else(PoisonError::into_inner).clear();
    }
}

impl fmt::Debug for Inbox {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Inbox")
            .field("capacity", &self.capacity)
            .field("newest", &*self.newest.borrow())
            .finish_non_exhaustive()
    }
}

/// The transport that sends nothing and keeps everything, of both sorts.
#[derive(Clone, Debug)]
pub struct Memory(pub Arc<Inbox>);

impl Memory {
    async fn keep(&self, message: Message, turn: &dyn Turn) -> Result<(), Failed> {
        turn.comes().await?;
        self.0.keep("memory", message);
        Ok(())
    }
}

impl Mailer for Memory {
    fn send<'a>(&'a self, email: &'a Email, turn: &'a dyn Turn) -> Sending<'a> {
        Box::pin(self.keep(Message::Email(email.clone()), turn))
    }

    fn name(&self) -> &'static str {
        "memory"
    }
}

impl SmsGateway for Memory {
    fn send<'a>(&'a self, sms: &'a Sms, turn: &'a dyn Turn) -> Sending<'a> {
        Box::pin(self.keep(Message::Sms(sms.clone()), turn))
    }

    fn name(&self) -> &'static str {
        "memory"
    }
}
