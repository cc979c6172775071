//! The settings: one file, the environment and the defaults become one checked [`Settings`]; knows nothing of what the
//! rest of the program does with them, so names of backends, forms and hashers are checked higher up.

mod admin;
mod build;
mod compare;
mod durations;
mod environment;
mod keep;
mod keyfile;
mod keys;
mod languages;
mod load;
mod mail;
mod message_rules;
mod messages;
mod metrics;
mod mistakes;
mod parse;
mod placed;
mod places;
mod redis;
mod reference;
mod rules;
mod schema;
mod secrets;
mod site;
mod sources;
mod table;
mod texts;
mod types;
mod values;
mod webhooks;
mod weights;
mod written;

use std::path::{Path, PathBuf};

pub use admin::Admin;
pub use compare::{Change, Snapshot};
pub(crate) use durations::duration;
pub use keyfile::{secret_keys, secret_keys_unwritten};
pub use languages::Offered;
pub(crate) use mail::percent_decoded;
pub use messages::{
    BodyFormat, Email, MailTransport, Otp, OtpCode, Proof, Sms, SmsGateway, SmsHttp, SmtpSecurity, SmtpServer,
    Verification,
};
pub use mistakes::{Level, Mistake, Mistakes, known_names, nearest};
pub use placed::{FormDeclaration, Placed, PlacedValue};
pub use redis::{LimitStore, Redis, SessionStore};
pub use reference::{effective, init_file, reference, reference_page};
pub use schema::schema;
pub use sources::{Origin, Sources};
pub use types::{
    Database, DatabaseUrl, Limits, Log, LogFormat, Login, Passwords, Phone, PublicUrl, Rate, Registration, SameSite,
    Server, Sessions, Settings, Tokens,
};
use values::Values;
pub use webhooks::Webhook;
pub use weights::Weight;

/// The environment variables, asked for once.
pub type Environment<'a> = &'a dyn Fn() -> Vec<(String, String)>;

/// Where settings are read from; the environment comes on top.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Source {
    /// This file; relative paths in it begin at its directory.
    File(PathBuf),
    /// No file; relative paths begin at this directory.
    Defaults(PathBuf),
}

/// Settings that hold, and what was found on the way.
#[derive(Clone, Debug)]
pub struct Loaded {
    /// The settings.
    pub settings: Settings,
    /// What somebody should look at.
    pub warnings: Vec<Mistake>,
    /// Where each value came from.
    pub sources: Sources,
    values: Values,
}

impl Settings {
    /// Reads `source` and the environment.
    ///
    /// # Errors
    /// Every mistake found, in the order of the file, warnings among them.
    pub fn load(source: &Source, env: Environment<'_>) -> Result<Loaded, Mistakes> {
        load::load(source, env)
    }

    /// As [`Settings::load`], from a text that would be the `settings.toml` in `base`, without an environment.
    ///
    /// # Errors
    /// Every mistake found, in the order of the text, warnings among them.
    pub fn from_toml(text: &str, base: &Path) -> Result<Loaded, Mistakes> {
        load::from_text(Some((text, &base.join(FILE_NAME))), base, Vec::new())
    }

    /// Everything default, relative paths from the working directory.
    ///
    /// # Panics
    /// Never: that the defaults hold is tested.
    #[must_use]
    pub fn defaults() -> Self {
        match load::from_text(None, Path::new("."), Vec::new()) {
            Ok(loaded) => loaded.settings,
            #[allow(clippy::panic, reason = "the defaults are part of the program, and tested")]
            Err(mistakes) => panic!("the defaults do not hold: {mistakes}"),
        }
    }
}

/// Whether the value of `key` may hold a secret, and is shown masked.
#[must_use]
pub fn is_secret(key: &str) -> bool {
    keys::find(key).is_some_and(|key| key.kind.is_secret())
}

/// The name looked for in the working directory.
const FILE_NAME: &str = "settings.toml";

/// Where the settings are: the file of `flag`, else of `$COUNTERSIGN_SETTINGS`, else `./settings.toml` if there is
/// one, else the defaults. Whether the file can be read is seen later.
#[must_use]
pub fn locate(flag: Option<PathBuf>, env: Environment<'_>) -> Source {
    let named = || env().into_iter().find(|(name, value)| name == "COUNTERSIGN_SETTINGS" && !value.is_empty());
    if let Some(file) = flag.or_else(|| named().map(|(_, value)| PathBuf::from(value))) {
        return Source::File(file);
    }
    // A link that leads nowhere, or a file that may not be read, is a mistake to tell, not a reason for the defaults.
    match Path::new(FILE_NAME).symlink_metadata() {
        Err(error) if error.kind() == std::io::ErrorKind::NotFound => Source::Defaults(PathBuf::from(".")),
        _ => Source::File(PathBuf::from(FILE_NAME)),
    }
}
