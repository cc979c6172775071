//! The grammar of `import` and `export`, with the help they print.

use clap::{Args, Subcommand, ValueEnum};
use std::path::PathBuf;

/// Where accounts come from. An import that is run again, or goes on after it was broken off, brings nobody twice.
#[derive(Debug, Subcommand)]
pub enum Import {
    /// From the database of a Django site: its own users, dj-accounts, django-flex-user or django-allauth.
    #[command(after_help = "Begin with --dry-run, and with --report FILE to see what could not stay as it is. \
                      PostgreSQL's password is better kept in $PGPASSWORD or ~/.pgpass than written into the address.")]
    Django {
        /// `sqlite://FILE` or `postgres://user@host/name`. It is only read.
        url: String,
        /// The table with the accounts, where there are several.
        #[arg(long)]
        table: Option<String>,
        #[command(flatten)]
        how: How,
    },
    /// From a fixture that Django's dumpdata wrote.
    Fixture {
        /// The file; - for standard input.
        file: PathBuf,
        #[command(flatten)]
        how: How,
    },
    /// From what countersign export wrote: everything comes back as it was, ids too.
    Jsonl {
        /// The file; - for standard input.
        file: PathBuf,
        #[command(flatten)]
        how: How,
    },
}

/// How accounts are brought in.
#[derive(Args, Debug)]
pub struct How {
    /// Say what would happen, and change nothing.
    #[arg(long)]
    pub dry_run: bool,
    /// Add everything that could not stay as it was to this file, a JSON object a line.
    #[arg(long, value_name = "FILE")]
    pub report: Option<PathBuf>,
    /// What to do with an account whose username is taken or not allowed here.
    #[arg(long, value_name = "WHAT", default_value = "skip")]
    pub on_collision: Collision,
    /// What to remember the source as, instead of its address or file.
    #[arg(long, value_name = "NAME")]
    pub source: Option<String>,
    /// Tell the outcome as JSON.
    #[arg(long)]
    pub json: bool,
}

/// See [`How::on_collision`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum Collision {
    /// Leave it out and say so.
    Skip,
    /// Give it another username, made of the old one and its key at the source.
    Rename,
}

/// What is written out, and where to.
#[derive(Args, Debug)]
#[command(
    after_help = "Whoever has the hashes can guess at the passwords as fast as they like: keep what comes out like a secret."
)]
pub struct Export {
    /// How.
    #[arg(long, value_name = "FORMAT", default_value = "jsonl")]
    pub format: Format,
    /// Into this file, which only you can read. Without it: standard output.
    #[arg(long, value_name = "FILE")]
    pub output: Option<PathBuf>,
    /// Write even to a terminal.
    #[arg(long)]
    pub yes: bool,
    /// Only say how many accounts there are.
    #[arg(long)]
    pub dry_run: bool,
}

/// See [`Export::format`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum Format {
    /// Everything, one account a line, for countersign import jsonl.
    Jsonl,
    /// What Django's own users have room for, for manage.py loaddata.
    Django,
}
