//! Checking a code: how often it may be wrong, and that it is good once.

use super::{OneTimePasswords, Purpose, Target};
use crate::context::Context;
use crate::db::one_time_passwords::{self, OneTimePassword};
use crate::db::{Conn, Id, login_failures};
use crate::error::{Code, Error, Result};
use crate::forms;
use crate::tokens::Opaque;
use std::time::Duration;
use subtle::{Choice, ConstantTimeEq};

/// The first wait, after the first wrong code; each further one doubles it.
const FIRST_WAIT: Duration = Duration::from_secs(1);

/// What a code, or a link, came to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Checked {
    /// It is right, and not spent yet.
    Right(Box<OneTimePassword>),
    /// It is wrong, expired, spent or dead: nobody is told which.
    Wrong,
    /// It was not looked at.
    Throttled(Duration),
}

impl Checked {
    /// The row of a right code, or the refusal at the field `code`.
    ///
    /// # Errors
    /// [`Code::InvalidCode`], [`Error::Throttled`].
    pub fn or_refuse(self) -> Result<OneTimePassword> {
        match self {
            Self::Right(row) => Ok(*row),
            Self::Wrong => Err(Error::field("code", Code::InvalidCode)),
            Self::Throttled(retry_after) => Err(Error::Throttled { retry_after }),
        }
    }
}

impl OneTimePasswords {
    /// Checks a code without spending it. A wrong one counts if there is a code it could have been, expired or not.
    ///
    /// Part of a transaction that is committed whatever this says: what it counts must stay.
    ///
    /// # Errors
    /// When the database is away.
    pub fn check(
        &self,
        cx: &Context<'_>,
        conn: &mut Conn,
        target: &Target,
        purpose: Purpose,
        typed: &str,
    ) -> Result<Checked> {
        let subject = self.subject(target, purpose);
        // Locks the subject for the rest of the transaction: thirty at one instant are looked at one after the other.
        let mut failures = login_failures::lock(conn, &subject, cx.now)?;
        if let Some(until) = failures.blocked_until.filter(|until| *until > cx.now) {
            return Ok(Checked::Throttled(until.since(cx.now).min(self.rules.max_wait)));
        }
        let open = one_time_passwords::find(conn, &subject)?.filter(|row| row.tries < self.rules.max_attempts);
        let Some(row) = open else { return Ok(Checked::Wrong) };
        let given = self.hash_code(&subject, &forms::code::read(typed));
        let same = given.iter().fold(Choice::from(0), |same, hash| same | hash.ct_eq(&row.code_hash));
        if bool::from(same) && row.user_id.is_some() && row.user_id == target.user && cx.now < row.expires_at {
            return Ok(Checked::Right(Box::new(row)));
        }
        one_time_passwords::note_wrong(conn, row.id)?;
        failures.failures = failures.failures.saturating_add(1);
        failures.failed_at = cx.now;
        failures.blocked_until = Some(cx.now.after(self.wait(failures.failures)));
        login_failures::store(conn, &failures)?;
        Ok(Checked::Wrong)
    }

    /// Of two addresses, the one that a code was made for last; the first where neither has one.
    ///
    /// # Errors
    /// When the database is away.
    pub fn latest(&self, conn: &mut Conn, targets: [Target; 2], purpose: Purpose) -> Result<Target> {
        let [first, second] = targets;
        let mut issued = |target| -> Result<_> {
            let row = one_time_passwords::find(conn, &self.subject(target, purpose))?;
            Ok(row.map(|row| row.issued_at))
        };
        Ok(if issued(&second)? > issued(&first)? { second } else { first })
    }

    /// Checks a link's secret without spending it. Guesses are hopeless, so they are not counted.
    ///
    /// # Errors
    /// When the database is away.
    pub fn check_link(
        &self,
        cx: &Context<'_>,
        conn: &mut Conn,
        id: Id,
        secret: &Opaque,
        purpose: Purpose,
    ) -> Result<Checked> {
        let row = one_time_passwords::get(conn, id)?.filter(|row| {
            let same = row.link_hash.as_ref().is_some_and(|hash| bool::from(hash.ct_eq(&secret.hash())));
            same && row.purpose == purpose.as_str() && row.user_id.is_some() && cx.now < row.expires_at
        });
        Ok(row.map_or(Checked::Wrong, |row| Checked::Right(Box::new(row))))
    }

    /// Spends what [`check`](Self::check) or [`check_link`](Self::check_link) found right; the count of wrong ones
    /// begins anew. Of any number at the same instant, one does.
    ///
    /// # Errors
    /// [`Code::InvalidCode`] when another was quicker; what is then done in the same transaction is undone.
    pub fn spend(&self, cx: &Context<'_>, conn: &mut Conn, row: &OneTimePassword) -> Result<()> {
        if !one_time_passwords::spend(conn, row.id, cx.now)? {
            return Err(Error::field("code", Code::InvalidCode));
        }
        login_failures::clear(conn, &row.subject)
    }

    /// How long nothing is looked at after the n-th wrong code in a row: 2^(n-1) seconds, at most `otp.max_wait`.
    #[must_use]
    pub fn wait(&self, failures: i64) -> Duration {
        let doublings = u32::try_from(failures.saturating_sub(1).max(0)).unwrap_or(u32::MAX);
        let factor = 1_u32.checked_shl(doublings).unwrap_or(u32::MAX);
        FIRST_WAIT.saturating_mul(factor).min(self.rules.max_wait)
    }
}
