//! Connections to Redis, kept for the next who asks; and, while it is away, a pause in which nobody asks.

use crate::db::Time;
use crate::error::{Error, Result};
use crate::settings;
use ::redis::{Client, Cmd, Connection, FromRedisValue, RedisResult, TlsCertificates};
use secrecy::ExposeSecret;
use std::fmt;
use std::path::Path;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Mutex, MutexGuard, PoisonError};
use std::time::Duration;

/// Nobody waits longer than this for a connection, or for an answer.
const PATIENCE: Duration = Duration::from_secs(1);
/// After a failure nobody asks for so long, and then one asks before the others do.
const PAUSE: Duration = Duration::from_secs(1);
/// So many connections are kept while nobody needs them.
const KEPT: usize = 16;

/// A Redis, whether it answers or not. Each connection is opened when first needed.
pub struct Redis {
    client: Client,
    prefix: String,
    idle: Mutex<Vec<Connection>>,
    /// Until when nobody asks.
    paused: Mutex<Option<Time>>,
    away: AtomicBool,
}

/// A lock whose holder panicked guards nothing that could be half-done.
fn locked<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}

fn away(cause: impl fmt::Display) -> Error {
    Error::Unavailable(format!("Redis: {cause}"))
}

impl Redis {
    /// The Redis of these settings. Over TLS it must be vouched for by the authorities built in, or by those of the file
    /// `authorities` instead.
    ///
    /// # Errors
    /// When the address or that file cannot be used.
    pub fn new(settings: &settings::Redis, authorities: Option<&Path>) -> Result<Self> {
        let url = settings.url.expose_secret();
        let client = match authorities.filter(|_| url.starts_with("rediss:")) {
            None => Client::open(url),
            Some(file) => {
                let pem = std::fs::read(file)
                    .map_err(|cause| Error::internal(format!("SSL_CERT_FILE cannot be read: {cause}")))?;
                Client::build_with_tls(url, TlsCertificates { client_tls: None, root_cert: Some(pem) })
            }
        };
        Ok(Self {
            client: client.map_err(Error::internal)?,
            prefix: settings.prefix.clone(),
            idle: Mutex::default(),
            paused: Mutex::default(),
            away: AtomicBool::new(false),
        })
    }

    /// Whether the last who asked got no answer.
    #[must_use]
    pub fn is_away(&self) -> bool {
        self.away.load(Ordering::Relaxed)
    }

    /// Our name for `key`.
    pub(super) fn named(&self, key: &str) -> String {
        format!("{}:{key}", self.prefix)
    }

    /// Asks.
    ///
    /// # Errors
    /// [`Error::Unavailable`] when there is no answer, or none that is understood; at once while it is known to be away.
    pub(super) fn ask<T: FromRedisValue>(&self, now: Time, command: &Cmd) -> Result<T> {
        self.wait_out(now)?;
        match self.try_idle(command).unwrap_or_else(|| self.try_fresh(command)) {
            Ok(answer) => {
                if self.away.swap(false, Ordering::Relaxed) {
                    *locked(&self.paused) = None;
                    tracing::info!("Redis answers again");
                }
                Ok(answer)
            }
            Err(cause) => {
                *locked(&self.paused) = Some(now.after(PAUSE));
                if !self.away.swap(true, Ordering::Relaxed) {
                    tracing::warn!(%cause, "Redis is away");
                }
                Err(away(cause))
            }
        }
    }

    fn wait_out(&self, now: Time) -> Result<()> {
        let mut paused = locked(&self.paused);
        let Some(until) = *paused else { return Ok(()) };
        // A clock set back must not make the pause longer than it is.
        if now < until && until.since(now) <= PAUSE {
            return Err(away("it was away a moment ago"));
        }
        // This one tries; whoever comes meanwhile does not stand behind it.
        *paused = Some(now.after(PAUSE));
        Ok(())
    }

    /// By a connection that lay idle; `None` when there is none that still holds.
    fn try_idle<T: FromRedisValue>(&self, command: &Cmd) -> Option<RedisResult<T>> {
        let mut conn = locked(&self.idle).pop()?;
        match command.query(&mut conn) {
            Err(cause) if cause.is_io_error() && !cause.is_timeout() => {
                // What ended this one, a restart perhaps, has ended the others too.
                locked(&self.idle).clear();
                None
            }
            answer => Some(self.keep(conn, answer)),
        }
    }

    fn try_fresh<T: FromRedisValue>(&self, command: &Cmd) -> RedisResult<T> {
        let mut conn = self.client.get_connection_with_timeout(PATIENCE)?;
        conn.set_read_timeout(Some(PATIENCE))?;
        conn.set_write_timeout(Some(PATIENCE))?;
        let answer = command.query(&mut conn);
        self.keep(conn, answer)
    }

    /// Keeps the connection for the next, unless its answer failed: another answer may be under way on it.
    fn keep<T>(&self, conn: Connection, answer: RedisResult<T>) -> RedisResult<T> {
        if answer.is_ok() {
            let mut idle = locked(&self.idle);
            if idle.len() < KEPT {
                idle.push(conn);
            }
        }
        answer
    }
}

impl fmt::Debug for Redis {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Redis({}{})", self.prefix, if self.is_away() { ", away" } else { "" })
    }
}
