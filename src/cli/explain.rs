//! `countersign explain`: an explanation in words, or as JSON.

use super::explain_words::{answer, backend, because, event, reading, when};
use super::output::{Failure, say};
use super::start;
use crate::accounts::{AccountState, Actor, Explanation};
use crate::app::App;
use crate::context::Client;
use serde::Serialize;
use std::path::PathBuf;

/// Explains an identifier, or what happened in a request.
pub fn run(file: Option<PathBuf>, text: Option<&str>, request: Option<&str>, json: bool) -> Result<(), Failure> {
    let app = start::ready(file)?;
    match request {
        Some(request) => explain_request(&app, request, json),
        None => explain_identifier(&app, text.unwrap_or_default(), json),
    }
}

fn explain_identifier(app: &App, text: &str, json: bool) -> Result<(), Failure> {
    let all = app
        .work(&Client::local(), |accounts, cx| accounts.explain(cx, text, app.region(), Actor::Shell))
        .map_err(Failure::from)?;
    if json { as_json(app, &all) } else { in_words(&all) }
}

fn explain_request(app: &App, request: &str, json: bool) -> Result<(), Failure> {
    let found =
        app.work(&Client::local(), |accounts, cx| accounts.explain_request(cx, request, app.region(), Actor::Shell))?;
    let Some(all) = found else {
        return Err(Failure::refused(nothing_of(app, request)));
    };
    if json {
        return as_json(app, &all);
    }
    heading(&format!("In request {}", all.request))?;
    for one in &all.events {
        line(&event(one))?;
    }
    match &all.explanation {
        Some(explanation) => {
            say("")?;
            in_words(explanation)
        }
        None if all.events.iter().all(|event| event.account_id.is_none()) => {
            line("It was about nobody: what was given named no account. It is not kept.")
        }
        None => line("The account is gone."),
    }
}

/// What is kept of requests, and where else to look.
fn nothing_of(app: &App, request: &str) -> String {
    let kept = app.sources().at("account.keep_events", None, "", "").value.unwrap_or_default();
    format!(
        "Nothing was noted in a request {request}.\n\
         Noted are sign-ins, refused passwords and codes, and what was changed of accounts, for {kept} (account.keep_events).\n\
         Not noted is what was never looked at, or anybody could fill the database: an answer 429 (too many tries), an answer \
         422 (a form with mistakes), and pages that were only read.\n\
         The log of the server has a line for each request, with request={request} and its status, unless log.level leaves it \
         out. Which waits are in force, the identifier tells: countersign explain IDENTIFIER"
    )
}

fn as_json(app: &App, all: &impl Serialize) -> Result<(), Failure> {
    let value = serde_json::to_value(all).map_err(|cause| Failure::refused(cause.to_string()))?;
    say(&format!("{:#}", app.languages().say_all("en", value)))
}

fn in_words(all: &Explanation) -> Result<(), Failure> {
    heading(&tame(&all.identifier))?;
    for one in &all.readings {
        line(&reading(one))?;
    }
    if all.taken {
        line("Registration says that it is taken.")?;
    }
    heading("What the backends say, in this order")?;
    if all.backends.is_empty() {
        line("None is asked: this can be nobody's identifier.")?;
    }
    for one in &all.backends {
        line(&format!("{:<20} {}", one.name, backend(one)))?;
    }
    if let Some(account) = &all.account {
        heading(&format!("Account {}", account.id))?;
        state(account)?;
    } else {
        heading("No account")?;
    }
    heading("Limits and waits")?;
    let login = &all.login;
    line(&format!(
        "{} wrong passwords in a row; waits begin after {}{}.",
        login.failures,
        login.limit,
        waits(login.waits_until)
    ))?;
    line("Browsers that have signed in to an account before have a count of their own.")?;
    line(&format!("{} sign-ins for each client network; how many are used depends on who asks.", login.per_network))?;
    for code in &all.codes {
        let open = code.open_until.map_or("no code under way".to_owned(), |until| {
            format!("a code is good until {}, and may be wrong {} times more", when(until), code.tries_left)
        });
        line(&format!(
            "{} ({}): {open}; {} wrong in a row{}.",
            code.to,
            code.purpose,
            code.failures,
            waits(code.waits_until)
        ))?;
    }
    for one in &all.sending {
        let next = if one.wait == 0 { "now".to_owned() } else { format!("in {} s", one.wait) };
        line(&format!(
            "{}: the next code may be sent {next}; {} more this hour, {} today.",
            tame(&one.to),
            one.left_in_hour,
            one.left_in_day
        ))?;
    }
    heading("What the person is told")?;
    line(&format!("right password: {}", answer(&all.answers.right_password)))?;
    line(&format!("wrong password: {}", answer(&all.answers.wrong_password)))?;
    heading("Where messages would go")?;
    for one in &all.messages {
        let goes = match (one.message, &one.to, one.why_not) {
            (Some(message), Some(to), _) => format!("{message} to {to}"),
            (_, _, why) => format!("nowhere: {}", because(why.unwrap_or_default())),
        };
        line(&format!("{:<13} {goes}", one.asked))?;
    }
    Ok(())
}

fn state(account: &AccountState) -> Result<(), Failure> {
    let row = |name: &str, value: String| line(&format!("{name:<15} {value}"));
    if let Some(username) = &account.username {
        row("username", username.clone())?;
    }
    for (name, address) in [("email", &account.email), ("phone", &account.phone)] {
        if let Some(address) = address {
            let proof = address.verified_at.map_or("not verified".to_owned(), |at| format!("verified {}", when(at)));
            row(name, format!("{}, {proof}", address.address))?;
        }
    }
    let mut is = vec![if account.is_active { "active" } else { "inactive: nobody signs in to it" }];
    is.extend(account.is_staff.then_some("staff"));
    is.extend(account.is_superuser.then_some("superuser"));
    row("is", is.join(", "))?;
    let password = &account.password;
    row(
        "password",
        match (&password.format, password.usable) {
            (_, false) => "none: no password is right".to_owned(),
            (None, true) => "kept in a form that is not read: no password is right".to_owned(),
            (Some(format), _) if password.rehashed_at_login => format!("{format}, kept anew at the next sign-in"),
            (Some(format), _) => format.clone(),
        },
    )?;
    row("joined", when(account.date_joined))?;
    row("last sign-in", account.last_login.map_or("never".to_owned(), when))?;
    row("signed in at", format!("{} places", account.sessions))?;
    if let Some(at) = account.delete_at {
        row("to be deleted", format!("{}, unless its owner keeps it", when(at)))?;
    }
    if let Some(by) = &account.reset_by {
        row("reset by", format!("{by}: the other address counts again once its signed-in owner confirms it"))?;
    }
    account.pending.iter().try_for_each(|to| row("changes to", format!("{to}, once that is verified")))
}

fn waits(until: Option<crate::db::Time>) -> String {
    until.map_or(String::new(), |until| format!("; nothing is looked at until {}", when(until)))
}

fn heading(text: &str) -> Result<(), Failure> {
    say(text)
}

fn line(text: &str) -> Result<(), Failure> {
    say(&format!("  {text}"))
}

/// What somebody typed, without control characters: a terminal obeys some.
fn tame(text: &str) -> String {
    text.replace(char::is_control, "\u{fffd}")
}
