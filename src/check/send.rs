//! One message that somebody asked for, by the way that all messages take but for the outbox: whether the server took it,
//! or at which step it refused, in its own words. Writes nothing down, in the database or anywhere else.

use super::bounded::bounded;
use super::finding::{About, Finding};
use super::notes::Notes;
use crate::app::App;
use crate::db::Id;
use crate::delivery::{AtOnce, Destination, Failed, File, Letter, MessageKind};
use crate::identifiers::{Email, Flaw, IdentifierKind, Phone, shape};
use crate::languages::{in_english, moment};
use crate::phrase::Phrase;
use crate::settings::{Level, Mistake};
use serde_json::{Map, json};
use std::collections::BTreeSet;
use std::time::Duration;

/// Nobody waits longer than this for one message.
const PATIENCE: Duration = Duration::from_mins(1);

const MAIL: &str = "Set email.transport = \"smtp\" and email.smtp_url = \"smtps://user:password@host:465\"; \
    `countersign templates preview test` shows the message.";
const TEXTS: &str = "Set sms.gateway = \"http\" and describe your provider in [sms.http]; \
    `countersign templates preview test` shows the message.";

/// Sends a test message to each of these, at most one by email and one by text message, and says what came of it.
#[must_use]
pub fn send(app: &App, to: &[String]) -> Vec<Finding> {
    let mut notes = Notes::new(app, About::Messages);
    let mut used = BTreeSet::new();
    for text in to {
        match destination(app, text) {
            Ok(to) if !used.insert(matches!(to, Destination::Email(_))) => {
                let problem = "is one address too many: one email and one text message are sent, and no more";
                notes.push(about(text, problem, "Run the command again with this one."));
            }
            Ok(to) => one(app, to, &mut notes),
            Err(mistake) => notes.push(*mistake),
        }
    }
    notes.found
}

/// A mistake in what was typed.
fn about(text: &str, problem: &str, remedy: impl Into<String>) -> Mistake {
    Mistake { value: Some(format!("{text:?}")), ..Mistake::new("", problem, remedy) }
}

/// Whom a message can be sent to, under the rules for everybody.
fn destination(app: &App, text: &str) -> Result<Destination, Box<Mistake>> {
    let flawed = |problem: &str, flaw: &Flaw| Box::new(about(text, problem, in_english(&flaw.detail)));
    match shape(text) {
        IdentifierKind::Email => {
            let email =
                Email::parse(text).map_err(|flaw| flawed("is no email address, and nothing was sent", &flaw))?;
            Ok(Destination::Email(email.as_str().to_owned()))
        }
        IdentifierKind::Phone if !app.settings().phone_authentication_active => {
            let problem = "would get a text message, and there are none";
            let cause = "phone_authentication_active is false: set it to true to have phone numbers.";
            Err(Box::new(about(text, problem, cause)))
        }
        IdentifierKind::Phone => {
            let phone = Phone::parse(text, app.region())
                .map_err(|flaw| flawed("is no phone number, and nothing was sent", &flaw))?;
            let why: Option<Phrase> = app.accounts().unwelcome(&phone);
            match why {
                Some(why) => {
                    let problem = "is a number that this site does not take, and nothing was sent";
                    Err(Box::new(about(text, problem, in_english(&why))))
                }
                None => Ok(Destination::Phone(phone.as_str().to_owned())),
            }
        }
        IdentifierKind::Username => {
            let remedy =
                "Write an address as in --send-to you@example.org, or a number as in --send-to +4915123456789.";
            let problem = "is neither an email address nor a phone number, and nothing was sent";
            Err(Box::new(about(text, problem, remedy)))
        }
    }
}

fn letter(app: &App, to: Destination) -> Letter {
    let now = app.now();
    Letter {
        id: Id::new(now, app.random()).to_string(),
        kind: MessageKind::Test,
        to,
        language: app.settings().languages.default.clone(),
        code: None,
        link: Some(format!("{}/", app.settings().public_url.base)),
        minutes: None,
        name: None,
        details: Map::from_iter([("when".into(), json!(moment(now.timestamp())))]),
        created_at: now.timestamp(),
        verification: None,
    }
}

fn one(app: &App, to: Destination, notes: &mut Notes<'_>) {
    let (mailer, gateway) = app.delivery().names();
    let (way, key, server) = match to {
        Destination::Email(_) => (mailer, "email.transport", "email.smtp_url"),
        Destination::Phone(_) => (gateway, "sms.gateway", "sms.http.url"),
    };
    let letter = letter(app, to);
    let whom = letter.to.as_str().to_owned();
    if matches!(way, "console" | "memory") {
        return at_home(app, &letter, key, notes);
    }
    let (delivery, sent) = (app.delivery().clone(), letter.clone());
    let done = bounded(PATIENCE, move || {
        let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build();
        let runtime = runtime.map_err(|error| Failed::Passing(error.to_string()))?;
        runtime.block_on(delivery.deliver(&sent, &AtOnce))
    });
    // What is wrong with a way of one's own, or with a directory, is wrong with the choice of it.
    let blamed = if matches!(way, "smtp" | "http") { server } else { key };
    match done {
        None => {
            let problem = format!(
                "has not said within {} s whether it takes a test for {whom}: it may have been sent or not",
                PATIENCE.as_secs()
            );
            notes.error(blamed, problem, "Look whether it arrives, and run: countersign doctor");
        }
        Some(Err(failed)) => {
            let problem = format!("does not take a test for {whom}: {}", failed.reason());
            notes.error(blamed, problem, remedy(way, failed.reason()));
        }
        Some(Ok(())) => {
            let (problem, remedy) = taken(app, way, &letter);
            notes.note(Level::Ok, key, None, problem, remedy);
        }
    }
}

/// Where no message leaves, it is put into words, so that at least these are known to be whole.
fn at_home(app: &App, letter: &Letter, key: &str, notes: &mut Notes<'_>) {
    let stationery = app.delivery().stationery();
    let (written, remedy) = match letter.to {
        Destination::Email(_) => (stationery.email(letter).map(|_| ()), MAIL),
        Destination::Phone(_) => (stationery.sms(letter).map(|_| ()), TEXTS),
    };
    let whom = letter.to.as_str();
    match written {
        Ok(()) => {
            let problem = format!("sends nothing to anybody: a test for {whom} has words, and never left this machine");
            notes.warning(key, problem, remedy);
        }
        Err(cause) => notes.error(key, format!("has no words for a test for {whom}: {cause}"), "Mend the templates."),
    }
}

/// What is told of a message that was taken.
fn taken(app: &App, way: &str, letter: &Letter) -> (String, &'static str) {
    let (settings, whom) = (app.settings(), letter.to.as_str());
    match (way, &letter.to) {
        ("file", to) => {
            let directory = match to {
                Destination::Email(_) => &settings.email.directory,
                Destination::Phone(_) => &settings.sms.directory,
            };
            let path = File::place(directory, letter);
            let problem = format!("wrote a test for {whom} to {}, and sends nothing to anybody", path.display());
            (problem, "")
        }
        (_, Destination::Email(_)) => (
            format!("sent a test to {whom}: the server took it"),
            "Look whether it arrives, and not among spam; its button shows whether links lead here.",
        ),
        (_, Destination::Phone(_)) => (
            format!("sent a test to {whom}: the service took it"),
            "Look whether it arrives; if not, your provider's log says why.",
        ),
    }
}

/// What to look at, by the step at which the other side refused.
fn remedy(way: &str, reason: &str) -> &'static str {
    let begins = |step: &str| reason.starts_with(step);
    match way {
        "smtp" if begins("AUTH") => "Correct user and password in email.smtp_url.",
        "smtp" if begins("MAIL") => "Write into email.from an address that this server sends mail for.",
        "smtp" if begins("RCPT") => {
            "Look at the address; a server that takes mail for others only from those it knows wants user and password in email.smtp_url."
        }
        "smtp" if begins("DATA") || begins("the message") => {
            "It is the message that is refused: look at what the server says, and at email.from."
        }
        "smtp" => "Look at scheme, host and port of email.smtp_url; the firewall may keep mail from leaving.",
        "http" if reason.contains("answered") => {
            "Look at url, headers and body in [sms.http], and into your provider's log."
        }
        "http" => "Look at the host in sms.http.url; the firewall may keep the request from leaving.",
        "file" => "Let this program write there, or name another directory.",
        _ => "Mend what it says.",
    }
}
