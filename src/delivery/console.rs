//! Shows messages on standard output, codes included: for development, where that is the point. Nothing else prints one.

use super::inbox::{Inbox, Message};
use super::message::{Email, Failed, Mailer, Sending, Sms, SmsGateway, Turn};
use std::fmt;
use std::io::{Write, stdout};
use std::sync::{Arc, Mutex, PoisonError};

/// The transport to the console, of both sorts.
#[derive(Clone)]
pub struct Console {
    inbox: Arc<Inbox>,
    out: Arc<Mutex<Box<dyn Write + Send>>>,
}

impl Console {
    /// Shows messages on standard output, and keeps a copy in `inbox`.
    #[must_use]
    pub fn new(inbox: Arc<Inbox>) -> Self {
        Self::to(inbox, Box::new(stdout()))
    }

    /// Shows messages on `out`, and keeps a copy in `inbox`.
    #[must_use]
    pub fn to(inbox: Arc<Inbox>, out: Box<dyn Write + Send>) -> Self {
        Self { inbox, out: Arc::new(Mutex::new(out)) }
    }

    async fn show(&self, message: Message, turn: &dyn Turn) -> Result<(), Failed> {
        turn.comes().await?;
        let shown = match &message {
            Message::Email(Email { to, from, subject, text, kind, .. }) => {
                framed(&format!("email · {kind}\nFrom: {from}\nTo: {to}\nSubject: {subject}\n\n{text}"))
            }
            Message::Sms(Sms { to, text, kind, .. }) => framed(&format!("text message · {kind}\nTo: {to}\n\n{text}")),
        };
        // In one piece, so that lines of the log do not come between. A closed console is no reason to fail.
        let mut out = self.out.lock().unwrap_or_else(PoisonError::into_inner);
        let _ = out.write_all(shown.as_bytes()).and_then(|()| out.flush());
        self.inbox.keep("console", message);
        Ok(())
    }
}

/// The text with a line down its left, where a terminal obeys nothing that stands in it.
fn framed(text: &str) -> String {
    let plain = |c: &char| *c == '\n' || !c.is_control();
    let text: String = text.trim_end().chars().filter(plain).collect();
    format!("┌─\n│ {}\n└─\n", text.replace('\n', "\n│ "))
}

impl fmt::Debug for Console {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Console")
    }
}

impl Mailer for Console {
    fn send<'a>(&'a self, email: &'a Email, turn: &'a dyn Turn) -> Sending<'a> {
        Box::pin(self.show(Message::Email(email.clone()), turn))
    }

    fn name(&self) -> &'static str {
        "console"
    }
}

impl SmsGateway for Console {
    fn send<'a>(&'a self, sms: &'a Sms, turn: &'a dyn Turn) -> Sending<'a> {
        Box::pin(self.show(Message::Sms(sms.clone()), turn))
    }

    fn name(&self) -> &'static str {
        "console"
    }
}
