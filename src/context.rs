//! One unit of work: the database, the hasher, the time, randomness and who asks, handed down together. Knows no verb.

pub mod hops;

use crate::ambient::Random;
use crate::db::{Conn, Db, Time, User};
use crate::error::Result;
use crate::passwords::{HashPool, Policy, is_usable};
use secrecy::{ExposeSecret, SecretString};
use std::cell::Cell;
use std::fmt;
use std::net::{IpAddr, Ipv4Addr};
use std::sync::Arc;

/// Who asks, as far as a request can tell.
#[derive(Clone, Debug)]
pub struct Client {
    /// The address, past trusted proxies only.
    pub ip: IpAddr,
    /// What the client calls itself, cut to 512 characters.
    pub user_agent: String,
    /// The cookie with the marks of accounts that have signed in from this browser, as sent.
    pub known_browser: Option<String>,
    /// The language it asks for, one of those offered; empty where nobody asks.
    pub language: String,
    /// The id of the request, which its answer carries as `X-Request-Id`; none where there is no request.
    pub request: Option<String>,
    /// What else is to be done with what it asks for.
    pub also: Option<AlsoDo>,
}

/// Work of somebody else's that belongs into the transaction of what a client asks for.
#[derive(Clone)]
pub struct AlsoDo(pub Arc<Work>);

type Work = dyn Fn(&mut Conn, &User) -> Result<()> + Send + Sync;

impl fmt::Debug for AlsoDo {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("AlsoDo")
    }
}

impl Client {
    /// The command line, or a test: no request at all.
    #[must_use]
    pub fn local() -> Self {
        Self {
            ip: IpAddr::V4(Ipv4Addr::LOCALHOST),
            user_agent: String::new(),
            known_browser: None,
            language: String::new(),
            request: None,
            also: None,
        }
    }

    /// The address as limits count it: IPv6 by /64, which is what one household or server has.
    #[must_use]
    pub fn network(&self) -> String {
        match self.ip.to_canonical() {
            IpAddr::V4(ip) => ip.to_string(),
            IpAddr::V6(ip) => {
                let [a, b, c, d, ..] = ip.segments();
                format!("{a:x}:{b:x}:{c:x}:{d:x}::/64")
            }
        }
    }
}

/// What one unit of work has at hand.
#[derive(Debug)]
pub struct Context<'a> {
    /// The database. A connection is taken for a moment and never held while a hash is computed.
    pub db: &'a Db,
    /// The only place where a hash is computed.
    pub hashes: &'a HashPool,
    /// The rules for new passwords.
    pub policy: &'a Policy,
    /// The instant at which this unit of work began: the same all through it.
    pub now: Time,
    /// Randomness.
    pub random: &'a Arc<dyn Random>,
    /// Who asks.
    pub client: &'a Client,
    /// The one password that was checked in this unit of work: against which hash, and with what result.
    checked: Option<(String, bool)>,
    spent: bool,
    /// Whether a message was put into the outbox.
    posted: Cell<bool>,
    /// How many events were noted.
    events: Cell<u8>,
}

impl<'a> Context<'a> {
    /// A new unit of work.
    #[must_use]
    pub fn new(
        db: &'a Db,
        hashes: &'a HashPool,
        policy: &'a Policy,
        now: Time,
        random: &'a Arc<dyn Random>,
        client: &'a Client,
    ) -> Self {
        let (posted, events) = (Cell::new(false), Cell::new(0));
        Self { db, hashes, policy, now, random, client, checked: None, spent: false, posted, events }
    }

    /// Whether `password` is the account's. Costs one hash, whatever the account's state: one that is inactive or has
    /// no usable password is not told apart from a wrong password. Asked again in the same unit of work, answers
    /// from memory.
    ///
    /// # Errors
    /// [`crate::error::Error::Overloaded`] when the queue for hashes is full.
    pub fn check_password(&mut self, user: &User, password: &SecretString) -> Result<bool> {
        if let Some((encoded, right)) = &self.checked
            && *encoded == user.password
        {
            return Ok(*right && user.is_active);
        }
        if !is_usable(&user.password) || password.expose_secret().len() > self.policy.max_bytes {
            self.spend_hash(password)?;
            return Ok(false);
        }
        let right = self.hashes.verify(password, &user.password)?;
        self.spent = true;
        self.checked = Some((user.password.clone(), right));
        Ok(right && user.is_active)
    }

    /// Whether the account's own stored hash was what let the password through, in this unit of work.
    #[must_use]
    pub fn was_proved(&self, user: &User) -> bool {
        matches!(&self.checked, Some((encoded, true)) if *encoded == user.password)
    }

    /// Makes sure that this unit of work has cost one hash, so that a refusal takes the same time for every reason.
    ///
    /// # Errors
    /// [`crate::error::Error::Overloaded`] when the queue for hashes is full.
    pub fn spend_hash(&mut self, password: &SecretString) -> Result<()> {
        if !self.spent {
            self.hashes.spend(password)?;
            self.spent = true;
        }
        Ok(())
    }

    /// Notes that a message was put into the outbox, so that the postman is called once this unit of work is done.
    pub fn note_posted(&self) {
        self.posted.set(true);
    }

    /// The turn of the next event among those of this unit of work.
    pub fn next_event(&self) -> u8 {
        let turn = self.events.get();
        self.events.set(turn.saturating_add(1));
        turn
    }

    /// Whether a message was put into the outbox.
    #[must_use]
    pub fn has_posted(&self) -> bool {
        self.posted.get()
    }

    /// The encoded form of a new password.
    ///
    /// # Errors
    /// [`crate::error::Error::Overloaded`] when the queue for hashes is full.
    pub fn hash_password(&self, password: &SecretString) -> Result<String> {
        self.hashes.hash(password, self.random)
    }
}
