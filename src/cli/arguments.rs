//! The grammar of the command line, with the help it prints.

use super::arguments_moving::{Export, Import};
use super::arguments_webhooks::Webhooks;
use super::check::Asked;
use super::doctor;
use clap::{Args, Parser, Subcommand};
use std::path::PathBuf;

/// Accounts for your users: sign-up and sign-in by username, email address or phone number.
#[derive(Debug, Parser)]
#[command(
    name = "countersign",
    version,
    after_help = "First steps:\n  countersign                       serve on http://127.0.0.1:8000, with a database in this directory\n  \
                  countersign createsuperuser --username admin\n  countersign init                  write a settings.toml to change things in"
)]
pub struct Cli {
    /// The settings file. Without it: $`COUNTERSIGN_SETTINGS`, else ./settings.toml, else the defaults.
    #[arg(long, global = true, value_name = "FILE")]
    pub settings: Option<PathBuf>,
    #[command(subcommand)]
    pub command: Option<Command>,
}

/// See [`Cli`].
#[derive(Debug, Subcommand)]
pub enum Command {
    /// Bring the database up to date, then serve pages and API. What happens with no command, too.
    Serve,
    /// Write a commented settings.toml with fresh secrets. Never overwrites one.
    Init {
        /// Where to; the working directory if not said.
        #[arg(value_name = "DIR", default_value = ".")]
        directory: PathBuf,
    },
    /// Read the settings and the database, and tell every mistake with its line and what would work. Changes nothing, and
    /// sends nothing but the message you ask for.
    Check(Asked),
    /// Ask the world outside what the settings rely on: names, certificates, servers, clocks, proxies. Sends nothing.
    Doctor(doctor::Asked),
    /// Print the settings in force and where each comes from, secrets masked.
    #[command(args_conflicts_with_subcommands = true)]
    Settings {
        #[command(subcommand)]
        command: Option<SettingsCommand>,
        /// Print them as JSON.
        #[arg(long, conflicts_with_all = ["reference", "schema"])]
        json: bool,
        /// Print the commented file of all keys with their defaults instead.
        #[arg(long, conflicts_with = "schema")]
        reference: bool,
        /// Print the JSON Schema of the file instead, for editors.
        #[arg(long)]
        schema: bool,
    },
    /// Bring the database up to date.
    Migrate {
        /// Only say where the database stands.
        #[arg(long, conflicts_with = "revert")]
        status: bool,
        /// Undo the N latest migrations. What they added is lost.
        #[arg(long, value_name = "N")]
        revert: Option<usize>,
    },
    /// Make an account that may do everything.
    Createsuperuser(NewAccount),
    /// Make, look at and change accounts.
    #[command(subcommand)]
    User(User),
    /// Tell how an identifier is read, what each backend says of it, how its account stands, which waits are in force, and
    /// what the person is told. Changes nothing, and is noted in the account's log.
    Explain {
        /// A username, an email address or a phone number.
        #[arg(required_unless_present = "request")]
        identifier: Option<String>,
        /// Instead: what happened in this request, by the X-Request-Id of its answer, and how the account stands that it
        /// was about.
        #[arg(long, value_name = "ID", conflicts_with = "identifier")]
        request: Option<String>,
        /// JSON instead of words.
        #[arg(long)]
        json: bool,
    },
    /// Messages waiting, failed and dead.
    #[command(subcommand)]
    Outbox(Outbox),
    /// What is told to other programs: list, try, tell again.
    #[command(subcommand)]
    Webhooks(Webhooks),
    /// Make the pages and messages your own.
    #[command(subcommand)]
    Templates(Templates),
    /// Bring accounts in, with their passwords.
    #[command(subcommand)]
    Import(Import),
    /// Write all accounts out, with the hashes of their passwords.
    Export(Export),
    /// Print the `OpenAPI` document of the API as it is under these settings.
    Openapi,
    /// Remove expired sessions and old counters now; `serve` does so by itself every ten minutes.
    Prune,
}

/// See [`Command::Settings`].
#[derive(Debug, Subcommand)]
pub enum SettingsCommand {
    /// Print what differs between these settings and the running server, and what each change comes to.
    Diff {
        /// Print it as JSON.
        #[arg(long)]
        json: bool,
    },
}

/// What an account is made of.
#[derive(Args, Debug)]
#[command(
    after_help = "The password is asked for, or read with --password-stdin. It is never an argument, where others could see it."
)]
pub struct NewAccount {
    /// Username.
    #[arg(long)]
    pub username: Option<String>,
    /// Email address.
    #[arg(long)]
    pub email: Option<String>,
    /// Phone number; with + and country code unless `phone.default_region` is set.
    #[arg(long)]
    pub phone: Option<String>,
    /// Make it without a password: nobody can sign in with one until it has one.
    #[arg(long, conflicts_with = "password_stdin")]
    pub no_password: bool,
    /// Read the password from standard input, up to the end of the first line.
    #[arg(long)]
    pub password_stdin: bool,
    /// May use the admin pages.
    #[arg(long)]
    pub staff: bool,
}

/// What a message says is encrypted in the database and shown by none of these.
#[derive(Debug, Subcommand)]
pub enum Outbox {
    /// List messages that were not sent, latest first.
    List {
        /// Those that were sent, too.
        #[arg(long)]
        all: bool,
    },
    /// Make everything that waits due now.
    Retry,
    /// Remove messages that were sent or given up.
    Purge,
}

/// Files in templates.directory win over the built-in templates of the same name.
#[derive(Debug, Subcommand)]
pub enum Templates {
    /// List all templates, and the files that take their place.
    List,
    /// Write built-in templates into a directory. Never overwrites one.
    Export {
        /// Which, as `list` names them.
        #[arg(value_name = "NAME", required_unless_present = "all")]
        names: Vec<String>,
        /// Every one that is not there yet.
        #[arg(long, conflicts_with = "names")]
        all: bool,
        /// Where to; templates.directory if not said.
        #[arg(long, value_name = "DIR")]
        to: Option<PathBuf>,
    },
    /// Show a message with sample data, as the templates are now.
    Preview {
        /// Its kind, such as `verify_email`.
        #[arg(value_name = "MESSAGE")]
        message: String,
        #[command(flatten)]
        part: PreviewPart,
    },
}

/// One part of a message alone, as it is sent.
#[derive(Args, Debug)]
#[group(multiple = false)]
pub struct PreviewPart {
    /// The HTML part of the email.
    #[arg(long)]
    pub html: bool,
    /// The text part of the email.
    #[arg(long)]
    pub text: bool,
    /// The text message.
    #[arg(long)]
    pub sms: bool,
}

/// IDENTIFIER is a username, an email address or a phone number.
#[derive(Debug, Subcommand)]
pub enum User {
    /// Make an account.
    Create(NewAccount),
    /// List all accounts, oldest first.
    List {
        /// One JSON array instead of a table.
        #[arg(long)]
        json: bool,
    },
    /// Show one account.
    Show {
        identifier: String,
        /// JSON instead of words.
        #[arg(long)]
        json: bool,
    },
    /// Give an account a new password, and sign it out everywhere.
    SetPassword {
        identifier: String,
        /// Read the password from standard input, up to the end of the first line.
        #[arg(long)]
        password_stdin: bool,
    },
    /// Let an account sign in again.
    Activate { identifier: String },
    /// Let an account sign in no longer, and sign it out everywhere.
    Deactivate { identifier: String },
    /// Mark the addresses of an account as verified: both, or the one named.
    Verify {
        identifier: String,
        /// The email address.
        #[arg(long)]
        email: bool,
        /// The phone number.
        #[arg(long)]
        phone: bool,
    },
    /// Remove an account and everything that belongs to it.
    Delete {
        identifier: String,
        /// Do it; without this nothing is removed.
        #[arg(long)]
        yes: bool,
    },
}
