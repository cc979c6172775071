//! Rates for each client network, kept in memory, in the database or in Redis.

use super::window::Window;
use crate::context::Context;
use crate::db::{Time, rate_limits};
use crate::error::{Error, Result};
use crate::metrics::Count;
use crate::redis::Redis;
use crate::settings::{LimitStore, Limits, Rate};
use std::collections::HashMap;
use std::sync::{Arc, Mutex, PoisonError};
use std::time::Duration;

/// What a client network may do only so often.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Action {
    /// `limits.login_per_ip`
    Login,
    /// `limits.register_per_ip`
    Register,
    /// `limits.reset_per_ip`
    Reset,
    /// `limits.code_per_ip`
    Code,
}

/// More keys than this in memory: those that are over are dropped.
const CROWDED: usize = 50_000;

/// So often two processes may get in each other's way over one window.
const TRIES: u32 = 100;

/// Where the windows are.
#[derive(Debug)]
enum Windows {
    /// In this process alone.
    Memory(Memory),
    /// In the database, so that all processes count together.
    Database,
    /// In Redis, likewise. While it is away, in this process: a limit must not be lifted by cutting a wire, and nobody is
    /// to be turned away because of one.
    Redis(Arc<Redis>, Memory),
}

type Memory = Arc<Mutex<HashMap<String, Window>>>;

/// The limits of the settings.
#[derive(Debug)]
pub struct Rates {
    login: Rate,
    register: Rate,
    reset: Rate,
    code: Rate,
    windows: Windows,
    /// In the order of [`Action`].
    refused: Arc<[Count; 4]>,
}

impl Rates {
    /// From the settings. Those that name Redis are kept in memory until it is [given](Self::kept_in).
    #[must_use]
    pub fn new(limits: &Limits) -> Self {
        let windows = match limits.store {
            LimitStore::Database => Windows::Database,
            LimitStore::Memory | LimitStore::Redis => Windows::Memory(Arc::default()),
        };
        Self {
            login: limits.login_per_ip,
            register: limits.register_per_ip,
            reset: limits.reset_per_ip,
            code: limits.code_per_ip,
            windows,
            refused: Arc::default(),
        }
    }

    /// The same, kept in Redis.
    #[must_use]
    pub fn kept_in(self, redis: Arc<Redis>) -> Self {
        Self { windows: Windows::Redis(redis, Arc::default()), ..self }
    }

    /// The same rates, which go on counting where `before` was.
    #[must_use]
    pub fn going_on_from(self, before: &Self) -> Self {
        let windows = match (self.windows, &before.windows) {
            (Windows::Memory(_), Windows::Memory(counted)) => Windows::Memory(Arc::clone(counted)),
            (Windows::Redis(redis, _), Windows::Redis(_, counted)) => Windows::Redis(redis, Arc::clone(counted)),
            (windows, _) => windows,
        };
        Self { windows, refused: Arc::clone(&before.refused), ..self }
    }

    /// Counts one `action` of the client.
    ///
    /// # Errors
    /// [`Error::Throttled`] when it has been done too often; this one is then not counted.
    pub fn take(&self, cx: &Context<'_>, action: Action) -> Result<()> {
        let taken = self.try_to_take(cx, action);
        if matches!(taken, Err(Error::Throttled { .. })) {
            self.refused[action as usize].note();
        }
        taken
    }

    /// How many were refused since the start, in the order of [`Action`].
    #[must_use]
    pub fn refused(&self) -> [u64; 4] {
        self.refused.each_ref().map(Count::get)
    }

    fn try_to_take(&self, cx: &Context<'_>, action: Action) -> Result<()> {
        let (name, rate) = match action {
            Action::Login => ("login", self.login),
            Action::Register => ("register", self.register),
            Action::Reset => ("reset", self.reset),
            Action::Code => ("code", self.code),
        };
        let key = format!("{name} {}", cx.client.network());
        let taken = match &self.windows {
            Windows::Memory(memory) => in_memory(memory, key, rate, cx.now),
            Windows::Database => return in_database(cx, &key, rate),
            Windows::Redis(redis, memory) => match in_redis(redis, &format!("rate:{key}"), rate, cx.now) {
                Err(Error::Unavailable(_)) => in_memory(memory, key, rate, cx.now),
                taken => taken?,
            },
        };
        taken.map_err(|retry_after| Error::Throttled { retry_after })
    }

    /// The longest time for which any window matters.
    #[must_use]
    pub fn longest(&self) -> Duration {
        self.login.per.max(self.register.per).max(self.reset.per).max(self.code.per).saturating_mul(2)
    }
}

fn in_memory(memory: &Memory, key: String, rate: Rate, now: Time) -> Result<(), Duration> {
    let mut windows = memory.lock().unwrap_or_else(PoisonError::into_inner);
    if windows.len() >= CROWDED {
        windows.retain(|_, window| !window.is_over(rate.per, now));
    }
    windows.entry(key).or_insert_with(|| Window::new(now)).take(rate.count, rate.per, now)
}

fn in_database(cx: &Context<'_>, key: &str, rate: Rate) -> Result<()> {
    cx.db.write(|conn| {
        let mut row = rate_limits::lock(conn, key, cx.now)?;
        let mut window = Window { start: row.window_start, current: row.current, previous: row.previous };
        window.take(rate.count, rate.per, cx.now).map_err(|retry_after| Error::Throttled { retry_after })?;
        row.window_start = window.start;
        row.current = window.current;
        row.previous = window.previous;
        rate_limits::store(conn, &row)
    })
}

/// `Ok(Err(wait))` when the limit is used up.
fn in_redis(redis: &Redis, key: &str, rate: Rate, now: Time) -> Result<Result<(), Duration>> {
    for _ in 0..TRIES {
        let read = redis.read(now, key)?;
        let mut window = read.as_deref().and_then(Window::parse).unwrap_or_else(|| Window::new(now));
        if let Err(wait) = window.take(rate.count, rate.per, now) {
            return Ok(Err(wait));
        }
        // Somebody else may have used it since it was read: then it is looked at anew.
        if redis.swap(now, key, read.as_deref(), &window.to_string(), rate.per.saturating_mul(2))? {
            return Ok(Ok(()));
        }
    }
    Err(Error::Overloaded)
}
