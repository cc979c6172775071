//! `countersign webhooks`

use super::arguments_webhooks::{Replayed, Webhooks as Command};
use super::output::{Failure, say};
use super::start;
use crate::accounts::Replay;
use crate::app::App;
use crate::context::Client;
use crate::db::Time;
use crate::settings::{PlacedValue, Webhook, duration, known_names};
use jiff::Timestamp;
use jiff::civil::Date;
use jiff::tz::TimeZone;
use std::path::PathBuf;

/// Lists, tries or tells again. Secrets and the paths of addresses are never shown.
pub fn run(file: Option<PathBuf>, command: &Command) -> Result<(), Failure> {
    match command {
        Command::List => list(&start::ready(file)?),
        Command::Test { name } => test(&start::program(&start::load(file)?)?, name),
        Command::Replay { name, what } => replay(&start::ready(file)?, name.as_deref(), what),
    }
}

fn list(app: &App) -> Result<(), Failure> {
    for webhook in &app.settings().webhooks {
        let backlog = app.work(&Client::local(), |accounts, cx| accounts.webhook_backlog(cx, &webhook.name))?;
        let kinds: Vec<&str> = webhook
            .events
            .iter()
            .filter_map(|placed| match &placed.value {
                PlacedValue::Text(text) => Some(text.as_str()),
                _ => None,
            })
            .collect();
        let kinds = if kinds.is_empty() { "all events".to_owned() } else { kinds.join(", ") };
        let state = if webhook.enabled { "on" } else { "off" };
        say(&format!(
            "{}  {}  {state}  {} waiting, {} given up  {kinds}",
            webhook.name,
            webhook.shown_url(),
            backlog.waiting,
            backlog.dead
        ))?;
    }
    Ok(())
}

fn test(app: &App, name: &str) -> Result<(), Failure> {
    declared(app, name)?;
    let sample = app.work(&Client::local(), |accounts, cx| Ok(accounts.sample_notification(cx, name)))?;
    let Some(webhook) = app.delivery().webhook(name) else { return Err(switched_off(name)) };
    match webhook.tell_now(&sample) {
        Ok(status) => say(&format!("{name} answered {status} to {}.", sample.id)),
        Err(failed) => Err(Failure::refused(format!("{name} did not take it: {failed}."))),
    }
}

fn replay(app: &App, name: Option<&str>, what: &Replayed) -> Result<(), Failure> {
    if let Some(name) = name
        && !declared(app, name)?.enabled
    {
        return Err(switched_off(name));
    }
    let what = match (&what.event, &what.since) {
        (Some(id), _) => Replay::Event(id.parse().map_err(|_| {
            Failure::usage(format!("{id} is no id of an event: write it as in 019ac8f0-1c3a-7000-8000-3a5f0c9d2e11."))
        })?),
        (None, Some(since)) => Replay::Since(instant(since, app.now()).ok_or_else(|| {
            Failure::usage(format!(
                "{since} is no time: write 2026-11-28T13:00:00Z, 2026-11-28, or how long ago as in 2h."
            ))
        })?),
        (None, None) => return Err(Failure::usage("Say what: --since TIME or --event ID.")),
    };
    let count = app.work(&Client::local(), |accounts, cx| accounts.replay_events(cx, what, name))?;
    if let (0, Replay::Event(id)) = (count, what) {
        return Err(Failure::refused(format!("There is no event {id}, or no webhook that is switched on wants it.")));
    }
    say(&format!("{count} notifications are due now; a running server sends them."))
}

fn declared<'a>(app: &'a App, name: &str) -> Result<&'a Webhook, Failure> {
    let all = &app.settings().webhooks;
    all.iter().find(|webhook| webhook.name == name).ok_or_else(|| {
        let names: Vec<&str> = all.iter().map(|webhook| webhook.name.as_str()).collect();
        let known = known_names(name, &names);
        let remedy = if known.is_empty() { format!("Declare it: [webhooks.{name}].") } else { known };
        Failure::refused(format!("No webhook is called {name}. {remedy}"))
    })
}

fn switched_off(name: &str) -> Failure {
    Failure::refused(format!("The webhook {name} is switched off: webhooks.{name}.enabled is false."))
}

/// An instant as somebody at a shell writes it.
fn instant(text: &str, now: Time) -> Option<Time> {
    if let Some(ago) = duration(text) {
        return Some(now.before(ago));
    }
    if let Ok(at) = text.parse::<Timestamp>() {
        return Some(at.into());
    }
    // A day with a time and no zone would be read as the day alone.
    let day = Some(text).filter(|text| text.len() == "2026-11-28".len())?;
    let midnight = day.parse::<Date>().ok()?.to_zoned(TimeZone::UTC).ok()?;
    Some(midnight.timestamp().into())
}
