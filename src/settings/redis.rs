//! The address of a Redis: what it may be, and which stores need one; connects to nothing.

use secrecy::SecretString;
use url::Url;

use super::keys::Refusal;
use super::load::Reading;

const REMEDY: &str = "Write \"redis://127.0.0.1:6379/0\", or \"rediss://user:password@host:6379/0\" for TLS. In user and \
    password, %40 is @, %3A is :, %2F is /, %23 is # and %25 is %.";

/// What every key in Redis begins with, unless the address says otherwise.
const PREFIX: &str = "countersign";

/// The keys that may name Redis as a store.
const STORES: [&str; 2] = ["sessions.store", "limits.store"];

/// Where a Redis is, and what is ours in it.
#[derive(Clone, Debug)]
pub struct Redis {
    /// A `redis://` or `rediss://` address without query; may hold a password.
    pub url: SecretString,
    /// What every key begins with.
    pub prefix: String,
}

/// Where it is kept when sessions were last used.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SessionStore {
    /// With the rest of them.
    Database,
    /// In Redis; the rest stays in the database.
    Redis,
}

/// Where the counts by client address are kept.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum LimitStore {
    /// In this process alone.
    Memory,
    /// In the database, for all processes.
    Database,
    /// In Redis, for all processes.
    Redis,
}

/// Takes nothing, or the address of a Redis.
pub(super) fn redis_url(text: &str) -> Result<(), Refusal> {
    read(text).map(|_| ())
}

/// Reads the address of a Redis; the empty text is none.
pub(super) fn read(text: &str) -> Result<Option<Redis>, Refusal> {
    let refuse = |problem: &str| Refusal::new(problem, REMEDY);
    if text.is_empty() {
        return Ok(None);
    }
    let mut url = Url::parse(text).map_err(|_| refuse("is not the address of a Redis"))?;
    if !matches!(url.scheme(), "redis" | "rediss") {
        return Err(refuse("is not the address of a Redis"));
    }
    if url.host_str().unwrap_or_default().is_empty() {
        return Err(refuse("names no host"));
    }
    let number = url.path().trim_start_matches('/');
    if !number.is_empty() && number.parse::<u16>().is_err() {
        return Err(refuse("has something behind the host that is no number of a database"));
    }
    if url.fragment().is_some() {
        return Err(refuse("has a fragment"));
    }
    let mut prefix = PREFIX.to_owned();
    for (name, value) in url.query_pairs() {
        let fine = |c: char| c.is_ascii_alphanumeric() || matches!(c, '-' | '_' | '.');
        if name != "prefix" || value.is_empty() || value.len() > 64 || !value.chars().all(fine) {
            let remedy = "Behind the ? may stand prefix=NAME: ASCII letters, digits, -, _ and ., at most 64.";
            return Err(Refusal::new("has something behind the ? that is not understood", remedy));
        }
        prefix = value.into_owned();
    }
    url.set_query(None);
    Ok(Some(Redis { url: SecretString::from(String::from(url)), prefix }))
}

/// A store in Redis needs one, and one that no store is in does nothing.
pub(super) fn stores(reading: &mut Reading) {
    let named: Vec<&str> = STORES.into_iter().filter(|key| reading.values.text(key) == "redis").collect();
    let is_empty = reading.values.text("redis.url").is_empty();
    if is_empty {
        for key in named {
            let remedy = "Write the address into redis.url, as in \"redis://127.0.0.1:6379/0\".";
            reading.error(key, None, "needs redis.url, which is empty", remedy);
        }
    } else if named.is_empty() {
        let remedy = "Write sessions.store = \"redis\" or limits.store = \"redis\", or leave it out.";
        reading.warning("redis.url", "is used by nothing: no store is \"redis\"", remedy);
    }
}
