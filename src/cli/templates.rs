//! `countersign templates`

use super::arguments::{PreviewPart, Templates as Command};
use super::output::{Failure, say};
use super::start;
use crate::delivery::{Sample, Stationery};
use crate::settings::{Mistakes, known_names};
use crate::templates::Shelf;
use std::collections::BTreeMap;
use std::io::Write;
use std::path::{Path, PathBuf};

/// Lists templates, writes built-in ones into a directory, or shows a message with sample data.
pub fn run(file: Option<PathBuf>, command: &Command) -> Result<(), Failure> {
    match command {
        Command::List => list(&Shelf::from_settings(&start::load(file)?.settings)),
        Command::Export { names, all, to } => {
            let to = match to {
                Some(to) => to.clone(),
                None => start::load(file)?.settings.templates.directory.ok_or_else(|| {
                    Failure::usage("Say where to: --to DIR, or set templates.directory in settings.toml.")
                })?,
            };
            export(&chosen(names, *all)?, &to, *all)
        }
        Command::Preview { message, part } => {
            let app = start::program(&start::load(file)?)?;
            let sample = app.delivery().stationery().sample(message).map_err(Mistakes)?;
            let unknown = || {
                let known = known_names(message, &Stationery::names());
                Failure::refused(format!("{message} is no message. {known}"))
            };
            preview(&sample.ok_or_else(unknown)?, part)
        }
    }
}

/// Each template by name, and the file that takes its place.
fn list(shelf: &Shelf) -> Result<(), Failure> {
    let templates = shelf.read().map_err(Mistakes)?;
    for template in templates {
        let from = template.file.map(|file| format!("  {}", file.display())).unwrap_or_default();
        say(&format!("{}{from}", template.name))?;
    }
    Ok(())
}

/// The templates of these names, or every one.
fn chosen(names: &[String], all: bool) -> Result<BTreeMap<String, &'static str>, Failure> {
    let originals = Shelf::originals();
    if let Some(unknown) = names.iter().find(|name| !originals.contains_key(*name)) {
        let known: Vec<&str> = originals.keys().map(String::as_str).collect();
        return Err(Failure::refused(format!("{unknown} is no template. {}", known_names(unknown, &known))));
    }
    Ok(originals.into_iter().filter(|(name, _)| all || names.contains(name)).collect())
}

/// Writes what is not there yet. What is there stays; to have been asked for it by name is a refusal.
fn export(templates: &BTreeMap<String, &'static str>, to: &Path, all: bool) -> Result<(), Failure> {
    let mut kept = Vec::new();
    for (name, text) in templates {
        let path = to.join(name);
        if let Some(folder) = path.parent() {
            std::fs::create_dir_all(folder)
                .map_err(|cause| Failure::refused(format!("Cannot make {}: {cause}", folder.display())))?;
        }
        match std::fs::OpenOptions::new().write(true).create_new(true).open(&path) {
            Ok(mut file) => {
                file.write_all(text.as_bytes())?;
                say(&format!("Wrote {}", path.display()))?;
            }
            Err(cause) if cause.kind() == std::io::ErrorKind::AlreadyExists => kept.push(path),
            Err(cause) => return Err(Failure::refused(format!("Cannot write {}: {cause}", path.display()))),
        }
    }
    let told: Vec<String> =
        kept.iter().map(|path| format!("{} is there already, and stays as it is.", path.display())).collect();
    if told.is_empty() {
        Ok(())
    } else if all {
        say(&told.join("\n"))
    } else {
        Err(Failure::refused(told.join("\n")))
    }
}

fn preview(sample: &Sample, part: &PreviewPart) -> Result<(), Failure> {
    let lacks = |what: &str| Failure::refused(format!("{} is not sent {what}.", sample.name));
    if part.html {
        return say(sample.email.as_ref().ok_or_else(|| lacks("by email"))?.html.trim_end());
    }
    if part.text {
        return say(sample.email.as_ref().ok_or_else(|| lacks("by email"))?.text.trim_end());
    }
    if part.sms {
        return say(sample.sms.as_ref().ok_or_else(|| lacks("as a text message"))?.text.trim_end());
    }
    if let Some(email) = &sample.email {
        say(&format!(
            "From: {}\nTo: {}\nSubject: {}\n\n{}",
            email.from,
            email.to,
            email.subject,
            email.text.trim_end()
        ))?;
    }
    if let (Some(_), Some(_)) = (&sample.email, &sample.sms) {
        say("")?;
    }
    match &sample.sms {
        Some(sms) => say(&format!("Text message to {}\n\n{}", sms.to, sms.text.trim_end())),
        None => Ok(()),
    }
}
