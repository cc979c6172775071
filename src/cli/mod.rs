//! The commands: what an admin types, turned into calls of the verbs, and the exit codes. Decides nothing.

mod arguments;
mod arguments_moving;
mod arguments_webhooks;
mod check;
mod doctor;
mod explain;
mod explain_words;
mod export;
mod findings;
mod import;
mod init;
mod log;
mod migrate;
mod openapi;
mod outbox;
mod output;
mod passwords;
mod progress;
mod prune;
mod serve;
mod settings;
mod start;
mod templates;
mod users;
mod verdict;
mod webhooks;

use arguments::{Cli, Command, SettingsCommand};
use clap::Parser;
use output::Failure;
use std::ffi::OsString;
use std::process::ExitCode;

/// Runs the command that `arguments` name. 0: done; 1: refused or failed; 2: wrong usage.
pub fn run(arguments: impl IntoIterator<Item = OsString>) -> ExitCode {
    let cli = match Cli::try_parse_from(arguments) {
        Ok(cli) => cli,
        Err(usage) => {
            // Help and version come this way too, and are no mistakes. A closed pipe is nobody's loss.
            let _ = usage.print();
            return if usage.use_stderr() { ExitCode::from(2) } else { ExitCode::SUCCESS };
        }
    };
    let done = match cli.command.unwrap_or(Command::Serve) {
        Command::Serve => serve::run(cli.settings),
        Command::Init { directory } => init::run(&directory),
        Command::Check(asked) => check::run(cli.settings, &asked),
        Command::Doctor(asked) => doctor::run(cli.settings, &asked),
        Command::Settings { command: Some(SettingsCommand::Diff { json }), .. } => settings::diff(cli.settings, json),
        Command::Settings { reference: true, .. } => settings::print_reference(),
        Command::Settings { schema: true, .. } => settings::print_schema(),
        Command::Settings { json, .. } => settings::print(cli.settings, json),
        Command::Migrate { status, revert } => migrate::run(cli.settings, status, revert),
        Command::Createsuperuser(new) => users::create(cli.settings, &new, true),
        Command::User(command) => users::run(cli.settings, command),
        Command::Explain { identifier, request, json } => {
            explain::run(cli.settings, identifier.as_deref(), request.as_deref(), json)
        }
        Command::Outbox(command) => outbox::run(cli.settings, &command),
        Command::Webhooks(command) => webhooks::run(cli.settings, &command),
        Command::Templates(command) => templates::run(cli.settings, &command),
        Command::Import(command) => import::run(cli.settings, &command),
        Command::Export(what) => export::run(cli.settings, &what),
        Command::Openapi => openapi::run(cli.settings),
        Command::Prune => prune::run(cli.settings),
    };
    match done {
        Ok(()) => ExitCode::SUCCESS,
        Err(Failure { exit, message }) => {
            if !message.is_empty() {
                eprintln!("{}", message.trim_end());
            }
            ExitCode::from(exit)
        }
    }
}
