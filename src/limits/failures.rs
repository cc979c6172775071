//! Failures in a row, for each account over all its identifiers and every door that takes its password, and for an
//! identifier that names nobody by the same curve. Always in the database, so that a restart forgets nothing.

use super::gate::{Gate, Pass};
use crate::context::Context;
use crate::db::{Conn, Id, Time, login_failures};
use crate::error::{Error, Result};
use crate::identifiers::IdentifierKind;
use crate::metrics::Count;
use crate::tokens::{BrowserId, Keys};
use hmac::{Hmac, KeyInit, Mac};
use sha2::{Digest, Sha256};
use std::fmt;
use std::sync::Arc;
use std::time::Duration;
use zeroize::Zeroizing;

/// The first wait; each further failure doubles it.
const FIRST_WAIT: Duration = Duration::from_secs(30);
/// Nobody stands longer than this behind other attempts on the same account: a little less than a request may take.
const PATIENCE: Duration = Duration::from_secs(8);
/// After so long without a failure, those before are forgotten.
const MEMORY: Duration = Duration::from_hours(30 * 24);

/// Whose failures are counted.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Subject {
    /// An account, tried by browsers it does not know.
    Account(Id),
    /// An account, tried by a browser that has signed in to it before: strangers cannot shut the owner out.
    Browser(Id, BrowserId),
    /// An identifier that names no account.
    Unknown(IdentifierKind, String),
}

/// Counts failures and decides who has to wait.
pub struct Failures {
    limit: u32,
    cap: Duration,
    key: Zeroizing<[u8; 32]>,
    gate: Arc<Gate>,
    refused: Arc<Count>,
}

/// An attempt that has been let in, and is counted as a failure until it is shown to be none.
#[derive(Debug)]
pub struct Attempt<'a> {
    /// What was counted for each of its subjects before it.
    before: Vec<login_failures::Failures>,
    _pass: Pass<'a>,
}

impl Failures {
    /// `limit` failures are free; then 30 s, doubling up to `cap`.
    #[must_use]
    pub fn new(limit: u32, cap: Duration, keys: &Keys) -> Self {
        let key = keys.derive("login-failures/v1").into_iter().next().unwrap_or_default();
        Self { limit: limit.max(1), cap, key, gate: Arc::default(), refused: Arc::default() }
    }

    /// The same, with the attempts that `before` has let in still under way.
    #[must_use]
    pub fn going_on_from(self, before: &Self) -> Self {
        Self { gate: Arc::clone(&before.gate), refused: Arc::clone(&before.refused), ..self }
    }

    /// Lets an attempt in and counts it as a failure beforehand, so that of any number at one instant no more are
    /// looked at than the limit allows.
    ///
    /// # Errors
    /// [`Error::Throttled`] while any of the subjects has to wait; nothing is then counted.
    /// [`Error::Overloaded`] when too many attempts are under way, on the same account or altogether.
    pub fn begin(&self, cx: &Context<'_>, subjects: &[Subject]) -> Result<Attempt<'_>> {
        self.let_in(cx, subjects).inspect_err(|cause| {
            if matches!(cause, Error::Throttled { .. }) {
                self.refused.note();
            }
        })
    }

    /// How many attempts had to wait since the start.
    #[must_use]
    pub fn refused(&self) -> u64 {
        self.refused.get()
    }

    fn let_in(&self, cx: &Context<'_>, subjects: &[Subject]) -> Result<Attempt<'_>> {
        let mut hashes: Vec<Vec<u8>> = subjects.iter().map(|subject| self.hash(subject)).collect();
        // One order for all, so that two attempts never wait for each other.
        hashes.sort();
        hashes.dedup();
        // Who has to wait is told so at once, without standing in line.
        for row in cx.db.read(|conn| login_failures::peek(conn, &hashes))? {
            self.refuse_if_waiting(row.blocked_until, cx.now)?;
        }
        cx.hashes.check_room()?;
        let pass = self.gate.enter(&hashes, PATIENCE).ok_or(Error::Overloaded)?;
        let before = cx.db.write(|conn| {
            let mut before = Vec::new();
            for subject in &hashes {
                let mut row = login_failures::lock(conn, subject, cx.now)?;
                self.refuse_if_waiting(row.blocked_until, cx.now)?;
                before.push(row.clone());
                row.failures = row.failures.saturating_add(1);
                row.failed_at = cx.now;
                row.blocked_until = self.wait(row.failures).map(|wait| cx.now.after(wait));
                login_failures::store(conn, &row)?;
            }
            Ok(before)
        })?;
        Ok(Attempt { before, _pass: pass })
    }

    /// The attempt was right: its subjects have no failures any more. Part of the transaction that lets it in.
    ///
    /// # Errors
    /// When the database is away.
    pub fn clear(&self, conn: &mut Conn, attempt: &Attempt<'_>) -> Result<()> {
        attempt.before.iter().try_for_each(|row| login_failures::clear(conn, &row.subject))
    }

    /// Whatever failed before counts no more: the account was reset by its owner.
    ///
    /// # Errors
    /// When the database is away.
    pub fn forget(&self, conn: &mut Conn, subject: &Subject) -> Result<()> {
        login_failures::clear(conn, &self.hash(subject))
    }

    /// The attempt was never looked at, through no fault of whoever made it: it does not count.
    ///
    /// # Errors
    /// When the database is away.
    pub fn take_back(&self, cx: &Context<'_>, attempt: &Attempt<'_>) -> Result<()> {
        cx.db.write(|conn| {
            for before in &attempt.before {
                let mut row = login_failures::lock(conn, &before.subject, cx.now)?;
                if row.failures == before.failures.saturating_add(1) {
                    // Nobody else has failed meanwhile: a wait that was over is not begun anew.
                    row.clone_from(before);
                } else {
                    row.failures = row.failures.saturating_sub(1).max(0);
                    row.blocked_until = self.wait(row.failures).map(|wait| row.failed_at.after(wait));
                }
                login_failures::store(conn, &row)?;
            }
            Ok(())
        })
    }

    /// How often this subject has failed in a row, and until when no password of its is looked at. Locks nothing.
    ///
    /// # Errors
    /// When the database is away.
    pub fn standing(&self, conn: &mut Conn, subject: &Subject, now: Time) -> Result<(i64, Option<Time>)> {
        let row = login_failures::peek(conn, &[self.hash(subject)])?.into_iter().next();
        Ok(row.map_or((0, None), |row| (row.failures, row.blocked_until.filter(|until| *until > now))))
    }

    /// Forgets failures too old to matter.
    ///
    /// # Errors
    /// When the database is away.
    pub fn prune(&self, conn: &mut Conn, now: Time) -> Result<usize> {
        login_failures::prune(conn, now.before(MEMORY.max(self.cap)))
    }

    /// How long to wait after so many failures: nothing below the limit, then 30 s, 60 s, 120 s, … up to the cap.
    #[must_use]
    pub fn wait(&self, failures: i64) -> Option<Duration> {
        let beyond = failures.checked_sub(i64::from(self.limit)).filter(|beyond| *beyond >= 0)?;
        let doublings = u32::try_from(beyond).unwrap_or(u32::MAX);
        let factor = 1_u32.checked_shl(doublings).unwrap_or(u32::MAX);
        Some(FIRST_WAIT.saturating_mul(factor).min(self.cap))
    }

    /// `Err` while `blocked_until` lies ahead. Never asks for more than the cap, even after a clock was set back.
    fn refuse_if_waiting(&self, blocked_until: Option<Time>, now: Time) -> Result<()> {
        match blocked_until {
            Some(until) if until > now => Err(Error::Throttled { retry_after: until.since(now).min(self.cap) }),
            _ => Ok(()),
        }
    }

    /// What the database knows a subject by. Accounts are counted under any secret keys alike, so that retiring one
    /// forgets nothing; what somebody typed into the wrong box must not be readable there, so that is under a key.
    fn hash(&self, subject: &Subject) -> Vec<u8> {
        match subject {
            Subject::Account(id) => {
                Sha256::new().chain_update(b"account").chain_update(id.as_bytes()).finalize().to_vec()
            }
            Subject::Browser(id, browser) => {
                let both = Sha256::new().chain_update(b"browser").chain_update(id.as_bytes()).chain_update(browser);
                both.finalize().to_vec()
            }
            Subject::Unknown(kind, key) => {
                let Ok(mut mac) = Hmac::<Sha256>::new_from_slice(self.key.as_slice()) else { return Vec::new() };
                mac.update(kind.as_str().as_bytes());
                mac.update(b":");
                mac.update(key.as_bytes());
                mac.finalize().into_bytes().to_vec()
            }
        }
    }
}

impl fmt::Debug for Failures {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Failures(after {}, at most {:?})", self.limit, self.cap)
    }
}
