//! The settings as the rest of the program sees them: typed, resolved, checked; knows nothing of files, TOML or the environment.

use std::net::SocketAddr;
use std::path::PathBuf;
use std::time::Duration;

use ipnet::IpNet;
use secrecy::SecretString;

use super::admin::Admin;
use super::languages::Offered;
use super::messages::{Email, Otp, Sms, Verification};
use super::placed::FormDeclaration;
use super::redis::{LimitStore, Redis, SessionStore};
pub use super::site::PublicUrl;
use super::webhooks::Webhook;

/// Everything the program can be told, with every default filled in.
#[derive(Clone, Debug)]
pub struct Settings {
    /// Where people reach the program. Links in messages are built from this, never from a request.
    pub public_url: PublicUrl,
    /// As configured, the first one signs, all verify. May be empty on loopback: ask [`super::secret_keys`].
    pub secret_keys: Vec<SecretString>,
    /// Names of the backends, asked in this order. Never empty, no name twice; `phone` is gone while phones are off.
    pub authentication_backends: Vec<String>,
    /// Whether phone numbers exist at all.
    pub phone_authentication_active: bool,
    /// Name of the registration form.
    pub register_form: String,
    /// A path of this site: where a person goes after signing in.
    pub login_redirect_url: String,
    /// A path of this site: where a person goes after signing out.
    pub logout_redirect_url: String,
    /// `[server]`
    pub server: Server,
    /// `[database]`
    pub database: Database,
    /// `[redis]`, if there is one.
    pub redis: Option<Redis>,
    /// `[sessions]`
    pub sessions: Sessions,
    /// `[tokens]`
    pub tokens: Tokens,
    /// `[passwords]`
    pub passwords: Passwords,
    /// `[registration]`
    pub registration: Registration,
    /// `[login]`
    pub login: Login,
    /// `[verification]`
    pub verification: Verification,
    /// `[otp]`
    pub otp: Otp,
    /// `[phone]`
    pub phone: Phone,
    /// `[email]`
    pub email: Email,
    /// `[sms]`
    pub sms: Sms,
    /// `[limits]`
    pub limits: Limits,
    /// `[admin]`
    pub admin: Admin,
    /// `[account]`
    pub account: Account,
    /// `[templates]`
    pub templates: Templates,
    /// `[languages]`
    pub languages: Offered,
    /// `[log]`
    pub log: Log,
    /// `[metrics]`: where figures are served, if they are.
    pub metrics: Option<SocketAddr>,
    /// `[forms.NAME]`, in the order of the file.
    pub forms: Vec<FormDeclaration>,
    /// `[webhooks.NAME]`, by name.
    pub webhooks: Vec<Webhook>,
}

/// How the program listens and how much it takes.
#[derive(Clone, Debug)]
pub struct Server {
    /// Address and port to listen on.
    pub bind: SocketAddr,
    /// Threads that speak HTTP, at least 1: the configured 0 is resolved to one a core.
    pub workers: usize,
    /// Networks whose `X-Forwarded-For` is read.
    pub trusted_proxies: Vec<IpNet>,
    /// Origins besides that of `public_url` that may send changes, as browsers write them.
    pub extra_origins: Vec<String>,
    /// The longest a request may take, body included.
    pub request_timeout: Duration,
    /// Largest form body, in bytes.
    pub max_form_bytes: usize,
    /// Largest JSON body, in bytes.
    pub max_json_bytes: usize,
    /// How long requests under way may go on after a stop was asked for.
    pub shutdown_timeout: Duration,
}

/// Where accounts are kept.
#[derive(Clone, Debug)]
pub struct Database {
    /// Which database.
    pub url: DatabaseUrl,
    /// Most connections at once, at least 1.
    pub pool_size: u32,
    /// Whether `serve` brings an old schema up to date.
    pub migrate_on_start: bool,
}

impl Database {
    /// Whether it is a file of SQLite.
    #[must_use]
    pub fn is_sqlite(&self) -> bool {
        matches!(self.url, DatabaseUrl::Sqlite(_))
    }
}

/// Which database.
#[derive(Clone, Debug)]
pub enum DatabaseUrl {
    /// A file; a relative path was joined to the base directory.
    Sqlite(PathBuf),
    /// A `postgres://` or `postgresql://` address, as written; may hold a password.
    Postgres(SecretString),
}

/// Sessions and their cookie.
#[derive(Clone, Debug)]
pub struct Sessions {
    /// Where it is kept when they were last used.
    pub store: SessionStore,
    /// Without use for so long, a remembered session ends.
    pub idle_timeout: Duration,
    /// After so long, any session ends.
    pub absolute_timeout: Duration,
    /// Without use for so long, a session that is not remembered ends.
    pub unremembered_idle_timeout: Duration,
    /// What matters asks for the password again when it was last proved longer ago than this.
    pub reauthenticate_after: Duration,
    /// The name as sent, with the `__Host-` prefix when the cookie is secure.
    pub cookie_name: String,
    /// Whether the cookie is for https only; `auto` is resolved.
    pub cookie_secure: bool,
    /// When other sites' requests carry the cookie.
    pub same_site: SameSite,
}

/// When other sites' requests carry the cookie.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SameSite {
    /// With links from other sites only.
    Lax,
    /// Never.
    Strict,
    /// Always; only with a secure cookie.
    None,
}

/// Tokens of the API.
#[derive(Clone, Debug)]
pub struct Tokens {
    /// How long an access token is good.
    pub access_ttl: Duration,
    /// How long a refresh token is good.
    pub refresh_ttl: Duration,
    /// The `iss` of access tokens; the base of `public_url` unless set.
    pub issuer: String,
    /// The `aud` of access tokens; may be empty.
    pub audience: Vec<String>,
}

/// Passwords: their rules and their hashes.
#[derive(Clone, Debug)]
pub struct Passwords {
    /// Name of the hasher for new passwords.
    pub hasher: String,
    /// Doublings of work, 4 to 16: at 16 a login takes seconds.
    pub bcrypt_cost: u32,
    /// Fewest characters of a new password, at least 1.
    pub min_length: usize,
    /// Most bytes of any password; longer ones are refused unread.
    pub max_bytes: usize,
    /// Names of the validators of new passwords, in order.
    pub validators: Vec<String>,
    /// Hashes computed at once, at least 1: the configured 0 is resolved to one less than cores.
    pub max_concurrent_hashes: usize,
    /// Hashes that may wait; beyond that the answer is `overloaded`.
    pub hash_queue: usize,
}

/// Registration.
#[derive(Clone, Copy, Debug)]
pub struct Registration {
    /// Whether anyone may register.
    pub open: bool,
    /// Whether a new account is signed in at once.
    pub login_after: bool,
    /// Whether registration hides which addresses are known.
    pub prevent_enumeration: bool,
}

/// Signing in.
#[derive(Clone, Copy, Debug)]
pub struct Login {
    /// Whether the page offers the box "remember me".
    pub remember_me: bool,
    /// Whether a code sent to an address can replace the password.
    pub by_code: bool,
}

/// Phone numbers.
#[derive(Clone, Debug)]
pub struct Phone {
    /// Region for numbers without country code, two capital letters; without one `+` and the code are required.
    pub default_region: Option<String>,
    /// Name of who proves numbers.
    pub verifier: String,
    /// Regions whose numbers are taken, two capital letters each, none twice; empty is all.
    pub allowed_regions: Vec<String>,
}

/// How often things may be tried.
#[derive(Clone, Copy, Debug)]
pub struct Limits {
    /// Logins from one client address.
    pub login_per_ip: Rate,
    /// Registrations from one client address.
    pub register_per_ip: Rate,
    /// Password resets asked for from one client address.
    pub reset_per_ip: Rate,
    /// Codes asked for from one client address.
    pub code_per_ip: Rate,
    /// Wrong passwords for one account before waits begin, at least 1.
    pub login_failures_per_account: u32,
    /// Where the counts by client address are kept.
    pub store: LimitStore,
}

/// So many in so long, as in `30/m`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Rate {
    /// At least 1.
    pub count: u32,
    /// One second, minute, hour or day.
    pub per: Duration,
}

/// What people do with their own accounts.
#[derive(Clone, Copy, Debug)]
pub struct Account {
    /// How long a deleted account can still be had back; zero deletes at once.
    pub deletion_grace: Duration,
    /// How long what happened to an account is kept.
    pub keep_events: Duration,
}

/// Templates of pages and messages.
#[derive(Clone, Debug)]
pub struct Templates {
    /// Files here win over the built-in ones of the same name; a relative path was joined to the base directory.
    pub directory: Option<PathBuf>,
}

/// The log.
#[derive(Clone, Debug)]
pub struct Log {
    /// How a line is written.
    pub format: LogFormat,
    /// The least level written: `off`, `error`, `warn`, `info`, `debug` or `trace`.
    pub level: String,
}

/// How a log line is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum LogFormat {
    /// For people.
    Text,
    /// One JSON object a line.
    Json,
}
