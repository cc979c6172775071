//! Rates for each client network, kept in memory or in the database.

use super::window::Window;
use crate::context::Context;
use crate::db::{Time, rate_limits};
use crate::error::{Error, Result};
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

/// The limits of the settings.
#[derive(Debug)]
pub struct Rates {
    login: Rate,
    register: Rate,
    reset: Rate,
    code: Rate,
    /// `None`: the database keeps them, so that all processes count together.
    memory: Option<Arc<Mutex<HashMap<String, Window>>>>,
}

impl Rates {
    /// From the settings.
    #[must_use]
    pub fn new(limits: &Limits) -> Self {
        let memory = match limits.store {
            LimitStore::Memory => Some(Arc::default()),
            LimitStore::Database => None,
        };
        Self {
            login: limits.login_per_ip,
            register: limits.register_per_ip,
            reset: limits.reset_per_ip,
            code: limits.code_per_ip,
            memory,
        }
    }

    /// The same rates, which go on counting where `before` was.
    #[must_use]
    pub fn going_on_from(self, before: &Self) -> Self {
        match (&self.memory, &before.memory) {
            (Some(_), Some(counted)) => Self { memory: Some(Arc::clone(counted)), ..self },
            _ => self,
        }
    }

    /// Counts one `action` of the client.
    ///
    /// # Errors
    /// [`Error::Throttled`] when it has been done too often; this one is then not counted.
    pub fn take(&self, cx: &Context<'_>, action: Action) -> Result<()> {
        let (name, rate) = match action {
            Action::Login => ("login", self.login),
            Action::Register => ("register", self.register),
            Action::Reset => ("reset", self.reset),
            Action::Code => ("code", self.code),
        };
        let key = format!("{name} {}", cx.client.network());
        let taken = match &self.memory {
            Some(memory) => in_memory(memory, key, rate, cx.now),
            None => return in_database(cx, &key, rate),
        };
        taken.map_err(|retry_after| Error::Throttled { retry_after })
    }

    /// The longest time for which any window matters.
    #[must_use]
    pub fn longest(&self) -> Duration {
        self.login.per.max(self.register.per).max(self.reset.per).max(self.code.per).saturating_mul(2)
    }
}

fn in_memory(memory: &Mutex<HashMap<String, Window>>, key: String, rate: Rate, now: Time) -> Result<(), Duration> {
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
